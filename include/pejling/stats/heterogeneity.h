/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Do the areas differ from each other (statistics.md B8)? Compare the areas' own slopes, not their
 * gaps: the rest they share cancels. Pairs by the caller, adjusted by Holm. I^2 is left out: from
 * three areas it is noise.
 */
#ifndef PEJLING_STATS_HETEROGENEITY_H
#define PEJLING_STATS_HETEROGENEITY_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/base/reason.h"
#include "pejling/stats/difference.h"

/* An area's slope, its standard error, and that one's degrees of freedom; HUGE_VAL: known. */
struct area_slope {
    double slope, standard_error, df;
};

struct slope_heterogeneity {
    enum reason reason; /* why all else is 0 */
    double pooled;      /* sum w b / sum w, w = 1/se^2: the slope they have in common */
    double pooled_error;
    double q;  /* sum w (b - pooled)^2 */
    double df; /* areas - 1 */
    double p;  /* of q on chi-squared: right where the standard errors are known */
    bool has_welch;
    double welch_f, welch_df; /* F on df and welch_df; HUGE_VAL where all errors are known */
    double welch_p;           /* the one to read where the errors come from few years */
};

/*
 * heterogeneity_of_slopes(areas, n): the fixed-effect mean and Cochran's Q (1954, Biometrics
 * 10:101), and for few degrees of freedom f_i Welch's F (1951, Biometrika 38:330)
 *   L = sum (1 - w_i / sum w)^2 / f_i,
 *   F = (Q / (k - 1)) / (1 + 2 (k - 2) L / (k^2 - 1)),  on k - 1 and (k^2 - 1) / (3 L),
 * k areas; without it where an f_i is 0 or less. Undefined (INCOMPLETE) for fewer than two areas,
 * (NO_SPREAD) for a standard error that is not positive, or a slope that is not finite.
 */
struct slope_heterogeneity heterogeneity_of_slopes(const struct area_slope *areas, size_t n);

/*
 * heterogeneity_of_pair(a, b, confidence): a's slope less b's with Welch's interval and p,
 *   se = sqrt(se_a^2 + se_b^2),  df = se^4 / (se_a^4 / f_a + se_b^4 / f_b)
 * (Satterthwaite 1946). What moves both areas in a year makes it the more careful. A point
 * (NO_SPREAD) for a standard error that is not positive, or df that are 0, less or infinite.
 */
struct difference_test heterogeneity_of_pair(struct area_slope a, struct area_slope b,
                                             double confidence);

struct pooled_gap_slope {
    enum reason reason; /* why the rest is 0 */
    double slope, standard_error;
};

/*
 * heterogeneity_pooled_gap(areas, n, rest_error): the areas' gap slopes as one, tested before any
 * of them: sum w b / sum w, w = 1/se^2. They are all measured against the same rest, whose slope
 * has the standard error `rest_error` (0: not known, or negligible) and is part of each; so any two
 * of them have the covariance rest_error^2, and the variance is
 *   1 / sum w + rest_error^2 (1 - sum w^2 / (sum w)^2).
 * Undefined as heterogeneity_of_slopes, and (NO_SPREAD) for a rest_error that is negative or
 * exceeds an area's.
 */
struct pooled_gap_slope heterogeneity_pooled_gap(const struct area_slope *areas, size_t n,
                                                 double rest_error);

/* An area's count: x of n persons. */
struct area_count {
    double x, n;
};

struct level_heterogeneity {
    enum reason reason; /* why all else is 0 */
    double chi_squared, df, p;
    double
        smallest_expected; /* the smallest expected count; under 5 chi-squared is not to be had */
    bool has_exact;
    double exact_p; /* the one to read where smallest_expected is under 5 */
};

/* With an expected count below it chi-squared is not to be had (Cochran 1954). */
#define HETEROGENEITY_EXPECTED 5

/* At most this many areas for the exact p. */
#define HETEROGENEITY_EXACT_AREAS 3

/*
 * heterogeneity_of_levels(areas, n): Pearson's chi-squared (1900) of the n x 2 table of those with
 * and those without, on n - 1, without correction. With an expected count below 5 also the exact p
 * of Freeman & Halton (1951, Biometrika 38:141): the tables with the same margins that are no more
 * probable than this one; for whole counts, of three areas at most.
 * Undefined (INCOMPLETE) for fewer than two areas, (NO_DENOMINATOR) for an n <= 0,
 * (INCONSISTENT_INPUT) outside 0 <= x <= n, (NO_VARIATION) where all have it or nobody has.
 */
struct level_heterogeneity heterogeneity_of_levels(const struct area_count *areas, size_t n);

/*
 * heterogeneity_of_rates(areas, n): the same of events x that a person may have several of, n their
 * exposure: chi-squared = sum (x - e)^2 / e with e = n sum x / sum n, the dispersion of Poisson
 * counts (Fisher 1950, Biometrics 6:17); never an exact p. Undefined as heterogeneity_of_levels,
 * but that x may exceed n.
 */
struct level_heterogeneity heterogeneity_of_rates(const struct area_count *areas, size_t n);

#endif
