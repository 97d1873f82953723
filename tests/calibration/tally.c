/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tally.h"

#include <math.h>

#include "pejling/base/arena.h"

static size_t place_of(const struct tally *tally, struct scenario scenario, size_t group)
{
    size_t number = (size_t)scenario.rho * SLOPES + (size_t)scenario.slope;
    return (number * tally->groups + group) * OUTCOMES;
}

struct tally tally_make(struct arena *arena, const struct simulator *simulator)
{
    struct tally tally = {GROUP_INDICATORS + simulator->table.catalogue->indicator_count, NULL};
    tally.counts = arena_alloc(arena, tally_size(&tally), sizeof *tally.counts);
    return tally;
}

size_t tally_size(const struct tally *tally)
{
    return (size_t)CALIBRATION_RHOS * SLOPES * tally->groups * OUTCOMES;
}

static bool is_in(const struct indicator *indicator, size_t group)
{
    switch (group) {
    case GROUP_ALL:
        return true;
    case GROUP_STOCK:
        return indicator->accrual == ACCRUAL_STOCK;
    case GROUP_FLOW:
        return indicator->accrual == ACCRUAL_FLOW;
    default:
        return indicator->index == group - GROUP_INDICATORS;
    }
}

size_t tally_series(const struct simulator *simulator, size_t group)
{
    size_t count = 0;
    for (size_t i = 0; i < simulator->judged_count; i++)
        count += is_in(simulator->judged[i].real->series->indicator, group);
    return count;
}

static void see(const struct gap_verdict *verdict, int sign, bool seen[OUTCOMES])
{
    bool moved = verdict->verdict == VERDICT_NARROWING || verdict->verdict == VERDICT_WIDENING;
    bool firm = moved && verdict->strength == STRENGTH_FIRM;
    bool right = moved && (verdict->decides->slope.value > 0) == (sign > 0);
    seen[OUTCOME_MOVED] = moved;
    seen[OUTCOME_RIGHT] = right;
    seen[OUTCOME_WRONG] = moved && !right;
    seen[OUTCOME_FIRM] = firm;
    seen[OUTCOME_FIRM_RIGHT] = firm && right;
    seen[OUTCOME_FIRM_WRONG] = firm && !right;
    seen[OUTCOME_UNDETERMINED] = verdict->verdict == VERDICT_NOT_DETERMINABLE;
}

void tally_add(struct tally *tally, const struct simulator *simulator, struct scenario scenario,
               const struct verdicts *verdicts)
{
    struct arena *scratch = arena_new();
    uint64_t *run = arena_alloc(scratch, tally->groups * OUTCOMES, sizeof *run);
    for (size_t i = 0; i < simulator->judged_count; i++) {
        const struct gap_series *series = simulator->judged[i].real->series;
        bool seen[OUTCOMES] = {false};
        see(verdict_of(verdicts, series->indicator, series->area), simulator->judged[i].sign, seen);
        for (size_t group = 0; group < tally->groups; group++)
            for (size_t k = 0; k < OUTCOMES && is_in(series->indicator, group); k++)
                run[group * OUTCOMES + k] += seen[k];
    }
    struct count *counts = &tally->counts[place_of(tally, scenario, 0)];
    for (size_t i = 0; i < tally->groups * OUTCOMES; i++) {
        counts[i].sum += run[i];
        counts[i].squares += run[i] * run[i];
    }
    arena_free(scratch);
}

struct rate tally_rate(const struct tally *tally, const struct simulator *simulator, size_t runs,
                       struct tally_cell cell)
{
    size_t series = tally_series(simulator, cell.group);
    const struct count *count =
        &tally->counts[place_of(tally, cell.scenario, cell.group) + (size_t)cell.outcome];
    if (series == 0 || runs == 0)
        return (struct rate){0, 0};
    double mean = (double)count->sum / (double)runs;
    double variance = (double)count->squares / (double)runs - mean * mean;
    return (struct rate){mean / (double)series,
                         sqrt(fmax(0, variance) / (double)runs) / (double)series};
}
