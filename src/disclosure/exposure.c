/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/disclosure/exposure.h"

#include <assert.h>
#include <math.h>

/* The order of a cell and another place of its indicator. */
static int compare_place(const struct cell *cell, const struct area *area, const char *group,
                         struct period period)
{
    if (cell->area != area)
        return cell->area->index < area->index ? -1 : 1;
    int order = group_compare(cell->group, group);
    return order ? order : period_compare(cell->period, period);
}

size_t exposure_find(const struct exposure *exposure, const struct area *area, const char *group,
                     struct period period)
{
    size_t low = 0, high = exposure->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_place(exposure->cells[middle], area, group, period) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t exposure_years(const struct exposure *exposure, const struct released_pool *pool,
                      size_t *end)
{
    size_t first = exposure_find(exposure, pool->area, NULL, pool->from);
    *end = first;
    while (*end < exposure->count &&
           compare_place(exposure->cells[*end], pool->area, NULL, pool->to) <= 0)
        ++*end;
    return first;
}

const struct cell *exposure_whole(const struct exposure *exposure, const struct cell *cell)
{
    const struct area *municipality = area_municipality(cell->area);
    if (!municipality)
        return NULL;
    size_t at = exposure_find(exposure, municipality, cell->group, cell->period);
    if (at == exposure->count)
        return NULL;
    const struct cell *other = exposure->cells[at];
    bool found = compare_place(other, municipality, cell->group, cell->period) == 0;
    return found && !other->reason ? other : NULL;
}

struct counted exposure_counted(const struct exposure *exposure, const struct cell *cell)
{
    enum measure measure = cell->indicator->measure;
    const struct cell *whole = exposure_whole(exposure, cell);
    struct counted figure = {.indicator = cell->indicator,
                             .count = primary_count(cell),
                             .persons = cell->amounts.denominator,
                             .most = HUGE_VAL,
                             .most_without = HUGE_VAL,
                             .of_few = cell->total && !cell->group &&
                                       exposure_hides(exposure, cell->total)};
    if (!whole || whole == cell || !measure_has_counts(measure))
        return figure;
    double most = whole->amounts.numerator;
    double most_without = whole->amounts.denominator - whole->amounts.numerator;
    bool within = figure.count <= most &&
                  (measure == MEASURE_RATE || figure.persons - figure.count <= most_without);
    if (within) { /* else the two are not counted alike */
        figure.most = most;
        figure.most_without = most_without;
    }
    return figure;
}

bool exposure_shows_zero(const struct exposure *exposure, const struct cell *cell,
                         const struct counted *figure)
{
    size_t first = exposure->cells[0]->index;
    bool may_be_small = exposure->for_limits && cell->total &&
                        exposure->shown[cell->total->index - first].release == RELEASE_HIDDEN;
    return !may_be_small && primary_shows_zero(cell, figure, exposure->plan);
}

bool exposure_hides(const struct exposure *exposure, const struct cell *cell)
{
    if (cell->reason)
        return false;
    const struct counted figure = exposure_counted(exposure, cell);
    return primary_hides(cell, &figure, exposure->plan);
}

bool exposure_next(struct exposure *exposure, const struct cells *cells)
{
    size_t first = 0, relation = 0, end;
    /* What can be worked out by them would not be seen. */
    assert(!cells->unrelated); /* GCOVR_EXCL_BR_LINE: who shares asks for them */
    if (exposure->cells)
        first = (size_t)(exposure->cells - cells->items) + exposure->count;
    if (exposure->relations)
        relation = (size_t)(exposure->relations - cells->relations) + exposure->relation_count;
    if (first == cells->count)
        return false;
    size_t first_relation = relation;
    for (end = first + 1;
         end < cells->count && cells->items[end]->indicator == cells->items[first]->indicator;)
        end++;
    exposure->cells = cells->items + first;
    exposure->count = end - first;
    exposure->relations = cells->relation_count ? cells->relations + relation : NULL;
    while (relation < cells->relation_count && cells->relations[relation].whole->index < end)
        relation++;
    exposure->relation_count = relation - first_relation;
    exposure->shown = NULL;
    exposure->pools = NULL;
    exposure->pool_count = 0;
    return true;
}

struct exposure exposure_of_limits(const struct exposure *exposure)
{
    static const struct earlier_editions none = {NULL, 0, NULL};
    struct exposure alone = *exposure;
    alone.earlier = &none;
    alone.for_limits = true;
    return alone;
}
