/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Relative gaps: first over second. Counts may have decimals (full-time persons, rounded rates). */
#ifndef PEJLING_STATS_RATIO_H
#define PEJLING_STATS_RATIO_H

#include "pejling/stats/estimate.h"

/*
 * ratio_of_shares(x1, n1, x2, n2, confidence): p1/p2. With at least 10 in both counts the log
 * interval exp(ln r -+ z sqrt(1/x1 - 1/n1 + 1/x2 - 1/n2)) of Katz et al. (1978, Biometrics 34:469);
 * otherwise MOVER with Wilson limits (Donner & Zou 2012, Stat. Methods Med. Res. 21:347), which
 * exists at zero counts. Undefined (NO_DENOMINATOR) for n <= 0, (NO_EVENTS) for x2 = 0.
 */
struct estimate ratio_of_shares(double x1, double n1, double x2, double n2, double confidence);

/*
 * ratio_of_rates(x1, e1, x2, e2, confidence): (x1/e1)/(x2/e2), exact given x1 + x2: the
 * Clopper-Pearson (1934) limits (L, U) of x1 out of x1 + x2, as L/(1 - L) e2/e1. Lower limit 0 at
 * x1 = 0. Undefined (NO_DENOMINATOR) for an exposure <= 0, (NO_EVENTS) for x2 = 0.
 */
struct estimate ratio_of_rates(double x1, double e1, double x2, double e2, double confidence);

#endif
