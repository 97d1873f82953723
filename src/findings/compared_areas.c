/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/compared_areas.h"

#include <math.h>

struct compared_areas compared_areas_all(struct arena *arena, const struct released_table *table,
                                         const struct indicator *indicator,
                                         const struct area *municipality)
{
    const struct catalogue *catalogue = table->catalogue;
    const struct area **items = arena_alloc(arena, catalogue->area_count + 1, sizeof *items);
    struct compared_areas areas = {items, 0};
    for (size_t i = 0; i < catalogue->area_count; i++) {
        const struct area *area = &catalogue->areas[i];
        if (area->role == AREA_ESTATE && area->part_of == municipality &&
            released_series(table, indicator, area).count > 0)
            items[areas.count++] = area;
    }
    return areas;
}

static bool is_open(const struct released_table *table, const struct indicator *indicator,
                    const struct area *area, struct period period)
{
    const struct released_cell *cell = released_cell(table, indicator, area, period);
    return cell && cell->release == RELEASE_OPEN;
}

struct compared_areas compared_areas_open(struct arena *arena, const struct released_table *table,
                                          struct compared_areas areas,
                                          const struct indicator *indicator, struct period period)
{
    const struct area **items = arena_alloc(arena, areas.count + 1, sizeof *items);
    struct compared_areas open = {items, 0};
    for (size_t i = 0; i < areas.count; i++)
        if (is_open(table, indicator, areas.items[i], period))
            items[open.count++] = areas.items[i];
    return open;
}

bool compared_areas_latest(const struct released_table *table, struct compared_areas areas,
                           const struct indicator *indicator, struct period *period)
{
    size_t most = 1;
    double latest = -HUGE_VAL;
    for (size_t i = 0; i < areas.count; i++) {
        struct released_series series = released_series(table, indicator, areas.items[i]);
        for (size_t j = 0; j < series.count; j++) {
            const struct released_cell *cell = &series.cells[j];
            size_t open = 0;
            for (size_t k = 0; k < areas.count && isfinite(cell->time); k++)
                open += is_open(table, indicator, areas.items[k], cell->period);
            if (open < most || open < 2 || (open == most && cell->time <= latest))
                continue;
            most = open;
            latest = cell->time;
            *period = cell->period;
        }
    }
    return most > 1;
}

const char *compared_areas_codes(struct arena *arena, struct compared_areas areas)
{
    const char *codes = "";
    for (size_t i = 0; i < areas.count; i++)
        codes = arena_printf(arena, "%s%s%s", codes, i ? "|" : "", areas.items[i]->code);
    return codes;
}
