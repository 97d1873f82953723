/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700 /* realpath */
#include "pejling/program/command_run.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/base/file.h"
#include "pejling/present/summary.h"
#include "pejling/program/command_verify.h"
#include "pejling/program/pipeline.h"
#include "pejling/program/summary_run.h"

/*
 * `data/eksempel` -> `out/eksempel`, and `.` likewise from inside it; a folder that is not there
 * keeps the name it was called by.
 */
static const char *default_output(struct arena *arena, const char *plan, bool summary)
{
    char real[PATH_MAX];
    const char *name = file_bare_name(realpath(plan, real) ? real : plan);
    return arena_printf(arena, "out/%s%s", *name ? name : "plan", /* the root has no name */
                        summary ? "_sammenfatning" : "");
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
                           "Serier med fejl er udeladt; de står i bemaerkninger.csv.",
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
