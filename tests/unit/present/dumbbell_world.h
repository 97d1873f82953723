/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For tests of the dumbbell figure: a catalogue of a municipality and one area, released cells for
 * it, the figure drawn of them, and what its SVG says. WORLD_TEST(test) gives a test a `struct
 * world` as its state, without indicators and cells.
 */
#ifndef PEJLING_TESTS_DUMBBELL_WORLD_H
#define PEJLING_TESTS_DUMBBELL_WORLD_H

#include "figure_bench.h"

#include <math.h>

#include "pejling/findings/findings.h"
#include "pejling/present/dumbbell_figure.h"

#define NBSP "\xC2\xA0"
#define MAX_CELLS 400
#define MAX_INDICATORS 40
#define BETTER "fill=\"rgb(27,94,155)\""
#define WORSE "fill=\"rgb(171,70,16)\""
#define UNSURE "fill=\"rgb(90,98,108)\""
#define NEITHER "fill=\"rgb(27,31,36)\""

/* A catalogue of a municipality and one area, and the figures that are told of them. */
struct world {
    struct bench bench;
    struct arena *arena; /* of the bench */
    struct area areas[3];
    struct indicator indicators[MAX_INDICATORS];
    struct series_break breaks[1];
    struct catalogue catalogue;
    struct released_cell cells[MAX_CELLS];
    size_t count;
};

static inline struct period year(int number)
{
    return (struct period){PERIOD_YEAR, (short)number, 0, 0};
}

static inline struct period date(int number, int month, int day)
{
    return (struct period){PERIOD_DATE, (short)number, (signed char)month, (signed char)day};
}

static inline struct indicator *add_indicator(struct world *world, const char *code,
                                              const char *goal, enum polarity polarity)
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
                                    .source = "Kilden",
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

static inline struct released_cell *add(struct world *world, const struct indicator *indicator,
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
static inline struct indicator *add_row(struct world *world, const char *code, const char *goal,
                                        enum polarity polarity, const double values[4])
{
    struct indicator *indicator = add_indicator(world, code, goal, polarity);
    add(world, indicator, 1, year(2019), values[0]);
    add(world, indicator, 0, year(2019), values[1]);
    add(world, indicator, 1, year(2024), values[2]);
    add(world, indicator, 0, year(2024), values[3]);
    return indicator;
}

/* The rest of the municipality, with the share below that of all of it in both years. */
static inline void add_rest(struct world *world, const struct indicator *indicator,
                            const double values[2])
{
    world->areas[2] = world->areas[1];
    world->areas[2].index = 2;
    world->areas[2].code = "resten";
    world->areas[2].name = "Resten af Slagelse Kommune";
    world->areas[2].role = AREA_REST;
    world->catalogue.area_count = 3;
    add(world, indicator, 2, year(2019), values[0])->denominator = 19400;
    add(world, indicator, 2, year(2024), values[1])->denominator = 19400;
}

static inline int world_set_up(void **state)
{
    struct arena *arena = arena_new();
    struct world *world = arena_alloc(arena, 1, sizeof *world);
    bench_open(&world->bench, arena);
    world->arena = arena;
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

static inline int world_tear_down(void **state)
{
    struct world *world = *state;
    unlink(file_of(&world->bench, "omraade_ringparken.svg"));
    unlink(file_of(&world->bench, "omraade_ringparken.png"));
    unlink(file_of(&world->bench, "omraade_ringparken-side.svg"));
    assert_int_equal(rmdir(file_of(&world->bench, "")), 0); /* nothing is left behind */
    bench_close(&world->bench);
    return 0;
}

#define WORLD_TEST(test) cmocka_unit_test_setup_teardown(test, world_set_up, world_tear_down)

/* --- drawing ---------------------------------------------------------------------------------- */

/* What is found in the cells as they stand. */
static inline struct findings findings_of(struct world *world)
{
    struct released_table *table = arena_alloc(world->arena, 1, sizeof *table);
    catalogue_index(&world->catalogue, world->arena);
    *table = released_table_make(world->arena, &world->catalogue, EDITION_SHARED, world->cells,
                                 world->count);
    return findings_compute(world->arena, table);
}

static inline struct gnuplot_figure figure_of(struct world *world, enum figure_form form)
{
    struct findings *findings = arena_alloc(world->arena, 1, sizeof *findings);
    struct figure_canvas *canvas = arena_alloc(world->arena, 1, sizeof *canvas);
    *findings = findings_of(world);
    *canvas = figure_canvas(form, &world->bench.place, findings);
    return dumbbell_figure_draw(canvas, &world->areas[1]);
}

static inline bool draw(struct world *world)
{
    const struct gnuplot_figure figure = figure_of(world, FIGURE_REPORT);
    return gnuplot_finish(gnuplot_start(&world->bench.place, &figure, 1));
}

/* Draws the figure, sees that both files are whole, and returns the SVG. */
static inline const char *drawn(struct world *world)
{
    size_t length;
    bool done = draw(world);
    diagnostics_print(&world->bench.diagnostics, stderr);
    assert_true(done);
    assert_int_equal(world->bench.diagnostics.count, 0);
    const char *png = contents(&world->bench, "omraade_ringparken.png", &length);
    assert_memory_equal(png + length - 8, "IEND\xAE\x42\x60\x82", 8);
    const char *svg = contents(&world->bench, "omraade_ringparken.svg", &length);
    assert_string_equal(svg + length - 7, "</svg>\n");
    return svg;
}

/* The label that says exactly this, or NULL. */
static inline const char *label(struct world *world, const char *svg, const char *text)
{
    return strstr(svg, arena_printf(world->arena, ">%s</text>", text));
}

/* The label is there, and the tag around it has this colour. */
static inline void assert_label(struct world *world, const char *svg, const char *text,
                                const char *colour)
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

static inline unsigned count_of(const char *svg, const char *what)
{
    unsigned count = 0;
    for (const char *at = svg; (at = strstr(at, what)); at++)
        count++;
    return count;
}

/* How many arrows stand beside the differences. */
static inline unsigned arrows(const char *svg)
{
    return count_of(svg, "<polygon fill = 'rgb( 27,  94, 155)'") +
           count_of(svg, "<polygon fill = 'rgb(171,  70,  16)'");
}

#endif
