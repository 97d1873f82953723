/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/command_check.h"

#include <stdio.h>

#include "pejling/base/workers.h"
#include "pejling/disclosure/linear_program.h"
#include "pejling/disclosure/protect.h"
#include "pejling/findings/plausibility.h"
#include "pejling/program/municipal_plans.h"

struct check {
    struct municipal_plans plans;
    struct diagnostics *problems; /* by municipality, each with an arena of its own */
    enum language language;
    bool keep_going;
};

/*
 * What cannot be protected in a shared edition, and what the figures say when nothing of them is
 * hidden: nothing of it leaves the analyst's terminal.
 */
static void look_at_figures(struct diagnostics *diagnostics, const struct municipal_plan *plan)
{
    const struct catalogue *catalogue = &plan->part.catalogue;
    struct released_table shared, internal;
    protect(diagnostics, catalogue, &plan->cells, &plan->earlier, EDITION_SHARED, &shared);
    if (protect(diagnostics, catalogue, &plan->cells, &plan->earlier, EDITION_INTERNAL, &internal))
        plausibility_remark(diagnostics, &internal);
}

static void look_at(void *context, size_t number)
{
    struct check *check = context;
    struct diagnostics scratch = {.arena = arena_new(), .language = check->language};
    const struct municipal_plan *plan = municipal_plan(&scratch, &check->plans, number);
    if (!diagnostics_stop(&scratch, check->keep_going))
        look_at_figures(&scratch, plan);
    check->problems[number] =
        (struct diagnostics){.arena = arena_new(), .language = check->language};
    diagnostics_take(&check->problems[number], &scratch);
    linear_program_end();
    arena_free(scratch.arena);
}

static void look_at_all(struct diagnostics *diagnostics, const struct read_plan *plan,
                        bool keep_going)
{
    struct check check = {.plans = municipal_plans(diagnostics->arena, plan, true),
                          .language = diagnostics->language,
                          .keep_going = keep_going};
    size_t count = check.plans.municipalities.count;
    check.problems = arena_alloc(diagnostics->arena, count, sizeof *check.problems);
    workers_run(count, look_at, &check);
    for (size_t i = 0; i < count; i++) {
        diagnostics_take(diagnostics, &check.problems[i]);
        arena_free(check.problems[i].arena);
    }
}

int command_check(struct command_line *line)
{
    struct diagnostics *diagnostics = line->diagnostics;
    struct read_plan plan = pipeline_read(diagnostics, line->words[1]);
    /* Sums need every area in its place, and those of a faulty catalogue may not be. */
    if (plan.rows.catalogue && !diagnostics_stop(diagnostics, true))
        look_at_all(diagnostics, &plan, line->keep_going);
    diagnostics_sort(diagnostics);
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
