/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include "pejling/stats/distribution.h"
#include "pejling/stats/gap_line.h"
#include "pejling/stats/line.h"

#define N 8

static const double years[N] = {2015, 2016, 2018, 2019, 2020.5, 2022, 2023, 2024};
static const double gaps[N] = {0.11, 0.14, 0.09, 0.1, 0.07, 0.08, 0.03, 0.05};
static const double variances[N] = {4e-5, 3e-5, 5e-5, 2e-5, 4e-5, 6e-5, 1e-5, 2e-5};
static const double none[N];

static void tau2_solves_q_and_makes_the_factor_one(void **state)
{
    (void)state;
    const struct gls_points points = {years, gaps, variances, N};
    for (int i = 0; i < 3; i++) {
        double rho = i * 0.25;
        struct gap_fit fit = gap_line_fit(&points, rho, 0.95).fits[1];
        assert_true(fit.known.line.q > N - 2);
        assert_true(fit.random.tau2 > 0);
        assert_near(gap_variance_between_years(&points, rho), fit.random.tau2, 0);
        assert_near(gls_line_fit(&points, rho, fit.random.tau2).q, N - 2, 1e-9);
        assert_near(fit.random.factor, 1, 1e-9);
        assert_near(fit.random.standard_error, sqrt(fit.random.line.slope_variance), 1e-12);
        assert_near(fit.random.floored_error, fit.random.standard_error, 1e-12);
    }
}

/* However little or much of it there is, and however unlike the years' own variances are. */
static void tau2_is_found_whatever_the_variances(void **state)
{
    (void)state;
    for (double size = 1e-14; size < 3e-4; size *= 7)
        for (double ratio = 1; ratio < 1e9; ratio *= 30) {
            double v[N];
            for (size_t i = 0; i < N; i++)
                v[i] = size / (i % 3 == 1 ? ratio : 1);
            const struct gls_points points = {years, gaps, v, N};
            for (int i = 0; i < 2; i++) {
                struct gap_fit fit = gap_line_fit(&points, i * GAP_RHO_STOCK, 0.95).fits[1];
                if (!(fit.known.line.q > N - 2))
                    continue;
                struct gls_line line = gls_line_fit(&points, fit.rho, fit.random.tau2);
                assert_true(fit.random.tau2 > 0);
                assert_near(line.q, N - 2, 1e-11);
                assert_near(line.slope, fit.random.line.slope, 1e-13);
            }
        }
}

static void a_quiet_series_has_no_variance_between_years(void **state)
{
    (void)state;
    double large[N];
    for (size_t i = 0; i < N; i++)
        large[i] = 100 * variances[i];
    const struct gls_points points = {years, gaps, large, N};
    struct gap_fit fit = gap_line_fit(&points, 0, 0.95).fits[1];
    assert_near(fit.random.tau2, 0, 0);
    assert_near(fit.random.factor, fit.known.line.q / (N - 2), 1e-15);
    assert_true(fit.random.factor < 1);
    assert_near(fit.random.line.slope, fit.known.line.slope, 0);
    assert_near(fit.random.floored_error, fit.known.standard_error, 1e-15);
    assert_near(fit.known.scaled_error, fit.random.standard_error, 1e-15);
    assert_near(fit.known.p, normal_two_sided(fit.known.z), 0);
}

/* With no error within the years, the t line at rho = 0 is least squares. */
static void without_variances_it_is_least_squares(void **state)
{
    (void)state;
    const struct gls_points points = {years, gaps, none, N};
    struct gap_fit fit = gap_line_fit(&points, 0, 0.95).fits[1];
    struct line line = line_fit(years, gaps, N, 0.95);
    assert_false(fit.known.there);
    assert_near(fit.random.line.slope, line.slope.value, 1e-15);
    assert_near(fit.random.standard_error, line.standard_error, 1e-14);
    assert_near(fit.random.p, line.p, 1e-11);
    assert_near(fit.random.tau2, line.residual_spread * line.residual_spread, 1e-15);
    assert_near(fit.half_width, line.slope.upper - line.slope.value, 1e-13);
    struct gap_line gap = gap_line_fit(&points, GAP_RHO_FLOW, 0.95);
    assert_int_equal(gap.slope.state, ESTIMATE_INTERVAL);
    assert_true(gap.slope.upper >= line.slope.upper - 1e-13);
}

/* A variance of 0 in one year only is the limit of a small one. */
static void one_variance_of_zero_is_a_limit(void **state)
{
    (void)state;
    double zero[N], small[N];
    for (size_t i = 0; i < N; i++) {
        zero[i] = i == 3 ? 0 : variances[i];
        small[i] = i == 3 ? 1e-13 : variances[i];
    }
    const struct gls_points points = {years, gaps, zero, N}, nearly = {years, gaps, small, N};
    struct gap_fit fit = gap_line_fit(&points, 0.3, 0.95).fits[1],
                   limit = gap_line_fit(&nearly, 0.3, 0.95).fits[1];
    assert_false(fit.known.there);
    assert_true(limit.known.there);
    assert_near(fit.random.line.slope, limit.random.line.slope, 1e-9);
    assert_near(fit.random.tau2, limit.random.tau2, 1e-10);
    assert_near(fit.random.standard_error, limit.random.standard_error, 1e-9);
}

static void the_union_is_that_of_the_four(void **state)
{
    (void)state;
    const struct gls_points points = {years, gaps, variances, N};
    struct gap_line gap = gap_line_fit(&points, GAP_RHO_STOCK, 0.95);
    double lower = HUGE_VAL, upper = -HUGE_VAL, p = 0, low90 = HUGE_VAL, high90 = -HUGE_VAL;
    double z = normal_quantile(0.975), t = student_quantile(0.975, N - 2);
    double z90 = normal_quantile(0.95), t90 = student_quantile(0.95, N - 2);
    for (size_t i = 0; i < 2; i++) {
        struct gap_fit fit = gap_line_fit(&points, (double)i * GAP_RHO_STOCK, 0.95).fits[1];
        double b = fit.known.line.slope, se = fit.known.standard_error;
        lower = fmin(lower, b - z * se);
        upper = fmax(upper, b + z * se);
        low90 = fmin(low90, b - z90 * se);
        high90 = fmax(high90, b + z90 * se);
        b = fit.random.line.slope;
        se = fit.random.standard_error;
        lower = fmin(lower, b - t * se);
        upper = fmax(upper, b + t * se);
        low90 = fmin(low90, b - t90 * se);
        high90 = fmax(high90, b + t90 * se);
        p = fmax(p, fmax(fit.random.p, fit.known.p));
        assert_near(gap.fits[i].rho, (double)i * GAP_RHO_STOCK, 0);
    }
    assert_interval(gap.slope, gap.fits[0].random.line.slope, lower, upper, 1e-14);
    assert_near(gap.equivalence[0], low90, 1e-14);
    assert_near(gap.equivalence[1], high90, 1e-14);
    assert_near(gap.p, p, 0);
    assert_near((gap.last - gap.first) / (2024 - 2015), gap.slope.value, 1e-15);
}

static void p_and_interval_agree(void **state)
{
    (void)state;
    const struct gls_points points = {years, gaps, variances, N};
    struct gap_line gap = gap_line_fit(&points, GAP_RHO_STOCK, 0.95);
    assert_true((gap.p < 0.05) == (gap.slope.upper < 0 || gap.slope.lower > 0));
    struct gap_line at_p = gap_line_fit(&points, GAP_RHO_STOCK, 1 - gap.p);
    assert_near(fmin(fabs(at_p.slope.lower), fabs(at_p.slope.upper)), 0, 1e-10);
}

static void swapping_groups_and_reversing_time(void **state)
{
    (void)state;
    double swapped[N], back[N], reversed[N], reversed_v[N], scaled[N], scaled_v[N];
    for (size_t i = 0; i < N; i++) {
        swapped[i] = -gaps[i];
        back[i] = 4039 - years[N - 1 - i];
        reversed[i] = gaps[N - 1 - i];
        reversed_v[i] = variances[N - 1 - i];
        scaled[i] = 1000 * gaps[i];
        scaled_v[i] = 1e6 * variances[i];
    }
    const struct gls_points points = {years, gaps, variances, N};
    const struct gls_points others[] = {{years, swapped, variances, N},
                                        {back, reversed, reversed_v, N},
                                        {years, scaled, scaled_v, N}};
    const double factors[] = {-1, -1, 1000};
    struct gap_line gap = gap_line_fit(&points, GAP_RHO_FLOW, 0.95);
    for (size_t i = 0; i < 3; i++) {
        struct gap_line other = gap_line_fit(&others[i], GAP_RHO_FLOW, 0.95);
        double factor = factors[i], size = 1e-13 * fabs(factor);
        assert_near(other.slope.value, factor * gap.slope.value, size);
        double ends[2] = {factor * gap.slope.lower, factor * gap.slope.upper};
        assert_near(other.slope.lower, fmin(ends[0], ends[1]), size);
        assert_near(other.slope.upper, fmax(ends[0], ends[1]), size);
        assert_near(other.p, gap.p, 1e-10);
    }
}

static void a_flat_or_exact_gap_rests_on_the_known_variance(void **state)
{
    (void)state;
    static const double five[] = {2019, 2020, 2021, 2022, 2023};
    static const double flat[] = {0.1, 0.1, 0.1, 0.1, 0.1};
    static const double line[] = {0.5, 0.4, 0.3, 0.2, 0.1};
    static const double v[] = {1e-4, 1e-4, 1e-4, 1e-4, 1e-4};
    const struct gls_points level = {five, flat, v, 5}, falling = {five, line, v, 5};
    struct gap_line gap = gap_line_fit(&level, GAP_RHO_FLOW, 0.95);
    assert_near(gap.slope.value, 0, 0);
    assert_near(gap.fits[0].random.standard_error, 0, 0);
    assert_near(gap.fits[0].known.standard_error, 0.01 / sqrt(10), 1e-15);
    assert_near(gap.p, 1, 0);
    assert_true(gap.slope.upper > 0.006 && gap.slope.lower < -0.006);
    gap = gap_line_fit(&falling, GAP_RHO_FLOW, 0.95);
    assert_near(gap.slope.value, -0.1, 1e-14);
    assert_near(gap.p, gap.fits[1].known.p, 0);
    const struct gls_points bare = {five, flat, none, 5}, bare_line = {five, line, none, 5};
    gap = gap_line_fit(&bare, GAP_RHO_FLOW, 0.95);
    assert_interval(gap.slope, 0, 0, 0, 0);
    assert_near(gap.p, 1, 0);
    gap = gap_line_fit(&bare_line, GAP_RHO_FLOW, 0.95);
    assert_near(gap.slope.value, -0.1, 1e-14);
    assert_near(gap.p, 0, 0);
}

static void short_series_and_odd_input(void **state)
{
    (void)state;
    static const double same[] = {2020, 2020, 2020};
    double far_off[N], bad[N];
    for (size_t i = 0; i < N; i++) {
        far_off[i] = 1e9 + gaps[i];
        bad[i] = i == 2 ? -1e-5 : variances[i];
    }
    for (size_t n = 0; n < 2; n++) {
        const struct gls_points points = {years, gaps, variances, n};
        assert_undefined(gap_line_fit(&points, 0.3, 0.95).slope, REASON_TOO_FEW_YEARS);
    }
    const struct gls_points two = {years, gaps, variances, 2}, three = {years, gaps, variances, 3};
    struct gap_line gap = gap_line_fit(&two, 0.3, 0.95);
    assert_int_equal(gap.slope.state, ESTIMATE_POINT);
    assert_near(gap.slope.value, 0.03, 1e-14);
    assert_false(gap.fits[0].random.there);
    assert_int_equal(gap_line_fit(&three, 0.3, 0.95).slope.state, ESTIMATE_INTERVAL);
    const struct gls_points at_once = {same, gaps, variances, 3};
    assert_undefined(gap_line_fit(&at_once, 0.3, 0.95).slope, REASON_TOO_FEW_YEARS);
    const struct gls_points offset = {years, far_off, variances, N};
    assert_near(gap_line_fit(&offset, 0, 0.95).slope.value,
                gap_line_fit(&(struct gls_points){years, gaps, variances, N}, 0, 0.95).slope.value,
                1e-7);
    const struct gls_points negative = {years, gaps, bad, N};
    assert_undefined(gap_line_fit(&negative, 0.3, 0.95).slope, REASON_NO_SPREAD);
    const struct gls_points fine = {years, gaps, variances, N};
    assert_undefined(gap_line_fit(&fine, 1, 0.95).slope, REASON_NOT_APPLICABLE);
}

static void variances_use_the_pooled_share(void **state)
{
    (void)state;
    static const double xa[] = {10, 30}, na[] = {100, 99}, xr[] = {400, 599}, nr[] = {4999, 5000};
    const struct gap_counts counts = {xa, na, xr, nr, 2};
    double v[2];
    gap_share_variances(&counts, v);
    double a = 40.5 / 200, r = 999.5 / 10000;
    assert_near(v[0], a * (1 - a) / 100 + r * (1 - r) / 4999, 1e-16);
    gap_rate_variances(&counts, v);
    assert_near(v[1], 40.5 / 199 / 99 + 999.5 / 9999 / 5000, 1e-16);
    assert_near(gap_mean_variance((struct mean){5, 25, 2}, (struct mean){6, 400, 3}),
                4.0 / 25 + 9.0 / 400, 1e-16);
    assert_near(gap_mean_variance((struct mean){5, 25, -1}, (struct mean){6, 400, 3}), 0, 0);
}

static void a_mean_that_is_not_known_has_no_variance(void **state)
{
    (void)state;
    const struct mean known = {5, 10, 2}, nobody = {5, 0, 2}, no_spread = {5, 10, -1};
    assert_near(gap_mean_variance(known, known), 0.8, 1e-15);
    assert_near(gap_mean_variance(nobody, known), 0, 0);
    assert_near(gap_mean_variance(known, nobody), 0, 0);
    assert_near(gap_mean_variance(no_spread, known), 0, 0);
    assert_near(gap_mean_variance(known, no_spread), 0, 0);
}

static void gaps_beyond_the_doubles_have_no_interval(void **state)
{
    (void)state;
    double huge[N], wild[N];
    for (size_t i = 0; i < N; i++) {
        huge[i] = i % 2 ? 1e100 : -1e100; /* no variance between years is large enough */
        wild[i] = i % 2 ? 1.7e308 : -1.7e308;
    }
    const struct gls_points far = {years, huge, variances, N}, off = {years, wild, variances, N};
    assert_near(gap_variance_between_years(&far, 0), 0, 0);
    struct gap_line line = gap_line_fit(&off, 0.25, 0.95);
    assert_undefined(line.slope, REASON_TOO_FEW_YEARS);
}

static void a_variance_below_zero_is_none(void **state)
{
    (void)state;
    double wrong[N];
    memcpy(wrong, variances, sizeof wrong);
    wrong[3] = -1e-5;
    const struct gls_points points = {years, gaps, wrong, N};
    struct gap_fit fit = gap_line_fit(&points, 0, 0.95).fits[1];
    assert_int_equal(fit.reason, REASON_NO_SPREAD);
    assert_near(fit.half_width, 0, 0);
    const struct gls_points two = {years, gaps, none, 2};
    assert_near(gap_variance_between_years(&two, 0), 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tau2_solves_q_and_makes_the_factor_one),
        cmocka_unit_test(tau2_is_found_whatever_the_variances),
        cmocka_unit_test(a_quiet_series_has_no_variance_between_years),
        cmocka_unit_test(without_variances_it_is_least_squares),
        cmocka_unit_test(one_variance_of_zero_is_a_limit),
        cmocka_unit_test(the_union_is_that_of_the_four),
        cmocka_unit_test(p_and_interval_agree),
        cmocka_unit_test(swapping_groups_and_reversing_time),
        cmocka_unit_test(a_flat_or_exact_gap_rests_on_the_known_variance),
        cmocka_unit_test(short_series_and_odd_input),
        cmocka_unit_test(variances_use_the_pooled_share),
        cmocka_unit_test(a_mean_that_is_not_known_has_no_variance),
        cmocka_unit_test(gaps_beyond_the_doubles_have_no_interval),
        cmocka_unit_test(a_variance_below_zero_is_none),
    };
    distribution_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
