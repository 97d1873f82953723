/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include "pejling/stats/distribution.h"
#include "pejling/stats/hidden_years.h"
#include "pejling/stats/line.h"

#define N 7

static const double years[N] = {2016, 2017, 2019, 2020, 2021, 2023, 2024};
static const double persons[N] = {53, 52, 58, 53, 55, 56, 57};

/* Each hidden count has an interval of its own; one year lies exactly on the mean year. */
static const double low[N] = {8, 1, 7, 1, 6, 3, 1};
static const double high[N] = {8, 4, 7, 4, 6, 9, 2};
static const struct public_counts counts = {years, low, high, persons, N};

static double slope_with(const double *x)
{
    double shares[N];
    for (size_t i = 0; i < N; i++)
        shares[i] = x[i] / persons[i];
    return line_fit(years, shares, N, 0.95).slope.value;
}

static void bounds_are_those_of_all_counts_there_could_be(void **state)
{
    (void)state;
    double lowest = HUGE_VAL, highest = -HUGE_VAL, x[N];
    for (size_t i = 0; i < N; i++)
        x[i] = low[i];
    for (;;) {
        double slope = slope_with(x);
        lowest = fmin(lowest, slope);
        highest = fmax(highest, slope);
        size_t i = 0;
        for (; i < N && x[i] >= high[i]; i++)
            x[i] = low[i];
        if (i == N)
            break;
        x[i]++;
    }
    struct slope_bounds bounds = hidden_years_slope(&counts);
    assert_int_equal(bounds.reason, REASON_NONE);
    assert_int_equal(bounds.hidden, 4);
    assert_near(bounds.lowest, lowest, 1e-15);
    assert_near(bounds.highest, highest, 1e-15);
    assert_int_equal(bounds.sign_is_certain, highest < 0 || lowest > 0);
}

static void filling_reaches_the_bounds(void **state)
{
    (void)state;
    struct slope_bounds bounds = hidden_years_slope(&counts);
    double filled[N];
    hidden_years_fill(&counts, true, filled);
    assert_near(slope_with(filled), bounds.highest, 1e-15);
    hidden_years_fill(&counts, false, filled);
    assert_near(slope_with(filled), bounds.lowest, 1e-15);
    for (size_t i = 0; i < N; i++)
        assert_true(filled[i] >= low[i] && filled[i] <= high[i]);
}

static void dropping_is_the_line_through_the_rest(void **state)
{
    (void)state;
    const double x[] = {2016, 2019, 2021}, y[] = {8.0 / 53, 7.0 / 58, 6.0 / 55};
    struct estimate dropping = hidden_years_slope(&counts).dropping;
    assert_int_equal(dropping.state, ESTIMATE_POINT);
    assert_near(dropping.value, line_fit(x, y, 3, 0.95).slope.value, 1e-15);
}

static void nothing_hidden_leaves_one_slope(void **state)
{
    (void)state;
    const struct public_counts shown = {years, high, high, persons, N};
    struct slope_bounds bounds = hidden_years_slope(&shown);
    assert_int_equal(bounds.hidden, 0);
    assert_near(bounds.lowest, bounds.highest, 0);
    assert_near(bounds.lowest, slope_with(high), 1e-15);
    assert_near(bounds.dropping.value, bounds.lowest, 1e-17);
}

static void reversing_time_swaps_and_negates_the_bounds(void **state)
{
    (void)state;
    double reversed[N];
    for (size_t i = 0; i < N; i++)
        reversed[i] = -years[i];
    const struct public_counts mirrored = {reversed, low, high, persons, N};
    struct slope_bounds a = hidden_years_slope(&counts), b = hidden_years_slope(&mirrored);
    assert_near(a.lowest, -b.highest, 1e-16);
    assert_near(a.highest, -b.lowest, 1e-16);
}

static void everything_hidden(void **state)
{
    (void)state;
    const double one[] = {1, 1, 1, 1, 1}, four[] = {4, 4, 4, 4, 4}, n[] = {40, 40, 40, 40, 40};
    const double x[] = {2019, 2020, 2021, 2022, 2023};
    const struct public_counts hidden = {x, one, four, n, 5};
    struct slope_bounds bounds = hidden_years_slope(&hidden);
    assert_near(bounds.lowest, -0.0225, 1e-15);
    assert_near(bounds.highest, 0.0225, 1e-15);
    assert_false(bounds.sign_is_certain);
    assert_undefined(bounds.dropping, REASON_TOO_FEW_YEARS);
}

static void no_bounds(void **state)
{
    (void)state;
    const double same[] = {2020, 2020}, x[] = {2020, 2021}, one[] = {1, 1}, two[] = {2, 2};
    const double zero[] = {0, 10}, negative[] = {-1, 1}, infinite[] = {HUGE_VAL, 2};
    const struct {
        struct public_counts counts;
        enum reason reason;
    } cases[] = {
        {{x, one, two, two, 0}, REASON_TOO_FEW_YEARS},
        {{x, one, two, two, 1}, REASON_TOO_FEW_YEARS},
        {{same, one, two, two, 2}, REASON_TOO_FEW_YEARS},
        {{x, one, two, zero, 2}, REASON_NO_DENOMINATOR},
        {{x, two, one, two, 2}, REASON_INCONSISTENT_INPUT},
        {{x, negative, two, two, 2}, REASON_INCONSISTENT_INPUT},
        {{x, one, infinite, two, 2}, REASON_INCONSISTENT_INPUT},
        {{x, one, two, infinite, 2}, REASON_INCONSISTENT_INPUT},
        {{infinite, one, two, two, 2}, REASON_INCONSISTENT_INPUT},
        {{x, one, two, two, 2}, REASON_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct slope_bounds bounds = hidden_years_slope(&cases[i].counts);
        assert_int_equal(bounds.reason, cases[i].reason);
        if (bounds.reason != REASON_NONE)
            assert_undefined(bounds.dropping, bounds.reason);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bounds_are_those_of_all_counts_there_could_be),
        cmocka_unit_test(filling_reaches_the_bounds),
        cmocka_unit_test(dropping_is_the_line_through_the_rest),
        cmocka_unit_test(nothing_hidden_leaves_one_slope),
        cmocka_unit_test(reversing_time_swaps_and_negates_the_bounds),
        cmocka_unit_test(everything_hidden),
        cmocka_unit_test(no_bounds),
    };
    distribution_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
