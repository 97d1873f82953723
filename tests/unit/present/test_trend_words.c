/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/trend_words.h"

#include "trend_world.h"

static struct trend_series series_of(struct world *world)
{
    struct findings *findings = arena_alloc(world->arena, 1, sizeof *findings);
    *findings = findings_of(world);
    return trend_series_make(world->arena, LANGUAGE_DANISH, findings, &world->indicator);
}

static void words_are_made_of_the_series(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    struct trend_series series = series_of(world);
    assert_string_equal(trend_note(&series, &world->areas[1]),
                        "Afstand til kommunen: 12,3" NBSP "pct.-point (17,7" NBSP "i" NBSP "2019)");
    assert_string_equal(trend_last_value(&series, &series.panels[0].own), "23,1");
    assert_string_equal(trend_last_value(&series, &(struct trend_line){0}), "");
    assert_string_equal(trend_subtitle(&series),
                        "15–29-årige uden uddannelse og job, pct., 2014–2024");
    assert_non_null(strstr(trend_summary(&series, series.panels, series.count),
                           "pct., 2014–2024. Motalavej: Afstand"));
    assert_null(strstr(trend_foot(&series), "akse"));
    series.low = 80;
    series.high = 90;
    assert_non_null(strstr(trend_foot(&series), "akse begynder ikke ved 0. \nKilde: "));
    assert_null(strstr(trend_reading(&series), "Kilde"));
}

/* Across a break two gaps are no development; in the summary as in the note. */
static void a_gap_before_a_break_is_not_told(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    world->breaks[0] = (struct series_break){&world->indicator, &world->areas[1], 2022, ""};
    world->catalogue.break_count = 1;
    struct trend_series series = series_of(world);
    assert_string_equal(trend_note(&series, &world->areas[1]),
                        "Afstand til kommunen: 12,3" NBSP "pct.-point");
    assert_non_null(strstr(trend_note(&series, &world->areas[2]), NBSP "i" NBSP "2019)"));
    assert_non_null(strstr(trend_summary(&series, series.panels, 1), "12,3" NBSP "pct.-point"));
    assert_null(strstr(trend_summary(&series, series.panels, 1), "i" NBSP "2019"));
    world->breaks[0].area = &world->areas[0];
    series = series_of(world);
    assert_null(strstr(trend_note(&series, &world->areas[2]), "2019"));
    world->breaks[0].time = 2018; /* before both */
    series = series_of(world);
    assert_non_null(strstr(trend_note(&series, &world->areas[2]), "2019"));
}

static void twins_and_the_country_are_told_by_their_lines(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    struct trend_series series = series_of(world);
    assert_null(strstr(trend_reading(&series), "Tynd"));
    add_twin_and_country(world);
    series = series_of(world);
    assert_non_null(
        strstr(trend_reading(&series), "Tynd grå linje: Mosen. Tynd prikket linje: Hele landet. "));
    world->indicator.has_trend = false; /* nothing is joined then */
    series = series_of(world);
    assert_null(strstr(trend_reading(&series), "Tynd"));
}

static void what_is_left_out_is_counted(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    struct trend_series series = series_of(world);
    assert_string_equal(trend_left_out(&series, "Fod", 2),
                        "Fod\nIkke med på grund af pladsen: 2 af 3 områder.");
}

static void it_speaks_english(void **state)
{
    struct world *world = *state;
    world->bench.diagnostics.language = LANGUAGE_ENGLISH;
    add_three_areas(world);
    const char *svg = drawn(world);
    assert_says(svg, "Gap to the municipality: 12.3" NBSP "percentage points");
    assert_says(svg, "Edition 2025 · invented figures");
    assert_int_equal(labels(world, svg, "the plan"), 3);
}

static void quarters_are_told_by_their_year(void **state)
{
    struct world *world = *state;
    world->indicator.reporting = (struct reporting){PERIOD_QUARTER, 0, 0};
    world->indicator.measure = MEASURE_RATE;
    world->indicator.factor = 1000;
    add_area(world, "n", "Nordhallen", AREA_ESTATE, world->areas);
    for (int k = 0; k < 32; k++)
        add(world, &world->areas[1],
            (struct period){PERIOD_QUARTER, (short)(2016 + k / 4), (signed char)(k % 4 + 1), 0},
            10 + k % 3, 900);
    const char *svg = drawn(world);
    assert_int_equal(labels(world, svg, "2023"), 1);
    assert_int_equal(labels(world, svg, "15–29-årige uden uddannelse og job, pct., 2016K1–2023K4"),
                     1);
    assert_int_equal(area_pieces(svg), 1);
}

static void a_single_point_has_a_band_and_a_label(void **state)
{
    struct world *world = *state;
    add_area(world, "n", "Nordhallen", AREA_ESTATE, world->areas);
    add(world, &world->areas[1], year(2018), 35, 60);
    const char *svg = drawn(world);
    assert_int_equal(labels(world, svg, "35,0"), 1);
    assert_int_equal(labels(world, svg, "2018"), 1);
    assert_int_equal(labels(world, svg, "15–29-årige uden uddannelse og job, pct., 2018"), 1);
    assert_int_equal(labels(world, svg, "Afstand til kommunen: intet at sammenligne med"), 1);
    assert_int_equal(bands(world, svg, BLUE), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(words_are_made_of_the_series),
        WORLD_TEST(a_gap_before_a_break_is_not_told),
        WORLD_TEST(twins_and_the_country_are_told_by_their_lines),
        WORLD_TEST(what_is_left_out_is_counted),
        WORLD_TEST(it_speaks_english),
        WORLD_TEST(quarters_are_told_by_their_year),
        WORLD_TEST(a_single_point_has_a_band_and_a_label),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
