/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/command_run.h"

#include <stdio.h>
#include <string.h>

#include "pejling/present/summary.h"
#include "pejling/program/command_verify.h"
#include "pejling/program/pipeline.h"
#include "pejling/program/summary_run.h"

/* `data/eksempel` -> `out/eksempel`; "." and ".." have no name of their own. */
static const char *default_output(struct arena *arena, const char *plan, bool summary)
{
    size_t end = strlen(plan), start;
    while (end > 1 && plan[end - 1] == '/')
        end--;
    for (start = end; start > 0 && plan[start - 1] != '/'; start--)
        continue;
    const char *name = arena_text(arena, plan + start, end - start);
    if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0 || strcmp(name, "/") == 0)
        name = "plan";
    return arena_printf(arena, "out/%s%s", name, summary ? "_sammenfatning" : "");
}

static void announce(const struct run_options *options, const struct diagnostics *diagnostics)
{
    size_t remarks = diagnostics->of_kind[PROBLEM_REMARK];
    size_t length = strlen(options->output);
    bool slash = length > 0 && options->output[length - 1] == '/';
    printf(say(diagnostics->language, "Færdig: %s%s%s · bemærkninger til data: %zu%s\n",
               "Done: %s%s%s · remarks on the data: %zu%s\n"),
           options->output, slash ? "" : "/", options->summary ? SUMMARY_FILE : "seminar.html",
           remarks, remarks ? " (bemaerkninger.csv)" : "");
    if (diagnostics->of_kind[PROBLEM_SERIES])
        printf("%s\n", say(diagnostics->language,
                           "Serier med fejl er udeladt; de står først i bemaerkninger.csv.",
                           "Series with faults are left out; see bemaerkninger.csv."));
}

int command_run(struct command_line *line)
{
    struct diagnostics *diagnostics = line->diagnostics;
    if (line->verify)
        return command_verify(line);
    const struct run_options options = {
        .plan = line->words[1],
        .output = line->output ? line->output
                               : default_output(diagnostics->arena, line->words[1], line->summary),
        .edition = line->edition,
        .language = diagnostics->language,
        .keep_going = line->keep_going,
        .strict = line->strict,
        .pdf = line->pdf,
        .summary = line->summary,
    };
    bool published =
        options.summary ? summary_run(diagnostics, &options) : pipeline_run(diagnostics, &options);
    if (published)
        announce(&options, diagnostics);
    return diagnostics_exit_status(diagnostics, line->keep_going, line->strict);
}
