/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How alike the residuals of neighbouring years are, and how alike they would look. A line through
 * a short series makes its residuals alternate, so the correlation seen is far below the one that
 * is there: -0.40 on average at five years without any. h(rho) is what is seen on average for a
 * correlation rho a year; setting the average seen equal to the average h over many series gives
 * rho (statistics.md B9.3).
 */
#ifndef PEJLING_STATS_RESIDUAL_CORRELATION_H
#define PEJLING_STATS_RESIDUAL_CORRELATION_H

#include <stddef.h>

#include "pejling/base/arena.h"
#include "pejling/stats/estimate.h"

/* The values of rho at which h is known: -0.4, -0.3, ..., 0.9. Between them h is a straight line.
 */
#define RESIDUAL_CORRELATION_STEPS 14

/* residual_correlation_rho(step): the rho of a step, 0 to RESIDUAL_CORRELATION_STEPS - 1. */
double residual_correlation_rho(size_t step);

/*
 * residual_correlation(x, y, n): r = sum e_t e_(t-1) / sum e_t^2 of the residuals of the least
 * squares line through y on x, x rising; neighbours are the points next to each other, however far
 * apart. A value without interval. Undefined (TOO_FEW_YEARS) for n < 3, (NO_VARIATION) where
 * the line has no residuals.
 */
struct estimate residual_correlation(const double *x, const double *y, size_t n);

/* h for one pattern of years. */
struct expected_correlation {
    enum reason reason; /* why there is none: TOO_FEW_YEARS; h is all 0 then */
    double h[RESIDUAL_CORRELATION_STEPS];
};

/*
 * residual_correlation_expected(x, n): h(rho) = E[r] for errors of equal variance that are
 * correlated by rho^|x_i - x_j|. 5 to 12 years in a row: from the table of statistics.md, a
 * simulation to four decimals. Any other pattern: exactly, the integral of Sawa (1978, J.
 * Econometrics 8:1) for the mean of a ratio of quadratic forms. Distances within 0.02 of a whole
 * number of years count as whole. Where some are not, a negative rho has no meaning and h stays at
 * its value for rho = 0.
 * Undefined (TOO_FEW_YEARS) for n < 3 or an x that does not rise.
 */
struct expected_correlation residual_correlation_expected(const double *x, size_t n);

/* Patterns of years and what they let expect, each worked out once, for any number of threads. */
struct expected_correlations;

/*
 * expected_correlations_new(arena): none so far; nothing else may use the arena while threads share
 * them.
 */
struct expected_correlations *expected_correlations_new(struct arena *arena);

/* expected_correlations_of(kept, x, n): residual_correlation_expected(x, n). */
struct expected_correlation expected_correlations_of(struct expected_correlations *kept,
                                                     const double *x, size_t n);

/*
 * residual_correlation_at(h, rho): h between its steps, along straight lines; outside -0.4 to 0.9
 * the value at the end.
 */
double residual_correlation_at(const double h[RESIDUAL_CORRELATION_STEPS], double rho);

/*
 * residual_correlation_solve(h, seen): the smallest rho with h(rho) = seen, along the same lines;
 * -0.4 or 0.9 where `seen` lies outside.
 */
double residual_correlation_solve(const double h[RESIDUAL_CORRELATION_STEPS], double seen);

#endif
