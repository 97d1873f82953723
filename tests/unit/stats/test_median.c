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

/* As many of each value as before, whatever their number. */
static void many_values_are_left_in_order_too(void **state)
{
    (void)state;
    enum { MOST = 5000, DISTINCT = 97 };
    static double values[MOST];
    for (size_t n = 1; n <= MOST; n += n < 40 ? 1 : 311) {
        size_t given[DISTINCT] = {0}, left[DISTINCT] = {0};
        for (size_t i = 0; i < n; i++) {
            size_t value = i * i * 7 % DISTINCT;
            values[i] = (double)value;
            given[value]++;
        }
        median_sorting(values, n);
        for (size_t i = 0; i < n; i++) {
            assert_true(i == 0 || values[i - 1] <= values[i]);
            left[(size_t)values[i]]++;
        }
        assert_memory_equal(given, left, sizeof given);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_middle_of_an_odd_number_is_one_of_them),
        cmocka_unit_test(the_middle_of_an_even_number_lies_halfway),
        cmocka_unit_test(the_values_are_left_in_order),
        cmocka_unit_test(many_values_are_left_in_order_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
