/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For tests of figures over time: a catalogue of one indicator, released cells for it, the figure
 * drawn of them, and what its SVG says. WORLD_TEST(test) gives a test a `struct world` as its
 * state: a municipality, and no cells.
 */
#ifndef PEJLING_TESTS_TREND_WORLD_H
#define PEJLING_TESTS_TREND_WORLD_H

#include "label_boxes.h"

#include <math.h>

#include "pejling/findings/findings.h"
#include "pejling/present/trend_figure.h"
#include "pejling/present/trend_layout.h"

#define NBSP "\xC2\xA0"
#define BLUE "rgb( 38,  56, 166)" /* the first area, as gnuplot writes it in an SVG */
#define GREY "rgb( 74,  80,  89)" /* the municipality */
#define MAX_CELLS 600
#define YEARS 11

/* A catalogue of one indicator, and the figures that are told of it. */
struct world {
    struct bench bench;
    struct arena *arena; /* of the bench */
    enum edition edition;
    struct area areas[12];
    struct indicator indicator;
    struct series_break breaks[YEARS];
    struct target targets[12];
    struct catalogue catalogue;
    struct released_cell cells[MAX_CELLS];
    size_t count;
};

static inline struct area *add_area(struct world *world, const char *code, const char *name,
                                    enum area_role role, const struct area *of)
{
    struct area *area = &world->areas[world->catalogue.area_count];
    *area = (struct area){.index = world->catalogue.area_count++,
                          .code = code,
                          .name = name,
                          .note = "",
                          .aliases = "",
                          .role = role,
                          .part_of = of,
                          .from = -HUGE_VAL,
                          .to = HUGE_VAL};
    return area;
}

static inline struct period year(int number)
{
    return (struct period){PERIOD_YEAR, (short)number, 0, 0};
}

static inline struct period date(int number, int month, int day)
{
    return (struct period){PERIOD_DATE, (short)number, (signed char)month, (signed char)day};
}

static inline struct released_cell *add(struct world *world, const struct area *area,
                                        struct period period, double value, double denominator)
{
    assert_true(world->count < MAX_CELLS);
    struct released_cell *cell = &world->cells[world->count++];
    *cell = (struct released_cell){.indicator = &world->indicator,
                                   .area = area,
                                   .period = period,
                                   .time = period_time(period, world->indicator.reporting),
                                   .release = RELEASE_OPEN,
                                   .value = value,
                                   .denominator = denominator,
                                   .spread = -1,
                                   .design_effect = 1};
    return cell;
}

static inline void hide(struct released_cell *cell)
{
    cell->release = RELEASE_HIDDEN;
    cell->reason = REASON_SUPPRESSED;
    cell->value = cell->denominator = 0;
}

/* Three areas and the municipality from 2014 on. */
static inline void add_three_areas(struct world *world)
{
    static const double values[3][YEARS] = {
        {30.1, 31.9, 29.0, 30.9, 28.5, 29.6, 27.6, 25.0, 23.8, 24.7, 23.1},
        {27.4, 28.1, 29.0, 28.4, 27.9, 28.9, 27.6, 25.2, 23.5, 21.9, 20.7},
        {23.9, 26.4, 25.0, 27.9, 26.2, 24.6, 27.2, 26.3, 25.8, 27.2, 26.3}};
    static const double municipality[YEARS] = {12.9, 12.7, 12.4, 12.6, 12.1, 11.9,
                                               12.5, 11.6, 11.2, 11.0, 10.8};
    static const char *const names[] = {"Motalavej", "Ringparken", "Sydbyen"};
    for (size_t i = 0; i < 3; i++)
        add_area(world, names[i], names[i], AREA_ESTATE, &world->areas[0]);
    for (int k = 0; k < YEARS; k++) {
        for (size_t i = 0; i < 3; i++)
            add(world, &world->areas[i + 1], year(2014 + k), values[i][k], 400);
        add(world, &world->areas[0], year(2014 + k), municipality[k], 15000);
    }
}

/* A twin area between the others and the municipality, and the country below them all. */
static inline void add_twin_and_country(struct world *world)
{
    const struct area *twin = add_area(world, "mosen", "Mosen", AREA_TWIN, NULL);
    const struct area *country = add_area(world, "landet", "Hele landet", AREA_COUNTRY, NULL);
    for (int k = 0; k < YEARS; k++) {
        add(world, twin, year(2014 + k), 18 + 0.1 * k, 500);
        add(world, country, year(2014 + k), 5 - 0.1 * k, 4000000);
    }
}

static inline struct released_cell *cell_of(struct world *world, size_t area, int number)
{
    for (size_t i = 0; i < world->count; i++)
        if (world->cells[i].area == &world->areas[area] && world->cells[i].period.year == number)
            return &world->cells[i];
    fail();
    return NULL;
}

static inline int world_set_up(void **state)
{
    struct arena *arena = arena_new();
    struct world *world = arena_alloc(arena, 1, sizeof *world);
    bench_open(&world->bench, arena);
    world->arena = arena;
    world->indicator = (struct indicator){.code = "neet",
                                          .name = "15–29-årige uden uddannelse og job",
                                          .short_name = "",
                                          .goal = "",
                                          .focus_area = "",
                                          .unit = "pct.",
                                          .target_group = "",
                                          .source = "Kilden",
                                          .note = "",
                                          .measure = MEASURE_SHARE,
                                          .factor = 100,
                                          .polarity = POLARITY_DOWN,
                                          .reporting = {PERIOD_YEAR, 0, 0},
                                          .has_trend = true,
                                          .minimum_count = 5,
                                          .decimals = 1};
    world->catalogue = (struct catalogue){.plan = {.title = "",
                                                   .edition = "2025",
                                                   .previous_edition = "",
                                                   .start = date(2021, 10, 1),
                                                   .end = date(2025, 9, 30),
                                                   .baseline_year = 2019,
                                                   .illustrative = true,
                                                   .confidence = 0.95},
                                          .indicators = &world->indicator,
                                          .indicator_count = 1,
                                          .areas = world->areas,
                                          .breaks = world->breaks,
                                          .targets = world->targets};
    add_area(world, "by", "Slagelse Kommune", AREA_MUNICIPALITY, NULL);
    *state = world;
    return 0;
}

/* Whole figures only. */
static inline void remove_figures(struct world *world)
{
    DIR *folder = opendir(file_of(&world->bench, ""));
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        const char *ending = strrchr(entry->d_name, '.');
        if (strcmp(ending ? ending : "", ".svg") == 0 || strcmp(ending ? ending : "", ".png") == 0)
            unlink(file_of(&world->bench, entry->d_name));
    }
    if (folder)
        closedir(folder);
}

static inline int world_tear_down(void **state)
{
    struct world *world = *state;
    remove_figures(world);
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
    *table = released_table_make(world->arena, &world->catalogue, world->edition, world->cells,
                                 world->count);
    return findings_compute(world->arena, table);
}

/* A canvas for what is found in the cells as they stand. */
static inline struct figure_canvas canvas_of(struct world *world, enum figure_form form)
{
    struct findings *findings = arena_alloc(world->arena, 1, sizeof *findings);
    *findings = findings_of(world);
    return figure_canvas(form, &world->bench.place, findings);
}

/* Draws any figure, its labels apart, and returns the SVG. */
static inline const char *drawn_figure(struct world *world, const struct gnuplot_figure *figure)
{
    assert_labels_apart(world->arena, figure, figure->only_svg ? 16 : 15);
    bool done = gnuplot_finish(gnuplot_start(&world->bench.place, figure, 1));
    diagnostics_print(&world->bench.diagnostics, stderr);
    assert_true(done);
    return drawn_svg(&world->bench, arena_printf(world->arena, "%s.svg", figure->name));
}

static inline bool draw(struct world *world)
{
    const struct figure_canvas canvas = canvas_of(world, FIGURE_REPORT);
    const struct gnuplot_figure figure = trend_figure_draw(&canvas, &world->indicator);
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
    const char *png = contents(&world->bench, "tendens_neet.png", &length);
    assert_memory_equal(png + length - 8, "IEND\xAE\x42\x60\x82", 8);
    const char *svg = contents(&world->bench, "tendens_neet.svg", &length);
    assert_string_equal(svg + length - 7, "</svg>\n");
    return svg;
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

static inline void assert_says(const char *svg, const char *text)
{
    if (!strstr(svg, text)) {
        print_error("»%s« is not in the figure\n", text);
        fail();
    }
}

/* How many pieces the lines of a colour and a width are in. */
static inline unsigned pieces(const char *svg, const char *colour, const char *width)
{
    unsigned count = 0;
    for (const char *at = svg; (at = strstr(at, "<path stroke='")); at++) {
        const char *end = strstr(at, "/>");
        const char *group = at;
        while (group > svg && strncmp(group, "<g ", 3) != 0)
            group--;
        const char *wide = strstr(group, width);
        if (strncmp(at + 14, colour, strlen(colour)) != 0 || !wide || wide > at)
            continue;
        for (; at < end; at++)
            count += *at == 'M';
    }
    return count;
}

static inline unsigned area_pieces(const char *svg)
{
    return pieces(svg, BLUE, "stroke-width=\"4.50\"");
}

/* How many polygons of a colour there are: pieces of bands. */
static inline unsigned bands(struct world *world, const char *svg, const char *colour)
{
    const char *head = arena_printf(world->arena, "<polygon fill = '%s' fill-opacity", colour);
    unsigned count = 0;
    for (const char *at = svg; (at = strstr(at, head)); at++)
        count++;
    return count;
}

/* The layout of a series from y = 100 on. */
static inline struct trend_layout layout_of(struct world *world, const struct trend_series *series)
{
    (void)world;
    return trend_layout_make(series, 100);
}

#endif
