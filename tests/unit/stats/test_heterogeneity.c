/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include "pejling/stats/distribution.h"
#include "pejling/stats/heterogeneity.h"

static void two_areas_are_welchs_t(void **state)
{
    (void)state;
    const struct area_slope areas[] = {{-0.012, 0.003, 5}, {0.001, 0.006, 8}};
    struct slope_heterogeneity result = heterogeneity_of_slopes(areas, 2);
    double a = 9e-6, b = 36e-6;
    double t = (areas[0].slope - areas[1].slope) / sqrt(a + b);
    double df = (a + b) * (a + b) / (a * a / 5 + b * b / 8);
    assert_near(result.q, t * t, 1e-12);
    assert_near(result.p, student_two_sided(t, HUGE_VAL), 1e-12);
    assert_true(result.has_welch);
    assert_near(result.welch_f, t * t, 1e-12);
    assert_near(result.welch_df, df, 1e-10);
    assert_near(result.welch_p, student_two_sided(t, df), 1e-10);
}

/* Welch (1951) written out for three means of 4, 6 and 8 values. */
static void three_areas_are_welchs_f(void **state)
{
    (void)state;
    const struct area_slope areas[] = {{1, 0.5, 3}, {2, 0.25, 5}, {1.5, 1, 7}};
    const double w[] = {4, 16, 1};
    double mean = (4 * 1 + 16 * 2 + 1 * 1.5) / 21, q = 0, lambda = 0;
    for (size_t i = 0; i < 3; i++) {
        q += w[i] * (areas[i].slope - mean) * (areas[i].slope - mean);
        lambda += (1 - w[i] / 21) * (1 - w[i] / 21) / areas[i].df;
    }
    struct slope_heterogeneity result = heterogeneity_of_slopes(areas, 3);
    assert_near(result.pooled, mean, 1e-14);
    assert_near(result.pooled_error, 1 / sqrt(21), 1e-14);
    assert_near(result.q, q, 1e-13);
    assert_near(result.df, 2, 0);
    assert_near(result.p, exp(-q / 2), 1e-13); /* chi-squared on 2 */
    assert_near(result.welch_f, q / 2 / (1 + lambda / 4), 1e-13);
    assert_near(result.welch_df, 8 / (3 * lambda), 1e-12);
    assert_true(result.welch_p > result.p);
}

static void known_errors_are_chi_squared(void **state)
{
    (void)state;
    const struct area_slope known[] = {{1, 0.5, HUGE_VAL}, {2, 0.25, HUGE_VAL}, {0, 1, HUGE_VAL}};
    struct slope_heterogeneity result = heterogeneity_of_slopes(known, 3);
    assert_true(isinf(result.welch_df));
    assert_near(result.welch_p, result.p, 0);
    const struct area_slope many[] = {{1, 0.5, 1e7}, {2, 0.25, 1e7}, {0, 1, 1e7}};
    assert_near(heterogeneity_of_slopes(many, 3).welch_p, result.p, 1e-6);
}

static void adding_to_all_slopes_changes_the_mean_alone(void **state)
{
    (void)state;
    const struct area_slope areas[] = {{0.01, 0.5, 3}, {0.02, 0.25, 5}, {0.4, 1, 7}};
    struct area_slope moved[3];
    for (size_t i = 0; i < 3; i++) {
        moved[i] = areas[i];
        moved[i].slope += 1e6;
    }
    struct slope_heterogeneity a = heterogeneity_of_slopes(areas, 3);
    struct slope_heterogeneity b = heterogeneity_of_slopes(moved, 3);
    assert_near(b.pooled - 1e6, a.pooled, 1e-9);
    assert_near(b.q, a.q, 1e-8);
}

static void equal_slopes_have_q_zero(void **state)
{
    (void)state;
    const struct area_slope same[] = {{-0.004, 0.002, 4}, {-0.004, 0.003, 0}, {-0.004, 0.004, 4}};
    struct slope_heterogeneity result = heterogeneity_of_slopes(same, 3);
    assert_near(result.q, 0, 0);
    assert_near(result.p, 1, 0);
    assert_false(result.has_welch); /* one has no degrees of freedom */
}

static void slopes_that_cannot_be_compared(void **state)
{
    (void)state;
    const struct area_slope zero[] = {{1, 0, 4}, {2, 1, 4}};
    const struct area_slope nan[] = {{(double)NAN, 1, 4}, {2, 1, 4}};
    assert_int_equal(heterogeneity_of_slopes(zero, 0).reason, REASON_INCOMPLETE);
    assert_int_equal(heterogeneity_of_slopes(zero, 1).reason, REASON_INCOMPLETE);
    assert_int_equal(heterogeneity_of_slopes(zero, 2).reason, REASON_NO_SPREAD);
    assert_int_equal(heterogeneity_of_slopes(nan, 2).reason, REASON_NO_SPREAD);
}

static void areas_that_share_a_rest_are_correlated(void **state)
{
    (void)state;
    const double own[] = {0.003, 0.001, 0.004}, rest = 0.002;
    struct area_slope areas[3];
    double weights = 0, sum = 0, variance = 0;
    for (size_t i = 0; i < 3; i++) {
        areas[i] = (struct area_slope){0.01 * (double)(i + 1), hypot(own[i], rest), 4};
        weights += 1 / (own[i] * own[i] + rest * rest);
        sum += areas[i].slope / (own[i] * own[i] + rest * rest);
    }
    for (size_t i = 0; i < 3; i++)
        for (size_t j = 0; j < 3; j++) {
            double covariance = rest * rest + (i == j ? own[i] * own[i] : 0);
            double wi = 1 / (own[i] * own[i] + rest * rest);
            double wj = 1 / (own[j] * own[j] + rest * rest);
            variance += wi * wj * covariance / (weights * weights);
        }
    struct pooled_gap_slope pooled = heterogeneity_pooled_gap(areas, 3, rest);
    assert_near(pooled.slope, sum / weights, 1e-15);
    assert_near(pooled.standard_error, sqrt(variance), 1e-15);
    assert_true(pooled.standard_error > heterogeneity_pooled_gap(areas, 3, 0).standard_error);
    assert_int_equal(heterogeneity_pooled_gap(areas, 3, 1).reason, REASON_NO_SPREAD);
    assert_int_equal(heterogeneity_pooled_gap(areas, 3, -1).reason, REASON_NO_SPREAD);
    assert_int_equal(heterogeneity_pooled_gap(areas, 1, 0).reason, REASON_INCOMPLETE);
}

static void two_levels_are_the_square_of_z(void **state)
{
    (void)state;
    const struct area_count areas[] = {{81, 300}, {242, 900}};
    struct level_heterogeneity result = heterogeneity_of_levels(areas, 2);
    double pooled = 323.0 / 1200;
    double z = (81.0 / 300 - 242.0 / 900) / sqrt(pooled * (1 - pooled) * (1.0 / 300 + 1.0 / 900));
    assert_near(result.chi_squared, z * z, 1e-12);
    assert_near(result.p, student_two_sided(z, HUGE_VAL), 1e-12);
    assert_near(result.smallest_expected, 80.75, 1e-12);
    assert_false(result.has_exact);
}

/* Fisher's lady: three of four right has p = 34/70. */
static void two_small_levels_are_fishers_exact_test(void **state)
{
    (void)state;
    const struct area_count areas[] = {{3, 4}, {1, 4}};
    struct level_heterogeneity result = heterogeneity_of_levels(areas, 2);
    assert_true(result.has_exact);
    assert_near(result.exact_p, 34.0 / 70, 1e-12);
}

static double choose(int n, int k)
{
    double value = 1;
    for (int i = 1; i <= k; i++)
        value = value * (n - k + i) / i;
    return value;
}

static void check_exact_p(const int n[3])
{
    for (int a = 0; a <= n[0]; a++)
        for (int b = 0; b <= n[1]; b += 3)
            for (int c = 0; c <= n[2]; c++) {
                int with = a + b + c;
                if (with == 0 || with == n[0] + n[1] + n[2])
                    continue;
                double observed = choose(n[0], a) * choose(n[1], b) * choose(n[2], c);
                double sum = 0, all = 0;
                for (int i = 0; i <= n[0]; i++)
                    for (int j = 0; j <= n[1]; j++) {
                        int k = with - i - j;
                        if (k < 0 || k > n[2])
                            continue;
                        double weight = choose(n[0], i) * choose(n[1], j) * choose(n[2], k);
                        all += weight;
                        sum += weight <= observed * (1 + 1e-9) ? weight : 0;
                    }
                const struct area_count areas[] = {{a, n[0]}, {b, n[1]}, {c, n[2]}};
                struct level_heterogeneity result = heterogeneity_of_levels(areas, 3);
                assert_int_equal(result.reason, REASON_NONE);
                if (result.has_exact)
                    assert_near(result.exact_p, sum / all, 1e-10);
                else
                    assert_true(result.smallest_expected >= 5);
            }
}

static void exact_p_is_the_sum_over_all_tables(void **state)
{
    (void)state;
    check_exact_p((const int[]){7, 12, 5});
    check_exact_p((const int[]){6, 6, 6}); /* more with it than the largest area has persons */
}

static void order_and_outcome_do_not_matter(void **state)
{
    (void)state;
    const struct area_count one[] = {{2, 30}, {9, 800}, {40, 5000}};
    const struct area_count other[] = {{4960, 5000}, {28, 30}, {791, 800}};
    struct level_heterogeneity a = heterogeneity_of_levels(one, 3);
    struct level_heterogeneity b = heterogeneity_of_levels(other, 3);
    assert_true(a.has_exact && b.has_exact);
    assert_near(a.chi_squared, b.chi_squared, 1e-9);
    assert_near(a.exact_p, b.exact_p, 1e-10);
    assert_true(a.exact_p > 0 && a.exact_p <= 1);
}

static void no_exact_p_where_it_cannot_be_had(void **state)
{
    (void)state;
    const struct area_count parts[] = {{1.5, 10}, {2, 10}};
    const struct area_count four[] = {{1, 10}, {2, 10}, {1, 10}, {0, 10}};
    assert_false(heterogeneity_of_levels(parts, 2).has_exact);
    assert_int_equal(heterogeneity_of_levels(parts, 2).reason, REASON_NONE);
    assert_false(heterogeneity_of_levels(four, 4).has_exact);
    const struct area_count many[] = {{1, 200000}, {2, 300000}};
    assert_true(heterogeneity_of_levels(many, 2).smallest_expected < 5);
    assert_false(heterogeneity_of_levels(many, 2).has_exact);
}

static void levels_that_cannot_be_compared(void **state)
{
    (void)state;
    const struct area_count none[] = {{0, 10}, {0, 20}}, all[] = {{10, 10}, {20, 20}};
    const struct area_count nobody[] = {{0, 0}, {1, 20}}, more[] = {{11, 10}, {1, 20}};
    assert_int_equal(heterogeneity_of_levels(none, 1).reason, REASON_INCOMPLETE);
    assert_int_equal(heterogeneity_of_levels(none, 2).reason, REASON_NO_VARIATION);
    assert_int_equal(heterogeneity_of_levels(all, 2).reason, REASON_NO_VARIATION);
    assert_int_equal(heterogeneity_of_levels(nobody, 2).reason, REASON_NO_DENOMINATOR);
    assert_int_equal(heterogeneity_of_levels(more, 2).reason, REASON_INCONSISTENT_INPUT);
    const struct area_count fewer[] = {{-1, 10}, {1, 20}}, endless[] = {{1, HUGE_VAL}, {1, 20}};
    assert_int_equal(heterogeneity_of_levels(fewer, 2).reason, REASON_INCONSISTENT_INPUT);
    assert_int_equal(heterogeneity_of_levels(endless, 2).reason, REASON_INCONSISTENT_INPUT);
    const struct area_count every[] = {{HUGE_VAL, 10}, {1, 20}};
    assert_int_equal(heterogeneity_of_rates(fewer, 2).reason, REASON_INCONSISTENT_INPUT);
    assert_int_equal(heterogeneity_of_rates(endless, 2).reason, REASON_INCONSISTENT_INPUT);
    assert_int_equal(heterogeneity_of_rates(every, 2).reason, REASON_INCONSISTENT_INPUT);
}

static void a_pair_of_slopes_is_welchs_t(void **state)
{
    (void)state;
    const struct area_slope a = {-0.012, 0.003, 5}, b = {0.001, 0.006, 8};
    double error = sqrt(45e-6), df = 45e-6 * 45e-6 / (9e-6 * 9e-6 / 5 + 36e-6 * 36e-6 / 8);
    struct difference_test test = heterogeneity_of_pair(a, b, 0.95);
    assert_near(test.difference.value, -0.013, 1e-15);
    assert_near(test.difference.upper, -0.013 + student_quantile(0.975, df) * error, 1e-12);
    assert_near(test.df, df, 1e-9);
    assert_true(test.has_p);
    assert_near(test.p, student_two_sided(0.013 / error, df), 1e-12);
    assert_int_equal(test.difference.method, METHOD_WELCH_SLOPES);
    const struct area_slope pair[] = {a, b};
    assert_near(test.p, heterogeneity_of_slopes(pair, 2).welch_p, 1e-10);
}

static void a_pair_without_errors_is_a_point(void **state)
{
    (void)state;
    const struct area_slope good = {1, 0.5, 5};
    const struct area_slope bad[] = {{1, 0, 5}, {1, 0.5, 0}, {1, 0.5, HUGE_VAL}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct difference_test test = heterogeneity_of_pair(good, bad[i], 0.95);
        assert_int_equal(test.difference.state, ESTIMATE_POINT);
        assert_int_equal(test.difference.reason, REASON_NO_SPREAD);
        assert_false(test.has_p);
    }
}

static void rates_are_the_dispersion_of_poisson_counts(void **state)
{
    (void)state;
    const struct area_count areas[] = {
        {10, 100}, {30, 100}, {80, 400}}; /* 20, 20 and 80 expected */
    struct level_heterogeneity result = heterogeneity_of_rates(areas, 3);
    assert_near(result.chi_squared, 5 + 5 + 0, 1e-12);
    assert_near(result.p, chi_squared_tail(10, 2), 1e-14);
    assert_near(result.smallest_expected, 20, 1e-12);
    assert_false(result.has_exact);
    const struct area_count many[] = {{300, 100}, {300, 100}}; /* more events than persons */
    assert_near(heterogeneity_of_rates(many, 2).p, 1, 0);
    const struct area_count silent[] = {{0, 100}, {0, 100}}, nobody[] = {{0, 0}, {1, 9}};
    assert_int_equal(heterogeneity_of_rates(silent, 2).reason, REASON_NO_VARIATION);
    assert_int_equal(heterogeneity_of_rates(nobody, 2).reason, REASON_NO_DENOMINATOR);
    assert_int_equal(heterogeneity_of_rates(many, 1).reason, REASON_INCOMPLETE);
}

static void errors_that_doubles_cannot_square_are_none(void **state)
{
    (void)state;
    const struct area_slope good = {.slope = 0.1, .standard_error = 0.02, .df = 5};
    static const double errors[] = {0, -0.02, 1e-170, 1e-160, 1e200, HUGE_VAL, (double)NAN};
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        struct area_slope areas[] = {good, good};
        areas[1].standard_error = errors[i];
        assert_int_equal(heterogeneity_of_slopes(areas, 2).reason, REASON_NO_SPREAD);
    }
    struct area_slope areas[] = {good, good};
    areas[1].slope = HUGE_VAL;
    assert_int_equal(heterogeneity_of_slopes(areas, 2).reason, REASON_NO_SPREAD);
    areas[1].slope = 0.1;
    assert_int_equal(heterogeneity_of_slopes(areas, 2).reason, REASON_NONE);
}

static void a_pair_needs_degrees_of_freedom_of_both(void **state)
{
    (void)state;
    static const double wrong[] = {0, -1, HUGE_VAL, (double)NAN};
    const struct area_slope good = {.slope = 0.1, .standard_error = 0.02, .df = 5};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct area_slope other = good;
        other.df = wrong[i];
        assert_int_equal(heterogeneity_of_pair(good, other, 0.95).difference.state, ESTIMATE_POINT);
        assert_int_equal(heterogeneity_of_pair(other, good, 0.95).difference.state, ESTIMATE_POINT);
    }
    assert_int_equal(heterogeneity_of_pair(good, good, 0.95).difference.state, ESTIMATE_INTERVAL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_areas_are_welchs_t),
        cmocka_unit_test(three_areas_are_welchs_f),
        cmocka_unit_test(known_errors_are_chi_squared),
        cmocka_unit_test(adding_to_all_slopes_changes_the_mean_alone),
        cmocka_unit_test(equal_slopes_have_q_zero),
        cmocka_unit_test(slopes_that_cannot_be_compared),
        cmocka_unit_test(areas_that_share_a_rest_are_correlated),
        cmocka_unit_test(two_levels_are_the_square_of_z),
        cmocka_unit_test(two_small_levels_are_fishers_exact_test),
        cmocka_unit_test(exact_p_is_the_sum_over_all_tables),
        cmocka_unit_test(order_and_outcome_do_not_matter),
        cmocka_unit_test(no_exact_p_where_it_cannot_be_had),
        cmocka_unit_test(levels_that_cannot_be_compared),
        cmocka_unit_test(a_pair_of_slopes_is_welchs_t),
        cmocka_unit_test(a_pair_without_errors_is_a_point),
        cmocka_unit_test(rates_are_the_dispersion_of_poisson_counts),
        cmocka_unit_test(errors_that_doubles_cannot_square_are_none),
        cmocka_unit_test(a_pair_needs_degrees_of_freedom_of_both),
    };
    distribution_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
