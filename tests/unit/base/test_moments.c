/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/moments.h"

#include "near.h"

/* --- two routes: the moments of lists of persons, against their lists put together ------------ */
static struct mean of_list(const double *values, size_t n)
{
    double sum = 0, squares = 0;
    for (size_t i = 0; i < n; i++)
        sum += values[i];
    double mean = n ? sum / (double)n : 0;
    for (size_t i = 0; i < n; i++)
        squares += (values[i] - mean) * (values[i] - mean);
    double spread = n > 1 ? sqrt(squares / (double)(n - 1)) : 0;
    return (struct mean){.mean = mean, .n = (double)n, .spread = spread};
}

static void check_mean(struct mean actual, struct mean expected, double tolerance)
{
    assert_near(actual.n, expected.n, 0);
    assert_near(actual.mean, expected.mean, tolerance);
    assert_near(actual.spread, expected.spread, tolerance);
}

/* Grades of ten pupils; the 7-point scale runs from -3 to 12. */
static const double grades[] = {7, 2, 12, 4, 0, 10, 7, -3, 4, 7};
#define PUPILS (sizeof grades / sizeof *grades)

static void two_groups_together_are_the_moments_of_all(void **state)
{
    (void)state;
    for (size_t first = 0; first <= PUPILS; first++) {
        struct mean a = of_list(grades, first);
        struct mean b = of_list(grades + first, PUPILS - first);
        check_mean(mean_together(a, b), of_list(grades, PUPILS), 1e-12);
        check_mean(mean_together(b, a), of_list(grades, PUPILS), 1e-12);
    }
}

static void the_whole_without_a_part_is_the_moments_of_the_others(void **state)
{
    (void)state;
    for (size_t first = 0; first + 2 <= PUPILS; first++) {
        struct mean rest = mean_without(of_list(grades, PUPILS), of_list(grades, first));
        check_mean(rest, of_list(grades + first, PUPILS - first), 1e-12);
    }
}

static void taking_a_part_away_undoes_putting_it_in(void **state)
{
    (void)state;
    static const struct mean pairs[][2] = {
        {{6.89, 825, 2.75}, {5.3, 24, 2.28}},
        {{6.1, 12, 0}, {4.2, 5, 0}}, /* everybody alike in both: no spread is left over */
        {{-0.5, 2, 0.1}, {1e3, 40, 7}},
        {{251300, 4500, 90400}, {198200, 310, 60100}},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct mean a = pairs[i][0], b = pairs[i][1];
        check_mean(mean_without(mean_together(a, b), b), a, 1e-5 * (1 + a.spread));
        check_mean(mean_without(mean_together(a, b), a), b, 1e-4 * (1 + b.spread));
    }
}

/* --- groups with nobody, somebody, and spreads that are not known ----------------------------- */
static void a_group_of_nobody_changes_nothing(void **state)
{
    (void)state;
    struct mean somebody = {6.5, 40, 2.1}, nobody = {99, 0, -1};
    check_mean(mean_together(somebody, nobody), somebody, 0);
    check_mean(mean_together(nobody, somebody), somebody, 0);
}

static void an_unknown_spread_makes_the_spread_of_both_unknown_and_keeps_the_mean(void **state)
{
    (void)state;
    struct mean known = {6, 10, 2}, unknown = {8, 30, -1};
    struct mean both = mean_together(known, unknown);
    assert_near(both.mean, 7.5, 1e-12);
    assert_true(both.spread < 0);
    assert_true(mean_together(unknown, known).spread < 0);
    struct mean rest = mean_without((struct mean){7.5, 40, 2}, unknown);
    assert_near(rest.mean, 6, 1e-12);
    assert_true(rest.spread < 0);
    assert_true(mean_without(unknown, known).spread < 0);
}

static void nobody_left_is_a_mean_of_0_and_an_unknown_spread(void **state)
{
    (void)state;
    struct mean whole = {6, 10, 2};
    struct mean none = mean_without(whole, whole);
    assert_near(none.n, 0, 0);
    assert_near(none.mean, 0, 0);
    assert_true(none.spread < 0);
    struct mean fewer = mean_without(whole, (struct mean){6, 12, 2});
    assert_near(fewer.n, -2, 0);
    assert_near(fewer.mean, 0, 0);
    assert_true(fewer.spread < 0);
}

static void one_person_left_has_a_mean_and_no_spread(void **state)
{
    (void)state;
    struct mean rest = mean_without(of_list(grades, 10), of_list(grades, 9));
    assert_near(rest.mean, 7, 1e-12);
    assert_near(rest.n, 1, 0);
    assert_true(rest.spread < 0);
}

/* Half persons come from counts with decimals; a spread needs more than one. */
static void less_than_one_person_together_has_no_spread(void **state)
{
    (void)state;
    struct mean both = mean_together((struct mean){4, 0.5, 0}, (struct mean){8, 0.5, 0});
    assert_near(both.mean, 6, 1e-12);
    assert_true(both.spread < 0);
}

static void a_part_more_spread_than_its_whole_can_be_makes_the_spread_unknown(void **state)
{
    (void)state;
    struct mean rest = mean_without((struct mean){6, 20, 1}, (struct mean){6, 10, 3});
    assert_near(rest.mean, 6, 1e-12);
    assert_true(rest.spread < 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_groups_together_are_the_moments_of_all),
        cmocka_unit_test(the_whole_without_a_part_is_the_moments_of_the_others),
        cmocka_unit_test(taking_a_part_away_undoes_putting_it_in),
        cmocka_unit_test(a_group_of_nobody_changes_nothing),
        cmocka_unit_test(an_unknown_spread_makes_the_spread_of_both_unknown_and_keeps_the_mean),
        cmocka_unit_test(nobody_left_is_a_mean_of_0_and_an_unknown_spread),
        cmocka_unit_test(one_person_left_has_a_mean_and_no_spread),
        cmocka_unit_test(less_than_one_person_together_has_no_spread),
        cmocka_unit_test(a_part_more_spread_than_its_whole_can_be_makes_the_spread_unknown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
