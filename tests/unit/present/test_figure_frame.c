/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/figure_frame.h"

#include "near.h"
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

static void a_slide_has_its_foot_at_the_bottom(void **state)
{
    struct world *world = *state;
    size_t length;
    struct gnuplot_script *script = gnuplot_script_new(&world->bench.place);
    struct released_table table = {.catalogue = &world->catalogue};
    struct findings findings = {.table = &table};
    const struct figure_canvas canvas = figure_canvas(FIGURE_SLIDE, &world->bench.place, &findings);
    assert_near(figure_foot_height(&canvas, "Kort"), 40, 1e-9);
    assert_near(figure_foot_height(&canvas, "Kort\nKilde"), 68, 1e-9);
    assert_near(figure_foot(script, &canvas, 300, "Kort"), FIGURE_SLIDE_HEIGHT, 1e-9);
    assert_says(gnuplot_script_text(script, &length), " 'Kort' at 50.0,1085.0\n");
    table.edition = EDITION_INTERNAL; /* its mark has a line of its own */
    assert_near(figure_foot_height(&canvas, "Kort"), 68, 1e-9);
}

static void what_is_left_out_is_counted(void **state)
{
    struct world *world = *state;
    const struct figure_canvas canvas = figure_canvas(FIGURE_SLIDE, &world->bench.place, NULL);
    assert_string_equal(figure_left_out(&canvas, "Fod", 0, 9), "Fod");
    assert_string_equal(figure_left_out(&canvas, "Fod", 2, 9),
                        "Fod\nIkke med på grund af pladsen: 2 af 11 indikatorer.");
}

static void sources_stand_once_each_in_two_lines(void **state)
{
    struct world *world = *state;
    struct released_table table = {.catalogue = &world->catalogue};
    struct findings findings = {.table = &table};
    const struct figure_canvas canvas =
        figure_canvas(FIGURE_REPORT, &world->bench.place, &findings);
    struct indicator other = world->indicator, none = world->indicator;
    const struct indicator *const shown[] = {&world->indicator, &none, &other, &world->indicator};
    other.source = "Anden";
    none.source = "";
    assert_string_equal(figure_sources(&canvas, "Fod", shown, 4), "Fod\nKilde: Kilden; Anden");
    assert_string_equal(figure_sources(&canvas, "", shown, 1), "Kilde: Kilden");
    assert_string_equal(figure_sources(&canvas, "Fod", &shown[1], 1), "Fod");
    other.source = arena_printf(world->arena, "%0900d", 0);
    const char *cut = figure_sources(&canvas, "", shown, 4);
    assert_near(figure_foot_height(&canvas, cut), 68, 1e-9);
    assert_string_equal(cut + strlen(cut) - strlen("…"), "…");
}

static void a_page_has_nothing_but_the_marks(void **state)
{
    struct world *world = *state;
    size_t length;
    struct gnuplot_script *script = gnuplot_script_new(&world->bench.place);
    struct released_table table = {.catalogue = &world->catalogue, .edition = EDITION_INTERNAL};
    struct findings findings = {.table = &table};
    const struct figure_canvas canvas = figure_canvas(FIGURE_PAGE, &world->bench.place, &findings);
    assert_true(figure_heading(script, &canvas, "Titlen", "Resten") < 40);
    assert_true(figure_foot(script, &canvas, 300, "Kort") > 330);
    const char *text = gnuplot_script_text(script, &length);
    assert_says(text, " 'opdigtede tal' at 628.0,300.0\n");
    assert_says(text, " 'INTERN – må ikke deles' at ");
    assert_null(strstr(text, "Kort"));
    assert_null(strstr(text, "Titlen"));
    table.edition = EDITION_SHARED;
    world->catalogue.plan.illustrative = false;
    assert_near(figure_foot(script, &canvas, 300, "Kort"), 300, 1e-9);
}

static void a_page_has_its_number_beside_the_edition(void **state)
{
    struct world *world = *state;
    size_t length;
    struct gnuplot_script *script = gnuplot_script_new(&world->bench.place);
    struct released_table table = {.catalogue = &world->catalogue};
    struct findings findings = {.table = &table};
    struct figure_canvas canvas = figure_canvas(FIGURE_SLIDE, &world->bench.place, &findings);
    figure_foot(script, &canvas, 500, "");
    assert_says(gnuplot_script_text(script, &length), "'Udgave 2025 · opdigtede tal' at 1950.0,");
    canvas.page = 12;
    script = gnuplot_script_new(&world->bench.place);
    figure_foot(script, &canvas, 500, "");
    assert_says(gnuplot_script_text(script, &length), "'12' at 1950.0,");
    assert_says(gnuplot_script_text(script, &length), "'Udgave 2025 · opdigtede tal' at 1894.0,");
}

static void a_long_name_of_the_edition_leaves_room_for_the_foot(void **state)
{
    struct world *world = *state;
    size_t length;
    struct gnuplot_script *script = gnuplot_script_new(&world->bench.place);
    struct released_table table = {.catalogue = &world->catalogue};
    struct findings findings = {.table = &table};
    const struct figure_canvas canvas = figure_canvas(FIGURE_SLIDE, &world->bench.place, &findings);
    char *name = arena_alloc(world->arena, 421, 1);
    world->catalogue.plan.edition = memset(name, 'm', 420);
    assert_near(figure_foot_height(&canvas, "Et ord, og et til, i en linje for sig"), 40, 1e-9);
    figure_foot(script, &canvas, 500, "");
    const char *text = gnuplot_script_text(script, &length);
    assert_says(text, "mm… · opdigtede tal' at 1950.0,");
    name[40] = '\0';
    assert_null(strstr(text, name));
    name[10] = '\0';
    assert_says(text, arena_printf(world->arena, "'Udgave %s", name));
    world->catalogue.plan.edition = "";
    script = gnuplot_script_new(&world->bench.place);
    figure_foot(script, &canvas, 500, "");
    assert_says(gnuplot_script_text(script, &length), " 'opdigtede tal' at 1950.0,");
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
        WORLD_TEST(a_slide_has_its_foot_at_the_bottom),
        WORLD_TEST(what_is_left_out_is_counted),
        WORLD_TEST(sources_stand_once_each_in_two_lines),
        WORLD_TEST(a_page_has_nothing_but_the_marks),
        WORLD_TEST(a_page_has_its_number_beside_the_edition),
        WORLD_TEST(a_long_name_of_the_edition_leaves_room_for_the_foot),
        WORLD_TEST(nothing_is_said_in_the_middle),
        WORLD_TEST(confidence_and_periods_are_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
