/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Jumps of a level that neither its counts nor its usual unrest explain: named, never removed. */
#ifndef PEJLING_FINDINGS_PLAUSIBLE_JUMPS_H
#define PEJLING_FINDINGS_PLAUSIBLE_JUMPS_H

#include "pejling/disclosure/released.h"
#include "pejling/stats/jump.h"

/*
 * plausible_jumps_remark(diagnostics, table): remarks, at the indicator's row, on the jumps that
 * jump_find (stats/jump.h) finds among the open figures of each series, whose errors are those of step_error.h. A step matters from a quarter of the level on, for shares also from 5 pct.-points on.
 * Steps across a break, or across a period that is hidden, absent or not there, are not looked at.
 * The rest follows from the others, and so does a total whose areas have figures.
 */
void plausible_jumps_remark(struct diagnostics *diagnostics, const struct released_table *table);

/* Room for the points and the jumps of one series after the other. Starts as zeros. */
struct jump_room {
    struct jump_point *points;
    struct jump *jumps;
    size_t capacity;
};

/*
 * plausible_jumps_find(arena, catalogue, series, room): the jumps of one series, into the room,
 * which grows where it must; returns how many.
 */
size_t plausible_jumps_find(struct arena *arena, const struct catalogue *catalogue,
                            const struct released_series *series, struct jump_room *room);

#endif
