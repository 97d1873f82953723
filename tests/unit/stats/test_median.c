/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/median.h"

#include "near.h"

static void the_middle_of_an_odd_number_is_one_of_them(void **state)
{
    (void)state;
    double one[] = {4};
    double three[] = {9, -1, 2};
    assert_near(median_sorting(one, 1), 4, 0);
    assert_near(median_sorting(three, 3), 2, 0);
}

static void the_middle_of_an_even_number_lies_halfway(void **state)
{
    (void)state;
    double two[] = {3, 1};
    double four[] = {10, 1, 4, 2};
    assert_near(median_sorting(two, 2), 2, 0);
    assert_near(median_sorting(four, 4), 3, 0);
}

static void the_values_are_left_in_order(void **state)
{
    (void)state;
    double values[] = {5, 3, 4, 3, 1e9, -2};
    static const double sorted[] = {-2, 3, 3, 4, 5, 1e9};
    median_sorting(values, 6);
    for (size_t i = 0; i < 6; i++)
        assert_near(values[i], sorted[i], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_middle_of_an_odd_number_is_one_of_them),
        cmocka_unit_test(the_middle_of_an_even_number_lies_halfway),
        cmocka_unit_test(the_values_are_left_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
