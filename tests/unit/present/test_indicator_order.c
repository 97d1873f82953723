/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/indicator_order.h"

#include "plan_world.h"

static void goals_come_in_order_and_the_rest_last(void **state)
{
    struct world *world = *state;
    size_t count;
    add_indicator(world, "Alder", "", POLARITY_NEUTRAL, 0);
    add_indicator(world, "Job", "Arbejde", POLARITY_DOWN, 4);
    add_indicator(world, "Skole", "Uddannelse", POLARITY_UP, 1);
    add_indicator(world, "Ledighed", "Arbejde", POLARITY_DOWN, 0);
    static const char *const order[] = {"Job", "Ledighed", "Skole", "Alder"};
    const struct indicator **all =
        indicators_by_goal(world->arena, &world->catalogue, false, &count);
    assert_int_equal(count, 4);
    for (size_t i = 0; i < 4; i++)
        assert_string_equal(all[i]->name, order[i]);
    const struct indicator **fixed =
        indicators_by_goal(world->arena, &world->catalogue, true, &count);
    assert_int_equal(count, 2);
    assert_string_equal(fixed[0]->name, "Job");
    assert_string_equal(fixed[1]->name, "Skole");
    world->indicators[1].lbf_number = world->indicators[2].lbf_number = 0;
    indicators_by_goal(world->arena, &world->catalogue, true, &count);
    assert_int_equal(count, 4); /* a plan without any would have nothing to show */
}

static void none_are_none(void **state)
{
    struct world *world = *state;
    size_t count = 9;
    indicators_by_goal(world->arena, &world->catalogue, false, &count);
    assert_int_equal(count, 0);
}

static void names_are_short_where_there_is_a_short_one(void **state)
{
    struct world *world = *state;
    struct indicator *indicator = add_indicator(world, "Andel unge", "", POLARITY_UP, 0);
    assert_string_equal(indicator_label(indicator), "Andel unge");
    indicator->short_name = "Unge";
    assert_string_equal(indicator_label(indicator), "Unge");
    assert_string_equal(indicator_heading(LANGUAGE_DANISH, indicator), "Andre nøgletal");
    assert_string_equal(indicator_heading(LANGUAGE_ENGLISH, indicator), "Other key figures");
    indicator->goal = "Arbejde";
    assert_string_equal(indicator_heading(LANGUAGE_DANISH, indicator), "Arbejde");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(goals_come_in_order_and_the_rest_last),
        WORLD_TEST(none_are_none),
        WORLD_TEST(names_are_short_where_there_is_a_short_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
