/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/command_check.h"

#include <stdio.h>

#include "pejling/findings/plausibility.h"
#include "pejling/program/pipeline.h"

/*
 * What cannot be protected in a shared edition, and what the figures say when nothing of them is
 * hidden: nothing of it leaves the analyst's terminal.
 */
static void look_at_figures(struct diagnostics *diagnostics, const struct loaded_plan *plan)
{
    struct released_table shared, internal;
    pipeline_release(diagnostics, plan, EDITION_SHARED, &shared);
    if (pipeline_release(diagnostics, plan, EDITION_INTERNAL, &internal))
        plausibility_remark(diagnostics, &internal);
}

int command_check(struct command_line *line)
{
    struct diagnostics *diagnostics = line->diagnostics;
    struct loaded_plan plan = pipeline_load(diagnostics, line->words[1]);
    if (!diagnostics_stop(diagnostics, line->keep_going))
        look_at_figures(diagnostics, &plan);
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
