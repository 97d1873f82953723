/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/command_new.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pejling/base/file.h"
#include "pejling/present/csv_writer.h"
#include "pejling/program/plan_guide.h"
#include "pejling/program/plan_template.h"

/* The folder being filled, and what of it was made here: that alone may be removed again. */
struct new_plan {
    struct diagnostics *diagnostics;
    const char *path;
    bool made, figures_made;
    size_t written; /* files of the template that are there */
};

static bool refuse(const struct new_plan *plan, const char *danish, const char *english)
{
    diagnostics_report(plan->diagnostics, PROBLEM_USAGE, (struct location){.file = plan->path},
                       "%s", "%s", say(plan->diagnostics->language, danish, english));
    return false;
}

static bool fail(const struct new_plan *plan, const char *path, int fault)
{
    file_report(plan->diagnostics, path, fault);
    return false;
}

static const char *inside(const struct new_plan *plan, const char *name)
{
    size_t length = strlen(plan->path);
    bool slash = length && plan->path[length - 1] == '/';
    return arena_printf(plan->diagnostics->arena, "%s%s%s", plan->path, slash ? "" : "/", name);
}

/* Whether what stands in the way is a folder with nothing in it. */
static bool is_empty_folder(const struct new_plan *plan)
{
    struct file_list list;
    if (!file_names(plan->diagnostics->arena, plan->path, &list))
        return errno == ENOTDIR || errno == ENOENT /* a link to nowhere */
                   ? refuse(plan, "er ikke en mappe · vælg et andet navn",
                            "is not a folder · choose another name")
                   : fail(plan, plan->path, errno);
    return list.count == 0 ||
           refuse(plan, "er der allerede og er ikke tom · vælg et nyt navn eller en tom mappe",
                  "is there already and is not empty · choose a new name or an empty "
                  "folder");
}

static bool make_folder(struct new_plan *plan)
{
    plan->made = mkdir(plan->path, 0777) == 0;
    if (plan->made)
        return true;
    if (errno == EEXIST)
        return is_empty_folder(plan);
    if (errno == ENOENT)
        return refuse(plan,
                      "mappen, som planen skal ligge i, findes ikke · lav den først, eller ret "
                      "stien",
                      "the folder that the plan should lie in does not exist · make it first, or "
                      "mend the path");
    return fail(plan, plan->path, errno);
}

static bool write_table(const struct new_plan *plan, const struct template_file *file)
{
    struct sink *sink = sink_open(plan->diagnostics, inside(plan, file->name));
    sink_text(sink, CSV_BYTE_ORDER_MARK);
    for (size_t i = 0; file->lines[i]; i++)
        sink_printf(sink, "%s\r\n", file->lines[i]);
    return sink_close(sink);
}

static bool write_guide(const struct new_plan *plan)
{
    enum language language = plan->diagnostics->language;
    struct sink *sink = sink_open(plan->diagnostics, inside(plan, plan_guide_name(language)));
    sink_text(sink, CSV_BYTE_ORDER_MARK);
    plan_guide_write(sink, language);
    return sink_close(sink);
}

/* The guide last: it is there if everything else is. */
static bool fill_folder(struct new_plan *plan)
{
    const struct template_file *file;
    const char *figures = inside(plan, PLAN_TEMPLATE_FIGURES);
    plan->figures_made = mkdir(figures, 0777) == 0;
    if (!plan->figures_made)
        return fail(plan, figures, errno);
    for (; (file = plan_template_at(plan->written)); plan->written++)
        if (!write_table(plan, file))
            return false;
    return write_guide(plan);
}

static void remove_again(const struct new_plan *plan)
{
    for (size_t i = 0; i < plan->written; i++)
        unlink(inside(plan, plan_template_at(i)->name));
    if (plan->figures_made)
        rmdir(inside(plan, PLAN_TEMPLATE_FIGURES));
    if (plan->made)
        rmdir(plan->path);
}

int command_new(struct command_line *line)
{
    struct diagnostics *diagnostics = line->diagnostics;
    struct new_plan plan = {.diagnostics = diagnostics, .path = line->words[1]};
    bool done = make_folder(&plan) && fill_folder(&plan);
    if (!done)
        remove_again(&plan);
    else
        printf(say(diagnostics->language, "Planmappen er lavet: %s · begynd med %s\n",
                   "The plan folder is made: %s · begin with %s\n"),
               plan.path, inside(&plan, plan_guide_name(diagnostics->language)));
    return diagnostics_exit_status(diagnostics, line->keep_going, line->strict);
}
