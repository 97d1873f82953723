/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/label_spread.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#include "../../support/near.h"

#define COUNT 5

static void spread(double *heights, size_t count, struct label_room room)
{
    double *pointers[COUNT];
    for (size_t i = 0; i < count; i++)
        pointers[i] = &heights[i];
    label_spread(pointers, count, room);
}

static const struct label_room wide = {10, -1000, 1000};

static void what_is_apart_stays(void **state)
{
    (void)state;
    double heights[] = {50, 10, 30};
    spread(heights, 3, wide);
    assert_near(heights[0], 50, 1e-9);
    assert_near(heights[1], 10, 1e-9);
    assert_near(heights[2], 30, 1e-9);
    spread(heights, 0, wide);
}

static void two_that_meet_move_equally_far(void **state)
{
    (void)state;
    double heights[] = {24, 20, 90};
    spread(heights, 3, wide);
    assert_near(heights[0], 27, 1e-9);
    assert_near(heights[1], 17, 1e-9);
    assert_near(heights[2], 90, 1e-9);
}

/* What a move makes meet is moved as well: 0, 9, 12 and 13 about their mean. */
static void a_crowd_is_spread_about_its_middle(void **state)
{
    (void)state;
    double heights[] = {12, 0, 13, 9}, same[] = {5, 5, 5};
    spread(heights, 4, wide);
    assert_near(heights[1], 8.5 - 15, 1e-9);
    assert_near(heights[3], 8.5 - 5, 1e-9);
    assert_near(heights[0], 8.5 + 5, 1e-9);
    assert_near(heights[2], 8.5 + 15, 1e-9);
    spread(same, 3, wide);
    assert_near(same[0], -5, 1e-9);
    assert_near(same[1], 5, 1e-9);
    assert_near(same[2], 15, 1e-9);
}

static void they_stay_in_their_room(void **state)
{
    (void)state;
    const struct label_room room = {10, 0, 40};
    double heights[] = {1, 2, 39}, one[] = {70}, many[] = {20, 20, 20, 20, 20};
    spread(heights, 3, room);
    assert_near(heights[0], 0, 1e-9);
    assert_near(heights[1], 10, 1e-9);
    assert_near(heights[2], 39, 1e-9);
    spread(one, 1, room);
    assert_near(one[0], 40, 1e-9);
    spread(many, 5, room);
    assert_near(many[0], 0, 1e-9);
    assert_near(many[4], 40, 1e-9);
    spread(many, 5, (struct label_room){10, 0, 20}); /* too little of it */
    assert_near(many[0], 0, 1e-9);
    assert_near(many[4], 40, 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_apart_stays),
        cmocka_unit_test(two_that_meet_move_equally_far),
        cmocka_unit_test(a_crowd_is_spread_about_its_middle),
        cmocka_unit_test(they_stay_in_their_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
