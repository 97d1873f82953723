/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Age groups of an indicator that stand for everybody: bands of ages without an age in common whose
 * persons add up. Groups may overlap, as 15-29 with 15-24 and 25-29; then the finest such set is
 * taken. Only released cells are looked at.
 */
#ifndef PEJLING_FINDINGS_AGE_PARTITION_H
#define PEJLING_FINDINGS_AGE_PARTITION_H

#include "pejling/base/age_band.h"
#include "pejling/disclosure/released.h"
#include "pejling/stats/standardise.h"

/* An area in a period. */
struct age_place {
    const struct area *area;
    struct period period;
};

struct age_partition {
    const struct age_band *bands; /* in the order of ages; two or more, or none with a reason */
    size_t count;
    enum reason reason;
    bool hidden; /* none because disclosure control hid a cell */
};

/* age_groups_given(table, indicator, area): whether there are two age groups or more, shown or not. */
bool age_groups_given(const struct released_table *table, const struct indicator *indicator,
                      const struct area *area);

/*
 * age_group_cell(table, indicator, place, band): the cell of those ages, open or not; NULL where
 * there is none, or more than one (as of men and women).
 */
const struct released_cell *age_group_cell(const struct released_table *table,
                                           const struct indicator *indicator,
                                           struct age_place place, struct age_band band);

/*
 * age_partition_find(arena, table, indicator, places, count): the finest set of bands that are open
 * in all the places and add up to everybody in each. None where there is no such set: for the reason
 * of everybody's cell or of a hidden group, (EMPTY_STRATUM) where a group has nobody in a place,
 * (MISSING, of other places than the first NO_COMPARATOR) without groups, else (INCOMPLETE).
 */
struct age_partition age_partition_find(struct arena *arena, const struct released_table *table,
                                        const struct indicator *indicator,
                                        const struct age_place *places, size_t count);

/*
 * age_partition_strata(arena, table, indicator, partition, place): the counts (released_count)
 * and the persons of its groups. The partition must be one of the place.
 */
struct strata age_partition_strata(struct arena *arena, const struct released_table *table,
                                   const struct indicator *indicator,
                                   const struct age_partition *partition, struct age_place place);

#endif
