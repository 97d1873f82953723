/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ages taken out of a comparison, where a share or a rate is given for age groups in an area and in
 * what it is compared with (gap_comparator).
 *
 * In a shared edition the groups' values are rounded, so that what they give for everybody together
 * is up to one unit of the last decimal from the figure shown. That difference is the same whatever
 * the ages: it is put on the area's and the comparator's rates alike in all groups, so that the
 * standardised level stands beside the level that is shown, and the two effects add up to the gap.
 */
#ifndef PEJLING_FINDINGS_AGE_STRUCTURE_H
#define PEJLING_FINDINGS_AGE_STRUCTURE_H

#include "pejling/findings/age_partition.h"
#include "pejling/findings/finding_list.h"

/* One period of an area, and what it is compared with. */
struct age_comparison {
    const struct indicator *indicator;
    const struct area *area, *comparator;
    struct period period;
};

/* In the display unit. */
struct age_split {
    bool hidden;
    struct estimate standardised; /* the area's level with the comparator's ages */
    struct estimate rates;        /* the part of the gap that is left at the same ages, and ... */
    struct estimate ages;         /* ... the part that the ages make */
};

/*
 * age_split_make(arena, table, comparison, partition, confidence): the split of one period by these
 * groups: standardise_share with z standard errors to each side or standardise_rate, and Kitagawa's
 * two effects with z of their errors. Without interval (TOO_FEW_EVENTS) below 10 events in the area
 * or in the comparator, and for shares below 10 persons without; and where a group has no events, or
 * of a share nobody without, for it would add no variance. Undefined for the partition's
 * reason, and (INCONSISTENT_INPUT) where the groups' counts do not add up to everybody's.
 */
struct age_split age_split_make(struct arena *arena, const struct released_table *table,
                                const struct age_comparison *comparison,
                                const struct age_partition *partition, double confidence);

/*
 * age_structure_findings(list, indicator, area): for areas and their total, where age groups are
 * given: the split of each period by the finest groups of that period, and the parts of
 * gap_change (trend_change) by the finest groups that both its periods have: of its two periods or
 * none. No rows
 * where the area has no age groups.
 */
void age_structure_findings(struct finding_list *list, const struct indicator *indicator,
                            const struct area *area);

#endif
