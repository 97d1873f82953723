/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/catalogue_part.h"

#include <stdlib.h>
#include <string.h>

static int compare_codes(const void *left, const void *right)
{
    const struct area *const *a = left;
    const struct area *const *b = right;
    if (!*a || !*b)
        return (*a != NULL) - (*b != NULL);
    return strcmp((*a)->code, (*b)->code);
}

struct municipalities catalogue_municipalities(struct arena *arena,
                                               const struct catalogue *catalogue)
{
    const struct area **items = arena_alloc(arena, catalogue->area_count + 1, sizeof *items);
    size_t *of_area = arena_alloc(arena, catalogue->area_count, sizeof *of_area), count = 0;
    bool outside = false;
    for (size_t i = 0; i < catalogue->area_count; i++) {
        const struct area *area = &catalogue->areas[i];
        outside = outside || !area_municipality(area);
        if (area->role == AREA_MUNICIPALITY)
            items[count++] = area;
    }
    if (outside)
        items[count++] = NULL;
    if (count)
        qsort(items, count, sizeof *items, compare_codes);
    for (size_t i = 0; i < catalogue->area_count; i++) {
        const struct area *municipality = area_municipality(&catalogue->areas[i]);
        const struct area **found =
            bsearch(&municipality, items, count, sizeof *items, compare_codes);
        of_area[i] = (size_t)(found - items);
    }
    return (struct municipalities){items, count, of_area};
}

const struct area *catalogue_part_area(const struct catalogue_part *part, const struct area *area)
{
    size_t place = area ? part->places[area->index] : NOT_IN_PART;
    return place == NOT_IN_PART ? NULL : &part->catalogue.areas[place];
}

/* Rows of many municipalities stand together, also those of one that was computed by itself. */
static const char *unique_code(struct arena *arena, const struct area *area)
{
    bool derived = area->role == AREA_REST || (area->role == AREA_TOTAL && !area->at.file);
    bool bare = strcmp(area->code, AREA_REST_CODE) == 0 || strcmp(area->code, AREA_TOTAL_CODE) == 0;
    return derived && bare ? arena_printf(arena, "%s_%s", area->code, area->part_of->code)
                           : area->code;
}

static void take_areas(struct arena *arena, const struct catalogue *whole,
                       const struct municipalities *municipalities, size_t number,
                       struct catalogue_part *part)
{
    size_t *places = arena_alloc(arena, whole->area_count, sizeof *places);
    struct catalogue *catalogue = &part->catalogue;
    catalogue->area_count = 0;
    for (size_t i = 0; i < whole->area_count; i++)
        places[i] = municipalities->of_area[i] == number ? catalogue->area_count++ : NOT_IN_PART;
    catalogue->areas = arena_alloc(arena, catalogue->area_count, sizeof *catalogue->areas);
    part->places = places;
    for (size_t i = 0; i < whole->area_count; i++) {
        if (places[i] == NOT_IN_PART)
            continue;
        struct area *area = &catalogue->areas[places[i]];
        *area = whole->areas[i];
        area->code = unique_code(arena, area);
        area->index = places[i];
        area->part_of = catalogue_part_area(part, area->part_of);
    }
}

static void take_breaks(struct arena *arena, const struct catalogue *whole,
                        struct catalogue_part *part)
{
    struct catalogue *catalogue = &part->catalogue;
    catalogue->breaks = arena_alloc(arena, whole->break_count, sizeof *catalogue->breaks);
    catalogue->break_count = 0;
    for (size_t i = 0; i < whole->break_count; i++) {
        struct series_break cut = whole->breaks[i];
        const struct area *area = catalogue_part_area(part, cut.area);
        if (cut.area && !area)
            continue;
        cut.area = area;
        catalogue->breaks[catalogue->break_count++] = cut;
    }
}

static void take_targets(struct arena *arena, const struct catalogue *whole,
                         struct catalogue_part *part)
{
    struct catalogue *catalogue = &part->catalogue;
    catalogue->targets = arena_alloc(arena, whole->target_count, sizeof *catalogue->targets);
    catalogue->target_count = 0;
    for (size_t i = 0; i < whole->target_count; i++) {
        struct target target = whole->targets[i];
        target.area = catalogue_part_area(part, target.area);
        if (target.area)
            catalogue->targets[catalogue->target_count++] = target;
    }
}

struct catalogue_part catalogue_part(struct arena *arena, const struct catalogue *whole,
                                     const struct municipalities *municipalities, size_t number)
{
    struct catalogue_part part = {.catalogue = *whole};
    part.catalogue.indicators_by_code = NULL;
    part.catalogue.aliases = NULL;
    part.catalogue.alias_count = 0;
    take_areas(arena, whole, municipalities, number, &part);
    take_breaks(arena, whole, &part);
    take_targets(arena, whole, &part);
    part.catalogue.plan.municipality = catalogue_part_area(&part, municipalities->items[number]);
    return part;
}
