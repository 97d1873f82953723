/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For tests of figures of a whole plan: as many areas, indicators and years as wanted, and the
 * findings of them. WORLD_TEST(test) gives a test a `struct world` as its state: a municipality and
 * nothing else.
 */
#ifndef PEJLING_TESTS_PLAN_WORLD_H
#define PEJLING_TESTS_PLAN_WORLD_H

#include "figure_bench.h"

#include <math.h>

#include "pejling/findings/findings.h"
#include "pejling/present/figure_frame.h"
#include "pejling/present/sentence.h"

#define NBSP "\xC2\xA0"
#define MAX_CELLS 4000
#define MAX_INDICATORS 40

struct world {
    struct bench bench;
    struct arena *arena; /* of the bench */
    enum edition edition;
    struct area areas[12];
    struct indicator indicators[MAX_INDICATORS];
    struct series_break breaks[1];
    struct catalogue catalogue;
    struct released_cell cells[MAX_CELLS];
    size_t count;
};

static inline struct area *add_area(struct world *world, const char *code, const char *name,
                                    enum area_role role)
{
    struct area *area = &world->areas[world->catalogue.area_count];
    *area = (struct area){.index = world->catalogue.area_count++,
                          .code = code,
                          .name = name,
                          .note = "",
                          .aliases = "",
                          .role = role,
                          .part_of = role == AREA_MUNICIPALITY ? NULL : &world->areas[0],
                          .from = -HUGE_VAL,
                          .to = HUGE_VAL};
    return area;
}

static inline struct indicator *add_indicator(struct world *world, const char *name,
                                              const char *goal, enum polarity polarity,
                                              unsigned number)
{
    assert_true(world->catalogue.indicator_count < MAX_INDICATORS);
    struct indicator *indicator = &world->indicators[world->catalogue.indicator_count];
    *indicator = (struct indicator){
        .index = world->catalogue.indicator_count++,
        .code = arena_printf(world->arena, "i%zu", indicator - world->indicators),
        .name = name,
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
        .lbf_number = number,
        .minimum_count = 5,
        .decimals = 1};
    return indicator;
}

static inline struct released_cell *add(struct world *world, const struct indicator *indicator,
                                        const struct area *area, int year, double value)
{
    assert_true(world->count < MAX_CELLS);
    struct period period = {PERIOD_YEAR, (short)year, 0, 0};
    struct released_cell *cell = &world->cells[world->count++];
    *cell = (struct released_cell){.indicator = indicator,
                                   .area = area,
                                   .period = period,
                                   .time = period_time(period, indicator->reporting),
                                   .release = RELEASE_OPEN,
                                   .value = value,
                                   .denominator = area->role == AREA_MUNICIPALITY ? 20000 : 1500,
                                   .spread = -1,
                                   .design_effect = 1};
    return cell;
}

/* A level in each of so many years up to 2024, with a slope and a little unrest. */
static inline void add_line(struct world *world, const struct indicator *indicator,
                            const struct area *area, int years, double level, double slope)
{
    for (int i = 0; i < years; i++)
        add(world, indicator, area, 2025 - years + i,
            level + slope * (i - years / 2) + (i % 2 ? 0.2 : -0.2));
}

/* Eight years of an indicator: 30 per cent in the municipality, 40 in the areas. */
static inline void add_lines(struct world *world, const struct indicator *indicator, double slope)
{
    for (size_t i = 0; i < world->catalogue.area_count; i++)
        add_line(world, indicator, &world->areas[i], 8, i ? 40 : 30, i ? slope : 0);
}

static inline int world_set_up(void **state)
{
    struct arena *arena = arena_new();
    struct world *world = arena_alloc(arena, 1, sizeof *world);
    bench_open(&world->bench, arena);
    world->arena = arena;
    world->catalogue = (struct catalogue){.plan = {.title = "Planen",
                                                   .edition = "2025",
                                                   .previous_edition = "",
                                                   .start = {PERIOD_DATE, 2021, 10, 1},
                                                   .end = {PERIOD_DATE, 2025, 9, 30},
                                                   .baseline_year = 2021,
                                                   .illustrative = true,
                                                   .confidence = 0.95},
                                          .indicators = world->indicators,
                                          .areas = world->areas,
                                          .breaks = world->breaks};
    add_area(world, "by", "Slagelse Kommune", AREA_MUNICIPALITY);
    *state = world;
    return 0;
}

static inline int world_tear_down(void **state)
{
    struct world *world = *state;
    bench_close(&world->bench);
    return 0;
}

#define WORLD_TEST(test) cmocka_unit_test_setup_teardown(test, world_set_up, world_tear_down)

/* Motalavej, Ringparken and both together. */
static inline void add_two_areas(struct world *world)
{
    add_area(world, "motalavej", "Motalavej", AREA_ESTATE);
    add_area(world, "ringparken", "Ringparken", AREA_ESTATE);
    add_area(world, "samlet", "Begge samlet", AREA_TOTAL);
}

/* Eight areas and their total, forty indicators, and the longest names there may be. */
static inline void add_largest_plan(struct world *world)
{
    static const char *const goals[] = {("Der skal ske et fagligt løft af børn og unge, så flere "
                                         "bliver skoleparate, og flere tager en uddannelse"),
                                        "Flere bliver tilknyttet arbejdsmarkedet", ""};
    for (int i = 0; i < 8; i++)
        add_area(world, arena_printf(world->arena, "a%d", i),
                 arena_printf(world->arena, "Boligområdet ved Nørrevangskvarteret N%d", i),
                 AREA_ESTATE);
    add_area(world, "samlet", "Alle helhedsplanens boligområder samlet", AREA_TOTAL);
    for (int i = 0; i < MAX_INDICATORS; i++) {
        struct indicator *indicator = add_indicator(
            world,
            arena_printf(world->arena, "Andel 15-29-årige uden uddannelse eller beskæftigelse, %d",
                         i),
            goals[i * 3 / MAX_INDICATORS], i % 3 ? POLARITY_DOWN : POLARITY_NEUTRAL,
            i % 4 ? 0 : (unsigned)i / 4 + 1);
        if (i % 5 == 0)
            continue; /* nothing is known of it */
        if (i % 7 == 0)
            indicator->has_trend = false;
        add_lines(world, indicator, (i % 4 - 1.5) * (i == 6 ? 12 : 0.7));
    }
    world->indicators[8].unit = "karakterpoint";
}

static inline struct findings findings_of(struct world *world)
{
    struct released_table *table = arena_alloc(world->arena, 1, sizeof *table);
    catalogue_index(&world->catalogue, world->arena);
    *table = released_table_make(world->arena, &world->catalogue, world->edition, world->cells,
                                 world->count);
    return findings_compute(world->arena, table);
}

static inline struct speaker speaker_of(struct world *world, const struct findings *findings)
{
    return (struct speaker){world->arena, world->bench.diagnostics.language, findings};
}

/* Draws the figure, sees that its files are whole, and returns the SVG. */
static inline const char *drawn(struct world *world, const struct gnuplot_figure *figure)
{
    size_t length;
    bool done = gnuplot_finish(gnuplot_start(&world->bench.place, figure, 1));
    diagnostics_print(&world->bench.diagnostics, stderr);
    assert_true(done);
    const char *svg =
        contents(&world->bench, arena_printf(world->arena, "%s.svg", figure->name), &length);
    assert_string_equal(svg + length - 7, "</svg>\n");
    return svg;
}

static inline void assert_says(const char *svg, const char *text)
{
    if (!strstr(svg, text)) {
        print_error("»%s« is not in the figure\n", text);
        fail();
    }
}

/* How many labels say exactly this. */
static inline unsigned labels(struct world *world, const char *svg, const char *text)
{
    const char *whole = arena_printf(world->arena, ">%s</text>", text);
    unsigned count = 0;
    for (const char *at = svg; (at = strstr(at, whole)); at++)
        count++;
    return count;
}

#endif
