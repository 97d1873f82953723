/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/figure_frame.h"

#include "trend_world.h"

static void colours_go_by_the_place_among_the_areas(void **state)
{
    struct world *world = *state;
    struct area *first = add_area(world, "a", "a", AREA_ESTATE, world->areas);
    struct area *total = add_area(world, "t", "t", AREA_TOTAL, world->areas);
    struct area *second = add_area(world, "b", "b", AREA_ESTATE, world->areas);
    struct area *part = add_area(world, "p", "p", AREA_SECTION, second);
    assert_int_equal(figure_colour(&world->catalogue, first), 1);
    assert_int_equal(figure_colour(&world->catalogue, second), 2);
    assert_int_equal(figure_colour(&world->catalogue, part), 2);
    assert_int_equal(figure_colour(&world->catalogue, total), 9);
    struct area *ninth = NULL;
    for (int i = 0; i < 7; i++)
        ninth = add_area(world, "x", "x", AREA_ESTATE, world->areas);
    assert_int_equal(figure_colour(&world->catalogue, ninth), 1);
}

static void headings_and_feet_take_the_room_they_need(void **state)
{
    struct world *world = *state;
    struct gnuplot_script *script = gnuplot_script_new(&world->bench.place);
    struct released_table table = {.catalogue = &world->catalogue};
    struct findings findings = {.table = &table};
    const char *many = "ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord "
                       "ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ";
    const char *more = arena_printf(world->arena, "%s%s%s", many, many, many);
    const struct figure_canvas canvas =
        figure_canvas(FIGURE_REPORT, &world->bench.place, &findings);
    assert_true(figure_heading(script, &canvas, "Kort", "pct.") <
                figure_heading(script, &canvas, more, "pct."));
    double low = figure_foot(script, &canvas, 500, "Kort");
    assert_true(low > 500);
    assert_true(figure_foot(script, &canvas, 500, "") >= low);
    assert_true(figure_foot(script, &canvas, 500, "Kort\nKilde") > low);
    assert_true(figure_foot(script, &canvas, 500, more) > low);
}

static void the_foot_of_a_slide_stands_at_its_bottom(void **state)
{
    struct world *world = *state;
    size_t count;
    const char *text = "Den ene linje\nDen anden linje";
    const struct figure_canvas slide = canvas_of(world, FIGURE_SLIDE);
    const struct figure_canvas report = canvas_of(world, FIGURE_REPORT);
    struct gnuplot_script *script = gnuplot_script_new(&world->bench.place);
    double height = figure_foot_height(&slide, text);
    assert_true(fabs(figure_foot(script, &slide, 300, text) - FIGURE_SLIDE_HEIGHT) < 1e-9);
    const struct label_box *boxes = labels_of(world->arena, script, &count);
    assert_int_equal(count, 3); /* two lines and the marks */
    assert_true(boxes[0].top > FIGURE_SLIDE_HEIGHT - height - 20);
    assert_true(boxes[1].bottom < FIGURE_SLIDE_HEIGHT);
    assert_true(fabs(figure_foot(script, &report, 300, text) - (300 + height)) < 1e-9);
    assert_true(figure_foot_height(&slide, "Kort") < height);
}

static void the_page_keeps_the_marks(void **state)
{
    struct world *world = *state;
    size_t length, count;
    struct gnuplot_script *script = gnuplot_script_new(&world->bench.place);
    struct figure_canvas page = canvas_of(world, FIGURE_PAGE);
    assert_true(figure_foot(script, &page, 400, "Kort") > 400);
    assert_says(gnuplot_script_text(script, &length), " 'opdigtede tal' at ");
    world->edition = EDITION_INTERNAL;
    page = canvas_of(world, FIGURE_PAGE);
    script = gnuplot_script_new(&world->bench.place);
    figure_foot(script, &page, 400, "Kort");
    const struct label_box *boxes = labels_of(world->arena, script, &count);
    assert_int_equal(count, 2);
    assert_true(boxes[1].left > 0 && boxes[1].top > boxes[0].bottom);
    world->edition = EDITION_SHARED;
    world->catalogue.plan.illustrative = false;
    page = canvas_of(world, FIGURE_PAGE);
    script = gnuplot_script_new(&world->bench.place);
    assert_true(fabs(figure_foot(script, &page, 400, "Kort") - 400) < 1e-9);
    assert_string_equal(gnuplot_script_text(script, &length), "");
}

static void nothing_is_said_in_the_middle(void **state)
{
    struct world *world = *state;
    size_t length;
    struct gnuplot_script *script = gnuplot_script_new(&world->bench.place);
    struct figure_canvas canvas = figure_canvas(FIGURE_REPORT, &world->bench.place, NULL);
    figure_nothing(script, &canvas, 300);
    assert_says(gnuplot_script_text(script, &length), " 'Ingen data at vise' at 1000.0,300.0\n");
    canvas.language = LANGUAGE_ENGLISH;
    figure_nothing(script, &canvas, 300);
    assert_says(gnuplot_script_text(script, &length), " 'No data to show' at ");
}

static void confidence_and_periods_are_short(void **state)
{
    struct world *world = *state;
    char text[NUMBER_TEXT];
    struct findings findings = {.confidence = 0.95};
    assert_string_equal(figure_confidence(text, LANGUAGE_DANISH, &findings), "95");
    findings.confidence = 0.995;
    assert_string_equal(figure_confidence(text, LANGUAGE_DANISH, &findings), "99,5");
    assert_string_equal(figure_period(world->arena, year(2019)), "2019");
    assert_string_equal(figure_period(world->arena, date(2021, 11, 16)), "2021");
    assert_string_equal(
        figure_period(world->arena, (struct period){PERIOD_SCHOOL_YEAR, 2019, 0, 0}), "2019/20");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(colours_go_by_the_place_among_the_areas),
        WORLD_TEST(headings_and_feet_take_the_room_they_need),
        WORLD_TEST(the_foot_of_a_slide_stands_at_its_bottom),
        WORLD_TEST(the_page_keeps_the_marks),
        WORLD_TEST(nothing_is_said_in_the_middle),
        WORLD_TEST(confidence_and_periods_are_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
