/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/area_slopes.h"

#include "series_world.h"

#include "pejling/stats/line.h"

/* The slopes of two of the areas, as the world's cells stand. */
static struct area_slopes fit(struct series_world *world, size_t first, size_t second)
{
    const struct findings *findings = world_findings(world);
    const struct area *two[] = {&world->areas[first], &world->areas[second]};
    const struct compared_areas areas = {two, 2};
    return area_slopes_fit(world->arena, findings->table, &world->indicators[0], areas);
}

static const struct indicator *write_lines(struct series_world *world)
{
    const struct indicator *indicator = world_indicator(world, "andelen", POLARITY_UP);
    world_line(world, indicator, MOTALAVEJ, 40, 44);
    world_line(world, indicator, RINGPARKEN, 38, 36);
    return indicator;
}

static void slopes_are_least_squares_in_the_common_periods(void **state)
{
    struct series_world *world = *state;
    write_lines(world);
    world_take(&world->cells[9], RELEASE_ABSENT, REASON_MISSING); /* of Motalavej, 2023 */
    struct area_slopes slopes = fit(world, MOTALAVEJ, RINGPARKEN);
    assert_int_equal(slopes.reason, REASON_NONE);
    assert_int_equal(slopes.periods, 9);
    assert_int_equal(slopes.from.year, 2014);
    assert_int_equal(slopes.to.year, 2022);
    double x[9], y[9];
    for (size_t i = 0; i < 9; i++) {
        x[i] = world->cells[10 + i].time;
        y[i] = world->cells[10 + i].value;
    }
    struct line line = line_fit(x, y, 9, 0.95);
    assert_near(slopes.items[1].slope, line.slope.value, 1e-12);
    assert_near(slopes.items[1].standard_error, line.standard_error, 1e-12);
    assert_near(slopes.items[1].df, 7, 0);
}

/* Which years are hidden depends on the figures, so the others are no fair sample of them. */
static void hidden_years_leave_no_slopes(void **state)
{
    struct series_world *world = *state;
    const struct indicator *indicator = write_lines(world);
    world_take(&world->cells[4], RELEASE_ABSENT, REASON_SUPPRESSED_SOURCE);
    struct area_slopes slopes = fit(world, MOTALAVEJ, RINGPARKEN);
    assert_int_equal(slopes.reason, REASON_SUPPRESSED_SOURCE);
    assert_false(slopes.hidden);
    world_take(&world->cells[15], RELEASE_HIDDEN, REASON_SUPPRESSED);
    slopes = fit(world, MOTALAVEJ, RINGPARKEN);
    assert_int_equal(slopes.reason, REASON_SUPPRESSED);
    assert_true(slopes.hidden);
    assert_null(slopes.items);
    /* Neither in years that the other has no figure of, nor before a break. */
    world_take(&world->cells[5], RELEASE_ABSENT, REASON_MISSING);
    world_break(world, indicator, 2019);
    slopes = fit(world, MOTALAVEJ, RINGPARKEN);
    assert_int_equal(slopes.reason, REASON_SERIES_BREAK);
    assert_int_equal(slopes.periods, 4);
}

static void too_few_periods_and_no_trend_say_so(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "andelen", POLARITY_UP);
    for (int year = 2014; year <= 2017; year++)
        for (size_t area = MOTALAVEJ; area <= RINGPARKEN; area++)
            world_cell(world, indicator, area, year, 40 + year % 3);
    assert_int_equal(fit(world, MOTALAVEJ, RINGPARKEN).reason, REASON_TOO_FEW_YEARS);
    indicator->has_trend = false;
    assert_int_equal(fit(world, MOTALAVEJ, RINGPARKEN).reason, REASON_NO_TREND);
    assert_int_equal(fit(world, MOTALAVEJ, SYDBYEN).periods, 0);
}

/* Five quarters are five periods of one year, whose season is no development. */
static void five_periods_within_a_year_are_too_few(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "andelen", POLARITY_UP);
    indicator->reporting.kind = PERIOD_QUARTER;
    for (size_t i = 0; i < 10; i++) {
        struct released_cell *cell =
            world_cell(world, indicator, MOTALAVEJ + i % 2, 2020, 40 + (double)(i % 3));
        cell->period =
            (struct period){PERIOD_QUARTER, (short)(2020 + i / 8), (signed char)(i / 2 % 4 + 1), 0};
        cell->time = period_time(cell->period, indicator->reporting);
    }
    struct area_slopes slopes = fit(world, MOTALAVEJ, RINGPARKEN);
    assert_int_equal(slopes.periods, 5);
    assert_int_equal(slopes.reason, REASON_TOO_FEW_YEARS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SERIES_TEST(slopes_are_least_squares_in_the_common_periods),
        SERIES_TEST(hidden_years_leave_no_slopes),
        SERIES_TEST(too_few_periods_and_no_trend_say_so),
        SERIES_TEST(five_periods_within_a_year_are_too_few),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
