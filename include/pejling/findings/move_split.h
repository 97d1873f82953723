/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How much of a change of an area's level goes with those who stay, and how much with moves, where
 * the groups of mover_group.h are given. A share and a rate only.
 *
 * With p the level of everybody, s that of the stayers and c the stayers' part of everybody, in the
 * baseline (0) and the last period (1),
 *   stayers  (s1 - s0)(c1 + c0)/2,
 *   moves    p1 - p0 less that = (c1 - c0)(s1 + s0)/2 + (1 - c1) m1 - (1 - c0) m0,
 * m the in-movers' level: the moves' part holds that level and how many are newcomers. It is the
 * split of Kitagawa (1955) of the stayers' contribution, and arithmetic, not a cause.
 */
#ifndef PEJLING_FINDINGS_MOVE_SPLIT_H
#define PEJLING_FINDINGS_MOVE_SPLIT_H

#include "pejling/base/mover_group.h"
#include "pejling/findings/finding_list.h"

/*
 * mover_groups_given(table, indicator, area, group): whether it has cells of that group, shown or
 * not.
 */
bool mover_groups_given(const struct released_table *table, const struct indicator *indicator,
                        const struct area *area, enum mover_group group);

/* Everybody of an area in a period, and those of them who stayed and who moved in. */
struct movers {
    struct released_cell everybody, stayers, in_movers; /* stayers and in-movers open, or none is */
    bool derived_stayers, derived_in_movers; /* everybody less the other, by released figures */
    enum reason reason; /* why they are not there; REASON_NONE where they are */
    bool hidden;
};

/*
 * movers_find(table, indicator, area, period): of stayers and in-movers the one that is not given
 * follows from everybody and the other; never one that is hidden, or that the source withholds. Not
 * there for the reason of the cell that is lacking, (MISSING) without any, (INCONSISTENT_INPUT) where a group has more persons than everybody.
 */
struct movers movers_find(const struct released_table *table, const struct indicator *indicator,
                          const struct area *area, struct period period);

/*
 * move_split_findings(list, indicator, area): for areas and their total: the two parts of
 * level_change (trend_change), between its two periods or none, with MOVER limits from the yearly intervals, c taken as it is; and in each period the in-movers' level less
 * the out-movers', where both are given. No rows without such groups.
 */
void move_split_findings(struct finding_list *list, const struct indicator *indicator,
                         const struct area *area);

#endif
