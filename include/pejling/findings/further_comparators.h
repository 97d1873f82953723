/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each of the plan's areas, and their total, against the twin areas and the country, wherever these
 * have a series on the indicator. Beside the comparison with the municipality, which alone decides
 * the verdict: a twin is chosen by people, who know its figures, and so proves nothing.
 *
 *   further_gap         one a comparator and period of the area. A twin is another group
 *                       (gap_to_rest), whichever municipality it lies in, and serves all areas. A
 *                       country contains the area (gap_to_whole), unless the area's municipality is
 *                       said to lie in another.
 *   further_gap_slope   one a comparator: least squares, as gap_slope
 *   further_gap_change  one a comparator: since the baseline year, as gap_change
 */
#ifndef PEJLING_FINDINGS_FURTHER_COMPARATORS_H
#define PEJLING_FINDINGS_FURTHER_COMPARATORS_H

#include "pejling/findings/finding_list.h"

/*
 * further_comparator(table, indicator, area): whether rows of other areas are held up against this
 * one on the indicator: a twin or a country with a series.
 */
bool further_comparator(const struct released_table *table, const struct indicator *indicator,
                        const struct area *area);

/* further_comparator_findings(list, indicator, area): adds the rows; none for other roles. */
void further_comparator_findings(struct finding_list *list, const struct indicator *indicator,
                                 const struct area *area);

#endif
