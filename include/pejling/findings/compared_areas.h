/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of a municipality's areas are compared with each other on an indicator, and when. */
#ifndef PEJLING_FINDINGS_COMPARED_AREAS_H
#define PEJLING_FINDINGS_COMPARED_AREAS_H

#include "pejling/disclosure/released.h"

struct compared_areas {
    const struct area *const *items; /* in the catalogue's order */
    size_t count;
};

/*
 * compared_areas_all(arena, table, indicator, municipality): the plan's areas in it (not sections,
 * not their total) that have a series on the indicator, shown or hidden.
 */
struct compared_areas compared_areas_all(struct arena *arena, const struct released_table *table,
                                         const struct indicator *indicator,
                                         const struct area *municipality);

/*
 * compared_areas_open(arena, table, areas, indicator, period): those of them with an open cell in
 * the period.
 */
struct compared_areas compared_areas_open(struct arena *arena, const struct released_table *table,
                                          struct compared_areas areas,
                                          const struct indicator *indicator, struct period period);

/*
 * compared_areas_latest(table, areas, indicator, period): sets `period` to the latest dated one in
 * which two or more of them are open: an area that is not open in it is left out, for a comparison
 * of all of them could be one of many years ago. False where no two areas are open at the same time.
 */
bool compared_areas_latest(const struct released_table *table, struct compared_areas areas,
                           const struct indicator *indicator, struct period *period);

/* compared_areas_codes(arena, areas): `motalavej|ringparken`, for the machine files. */
const char *compared_areas_codes(struct arena *arena, struct compared_areas areas);

#endif
