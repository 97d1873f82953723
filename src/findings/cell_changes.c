/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/cell_changes.h"

#include "pejling/base/number.h"

/* Values given without counts are not rounded for showing, so they are told in full. */
static int shared_decimals(const struct indicator *indicator)
{
    return indicator->measure == MEASURE_VALUE ? SHARED_DECIMALS : indicator->decimals;
}

static bool differs(double then, double now, int decimals)
{
    double change = number_round(then, decimals) - number_round(now, decimals);
    return change > 1e-9 || change < -1e-9;
}

/* As a shared edition would show both. */
static bool is_revised(const struct released_cell *then, const struct released_cell *now)
{
    return differs(then->value, now->value, shared_decimals(now->indicator)) ||
           differs(then->denominator, now->denominator, SHARED_DECIMALS) ||
           (then->has_numerator && now->has_numerator &&
            differs(then->numerator, now->numerator, SHARED_DECIMALS));
}

/* Two editions of one kind are rounded alike, so that any difference is a revision. */
static bool is_revised_in_full(const struct released_cell *then, const struct released_cell *now)
{
    return is_revised(then, now) || differs(then->value, now->value, SHARED_DECIMALS) ||
           differs(then->spread, now->spread, SHARED_DECIMALS) ||
           differs(then->design_effect, now->design_effect, SHARED_DECIMALS) ||
           differs(then->population, now->population, SHARED_DECIMALS) ||
           differs(then->response_rate, now->response_rate, SHARED_DECIMALS);
}

static enum release release_of(const struct released_cell *cell)
{
    return cell ? cell->release : RELEASE_ABSENT;
}

/* What became of a place; CHANGE_KINDS where nothing did. */
static enum change_kind kind_of(const struct released_cell *then, const struct released_cell *now,
                                bool alike)
{
    enum release before = release_of(then), after = release_of(now);
    if (before == RELEASE_OPEN && after == RELEASE_OPEN) {
        bool revised = alike ? is_revised_in_full(then, now) : is_revised(then, now);
        return revised ? CHANGE_REVISED : CHANGE_KINDS;
    }
    bool hidden = before == RELEASE_HIDDEN || after == RELEASE_HIDDEN;
    if (before == after || (hidden && !alike))
        return CHANGE_KINDS;
    if (before == RELEASE_ABSENT)
        return after == RELEASE_OPEN ? CHANGE_NEW : CHANGE_NEW_HIDDEN;
    if (after == RELEASE_ABSENT)
        return CHANGE_GONE;
    return after == RELEASE_HIDDEN ? CHANGE_HIDDEN : CHANGE_SHOWN;
}

static int compare_places(const struct released_cell *a, const struct released_cell *b)
{
    if (a->indicator != b->indicator)
        return a->indicator->index < b->indicator->index ? -1 : 1;
    if (a->area != b->area)
        return a->area->index < b->area->index ? -1 : 1;
    int order = group_compare(a->group, b->group);
    return order ? order : period_compare(a->period, b->period);
}

static size_t slot(const struct cell_changes *changes, const struct indicator *indicator,
                   const struct area *area)
{
    return indicator->index * changes->catalogue->area_count + area->index;
}

/* The revision in the place of a cell; NULL for none. */
static struct cell_change *find_revision(const struct cell_changes *changes,
                                         struct cell_change *items,
                                         const struct released_cell *place)
{
    size_t at = slot(changes, place->indicator, place->area);
    for (size_t i = changes->starts[at]; i < changes->starts[at + 1]; i++)
        if (items[i].kind == CHANGE_REVISED && compare_places(items[i].cell, place) == 0)
            return &items[i];
    return NULL;
}

/* A revised sum follows from a part of it: the same place in `whole`, for the group or everybody. */
static void mark_whole(const struct cell_changes *changes, struct cell_change *items,
                       const struct cell_change *part, const struct area *whole)
{
    struct released_cell place = *part->cell;
    place.area = whole;
    for (int everybody = 0; everybody < 2; everybody++) {
        place.group = everybody ? NULL : part->cell->group;
        struct cell_change *sum = find_revision(changes, items, &place);
        if (sum && sum != part)
            sum->follows = true;
    }
}

/* A section is a part of its area, and both of the total: where areas add up. */
static void mark_wholes(const struct cell_changes *changes, struct cell_change *items,
                        const struct cell_change *part)
{
    const struct catalogue *catalogue = changes->catalogue;
    const struct area *area = part->cell->area;
    mark_whole(changes, items, part, area);
    if (area->role == AREA_SECTION && area->part_of && area->part_of->role == AREA_ESTATE)
        mark_whole(changes, items, part, area->part_of);
    if (area->role != AREA_SECTION && area->role != AREA_ESTATE)
        return;
    for (size_t i = 0; i < catalogue->area_count; i++)
        if (catalogue->areas[i].role == AREA_TOTAL &&
            catalogue->areas[i].part_of == area_municipality(area))
            mark_whole(changes, items, part, &catalogue->areas[i]);
}

static const size_t *starts_of(struct arena *arena, const struct cell_changes *changes)
{
    size_t slots = changes->catalogue->indicator_count * changes->catalogue->area_count;
    size_t *starts = arena_alloc(arena, slots + 1, sizeof *starts);
    for (size_t i = 0; i < changes->count; i++)
        starts[slot(changes, changes->items[i].cell->indicator, changes->items[i].cell->area) +
               1]++;
    for (size_t i = 0; i < slots; i++)
        starts[i + 1] += starts[i];
    return starts;
}

struct cell_changes cell_changes_of(const struct cell_changes *changes,
                                    const struct indicator *indicator, const struct area *area)
{
    size_t at = slot(changes, indicator, area);
    size_t start = changes->starts[at], end = changes->starts[at + 1];
    return (struct cell_changes){changes->items + start, end - start, changes->catalogue, NULL};
}

struct cell_changes cell_changes_make(struct arena *arena, const struct released_table *then,
                                      const struct released_table *now)
{
    struct cell_change *items = arena_alloc(arena, then->count + now->count + 1, sizeof *items);
    bool alike = then->edition == now->edition;
    size_t count = 0, i = 0, j = 0;
    while (i < then->count || j < now->count) {
        int order = i == then->count  ? 1
                    : j == now->count ? -1
                                      : compare_places(&then->cells[i], &now->cells[j]);
        const struct released_cell *before = order <= 0 ? &then->cells[i++] : NULL;
        const struct released_cell *after = order >= 0 ? &now->cells[j++] : NULL;
        const struct released_cell *place = order >= 0 ? after : before;
        enum change_kind kind = kind_of(before, after, alike);
        if (kind != CHANGE_KINDS && place->area->role != AREA_REST)
            items[count++] = (struct cell_change){kind, place, before, after, false};
    }
    struct cell_changes changes = {items, count, now->catalogue, NULL};
    changes.starts = starts_of(arena, &changes);
    for (i = 0; i < count; i++)
        if (items[i].kind == CHANGE_REVISED)
            mark_wholes(&changes, items, &items[i]);
    return changes;
}
