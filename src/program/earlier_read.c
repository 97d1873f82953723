/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/earlier_read.h"

#include <string.h>
#include <unistd.h>

#include "pejling/base/file.h"
#include "pejling/present/released_sheet.h"
#include "pejling/program/edition_read.h"
#include "pejling/program/released_read.h"

#define SEPARATOR '|'

static struct location in_plan(void)
{
    return (struct location){.file = "plan.csv"};
}

/* What is no part of a file's name, hides it, or stands for something else in the word. */
static bool is_coded(char c, bool first)
{
    return strchr("+%\\", c) || (unsigned char)c < ' ' || (first && (c == '.' || c == '/'));
}

const char *earlier_copy_name(struct arena *arena, const char *name)
{
    const char *path = file_without_slash(arena, name), *word = "";
    for (; strncmp(path, "..", 2) == 0 && (!path[2] || path[2] == '/'); path += strspn(path, "/")) {
        word = arena_printf(arena, "%s+", word);
        path += 2;
    }
    for (const char *c = path; *c; c++)
        if (is_coded(*c, c == path))
            word = arena_printf(arena, "%s%%%02X", word, (unsigned)(unsigned char)*c);
        else if (*c != '/')
            word = arena_printf(arena, "%s%c", word, *c);
        else if (c[1] != '/')
            word = arena_printf(arena, "%s+", word);
    return word;
}

/* The copy that an internal edition keeps; beside the plan; or from where the program was started. */
static const char *find_folder(struct arena *arena, const char *plan, const char *name)
{
    const char *kept =
        arena_printf(arena, "%s/" EARLIER_COPIES "/%s", plan, earlier_copy_name(arena, name));
    const char *beside = arena_printf(arena, "%s/%s", plan, name);
    if (access(kept, F_OK) == 0)
        return kept;
    return name[0] != '/' && access(beside, F_OK) == 0 ? beside : name;
}

/* Whether anything in an edition is about the plan; else its name is most likely wrong. */
static bool is_of_plan(struct diagnostics *diagnostics, const char *name,
                       const struct released_table *table)
{
    if (table->count > 0)
        return true;
    diagnostics_report(diagnostics, PROBLEM_INPUT, in_plan(),
                       "tidligere_udgave »%s« har ingen tal om denne plans indikatorer og områder "
                       "· nævn en udgave af denne plan, eller slet linjen",
                       "tidligere_udgave »%s« has no figures of this plan's indicators and areas · "
                       "name an edition of this plan, or delete the line",
                       name);
    return false;
}

static bool read_one(struct diagnostics *diagnostics, const char *plan, const char *name,
                     const struct catalogue *catalogue, struct released_table *table)
{
    struct arena *arena = diagnostics->arena;
    const char *folder = find_folder(arena, plan, name);
    const struct edition_manifest manifest = edition_manifest_read(arena, folder);
    const struct input_file file = {arena_printf(arena, "%s/" RELEASED_FILE, folder),
                                    arena_printf(arena, "%s/" RELEASED_FILE, name), PROBLEM_INPUT};
    if (manifest.is_edition && manifest.edition == EDITION_SHARED)
        return edition_file_is_published(diagnostics, folder, name, RELEASED_FILE) &&
               edition_file_is_published(diagnostics, folder, name, "resultater.csv") &&
               released_read(diagnostics, &file, catalogue, EDITION_SHARED, table) &&
               is_of_plan(diagnostics, name, table);
    if (manifest.is_edition)
        diagnostics_report(
            diagnostics, PROBLEM_INPUT, in_plan(),
            "tidligere_udgave »%s« er en intern udgave · nævn den delte, som andre "
            "har fået",
            "tidligere_udgave »%s« is an internal edition · name the shared one that "
            "others were given",
            name);
    else
        diagnostics_report(
            diagnostics, PROBLEM_INPUT, in_plan(),
            "tidligere_udgave »%s« er ikke en mappe med en udgave · ret stien, eller "
            "slet linjen",
            "tidligere_udgave »%s« is no folder with an edition · mend the path, or "
            "delete the line",
            name);
    return false;
}

/* Without the blanks around it. */
static const char *trimmed(struct arena *arena, const char *text, size_t length)
{
    while (length && *text == ' ') {
        text++;
        length--;
    }
    while (length && text[length - 1] == ' ')
        length--;
    return arena_text(arena, text, length);
}

/* The next name of the list, blank where it is empty; NULL behind the last. */
static const char *next_name(struct arena *arena, const char **rest)
{
    if (!**rest)
        return NULL;
    const char *start = *rest, *end = strchr(start, SEPARATOR);
    size_t length = end ? (size_t)(end - start) : strlen(start);
    *rest = start + length + (end ? 1 : 0);
    return trimmed(arena, start, length);
}

/* `../udgaver/2024/` is called 2024 where its manifest has no name for it. */
static const char *name_of(struct arena *arena, const char *plan, const char *path)
{
    const char *said = edition_manifest_read(arena, find_folder(arena, plan, path)).name;
    return said ? said : file_bare_name(file_without_slash(arena, path));
}

struct earlier_editions earlier_read(struct diagnostics *diagnostics, const char *folder,
                                     const struct catalogue *catalogue)
{
    const char *rest = catalogue->plan.previous_edition, *name, *latest = NULL;
    struct released_table *tables = NULL;
    size_t count = 0, capacity = 0;
    while ((name = next_name(diagnostics->arena, &rest))) {
        tables = arena_grow(diagnostics->arena, tables, count, &capacity, sizeof *tables);
        if (!*name || !read_one(diagnostics, folder, name, catalogue, &tables[count]))
            continue;
        if (count++ == 0)
            latest = name_of(diagnostics->arena, folder, name);
    }
    return (struct earlier_editions){tables, count, latest};
}

bool earlier_next(struct arena *arena, const char *plan, const char **rest,
                  struct earlier_place *place)
{
    const char *name;
    while ((name = next_name(arena, rest)) && !*name)
        continue;
    if (!name)
        return false;
    *place = (struct earlier_place){name, find_folder(arena, plan, name)};
    return true;
}

bool earlier_stays(struct diagnostics *diagnostics, const char *folder,
                   const struct catalogue *catalogue, const char *output)
{
    const char *rest = catalogue->plan.previous_edition, *name;
    bool stays = true;
    while ((name = next_name(diagnostics->arena, &rest))) {
        if (!file_lies_in(find_folder(diagnostics->arena, folder, name), output))
            continue;
        stays = false;
        diagnostics_report(diagnostics, PROBLEM_INPUT, in_plan(),
                           "tidligere_udgave »%s« ligger i den mappe, der skal skrives i · vælg en "
                           "anden med -o, så den tidligere udgave bliver stående",
                           "tidligere_udgave »%s« lies in the folder to write to · choose another "
                           "with -o, so that the earlier edition stays",
                           name);
    }
    return stays;
}
