/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/trend_labels.h"

#include "trend_world.h"

static struct trend_series series_of(struct world *world)
{
    struct findings *findings = arena_alloc(world->arena, 1, sizeof *findings);
    *findings = findings_of(world);
    return trend_series_make(world->arena, LANGUAGE_DANISH, findings, &world->indicator);
}

static void every_panel_has_its_words(void **state)
{
    struct world *world = *state;
    size_t length;
    add_three_areas(world);
    struct trend_series series = series_of(world);
    struct trend_layout layout = layout_of(world, &series);
    struct gnuplot_script *script = gnuplot_script_new(&world->bench.place);
    trend_labels_put(script, &layout);
    const char *text = gnuplot_script_text(script, &length);
    assert_int_equal(gnuplot_script_fault(script), GNUPLOT_NONE);
    assert_says(text, " 'Motalavej' at ");
    assert_says(text, " 'Sydbyen' at ");
    assert_says(text, " 'kommunen' at ");
    assert_says(text, " 'helhedsplan' at ");
    assert_says(text, " '23,1' at ");
    assert_says(text, " '2024' at ");
    assert_null(strstr(text, "×"));
}

static void thin_lines_are_named_once_and_apart(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    add_twin_and_country(world);
    const char *svg = drawn(world); /* its labels are apart */
    assert_int_equal(labels(world, svg, "kommunen"), 1);
    assert_int_equal(labels(world, svg, "Mosen"), 1);
    assert_int_equal(labels(world, svg, "Hele landet"), 1);
}

/* Through the area's own line a name would be taken for the area's. */
static void a_line_that_winds_about_the_own_has_no_name(void **state)
{
    struct world *world = *state;
    static const double near[YEARS] = {30, 27, 29, 26, 29, 27, 28, 25, 24, 25, 22};
    add_three_areas(world);
    const struct area *twin = add_area(world, "mosen", "Mosen", AREA_TWIN, NULL);
    for (int k = 0; k < YEARS; k++)
        add(world, twin, year(2014 + k), near[k], 500);
    const char *svg = drawn(world);
    assert_int_equal(labels(world, svg, "Mosen"), 0);
    assert_says(svg, "Tynd grå linje: Mosen.");
}

static void a_hidden_last_year_leaves_the_label_where_the_line_ends(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    hide(cell_of(world, 1, 2024));
    const char *svg = drawn(world);
    assert_int_equal(labels(world, svg, "24,7"), 1);
    assert_int_equal(labels(world, svg, "23,1"), 0);
    assert_says(svg, "pct.-point i" NBSP "2023 (17,7");
}

static void an_area_all_hidden_says_so(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    for (int k = 0; k < YEARS; k++)
        hide(cell_of(world, 1, 2014 + k));
    const char *svg = drawn(world);
    assert_int_equal(labels(world, svg, "Motalavej"), 1);
    assert_int_equal(labels(world, svg, "skjult: få personer"), 1);
    assert_int_equal(labels(world, svg, "Afstand til kommunen: skjult: få personer"), 1);
    assert_int_equal(labels(world, svg, "×"), YEARS);
    assert_int_equal(area_pieces(svg), 0);
}

static void an_area_says_why_it_is_hidden(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    for (int k = 0; k < YEARS; k++) {
        hide(cell_of(world, 1, 2014 + k));
        cell_of(world, 1, 2014 + k)->reason = REASON_WITHHELD;
    }
    const char *svg = drawn(world);
    assert_int_equal(labels(world, svg, "vises ikke i den delte udgave"), 1);
    assert_int_equal(labels(world, svg, "skjult: få personer"), 0);
}

static void without_values_the_axis_has_no_numbers(void **state)
{
    struct world *world = *state;
    add_area(world, "n", "Nordhallen", AREA_ESTATE, world->areas);
    hide(add(world, &world->areas[1], year(2020), 0, 0));
    const char *svg = drawn(world);
    assert_int_equal(labels(world, svg, "×"), 1);
    assert_null(strstr(svg, ">0,00</text>"));
    assert_null(strstr(svg, ">1,00</text>"));
}

/* The one label among them that names the plan. */
static struct label_box plan_label(struct world *world, const struct trend_layout *layout)
{
    struct gnuplot_script *script = gnuplot_script_new(&world->bench.place);
    trend_labels_put(script, layout);
    const struct label_boxes boxes = label_boxes(world->arena, script);
    for (size_t i = 0; i < boxes.count; i++)
        if (strcmp(boxes.items[i].text, "helhedsplan") == 0 ||
            strcmp(boxes.items[i].text, "plan") == 0)
            return boxes.items[i];
    fail();
    return (struct label_box){0};
}

static void the_plan_is_named_where_its_name_fits(void **state)
{
    static const struct {
        int start;
        const char *name;
        bool inside;
    } cases[] = {{2016, "helhedsplan", true}, {2022, "plan", true}, {2024, "plan", false}};
    struct world *world = *state;
    add_three_areas(world);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double from, to;
        world->catalogue.plan.start = date(cases[i].start, 6, 1);
        struct trend_series series = series_of(world);
        struct trend_layout layout = layout_of(world, &series);
        assert_true(trend_plan_span(&series, &from, &to));
        double left = trend_x(&layout, layout.frames, from);
        struct label_box label = plan_label(world, &layout);
        assert_string_equal(label.text, cases[i].name);
        assert_true(cases[i].inside
                        ? label.left > left && label.right < trend_x(&layout, layout.frames, to)
                        : label.right < left);
    }
}

static void a_dashed_line_has_one_name(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    const char *svg = drawn(world);
    assert_int_equal(labels(world, svg, "kommunen"), 1);
    assert_int_equal(labels(world, svg, "Slagelse Kommune"), 0);
    assert_says(svg, "Grå stiplet linje: kommunen (Slagelse Kommune). ");
    const struct area *other = add_area(world, "so", "Sorø Kommune", AREA_MUNICIPALITY, NULL);
    world->areas[3].part_of = other;
    for (int k = 0; k < YEARS; k++)
        add(world, other, year(2014 + k), 9, 12000);
    svg = drawn(world);
    assert_int_equal(labels(world, svg, "kommunen"), 0);
    assert_int_equal(labels(world, svg, "Slagelse Kommune"), 1);
    assert_int_equal(labels(world, svg, "Sorø Kommune"), 1);
}

/* The first panel has a break wherever the name could stand; the second has none. */
static void a_name_stands_where_it_crosses_nothing(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    for (size_t i = 0; i < YEARS; i++)
        world->breaks[i] =
            (struct series_break){&world->indicator, &world->areas[1], 2014 + (double)i, ""};
    world->catalogue.break_count = YEARS;
    struct trend_series series = series_of(world);
    struct trend_layout layout = layout_of(world, &series);
    struct gnuplot_script *script = gnuplot_script_new(&world->bench.place);
    trend_labels_put(script, &layout);
    const struct label_boxes boxes = label_boxes(world->arena, script);
    unsigned named = 0;
    for (size_t i = 0; i < boxes.count; i++)
        if (strcmp(boxes.items[i].text, "kommunen") == 0) {
            assert_true(boxes.items[i].left > layout.frames[1].left);
            named++;
        }
    assert_int_equal(named, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(every_panel_has_its_words),
        WORLD_TEST(thin_lines_are_named_once_and_apart),
        WORLD_TEST(a_line_that_winds_about_the_own_has_no_name),
        WORLD_TEST(a_hidden_last_year_leaves_the_label_where_the_line_ends),
        WORLD_TEST(an_area_all_hidden_says_so),
        WORLD_TEST(the_plan_is_named_where_its_name_fits),
        WORLD_TEST(a_dashed_line_has_one_name),
        WORLD_TEST(a_name_stands_where_it_crosses_nothing),
        WORLD_TEST(an_area_says_why_it_is_hidden),
        WORLD_TEST(without_values_the_axis_has_no_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
