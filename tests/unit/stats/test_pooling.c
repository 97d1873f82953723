/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include "pejling/base/arena.h"
#include "pejling/stats/distribution.h"
#include "pejling/stats/line.h"
#include "pejling/stats/pooling.h"

#define SERIES 20
#define YEARS 6

static const double years[YEARS] = {2018, 2019, 2020, 2021, 2022, 2023};

/* Series that are anything but alike, without a random generator. */
struct sample {
    double y[SERIES][YEARS], variance[SERIES][YEARS];
    struct gls_points points[SERIES];
};

static void sample_fill(struct sample *sample, double size)
{
    for (size_t s = 0; s < SERIES; s++) {
        for (size_t i = 0; i < YEARS; i++) {
            double phase = (double)(s * YEARS + i);
            double spread = 0.01 * (1 + (double)(s % 5));
            sample->y[s][i] =
                size * (0.1 - 0.004 * (double)(s % 3) * (double)i + spread * sin(phase * phase));
            sample->variance[s][i] = size * size * 1e-4 * (1 + 0.1 * (double)((s + i) % 4));
        }
        sample->points[s] = (struct gls_points){years, sample->y[s], sample->variance[s], YEARS};
    }
}

static int setup(void **state)
{
    *state = arena_new();
    return 0;
}

static int teardown(void **state)
{
    arena_free(*state);
    return 0;
}

static void each_step_follows_from_the_one_before(void **state)
{
    struct sample sample;
    sample_fill(&sample, 1);
    struct pool pool =
        pooling_fit(*state, expected_correlations_new(*state), sample.points, SERIES);
    assert_int_equal(pool.reason, REASON_NONE);
    assert_int_equal(pool.pooled, SERIES);
    assert_int_equal(pool.correlations, SERIES);
    assert_near(pool.df_sum, SERIES * (YEARS - 2), 0);
    assert_true(pool.rho_used >= 0 && pool.rho_used <= 0.9);
    double mean_r = 0;
    for (size_t s = 0; s < SERIES; s++) {
        const struct pooled_series *one = &pool.series[s];
        struct gls_line line = gls_line_fit(&sample.points[s], pool.rho_used, 0);
        mean_r += residual_correlation(years, sample.y[s], YEARS).value / SERIES;
        assert_near(one->line.slope, line.slope, 0);
        assert_near(one->phi, line.q / (YEARS - 2), 0);
        assert_true(one->moderated_phi >= fmin(one->phi, pool.moderation.prior_phi));
        assert_true(one->moderated_phi <= fmax(one->phi, pool.moderation.prior_phi));
        assert_near(one->p, student_two_sided(one->t, one->total_df), 0);
        assert_true(one->total_df <= pool.df_sum && one->uncapped_p <= one->p);
    }
    assert_near(pool.mean_r, mean_r, 1e-14);
    if (pool.rho_hat > -0.4 && pool.rho_hat < 0.9)
        assert_near(residual_correlation_at(pool.mean_h, pool.rho_hat), mean_r, 1e-12);
}

static void scale_of_the_gaps_does_not_matter(void **state)
{
    struct sample small, large;
    sample_fill(&small, 1);
    sample_fill(&large, 1000);
    struct pool a = pooling_fit(*state, expected_correlations_new(*state), small.points, SERIES);
    struct pool b = pooling_fit(*state, expected_correlations_new(*state), large.points, SERIES);
    assert_near(a.rho_hat, b.rho_hat, 1e-9);
    for (size_t s = 0; s < SERIES; s++) {
        assert_near(a.series[s].line.slope * 1000, b.series[s].line.slope, 1e-9);
        assert_near(a.series[s].p, b.series[s].p, 1e-9);
    }
}

static void order_of_the_series_does_not_matter(void **state)
{
    struct sample sample;
    sample_fill(&sample, 1);
    struct gls_points reversed[SERIES];
    for (size_t s = 0; s < SERIES; s++)
        reversed[s] = sample.points[SERIES - 1 - s];
    struct pool a = pooling_fit(*state, expected_correlations_new(*state), sample.points, SERIES);
    struct pool b = pooling_fit(*state, expected_correlations_new(*state), reversed, SERIES);
    for (size_t s = 0; s < SERIES; s++)
        assert_near(a.series[s].p, b.series[SERIES - 1 - s].p, 1e-10);
}

static void without_correlation_slopes_are_least_squares(void **state)
{
    struct sample sample;
    sample_fill(&sample, 1);
    for (size_t s = 0; s < SERIES; s++)
        for (size_t i = 0; i < YEARS; i++) {
            /* residuals that change sign every year: the estimate falls below 0 */
            sample.y[s][i] = i % 2 ? 0.01 * (double)(s + 1) : -0.01 * (double)(s + 1);
            sample.variance[s][i] = 2e-4;
        }
    struct pool pool =
        pooling_fit(*state, expected_correlations_new(*state), sample.points, SERIES);
    assert_near(pool.rho_hat, -0.4, 1e-12);
    assert_near(pool.rho_used, 0, 0);
    for (size_t s = 0; s < SERIES; s++) {
        struct line line = line_fit(years, sample.y[s], YEARS, 0.95);
        assert_near(pool.series[s].line.slope, line.slope.value, 1e-13);
        assert_near(sqrt(pool.series[s].phi * pool.series[s].line.slope_variance),
                    line.standard_error, 1e-12);
    }
}

static void what_cannot_be_pooled_changes_nothing(void **state)
{
    struct sample sample;
    sample_fill(&sample, 1);
    struct gls_points more[SERIES + 3];
    const double zeros[YEARS] = {0}, same[YEARS] = {2020, 2020, 2020, 2020, 2020, 2020};
    more[0] = (struct gls_points){years, sample.y[0], zeros, YEARS};
    more[1] = (struct gls_points){years, sample.y[0], sample.variance[0], 2};
    for (size_t s = 0; s < SERIES; s++)
        more[2 + s] = sample.points[s];
    more[SERIES + 2] = (struct gls_points){same, sample.y[0], sample.variance[0], YEARS};
    struct pool a = pooling_fit(*state, expected_correlations_new(*state), sample.points, SERIES);
    struct pool b = pooling_fit(*state, expected_correlations_new(*state), more, SERIES + 3);
    assert_int_equal(b.pooled, SERIES);
    assert_int_equal(b.series[0].reason, REASON_NO_SPREAD);
    assert_int_equal(b.series[1].reason, REASON_TOO_FEW_YEARS);
    assert_int_equal(b.series[SERIES + 2].reason, REASON_TOO_FEW_YEARS);
    assert_undefined(pooling_slope(&b.series[0], 2), REASON_NO_SPREAD);
    assert_near(a.rho_hat, b.rho_hat, 1e-12);
    for (size_t s = 0; s < SERIES; s++)
        assert_near(a.series[s].p, b.series[2 + s].p, 1e-12);
}

static void interval_and_p_say_the_same(void **state)
{
    struct sample sample;
    sample_fill(&sample, 1);
    struct pool pool =
        pooling_fit(*state, expected_correlations_new(*state), sample.points, SERIES);
    for (size_t s = 0; s < SERIES; s++) {
        const struct pooled_series *one = &pool.series[s];
        struct estimate slope = pooling_slope(one, student_quantile(1 - one->p / 2, one->total_df));
        assert_int_equal(slope.state, ESTIMATE_INTERVAL);
        double limit = slope.value > 0 ? slope.lower : slope.upper;
        assert_near(limit, 0, 1e-9);
    }
}

static void a_pool_too_small_may_not_decide(void **state)
{
    struct sample sample;
    sample_fill(&sample, 1);
    assert_int_equal(
        pooling_fit(*state, expected_correlations_new(*state), sample.points, 17).reason,
        REASON_TOO_FEW_SERIES);
    assert_int_equal(
        pooling_fit(*state, expected_correlations_new(*state), sample.points, 18).reason,
        REASON_NONE);
    for (size_t s = 0; s < SERIES; s++)
        sample.points[s].n = 4; /* 20 series of 2 degrees of freedom: under 60 */
    struct pool pool =
        pooling_fit(*state, expected_correlations_new(*state), sample.points, SERIES);
    assert_int_equal(pool.reason, REASON_TOO_FEW_SERIES);
    assert_int_equal(pool.pooled, SERIES);
    assert_true(pool.series[0].p > 0 && pool.series[0].p <= 1);
}

static void degenerate_pools(void **state)
{
    struct sample sample;
    sample_fill(&sample, 1);
    struct pool none = pooling_fit(*state, expected_correlations_new(*state), sample.points, 0);
    assert_int_equal(none.reason, REASON_TOO_FEW_SERIES);
    assert_near(none.rho_used, 0, 0);
    struct pool one = pooling_fit(*state, expected_correlations_new(*state), sample.points, 1);
    assert_int_equal(one.pooled, 1);
    assert_true(one.series[0].p >= 0 && one.series[0].p <= 1);
    for (size_t s = 0; s < SERIES; s++)
        for (size_t i = 0; i < YEARS; i++)
            sample.y[s][i] = s == 0 ? 0.2 : 0.01 * (double)(s * i);
    struct pool exact =
        pooling_fit(*state, expected_correlations_new(*state), sample.points, SERIES);
    assert_int_equal(exact.correlations, 0);
    assert_near(exact.rho_hat, 0, 0);
    assert_near(exact.series[0].p, 1, 0);
    assert_near(exact.series[1].p, 0, 0);
    struct estimate slope = pooling_slope(&exact.series[1], 2);
    assert_interval(slope, 0.01, 0.01, 0.01, 1e-12);
}

/* A series from outside gets the pool's correlation and spread, as one of its own would. */
static void a_series_from_outside_is_tested_as_one_inside(void **state)
{
    struct sample sample;
    sample_fill(&sample, 1);
    struct pool pool =
        pooling_fit(*state, expected_correlations_new(*state), sample.points, SERIES);
    struct pooled_series again = pooling_apply(&pool, &sample.points[3]);
    assert_int_equal(again.reason, REASON_NONE);
    assert_near(again.p, pool.series[3].p, 0);
    assert_near(again.standard_error, pool.series[3].standard_error, 0);
    sample.points[3].n = 2;
    assert_int_equal(pooling_apply(&pool, &sample.points[3]).reason, REASON_TOO_FEW_YEARS);
    struct pool few = pooling_fit(*state, expected_correlations_new(*state), sample.points, 2);
    assert_int_equal(pooling_apply(&few, &sample.points[4]).reason, REASON_TOO_FEW_SERIES);
}

/* Simulating h takes time, so a pattern met before lends its own; only the same pattern does. */
static void each_pattern_of_years_has_its_own_expectation(void **state)
{
    struct sample sample;
    sample_fill(&sample, 1);
    const double holes[YEARS] = {2014, 2016, 2018, 2019, 2022, 2023};
    sample.points[1].n = 5;
    sample.points[2].x = sample.points[4].x = holes;
    sample.points[3].n = 2; /* not pooled: lends nothing */
    struct pool pool = pooling_fit(*state, expected_correlations_new(*state), sample.points, 6);
    for (size_t s = 0; s < 6; s++) {
        if (s == 3)
            continue;
        const struct gls_points *points = &sample.points[s];
        struct expected_correlation own = residual_correlation_expected(points->x, points->n);
        assert_memory_equal(pool.series[s].expected.h, own.h, sizeof own.h);
    }
    assert_int_equal(pool.pooled, 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_step_follows_from_the_one_before, setup, teardown),
        cmocka_unit_test_setup_teardown(scale_of_the_gaps_does_not_matter, setup, teardown),
        cmocka_unit_test_setup_teardown(order_of_the_series_does_not_matter, setup, teardown),
        cmocka_unit_test_setup_teardown(without_correlation_slopes_are_least_squares, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(what_cannot_be_pooled_changes_nothing, setup, teardown),
        cmocka_unit_test_setup_teardown(interval_and_p_say_the_same, setup, teardown),
        cmocka_unit_test_setup_teardown(a_pool_too_small_may_not_decide, setup, teardown),
        cmocka_unit_test_setup_teardown(degenerate_pools, setup, teardown),
        cmocka_unit_test_setup_teardown(a_series_from_outside_is_tested_as_one_inside, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(each_pattern_of_years_has_its_own_expectation, setup,
                                        teardown),
    };
    distribution_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
