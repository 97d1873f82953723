/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Relative gaps: first over second. Counts may have decimals (full-time persons, rounded rates). */
#ifndef PEJLING_STATS_RATIO_H
#define PEJLING_STATS_RATIO_H

#include <stdbool.h>

#include "pejling/stats/estimate.h"

/* Two limits of a ratio; `upper` is infinite where nothing bounds it. */
struct ratio_limits {
    double lower, upper;
};

/*
 * ratio_of_shares(x1, n1, x2, n2, confidence): p1/p2. With at least 10 in both counts the log
 * interval exp(ln r -+ z sqrt(1/x1 - 1/n1 + 1/x2 - 1/n2)) of Katz et al. (1978, Biometrics 34:469);
 * otherwise MOVER with Wilson limits (Donner & Zou 2012, Stat. Methods Med. Res. 21:347), which
 * exists at zero counts. Undefined (NO_DENOMINATOR) for n <= 0, (NO_EVENTS) for x2 = 0.
 */
struct estimate ratio_of_shares(double x1, double n1, double x2, double n2, double confidence);

/*
 * ratio_katz_log(x1, n1, x2, n2, confidence): the log interval above for any counts but zero.
 * Undefined as ratio_of_shares, and (NO_EVENTS) also for x1 = 0.
 */
struct estimate ratio_katz_log(double x1, double n1, double x2, double n2, double confidence);

/*
 * ratio_mover_limits(x1, n1, x2, n2, confidence): the MOVER limits above, for n > 0 and
 * 0 <= x <= n; lower 0 without events in the first, upper infinite without any in the second.
 */
struct ratio_limits ratio_mover_limits(double x1, double n1, double x2, double n2,
                                       double confidence);

/*
 * ratio_of_rates(x1, e1, x2, e2, confidence): (x1/e1)/(x2/e2), exact given x1 + x2: the
 * Clopper-Pearson (1934) limits (L, U) of x1 out of x1 + x2, as L/(1 - L) e2/e1. Lower limit 0 at
 * x1 = 0. Undefined (NO_DENOMINATOR) for an exposure <= 0, (NO_EVENTS) for x2 = 0.
 */
struct estimate ratio_of_rates(double x1, double e1, double x2, double e2, double confidence);

/*
 * ratio_exact_limits(x1, e1, x2, e2, confidence): the same limits for exposures above 0 and counts
 * of 0 or more; lower 0 at x1 = 0, upper infinite at x2 = 0.
 */
struct ratio_limits ratio_exact_limits(double x1, double e1, double x2, double e2,
                                       double confidence);

/*
 * ratio_of_rates_p(x1, e1, x2, e2, p): into `*p` the two-sided p-value for equal rates: given
 * N = x1 + x2, x1 is binomial (N, e1/(e1 + e2)), and p adds up every count at most as probable as
 * the one seen (the method of minimum likelihood; Przyborowski & Wilenski 1940, Biometrika 31:313),
 * 1e-7 of its probability allowed for rounding. 1 where there are no events at all. False, and `*p`
 * untouched, for an exposure <= 0 or counts that are not whole, negative, or above 1e9 together,
 * and where they are so many and so alike (from some millions on) that GSL's sum does not settle.
 */
bool ratio_of_rates_p(double x1, double e1, double x2, double e2, double *p);

#endif
