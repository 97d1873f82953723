/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include "pejling/stats/distribution.h"
#include "pejling/stats/rank.h"

#define TINY 1e-12

static int sign(double d)
{
    return (d > 0) - (d < 0);
}

static double s_of(const double *y, size_t n)
{
    double s = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++)
            s += sign(y[j] - y[i]);
    return s;
}

/* All n! orders of the values, equal ones told apart: which ties do not disturb. */
struct enumeration {
    double values[8];
    size_t n;
    double observed;
    double all, extreme, squares, largest, most;
};

static void enumerate(struct enumeration *e, size_t placed)
{
    if (placed == e->n) {
        double s = s_of(e->values, e->n);
        e->all++;
        e->extreme += s >= fabs(e->observed);
        e->squares += s * s;
        e->most = s > e->largest ? 1 : e->most + (s >= e->largest);
        e->largest = fmax(e->largest, s);
        return;
    }
    for (size_t i = placed; i < e->n; i++) {
        double swap = e->values[placed];
        e->values[placed] = e->values[i];
        e->values[i] = swap;
        enumerate(e, placed + 1);
        e->values[i] = e->values[placed];
        e->values[placed] = swap;
    }
}

static void exact_p_equals_full_enumeration(void **state)
{
    (void)state;
    static const struct enumeration series[] = {
        {.n = 2, .values = {2, 1}},
        {.n = 3, .values = {1, 2, 3}},
        {.n = 4, .values = {1, 1, 2, 1}},
        {.n = 5, .values = {5, 3, 3, 1, 1}},
        {.n = 6, .values = {0, 0, 0, 0, 0, 1}},
        {.n = 6, .values = {1, 1, 2, 2, 3, 3}},
        {.n = 7, .values = {3, 1, 4, 1, 5, 9, 2}},
        {.n = 7, .values = {2, 2, 2, 7, 7, 7, 7}},
        {.n = 8, .values = {8, 6, 7, 5, 3, 0, 9, 1}},
        {.n = 8, .values = {4, 4, 2, 2, 2, 3, 1, 1}},
        {.n = 8, .values = {6, 6, 6, 6, 6, 6, 6, 6}},
    };
    for (size_t i = 0; i < sizeof series / sizeof *series; i++) {
        struct enumeration e = series[i];
        e.observed = s_of(e.values, e.n);
        e.largest = -HUGE_VAL;
        struct mann_kendall test = mann_kendall(e.values, e.n);
        enumerate(&e, 0);
        assert_true(test.has_p && test.is_exact);
        assert_near(test.s, e.observed, 0);
        assert_near(test.p, fmin(1, 2 * e.extreme / e.all), TINY);
        assert_near(test.smallest_p, fmin(1, 2 * e.most / e.all), TINY);
        assert_near(test.variance, e.squares / e.all, 1e-9);
    }
}

static void counts_stay_exact_at_twelve_points(void **state)
{
    (void)state;
    double rising[12];
    for (size_t i = 0; i < 12; i++)
        rising[i] = (double)i;
    assert_near(mann_kendall(rising, 12).p * 479001600, 2, 1e-9);
    assert_near(mann_kendall(rising, 12).smallest_p * 479001600, 2, 1e-9);
    rising[11] = 10; /* one pair tied: half as many orders */
    assert_near(mann_kendall(rising, 12).p * 239500800, 2, 1e-9);
}

static void both_distributions_agree_without_ties(void **state)
{
    (void)state;
    static const double y[] = {3, 1, 2, 5, 4, 7, 6, 9, 8, 12, 10, 11};
    struct arena *arena = arena_new();
    for (size_t n = 2; n <= 12; n++) {
        struct mann_kendall test = mann_kendall(y, n);
        assert_near(test.p, fmin(1, 2 * rank_tail(arena, n, fabs(test.s))), TINY);
    }
    assert_near(rank_tail(arena, 10, 23), 0.023, 0.0006); /* Kendall's table */
    assert_near(rank_tail(arena, 5, -10), 1, TINY);
    assert_near(rank_tail(arena, 5, 11), 0, 0);
    assert_near(rank_tail(arena, 1, 0), 1, 0);
    /* for long series, the normal distribution */
    double variance = 100.0 * 99 * 205 / 18;
    assert_near(rank_tail(arena, 100, 802), normal_below(-801 / sqrt(variance)), 2e-4);
    arena_free(arena);
}

static void thirteen_points_take_the_normal_p(void **state)
{
    (void)state;
    double y[13];
    for (size_t i = 0; i < 13; i++)
        y[i] = (double)(i % 4);
    struct mann_kendall test = mann_kendall(y, 13);
    assert_true(test.has_p && !test.is_exact);
    assert_near(test.p, test.p_normal, 0);
    assert_near(test.z, (test.s - sign(test.s)) / sqrt(test.variance), 0);
    assert_near(test.smallest_p, 0, 0);
}

static void reversing_time_or_sign_flips_s(void **state)
{
    (void)state;
    static const double y[] = {3, 1, 4, 1, 5, 9, 2, 6}, back[] = {6, 2, 9, 5, 1, 4, 1, 3};
    double negative[8];
    for (size_t i = 0; i < 8; i++)
        negative[i] = -1000 * y[i] + 1e9;
    struct mann_kendall test = mann_kendall(y, 8);
    struct mann_kendall reversed = mann_kendall(back, 8);
    struct mann_kendall mirrored = mann_kendall(negative, 8);
    assert_near(reversed.s, -test.s, 0);
    assert_near(mirrored.s, -test.s, 0);
    assert_near(reversed.p, test.p, 0);
    assert_near(mirrored.p, test.p, 0);
    assert_near(mirrored.tau_b, -test.tau_b, TINY);
    assert_near(reversed.z, -test.z, TINY);
}

static void tau_b_is_one_for_a_rising_series(void **state)
{
    (void)state;
    static const double y[] = {1, 2, 3, 4, 5};
    assert_near(mann_kendall(y, 5).tau_b, 1, TINY);
    static const double published[] = {2.5, 4, 2.6, 3.6, 2.8, 3.1, 5.2, 5, 3.8};
    assert_near(mann_kendall(published, 9).tau_b, 16.0 / 36, TINY);
}

static void short_and_constant_series_have_no_trend(void **state)
{
    (void)state;
    static const double same[] = {3, 3, 3, 3, 3}, rising[] = {1, 2, 3, 4, 5, 6};
    static const double smallest[] = {1, 1.0 / 3, 1.0 / 12, 1.0 / 60, 1.0 / 360};
    assert_false(mann_kendall(NULL, 0).has_p);
    assert_false(mann_kendall(same, 1).has_p);
    struct mann_kendall test = mann_kendall(same, 5);
    assert_near(test.variance, 0, 0);
    assert_near(test.p, 1, 0);
    assert_near(test.smallest_p, 1, 0);
    assert_false(test.has_tau || test.has_normal);
    for (size_t n = 2; n <= 6; n++)
        assert_near(mann_kendall(rising, n).smallest_p, smallest[n - 2], TINY);
}

/* --- Theil-Sen ---------------------------------------------------------------------------------*/

static const double years[] = {2013, 2017, 2019, 2022, 2023, 2024};
static const double values[] = {30.63, 27.26, 26.47, 24.96, 25.82, 25.65};

/*
 * The interval holds the slopes b at which the S of y - b t is not improbable: the limits are where
 * |S| passes S_a.
 */
static void theil_sen_interval_inverts_the_test(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct theil_sen line = theil_sen(arena, years, values, 6, 0.95);
    assert_int_equal(line.slopes, 15);
    assert_near(line.exact_confidence, 1 - 2 * rank_tail(arena, 6, 13), TINY);
    for (int side = -1; side <= 1; side += 2) {
        double limit = side < 0 ? line.slope.lower : line.slope.upper;
        double inside[6], outside[6];
        for (size_t i = 0; i < 6; i++) {
            inside[i] = values[i] - (limit - side * 1e-6) * years[i];
            outside[i] = values[i] - (limit + side * 1e-6) * years[i];
        }
        assert_true(rank_tail(arena, 6, fabs(s_of(inside, 6))) > 0.025);
        assert_true(rank_tail(arena, 6, fabs(s_of(outside, 6))) <= 0.025);
    }
    arena_free(arena);
}

static void theil_sen_scales_and_shifts(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    double t[6], y[6];
    for (size_t i = 0; i < 6; i++) {
        t[i] = -2 * (years[5 - i] - 2020); /* another order, another unit, time reversed */
        y[i] = 10 * values[5 - i] + 1e6;
    }
    struct theil_sen line = theil_sen(arena, years, values, 6, 0.95);
    struct theil_sen other = theil_sen(arena, t, y, 6, 0.95);
    assert_near(other.slope.value, -5 * line.slope.value, 1e-8);
    assert_near(other.slope.lower, -5 * line.slope.upper, 1e-8);
    assert_near(other.slope.upper, -5 * line.slope.lower, 1e-8);
    assert_near(line.slope.value, -0.395, 1e-9);
    assert_near(line.intercept, 824.44, 1e-8);
    arena_free(arena);
}

static void five_points_give_the_whole_range(void **state)
{
    (void)state;
    static const double t[] = {1, 2, 3, 4, 5}, y[] = {1.26, 1.27, 1.12, 1.16, 1.03};
    struct arena *arena = arena_new();
    struct theil_sen line = theil_sen(arena, t, y, 5, 0.95);
    assert_near(line.exact_confidence, 1 - 2.0 / 120, TINY);
    assert_interval(line.slope, -0.05625, -0.15, 0.04, 1e-12);
    line = theil_sen(arena, t, y, 5, 0.9);
    assert_interval(line.slope, -0.05625, -0.13, 0.01, 1e-12);
    arena_free(arena);
}

static void theil_sen_without_interval_or_slope(void **state)
{
    (void)state;
    static const double y[] = {8, 7, 7.5, 6, 5, 4}, same[] = {2020, 2020, 2020};
    static const double twice[] = {2019, 2020, 2020, 2021, 2022, 2023};
    struct arena *arena = arena_new();
    assert_undefined(theil_sen(arena, years, y, 0, 0.95).slope, REASON_TOO_FEW_YEARS);
    assert_undefined(theil_sen(arena, years, y, 1, 0.95).slope, REASON_TOO_FEW_YEARS);
    assert_undefined(theil_sen(arena, same, y, 3, 0.95).slope, REASON_TOO_FEW_YEARS);
    for (size_t n = 2; n <= 4; n++) {
        struct theil_sen line = theil_sen(arena, years, y, n, 0.95);
        assert_int_equal(line.slope.state, ESTIMATE_POINT);
        assert_int_equal(line.slope.reason, REASON_TOO_FEW_YEARS);
        assert_near(line.exact_confidence, 0, 0);
    }
    struct theil_sen tied = theil_sen(arena, twice, y, 6, 0.95);
    assert_int_equal(tied.slopes, 14);
    assert_int_equal(tied.slope.state, ESTIMATE_POINT);
    static double t[RANK_LONGEST + 1], constant[RANK_LONGEST + 1];
    for (size_t i = 0; i <= RANK_LONGEST; i++)
        t[i] = (double)i;
    struct theil_sen line = theil_sen(arena, t, constant, RANK_LONGEST + 1, 0.95);
    assert_int_equal(line.slope.reason, REASON_NOT_APPLICABLE);
    line = theil_sen(arena, t, constant, RANK_LONGEST, 0.95);
    assert_interval(line.slope, 0, 0, 0, 0);
    arena_free(arena);
}

static void beyond_the_tables_and_the_doubles(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_near(rank_tail(arena, RANK_LONGEST + 1, 3), 1, 0);
    assert_near(rank_tail(arena, 1, 0), 1, 0);
    const double t[] = {1, 2, 3, 4, 5}, wild[] = {-1.7e308, -1.6e308, 1.5e308, 1.6e308, 1.7e308};
    assert_undefined(theil_sen(arena, t, wild, 5, 0.95).slope, REASON_TOO_FEW_YEARS);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exact_p_equals_full_enumeration),
        cmocka_unit_test(counts_stay_exact_at_twelve_points),
        cmocka_unit_test(both_distributions_agree_without_ties),
        cmocka_unit_test(thirteen_points_take_the_normal_p),
        cmocka_unit_test(reversing_time_or_sign_flips_s),
        cmocka_unit_test(tau_b_is_one_for_a_rising_series),
        cmocka_unit_test(short_and_constant_series_have_no_trend),
        cmocka_unit_test(theil_sen_interval_inverts_the_test),
        cmocka_unit_test(theil_sen_scales_and_shifts),
        cmocka_unit_test(five_points_give_the_whole_range),
        cmocka_unit_test(theil_sen_without_interval_or_slope),
        cmocka_unit_test(beyond_the_tables_and_the_doubles),
    };
    distribution_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
