/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/median.h"

#include "near.h"

static void the_middle_of_an_odd_number_is_one_of_them(void **state)
{
    (void)state;
    double one[] = {4};
    double three[] = {9, -1, 2};
    assert_near(median_reordering(one, 1), 4, 0);
    assert_near(median_reordering(three, 3), 2, 0);
}

static void the_middle_of_an_even_number_lies_halfway(void **state)
{
    (void)state;
    double two[] = {3, 1};
    double four[] = {10, 1, 4, 2};
    assert_near(median_reordering(two, 2), 2, 0);
    assert_near(median_reordering(four, 4), 3, 0);
}

/* Of few and many, distinct and tied values: what sorting gives, and no value lost. */
static void a_place_among_the_values_is_what_sorting_gives(void **state)
{
    (void)state;
    enum { MOST = 700, DISTINCT = 97 };
    static double values[MOST];
    for (size_t n = 1; n <= MOST; n += n < 40 ? 1 : 131) {
        size_t given[DISTINCT] = {0};
        for (size_t i = 0; i < n; i++) {
            size_t value = i * i * 7 % DISTINCT;
            values[i] = (double)value;
            given[value]++;
        }
        for (size_t rank = 0; rank < n; rank++) {
            size_t expected = 0, left[DISTINCT] = {0};
            for (size_t before = given[0]; before <= rank; before += given[expected])
                expected++;
            assert_near(order_statistic(values, n, rank), (double)expected, 0);
            for (size_t i = 0; i < n; i++) {
                assert_true(i < rank ? values[i] <= values[rank] : values[i] >= values[rank]);
                left[(size_t)values[i]]++;
            }
            assert_memory_equal(given, left, sizeof given);
        }
    }
}

static void all_values_may_be_alike(void **state)
{
    (void)state;
    static double values[4000];
    for (size_t i = 0; i < 4000; i++)
        values[i] = 3;
    assert_near(median_reordering(values, 4000), 3, 0);
    values[1234] = 2;
    values[3210] = 4;
    assert_near(median_reordering(values, 4000), 3, 0);
    assert_near(order_statistic(values, 4000, 0), 2, 0);
    assert_near(order_statistic(values, 4000, 3999), 4, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_middle_of_an_odd_number_is_one_of_them),
        cmocka_unit_test(the_middle_of_an_even_number_lies_halfway),
        cmocka_unit_test(a_place_among_the_values_is_what_sorting_gives),
        cmocka_unit_test(all_values_may_be_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
