/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings that there is one a period of: levels, and gaps and ratios to one comparator. */
#ifndef PEJLING_FINDINGS_YEARLY_FINDINGS_H
#define PEJLING_FINDINGS_YEARLY_FINDINGS_H

#include "pejling/findings/finding_list.h"
#include "pejling/findings/trend.h"

/* A yearly statistic: what it is compared with (NULL for nothing), and how. */
struct yearly_comparison {
    enum statistic statistic;
    const struct area *comparator;
    struct estimate (*estimate)(const struct released_cell *cell, const struct released_cell *other,
                                double confidence);
};

/*
 * yearly_findings(list, series, comparison): adds one finding for each period of a series that is
 * not empty, and returns their estimates as a series of their own.
 */
struct yearly_series yearly_findings(struct finding_list *list,
                                     const struct released_series *series,
                                     const struct yearly_comparison *comparison);

/*
 * yearly_last(list, series, comparison): adds the one of the last period that has a value, or else
 * of the last.
 */
void yearly_last(struct finding_list *list, const struct released_series *series,
                 const struct yearly_comparison *comparison);

/*
 * yearly_ends(list, series, comparison): adds what yearly_last adds, and returns the series that
 * yearly_findings returns, but with intervals only where changes are measured from and to: the last
 * figure and that of the baseline.
 */
struct yearly_series yearly_ends(struct finding_list *list, const struct released_series *series,
                                 const struct yearly_comparison *comparison);

#endif
