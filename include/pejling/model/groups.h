/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What binds the subgroups of an area: groups that together make another group or everybody, and
 * groups that lie within another. Nobody declares it; it is found where any reader could find it,
 * in denominators that add up and in the ages that the groups are named by.
 */
#ifndef PEJLING_MODEL_GROUPS_H
#define PEJLING_MODEL_GROUPS_H

#include "pejling/model/cells.h"

struct relation_list {
    struct relation *items;
    size_t count, capacity;
};

/*
 * groups_relate(arena, cells, count): the relations among the cells of one indicator in one area,
 * in the order of group and period. For each period, where whole and parts have figures:
 *   - bands of ages without an age in common, as many as fit into another band or everybody, are
 *     parts of it: the whole of it where their persons add up to its own;
 *   - groups without ages make up everybody where their persons and their counts add up to all (of
 *     means the persons); that may be chance, and then binds too much, never too little;
 *   - everybody holds each group, and a band of ages each band within it;
 *   - two bands that overlap make up a third, or everybody, with those in both counted twice;
 *   - bands side by side exceed another that lies within them together, by the ages they have beyond
 *     it;
 *   - those who have moved out (mover_group.h) are no part of any of these: they lie within everybody
 *     of the latest period before, where their figures can.
 * A search that takes more than GROUPS_STEPS steps ends there.
 */
struct relation_list groups_relate(struct arena *arena, const struct cell *const *cells,
                                   size_t count);

#define GROUPS_STEPS 50000

#endif
