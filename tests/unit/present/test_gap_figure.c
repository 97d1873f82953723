/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/gap_figure.h"

#include "pejling/present/wording.h"
#include "trend_world.h"

#define FIELD 3 /* polygons of the field about a line: two wings, and a waist of no size */

/* Three areas, and the rest of the municipality a little below the whole of it. */
static void add_rest(struct world *world)
{
    add_three_areas(world);
    add_area(world, "rest", "Resten", AREA_REST, &world->areas[0]);
    for (int k = 0; k < YEARS; k++)
        add(world, &world->areas[4], year(2014 + k), cell_of(world, 0, 2014 + k)->value - 1, 13800);
}

static const char *gaps(struct world *world)
{
    const struct figure_canvas canvas = canvas_of(world, FIGURE_REPORT);
    const struct gnuplot_figure figure = gap_figure_draw(&canvas, &world->indicator);
    return drawn_figure(world, &figure);
}

static void a_panel_shows_the_gap_of_the_verdict(void **state)
{
    struct world *world = *state;
    add_rest(world);
    const char *svg = gaps(world);
    assert_int_equal(labels(world, svg,
                            "15–29-årige uden uddannelse og job: afstand til resten af kommunen, "
                            "pct.-point, 2014–2024 (under" NBSP "0" NBSP "er" NBSP "bedre)"),
                     1);
    assert_int_equal(labels(world, svg, "+13,3"), 1); /* 23,1 less 9,8 */
    assert_int_equal(labels(world, svg, "+10,9"), 1);
    assert_int_equal(labels(world, svg, "resten af kommunen"), 1);
    assert_int_equal(labels(world, svg, "Motalavej"), 1);
    assert_says(svg, "Grå stiplet linje: samme niveau som resten af kommunen.");
    assert_says(svg, "Linje: den tendens, som vurderingen bygger på;");
    assert_says(svg, "Søjler om punkterne: 95" NBSP "pct. konfidensinterval.");
    assert_int_equal(area_pieces(svg), 1); /* the line of the verdict */
    assert_int_equal(bands(world, svg, BLUE), YEARS + FIELD);
    assert_int_equal(bands(world, svg, GREY), 0);
}

/* The words are those of the tables, and so are the numbers. */
static void the_verdict_is_said_with_its_interval(void **state)
{
    struct world *world = *state;
    add_rest(world);
    const struct figure_canvas canvas = canvas_of(world, FIGURE_REPORT);
    const struct finding *slope = finding_at(canvas.findings, &world->indicator, &world->areas[1],
                                             STATISTIC_VERDICT_SLOPE, year(0));
    const char *value = wording_value(world->arena, LANGUAGE_DANISH, slope);
    const struct gnuplot_figure figure = gap_figure_draw(&canvas, &world->indicator);
    assert_int_equal(slope->estimate.state, ESTIMATE_INTERVAL);
    assert_says(figure.summary,
                arena_printf(world->arena,
                             "Motalavej: Indsnævres (bedre): %s" NBSP "pct.-point om året (",
                             value));
    assert_says(figure.summary, "Sydbyen: Kan ikke afgøres (for upræcist): +");
}

static void without_a_verdict_there_are_points_alone(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    world->indicator.has_trend = false;
    const char *svg = gaps(world);
    assert_int_equal(area_pieces(svg), 0);
    assert_int_equal(bands(world, svg, BLUE), YEARS);
    assert_says(svg, "Kan ikke afgøres (");
    assert_null(strstr(svg, "vurderingen bygger på"));
    assert_says(svg, "afstand til kommunen, pct.-point"); /* there is no rest */
}

static void hidden_years_and_breaks_are_as_in_the_trend(void **state)
{
    struct world *world = *state;
    add_rest(world);
    hide(cell_of(world, 1, 2016));
    hide(cell_of(world, 4, 2015)); /* of the rest: every gap of that year */
    world->breaks[0] =
        (struct series_break){&world->indicator, &world->areas[0], 2018, "ny registrering."};
    world->catalogue.break_count = 1;
    const char *svg = gaps(world);
    assert_int_equal(labels(world, svg, "×"), 4);
    assert_says(svg, "databrud Slagelse Kommune 2018 (ny registrering).");
    assert_int_equal(bands(world, svg, BLUE), YEARS - 2 + FIELD);
}

static void the_good_side_is_said_and_neither_of_a_neutral_one(void **state)
{
    struct world *world = *state;
    add_rest(world);
    world->indicator.polarity = POLARITY_UP;
    assert_says(gaps(world), "(over" NBSP "0" NBSP "er" NBSP "bedre)");
    world->indicator.polarity = POLARITY_NEUTRAL;
    assert_null(strstr(gaps(world), "bedre)"));
    world->bench.diagnostics.language = LANGUAGE_ENGLISH;
    world->indicator.polarity = POLARITY_DOWN;
    const char *svg = gaps(world);
    assert_says(svg, "gap to the rest of the municipality, percentage points, 2014–2024 (below" NBSP
                     "0" NBSP "is" NBSP "better)");
    assert_int_equal(labels(world, svg, "the rest of the municipality"), 1);
}

static void a_panel_alone_has_its_marks_and_no_foot(void **state)
{
    struct world *world = *state;
    size_t count;
    add_rest(world);
    world->edition = EDITION_INTERNAL;
    const struct figure_canvas page = canvas_of(world, FIGURE_PAGE);
    const struct area **areas = gap_panel_areas(&page, &world->indicator, &count);
    assert_int_equal(count, 3);
    assert_ptr_equal(areas[1], &world->areas[2]);
    struct gnuplot_figure figure = gap_figure_single(&page, &world->indicator, &count)[1];
    assert_int_equal(count, 3);
    assert_true(figure.only_svg);
    assert_string_equal(figure.name, "afstand_neet-Ringparken");
    figure.name = "afstand_neet-ringparken";
    const char *svg = drawn_figure(world, &figure);
    assert_int_equal(labels(world, svg, "Ringparken"), 1);
    assert_int_equal(labels(world, svg, "Motalavej"), 0);
    assert_int_equal(labels(world, svg, "opdigtede tal"), 1);
    assert_int_equal(labels(world, svg, "INTERN – må ikke deles"), 1);
    assert_null(strstr(svg, "Kilde"));
}

static void without_gaps_there_is_no_panel(void **state)
{
    struct world *world = *state;
    size_t count;
    add_area(world, "n", "Nordhallen", AREA_ESTATE, NULL);
    add(world, &world->areas[1], year(2020), 70, 100);
    const struct figure_canvas canvas = canvas_of(world, FIGURE_REPORT);
    gap_panel_areas(&canvas, &world->indicator, &count);
    assert_int_equal(count, 0);
    assert_int_equal(labels(world, gaps(world), "Ingen data at vise"), 1);
}

static void slides_are_filled_with_eight_areas(void **state)
{
    struct world *world = *state;
    static const char *const names[] = {
        "Et", "To", "Tre", "Fire", "Fem", "Seks", "Syv", "Otte parker ved den gamle havn og broen"};
    for (size_t i = 0; i < 8; i++) {
        const struct area *area = add_area(world, names[i], names[i], AREA_ESTATE, world->areas);
        for (int k = 2014; k < 2025; k++)
            add(world, area, year(k), 20 + (double)i + (k * (int)i) % 5, 300);
    }
    for (int k = 2014; k < 2025; k++)
        add(world, &world->areas[0], year(k), 12, 15000);
    const struct figure_canvas slide = canvas_of(world, FIGURE_SLIDE);
    const struct gnuplot_figure figure = gap_figure_draw(&slide, &world->indicator);
    assert_true(fabs(figure.height - FIGURE_SLIDE_HEIGHT) < 1e-9);
    assert_int_equal(labels(world, drawn_figure(world, &figure), "Syv"), 1);
}

static void extreme_gaps_are_drawn(void **state)
{
    static const double cases[][2] = {{0, 0},  {1e12, 1}, {1e-6, 2e-6}, {-1e6, 1e6},
                                      {3, -3}, {5, 5},    {1e-12, 0}};
    struct world *world = *state;
    add_area(world, "n", "Nordhallen", AREA_ESTATE, world->areas);
    world->indicator.measure = MEASURE_VALUE;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        world->count = 0;
        for (int k = 0; k < 6; k++) {
            add(world, &world->areas[1], year(2018 + k), cases[i][k % 2], 0);
            add(world, &world->areas[0], year(2018 + k), cases[i][1], 0);
        }
        assert_int_equal(labels(world, gaps(world), "Nordhallen"), 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_panel_shows_the_gap_of_the_verdict),
        WORLD_TEST(the_verdict_is_said_with_its_interval),
        WORLD_TEST(without_a_verdict_there_are_points_alone),
        WORLD_TEST(hidden_years_and_breaks_are_as_in_the_trend),
        WORLD_TEST(the_good_side_is_said_and_neither_of_a_neutral_one),
        WORLD_TEST(a_panel_alone_has_its_marks_and_no_foot),
        WORLD_TEST(without_gaps_there_is_no_panel),
        WORLD_TEST(slides_are_filled_with_eight_areas),
        WORLD_TEST(extreme_gaps_are_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
