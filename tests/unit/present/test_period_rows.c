/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/period_rows.h"

#include "series_world.h"

/* One area has the first and the last year, the other those between, one of them hidden. */
static void the_periods_of_all_areas_come_once_each_in_order(void **state)
{
    struct series_world *world = *state;
    const struct indicator *indicator = world_indicator(world, "andelen", POLARITY_UP);
    const struct area *both[] = {&world->areas[SYDBYEN], &world->areas[MOTALAVEJ]};
    static const short expected[] = {2015, 2016, 2018, 2019};
    world_cell(world, indicator, MOTALAVEJ, 2016, 20);
    world_take(world_cell(world, indicator, MOTALAVEJ, 2018, 20), RELEASE_HIDDEN,
               REASON_SUPPRESSED);
    world_cell(world, indicator, RINGPARKEN, 2017, 20); /* of neither */
    world_cell(world, indicator, SYDBYEN, 2015, 20);
    world_cell(world, indicator, SYDBYEN, 2016, 20);
    world_cell(world, indicator, SYDBYEN, 2019, 20);
    const struct released_table *table = world_findings(world)->table;
    const struct released_cell *cell = NULL;
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        cell = period_row_after(table, indicator, both, 2, cell);
        assert_non_null(cell);
        assert_int_equal(cell->period.year, expected[i]);
    }
    assert_null(period_row_after(table, indicator, both, 2, cell));
}

static void without_areas_or_figures_there_is_none(void **state)
{
    struct series_world *world = *state;
    const struct indicator *indicator = world_indicator(world, "andelen", POLARITY_UP);
    const struct area *one[] = {&world->areas[SYDBYEN]};
    world_cell(world, indicator, MOTALAVEJ, 2016, 20);
    const struct released_table *table = world_findings(world)->table;
    assert_null(period_row_after(table, indicator, one, 1, NULL));
    assert_null(period_row_after(table, indicator, one, 0, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SERIES_TEST(the_periods_of_all_areas_come_once_each_in_order),
        SERIES_TEST(without_areas_or_figures_there_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
