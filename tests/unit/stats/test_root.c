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

static double flat_from(const void *context, double x)
{
    const double *place = context;
    return x < *place ? x - *place : 0;
}

/* Any place of a stretch that is 0 is a root; no slope is taken from nothing. */
static void a_flat_stretch_ends_the_search(void **state)
{
    (void)state;
    static const double places[] = {0.1, 1, 2, 9.999};
    for (size_t i = 0; i < 4; i++) {
        const struct bracket around = {0, 10, -places[i], 0};
        double found = root_within(around, flat_from, &places[i], 1e-12);
        assert_near(flat_from(&places[i], found), 0, 0);
    }
}

/* Nearly straight functions, such as are asked for here, take few looks. */
struct looks {
    double place;
    int count;
};

static double bent_at(const void *context, double x)
{
    struct looks *looks = *(struct looks *const *)context;
    looks->count++;
    return log1p(x) - log1p(looks->place);
}

static void few_looks_are_enough(void **state)
{
    (void)state;
    for (double place = 1e-6; place < 10; place *= 3) {
        struct looks looks = {place, 0}, *counted = &looks;
        const struct bracket around = {0, 10, -log1p(place), log1p(10) - log1p(place)};
        assert_near(root_within(around, bent_at, &counted, 4e-16), place, 1e-14 * (1 + place));
        assert_true(looks.count <= 16);
    }
}

static double endless_above(const void *context, double x)
{
    const double *place = context;
    return x < *place ? x - *place : HUGE_VAL;
}

static void an_end_without_bound_is_halved(void **state)
{
    (void)state;
    double place = 3.3;
    const struct bracket around = {0, 10, -3.3, HUGE_VAL};
    assert_near(root_within(around, endless_above, &place, 1e-12), place, 1e-11);
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
        cmocka_unit_test(a_flat_stretch_ends_the_search),
        cmocka_unit_test(few_looks_are_enough),
        cmocka_unit_test(an_end_without_bound_is_halved),
        cmocka_unit_test(a_bracket_that_is_close_enough_is_the_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
