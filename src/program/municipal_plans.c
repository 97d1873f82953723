/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/municipal_plans.h"

#include "pejling/program/earlier_read.h"

struct municipal_plans municipal_plans(struct arena *arena, const struct read_plan *whole,
                                       bool related)
{
    struct municipal_plans plans = {.whole = whole,
                                    .municipalities =
                                        catalogue_municipalities(arena, whole->catalogue),
                                    .related = related};
    plans.split = observations_split(arena, &whole->rows, &plans.municipalities);
    return plans;
}

void municipality_without_figures(struct diagnostics *diagnostics, const struct area *municipality)
{
    diagnostics_report(diagnostics, PROBLEM_REMARK, municipality->at,
                       "»%s« har ingen tal, og det har dens områder heller ikke · skriv tal for "
                       "dem, eller slet rækkerne",
                       "»%s« has no figures, and neither have its areas · write figures for "
                       "them, or delete the rows",
                       municipality->code);
}

struct municipal_plan *municipal_plan(struct diagnostics *diagnostics,
                                      const struct municipal_plans *plans, size_t number)
{
    struct arena *arena = diagnostics->arena;
    struct municipal_plan *plan = arena_alloc(arena, 1, sizeof *plan);
    plan->municipality = plans->municipalities.items[number];
    if (plan->municipality && plans->split.starts[number] == plans->split.starts[number + 1])
        municipality_without_figures(diagnostics, plan->municipality);
    plan->part = catalogue_part(arena, plans->whole->catalogue, &plans->municipalities, number);
    const struct observations observations =
        observations_of(diagnostics, &plans->split, number, &plan->part);
    plan->cells = cells_build(diagnostics, &plan->part.catalogue, &observations, plans->related);
    plan->earlier = earlier_editions_part(arena, &plans->whole->earlier, &plan->part);
    return plan;
}
