/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an area's series says as a whole: the slope of its level and of its gap on real time, and
 * the change of the gap since the baseline year. Slopes speak of the last segment without a break.
 *
 *   periods in it   slope
 *   0, 1            undefined
 *   2               without interval
 *   3, 4            with interval, without p
 *   5 and more      with both
 */
#ifndef PEJLING_FINDINGS_TREND_H
#define PEJLING_FINDINGS_TREND_H

#include "pejling/findings/findings.h"

/* One yearly estimate of a series, in the order of time. */
struct yearly {
    struct period period;
    double time; /* NaN for an unknown period */
    bool hidden; /* hidden by disclosure control */
    struct estimate estimate;
};

/* The yearly estimates of one indicator in one area, against one comparator or none. */
struct yearly_series {
    const struct indicator *indicator;
    const struct area *area, *comparator; /* comparator NULL for levels */
    const struct yearly *items;
    size_t count;
};

/*
 * trend_slope(arena, table, series, confidence): the least-squares slope of the series, as the
 * finding `statistic`. Undefined: TOO_FEW_YEARS; SERIES_BREAK where only a break leaves too few;
 * SUPPRESSED where hidden periods do; NO_TREND where the indicator has none. A point (NO_VARIATION)
 * where all figures lie on the line exactly.
 */
struct finding trend_slope(struct arena *arena, const struct released_table *table,
                           const struct yearly_series *series, enum statistic statistic,
                           double confidence);

/*
 * trend_theil_sen(arena, table, series, statistic, confidence): the median slope between all pairs
 * of periods of the same segment, undefined as trend_slope is.
 */
struct finding trend_theil_sen(struct arena *arena, const struct released_table *table,
                               const struct yearly_series *series, enum statistic statistic,
                               double confidence);

/*
 * trend_mann_kendall(arena, table, series): Kendall's S of the same segment, with its exact p from
 * five periods on; undefined as trend_slope is.
 */
struct finding trend_mann_kendall(struct arena *arena, const struct released_table *table,
                                  const struct yearly_series *series);

/*
 * trend_change(table, series, statistic): the last estimate less that of the last period not after
 * the baseline year, with the interval that the two yearly ones give (MOVER): random variation
 * only. Undefined: NO_BASELINE, SERIES_BREAK with a break between the two, TOO_FEW_YEARS with
 * nothing later, SUPPRESSED where hidden periods leave no such pair.
 */
struct finding trend_change(const struct released_table *table, const struct yearly_series *series,
                            enum statistic statistic);

/*
 * trend_segment_start(table, indicator, area, comparator, before): the time of the latest break up
 * to `before` of the area, or of what it is compared with (NULL for none; a rest has the breaks of its
 * municipality): what came earlier is another series. Minus infinity without a break.
 */
double trend_segment_start(const struct released_table *table, const struct indicator *indicator,
                           const struct area *area, const struct area *comparator, double before);

/* trend_is_baseline(plan, time): whether a period at that time is not after the baseline year. */
bool trend_is_baseline(const struct plan *plan, double time);

#endif
