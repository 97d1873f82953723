/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/compared_areas.h"

#include "series_world.h"

static struct released_table table_of_world(struct series_world *world)
{
    return *world_findings(world)->table;
}

static struct compared_areas all_of(struct series_world *world, const struct released_table *table)
{
    return compared_areas_all(world->arena, table, &world->indicators[0], &world->areas[BY]);
}

static void areas_with_a_series_are_there_in_order_shown_or_hidden(void **state)
{
    struct series_world *world = *state;
    const struct indicator *indicator = world_indicator(world, "andelen", POLARITY_UP);
    world_cell(world, indicator, SYDBYEN, 2020, 20);
    world_take(world_cell(world, indicator, MOTALAVEJ, 2020, 20), RELEASE_HIDDEN,
               REASON_SUPPRESSED);
    world_cell(world, indicator, SAMLET, 2020, 20);
    world_cell(world, indicator, BY, 2020, 20);
    struct released_table table = table_of_world(world);
    struct compared_areas areas = all_of(world, &table);
    assert_int_equal(areas.count, 2);
    assert_ptr_equal(areas.items[0], &world->areas[MOTALAVEJ]);
    assert_string_equal(compared_areas_codes(world->arena, areas), "motalavej|sydbyen");
}

/* One area is withheld from 2021 on: the others are not held up in a year long past. */
static void the_latest_period_with_two_areas_open_is_compared_in(void **state)
{
    struct series_world *world = *state;
    const struct indicator *indicator = world_indicator(world, "andelen", POLARITY_UP);
    for (int year = 2018; year <= 2023; year++)
        for (size_t area = MOTALAVEJ; area <= SYDBYEN; area++) {
            struct released_cell *cell = world_cell(world, indicator, area, year, 20);
            bool hidden = area == SYDBYEN && year > 2020;
            if (hidden || (area == MOTALAVEJ && year == 2023))
                world_take(cell, hidden ? RELEASE_HIDDEN : RELEASE_ABSENT,
                           hidden ? REASON_SUPPRESSED : REASON_MISSING);
        }
    struct released_table table = table_of_world(world);
    struct compared_areas areas = all_of(world, &table);
    struct period period = {.kind = PERIOD_UNKNOWN};
    assert_true(compared_areas_latest(&table, areas, indicator, &period));
    assert_int_equal(period.year, 2022);
    struct compared_areas open =
        compared_areas_open(world->arena, &table, areas, indicator, period);
    assert_string_equal(compared_areas_codes(world->arena, open), "motalavej|ringparken");
}

static void other_pairs_of_areas_may_meet_later(void **state)
{
    struct series_world *world = *state;
    const struct indicator *indicator = world_indicator(world, "andelen", POLARITY_UP);
    world_cell(world, indicator, MOTALAVEJ, 2018, 20);
    world_cell(world, indicator, MOTALAVEJ, 2020, 20);
    world_cell(world, indicator, RINGPARKEN, 2020, 20);
    world_cell(world, indicator, SYDBYEN, 2018, 20);
    struct released_table table = table_of_world(world);
    struct period period = {.kind = PERIOD_UNKNOWN};
    assert_true(compared_areas_latest(&table, all_of(world, &table), indicator, &period));
    assert_int_equal(period.year, 2020);
}

static void areas_that_never_meet_have_no_period(void **state)
{
    struct series_world *world = *state;
    const struct indicator *indicator = world_indicator(world, "andelen", POLARITY_UP);
    world_cell(world, indicator, MOTALAVEJ, 2020, 20);
    world_cell(world, indicator, SYDBYEN, 2021, 20);
    struct released_table table = table_of_world(world);
    struct period period = {.kind = PERIOD_UNKNOWN};
    assert_false(compared_areas_latest(&table, all_of(world, &table), indicator, &period));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SERIES_TEST(areas_with_a_series_are_there_in_order_shown_or_hidden),
        SERIES_TEST(the_latest_period_with_two_areas_open_is_compared_in),
        SERIES_TEST(other_pairs_of_areas_may_meet_later),
        SERIES_TEST(areas_that_never_meet_have_no_period),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
