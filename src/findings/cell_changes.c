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

/* Whether an area is `whole` itself or lies in it, where areas add up to it. */
static bool is_within(const struct area *area, const struct area *whole)
{
    if (area == whole)
        return true;
    if (whole->role == AREA_ESTATE)
        return area->part_of == whole;
    if (whole->role != AREA_TOTAL)
        return false;
    return (area->role == AREA_ESTATE && area->part_of == whole->part_of) ||
           (area->role == AREA_SECTION && area->part_of &&
            area->part_of->part_of == whole->part_of);
}

static bool is_part_of(const struct released_cell *part, const struct released_cell *whole)
{
    bool group = group_compare(part->group, whole->group) == 0;
    if (part->indicator != whole->indicator || period_compare(part->period, whole->period) != 0 ||
        (part->area == whole->area && group))
        return false;
    return (group || !whole->group) && is_within(part->area, whole->area);
}

static bool is_revised_part(const struct cell_change *part, const struct cell_change *whole)
{
    return part->kind == CHANGE_REVISED && is_part_of(part->cell, whole->cell);
}

/* Those of one indicator, `count` of them. */
static void mark_what_follows(struct cell_change *items, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; items[i].kind == CHANGE_REVISED && !items[i].follows && j < count; j++)
            items[i].follows = is_revised_part(&items[j], &items[i]);
}

static void mark_all(struct cell_change *items, size_t count)
{
    for (size_t start = 0, end; start < count; start = end) {
        for (end = start; end < count; end++)
            if (items[end].cell->indicator != items[start].cell->indicator)
                break;
        mark_what_follows(items + start, end - start);
    }
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
        const struct released_cell *place = after ? after : before;
        enum change_kind kind = kind_of(before, after, alike);
        if (kind != CHANGE_KINDS && place->area->role != AREA_REST)
            items[count++] = (struct cell_change){kind, place, before, after, false};
    }
    mark_all(items, count);
    return (struct cell_changes){items, count};
}
