/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/trend_figure.h"

#include "pejling/present/headline.h"
#include "trend_world.h"

/* The finding, as it is said everywhere. */
static const char *headline(struct world *world)
{
    const struct findings findings = findings_of(world);
    const struct speaker speaker = {
        .arena = world->arena, .language = LANGUAGE_DANISH, .findings = &findings};
    return headline_indicator(&speaker, &world->indicator).text;
}

static void a_panel_for_each_area_says_its_gap(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    const char *svg = drawn(world);
    assert_says(svg, arena_printf(world->arena, "<title>%s</title>", headline(world)));
    assert_says(svg, "<desc>15–29-årige uden uddannelse og job, pct., 2014–2024. Motalavej: "
                     "Afstand til kommunen: ");
    assert_int_equal(labels(world, svg, "15–29-årige uden uddannelse og job, pct., 2014–2024"), 1);
    assert_int_equal(labels(world, svg, "Motalavej"), 1);
    assert_int_equal(labels(world, svg, "Ringparken"), 1);
    assert_int_equal(labels(world, svg, "Sydbyen"), 1);
    assert_int_equal(labels(world, svg,
                            "Afstand til kommunen: 12,3" NBSP "pct.-point (17,7" NBSP "i" NBSP
                            "2019)"),
                     1);
    assert_int_equal(labels(world, svg, "23,1"), 1);
    assert_int_equal(labels(world, svg, "10,8"), 3);
    assert_int_equal(labels(world, svg, "kommunen"), 1);
    assert_int_equal(labels(world, svg, "helhedsplan"), 3);
    assert_int_equal(labels(world, svg, "2024"), 3);
    assert_int_equal(labels(world, svg, "40"), 1);
    assert_int_equal(labels(world, svg, "0"), 1);
    assert_says(svg, "95" NBSP "pct. konfidensinterval. ");
    assert_says(svg, "01.10.2021–30.09.2025.");
    assert_int_equal(labels(world, svg, "Kilde: Kilden"), 1);
    assert_int_equal(labels(world, svg, "Udgave 2025 · opdigtede tal"), 1);
    assert_null(strstr(svg, "må ikke deles"));
    assert_null(strstr(svg, "skjult"));
    assert_int_equal(area_pieces(svg), 1);
    assert_int_equal(bands(world, svg, BLUE), 1);
}

static void panels_alone_have_the_names_of_their_areas(void **state)
{
    struct world *world = *state;
    size_t count;
    add_three_areas(world);
    const struct figure_canvas page = canvas_of(world, FIGURE_PAGE);
    const struct gnuplot_figure *figures = trend_figure_single(&page, &world->indicator, &count);
    assert_int_equal(count, 3);
    assert_string_equal(figures[2].name, "tendens_neet-Sydbyen");
    assert_true(figures[2].only_svg);
}

static void the_internal_edition_says_so(void **state)
{
    struct world *world = *state;
    world->edition = EDITION_INTERNAL;
    world->catalogue.plan.illustrative = false;
    add_three_areas(world);
    const char *svg = drawn(world);
    assert_int_equal(labels(world, svg, "Udgave 2025"), 1);
    assert_int_equal(labels(world, svg, "INTERN – må ikke deles"), 1);
    assert_null(strstr(svg, "opdigtede"));
}

static void two_runs_give_the_same_bytes(void **state)
{
    struct world *world = *state;
    size_t first_length, second_length;
    add_three_areas(world);
    drawn(world);
    const char *first = contents(&world->bench, "tendens_neet.png", &first_length);
    const char *first_svg = contents(&world->bench, "tendens_neet.svg", &second_length);
    const char *second_svg = drawn(world);
    const char *second = contents(&world->bench, "tendens_neet.png", &second_length);
    assert_string_equal(first_svg, second_svg);
    assert_int_equal(first_length, second_length);
    assert_memory_equal(first, second, first_length);
}

static void a_narrow_range_far_from_zero_is_cut_and_told(void **state)
{
    static const double values[2][4] = {{81.2, 77.5, 77.9, 74.8}, {85.7, 83.2, 81.4, 79.7}};
    static const int days[4][3] = {{2011, 9, 15}, {2015, 6, 18}, {2019, 6, 5}, {2022, 11, 1}};
    struct world *world = *state;
    world->indicator.reporting = (struct reporting){PERIOD_DATE, 0, 0};
    add_area(world, "n", "Nordhallen", AREA_ESTATE, world->areas);
    for (size_t i = 0; i < 4; i++) {
        struct period day = date(days[i][0], days[i][1], days[i][2]);
        add(world, &world->areas[1], day, values[0][i], 6000);
        add(world, &world->areas[0], day, values[1][i], 60000);
    }
    const char *svg = drawn(world);
    assert_says(svg, "Den lodrette akse begynder ikke ved 0.");
    assert_int_equal(labels(world, svg, "90"), 1);
    assert_int_equal(labels(world, svg, "0"), 0);
    assert_int_equal(labels(world, svg, "2011"), 1);
    assert_int_equal(labels(world, svg, "2022"), 1);
    assert_says(svg, "(−3,5" NBSP "i" NBSP "2019)");
    assert_int_equal(labels(world, svg, "15–29-årige uden uddannelse og job, pct., 2011–2022"), 1);
}

static void nothing_to_show_is_said(void **state)
{
    struct world *world = *state;
    assert_int_equal(labels(world, drawn(world), "Ingen data at vise"), 1);
    /* A figure of an unknown period has no place on an axis, and the municipality none alone. */
    add_area(world, "n", "Nordhallen", AREA_ESTATE, world->areas);
    add(world, &world->areas[1], (struct period){PERIOD_UNKNOWN, 0, 0, 0}, 70, 100);
    add(world, &world->areas[0], year(2020), 70, 100);
    const char *svg = drawn(world);
    assert_int_equal(labels(world, svg, "Ingen data at vise"), 1);
    assert_int_equal(labels(world, svg, "15–29-årige uden uddannelse og job, pct."), 1);
    assert_null(strstr(svg, "Nordhallen"));
}

static void extreme_values_are_drawn(void **state)
{
    static const double cases[][2] = {
        {0, 0},        {1e12, 1e12}, {1e-6, 2e-6}, {-3, 2},          {-1e6, -999999}, {999999, 1e6},
        {-1e12, 1e12}, {1e9, 0.001}, {100, 100},   {0.00001, 1e-12}, {5, 5.0000001}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct world *world = *state;
        if (i == 0) {
            add_area(world, "n", "Nordhallen", AREA_ESTATE, world->areas);
            world->indicator.measure = MEASURE_VALUE;
        }
        world->count = 0;
        for (int k = 0; k < 4; k++) {
            add(world, &world->areas[1], year(2018 + k), cases[i][k % 2], 0);
            add(world, &world->areas[0], year(2018 + k), cases[i][1], 0);
        }
        assert_int_equal(area_pieces(drawn(world)), 1);
    }
}

static void long_and_hostile_names_are_drawn(void **state)
{
    struct world *world = *state;
    world->indicator.name =
        "Andel stemmeberettigede beboere i boligområdet på 18 år og derover med "
        "mindst fire års ophold, der har `stemt` ved seneste 'valg' {/:Bold x}";
    world->indicator.source =
        "https://www.eksempel.dk/en/adresse/uden/blanke/som/skal/brydes/og/er/"
        "meget/længere/end/en/linje/kan/være/uanset/hvor/lille/skriften/er/sat/"
        "fordi/den/bliver/ved/og/ved";
    world->indicator.unit = "pct. af \"de\" <stemmeberettigede> & 100 %d";
    add_area(world, "n",
             "Boligforeningen Nygammelsø afdeling 12, 14 og 22 med kollegierne og "
             "ungdomsboligerne ved Vestre Ringgade",
             AREA_ESTATE, world->areas);
    world->areas[0].name = "''''";
    add(world, &world->areas[1], year(2018), 35, 60);
    add(world, &world->areas[0], year(2018), 30, 6000);
    assert_says(drawn(world), "Boligforeningen Nygammelsø");
}

static void without_gnuplot_there_is_no_figure(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    setenv("PEJLING_GNUPLOT", "/nonexistent/gnuplot", 1);
    assert_false(draw(world));
    assert_int_equal(world->bench.diagnostics.of_kind[PROBLEM_TOOL], 1);
    assert_int_equal(access(file_of(&world->bench, "tendens_neet.svg"), F_OK), -1);
    assert_int_equal(access(file_of(&world->bench, "tendens_neet.png"), F_OK), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_panel_for_each_area_says_its_gap),
        WORLD_TEST(panels_alone_have_the_names_of_their_areas),
        WORLD_TEST(the_internal_edition_says_so),
        WORLD_TEST(two_runs_give_the_same_bytes),
        WORLD_TEST(a_narrow_range_far_from_zero_is_cut_and_told),
        WORLD_TEST(nothing_to_show_is_said),
        WORLD_TEST(extreme_values_are_drawn),
        WORLD_TEST(long_and_hostile_names_are_drawn),
        WORLD_TEST(without_gnuplot_there_is_no_figure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
