/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

#include <limits.h>
#include <math.h>
#include <string.h>

/* The counts that are of one kind with the true one: zero, small, neither, and so on. */
static void limit_to_kind(const struct indicator *indicator, const struct unknown *unknown,
                          long *low, long *high)
{
    long unit = indicator->unit, all = lround(unknown->persons) * unit;
    long small = lround(indicator->threshold) * unit; /* the first count that is not small */
    const long edges[] = {0, 1, small, all - small + 1, all, all + 1};
    int last = indicator->measure == SHARE ? 5 : 2;
    for (int k = 0; k <= last; k++) {
        long edge = edges[k];
        if (edge <= unknown->truth && edge > *low)
            *low = edge;
        if (edge > unknown->truth && edge - 1 < *high)
            *high = edge - 1;
    }
}

/* Moves hidden counts that have rows of their own, one after the other, from `first` on. */
static int move_counts(struct solver *solver, const struct view *view, int first, int most)
{
    const struct system *system = solver->system;
    long unit = system->plan->indicators[system->indicator].unit;
    int moved = 0;
    for (int k = 0; k < system->unknown_count && moved < most; k++) {
        int i = (first + k) % system->unknown_count;
        const struct unknown *unknown = &system->unknowns[i];
        if (unknown->role != CELL || unknown->release != HIDDEN || unknown->edition ||
            solver->value[i] != unknown->truth ||
            !plan_cell(view->truth, system->indicator, unknown->area, unknown->period,
                       unknown->group)
                 ->given)
            continue;
        bool up = solver_move(solver, i, unknown->truth + unit);
        moved += up || solver_move(solver, i, unknown->truth - unit);
    }
    return moved;
}

int judge_twin(const struct view views[2], const char *folder, int first)
{
    struct plan twin = *views[0].truth;
    size_t places = plan_place(&twin, twin.indicator_count, 0, 0, 0);
    twin.cells = memcpy(keep(places * sizeof *twin.cells), twin.cells, places * sizeof *twin.cells);
    int moved = 0;
    for (int i = 0; i < twin.indicator_count; i++) {
        const struct indicator *indicator = &twin.indicators[i];
        if (indicator->measure != SHARE && indicator->measure != RATE)
            continue;
        struct system system = system_build(views, i, TRUSTING);
        size_t room = (size_t)(system.unknown_count + 1) * sizeof(long);
        long *low = keep(room), *high = keep(room);
        for (int k = 0; k < system.unknown_count; k++) {
            low[k] = system.unknowns[k].low;
            high[k] = system.unknowns[k].high;
            limit_to_kind(indicator, &system.unknowns[k], &low[k], &high[k]);
        }
        struct solver solver = solver_make_within(&system, low, high);
        moved += move_counts(&solver, &views[0], first, first ? 1 - (moved > 0) : INT_MAX);
        for (int k = 0; k < system.unknown_count; k++) {
            const struct unknown *unknown = &system.unknowns[k];
            if (unknown->role == CELL && !unknown->edition)
                plan_cell(&twin, i, unknown->area, unknown->period, unknown->group)->count =
                    (double)solver.value[k] / (double)indicator->unit;
        }
    }
    plan_write_counts(&twin, folder);
    return moved;
}
