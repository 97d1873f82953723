/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/slope_rows.h"

#include "slope_world.h"

/* The baseline year is 2019. */
static void a_line_goes_from_the_baseline_to_the_latest(void **state)
{
    struct world *world = *state;
    size_t count;
    struct indicator *indicators = add_indicators(world, 1);
    add_areas(world, 1);
    for (int k = 2017; k < 2023; k++) {
        add_to(world, indicators, 1, year(k), k - 2000);
        add_to(world, indicators, 0, year(k), 10);
    }
    const struct figure_canvas canvas = canvas_of(world, FIGURE_REPORT);
    const struct slope_goal *goals = goals_of(world, &canvas, &count);
    assert_int_equal(count, 1);
    assert_int_equal(goals->count, 1);
    const struct slope_panel *panel = goals->panels;
    assert_int_equal(panel->count, 2);
    assert_ptr_equal(panel->lines[0].area, &world->areas[1]);
    assert_ptr_equal(panel->lines[1].area, &world->areas[0]);
    assert_int_equal(panel->lines[0].baseline->from.year, 2019);
    assert_int_equal(panel->lines[0].latest->from.year, 2022);
    assert_int_equal(panel->lines[0].reason, REASON_NONE);
    assert_false(panel->lines[0].sure); /* 19 to 22 of 400 */
    assert_int_equal(panel->first->from.year, 2019);
    assert_int_equal(panel->last->from.year, 2022);
    assert_true(fabs(panel->low - 10) < 1e-9 && fabs(panel->high - 22) < 1e-9);
    cell_of(world, 1, 2022)->value = 80;
    const struct figure_canvas again = canvas_of(world, FIGURE_REPORT);
    assert_true(goals_of(world, &again, &count)->panels->lines[0].sure);
}

static void what_cannot_be_joined_has_a_reason(void **state)
{
    struct world *world = *state;
    size_t count;
    struct indicator *indicators = add_indicators(world, 1);
    add_areas(world, 5);
    for (int k = 2017; k < 2023; k++) {
        add_to(world, indicators, 1, year(k), 20);
        if (k > 2019)
            add_to(world, indicators, 2, year(k), 20);
        if (k < 2020)
            add_to(world, indicators, 3, year(k), 20);
        hide(add_to(world, indicators, 4, year(k), 20));
        struct released_cell *cell = add_to(world, indicators, 5, year(k), 20);
        if (k == 2019)
            hide(cell);
    }
    world->breaks[0] = (struct series_break){indicators, &world->areas[1], 2020.5, ""};
    world->catalogue.break_count = 1;
    const struct figure_canvas canvas = canvas_of(world, FIGURE_REPORT);
    const struct slope_panel *panel = goals_of(world, &canvas, &count)->panels;
    const struct slope_line *lines = panel->lines;
    assert_int_equal(panel->count, 5);
    assert_int_equal(lines[0].reason, REASON_SERIES_BREAK);
    assert_true(lines[0].baseline && lines[0].latest);
    assert_int_equal(lines[1].reason, REASON_NO_BASELINE);
    assert_true(!lines[1].baseline && lines[1].latest);
    assert_int_equal(lines[2].reason, REASON_TOO_FEW_YEARS);
    assert_true(!lines[2].baseline && lines[2].latest);
    assert_int_equal(lines[2].latest->from.year, 2019);
    assert_int_equal(lines[3].reason, REASON_SUPPRESSED);
    assert_true(!lines[3].baseline && !lines[3].latest);
    assert_int_equal(lines[4].reason, REASON_NONE);
    assert_int_equal(lines[4].baseline->from.year, 2018);
}

static void goals_come_in_the_order_of_the_follow_up(void **state)
{
    struct world *world = *state;
    size_t count;
    struct indicator *indicators = add_indicators(world, 5);
    add_areas(world, 1);
    indicators[1].goal = "Tryghed";
    indicators[1].lbf_number = 7;
    indicators[2].goal = "";
    indicators[3].lbf_number = 8;
    for (size_t i = 0; i < 4; i++)
        add_to(world, &indicators[i], 1, year(2020), 20);
    add_to(world, &indicators[4], 0, year(2020), 20); /* of the municipality alone */
    add_to(world, &indicators[0], 1, (struct period){PERIOD_UNKNOWN, 0, 0, 0}, 20);
    const struct figure_canvas canvas = canvas_of(world, FIGURE_REPORT);
    const struct slope_goal *goals = goals_of(world, &canvas, &count);
    assert_int_equal(count, 2);
    assert_string_equal(goals[0].name, "Tryghed");
    assert_int_equal(goals[0].count, 1);
    assert_int_equal(goals[1].count, 2);
    assert_ptr_equal(goals[1].panels[0].indicator, &indicators[3]);
    assert_ptr_equal(goals[1].panels[1].indicator, &indicators[0]);
}

static void totals_make_way_for_many_areas(void **state)
{
    struct world *world = *state;
    size_t count;
    struct indicator *indicators = add_indicators(world, 1);
    add_area(world, "t", "Samlet", AREA_TOTAL, &world->areas[0]);
    add_areas(world, 3);
    for (size_t i = 0; i < 5; i++)
        add_to(world, indicators, i, year(2020), 20);
    struct figure_canvas canvas = canvas_of(world, FIGURE_REPORT);
    assert_int_equal(goals_of(world, &canvas, &count)->panels->count, 5);
    add_areas(world, 1);
    add_to(world, indicators, 5, year(2020), 20);
    canvas = canvas_of(world, FIGURE_REPORT);
    assert_int_equal(goals_of(world, &canvas, &count)->panels->count, 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_line_goes_from_the_baseline_to_the_latest),
        WORLD_TEST(what_cannot_be_joined_has_a_reason),
        WORLD_TEST(goals_come_in_the_order_of_the_follow_up),
        WORLD_TEST(totals_make_way_for_many_areas),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
