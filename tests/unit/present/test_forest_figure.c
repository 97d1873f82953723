/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/forest_figure.h"

#include "label_boxes.h"
#include "near.h"
#include "plan_world.h"

static struct gnuplot_figure figure_of(struct world *world, enum figure_form form)
{
    struct findings *findings = arena_alloc(world->arena, 1, sizeof *findings);
    struct figure_canvas *canvas = arena_alloc(world->arena, 1, sizeof *canvas);
    *findings = findings_of(world);
    *canvas = figure_canvas(form, &world->bench.place, findings);
    return forest_figure_draw(canvas);
}

/* The first x of a datablock of the figure: of a marker the middle, of a line its left end. */
static double first_x(struct world *world, const struct gnuplot_figure *figure, const char *block)
{
    size_t length;
    const char *at = strstr(gnuplot_script_text(figure->script, &length),
                            arena_printf(world->arena, "$%s <<", block));
    assert_non_null(at);
    return strtod(strchr(at, '\n'), NULL);
}

static bool says_in_script(const struct gnuplot_figure *figure, const char *text)
{
    size_t length;
    return strstr(gnuplot_script_text(figure->script, &length), text);
}

/* Where 0 is: a block's better side begins there. */
static double zero(struct world *world, const struct gnuplot_figure *figure)
{
    return first_x(world, figure, "zero") + 1.25;
}

static void right_is_better_whatever_the_sign(void **state)
{
    static const struct {
        enum polarity polarity;
        double slope;
        int side;
    } cases[] = {{POLARITY_UP, 1.5, 1},      {POLARITY_UP, -1.5, -1},
                 {POLARITY_DOWN, 1.5, -1},   {POLARITY_DOWN, -1.5, 1},
                 {POLARITY_NEUTRAL, 1.5, 1}, {POLARITY_NEUTRAL, -1.5, -1}};
    struct world *world = *state;
    add_two_areas(world);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        world->catalogue.indicator_count = world->count = 0;
        add_lines(world, add_indicator(world, "Andel", "", cases[i].polarity, 1), cases[i].slope);
        struct gnuplot_figure figure = figure_of(world, FIGURE_REPORT);
        double away = first_x(world, &figure, "points_1") - zero(world, &figure);
        assert_true(away * cases[i].side > 50);
        assert_int_equal(says_in_script(&figure, "højre er stigende"),
                         cases[i].polarity == POLARITY_NEUTRAL);
        /* The number keeps its own sign. */
        assert_int_equal(says_in_script(&figure, "'+1,50'"), cases[i].slope > 0);
        assert_int_equal(says_in_script(&figure, "'−1,50'"), cases[i].slope < 0);
    }
}

static void a_line_has_number_interval_and_verdict(void **state)
{
    struct world *world = *state;
    add_two_areas(world);
    struct indicator *indicator = add_indicator(world, "Uden job", "Arbejde", POLARITY_DOWN, 4);
    add_lines(world, indicator, -1.5);
    world->cells[8].value += 3; /* so that the interval has a length */
    struct gnuplot_figure figure = figure_of(world, FIGURE_REPORT);
    const char *svg = drawn(world, &figure);
    assert_string_equal(figure.name, "haeldninger");
    assert_int_equal(labels(world, svg, "Arbejde"), 1);
    assert_int_equal(labels(world, svg, "Motalavej"), 1);
    assert_int_equal(labels(world, svg, "95 pct. interval"), 1);
    assert_int_equal(labels(world, svg, "−1,50"), 2);
    assert_true(labels(world, svg, "bedre") >= 3); /* the head and two verdicts at least */
    assert_int_equal(labels(world, svg, "Udgave 2025 · opdigtede tal"), 1);
    const struct findings findings = findings_of(world);
    const struct finding *slope = finding_at(&findings, indicator, &world->areas[1],
                                             STATISTIC_VERDICT_SLOPE, (struct period){0});
    char text[NUMBER_TEXT];
    assert_true(slope->estimate.upper > slope->estimate.lower + 0.1);
    assert_says(svg, number_danish(text, slope->estimate.lower, 2));
    assert_says(svg, "minus resten af kommunen");
    assert_int_equal(labels(world, svg, "Kilde: Kilden"), 1);
    assert_labels_apart(world->arena, &figure, 15);
}

static void without_a_slope_the_reason_stands_in_the_line(void **state)
{
    struct world *world = *state;
    add_two_areas(world);
    struct indicator *none = add_indicator(world, "Måling", "", POLARITY_UP, 7);
    struct indicator *some = add_indicator(world, "Sigtede", "", POLARITY_DOWN, 6);
    add_indicator(world, "Intet", "", POLARITY_DOWN, 8);
    none->has_trend = false;
    add_lines(world, none, 1);
    add_lines(world, some, 1);
    for (size_t i = world->count - 24; i < world->count - 16; i++) {
        world->cells[i].release = RELEASE_HIDDEN;
        world->cells[i].reason = REASON_SUPPRESSED;
        world->cells[i].value = world->cells[i].denominator = 0;
    }
    struct gnuplot_figure figure = figure_of(world, FIGURE_REPORT);
    const char *svg = drawn(world, &figure);
    assert_int_equal(labels(world, svg, "alle områder"), 1);
    assert_int_equal(labels(world, svg, "måles for sjældent"), 1);
    assert_int_equal(labels(world, svg, "få personer"), 1);
    assert_int_equal(labels(world, svg, "Intet"), 0);
    assert_int_equal(labels(world, svg, "Motalavej"), 1);
}

static void other_units_have_an_axis_of_their_own(void **state)
{
    struct world *world = *state;
    add_two_areas(world);
    add_lines(world, add_indicator(world, "Andel", "", POLARITY_UP, 1), 1);
    struct indicator *income = add_indicator(world, "Indkomst", "", POLARITY_UP, 0);
    income->unit = "kr.";
    income->measure = MEASURE_VALUE;
    for (size_t i = 0; i < 4; i++)
        add_line(world, income, &world->areas[i], 8, 300000, i ? -4000 : 0);
    struct gnuplot_figure figure = figure_of(world, FIGURE_REPORT);
    const char *svg = drawn(world, &figure);
    assert_int_equal(labels(world, svg, "4.000 kr."), 1);
    assert_int_equal(labels(world, svg, "−4.000,00"), 3);
    /* The axis in per cent does not go by the income. */
    assert_true(first_x(world, &figure, "points_1") > zero(world, &figure) + 50);
}

static void a_slide_is_full_and_counts_what_is_left_out(void **state)
{
    struct world *world = *state;
    add_two_areas(world);
    for (unsigned i = 0; i < 20; i++)
        add_lines(world,
                  add_indicator(world, arena_printf(world->arena, "Indikator %u", i), "",
                                POLARITY_UP, i % 10),
                  0.3);
    struct gnuplot_figure figure = figure_of(world, FIGURE_SLIDE);
    const char *svg = drawn(world, &figure);
    unsigned shown = 0, left_out = 0, all = 0;
    for (unsigned i = 0; i < 20; i++)
        shown += labels(world, svg, arena_printf(world->arena, "Indikator %u", i));
    const char *said = strstr(svg, "pladsen: ");
    assert_non_null(said);
    assert_int_equal(sscanf(said, "pladsen: %u af %u", &left_out, &all), 2);
    assert_int_equal(all, 18); /* two are not fixed */
    assert_int_equal(shown + left_out, 18);
    assert_true(shown >= 6);
    assert_true(figure.height > 1124 && figure.height < 1126);
    assert_labels_apart(world->arena, &figure, 15);
}

static void the_largest_plan_does_not_collide(void **state)
{
    struct world *world = *state;
    add_largest_plan(world);
    for (enum figure_form form = FIGURE_REPORT; form <= FIGURE_SLIDE; form++)
        for (enum language language = LANGUAGE_DANISH; language <= LANGUAGE_ENGLISH; language++) {
            world->bench.diagnostics.language = language;
            struct gnuplot_figure figure = figure_of(world, form);
            assert_labels_apart(world->arena, &figure, 15);
            /* Names too long for the lines stand in full above them. */
            assert_says(drawn(world, &figure), ">Boligområdet ved Nørrevangskvarteret N7</text>");
        }
}

static void without_any_slope_there_is_no_axis(void **state)
{
    struct world *world = *state;
    add_two_areas(world);
    struct indicator *few = add_indicator(world, "Valg", "", POLARITY_UP, 9);
    for (size_t i = 0; i < 4; i++)
        add_line(world, few, &world->areas[i], 2, 50, 0);
    struct gnuplot_figure figure = figure_of(world, FIGURE_REPORT);
    const char *svg = drawn(world, &figure);
    assert_int_equal(labels(world, svg, "alle områder"), 1);
    assert_int_equal(labels(world, svg, "0"), 0);
    assert_int_equal(labels(world, svg, "bedre"), 0);
    /* Slopes of nothing at all are in the middle. */
    add_lines(world, add_indicator(world, "Andel", "", POLARITY_UP, 1), 0);
    figure = figure_of(world, FIGURE_REPORT);
    assert_near(first_x(world, &figure, "points_1"), zero(world, &figure), 1);
    assert_int_equal(labels(world, drawn(world, &figure), "0"), 2);
}

static void names_with_traps_are_only_names(void **state)
{
    struct world *world = *state;
    add_two_areas(world);
    world->areas[1].name = "'''' `id`\n{/:Bold x} %d & <b>";
    world->areas[2].name = "\xFF\xC3";
    add_lines(world, add_indicator(world, "`id` ''''", "''''\n%d {x}", POLARITY_UP, 1), 1);
    world->indicators[0].unit = "'%d`id`";
    struct gnuplot_figure figure = figure_of(world, FIGURE_REPORT);
    assert_says(drawn(world, &figure), "`id` ’’’’</text>");
}

static void an_empty_plan_says_so(void **state)
{
    struct world *world = *state;
    for (enum figure_form form = FIGURE_REPORT; form <= FIGURE_SLIDE; form++) {
        struct gnuplot_figure figure = figure_of(world, form);
        assert_int_equal(labels(world, drawn(world, &figure), "Ingen data at vise"), 1);
    }
}

static void two_runs_give_the_same_bytes(void **state)
{
    struct world *world = *state;
    size_t lengths[2];
    const char *bytes[2];
    add_two_areas(world);
    add_lines(world, add_indicator(world, "Andel", "", POLARITY_UP, 1), 1);
    for (int i = 0; i < 2; i++) {
        struct gnuplot_figure figure = figure_of(world, FIGURE_REPORT);
        drawn(world, &figure);
        bytes[i] = contents(&world->bench, "haeldninger.png", &lengths[i]);
    }
    assert_int_equal(lengths[0], lengths[1]);
    assert_memory_equal(bytes[0], bytes[1], lengths[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(right_is_better_whatever_the_sign),
        WORLD_TEST(a_line_has_number_interval_and_verdict),
        WORLD_TEST(without_a_slope_the_reason_stands_in_the_line),
        WORLD_TEST(other_units_have_an_axis_of_their_own),
        WORLD_TEST(a_slide_is_full_and_counts_what_is_left_out),
        WORLD_TEST(the_largest_plan_does_not_collide),
        WORLD_TEST(without_any_slope_there_is_no_axis),
        WORLD_TEST(names_with_traps_are_only_names),
        WORLD_TEST(an_empty_plan_says_so),
        WORLD_TEST(two_runs_give_the_same_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
