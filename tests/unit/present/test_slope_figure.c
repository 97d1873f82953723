/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/slope_figure.h"

#include "slope_world.h"

static const char *slope(struct world *world, enum figure_form form, double *height)
{
    size_t count;
    const struct figure_canvas canvas = canvas_of(world, form);
    const struct slope_goal *goals = goals_of(world, &canvas, &count);
    assert_int_equal(count, 1);
    const struct gnuplot_figure figure = slope_figure_draw(&canvas, goals, 2);
    assert_string_equal(figure.name, "baseline_til_nu_2");
    assert_false(figure.only_svg);
    *height = figure.height;
    return drawn_figure(world, &figure);
}

/* Levels of 2018, 2019 (the baseline year) and 2022. */
static void add_levels(struct world *world, const struct indicator *indicator, size_t area,
                       double then, double now)
{
    add_to(world, indicator, area, year(2018), then - 1);
    add_to(world, indicator, area, year(2019), then);
    add_to(world, indicator, area, year(2022), now);
}

static void values_stand_at_both_ends(void **state)
{
    struct world *world = *state;
    double height;
    struct indicator *indicators = add_indicators(world, 2);
    indicators[1].polarity = POLARITY_UP;
    indicators[1].unit = "kr.";
    add_areas(world, 2);
    add_levels(world, &indicators[0], 1, 30, 12);
    add_levels(world, &indicators[0], 2, 31, 31);
    add_levels(world, &indicators[0], 0, 11, 10);
    add_levels(world, &indicators[1], 1, 40, 40);
    const char *svg = slope(world, FIGURE_REPORT, &height);
    assert_says(svg, "<title>Flere i arbejde</title>");
    assert_int_equal(labels(world, svg, "Fra baseline (2019 eller seneste måling før) til nu"), 1);
    assert_int_equal(labels(world, svg, "Indikator 0"), 1);
    assert_int_equal(labels(world, svg, "pct. · lavere er bedre"), 1);
    assert_int_equal(labels(world, svg, "kr. · højere er bedre"), 1);
    assert_int_equal(labels(world, svg, "30,0"), 1);
    assert_int_equal(labels(world, svg, "12,0"), 1);
    assert_int_equal(labels(world, svg, "31,0"), 2);
    assert_int_equal(labels(world, svg, "Område A"), 2);
    assert_int_equal(labels(world, svg, "Område B"), 1);
    assert_int_equal(labels(world, svg, "kommunen"), 1);
    assert_int_equal(labels(world, svg, "2019"), 2);
    assert_int_equal(labels(world, svg, "2022"), 2);
    assert_says(svg, "Indikator 0: Område A 30,0 → 12,0");
    assert_null(strstr(svg, "Ingen linje"));
    assert_says(svg, "Kraftig linje: ændringen er større end tilfældige udsving (95" NBSP "pct.");
    assert_says(svg, "Grå stiplet linje: kommunen (");
    assert_says(svg, "fra det laveste tal til det højeste, ikke fra 0.");
    assert_int_equal(labels(world, svg, "Kilde: Kilden"), 1);
    /* A falls by more than chance, B stays; the other indicator has A alone, unchanged. */
    assert_int_equal(pieces(svg, BLUE, "stroke-width=\"6.00\""), 1);
    assert_int_equal(pieces(svg, BLUE, "stroke-width=\"2.00\""), 1);
    assert_int_equal(pieces(svg, "rgb(171,  70,  16)", "stroke-width=\"2.00\""), 1);
}

static void without_a_comparison_there_are_points_and_the_reason(void **state)
{
    struct world *world = *state;
    double height;
    struct indicator *indicators = add_indicators(world, 2);
    add_areas(world, 3);
    add_levels(world, &indicators[0], 1, 30, 29);
    add_to(world, &indicators[0], 2, year(2022), 20);
    hide(add_to(world, &indicators[0], 3, year(2019), 20));
    hide(add_to(world, &indicators[0], 3, year(2022), 20));
    add_levels(world, &indicators[1], 1, 30, 20);
    add_levels(world, &indicators[1], 2, 33, 26);
    world->breaks[0] = (struct series_break){&indicators[1], NULL, 2021, ""};
    world->catalogue.break_count = 1;
    const char *svg = slope(world, FIGURE_REPORT, &height);
    assert_says(svg, "Ingen linje – skjult: få personer (Område C). Ingen linje – ");
    assert_says(svg, "(Område B)");
    assert_int_equal(labels(world, svg, "Ingen linjer – databrud i serien"), 1);
    assert_int_equal(
        pieces(svg, BLUE, "stroke-width=\"6.00\"") + pieces(svg, BLUE, "stroke-width=\"2.00\""), 1);
    assert_int_equal(labels(world, svg, "26,0"), 1);
}

/* An older baseline or an earlier last value stands with its year. */
static void other_periods_are_told(void **state)
{
    struct world *world = *state;
    double height;
    struct indicator *indicators = add_indicators(world, 1);
    add_areas(world, 3);
    add_levels(world, indicators, 1, 30, 29);
    add_to(world, indicators, 2, year(2018), 20);
    add_to(world, indicators, 2, year(2021), 24);
    add_to(world, indicators, 3, year(2019), 27);
    const char *svg = slope(world, FIGURE_REPORT, &height);
    assert_int_equal(labels(world, svg, "20,0"), 1); /* the earliest gives the panel its year */
    assert_int_equal(labels(world, svg, "30,0" NBSP "(2019)"), 1);
    assert_int_equal(labels(world, svg, "24,0" NBSP "(2021)"), 1);
    assert_int_equal(labels(world, svg, "27,0" NBSP "(2019)"), 1);
    assert_int_equal(labels(world, svg, "2018"), 1);
}

static void a_single_period_has_no_lines(void **state)
{
    struct world *world = *state;
    double height;
    struct indicator *indicators = add_indicators(world, 1);
    add_areas(world, 2);
    add_to(world, indicators, 1, year(2019), 27);
    add_to(world, indicators, 2, year(2019), 27);
    const char *svg = slope(world, FIGURE_SLIDE, &height);
    assert_int_equal(labels(world, svg, "27,0"), 2);
    assert_int_equal(labels(world, svg, "2019"), 1);
    assert_int_equal(labels(world, svg, "Ingen linjer – for få år"), 1);
    assert_null(strstr(svg, "Kraftig linje")); /* nor is one explained */
}

static void eight_areas_and_many_indicators_fill_a_slide(void **state)
{
    struct world *world = *state;
    static const size_t counts[] = {1, 2, 4, 7, 12, 20};
    size_t cells = 0;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        double height;
        struct indicator *indicators = add_indicators(world, counts[i]);
        world->count = cells;
        world->catalogue.area_count = 1;
        add_areas(world, 8);
        for (size_t k = 0; k < counts[i]; k++)
            for (size_t area = 0; area < 9; area++) {
                add_to(world, &indicators[k], area, year(2019), 20 + (double)area / 10);
                add_to(world, &indicators[k], area, year(2022), 20 - (double)(area * area) / 10);
            }
        const char *svg = slope(world, FIGURE_SLIDE, &height);
        assert_true(fabs(height - FIGURE_SLIDE_HEIGHT) < 1e-9);
        assert_int_equal(labels(world, svg, "Indikator 0"), 1);
        bool all = strstr(svg, "Ikke med på grund af pladsen: ") == NULL;
        char *last = arena_printf(world->arena, "Indikator %zu", counts[i] - 1);
        assert_int_equal(labels(world, svg, last), all ? 1 : 0);
        assert_true(all || counts[i] > 4);
        slope(world, FIGURE_REPORT, &height); /* and the report has them all */
        assert_true(height > 400);
    }
}

static void extreme_values_and_long_names_are_drawn(void **state)
{
    static const double cases[][2] = {{0, 0},     {1e12, 1e12}, {1e-6, 2e-6}, {-3, 2},
                                      {-1e6, -9}, {1e9, 0.001}, {100, 100},   {-1e12, 1e12}};
    struct world *world = *state;
    struct indicator *indicators = add_indicators(world, sizeof cases / sizeof *cases);
    double height;
    add_area(world, "n", "Boligforeningen Nygammelsø afdeling 12, 14 og 22 ved `havnen` & <broen>",
             AREA_ESTATE, &world->areas[0]);
    world->areas[0].name = "''''";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        indicators[i].measure = MEASURE_VALUE;
        add_levels(world, &indicators[i], 1, cases[i][0], cases[i][1]);
        add_levels(world, &indicators[i], 0, cases[i][1], cases[i][0]);
    }
    assert_says(slope(world, FIGURE_REPORT, &height), "Boligforeningen");
    assert_says(slope(world, FIGURE_SLIDE, &height), "Boligforeningen");
}

static void the_marks_and_the_language_are_those_of_the_edition(void **state)
{
    struct world *world = *state;
    double height;
    struct indicator *indicators = add_indicators(world, 1);
    add_areas(world, 1);
    add_levels(world, indicators, 1, 30, 12);
    world->edition = EDITION_INTERNAL;
    world->bench.diagnostics.language = LANGUAGE_ENGLISH;
    const char *first = slope(world, FIGURE_SLIDE, &height);
    assert_says(first, "Edition 2025 · invented figures");
    assert_says(first, "INTERNAL – not to be shared");
    assert_says(first, "not from 0. ");
    assert_string_equal(first, slope(world, FIGURE_SLIDE, &height));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(values_stand_at_both_ends),
        WORLD_TEST(without_a_comparison_there_are_points_and_the_reason),
        WORLD_TEST(other_periods_are_told),
        WORLD_TEST(a_single_period_has_no_lines),
        WORLD_TEST(eight_areas_and_many_indicators_fill_a_slide),
        WORLD_TEST(extreme_values_and_long_names_are_drawn),
        WORLD_TEST(the_marks_and_the_language_are_those_of_the_edition),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
