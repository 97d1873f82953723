/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include "pejling/stats/root.h"

static double cube_less(const void *context, double x)
{
    const double *cube = context;
    return x * x * x - *cube;
}

static double step_at(const void *context, double x)
{
    const double *place = context;
    return x < *place ? -1 : 1;
}

static void the_cube_root_is_where_the_cube_is_reached(void **state)
{
    (void)state;
    for (double root = 0.01; root < 90; root *= 1.7) {
        double cube = root * root * root;
        const struct bracket around = {0, 100, -cube, 1e6 - cube};
        assert_near(root_within(around, cube_less, &cube, 4e-16), root, 1e-14 * root);
        assert_near(root_within(around, cube_less, &cube, 1e-3), root, 2e-3 * root);
    }
}

/* A function without slope gives no help: halving finds its step all the same. */
static void a_step_is_found_to_the_last_bit(void **state)
{
    (void)state;
    static const double places[] = {0.1, 1, 3.3, 9.999};
    for (size_t i = 0; i < 4; i++) {
        const struct bracket around = {0, 10, -1, 1};
        double found = root_within(around, step_at, &places[i], 0);
        assert_true(found >= places[i]);
        assert_near(found, places[i], 4e-16 * places[i]);
    }
}

static void a_bracket_that_is_close_enough_is_the_answer(void **state)
{
    (void)state;
    double cube = 27;
    const struct bracket around = {2.9, 3.1, -1, 1};
    assert_near(root_within(around, cube_less, &cube, 0.5), 3.1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_cube_root_is_where_the_cube_is_reached),
        cmocka_unit_test(a_step_is_found_to_the_last_bit),
        cmocka_unit_test(a_bracket_that_is_close_enough_is_the_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
