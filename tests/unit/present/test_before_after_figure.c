/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/before_after_figure.h"

#include "pejling/present/wording.h"
#include "trend_world.h"

static const char *divided(struct world *world)
{
    const struct figure_canvas canvas = canvas_of(world, FIGURE_REPORT);
    const struct gnuplot_figure figure = before_after_figure_draw(&canvas, &world->indicator);
    return drawn_figure(world, &figure);
}

/* How many points of a colour a figure has: gnuplot writes each as a use of its shape. */
static unsigned points(const char *svg, const char *colour)
{
    unsigned count = 0;
    for (const char *at = svg; (at = strstr(at, "<use ")); at++)
        count += strncmp(strstr(at, "color='") + 7, colour, strlen(colour)) == 0;
    return count;
}

static void a_panel_shows_both_means_and_every_date(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    const char *svg = divided(world);
    assert_int_equal(labels(world, svg, "Afstanden før og efter planens start"), 1);
    assert_int_equal(labels(world, svg, "Ændring ved hver dato"), 3);
    assert_int_equal(area_pieces(svg), 2);                /* before and after */
    assert_int_equal(bands(world, svg, BLUE), YEARS + 2); /* and their intervals */
    assert_says(svg, "Vandrette linjer: gennemsnit før og efter planens start");
    assert_says(svg, "Hul markering");
    assert_says(svg, "Nederst: den ændring");
    assert_null(strstr(svg, "vurderingen bygger på"));
    assert_int_equal(points(svg, BLUE), YEARS + 1); /* the start's own among the dates */
    assert_int_equal(points(svg, GREY), 3 * 6);     /* seven dates a panel, one of them the start */
    assert_int_equal(points(svg, "rgb(255, 255, 255)"), 3); /* 2021 */
}

/* The numbers above the panels are those of the tables. */
static void the_change_is_said_with_its_interval(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    const struct figure_canvas canvas = canvas_of(world, FIGURE_REPORT);
    const struct finding *change = finding_at(canvas.findings, &world->indicator, &world->areas[2],
                                              STATISTIC_BEFORE_AFTER_MEAN, year(0));
    const struct gnuplot_figure figure = before_after_figure_draw(&canvas, &world->indicator);
    assert_int_equal(change->estimate.state, ESTIMATE_INTERVAL);
    assert_string_equal(figure.name, "foer_efter_neet");
    assert_says(figure.summary,
                arena_printf(world->arena,
                             "Ringparken: Ændring i gennemsnit: %s" NBSP "pct.-point (",
                             wording_value(world->arena, LANGUAGE_DANISH, change)));
}

static void a_hidden_year_leaves_points_alone(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    hide(cell_of(world, 1, 2016));
    const char *svg = divided(world);
    assert_int_equal(area_pieces(svg), 0);
    assert_int_equal(labels(world, svg, "Ændring ved hver dato"), 2);
    assert_int_equal(labels(world, svg, "Ændring i gennemsnit: skjult: få personer"), 1);
    assert_int_equal(labels(world, svg, "×"), 1);
}

static void without_two_sides_there_is_no_figure(void **state)
{
    struct world *world = *state;
    size_t count;
    add_three_areas(world);
    const struct figure_canvas page = canvas_of(world, FIGURE_PAGE);
    assert_true(before_after_figure_has_data(page.findings, &world->indicator));
    world->catalogue.plan.start = date(2024, 6, 1);
    const struct figure_canvas late = canvas_of(world, FIGURE_PAGE);
    assert_false(before_after_figure_has_data(late.findings, &world->indicator));
    before_after_figure_single(&late, &world->indicator, &count);
    assert_int_equal(count, 0);
}

static void a_panel_alone_has_its_strip(void **state)
{
    struct world *world = *state;
    size_t count;
    add_three_areas(world);
    const struct figure_canvas page = canvas_of(world, FIGURE_PAGE);
    struct gnuplot_figure figure = before_after_figure_single(&page, &world->indicator, &count)[1];
    assert_int_equal(count, 3);
    assert_string_equal(figure.name, "foer_efter_neet-Ringparken");
    assert_true(figure.only_svg);
    figure.name = "foer_efter_neet-ringparken";
    const char *svg = drawn_figure(world, &figure);
    assert_int_equal(labels(world, svg, "Ringparken"), 1);
    assert_int_equal(labels(world, svg, "Ændring ved hver dato"), 1);
}

static void eight_areas_with_long_names_are_drawn(void **state)
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
    assert_int_equal(labels(world, divided(world), "Ændring ved hver dato"), 8);
}

static void extreme_gaps_are_drawn(void **state)
{
    static const double cases[][2] = {{0, 0}, {1e12, 1}, {1e-6, 2e-6}, {-1e6, 1e6}, {5, 5}};
    struct world *world = *state;
    add_area(world, "n", "Nordhallen", AREA_ESTATE, world->areas);
    world->indicator.measure = MEASURE_VALUE;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        world->count = 0;
        for (int k = 0; k < 6; k++) {
            add(world, &world->areas[1], year(2019 + k), cases[i][k % 2], 0);
            add(world, &world->areas[0], year(2019 + k), cases[i][1], 0);
        }
        assert_int_equal(labels(world, divided(world), "Nordhallen"), 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_panel_shows_both_means_and_every_date),
        WORLD_TEST(the_change_is_said_with_its_interval),
        WORLD_TEST(a_hidden_year_leaves_points_alone),
        WORLD_TEST(without_two_sides_there_is_no_figure),
        WORLD_TEST(a_panel_alone_has_its_strip),
        WORLD_TEST(eight_areas_with_long_names_are_drawn),
        WORLD_TEST(extreme_gaps_are_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
