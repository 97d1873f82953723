/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The areas that one thing is to be remarked on in, so that a hole that all series of an indicator
 * have is one remark and not one an area.
 */
#ifndef PEJLING_FINDINGS_REMARK_PLACES_H
#define PEJLING_FINDINGS_REMARK_PLACES_H

#include "pejling/disclosure/released.h"

/* What is to be said, and of how many areas: their codes, as `»nord«, »syd«`. */
struct remark_place {
    const char *what, *areas;
    size_t area_count;
};

/* In the order in which each `what` came first. Starts as zeros. */
struct remark_places {
    struct remark_place *items;
    size_t count, capacity;
};

/* remark_places_add(places, arena, what, area): the same of one more area. */
void remark_places_add(struct remark_places *places, struct arena *arena, const char *what,
                       const struct area *area);

/*
 * remark_place_text(arena, language, place, all): `i »nord«, »syd«`, or `i alle områder` where it
 * is as many as `all`, and more than one.
 */
const char *remark_place_text(struct arena *arena, enum language language,
                              const struct remark_place *place, size_t all);

/*
 * remark_place_is_derived(table, indicator, area): whether the area's figures follow from those of
 * others, which are remarked on themselves: the rest, and a total whose areas have figures.
 */
bool remark_place_is_derived(const struct released_table *table, const struct indicator *indicator,
                             const struct area *area);

/* remark_place_at(cell): its row, or the indicator's where the table does not know its own. */
struct location remark_place_at(const struct released_cell *cell);

#endif
