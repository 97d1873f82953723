/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include "pejling/stats/detect.h"
#include "pejling/stats/distribution.h"

struct fixture {
    struct arena *arena;
    struct detect_needs *needs;
};

static int make_needs(void **state)
{
    struct arena *arena = arena_new();
    struct fixture *fixture = arena_alloc(arena, 1, sizeof *fixture);
    *fixture = (struct fixture){arena, detect_needs_new(arena, 0.95, 0.8)};
    *state = fixture;
    return 0;
}

static int free_arena(void **state)
{
    struct fixture *fixture = *state;
    arena_free(fixture->arena);
    return 0;
}

static struct detect_needs *needs_of(void **state)
{
    struct fixture *fixture = *state;
    return fixture->needs;
}

static void without_noncentrality_it_is_students_t(void **state)
{
    (void)state;
    static const double dfs[] = {1, 1.5, 2, 2.7, 3, 6, 10, 30, 200};
    for (size_t i = 0; i < sizeof dfs / sizeof *dfs; i++)
        for (double t = -6; t <= 6; t += 0.75) {
            double p = student_two_sided(t, dfs[i]) / 2;
            assert_near(noncentral_t_below(t, dfs[i], 0), t > 0 ? 1 - p : p, 1e-13);
        }
}

/* P(T <= 0) does not depend on the degrees of freedom; the mirror image of T has -ncp. */
static void known_values_and_symmetry(void **state)
{
    (void)state;
    for (double df = 1; df < 40; df += 3)
        for (double ncp = -4; ncp <= 4; ncp += 0.5) {
            assert_near(noncentral_t_below(0, df, ncp), normal_below(-ncp), 1e-12);
            assert_near(noncentral_t_below(1.5, df, ncp), 1 - noncentral_t_below(-1.5, df, -ncp),
                        1e-12);
        }
    /* many degrees of freedom: the normal distribution about ncp */
    assert_near(noncentral_t_below(2, 1e7, 1), normal_below(1), 1e-6);
}

/*
 * df = 2 in closed form, for s^2 is exponential there: with k = t^2/2 + 1,
 * P(T <= t) = Phi(-ncp) + t/sqrt(2 k) exp(-ncp^2/(2 k)) Phi(ncp t/sqrt(2 k)) for t > 0, from
 * integrating by parts.
 */
static void two_degrees_of_freedom_have_a_closed_form(void **state)
{
    (void)state;
    for (double t = 0.5; t < 6; t += 0.5)
        for (double ncp = 0; ncp < 6; ncp += 0.5) {
            double k = t * t + 2;
            double expected = normal_below(-ncp) +
                              t / sqrt(k) * exp(-ncp * ncp / k) * normal_below(ncp * t / sqrt(k));
            assert_near(noncentral_t_below(t, 2, ncp), expected, 1e-14);
        }
}

static void the_slope_found_has_the_power_asked_for(void **state)
{
    (void)state;
    static const double t[] = {2015, 2016, 2018, 2019, 2022, 2024};
    struct detectable found = detect_slope(needs_of(state), t, 6, 0.02);
    assert_near(detect_power(found.exact * found.spread / 0.02, found.df, 0.95), 0.8, 1e-10);
    assert_true(found.approximate < found.exact && found.approximate > 0.9 * found.exact);
    struct detectable larger = detect_slope(needs_of(state), t, 6, 0.06);
    assert_near(larger.exact, 3 * found.exact, 1e-12);
    assert_near(detect_power(0, 4, 0.95), 0.025, 1e-14);
}

static void the_published_examples_hold(void **state)
{
    (void)state;
    static const struct {
        size_t n;
        double slope;
    } examples[] = {{5, 0.027}, {6, 0.018}, {8, 0.010}, {10, 0.0070}, {12, 0.0052}};
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        assert_near(detect_slope_every_year(needs_of(state), examples[i].n, 0.02).exact,
                    examples[i].slope, 0.0005);
    double v[] = {1e-4, 2e-4, 3e-4};
    assert_near(detect_year_spread(v, 3, 2e-4), 0.02, 1e-15);
    assert_near(detect_year_spread(v, 0, 2e-4), 0, 0);
}

static void first_year_is_the_first_with_enough_power(void **state)
{
    (void)state;
    static const double t[] = {2019, 2020, 2021, 2022, 2023};
    struct pace pace = {0.01, 0.02};
    struct first_year first = detect_first_year(needs_of(state), t, 5, &pace);
    assert_true(first.there);
    assert_near(first.time - 2023, (double)first.periods - 5, 0);
    double squares = 0, mean = 2019 + ((double)first.periods - 1) / 2;
    for (size_t i = 0; i < first.periods; i++)
        squares += (2019 + (double)i - mean) * (2019 + (double)i - mean);
    assert_true(detect_power(0.01 * sqrt(squares) / 0.02, (double)first.periods - 2, 0.95) >= 0.8);
    assert_true(detect_slope_every_year(needs_of(state), first.periods, 0.02).exact <= 0.01);
    assert_true(detect_slope_every_year(needs_of(state), first.periods - 1, 0.02).exact > 0.01);
    pace.slope = -0.01;
    assert_near(detect_first_year(needs_of(state), t, 5, &pace).time, first.time, 0);
    pace.slope = 1; /* plain already */
    assert_near(detect_first_year(needs_of(state), t, 5, &pace).time, 2023, 0);
    pace.sd = 0;
    assert_near(detect_first_year(needs_of(state), t, 5, &pace).time, 2023, 0);
    pace = (struct pace){0, 0.02};
    assert_false(detect_first_year(needs_of(state), t, 5, &pace).there);
    pace.slope = 1e-9; /* not within the horizon */
    assert_false(detect_first_year(needs_of(state), t, 5, &pace).there);
    pace.slope = 0.5;
    assert_false(detect_first_year(needs_of(state), t, 0, &pace).there);
    assert_int_equal(detect_first_year(needs_of(state), t, 1, &pace).periods, 3);
}

static void too_few_years_find_nothing(void **state)
{
    (void)state;
    static const double same[] = {2020, 2020, 2020};
    for (size_t n = 0; n < 3; n++)
        assert_int_equal(detect_slope_every_year(needs_of(state), n, 0.02).reason,
                         REASON_TOO_FEW_YEARS);
    assert_int_equal(detect_slope(needs_of(state), same, 3, 0.02).reason, REASON_TOO_FEW_YEARS);
    assert_int_equal(detect_slope_every_year(needs_of(state), 5, (double)NAN).reason,
                     REASON_TOO_FEW_YEARS);
    assert_near(detect_slope_every_year(needs_of(state), 5, 0).exact, 0, 0);
}

static void one_figure_against_the_next_is_a_slope_over_one_year(void **state)
{
    (void)state;
    for (double df = 1; df < 12; df++) {
        const struct two_means next = {1.7, 1, df};
        /* two times a year apart: the sum of squares about their mean is a half */
        double errors = student_quantile(0.975, df) + student_quantile(0.8, df);
        assert_near(detect_change(&next, 0.95, 0.8).value, errors * 1.7 / sqrt(0.5), 1e-12);
    }
    const struct two_means known = {1, 1, HUGE_VAL};
    assert_near(detect_change(&known, 0.95, 0.8).value, (1.959963985 + 0.841621234) * sqrt(2),
                1e-8);
}

static void more_figures_show_smaller_changes(void **state)
{
    (void)state;
    const struct two_means one = {2, 1, 6}, three = {2, 3, 6}, none = {2, 0, 6},
                           wild = {(double)NAN, 1, 6};
    const struct two_means loose = {2, 1, 0};
    assert_near(detect_change(&three, 0.95, 0.8).value,
                detect_change(&one, 0.95, 0.8).value / sqrt(3), 1e-12);
    assert_int_equal(detect_change(&none, 0.95, 0.8).reason, REASON_TOO_FEW_YEARS);
    assert_int_equal(detect_change(&wild, 0.95, 0.8).reason, REASON_TOO_FEW_YEARS);
    assert_int_equal(detect_change(&loose, 0.95, 0.8).reason, REASON_TOO_FEW_YEARS);
}

/* Few, fractional and many degrees of freedom are worked out each time; the others once. */
static void what_a_slope_needs_has_the_power_asked_for(void **state)
{
    static const double dfs[] = {0.5, 1, 2.5, 3, 3, 12, 40, 127, 128, 500};
    for (size_t i = 0; i < sizeof dfs / sizeof *dfs; i++)
        assert_near(detect_power(detect_need(needs_of(state), dfs[i]), dfs[i], 0.95), 0.8, 1e-9);
}

static void spreads_and_times_that_nothing_can_be_found_with(void **state)
{
    const double t[] = {1, 2, 3, 4}, once[] = {5, 5, 5};
    assert_int_equal(detect_slope(needs_of(state), t, 4, HUGE_VAL).reason, REASON_TOO_FEW_YEARS);
    const struct two_means endless = {HUGE_VAL, 3, 5};
    assert_undefined(detect_change(&endless, 0.95, 0.8), REASON_TOO_FEW_YEARS);
    const struct pace unknown = {0.1, -1}, steep = {1, 0.01};
    assert_false(detect_first_year(needs_of(state), t, 4, &unknown).there);
    struct first_year first =
        detect_first_year(needs_of(state), once, 3, &steep); /* waits for a second time */
    assert_true(first.there);
    assert_int_equal(first.periods, 4);
    /* below 1 the density has no bound at 0, and P(T <= 0) is what it always is */
    assert_near(noncentral_t_below(0, 0.5, 1), normal_below(-1), 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_noncentrality_it_is_students_t),
        cmocka_unit_test(known_values_and_symmetry),
        cmocka_unit_test(two_degrees_of_freedom_have_a_closed_form),
        cmocka_unit_test(the_slope_found_has_the_power_asked_for),
        cmocka_unit_test(the_published_examples_hold),
        cmocka_unit_test(first_year_is_the_first_with_enough_power),
        cmocka_unit_test(too_few_years_find_nothing),
        cmocka_unit_test(one_figure_against_the_next_is_a_slope_over_one_year),
        cmocka_unit_test(more_figures_show_smaller_changes),
        cmocka_unit_test(what_a_slope_needs_has_the_power_asked_for),
        cmocka_unit_test(spreads_and_times_that_nothing_can_be_found_with),
    };
    distribution_start();
    return cmocka_run_group_tests(tests, make_needs, free_arena);
}
