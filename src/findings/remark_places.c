/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/remark_places.h"

#include <string.h>

void remark_places_add(struct remark_places *places, struct arena *arena, const char *what,
                       const struct area *area)
{
    for (size_t i = 0; i < places->count; i++) {
        struct remark_place *place = &places->items[i];
        if (strcmp(place->what, what) != 0)
            continue;
        place->areas = arena_printf(arena, "%s, »%s«", place->areas, area->code);
        place->area_count++;
        return;
    }
    places->items =
        arena_grow(arena, places->items, places->count, &places->capacity, sizeof *places->items);
    places->items[places->count++] =
        (struct remark_place){what, arena_printf(arena, "»%s«", area->code), 1};
}

const char *remark_place_text(struct arena *arena, enum language language,
                              const struct remark_place *place, size_t all)
{
    if (place->area_count > 1 && place->area_count == all)
        return say(language, "i alle områder", "in all areas");
    return arena_printf(arena, say(language, "i %s", "in %s"), place->areas);
}

static bool has_figure(const struct released_table *table, const struct indicator *indicator,
                       const struct area *area)
{
    struct released_series series = released_series(table, indicator, area);
    for (size_t i = 0; i < series.count; i++)
        if (series.cells[i].release != RELEASE_ABSENT)
            return true;
    return false;
}

bool remark_place_is_derived(const struct released_table *table, const struct indicator *indicator,
                             const struct area *area)
{
    if (area->role != AREA_TOTAL)
        return area->role == AREA_REST;
    for (size_t i = 0; i < table->catalogue->area_count; i++) {
        const struct area *part = &table->catalogue->areas[i];
        if (part->role == AREA_ESTATE && part->part_of == area->part_of &&
            has_figure(table, indicator, part))
            return true;
    }
    return false;
}

struct location remark_place_at(const struct released_cell *cell)
{
    return cell->at.line ? cell->at : cell->indicator->at;
}
