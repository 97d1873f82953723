/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A municipality, three areas of a plan and their total, and figures that are told of them one by
 * one, without files and without disclosure control: what findings and texts say of given cells.
 *
 * SERIES_TEST(test) gives a test a `struct series_world` as its state, without indicators, figures,
 * targets and theory. A figure is a share in per cent among 2,000 persons, 40,000 in the
 * municipality, until the test says otherwise.
 */
#ifndef PEJLING_TESTS_SERIES_WORLD_H
#define PEJLING_TESTS_SERIES_WORLD_H

#include "near.h"

#include "pejling/findings/findings.h"
#include "pejling/stats/distribution.h"

#define WORLD_INDICATORS 8
#define WORLD_CELLS 400
#define WORLD_CONTEXT 8
#define WORLD_AREAS 5

enum { BY, MOTALAVEJ, RINGPARKEN, SYDBYEN, SAMLET };

struct series_world {
    struct arena *arena;
    struct area areas[WORLD_AREAS];
    struct indicator indicators[WORLD_INDICATORS];
    struct series_break breaks[WORLD_CONTEXT];
    struct target targets[WORLD_CONTEXT];
    struct theory_step theory[WORLD_CONTEXT];
    struct catalogue catalogue;
    struct released_cell cells[WORLD_CELLS];
    size_t count;
};

static inline struct period world_year(int number)
{
    return (struct period){PERIOD_YEAR, (short)number, 0, 0};
}

/* --- what the plan is about ------------------------------------------------------------------- */
static inline struct indicator *world_indicator(struct series_world *world, const char *code,
                                                enum polarity polarity)
{
    assert_true(world->catalogue.indicator_count < WORLD_INDICATORS);
    struct indicator *indicator = &world->indicators[world->catalogue.indicator_count];
    *indicator = (struct indicator){.index = world->catalogue.indicator_count++,
                                    .code = code,
                                    .name = code,
                                    .short_name = "",
                                    .goal = "",
                                    .focus_area = "Job",
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
                                    .delta = 0.1,
                                    .decimals = 1};
    return indicator;
}

static inline struct target *world_target(struct series_world *world,
                                          const struct indicator *indicator, size_t area, int year,
                                          double value)
{
    assert_true(world->catalogue.target_count < WORLD_CONTEXT);
    struct target *target = &world->targets[world->catalogue.target_count++];
    *target = (struct target){.indicator = indicator,
                              .area = &world->areas[area],
                              .period = world_year(year),
                              .value = value};
    return target;
}

static inline struct theory_step *world_step(struct series_world *world, enum horizon horizon,
                                             const struct indicator *indicator,
                                             enum polarity expected)
{
    assert_true(world->catalogue.theory_count < WORLD_CONTEXT);
    struct theory_step *step = &world->theory[world->catalogue.theory_count++];
    *step = (struct theory_step){.focus_area = "Job",
                                 .activity = "Jobcafé",
                                 .expected_result = "Flere i job",
                                 .horizon = horizon,
                                 .indicator = indicator,
                                 .expected = expected};
    return step;
}

/* A break of an indicator in all areas before a year. */
static inline void world_break(struct series_world *world, const struct indicator *indicator,
                               int year)
{
    assert_true(world->catalogue.break_count < WORLD_CONTEXT);
    world->breaks[world->catalogue.break_count++] =
        (struct series_break){indicator, NULL, year, "ny definition"};
}

/* --- its figures ------------------------------------------------------------------------------ */
static inline struct released_cell *world_cell(struct series_world *world,
                                               const struct indicator *indicator, size_t area,
                                               int year, double value)
{
    assert_true(world->count < WORLD_CELLS);
    struct released_cell *cell = &world->cells[world->count++];
    *cell = (struct released_cell){.indicator = indicator,
                                   .area = &world->areas[area],
                                   .period = world_year(year),
                                   .time = period_time(world_year(year), indicator->reporting),
                                   .release = RELEASE_OPEN,
                                   .value = value,
                                   .denominator = area == BY ? 40000 : 2000,
                                   .spread = -1,
                                   .design_effect = 1};
    return cell;
}

/* Takes a cell's figure away: hidden by disclosure control, or absent from the source. */
static inline void world_take(struct released_cell *cell, enum release release, enum reason reason)
{
    cell->release = release;
    cell->reason = reason;
    cell->value = cell->denominator = 0;
}

/* One figure a year from `first` on; the first of the cells is returned. */
static inline struct released_cell *world_series(struct series_world *world,
                                                 const struct indicator *indicator, size_t area,
                                                 int first, const double *values, size_t count)
{
    struct released_cell *cells = &world->cells[world->count];
    for (size_t i = 0; i < count; i++)
        world_cell(world, indicator, area, first + (int)i, values[i]);
    return cells;
}

/* Ten years from 2014: a straight line from one level to another, and small steps about it. */
static inline struct released_cell *world_line(struct series_world *world,
                                               const struct indicator *indicator, size_t area,
                                               double from, double to)
{
    static const double about[10] = {0.1, -0.1, 0.05, -0.05, 0, 0.1, -0.1, -0.05, 0.05, 0};
    double values[10];
    for (size_t i = 0; i < 10; i++)
        values[i] = from + (to - from) * (double)i / 9 + about[(i + 3 * area) % 10];
    return world_series(world, indicator, area, 2014, values, 10);
}

/* Everything that is found in the cells as they stand; the world may change afterwards. */
static inline const struct findings *world_findings(struct series_world *world)
{
    struct released_cell *cells = arena_alloc(world->arena, WORLD_CELLS, sizeof *cells);
    struct released_table *table = arena_alloc(world->arena, 1, sizeof *table);
    struct findings *findings = arena_alloc(world->arena, 1, sizeof *findings);
    memcpy(cells, world->cells, world->count * sizeof *cells);
    catalogue_index(&world->catalogue, world->arena);
    *table =
        released_table_make(world->arena, &world->catalogue, EDITION_SHARED, cells, world->count);
    *findings = findings_compute(world->arena, table);
    return findings;
}

/* --- making and removing ---------------------------------------------------------------------- */
static inline int world_set_up(void **state)
{
    static const struct {
        const char *code, *name;
        enum area_role role;
    } areas[WORLD_AREAS] = {{"slagelse", "Slagelse Kommune", AREA_MUNICIPALITY},
                            {"motalavej", "Motalavej", AREA_ESTATE},
                            {"ringparken", "Ringparken", AREA_ESTATE},
                            {"sydbyen", "Sydbyen", AREA_ESTATE},
                            {"samlet", "De tre områder samlet", AREA_TOTAL}};
    struct arena *arena = arena_new();
    struct series_world *world = arena_alloc(arena, 1, sizeof *world);
    world->arena = arena;
    distribution_start();
    for (size_t i = 0; i < WORLD_AREAS; i++)
        world->areas[i] = (struct area){.index = i,
                                        .code = areas[i].code,
                                        .name = areas[i].name,
                                        .note = "",
                                        .aliases = "",
                                        .role = areas[i].role,
                                        .part_of = i ? &world->areas[BY] : NULL,
                                        .from = -HUGE_VAL,
                                        .to = HUGE_VAL};
    world->catalogue = (struct catalogue){.plan = {.title = "Prøveplan",
                                                   .edition = "2025",
                                                   .previous_edition = "",
                                                   .baseline_year = 2021,
                                                   .confidence = 0.95},
                                          .indicators = world->indicators,
                                          .areas = world->areas,
                                          .area_count = WORLD_AREAS,
                                          .breaks = world->breaks,
                                          .targets = world->targets,
                                          .theory = world->theory};
    *state = world;
    return 0;
}

static inline int world_tear_down(void **state)
{
    struct series_world *world = *state;
    arena_free(world->arena);
    return 0;
}

#define SERIES_TEST(test) cmocka_unit_test_setup_teardown(test, world_set_up, world_tear_down)

#endif
