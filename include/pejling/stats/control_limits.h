/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Limits to draw about a series (statistics.md B13): an aid to the eye, no part of a verdict. With
 * 5 to 12 points they are trial limits, and the one rule to read is a point outside: never runs,
 * trends, or two of three.
 */
#ifndef PEJLING_STATS_CONTROL_LIMITS_H
#define PEJLING_STATS_CONTROL_LIMITS_H

#include <stddef.h>

#include "pejling/base/reason.h"

/* All in the unit of the series; 0 unless `reason` is REASON_NONE. */
struct control_limits {
    enum reason reason;
    double centre, lower, upper;
};

/*
 * control_limits_p(x, n, count, at): Shewhart's p-chart: the centre is sum x / sum n over all
 * `count` points, the limits at a denominator of `at` are
 *   centre -+ 3 sqrt(centre (1 - centre) / at), kept within 0 and 1.
 * Above some 5,000 persons nearly every point of a municipality lies outside: chance within the
 * year is not what moves it; take control_limits_xmr there. Undefined (TOO_FEW_YEARS) without
 * points, (NO_DENOMINATOR) for an n or `at` <= 0, (INCONSISTENT_INPUT) for x outside 0 to n.
 */
struct control_limits control_limits_p(const double *x, const double *n, size_t count, double at);

struct xmr_limits {
    struct control_limits values;
    double mean_range;  /* mean |y_t - y_(t-1)|; with 0 there is nothing worth drawing */
    double range_upper; /* 3.267 mean_range: a single change above it is out of the ordinary */
};

/*
 * control_limits_xmr(y, count): individual values and moving ranges: mean y -+ 2.66 mean_range
 * (3 / 1.128, the expected range of two normal values; Wheeler 1993). Undefined (TOO_FEW_YEARS) for
 * fewer than two points.
 */
struct xmr_limits control_limits_xmr(const double *y, size_t count);

#endif
