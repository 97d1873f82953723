/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/plausible_movers.h"

#include <math.h>

#include "pejling/base/mover_group.h"
#include "pejling/findings/remark_places.h"

#define ROUNDING 0.2 /* three figures, each off by no more than 0.05 */

/* The periods in which something does not add up, and the row of the first. */
struct misfit {
    const char *periods; /* NULL for none */
    struct location at;
};

static void misfit_add(struct misfit *misfit, struct arena *arena, struct period period,
                       struct location at)
{
    char text[PERIOD_TEXT];
    period_text(text, period);
    if (!misfit->periods)
        misfit->at = at;
    misfit->periods = misfit->periods ? arena_printf(arena, "%s, %s", misfit->periods, text)
                                      : arena_copy(arena, text);
}

/* The cells from the first that tells of movers to the last: none of most areas' many groups. */
static struct released_series mover_cells(struct released_series groups)
{
    while (groups.count && mover_group_of(groups.cells[0].group) == MOVER_NONE) {
        groups.cells++;
        groups.count--;
    }
    while (groups.count && mover_group_of(groups.cells[groups.count - 1].group) == MOVER_NONE)
        groups.count--;
    return groups;
}

/* The group's open cell in the period of everybody's; NULL where there is none. */
static const struct released_cell *open_group(const struct released_series *groups,
                                              const struct released_cell *everybody,
                                              enum mover_group group)
{
    for (size_t i = 0; i < groups->count; i++) {
        const struct released_cell *cell = &groups->cells[i];
        if (cell->release == RELEASE_OPEN && mover_group_of(cell->group) == group &&
            period_compare(cell->period, everybody->period) == 0)
            return cell;
    }
    return NULL;
}

static bool persons_fit(const struct released_cell *everybody, const struct released_cell *stayers,
                        const struct released_cell *in_movers)
{
    return fabs(stayers->denominator + in_movers->denominator - everybody->denominator) < ROUNDING;
}

/* Of cells whose counts are not all told, nobody can say. */
static bool counts_fit(const struct released_cell *everybody, const struct released_cell *stayers,
                       const struct released_cell *in_movers)
{
    return !everybody->has_numerator || !stayers->has_numerator || !in_movers->has_numerator ||
           fabs(stayers->numerator + in_movers->numerator - everybody->numerator) < ROUNDING;
}

static void report(struct diagnostics *diagnostics, const struct released_cell *cell,
                   const struct misfit *persons, const struct misfit *counts)
{
    if (persons->periods)
        diagnostics_report(
            diagnostics, PROBLEM_REMARK, persons->at,
            "»%s« i »%s« for %s: fastboendes og tilflytteres nævnere giver tilsammen ikke alles "
            "nævner · ret den nævner, der er forkert; de to grupper skal tilsammen være alle",
            "»%s« in »%s« for %s: the denominators of stayers and in-movers do not add up to "
            "everybody's · mend the one that is wrong; the two groups must be everybody together",
            cell->indicator->code, cell->area->code, persons->periods);
    if (counts->periods)
        diagnostics_report(
            diagnostics, PROBLEM_REMARK, counts->at,
            "»%s« i »%s« for %s: fastboendes og tilflytteres tællere giver tilsammen ikke alles "
            "tæller · ret den tæller, der er forkert; de to grupper skal tilsammen være alle",
            "»%s« in »%s« for %s: the numerators of stayers and in-movers do not add up to "
            "everybody's · mend the one that is wrong; the two groups must be everybody together",
            cell->indicator->code, cell->area->code, counts->periods);
}

static void look_at(struct diagnostics *diagnostics, const struct released_table *table,
                    const struct indicator *indicator, const struct area *area)
{
    struct released_series series = released_series(table, indicator, area);
    struct released_series groups = mover_cells(released_groups(table, indicator, area));
    struct misfit persons = {0}, counts = {0};
    for (size_t i = 0; i < series.count && groups.count; i++) {
        const struct released_cell *everybody = &series.cells[i];
        const struct released_cell *stayers = open_group(&groups, everybody, MOVER_STAYERS);
        const struct released_cell *in_movers = open_group(&groups, everybody, MOVER_IN);
        if (everybody->release != RELEASE_OPEN || !stayers || !in_movers)
            continue;
        struct location at = remark_place_at(stayers->at.line ? stayers : in_movers);
        if (!persons_fit(everybody, stayers, in_movers))
            misfit_add(&persons, diagnostics->arena, everybody->period, at);
        else if (!counts_fit(everybody, stayers, in_movers))
            misfit_add(&counts, diagnostics->arena, everybody->period, at);
    }
    if (series.count)
        report(diagnostics, series.cells, &persons, &counts);
}

void plausible_movers_remark(struct diagnostics *diagnostics, const struct released_table *table)
{
    const struct catalogue *catalogue = table->catalogue;
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        for (size_t j = 0; j < catalogue->area_count; j++)
            if (measure_has_counts(catalogue->indicators[i].measure) &&
                !remark_place_is_derived(table, &catalogue->indicators[i], &catalogue->areas[j]))
                look_at(diagnostics, table, &catalogue->indicators[i], &catalogue->areas[j]);
}
