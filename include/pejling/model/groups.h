/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What binds the subgroups of an area: groups that together make another group or everybody, and
 * groups that lie within another. Nobody declares it; it is found where any reader could find it,
 * in denominators that add up and in the ages that the groups are named by.
 */
#ifndef PEJLING_MODEL_GROUPS_H
#define PEJLING_MODEL_GROUPS_H

#include "pejling/model/cells.h"

/* Whole years of age, both ends included. */
struct age_band {
    int from, to;
};

#define OLDEST 200 /* the end of a band without one: `65+` */

/*
 * age_band_parse(text, band): reads `15-29`, `15–29-årige`, `15 til 29 år`, `65+`, `65 år og
 * derover`, `17`, `under 18`; false for a name without ages.
 */
bool age_band_parse(const char *text, struct age_band *band);

struct relation_list {
    struct relation *items;
    size_t count, capacity;
};

/*
 * groups_relate(arena, cells, count): the relations among the cells of one indicator in one area,
 * in the order of group and period. For each period, where whole and parts have figures:
 *   - a set of groups whose denominators add up exactly to everybody's, or to another group's, is
 *     the whole of it (sets of up to GROUPS_SEARCHED groups, the smallest sets only);
 *   - everybody holds each group, and a band of ages each band within it: partial relations.
 * Sets that only happen to add up are included: that binds too much, never too little.
 */
struct relation_list groups_relate(struct arena *arena, const struct cell *const *cells,
                                   size_t count);

#define GROUPS_SEARCHED 12

#endif
