/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For tests of the slope figure: the world of trend_world.h with several indicators. */
#ifndef PEJLING_TESTS_SLOPE_WORLD_H
#define PEJLING_TESTS_SLOPE_WORLD_H

#include "pejling/present/slope_figure.h"
#include "trend_world.h"

#define MAX_INDICATORS 20

/* Gives the world `count` indicators of one goal, without cells. */
static inline struct indicator *add_indicators(struct world *world, size_t count)
{
    struct indicator *indicators = arena_alloc(world->arena, MAX_INDICATORS, sizeof *indicators);
    assert_true(count <= MAX_INDICATORS);
    for (size_t i = 0; i < count; i++) {
        indicators[i] = world->indicator;
        indicators[i].index = i;
        indicators[i].code = arena_printf(world->arena, "i%zu", i);
        indicators[i].short_name = arena_printf(world->arena, "Indikator %zu", i);
        indicators[i].goal = "Flere i arbejde";
    }
    world->catalogue.indicators = indicators;
    world->catalogue.indicator_count = count;
    return indicators;
}

static inline struct released_cell *add_to(struct world *world, const struct indicator *indicator,
                                           size_t area, struct period period, double value)
{
    struct released_cell *cell = add(world, &world->areas[area], period, value, 400);
    cell->indicator = indicator;
    cell->time = period_time(period, indicator->reporting);
    return cell;
}

/* `count` areas called A, B, ... in the municipality. */
static inline void add_areas(struct world *world, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *name = arena_printf(world->arena, "Område %c", (char)('A' + i));
        add_area(world, name, name, AREA_ESTATE, &world->areas[0]);
    }
}

static inline const struct slope_goal *goals_of(struct world *world,
                                                const struct figure_canvas *canvas, size_t *count)
{
    return slope_goals(world->arena, canvas->findings, count);
}

#endif
