/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include "pejling/stats/control_limits.h"

/* Montgomery, Introduction to Statistical Quality Control, example 7.1: 347 of 30 samples of 50. */
static void printed_example_of_a_p_chart(void **state)
{
    (void)state;
    const double x[] = {347}, n[] = {1500};
    struct control_limits limits = control_limits_p(x, n, 1, 50);
    assert_int_equal(limits.reason, REASON_NONE);
    assert_near(limits.centre, 0.2313, 5e-5);
    assert_near(limits.lower, 0.0524, 6e-5);
    assert_near(limits.upper, 0.4102, 6e-5);
}

static void p_limits_stay_within_0_and_1_and_narrow_with_size(void **state)
{
    (void)state;
    const double x[] = {1, 2, 0}, n[] = {30, 40, 20}, all[] = {30, 39, 20};
    struct control_limits small = control_limits_p(x, n, 3, 10);
    struct control_limits large = control_limits_p(x, n, 3, 1000);
    assert_near(small.centre, 3.0 / 90, 1e-16);
    assert_near(small.lower, 0, 0);
    assert_true(large.upper < small.upper && large.lower > 0);
    assert_near((large.upper - large.centre) * sqrt(1000), (small.upper - small.centre) * sqrt(10),
                1e-12);
    assert_near(control_limits_p(all, n, 3, 10).upper, 1, 0);
}

static void p_limits_of_nothing(void **state)
{
    (void)state;
    const double x[] = {1, 2}, n[] = {30, 0}, few[] = {30, 1};
    assert_int_equal(control_limits_p(x, n, 0, 10).reason, REASON_TOO_FEW_YEARS);
    assert_int_equal(control_limits_p(x, n, 1, 0).reason, REASON_NO_DENOMINATOR);
    assert_int_equal(control_limits_p(x, n, 2, 10).reason, REASON_NO_DENOMINATOR);
    assert_int_equal(control_limits_p(x, few, 2, 10).reason, REASON_INCONSISTENT_INPUT);
}

static void xmr_is_mean_and_moving_range(void **state)
{
    (void)state;
    const double y[] = {4, 6, 3, 5};
    struct xmr_limits limits = control_limits_xmr(y, 4);
    assert_near(limits.mean_range, 7.0 / 3, 1e-15);
    assert_near(limits.values.centre, 4.5, 1e-15);
    assert_near(limits.values.lower, 4.5 - 2.66 * 7 / 3, 1e-14);
    assert_near(limits.values.upper, 4.5 + 2.66 * 7 / 3, 1e-14);
    assert_near(limits.range_upper, 3.267 * 7 / 3, 1e-14);
    const double far[] = {1e9 + 4, 1e9 + 6, 1e9 + 3, 1e9 + 5};
    assert_near(control_limits_xmr(far, 4).values.upper - 1e9, limits.values.upper, 1e-6);
}

static void xmr_of_little(void **state)
{
    (void)state;
    const double same[] = {4, 4, 4}, infinite[] = {1, HUGE_VAL};
    assert_int_equal(control_limits_xmr(same, 0).values.reason, REASON_TOO_FEW_YEARS);
    assert_int_equal(control_limits_xmr(same, 1).values.reason, REASON_TOO_FEW_YEARS);
    assert_int_equal(control_limits_xmr(infinite, 2).values.reason, REASON_TOO_FEW_YEARS);
    struct xmr_limits limits = control_limits_xmr(same, 3);
    assert_near(limits.mean_range, 0, 0);
    assert_near(limits.values.lower, 4, 0);
    assert_near(limits.values.upper, 4, 0);
}

static void limits_of_what_is_not_a_count(void **state)
{
    (void)state;
    const double negative[] = {-1, 2}, x[] = {1, 2}, n[] = {10, 10}, infinite[] = {10, HUGE_VAL};
    assert_int_equal(control_limits_p(negative, n, 2, 10).reason, REASON_INCONSISTENT_INPUT);
    assert_int_equal(control_limits_p(x, infinite, 2, 10).reason, REASON_NO_DENOMINATOR);
    const double wide[] = {0, 1e308, -0.7e308}; /* a mean, but ranges beyond the doubles */
    assert_int_equal(control_limits_xmr(wide, 3).values.reason,
                     control_limits_xmr(wide, 1).values.reason);
    assert_near(control_limits_xmr(wide, 3).mean_range, 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(printed_example_of_a_p_chart),
        cmocka_unit_test(p_limits_stay_within_0_and_1_and_narrow_with_size),
        cmocka_unit_test(p_limits_of_nothing),
        cmocka_unit_test(xmr_is_mean_and_moving_range),
        cmocka_unit_test(xmr_of_little),
        cmocka_unit_test(limits_of_what_is_not_a_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
