/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/trend_panels.h"

#include "trend_world.h"

static struct trend_series series_on(const struct figure_canvas *canvas, struct world *world)
{
    return trend_series_make(canvas->arena, canvas->language, canvas->findings, &world->indicator);
}

/* Names of files that gnuplot takes. */
static void give_codes(struct world *world)
{
    static const char *const codes[] = {"by", "motalavej", "ringparken", "sydbyen"};
    for (size_t i = 0; i < 4; i++)
        world->areas[i].code = codes[i];
}

static void add_targets(struct world *world)
{
    static const double values[] = {22, 20.5, 26};
    for (size_t i = 0; i < 3; i++)
        world->targets[i] =
            (struct target){&world->indicator, &world->areas[i + 1], year(2026), values[i], {0}};
    world->catalogue.target_count = 3;
}

static void a_slide_is_as_high_as_slides_are(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    add_targets(world);
    world->indicator.name =
        "Andel 15-29-årige, der hverken er i gang med en uddannelse eller er i beskæftigelse, "
        "opgjort i november måned for alle, der har bopæl i området på den dag, pct. af alle";
    const struct figure_canvas slide = canvas_of(world, FIGURE_SLIDE);
    const struct trend_series series = series_on(&slide, world);
    const struct gnuplot_figure figure = trend_panels_draw(&slide, &series);
    assert_true(fabs(figure.height - FIGURE_SLIDE_HEIGHT) < 1e-9);
    assert_true(fabs(figure.width - FIGURE_WIDTH) < 1e-9);
    assert_false(figure.only_svg);
    assert_int_equal(labels(world, drawn_figure(world, &figure), "mål" NBSP "20,5"), 1);
}

static void an_empty_slide_says_so(void **state)
{
    struct world *world = *state;
    const struct figure_canvas slide = canvas_of(world, FIGURE_SLIDE);
    const struct trend_series series = series_on(&slide, world);
    const struct gnuplot_figure figure = trend_panels_draw(&slide, &series);
    assert_true(fabs(figure.height - FIGURE_SLIDE_HEIGHT) < 1e-9);
    assert_int_equal(labels(world, drawn_figure(world, &figure), "Ingen data at vise"), 1);
}

/* Wherever the lines end, and however close to each other and to the target. */
static void values_and_targets_never_cover_each_other(void **state)
{
    struct world *world = *state;
    static const double ends[][3] = {{20, 20, 20},     {20, 21, 20.5}, {0, 0, 0},
                                     {100, 100, 100},  {50, 1, 99},    {11, 10.8, 90},
                                     {10, 10.4, 10.2}, {3, 4, 2}};
    add_three_areas(world);
    add_targets(world);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        cell_of(world, 1, 2024)->value = ends[i][0];
        cell_of(world, 0, 2024)->value = ends[i][1];
        world->targets[0].value = ends[i][2];
        const struct figure_canvas canvas = canvas_of(world, FIGURE_REPORT);
        const struct trend_series series = series_on(&canvas, world);
        const struct gnuplot_figure figure = trend_panels_draw(&canvas, &series);
        assert_labels_apart(world->arena, &figure, 15);
    }
}

static void a_break_is_drawn_where_it_is_one(void **state)
{
    struct world *world = *state;
    size_t count;
    add_three_areas(world);
    give_codes(world);
    world->breaks[0] = (struct series_break){&world->indicator, &world->areas[2], 2018, ""};
    world->breaks[1] = (struct series_break){NULL, NULL, 1999, ""};
    world->catalogue.break_count = 2;
    const struct figure_canvas page = canvas_of(world, FIGURE_PAGE);
    const struct trend_series series = series_on(&page, world);
    const struct gnuplot_figure *figures = trend_panels_single(&page, &series, &count);
    for (size_t i = 0; i < count; i++) {
        const char *svg = drawn_figure(world, &figures[i]);
        assert_int_equal(pieces(svg, GREY, "stroke-width=\"1.50\""), i == 1 ? 1 : 0);
    }
}

static void each_area_with_a_panel_has_one_alone(void **state)
{
    struct world *world = *state;
    size_t count, area_count;
    add_three_areas(world);
    give_codes(world);
    const struct figure_canvas page = canvas_of(world, FIGURE_PAGE);
    const struct trend_series series = series_on(&page, world);
    const struct gnuplot_figure *figures = trend_panels_single(&page, &series, &count);
    const struct area **areas = trend_panels_areas(&series, &area_count);
    assert_int_equal(count, area_count);
    assert_true(count >= 3);
    for (size_t i = 0; i < count; i++)
        assert_string_equal(strrchr(figures[i].name, '-') + 1, areas[i]->code);
}

static void a_panel_alone_is_for_the_page(void **state)
{
    struct world *world = *state;
    size_t count;
    add_three_areas(world);
    give_codes(world);
    const struct figure_canvas page = canvas_of(world, FIGURE_PAGE);
    const struct trend_series series = series_on(&page, world);
    const struct gnuplot_figure *figures = trend_panels_single(&page, &series, &count);
    assert_int_equal(count, 3);
    for (size_t i = 0; i < count; i++) {
        const struct area *area = &world->areas[i + 1];
        assert_string_equal(figures[i].name,
                            arena_printf(world->arena, "tendens_neet-%s", area->code));
        assert_true(figures[i].only_svg && fabs(figures[i].width - FIGURE_PAGE_WIDTH) < 1e-9);
        const char *svg = drawn_figure(world, &figures[i]);
        assert_int_equal(labels(world, svg, area->name), 1);
        assert_int_equal(labels(world, svg, "40"), 1); /* the axis of them all */
        assert_int_equal(labels(world, svg, "helhedsplan") + labels(world, svg, "plan"), 1);
        assert_int_equal(labels(world, svg, "opdigtede tal"), 1);
        assert_null(strstr(svg, "Udgave"));
        assert_null(strstr(svg, ">Kilde"));
        assert_null(strstr(svg, ">Bånd om"));
    }
}

static void panels_alone_are_as_high_as_each_other(void **state)
{
    struct world *world = *state;
    size_t count;
    add_three_areas(world);
    give_codes(world);
    world->areas[1].name = "Boligforeningen Nygammelsø afdeling 12, 14 og 22 med kollegierne og "
                           "ungdomsboligerne ved Vestre Ringgade";
    const struct figure_canvas page = canvas_of(world, FIGURE_PAGE);
    const struct trend_series series = series_on(&page, world);
    const struct gnuplot_figure *figures = trend_panels_single(&page, &series, &count);
    for (size_t i = 0; i < count; i++) {
        assert_true(fabs(figures[i].height - figures[0].height) < 1e-9);
        drawn_figure(world, &figures[i]);
    }
}

/* Eight areas with names of 60 characters, and a foot of many lines. */
static void a_slide_of_eight_areas_is_readable(void **state)
{
    struct world *world = *state;
    for (size_t i = 0; i < 8; i++) {
        const char *name = arena_printf(
            world->arena, "Boligområdet omkring Nørrevangskvarteret og Søndermarken %zu", i + 1);
        const struct area *area = add_area(world, name, name, AREA_ESTATE, world->areas);
        for (int k = 2014; k < 2025; k++)
            add(world, area, year(k), 20 + (double)i + (k * (int)i) % 5, 300);
    }
    for (int k = 2014; k < 2025; k++)
        add(world, &world->areas[0], year(k), 12, 15000);
    const struct figure_canvas slide = canvas_of(world, FIGURE_SLIDE);
    struct trend_series series = series_on(&slide, world);
    const struct gnuplot_figure all = trend_panels_draw(&slide, &series);
    assert_true(fabs(all.height - FIGURE_SLIDE_HEIGHT) < 1e-9);
    assert_null(strstr(drawn_figure(world, &all), "Ikke med"));
    world->indicator.source = arena_printf(world->arena, "%0900d", 0);
    series = series_on(&slide, world);
    const struct gnuplot_figure some = trend_panels_draw(&slide, &series);
    assert_true(fabs(some.height - FIGURE_SLIDE_HEIGHT) < 1e-9);
    assert_says(drawn_figure(world, &some), "Ikke med på grund af pladsen: 4 af 8 områder.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_slide_is_as_high_as_slides_are),
        WORLD_TEST(an_empty_slide_says_so),
        WORLD_TEST(values_and_targets_never_cover_each_other),
        WORLD_TEST(a_break_is_drawn_where_it_is_one),
        WORLD_TEST(each_area_with_a_panel_has_one_alone),
        WORLD_TEST(a_panel_alone_is_for_the_page),
        WORLD_TEST(panels_alone_are_as_high_as_each_other),
        WORLD_TEST(a_slide_of_eight_areas_is_readable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
