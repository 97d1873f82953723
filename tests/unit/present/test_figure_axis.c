/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/figure_axis.h"

#include "near.h"

static void ticks_are_round_and_hold_the_values(void **state)
{
    static const struct {
        double low, high, first, step, last;
        int decimals;
        bool from_zero;
    } cases[] = {
        {10.8, 31.9, 0, 10, 40, 0, true},
        {74.8, 85.7, 70, 5, 90, 0, false},
        {0, 0, 0, 0.25, 1, 2, true},
        {-3, 2, -4, 2, 2, 0, true},
        {325000, 495000, 0, 200000, 600000, 0, true},
        {0, 0.9, 0, 0.25, 1, 2, true},
        {100, 100.5, 0, 50, 150, 0, true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct figure_axis axis = figure_axis_make(cases[i].low, cases[i].high);
        size_t last = figure_axis_ticks(&axis) - 1;
        assert_near(axis.first, cases[i].first, 1e-9);
        assert_near(axis.step, cases[i].step, 1e-9);
        assert_near(axis.last, cases[i].last, 1e-9);
        assert_int_equal(axis.decimals, cases[i].decimals);
        assert_int_equal(axis.from_zero, cases[i].from_zero);
        assert_near(figure_axis_tick(&axis, 0), axis.first, 1e-9);
        assert_near(figure_axis_tick(&axis, last), axis.last, 1e-9);
    }
}

static void any_finite_range_has_two_to_five_ticks(void **state)
{
    static const double cases[][2] = {{1e12, 1e12},     {1e-6, 2e-6},  {-1e6, -999999},
                                      {999999, 1e6},    {-1e12, 1e12}, {0.001, 1e9},
                                      {1e-12, 0.00001}, {5, 5.0000001}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct figure_axis axis = figure_axis_make(cases[i][0], cases[i][1]);
        double slack = 1e-6 * axis.step;
        assert_in_range(figure_axis_ticks(&axis), 2, 5);
        assert_true(axis.first <= cases[i][0] + slack && axis.last >= cases[i][1] - slack);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ticks_are_round_and_hold_the_values),
        cmocka_unit_test(any_finite_range_has_two_to_five_ticks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
