/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/estimate.h"

#include "near.h"

#include <float.h>

static void an_undefined_estimate_has_a_reason_and_no_numbers(void **state)
{
    (void)state;
    for (int reason = REASON_NONE + 1; reason < REASON_COUNT; reason++) {
        struct estimate estimate = estimate_undefined((enum reason)reason);
        assert_undefined(estimate, (enum reason)reason);
        assert_int_equal(estimate.method, METHOD_NONE);
        assert_true(isnan(estimate.value));
        assert_true(isnan(estimate.lower));
        assert_true(isnan(estimate.upper));
    }
}

static void a_point_has_a_value_and_says_why_it_has_no_interval(void **state)
{
    (void)state;
    struct estimate point = estimate_point(METHOD_GIVEN, -2.5, REASON_NO_COUNTS);
    assert_int_equal(point.state, ESTIMATE_POINT);
    assert_int_equal(point.reason, REASON_NO_COUNTS);
    assert_int_equal(point.method, METHOD_GIVEN);
    assert_near(point.value, -2.5, 0);
    assert_true(isnan(point.lower));
    assert_true(isnan(point.upper));
}

static void a_value_that_is_no_number_is_no_point(void **state)
{
    (void)state;
    assert_undefined(estimate_point(METHOD_GIVEN, (double)NAN, REASON_NO_SPREAD), REASON_NO_SPREAD);
    assert_undefined(estimate_point(METHOD_GIVEN, HUGE_VAL, REASON_NO_SPREAD), REASON_NO_SPREAD);
    assert_undefined(estimate_point(METHOD_GIVEN, -HUGE_VAL, REASON_NO_SPREAD), REASON_NO_SPREAD);
}

static void an_interval_has_three_numbers_and_no_reason(void **state)
{
    (void)state;
    struct estimate interval = estimate_interval(METHOD_WILSON, 0.2, 0.1, 0.4);
    assert_interval(interval, 0.2, 0.1, 0.4, 0);
    assert_int_equal(interval.reason, REASON_NONE);
    assert_int_equal(interval.method, METHOD_WILSON);
}

static void limits_that_rounding_carried_past_the_value_are_set_to_it(void **state)
{
    (void)state;
    double above = 0.3 + DBL_EPSILON, below = 0.3 - DBL_EPSILON;
    assert_interval(estimate_interval(METHOD_T, 0.3, above, above), 0.3, 0.3, above, 0);
    assert_interval(estimate_interval(METHOD_T, 0.3, below, below), 0.3, below, 0.3, 0);
    assert_interval(estimate_interval(METHOD_T, 0.3, above, below), 0.3, 0.3, 0.3, 0);
}

static void scaling_multiplies_the_numbers_and_keeps_the_rest(void **state)
{
    (void)state;
    struct estimate interval = estimate_interval(METHOD_GARWOOD, 0.02, 0.01, 0.05);
    struct estimate per_1000 = estimate_scale(interval, 1000);
    assert_interval(per_1000, 20, 10, 50, 1e-12);
    assert_int_equal(per_1000.method, METHOD_GARWOOD);
    struct estimate point = estimate_scale(estimate_point(METHOD_GIVEN, 3, REASON_NO_COUNTS), 100);
    assert_int_equal(point.state, ESTIMATE_POINT);
    assert_near(point.value, 300, 0);
    assert_true(isnan(point.lower));
    assert_undefined(estimate_scale(estimate_undefined(REASON_MISSING), 100), REASON_MISSING);
}

/* Written into files that other programs read: not to be renamed. */
static void every_method_has_its_name_in_the_machine_files(void **state)
{
    (void)state;
    static const char *const codes[METHOD_COUNT] = {
        [METHOD_NONE] = "",
        [METHOD_GIVEN] = "given",
        [METHOD_WILSON] = "wilson",
        [METHOD_WILSON_SURVEY] = "wilson_survey",
        [METHOD_GARWOOD] = "garwood",
        [METHOD_T] = "t",
        [METHOD_NEWCOMBE10] = "newcombe10",
        [METHOD_MOVER_GARWOOD] = "mover_garwood",
        [METHOD_WELCH] = "welch",
        [METHOD_NEWCOMBE10_PART_WHOLE] = "newcombe10_part_whole",
        [METHOD_MOVER_GARWOOD_PART_WHOLE] = "mover_garwood_part_whole",
        [METHOD_WELCH_PART_WHOLE] = "welch_part_whole",
        [METHOD_DIFFERENCE] = "difference",
        [METHOD_KATZ_LOG] = "katz_log",
        [METHOD_MOVER_WILSON] = "mover_wilson",
        [METHOD_EXACT_RATIO] = "exact_ratio",
        [METHOD_OLS_T] = "ols_t",
        [METHOD_MOVER] = "mover",
        [METHOD_ENGINE_B] = "engine_b",
        [METHOD_DOBSON] = "dobson",
        [METHOD_BEFORE_AFTER] = "before_after",
        [METHOD_CLOPPER_PEARSON] = "clopper_pearson",
        [METHOD_BYAR] = "byar",
        [METHOD_MIETTINEN_NURMINEN] = "miettinen_nurminen",
        [METHOD_THEIL_SEN] = "theil_sen",
        [METHOD_QUASI_BINOMIAL] = "quasi_binomial",
        [METHOD_QUASI_POISSON] = "quasi_poisson",
        [METHOD_ENGINE_A] = "engine_a",
        [METHOD_FIELLER] = "fieller",
        [METHOD_NONCENTRAL_T] = "noncentral_t",
        [METHOD_MANN_KENDALL] = "mann_kendall",
        [METHOD_OLS_PREDICTION] = "ols_prediction",
        [METHOD_CALENDAR] = "calendar",
        [METHOD_PLACEBO_DATES] = "placebo_dates",
        [METHOD_RELATIVE_MAGNITUDE] = "relative_magnitude",
        [METHOD_REGRESSION_TO_MEAN] = "regression_to_mean",
        [METHOD_INVERSE_VARIANCE] = "inverse_variance",
        [METHOD_CHI_SQUARED] = "chi_squared",
        [METHOD_FREEMAN_HALTON] = "freeman_halton",
        [METHOD_WELCH_SLOPES] = "welch_slopes",
        [METHOD_WELCH_MEANS] = "welch_means",
        [METHOD_RANK_PAIRS] = "rank_pairs",
        [METHOD_DIRECT] = "direct",
        [METHOD_KITAGAWA] = "kitagawa",
        [METHOD_POWER] = "power",
        [METHOD_POWER_WITHIN] = "power_within_years",
        [METHOD_REQUIREMENTS] = "requirements",
        [METHOD_BOTH_ENGINES] = "both_engines",
        [METHOD_ONE_ENGINE] = "one_engine",
    };
    for (int method = 0; method < METHOD_COUNT; method++) {
        assert_non_null(codes[method]);
        assert_string_equal(method_code((enum method)method), codes[method]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_undefined_estimate_has_a_reason_and_no_numbers),
        cmocka_unit_test(a_point_has_a_value_and_says_why_it_has_no_interval),
        cmocka_unit_test(a_value_that_is_no_number_is_no_point),
        cmocka_unit_test(an_interval_has_three_numbers_and_no_reason),
        cmocka_unit_test(limits_that_rounding_carried_past_the_value_are_set_to_it),
        cmocka_unit_test(scaling_multiplies_the_numbers_and_keeps_the_rest),
        cmocka_unit_test(every_method_has_its_name_in_the_machine_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
