/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Trend by ranks: Mann-Kendall's test and Theil-Sen's slope. Companions of the verdict, not its
 * arbiters: they are no more robust to years that resemble each other than least squares.
 */
#ifndef PEJLING_STATS_RANK_H
#define PEJLING_STATS_RANK_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/base/arena.h"
#include "pejling/stats/estimate.h"

/* Up to this many points the p-value is exact. */
#define RANK_EXACT 12

/* Up to this many points Theil-Sen's slope has an interval. */
#define RANK_LONGEST 100

struct mann_kendall {
    double s;        /* sum over i < j of sgn(y_j - y_i) */
    double variance; /* of s without a trend: [n(n-1)(2n+5) - sum u(u-1)(2u+5)]/18, u tied */
    bool has_tau;
    double tau_b; /* s / sqrt(N (N - sum u(u-1)/2)), N = n(n-1)/2 */
    bool has_normal;
    double z, p_normal; /* (s -+ 1)/sqrt(variance), one step towards 0, and its two-sided p */
    bool has_p, is_exact;
    double p;          /* two-sided: exact up to RANK_EXACT points, else p_normal */
    double smallest_p; /* what the strongest trend these ties allow would have; 0 unless exact */
};

/*
 * mann_kendall(y, n): Mann (1945, Econometrica 13:245), Kendall (1975, Rank Correlation Methods),
 * for y in the order of time. The exact p is min(1, 2 P(S >= |s|)) over all arrangements of the
 * values, ties kept: the number of them with k inversions is the coefficient of q^k in the
 * q-multinomial [n]!/prod [u]!. All values tied: s = 0, variance 0, p = 1, and neither tau nor z.
 * No p below two points. With n = 3 or 4 smallest_p is 1/3 or 1/12: such a series can never show a
 * trend. Values must be finite; two are tied where they are equal, so round before calling.
 */
struct mann_kendall mann_kendall(const double *y, size_t n);

/*
 * rank_tail(arena, n, s): P(S >= s) for n values without ties and without trend (Kendall 1975,
 * table 1), 2 <= n <= RANK_LONGEST; 1 for n < 2. The arena is for work space.
 */
double rank_tail(struct arena *arena, size_t n, double s);

struct theil_sen {
    struct estimate slope;   /* per unit of t; METHOD_THEIL_SEN */
    double intercept;        /* median of y - slope t, at t = 0 */
    double exact_confidence; /* the interval's true level; 0 without an interval */
    size_t slopes;           /* how many pairs of points lie at different times */
};

/*
 * theil_sen(arena, t, y, n, confidence): the median of the slopes (y_j - y_i)/(t_j - t_i) between
 * all pairs at different times, on real time (Theil 1950; Sen 1968, JASA 63:1379), in any order.
 * The interval goes from the M-th smallest to the M-th largest of the N slopes, M = (N - C)/2,
 * C = S_a - 2, S_a the smallest s with P(S >= s) <= (1 - confidence)/2 (Hollander & Wolfe 1999,
 * sec. 9.3); its true level is 1 - 2 P(S >= S_a), at least `confidence`, 0.983 for five points at
 * 0.95. A point (TOO_FEW_YEARS) where no s is that improbable - up to four points at 0.95 - or two
 * points share a time, and (NOT_APPLICABLE) above RANK_LONGEST points. Undefined (TOO_FEW_YEARS)
 * without two points at different times. The arena is for work space.
 */
struct theil_sen theil_sen(struct arena *arena, const double *t, const double *y, size_t n,
                           double confidence);

#endif
