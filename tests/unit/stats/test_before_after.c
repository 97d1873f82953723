/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include "pejling/stats/before_after.h"
#include "pejling/stats/distribution.h"

#define N 10
#define BEFORE_DATE 6
#define MOST 4 /* parameters */

static const double years[N] = {2014, 2015, 2016, 2018, 2019, 2020, 2021, 2022, 2023, 2024};
static const double gaps[N] = {0.12, 0.129, 0.138, 0.14, 0.124, 0.119, 0.103, 0.116, 0.092, 0.097};

/* Least squares with up to four columns, by the normal equations: the other route. */
struct fit {
    double b[MOST], error[MOST], df;
};

static void solve(size_t k, double m[MOST][2 * MOST])
{
    for (size_t c = 0; c < k; c++) {
        double pivot = m[c][c];
        for (size_t j = 0; j < 2 * MOST; j++)
            m[c][j] /= pivot;
        for (size_t i = 0; i < k; i++) {
            double factor = m[i][c];
            for (size_t j = 0; j < 2 * MOST && i != c; j++)
                m[i][j] -= factor * m[c][j];
        }
    }
}

static struct fit regress(double x[N][MOST], const double *y, size_t k)
{
    double m[MOST][2 * MOST] = {{0}}, squares = 0;
    struct fit fit = {.df = (double)(N - k)};
    for (size_t i = 0; i < k; i++) {
        m[i][MOST + i] = 1;
        for (size_t j = 0; j < k; j++)
            for (size_t t = 0; t < N; t++)
                m[i][j] += x[t][i] * x[t][j];
    }
    solve(k, m);
    for (size_t i = 0; i < k; i++)
        for (size_t j = 0; j < k; j++)
            for (size_t t = 0; t < N; t++)
                fit.b[i] += m[i][MOST + j] * x[t][j] * y[t];
    for (size_t t = 0; t < N; t++) {
        double e = y[t];
        for (size_t i = 0; i < k; i++)
            e -= fit.b[i] * x[t][i];
        squares += e * e;
    }
    for (size_t i = 0; i < k; i++)
        fit.error[i] = sqrt(squares / fit.df * m[i][MOST + i]);
    return fit;
}

static void assert_change(const struct change *change, const struct fit *fit, size_t column)
{
    assert_int_equal(change->estimate.state, ESTIMATE_INTERVAL);
    assert_near(change->estimate.value, fit->b[column], 1e-11);
    assert_near(change->standard_error, fit->error[column], 1e-11);
    assert_near(change->df, fit->df, 0);
    assert_true(change->has_p);
    assert_near(change->p, student_two_sided(fit->b[column] / fit->error[column], fit->df), 1e-8);
}

static void contrasts_are_those_of_the_regressions(void **state)
{
    (void)state;
    double mean[N][MOST] = {{0}}, step[N][MOST] = {{0}}, lines[N][MOST] = {{0}};
    for (size_t t = 0; t < N; t++) {
        double after = t >= BEFORE_DATE ? 1 : 0, time = years[t] - years[BEFORE_DATE];
        const double columns[MOST] = {1, after, time, after * time};
        for (size_t c = 0; c < MOST; c++)
            mean[t][c] = step[t][c] = lines[t][c] = columns[c];
    }
    struct before_after result = before_after(years, gaps, NULL, N, BEFORE_DATE, 0.95);
    struct fit by_mean = regress(mean, gaps, 2), by_step = regress(step, gaps, 3);
    struct fit by_lines = regress(lines, gaps, 4);
    assert_change(&result.mean, &by_mean, 1);
    assert_change(&result.step, &by_step, 1);
    assert_change(&result.level, &by_lines, 1);
    assert_change(&result.slope, &by_lines, 3);
    assert_int_equal(result.before, BEFORE_DATE);
    assert_int_equal(result.after, N - BEFORE_DATE);
    assert_true(result.slope_may_be_shown);
}

/* The change is the difference of the two means, and so is its standard error. */
static void means_of_the_sides_make_the_change(void **state)
{
    (void)state;
    struct before_after result = before_after(years, gaps, NULL, N, BEFORE_DATE, 0.95);
    const struct change *before = &result.before_mean, *after = &result.after_mean;
    assert_near(before->estimate.value, (0.12 + 0.129 + 0.138 + 0.14 + 0.124 + 0.119) / 6, 1e-14);
    assert_near(after->estimate.value, (0.103 + 0.116 + 0.092 + 0.097) / 4, 1e-14);
    assert_near(after->estimate.value - before->estimate.value, result.mean.estimate.value, 1e-14);
    assert_near(hypot(before->standard_error, after->standard_error), result.mean.standard_error,
                1e-14);
    struct before_after none = before_after(years, gaps, NULL, N, N, 0.95);
    assert_int_equal(none.before_mean.estimate.state, ESTIMATE_INTERVAL);
    assert_near(none.before_mean.df, N - 1, 0);
    assert_int_equal(none.after_mean.estimate.reason, REASON_TOO_FEW_AFTER);
    assert_int_equal(before_after(years, gaps, NULL, N, 0, 0.95).before_mean.estimate.reason,
                     REASON_TOO_FEW_BEFORE);
}

static void placebo_changes_are_the_distribution(void **state)
{
    (void)state;
    struct before_after result = before_after(years, gaps, NULL, N, BEFORE_DATE, 0.95);
    size_t dates = 0, as_large = 0;
    for (size_t before = PLACEBO_SIDE; before + PLACEBO_SIDE <= N; before++) {
        double change = placebo_change(gaps, N, before);
        struct before_after there = before_after(years, gaps, NULL, N, before, 0.95);
        assert_near(change, there.mean.estimate.value, 1e-15);
        as_large += fabs(change) >= fabs(result.mean.estimate.value) - 1e-14;
        dates++;
    }
    assert_int_equal(dates, result.placebo_dates);
    assert_near((double)as_large / (double)dates, result.placebo_share.value, 1e-15);
}

static void swapping_area_and_rest_negates(void **state)
{
    (void)state;
    double negated[N];
    for (size_t i = 0; i < N; i++)
        negated[i] = -gaps[i];
    struct before_after a = before_after(years, gaps, NULL, N, BEFORE_DATE, 0.95);
    struct before_after b = before_after(years, negated, NULL, N, BEFORE_DATE, 0.95);
    assert_near(a.mean.estimate.value, -b.mean.estimate.value, 1e-16);
    assert_near(a.mean.estimate.upper, -b.mean.estimate.lower, 1e-15);
    assert_near(a.slope.estimate.value, -b.slope.estimate.value, 1e-16);
    assert_near(a.placebo_share.value, b.placebo_share.value, 0);
    assert_near(a.breakdown.value, b.breakdown.value, 1e-12);
}

static void a_common_drift_moves_the_mean_change_alone(void **state)
{
    (void)state;
    double drifted[N];
    for (size_t i = 0; i < N; i++)
        drifted[i] = gaps[i] + 100 - 0.02 * (years[i] - 2014);
    struct before_after a = before_after(years, gaps, NULL, N, BEFORE_DATE, 0.95);
    struct before_after b = before_after(years, drifted, NULL, N, BEFORE_DATE, 0.95);
    assert_near(a.step.estimate.value, b.step.estimate.value, 1e-12);
    assert_near(a.step.p, b.step.p, 1e-9);
    assert_near(a.level.estimate.value, b.level.estimate.value, 1e-12);
    assert_near(a.slope.estimate.value, b.slope.estimate.value, 1e-12);
    double apart =
        (2021 + 2022 + 2023 + 2024) / 4.0 - (2014 + 2015 + 2016 + 2018 + 2019 + 2020) / 6.0;
    assert_near(b.mean.estimate.value - a.mean.estimate.value, -0.02 * apart, 1e-12);
}

static void chance_within_the_years_is_the_floor(void **state)
{
    (void)state;
    double large[N], small[N];
    for (size_t i = 0; i < N; i++) {
        large[i] = 0.01;
        small[i] = 1e-9;
    }
    struct before_after free = before_after(years, gaps, NULL, N, BEFORE_DATE, 0.95);
    struct before_after floored = before_after(years, gaps, large, N, BEFORE_DATE, 0.95);
    struct before_after same = before_after(years, gaps, small, N, BEFORE_DATE, 0.95);
    assert_near(free.mean.known_error, 0, 0);
    /* a difference of means of 6 and 4 values with variance 0.01 */
    assert_near(floored.mean.known_error, sqrt(0.01 / 6 + 0.01 / 4), 1e-15);
    struct estimate mean = floored.mean.estimate;
    assert_near(mean.upper - mean.value, normal_quantile(0.975) * floored.mean.known_error, 1e-12);
    assert_near(same.mean.estimate.upper, free.mean.estimate.upper, 1e-15);
    assert_near(floored.mean.p, free.mean.p, 1e-15);
    assert_near(floored.breakdown.value, 0, 0);
}

static void placebo_counts_every_date(void **state)
{
    (void)state;
    /* one clear step: no other date does as well */
    const double x[] = {1, 2, 3, 4, 5, 6, 7, 8}, y[] = {1, 1, 1, 1, 1, 0, 0, 0};
    struct before_after real = before_after(x, y, NULL, 8, 5, 0.95);
    assert_int_equal(real.placebo_dates, 5);
    assert_near(real.placebo_share.value, 1.0 / 5, 1e-15);
    struct before_after other = before_after(x, y, NULL, 8, 3, 0.95);
    assert_near(other.placebo_share.value, 4.0 / 5, 1e-15); /* all dates but the first */
}

static void breakdown_is_the_drift_it_takes(void **state)
{
    (void)state;
    struct before_after result = before_after(years, gaps, NULL, N, BEFORE_DATE, 0.95);
    struct estimate mean = result.mean.estimate;
    assert_near(result.largest_yearly_change.value, 0.016, 1e-12); /* 2018 to 2019 */
    double left = fabs(mean.value) - (mean.upper - mean.value);
    assert_near(result.breakdown.value, fmax(0, left) / (0.016 * 5 / 2), 1e-9);
    /* by years: two without a point between the sides let the drift run on */
    double late[N];
    for (size_t i = 0; i < N; i++)
        late[i] = years[i] + (i < BEFORE_DATE ? 0 : 2);
    assert_near(before_after(late, gaps, NULL, N, BEFORE_DATE, 0.95).breakdown.value,
                fmax(0, left) / (0.016 * (5 / 2.0 + 2)), 1e-9);
    assert_true(left > 0);
    /* and of four periods a year, whose drift is a year's still */
    double quarters[N];
    for (size_t i = 0; i < N; i++)
        quarters[i] = 2010 + (double)i / 4;
    struct before_after quick = before_after(quarters, gaps, NULL, N, BEFORE_DATE, 0.95);
    assert_near(quick.largest_yearly_change.value, 4 * 0.016, 1e-12);
    assert_near(quick.breakdown.value, fmax(0, left) / (0.016 * 5 / 2), 1e-9);
    const double two_years[] = {2010, 2012, 2014, 2015}, falling[] = {0.4, 0.2, 0.1, 0};
    /* per year, so that a missing year does not count double */
    assert_near(before_after(two_years, falling, NULL, 4, 2, 0.95).largest_yearly_change.value, 0.1,
                1e-15);
}

static void short_series(void **state)
{
    (void)state;
    const double x[] = {2019, 2020, 2021, 2022}, y[] = {0.1, 0.11, 0.1, 0.08};
    struct before_after one_after = before_after(x, y, NULL, 4, 3, 0.95);
    assert_near(one_after.mean.estimate.value, -0.07 / 3, 1e-15);
    assert_undefined(one_after.slope.estimate, REASON_TOO_FEW_AFTER);
    assert_undefined(one_after.level.estimate, REASON_TOO_FEW_AFTER);
    assert_undefined(one_after.placebo_share, REASON_TOO_FEW_AFTER);
    assert_false(one_after.slope_may_be_shown);
    struct before_after two = before_after(x, y, NULL, 2, 1, 0.95);
    assert_int_equal(two.mean.estimate.state, ESTIMATE_POINT);
    assert_near(two.mean.estimate.value, 0.01, 1e-15);
    assert_undefined(two.step.estimate, REASON_TOO_FEW_YEARS);
    assert_undefined(two.breakdown, REASON_TOO_FEW_BEFORE);
    struct before_after four = before_after(x, y, NULL, 4, 2, 0.95);
    assert_int_equal(four.slope.estimate.state, ESTIMATE_POINT);
    assert_int_equal(four.slope.estimate.reason, REASON_TOO_FEW_YEARS);
    assert_false(four.slope.has_p);
}

static void nothing_before_or_after(void **state)
{
    (void)state;
    for (size_t n = 0; n <= 3; n++) {
        struct before_after none = before_after(years, gaps, NULL, n, 0, 0.95);
        assert_undefined(none.mean.estimate, REASON_TOO_FEW_BEFORE);
        assert_undefined(none.placebo_share, REASON_TOO_FEW_BEFORE);
        assert_undefined(none.largest_yearly_change, REASON_TOO_FEW_BEFORE);
    }
    assert_undefined(before_after(NULL, NULL, NULL, 0, 0, 0.95).step.estimate,
                     REASON_TOO_FEW_BEFORE);
    assert_undefined(before_after(years, gaps, NULL, N, N, 0.95).mean.estimate,
                     REASON_TOO_FEW_AFTER);
    assert_undefined(before_after(years, gaps, NULL, 3, 4, 0.95).step.estimate,
                     REASON_TOO_FEW_AFTER);
    const double falling[] = {2020, 2019, 2018};
    assert_undefined(before_after(falling, gaps, NULL, 3, 1, 0.95).mean.estimate,
                     REASON_TOO_FEW_YEARS);
    const double infinite[] = {0.1, HUGE_VAL, 0.1};
    assert_undefined(before_after(years, infinite, NULL, 3, 1, 0.95).level.estimate,
                     REASON_TOO_FEW_YEARS);
}

static void constant_gaps(void **state)
{
    (void)state;
    double same[N], step[N];
    for (size_t i = 0; i < N; i++) {
        same[i] = 0.3;
        step[i] = i < BEFORE_DATE ? 0.3 : 0.2;
    }
    struct before_after still = before_after(years, same, NULL, N, BEFORE_DATE, 0.95);
    assert_interval(still.mean.estimate, 0, 0, 0, 1e-16);
    assert_near(still.mean.p, 1, 0);
    assert_near(still.placebo_share.value, 1, 0);
    assert_undefined(still.breakdown, REASON_NO_VARIATION);
    struct before_after jump = before_after(years, step, NULL, N, BEFORE_DATE, 0.95);
    assert_interval(jump.mean.estimate, -0.1, -0.1, -0.1, 1e-15);
    assert_near(jump.mean.p, 0, 0);
}

static void exposure_is_the_part_of_the_period_after(void **state)
{
    (void)state;
    const double date = 2021.75;
    assert_near(exposure_after(2021, 2022, date), 0.25, 1e-12);
    assert_near(exposure_after(2020, 2021, date), 0, 0);
    assert_near(exposure_after(2022, 2023, date), 1, 0);
    assert_near(exposure_after(2022, 2022, date), 1, 0);
    assert_near(exposure_after(2021, 2021, date), 0, 0);
    assert_near(exposure_after(date, date, date), 1, 0);
    assert_near(exposure_after(2021.5, 2022.5, date), 0.75, 1e-12);
}

static void difference_of_two_differences(void **state)
{
    (void)state;
    const struct counted a0 = {261, 900}, a1 = {206, 850}, r0 = {11165, 74000}, r1 = {10502, 75000};
    struct difference_in_differences result = difference_in_differences(a0, a1, r0, r1);
    assert_near(result.value, (206.0 / 850 - 261.0 / 900) - (10502.0 / 75000 - 11165.0 / 74000),
                1e-15);
    assert_near(result.z, result.value / result.standard_error, 1e-15);
    assert_near(difference_in_differences(r0, r1, a0, a1).value, -result.value, 1e-16);
    assert_near(difference_in_differences(a1, a0, r1, r0).value, -result.value, 1e-16);
    assert_near(difference_in_differences(r0, r1, a0, a1).standard_error, result.standard_error,
                1e-16);
    /* each share adds the variance of its own */
    double p = 261.0 / 900, alone = p * (1 - p) / 900;
    const struct counted none = {0, 900};
    struct difference_in_differences without = difference_in_differences(none, a1, r0, r1);
    assert_near(result.standard_error * result.standard_error -
                    without.standard_error * without.standard_error,
                alone, 1e-15);
}

static void difference_of_nothing(void **state)
{
    (void)state;
    const struct counted none = {0, 10}, nobody = {0, 0}, more = {11, 10};
    struct difference_in_differences result = difference_in_differences(none, none, none, none);
    assert_int_equal(result.reason, REASON_NONE);
    assert_near(result.value, 0, 0);
    assert_false(result.has_z);
    assert_int_equal(difference_in_differences(none, nobody, none, none).reason,
                     REASON_NO_DENOMINATOR);
    assert_int_equal(difference_in_differences(none, none, more, none).reason,
                     REASON_INCONSISTENT_INPUT);
    assert_int_equal(difference_in_differences((struct counted){-1, 10}, none, none, none).reason,
                     REASON_INCONSISTENT_INPUT);
}

static void a_change_of_slope_may_be_shown_from_eight_points(void **state)
{
    (void)state;
    assert_true(before_after(years, gaps, NULL, 8, 4, 0.95).slope_may_be_shown);
    assert_false(before_after(years, gaps, NULL, 7, 4, 0.95).slope_may_be_shown);
    assert_false(before_after(years, gaps, NULL, 8, 7, 0.95).slope_may_be_shown);
}

static void what_doubles_cannot_hold_has_no_change(void **state)
{
    (void)state;
    const double far = 1.7e308, x[] = {2015, 2016, 2017, 2018, 2019, 2020};
    const double wild[] = {-far, far, -far, far, -far, far};
    struct before_after result = before_after(x, wild, NULL, 6, 3, 0.95);
    assert_undefined(result.mean.estimate, REASON_TOO_FEW_YEARS);
    assert_false(result.mean.has_p);
    assert_undefined(result.breakdown, REASON_TOO_FEW_YEARS);
    const double close[] = {1e-200, 2e-200, 3e-200, 4e-200}, y[] = {0.1, 0.2, 0.1, 0.3};
    result = before_after(close, y, NULL, 4, 2, 0.95);
    assert_undefined(result.level.estimate, REASON_TOO_FEW_YEARS);
    assert_undefined(result.step.estimate, REASON_TOO_FEW_YEARS);
    assert_near(result.mean.estimate.value, 0.05, 1e-15);
    const double no_year[] = {2015, (double)NAN, 2017}, no_gap[] = {0.1, HUGE_VAL, 0.2};
    assert_undefined(before_after(no_year, y, NULL, 3, 1, 0.95).mean.estimate,
                     REASON_TOO_FEW_YEARS);
    assert_undefined(before_after(x, no_gap, NULL, 3, 1, 0.95).mean.estimate, REASON_TOO_FEW_YEARS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contrasts_are_those_of_the_regressions),
        cmocka_unit_test(means_of_the_sides_make_the_change),
        cmocka_unit_test(placebo_changes_are_the_distribution),
        cmocka_unit_test(swapping_area_and_rest_negates),
        cmocka_unit_test(a_common_drift_moves_the_mean_change_alone),
        cmocka_unit_test(chance_within_the_years_is_the_floor),
        cmocka_unit_test(placebo_counts_every_date),
        cmocka_unit_test(breakdown_is_the_drift_it_takes),
        cmocka_unit_test(short_series),
        cmocka_unit_test(nothing_before_or_after),
        cmocka_unit_test(constant_gaps),
        cmocka_unit_test(exposure_is_the_part_of_the_period_after),
        cmocka_unit_test(difference_of_two_differences),
        cmocka_unit_test(difference_of_nothing),
        cmocka_unit_test(a_change_of_slope_may_be_shown_from_eight_points),
        cmocka_unit_test(what_doubles_cannot_hold_has_no_change),
    };
    distribution_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
