/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pejling/present/dumbbell_figure.h"

#define PLOTS "plots"
#define NBSP "\xC2\xA0"
#define MAX_CELLS 400
#define MAX_INDICATORS 40
#define BETTER "fill=\"rgb(27,94,155)\""
#define WORSE "fill=\"rgb(171,70,16)\""
#define UNSURE "fill=\"rgb(90,98,108)\""
#define NEITHER "fill=\"rgb(27,31,36)\""

/* A catalogue of a municipality and one area, and the figures that are told of them. */
struct world {
    struct arena *arena;
    struct diagnostics diagnostics;
    struct place place;
    struct area areas[2];
    struct indicator indicators[MAX_INDICATORS];
    struct series_break breaks[1];
    struct catalogue catalogue;
    struct released_cell cells[MAX_CELLS];
    size_t count;
};

static struct period year(int number)
{
    return (struct period){PERIOD_YEAR, (short)number, 0, 0};
}

static struct period date(int number, int month, int day)
{
    return (struct period){PERIOD_DATE, (short)number, (signed char)month, (signed char)day};
}

static struct indicator *add_indicator(struct world *world, const char *code, const char *goal,
                                       enum polarity polarity)
{
    assert_true(world->catalogue.indicator_count < MAX_INDICATORS);
    struct indicator *indicator = &world->indicators[world->catalogue.indicator_count];
    *indicator = (struct indicator){.index = world->catalogue.indicator_count++,
                                    .code = code,
                                    .name = code,
                                    .short_name = "",
                                    .goal = goal,
                                    .focus_area = "",
                                    .unit = "pct.",
                                    .target_group = "",
                                    .source = "",
                                    .note = "",
                                    .measure = MEASURE_SHARE,
                                    .factor = 100,
                                    .polarity = polarity,
                                    .reporting = {PERIOD_YEAR, 0, 0},
                                    .has_trend = true,
                                    .minimum_count = 5,
                                    .decimals = 1};
    return indicator;
}

static struct released_cell *add(struct world *world, const struct indicator *indicator,
                                 size_t area, struct period period, double value)
{
    assert_true(world->count < MAX_CELLS);
    struct released_cell *cell = &world->cells[world->count++];
    *cell = (struct released_cell){.indicator = indicator,
                                   .area = &world->areas[area],
                                   .period = period,
                                   .time = period_time(period, indicator->reporting),
                                   .release = RELEASE_OPEN,
                                   .value = value,
                                   .denominator = area ? 600 : 20000,
                                   .spread = -1,
                                   .design_effect = 1};
    return cell;
}

/* The area and the municipality in 2019 and in 2024. */
static struct indicator *add_row(struct world *world, const char *code, const char *goal,
                                 enum polarity polarity, const double values[4])
{
    struct indicator *indicator = add_indicator(world, code, goal, polarity);
    add(world, indicator, 1, year(2019), values[0]);
    add(world, indicator, 0, year(2019), values[1]);
    add(world, indicator, 1, year(2024), values[2]);
    add(world, indicator, 0, year(2024), values[3]);
    return indicator;
}

static int set_up(void **state)
{
    struct arena *arena = arena_new();
    struct world *world = arena_alloc(arena, 1, sizeof *world);
    const char *temporary = getenv("TMPDIR");
    char *path = arena_printf(arena, "%s/pejling-test-XXXXXX", temporary ? temporary : "/tmp");
    assert_non_null(mkdtemp(path));
    assert_int_equal(mkdir(arena_printf(arena, "%s/figurer", path), 0700), 0);
    unsetenv("PEJLING_GNUPLOT");
    world->arena = world->diagnostics.arena = arena;
    world->place = (struct place){&world->diagnostics, path, PLOTS};
    world->areas[0] = (struct area){.index = 0,
                                    .code = "by",
                                    .name = "Slagelse Kommune",
                                    .note = "",
                                    .aliases = "",
                                    .role = AREA_MUNICIPALITY,
                                    .from = -HUGE_VAL,
                                    .to = HUGE_VAL};
    world->areas[1] = (struct area){.index = 1,
                                    .code = "ringparken",
                                    .name = "Ringparken",
                                    .note = "",
                                    .aliases = "",
                                    .role = AREA_ESTATE,
                                    .part_of = &world->areas[0],
                                    .from = -HUGE_VAL,
                                    .to = HUGE_VAL};
    world->catalogue = (struct catalogue){.plan = {.title = "",
                                                   .edition = "2025",
                                                   .previous_edition = "",
                                                   .start = date(2021, 10, 1),
                                                   .end = date(2025, 9, 30),
                                                   .baseline_year = 2019,
                                                   .illustrative = true,
                                                   .confidence = 0.95},
                                          .indicators = world->indicators,
                                          .areas = world->areas,
                                          .area_count = 2,
                                          .breaks = world->breaks};
    *state = world;
    return 0;
}

static const char *file_of(struct world *world, const char *name)
{
    return arena_printf(world->arena, "%s/figurer/%s", world->place.folder, name);
}

static int tear_down(void **state)
{
    struct world *world = *state;
    unsetenv("PEJLING_GNUPLOT");
    unlink(file_of(world, "omraade_ringparken.svg"));
    unlink(file_of(world, "omraade_ringparken.png"));
    assert_int_equal(rmdir(file_of(world, "")), 0);
    assert_int_equal(rmdir(world->place.folder), 0);
    arena_free(world->arena);
    return 0;
}

static bool draw(struct world *world)
{
    catalogue_index(&world->catalogue, world->arena);
    struct released_table table = released_table_make(world->arena, &world->catalogue,
                                                      EDITION_SHARED, world->cells, world->count);
    struct findings findings = findings_compute(world->arena, &table);
    return gnuplot_finish(dumbbell_figure_start(&world->place, &findings, &world->areas[1]));
}

static char *contents(struct world *world, const char *name, size_t *length)
{
    FILE *stream = fopen(file_of(world, name), "rb");
    assert_non_null(stream);
    fseek(stream, 0, SEEK_END);
    *length = (size_t)ftell(stream);
    rewind(stream);
    char *bytes = arena_alloc(world->arena, *length + 1, 1);
    assert_int_equal(fread(bytes, 1, *length, stream), *length);
    fclose(stream);
    return bytes;
}

/* Draws the figure, sees that both files are whole, and returns the SVG. */
static const char *drawn(struct world *world)
{
    size_t length;
    bool done = draw(world);
    diagnostics_print(&world->diagnostics, stderr);
    assert_true(done);
    assert_int_equal(world->diagnostics.count, 0);
    const char *png = contents(world, "omraade_ringparken.png", &length);
    assert_memory_equal(png + length - 8, "IEND\xAE\x42\x60\x82", 8);
    const char *svg = contents(world, "omraade_ringparken.svg", &length);
    assert_string_equal(svg + length - 7, "</svg>\n");
    return svg;
}

/* The label that says exactly this, or NULL. */
static const char *label(struct world *world, const char *svg, const char *text)
{
    return strstr(svg, arena_printf(world->arena, ">%s</text>", text));
}

/* The label is there, and the tag around it has this colour. */
static void assert_label(struct world *world, const char *svg, const char *text, const char *colour)
{
    const char *at = label(world, svg, text);
    if (!at) {
        print_error("»%s« is not in the figure\n", text);
        fail();
    }
    while (strncmp(at, "<g ", 3) != 0)
        at--;
    const char *found = strstr(at, colour);
    assert_true(found && found < strstr(at, "</text>"));
}

static unsigned count_of(const char *svg, const char *what)
{
    unsigned count = 0;
    for (const char *at = svg; (at = strstr(at, what)); at++)
        count++;
    return count;
}

/* How many arrows stand beside the differences. */
static unsigned arrows(const char *svg)
{
    return count_of(svg, "color='rgb( 27,  94, 155)'") +
           count_of(svg, "href='#omraade_ringparken_gpPt10'");
}

/* --- tests ------------------------------------------------------------------------------------ */

static void a_row_has_values_difference_and_change(void **state)
{
    struct world *world = *state;
    add_row(world, "Uden job", "Arbejde", POLARITY_DOWN, (double[]){40, 12, 24, 11});
    const char *svg = drawn(world);
    assert_non_null(strstr(svg, "<title>Ringparken og Slagelse Kommune</title>"));
    assert_non_null(label(world, svg, "Seneste tal: 2024, hvor ikke andet står"));
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

static void a_change_that_may_be_none_is_not_sure(void **state)
{
    struct world *world = *state;
    add_row(world, "Tryghed", "Mål", POLARITY_UP, (double[]){61, 80, 60, 80});
    const char *svg = drawn(world);
    assert_label(world, svg, "−1,0", UNSURE);
    assert_non_null(label(world, svg, "ikke sikker"));
}

static void a_change_without_a_baseline_says_why(void **state)
{
    struct world *world = *state;
    struct indicator *indicator = add_indicator(world, "Nyt tal", "Mål", POLARITY_UP);
    add(world, indicator, 1, year(2024), 60);
    add(world, indicator, 0, year(2024), 80);
    add_row(world, "Brudt", "Mål", POLARITY_UP, (double[]){61, 80, 60, 80});
    world->breaks[0] = (struct series_break){&world->indicators[1], NULL, 2022, "ny opgørelse"};
    world->catalogue.break_count = 1;
    const char *svg = drawn(world);
    assert_non_null(label(world, svg, "ingen måling i basisåret eller før"));
    assert_non_null(label(world, svg, "databrud siden basisåret"));
}

static void an_earlier_baseline_is_told(void **state)
{
    struct world *world = *state;
    struct indicator *indicator = add_indicator(world, "Survey", "Mål", POLARITY_UP);
    for (int number = 2018; number <= 2023; number += 5) {
        add(world, indicator, 1, year(number), 60);
        add(world, indicator, 0, year(number), 80);
    }
    assert_non_null(label(world, drawn(world), "ikke sikker, siden 2018"));
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

static void other_units_are_told_in_words(void **state)
{
    struct world *world = *state;
    struct indicator *income =
        add_row(world, "Indkomst", "", POLARITY_UP, (double[]){316000, 480000, 325000, 495000});
    income->unit = "kr.";
    income->measure = MEASURE_VALUE;
    income->factor = 1;
    income->decimals = 0;
    const char *svg = drawn(world);
    assert_non_null(label(world, svg, "325.000" NBSP "kr. i Ringparken, 495.000 i kommunen"));
    assert_label(world, svg, "−170.000", UNSURE);
    assert_label(world, svg, "−6.000", UNSURE);
    assert_non_null(label(world, svg, "usikkerhed ukendt"));
    assert_non_null(label(world, svg, "kr."));
    assert_null(label(world, svg, "100" NBSP "pct."));
    world->areas[1].name = "Den store og vidt forgrenede bebyggelse ved den gamle havn";
    assert_non_null(strstr(drawn(world), "325.000" NBSP "kr. i området"));
}

static void another_period_stands_beside_its_row(void **state)
{
    static const double values[] = {40, 12, 24, 11};
    struct world *world = *state;
    add_row(world, "Et", "", POLARITY_UP, values);
    add_row(world, "To", "", POLARITY_UP, values);
    struct indicator *election = add_indicator(world, "Valg", "", POLARITY_UP);
    election->reporting.kind = PERIOD_DATE;
    add(world, election, 1, date(2017, 11, 21), 50);
    add(world, election, 0, date(2017, 11, 21), 70);
    add(world, election, 1, date(2021, 11, 16), 49);
    add(world, election, 0, date(2021, 11, 16), 71);
    struct indicator *undated = add_indicator(world, "Udateret", "", POLARITY_UP);
    add(world, undated, 1, (struct period){PERIOD_UNKNOWN, 0, 0, 0}, 70);
    const char *svg = drawn(world);
    assert_non_null(label(world, svg, "16.11.2021"));
    assert_non_null(label(world, svg, "tidspunkt ukendt"));
    assert_non_null(label(world, svg, "ikke sikker, siden 2017"));
    assert_null(label(world, svg, "2024"));
    assert_non_null(label(world, svg, "intet at sammenligne med"));
}

static void what_is_hidden_has_no_row_but_a_word(void **state)
{
    struct world *world = *state;
    add_row(world, "Et", "", POLARITY_UP, (double[]){40, 12, 24, 11});
    assert_null(strstr(drawn(world), "skjult"));
    struct indicator *hidden = add_indicator(world, "Fængslede", "", POLARITY_DOWN);
    struct released_cell *cell = add(world, hidden, 1, year(2024), 0);
    cell->release = RELEASE_HIDDEN;
    cell->reason = REASON_SUPPRESSED;
    cell->denominator = 0;
    const char *svg = drawn(world);
    assert_non_null(strstr(svg, "skjult"));
    assert_null(strstr(svg, "Fængslede"));
}

static void nothing_to_show_is_said(void **state)
{
    struct world *world = *state;
    assert_non_null(label(world, drawn(world), "Ingen data at vise"));
    add_indicator(world, "Et", "", POLARITY_UP);
    assert_non_null(label(world, drawn(world), "Ingen data at vise"));
}

static void an_area_without_a_municipality_stands_alone(void **state)
{
    struct world *world = *state;
    world->areas[1].part_of = NULL;
    add(world, add_indicator(world, "Et", "", POLARITY_UP), 1, year(2024), 60);
    const char *svg = drawn(world);
    assert_non_null(strstr(svg, "<title>Ringparken</title>"));
    assert_null(strstr(svg, "Slagelse"));
}

/* The height of a PNG stands in its bytes 20 to 23. */
static double height(struct world *world)
{
    size_t length;
    drawn(world);
    const unsigned char *png =
        (const unsigned char *)contents(world, "omraade_ringparken.png", &length);
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

static void it_speaks_english(void **state)
{
    struct world *world = *state;
    world->diagnostics.language = LANGUAGE_ENGLISH;
    add_row(world, "Tryghed", "", POLARITY_UP, (double[]){61, 80, 60, 80});
    const char *svg = drawn(world);
    assert_non_null(label(world, svg, "Change since 2019"));
    assert_non_null(label(world, svg, "not certain"));
    assert_non_null(label(world, svg, "Other key figures"));
    assert_non_null(label(world, svg, "60.0"));
}

static void two_runs_give_the_same_bytes(void **state)
{
    struct world *world = *state;
    size_t first_length, second_length;
    add_row(world, "Tryghed", "", POLARITY_UP, (double[]){61, 80, 60, 80});
    const char *first_svg = drawn(world);
    const char *first = contents(world, "omraade_ringparken.png", &first_length);
    assert_string_equal(first_svg, drawn(world));
    const char *second = contents(world, "omraade_ringparken.png", &second_length);
    assert_int_equal(first_length, second_length);
    assert_memory_equal(first, second, first_length);
}

static void without_gnuplot_there_is_no_figure(void **state)
{
    struct world *world = *state;
    add_row(world, "Tryghed", "", POLARITY_UP, (double[]){61, 80, 60, 80});
    setenv("PEJLING_GNUPLOT", "/nonexistent/gnuplot", 1);
    assert_false(draw(world));
    assert_int_equal(world->diagnostics.of_kind[PROBLEM_TOOL], 1);
    assert_int_equal(access(file_of(world, "omraade_ringparken.svg"), F_OK), -1);
}

#define WORLD_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_row_has_values_difference_and_change),
        WORLD_TEST(the_good_side_goes_by_the_polarity),
        WORLD_TEST(a_change_that_may_be_none_is_not_sure),
        WORLD_TEST(a_change_without_a_baseline_says_why),
        WORLD_TEST(an_earlier_baseline_is_told),
        WORLD_TEST(goals_come_in_order_and_the_rest_last),
        WORLD_TEST(other_units_are_told_in_words),
        WORLD_TEST(another_period_stands_beside_its_row),
        WORLD_TEST(what_is_hidden_has_no_row_but_a_word),
        WORLD_TEST(nothing_to_show_is_said),
        WORLD_TEST(an_area_without_a_municipality_stands_alone),
        WORLD_TEST(the_height_grows_with_the_rows),
        WORLD_TEST(values_at_the_ends_and_names_with_traps_are_drawn),
        WORLD_TEST(it_speaks_english),
        WORLD_TEST(two_runs_give_the_same_bytes),
        WORLD_TEST(without_gnuplot_there_is_no_figure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
