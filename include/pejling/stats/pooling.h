/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Engine B (statistics.md B9.3): the slopes of all gap series of one class, stock or flow, tested
 * together. One short series tells next to nothing about its own serial correlation and little
 * about its own spread; many of them do. So the correlation is estimated once for the class, and
 * each series' spread is drawn towards the common one. Every step is in the result, for `explain`.
 */
#ifndef PEJLING_STATS_POOLING_H
#define PEJLING_STATS_POOLING_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/stats/estimate.h"
#include "pejling/stats/gls_line.h"
#include "pejling/stats/moderation.h"
#include "pejling/stats/residual_correlation.h"

struct arena;

/* Below either of these the pool may be computed but not decide. */
#define POOLING_SERIES 18
#define POOLING_DF 60

/* One series in the pool, in the order of the steps; 0 throughout where it is not part of it. */
struct pooled_series {
    enum reason reason;                   /* why it is no part of the pool */
    struct estimate r;                    /* correlation of neighbouring residuals */
    struct expected_correlation expected; /* h for the pattern of its years */
    double expected_r;                    /* h at the rho used */
    struct gls_line line;                 /* with that rho; q = e' V^-1 e */
    double df;                            /* n - 2 */
    double phi;                           /* q / df: 1 where chance within the years is all */
    double moderated_phi;
    double standard_error; /* of the slope: sqrt(moderated_phi line.slope_variance) */
    double total_df;       /* of t: d0 + df, at most the sum of all df */
    double t, p;           /* the test that decides; t is 0 where the standard error is */
    double uncapped_p;     /* on d0 + df however many, as in Smyth (2004); to compare with */
};

struct pool {
    enum reason reason;  /* REASON_NONE, or TOO_FEW_SERIES: may not decide */
    size_t count;        /* series given */
    size_t pooled;       /* of them in the pool */
    double df_sum;       /* of those, n - 2 each */
    size_t correlations; /* of them with an r and an h */
    double mean_r;       /* over those */
    double mean_h[RESIDUAL_CORRELATION_STEPS];
    double rho_hat;  /* mean_h(rho_hat) = mean_r; 0 without an r */
    double rho_used; /* rho_hat within 0 to 0.9 */
    struct moderation moderation;
    struct pooled_series *series; /* `count` of them, in the order given */
};

/*
 * pooling_fit(arena, kept, series, count): all steps:
 *  1. r_i of each series; rho solves mean r_i = mean h_i(rho), and is kept within 0 to 0.9;
 *  2. gls_line_fit with that rho: slope b_i, its variance P_i with errors as given, phi_i = q/df;
 *  3. phi_i moderated (Smyth 2004); se_i = sqrt(phi~_i P_i), t_i = b_i/se_i on d0 + df.
 * A series takes part with three points or more, x rising, and all variances positive; the others
 * carry a reason: TOO_FEW_YEARS, NO_SPREAD, NOT_APPLICABLE. Give it admissible series (B9.1) of one
 * class only: one rho is estimated for them all. The result lives in the arena.
 */
struct pool pooling_fit(struct arena *arena, struct expected_correlations *kept,
                        const struct gls_points *series, size_t count);

/*
 * pooling_apply(pool, points): a series that is no part of the pool, such as the total of others in
 * it, tested with the pool's correlation and common spread. Its r and h are not looked at.
 */
struct pooled_series pooling_apply(const struct pool *pool, const struct gls_points *points);

/*
 * pooling_slope(series, quantile): b -+ quantile se, METHOD_ENGINE_B; the quantile is Student's on
 * total_df, which most series of a pool have alike. Undefined for the series' own reason.
 */
struct estimate pooling_slope(const struct pooled_series *series, double quantile);

#endif
