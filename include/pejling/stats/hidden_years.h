/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What hidden years could do to a slope (statistics.md B18). Leaving them out is biased, for it is
 * the small counts that are hidden. But what everybody may know of a hidden count is an interval,
 * and a least-squares slope rises or falls with each count, by the side of the mean year it stands
 * on: so its extremes are reached with each count at one end.
 */
#ifndef PEJLING_STATS_HIDDEN_YEARS_H
#define PEJLING_STATS_HIDDEN_YEARS_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/stats/estimate.h"

/*
 * Counts on real time x, in any order, each between low and high as everybody may know it: low =
 * high where it is shown. n are the denominators, all shown.
 */
struct public_counts {
    const double *x, *low, *high, *n;
    size_t count;
};

struct slope_bounds {
    enum reason reason;       /* why all else is 0, and `dropping` undefined */
    size_t hidden;            /* years with low < high */
    double lowest, highest;   /* slope of x/n, per year, over all counts that are possible */
    bool sign_is_certain;     /* both below 0, or both above */
    struct estimate dropping; /* the slope without the hidden years, a point; TOO_FEW_YEARS */
};

/*
 * hidden_years_slope(counts): exact bounds; the counts at the ends need not be whole. Undefined
 * (TOO_FEW_YEARS) for fewer than two different x, (NO_DENOMINATOR) for an n <= 0,
 * (INCONSISTENT_INPUT) for low > high, low < 0, or any that is not finite.
 */
struct slope_bounds hidden_years_slope(const struct public_counts *counts);

/*
 * hidden_years_fill(counts, highest, filled): the `counts->count` counts with which the slope is at
 * its highest, or lowest, written to `filled`: to put through the whole verdict once more.
 */
void hidden_years_fill(const struct public_counts *counts, bool highest, double *filled);

#endif
