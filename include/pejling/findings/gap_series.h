/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The gap of one indicator in one area as the engines of the verdict take it: the last segment
 * without a break, against one comparator, each year with the variance that chance within the year
 * gives it. In the indicator's display unit, on real time.
 */
#ifndef PEJLING_FINDINGS_GAP_SERIES_H
#define PEJLING_FINDINGS_GAP_SERIES_H

#include "pejling/disclosure/released.h"
#include "pejling/stats/gls_line.h"

/* One year of the segment, open or hidden. */
struct gap_year {
    const struct released_cell *cell, *other; /* the area's, and the comparator's in that period */
    bool open;                                /* both may be seen; else the rest is 0 ... */
    double gap, variance;
    bool bounded; /* ... but for a hidden year of which the gap's limits are public */
    double lowest, highest;
};

struct gap_series {
    const struct indicator *indicator;
    const struct area *area,
        *comparator;              /* comparator NULL where there is nothing to compare with */
    const struct gap_year *years; /* of the segment, in order, hidden ones included */
    size_t year_count, hidden_count, bounded_count; /* bounded: of the hidden ones */
    bool compared;                                  /* the comparator has a figure in some period */
    bool broken;                                    /* a break cuts earlier years off */
    bool counted;                /* the variances come from counts or spreads, not all are 0 */
    struct gls_points points;    /* of the open years: real time, gap, variance */
    double mean_gap;             /* over the open years */
    const double *events, *base; /* of the area in the open years; NULL where there are none */
};

/*
 * gap_comparator(table, indicator, area): what the area is held up against in every period: the
 * rest of its municipality where it has a figure, shown or hidden, in more than half of the periods
 * in which area and municipality have one, else the municipality; NULL without either.
 */
const struct area *gap_comparator(const struct released_table *table,
                                  const struct indicator *indicator, const struct area *area);

/* gap_series_make(arena, table, indicator, area): the series; empty where nothing is there. */
struct gap_series gap_series_make(struct arena *arena, const struct released_table *table,
                                  const struct indicator *indicator, const struct area *area);

/*
 * gap_year_hidden_reason(year): who hides it: SUPPRESSED for disclosure control, else
 * SUPPRESSED_SOURCE for the source; NONE of an open one.
 */
enum reason gap_year_hidden_reason(const struct gap_year *year);

/* gap_series_hidden_reason(series): of all its years, disclosure control before the source. */
enum reason gap_series_hidden_reason(const struct gap_series *series);

#endif
