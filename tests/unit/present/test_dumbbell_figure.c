/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/dumbbell_figure.h"

#include "dumbbell_world.h"
#include "label_boxes.h"

static void a_row_has_values_difference_and_change(void **state)
{
    struct world *world = *state;
    add_row(world, "Uden job", "Arbejde", POLARITY_DOWN, (double[]){40, 12, 24, 11});
    const char *svg = drawn(world);
    assert_non_null(label(world, svg,
                          "Ringparken og Slagelse Kommune. Seneste tal: 2024, hvor ikke andet "
                          "står"));
    assert_non_null(strstr(svg, ". Uden job: 24,0" NBSP "pct., forskel +13,0</desc>"));
    assert_non_null(label(world, svg, "Arbejde"));
    assert_non_null(label(world, svg, "Uden job"));
    assert_non_null(label(world, svg, "24,0"));
    assert_non_null(label(world, svg, "11,0"));
    assert_non_null(label(world, svg, "Ændring siden 2019"));
    assert_label(world, svg, "+13,0", WORSE);
    assert_label(world, svg, "−15,0", NEITHER);
    assert_non_null(label(world, svg, "−20,0 til −9,9"));
    assert_non_null(label(world, svg, "100" NBSP "pct."));
    assert_non_null(label(world, svg, "Udgave 2025 · opdigtede tal"));
    assert_non_null(label(world, svg, "Kilde: Kilden"));
    assert_null(strstr(svg, "ikke sikker<"));
    assert_null(strstr(svg, "indsnævret"));
    assert_null(strstr(svg, "bedre"));
    assert_int_equal(arrows(svg), 1);
}

static void the_good_side_goes_by_the_polarity(void **state)
{
    static const struct {
        enum polarity polarity;
        double value;
        const char *text, *colour;
        unsigned arrows;
    } cases[] = {
        {POLARITY_UP, 60, "+20,0", BETTER, 1},       {POLARITY_UP, 20, "−20,0", WORSE, 1},
        {POLARITY_DOWN, 60, "+20,0", WORSE, 1},      {POLARITY_DOWN, 20, "−20,0", BETTER, 1},
        {POLARITY_NEUTRAL, 60, "+20,0", NEITHER, 0}, {POLARITY_UP, 40.5, "+0,5", UNSURE, 0},
        {POLARITY_DOWN, 40.5, "+0,5", UNSURE, 0},    {POLARITY_UP, 40, "0,0", UNSURE, 0},
    };
    struct world *world = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        world->catalogue.indicator_count = world->count = 0;
        add_row(world, "Tryghed", "Mål", cases[i].polarity, (double[]){41, 40, cases[i].value, 40});
        const char *svg = drawn(world);
        assert_label(world, svg, cases[i].text, cases[i].colour);
        assert_int_equal(arrows(svg), cases[i].arrows);
        assert_int_equal(count_of(svg, "Sort:"), cases[i].polarity == POLARITY_NEUTRAL);
    }
}

static void goals_come_in_order_and_the_rest_last(void **state)
{
    static const double values[] = {40, 12, 24, 11};
    struct world *world = *state;
    add_row(world, "Alder", "", POLARITY_NEUTRAL, values);
    add_row(world, "Job", "Arbejde", POLARITY_DOWN, values);
    add_row(world, "Skole", "Uddannelse", POLARITY_UP, values);
    add_row(world, "Ledighed", "Arbejde", POLARITY_DOWN, values);
    static const char *const order[] = {"Arbejde",        "Job",  "Ledighed", "Uddannelse", "Skole",
                                        "Andre nøgletal", "Alder"};
    const char *svg = drawn(world), *before = svg;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        const char *at = label(world, svg, order[i]);
        assert_non_null(at);
        assert_true(at > before);
        before = at;
    }
    assert_int_equal(count_of(svg, ">Arbejde</text>"), 1);
}

static void nothing_to_show_is_said(void **state)
{
    struct world *world = *state;
    assert_non_null(label(world, drawn(world), "Ingen data at vise"));
    add_indicator(world, "Et", "", POLARITY_UP);
    assert_non_null(label(world, drawn(world), "Ingen data at vise"));
}

/* The height of a PNG stands in its bytes 20 to 23. */
static double height(struct world *world)
{
    size_t length;
    drawn(world);
    const unsigned char *png =
        (const unsigned char *)contents(&world->bench, "omraade_ringparken.png", &length);
    return ((png[20] * 256. + png[21]) * 256 + png[22]) * 256 + png[23];
}

static void the_height_grows_with_the_rows(void **state)
{
    static const double values[] = {40, 12, 24, 11};
    struct world *world = *state;
    double before = 0;
    for (int i = 0; i < MAX_INDICATORS; i++) {
        add_row(world, arena_printf(world->arena, "Indikator %d", i), "", POLARITY_UP, values);
        if (i % 13 != 0)
            continue;
        double after = height(world);
        assert_true(after > before + 50);
        before = after;
    }
    world->indicators[0].short_name = "Andel stemmeberettigede beboere i boligområdet på 18 år og "
                                      "derover, der har stemt ved seneste kommunalvalg";
    assert_true(height(world) > before + 20);
}

static void values_at_the_ends_and_names_with_traps_are_drawn(void **state)
{
    struct world *world = *state;
    world->areas[1].name = "'''' `id`\n{/:Bold x} %d & <b>";
    add_row(world, "`id` ''''", "''''\n%d {x}", POLARITY_UP, (double[]){0, 100, 0, 100});
    add_row(world, "\xFF\xC3", "''''\n%d {x}", POLARITY_UP, (double[]){100, 0, 100, 0});
    add_row(world, "ens", "", POLARITY_UP, (double[]){50, 50, 50, 50});
    /* A per cent that is none has no place on the axis. */
    world->indicators[2].measure = MEASURE_VALUE;
    add(world, &world->indicators[2], 1, year(2025), 130);
    const char *svg = drawn(world);
    assert_non_null(label(world, svg, "−100,0"));
    assert_non_null(label(world, svg, "+100,0"));
    assert_non_null(strstr(svg, "130,0" NBSP "pct. i"));
}

/* Rows in words and on the axis, of other periods, without anything to compare with. */
static void add_awkward_rows(struct world *world, int count)
{
    for (int i = 0; i < count; i++) {
        const char *name = arena_printf(
            world->arena, "Andel 15-29-årige uden uddannelse eller beskæftigelse, %d", i);
        double value = i * 100. / count;
        add_row(world, name, i % 2 ? "Arbejde" : "Uddannelse", POLARITY_DOWN,
                (double[]){50, 50, value, 100 - value})
            ->lbf_number = (unsigned)i % 10;
    }
    world->indicators[1].unit = "karakterpoint";
    world->indicators[1].lbf_number = 2;
    add(world, &world->indicators[2], 1, year(2025), 20);
    add(world, &world->indicators[4], 1, date(2025, 11, 18), 20);
    world->areas[1].name = "Boligområdet ved Nørrevangskvarteret Nord";
}

static void no_words_collide_in_any_form(void **state)
{
    struct world *world = *state;
    add_awkward_rows(world, 40);
    for (enum figure_form form = FIGURE_REPORT; form <= FIGURE_PAGE; form++) {
        struct gnuplot_figure figure = figure_of(world, form);
        assert_labels_apart(world->arena, &figure, form == FIGURE_PAGE ? 17 : 15);
    }
}

static void a_slide_is_full_and_counts_what_is_left_out(void **state)
{
    struct world *world = *state;
    unsigned left_out = 0, all = 0, shown = 0;
    add_awkward_rows(world, 30);
    const struct gnuplot_figure figure = figure_of(world, FIGURE_SLIDE);
    assert_true(gnuplot_finish(gnuplot_start(&world->bench.place, &figure, 1)));
    size_t length;
    const char *svg = contents(&world->bench, "omraade_ringparken.svg", &length);
    const char *said = strstr(svg, "pladsen: ");
    assert_non_null(said);
    assert_int_equal(sscanf(said, "pladsen: %u af %u", &left_out, &all), 2);
    for (int i = 0; i < 30; i++)
        shown += strstr(svg, arena_printf(world->arena, "tigelse, %d<", i)) != NULL;
    assert_int_equal(all, 27); /* three are not fixed */
    assert_int_equal(shown + left_out, all);
    assert_true(figure.height > 1124 && figure.height < 1126);
}

static void a_page_has_the_row_and_its_mark_alone(void **state)
{
    struct world *world = *state;
    add_row(world, "Uden job", "Arbejde", POLARITY_DOWN, (double[]){40, 12, 24, 11});
    const struct gnuplot_figure figure = figure_of(world, FIGURE_PAGE);
    assert_true(gnuplot_finish(gnuplot_start(&world->bench.place, &figure, 1)));
    size_t length;
    const char *svg = contents(&world->bench, "omraade_ringparken-side.svg", &length);
    assert_non_null(label(world, svg, "Uden job"));
    assert_non_null(label(world, svg, "24,0"));
    assert_label(world, svg, "+13,0", WORSE);
    assert_non_null(label(world, svg, "opdigtede tal"));
    assert_null(strstr(svg, "Udgave"));
    assert_null(strstr(svg, "Seneste tal: 2024, hvor ikke andet står<"));
    assert_null(label(world, svg, "Ændring siden 2019"));
    assert_int_equal(access(file_of(&world->bench, "omraade_ringparken-side.png"), F_OK), -1);
    assert_true(figure.width < 641);
}

static void two_runs_give_the_same_bytes(void **state)
{
    struct world *world = *state;
    size_t first_length, second_length;
    add_row(world, "Tryghed", "", POLARITY_UP, (double[]){61, 80, 60, 80});
    const char *first_svg = drawn(world);
    const char *first = contents(&world->bench, "omraade_ringparken.png", &first_length);
    assert_string_equal(first_svg, drawn(world));
    const char *second = contents(&world->bench, "omraade_ringparken.png", &second_length);
    assert_int_equal(first_length, second_length);
    assert_memory_equal(first, second, first_length);
}

static void without_gnuplot_there_is_no_figure(void **state)
{
    struct world *world = *state;
    add_row(world, "Tryghed", "", POLARITY_UP, (double[]){61, 80, 60, 80});
    setenv("PEJLING_GNUPLOT", "/nonexistent/gnuplot", 1);
    assert_false(draw(world));
    assert_int_equal(world->bench.diagnostics.of_kind[PROBLEM_TOOL], 1);
    assert_int_equal(access(file_of(&world->bench, "omraade_ringparken.svg"), F_OK), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_row_has_values_difference_and_change),
        WORLD_TEST(the_good_side_goes_by_the_polarity),
        WORLD_TEST(goals_come_in_order_and_the_rest_last),
        WORLD_TEST(nothing_to_show_is_said),
        WORLD_TEST(the_height_grows_with_the_rows),
        WORLD_TEST(values_at_the_ends_and_names_with_traps_are_drawn),
        WORLD_TEST(no_words_collide_in_any_form),
        WORLD_TEST(a_slide_is_full_and_counts_what_is_left_out),
        WORLD_TEST(a_page_has_the_row_and_its_mark_alone),
        WORLD_TEST(two_runs_give_the_same_bytes),
        WORLD_TEST(without_gnuplot_there_is_no_figure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
