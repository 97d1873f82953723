/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/pooling.h"

#include <math.h>

#include "pejling/base/arena.h"
#include "pejling/stats/distribution.h"

#define LARGEST_RHO 0.9

/* Why a series cannot be pooled; any rho above 0 asks the same of it. */
static enum reason fault(const struct gls_points *points)
{
    if (points->n < 3)
        return REASON_TOO_FEW_YEARS;
    for (size_t i = 0; i < points->n; i++)
        if (!(points->variance[i] > 0))
            return REASON_NO_SPREAD;
    return gls_line_fit(points, LARGEST_RHO, 0).reason;
}

static bool has_correlation(const struct pooled_series *series)
{
    return series->reason == REASON_NONE && series->r.state != ESTIMATE_UNDEFINED;
}

static void estimate_correlation(struct pool *pool, struct expected_correlations *kept,
                                 const struct gls_points *series)
{
    for (size_t i = 0; i < pool->count; i++) {
        struct pooled_series *one = &pool->series[i];
        one->reason = fault(&series[i]);
        one->r = estimate_undefined(one->reason);
        if (one->reason != REASON_NONE)
            continue;
        one->df = (double)series[i].n - 2;
        one->r = residual_correlation(series[i].x, series[i].y, series[i].n);
        one->expected = expected_correlations_of(kept, series[i].x, series[i].n);
        pool->pooled++;
        pool->df_sum += one->df;
        pool->correlations += has_correlation(one);
    }
    for (size_t i = 0; i < pool->count; i++) {
        const struct pooled_series *one = &pool->series[i];
        if (!has_correlation(one))
            continue;
        double share = 1 / (double)pool->correlations;
        pool->mean_r += one->r.value * share;
        for (size_t step = 0; step < RESIDUAL_CORRELATION_STEPS; step++)
            pool->mean_h[step] += one->expected.h[step] * share;
    }
    if (pool->correlations > 0)
        pool->rho_hat = residual_correlation_solve(pool->mean_h, pool->mean_r);
    pool->rho_used = fmin(fmax(pool->rho_hat, 0), LARGEST_RHO);
}

static void fit_lines(struct pool *pool, const struct gls_points *series)
{
    for (size_t i = 0; i < pool->count; i++) {
        struct pooled_series *one = &pool->series[i];
        if (one->reason != REASON_NONE)
            continue;
        one->expected_r = residual_correlation_at(one->expected.h, pool->rho_used);
        one->line = gls_line_fit(&series[i], pool->rho_used, 0);
        one->phi = one->line.q / one->df;
    }
}

static void moderate(struct arena *arena, struct pool *pool)
{
    double *phi = arena_alloc(arena, pool->count, sizeof *phi);
    double *df = arena_alloc(arena, pool->count, sizeof *df);
    for (size_t i = 0; i < pool->count; i++) {
        phi[i] = pool->series[i].phi;
        df[i] = pool->series[i].df; /* 0 outside the pool: left out */
    }
    pool->moderation = moderation_fit(phi, df, pool->count);
}

static void test_slope(const struct pool *pool, struct pooled_series *one)
{
    const struct moderation *common = &pool->moderation;
    one->moderated_phi = moderation_phi(common, one->phi, one->df);
    one->standard_error = sqrt(one->moderated_phi * one->line.slope_variance);
    one->total_df = moderation_df(common, one->df);
    if (!(one->standard_error > 0)) {
        one->p = one->uncapped_p = fabs(one->line.slope) > 0 ? 0 : 1;
        return;
    }
    one->t = one->line.slope / one->standard_error;
    one->p = student_two_sided(one->t, one->total_df);
    one->uncapped_p = student_two_sided(one->t, common->prior_df + one->df);
}

struct pool pooling_fit(struct arena *arena, struct expected_correlations *kept,
                        const struct gls_points *series, size_t count)
{
    struct pool pool = {.count = count};
    pool.series = arena_alloc(arena, count, sizeof *pool.series);
    estimate_correlation(&pool, kept, series);
    fit_lines(&pool, series);
    moderate(arena, &pool);
    for (size_t i = 0; i < count; i++)
        if (pool.series[i].reason == REASON_NONE)
            test_slope(&pool, &pool.series[i]);
    if (pool.pooled < POOLING_SERIES || !(pool.df_sum >= POOLING_DF))
        pool.reason = REASON_TOO_FEW_SERIES;
    return pool;
}

struct pooled_series pooling_apply(const struct pool *pool, const struct gls_points *points)
{
    struct pooled_series one = {.reason = pool->reason};
    if (one.reason == REASON_NONE)
        one.reason = fault(points);
    one.r = estimate_undefined(one.reason);
    if (one.reason != REASON_NONE)
        return one;
    one.df = (double)points->n - 2;
    one.line = gls_line_fit(points, pool->rho_used, 0);
    one.phi = one.line.q / one.df;
    test_slope(pool, &one);
    return one;
}

struct estimate pooling_slope(const struct pooled_series *series, double quantile)
{
    if (series->reason != REASON_NONE)
        return estimate_undefined(series->reason);
    double slope = series->line.slope, half = quantile * series->standard_error;
    return estimate_interval(METHOD_ENGINE_B, slope, slope - half, slope + half);
}
