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
        if (area->role == AREA_ESTATE && area_municipality(area) == municipality &&
            released_series(table, indicator, area).count > 0)
            items[areas.count++] = area;
    }
    return areas;
}

static bool is_open(const struct released_table *table, const struct indicator *indicator,
                    const struct area *area, struct period period)
{
    return released_is_open(released_cell(table, indicator, area, period));
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

/* Whether two or more of them are open in a period. */
static bool can_compare(const struct released_table *table, struct compared_areas areas,
                        const struct indicator *indicator, struct period period)
{
    size_t open = 0;
    for (size_t i = 0; i < areas.count && open < 2; i++)
        open += is_open(table, indicator, areas.items[i], period);
    return open > 1;
}

bool compared_areas_latest(const struct released_table *table, struct compared_areas areas,
                           const struct indicator *indicator, struct period *period)
{
    double latest = -HUGE_VAL;
    for (size_t i = 0; i < areas.count; i++) {
        struct released_series series = released_series(table, indicator, areas.items[i]);
        for (size_t j = series.count; j-- > 0;) {
            const struct released_cell *cell = &series.cells[j];
            if (!(cell->time > latest) || !can_compare(table, areas, indicator, cell->period))
                continue;
            latest = cell->time;
            *period = cell->period;
        }
    }
    return isfinite(latest);
}

const char *compared_areas_codes(struct arena *arena, struct compared_areas areas)
{
    const char *codes = "";
    for (size_t i = 0; i < areas.count; i++)
        codes = arena_printf(arena, "%s%s%s", codes, i ? "|" : "", areas.items[i]->code);
    return codes;
}
