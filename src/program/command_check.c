/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/command_check.h"

#include <stdio.h>

#include "pejling/program/pipeline.h"

int command_check(struct command_line *line)
{
    struct diagnostics *diagnostics = line->diagnostics;
    struct loaded_plan plan = pipeline_load(diagnostics, line->words[1]);
    struct released_table table;
    if (!diagnostics_stop(diagnostics, line->keep_going)) /* what cannot be protected, too */
        pipeline_release(diagnostics, &plan, EDITION_SHARED, &table);
    size_t remarks = diagnostics->of_kind[PROBLEM_REMARK];
    size_t problems = diagnostics->count - remarks;
    printf(say(diagnostics->language,
               "%s: %zu indikatorer, %zu områder · fejl: %zu · "
               "bemærkninger: %zu\n",
               "%s: %zu indicators, %zu areas · problems: %zu · remarks: %zu\n"),
           line->words[1], plan.catalogue->indicator_count, plan.catalogue->area_count, problems,
           remarks);
    return diagnostics_exit_status(diagnostics, line->keep_going, line->strict);
}
