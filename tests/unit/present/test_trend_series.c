/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/trend_series.h"

#include "pejling/present/trend_words.h"
#include "trend_world.h"

static struct trend_series series_of(struct world *world)
{
    struct findings *findings = arena_alloc(world->arena, 1, sizeof *findings);
    *findings = findings_of(world);
    return trend_series_make(world->arena, LANGUAGE_DANISH, findings, &world->indicator);
}

static void panels_hold_both_lines_and_the_ranges(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    hide(cell_of(world, 1, 2016));
    struct trend_series series = series_of(world);
    assert_int_equal(series.count, 3);
    assert_int_equal(series.date_count, YEARS);
    const struct trend_panel *panel = &series.panels[0];
    assert_ptr_equal(panel->area, &world->areas[1]);
    assert_ptr_equal(panel->municipality, &world->areas[0]);
    assert_int_equal(panel->own.count, YEARS - 1);
    assert_int_equal(panel->own.hidden_count, 1);
    assert_int_equal(panel->other.count, YEARS);
    assert_false(panel->own.points[0].joined);
    assert_true(panel->own.points[1].joined);
    assert_false(panel->own.points[2].joined);
    assert_true(series.has_values && series.low < 10.8 && series.high > 31.9);
    assert_true(series.x_min < series.first_time && series.x_max > series.last_time);
    assert_true(series.hidden[REASON_SUPPRESSED]);
    size_t count;
    assert_non_null(trend_rows(&series, panel->area, &count));
    assert_int_equal(count, YEARS);
}

static void without_cells_there_is_no_panel(void **state)
{
    struct world *world = *state;
    add_area(world, "n", "Nordhallen", AREA_ESTATE, world->areas);
    struct trend_series series = series_of(world);
    size_t count;
    assert_int_equal(series.count, 0);
    assert_false(series.has_values);
    assert_null(trend_rows(&series, &world->areas[1], &count));
    assert_int_equal(count, 0);
}

static void the_plan_and_breaks_end_with_the_axis(void **state)
{
    struct world *world = *state;
    double from, to;
    add_three_areas(world);
    world->breaks[0] = (struct series_break){&world->indicator, &world->areas[2], 2018, ""};
    world->breaks[1] = (struct series_break){NULL, NULL, 1999, ""};
    world->catalogue.break_count = 2;
    struct trend_series series = series_of(world);
    assert_true(trend_plan_span(&series, &from, &to));
    assert_true(fabs(from - period_start(world->catalogue.plan.start)) < 1e-9);
    assert_true(fabs(to - series.x_max) < 1e-9);
    assert_true(trend_is_broken(&series, &world->breaks[0], &world->areas[2]));
    assert_false(trend_is_broken(&series, &world->breaks[0], &world->areas[1]));
    assert_false(trend_is_broken(&series, &world->breaks[1], &world->areas[2]));
    world->catalogue.plan.start = date(2030, 1, 1);
    world->catalogue.plan.end = date(2034, 1, 1);
    assert_false(trend_plan_span(&series, &from, &to));
}

static void a_hidden_year_is_a_gap_and_a_cross(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    hide(cell_of(world, 1, 2016));
    hide(cell_of(world, 1, 2019));
    hide(cell_of(world, 1, 2020));
    const char *svg = drawn(world);
    /* 2014-15, 2017-18, 2021-24 */
    assert_int_equal(area_pieces(svg), 3);
    assert_int_equal(bands(world, svg, BLUE), 3);
    assert_int_equal(labels(world, svg, "×"), 3);
    assert_says(svg, "×" NBSP "=" NBSP "skjult");
}

/* What another area has, this one lacks; what nobody has is no gap. */
static void a_missing_year_is_a_gap_and_no_cross(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    struct released_cell *cell = cell_of(world, 1, 2016);
    *cell = world->cells[--world->count];
    for (size_t i = 0; i < world->count; i++)
        if (world->cells[i].period.year == 2021)
            world->cells[i] = world->cells[--world->count], i--;
    const char *svg = drawn(world);
    assert_int_equal(area_pieces(svg), 2);
    assert_int_equal(labels(world, svg, "×"), 0);
}

static void a_break_parts_the_line_and_is_told(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    world->breaks[0] = (struct series_break){&world->indicator, NULL, 2016, "ny opgørelse"};
    world->breaks[1] =
        (struct series_break){&world->indicator, &world->areas[2], 2018, "et hus solgt"};
    world->breaks[2] = (struct series_break){NULL, NULL, 1999, "før serien"};
    world->catalogue.break_count = 3;
    const char *svg = drawn(world);
    assert_int_equal(area_pieces(svg), 2);
    assert_int_equal(pieces(svg, "rgb(171,  70,  16)", "stroke-width=\"4.50\""), 3);
    assert_says(svg, "databrud 2016 (ny opgørelse), Ringparken 2018 (et hus solgt).");
    assert_null(strstr(svg, "før serien"));
}

static void all_areas_together_make_a_fourth_panel(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    add_area(world, "samlet", "Alle under ét", AREA_TOTAL, &world->areas[0]);
    add(world, &world->areas[4], year(2024), 22.2, 1200);
    assert_int_equal(labels(world, drawn(world), "Alle under ét"), 1);
    add_area(world, "ny", "Nyparken", AREA_ESTATE, &world->areas[0]);
    add(world, &world->areas[5], year(2024), 25, 100);
    const char *svg = drawn(world);
    assert_int_equal(labels(world, svg, "Nyparken"), 1);
    assert_int_equal(labels(world, svg, "Alle under ét"), 0);
}

static void all_areas_together_may_stand_alone(void **state)
{
    struct world *world = *state;
    world->indicator.measure = MEASURE_VALUE;
    world->indicator.unit = "kr.";
    world->indicator.factor = 1;
    world->indicator.decimals = 0;
    add_area(world, "samlet", "Alle under ét", AREA_TOTAL, &world->areas[0]);
    for (int k = 2018; k < 2024; k++) {
        add(world, &world->areas[1], year(k), 325000 + k, 0);
        add(world, &world->areas[0], year(k), 495000, 0);
    }
    const char *svg = drawn(world);
    assert_int_equal(labels(world, svg, "495.000"), 1);
    assert_int_equal(labels(world, svg, "600.000"), 1);
    assert_null(strstr(svg, "konfidensinterval"));
    assert_null(strstr(svg, "<polygon fill = '" GREY "' fill-opacity"));
}

static void surveys_of_other_years_than_the_municipality_stay_joined(void **state)
{
    struct world *world = *state;
    world->indicator.measure = MEASURE_SURVEY;
    add_area(world, "n", "Nordhallen", AREA_ESTATE, world->areas);
    for (int k = 0; k < 3; k++) {
        add(world, &world->areas[1], year(2018 + 2 * k), 70 + k, 100)->population = 900;
        add(world, &world->areas[0], year(2017 + 2 * k), 80 + k, 900)->population = 60000;
    }
    assert_int_equal(area_pieces(drawn(world)), 1);
}

/* With data/eksempel one cut of each of five indicators was told of every figure. */
static void breaks_of_other_indicators_are_not_its_own(void **state)
{
    struct world *world = *state;
    struct indicator other = world->indicator;
    add_three_areas(world);
    world->breaks[0] = (struct series_break){&world->indicator, NULL, 2016, "Nyt skema."};
    world->breaks[1] = (struct series_break){&other, NULL, 2016, "Et andet skema."};
    world->breaks[2] = (struct series_break){NULL, &world->areas[1], 2016, "en afdeling kom til"};
    world->catalogue.break_count = 3;
    struct trend_series series = series_of(world);
    assert_true(trend_is_broken(&series, &world->breaks[0], &world->areas[1]));
    assert_false(trend_is_broken(&series, &world->breaks[1], &world->areas[1]));
    assert_true(trend_is_broken(&series, &world->breaks[2], &world->areas[1]));
    assert_false(trend_is_broken(&series, &world->breaks[2], &world->areas[2]));
    const char *svg = drawn(world);
    assert_says(svg, "databrud 2016 (Nyt skema), Motalavej 2016 (en afdeling kom til).");
    assert_null(strstr(svg, "andet skema"));
}

static void set_target(struct world *world, size_t area, struct period period, double value)
{
    assert_true(world->catalogue.target_count < sizeof world->targets / sizeof *world->targets);
    world->targets[world->catalogue.target_count++] =
        (struct target){&world->indicator, &world->areas[area], period, value, {0}};
}

static void the_axis_goes_on_to_the_next_target(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    double before = series_of(world).x_max;
    set_target(world, 1, year(2020), 25);
    set_target(world, 1, year(2028), 18);
    set_target(world, 1, year(2026), 20);
    set_target(world, 2, year(2022), 24);
    set_target(world, 2, year(2021), 26);
    set_target(world, 3, year(2035), 3); /* too far away */
    struct trend_series series = series_of(world);
    assert_ptr_equal(series.panels[0].target, &world->targets[2]);
    assert_ptr_equal(series.panels[1].target, &world->targets[3]);
    assert_null(series.panels[2].target);
    assert_true(before < 2026 && series.x_max > 2026.5 && series.x_max < 2028);
    assert_true(series.last_time < 2025);
    assert_null(trend_series_gaps(world->arena, LANGUAGE_DANISH, series.findings, series.indicator)
                    .panels[0]
                    .target);
    const char *svg = drawn(world);
    assert_int_equal(labels(world, svg, "mål" NBSP "20"), 1);
    assert_int_equal(labels(world, svg, "mål" NBSP "24"), 1);
    assert_int_equal(labels(world, svg, "2026"), 3);
    assert_says(svg, "Kort vandret streg: målet.");
}

static void gaps_are_those_of_the_verdict_with_its_line(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    const struct findings *findings = series_of(world).findings;
    struct trend_series gaps =
        trend_series_gaps(world->arena, LANGUAGE_DANISH, findings, &world->indicator);
    const struct trend_panel *panel = &gaps.panels[0];
    const struct gap_verdict *verdict =
        verdict_of(&findings->verdicts, &world->indicator, panel->area);
    assert_int_equal(gaps.count, 3);
    assert_int_equal(panel->own.count, YEARS);
    assert_true(fabs(panel->own.points[10].value - (23.1 - 10.8)) < 1e-9);
    assert_int_equal(panel->fit.count, 3);
    const struct trend_point *fit = panel->fit.points;
    double years = fit[2].x - fit[0].x;
    assert_true(fabs(fit[0].value - verdict->decides->first) < 1e-9);
    assert_true(fabs(fit[2].value - verdict->decides->last) < 1e-9);
    assert_true(fabs((fit[2].value - fit[0].value) / years - verdict->decides->slope.value) < 1e-9);
    /* From lower left to upper right the slope is the greatest of the interval. */
    assert_true(fabs((fit[2].upper - fit[0].lower) / years - verdict->decides->slope.upper) < 1e-9);
    assert_true(fabs((fit[2].lower - fit[0].upper) / years - verdict->decides->slope.lower) < 1e-9);
    assert_true(fabs(fit[1].value - (fit[0].value + fit[2].value) / 2) < 1e-9);
    /* Zero, from end to end, and on the axis. */
    assert_true(gaps.low <= 0 && fabs(panel->other.points[1].value) < 1e-9);
    assert_true(fabs(panel->other.points[0].x - gaps.x_min) < 1e-9);
}

/* A break of the municipality is one of the gap, not of the area's level. */
static void a_gap_is_broken_where_either_side_is(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    world->breaks[0] = (struct series_break){&world->indicator, &world->areas[0], 2018, ""};
    world->catalogue.break_count = 1;
    struct trend_series levels = series_of(world);
    struct trend_series gaps =
        trend_series_gaps(world->arena, LANGUAGE_DANISH, levels.findings, &world->indicator);
    assert_false(trend_is_broken(&levels, &world->breaks[0], &world->areas[1]));
    assert_true(trend_is_broken(&gaps, &world->breaks[0], &world->areas[1]));
    assert_true(gaps.panels[0].fit.points[0].x > 2018);
}

static void surveys_and_elections_are_points(void **state)
{
    struct world *world = *state;
    world->indicator.has_trend = false;
    world->indicator.measure = MEASURE_SURVEY;
    add_area(world, "n", "Nordhallen", AREA_ESTATE, world->areas);
    for (int k = 0; k < 3; k++) {
        add(world, &world->areas[1], year(2018 + 2 * k), 70 + k, 100)->population = 900;
        add(world, &world->areas[0], year(2018 + 2 * k), 80 + k, 900)->population = 60000;
    }
    struct trend_series series = series_of(world);
    assert_false(trend_is_joined(&series));
    const char *svg = drawn(world);
    assert_int_equal(area_pieces(svg), 0);
    assert_int_equal(pieces(svg, BLUE, "stroke-width=\"2.00\""), 1);
    assert_int_equal(bands(world, svg, BLUE), 3);
    assert_int_equal(bands(world, svg, GREY), 3);
    assert_says(svg, "Prikkede linjer forbinder målingerne og siger intet om tiden imellem dem.");
    assert_says(trend_reading(&series), "Grå punkter: kommunen (Slagelse Kommune). ");
    world->indicator.has_trend = true;
    world->indicator.reporting = (struct reporting){PERIOD_DATE, 0, 0};
    series = series_of(world);
    assert_false(trend_is_joined(&series));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(panels_hold_both_lines_and_the_ranges),
        WORLD_TEST(without_cells_there_is_no_panel),
        WORLD_TEST(the_plan_and_breaks_end_with_the_axis),
        WORLD_TEST(a_hidden_year_is_a_gap_and_a_cross),
        WORLD_TEST(a_missing_year_is_a_gap_and_no_cross),
        WORLD_TEST(a_break_parts_the_line_and_is_told),
        WORLD_TEST(all_areas_together_make_a_fourth_panel),
        WORLD_TEST(all_areas_together_may_stand_alone),
        WORLD_TEST(breaks_of_other_indicators_are_not_its_own),
        WORLD_TEST(the_axis_goes_on_to_the_next_target),
        WORLD_TEST(gaps_are_those_of_the_verdict_with_its_line),
        WORLD_TEST(a_gap_is_broken_where_either_side_is),
        WORLD_TEST(surveys_and_elections_are_points),
        WORLD_TEST(surveys_of_other_years_than_the_municipality_stay_joined),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
