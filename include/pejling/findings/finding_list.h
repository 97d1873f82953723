/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of the findings while they are made, with what they are made from. Each part of the
 * findings adds those of one indicator in one area, in the order of statistics.
 */
#ifndef PEJLING_FINDINGS_FINDING_LIST_H
#define PEJLING_FINDINGS_FINDING_LIST_H

#include "pejling/findings/findings.h"

struct chosen_areas;
struct area_comparison;

struct finding_list {
    struct arena *arena;
    const struct released_table *table;
    const struct verdicts *verdicts;
    const struct target_outlooks *targets;
    const struct chosen_areas *chosen;         /* chosen_areas_all of before_after_findings.h */
    const struct area_comparison *comparisons; /* made so far (area_comparison.h), the latest */
    double confidence;
    bool summary; /* of yearly findings the last alone, and none beyond those of one series */
    struct finding *rows;
    size_t count, capacity;
};

/* finding_list_add(list, finding): adds a row; without a confidence of its own it has the list's. */
void finding_list_add(struct finding_list *list, struct finding finding);

/*
 * finding_list_find(list, indicator, area, statistic): the row of a statistic that is one an area,
 * while that area's rows are made, so of one that comes earlier; NULL where it has none.
 */
const struct finding *finding_list_find(const struct finding_list *list,
                                        const struct indicator *indicator, const struct area *area,
                                        enum statistic statistic);

#endif
