/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/disclosure/protect.h"

#include <math.h>

#include "pejling/base/number.h"

/* 1 to the threshold less 1, and zero too where that is sensitive. */
static bool is_small(double count, const struct indicator *indicator)
{
    if (count > 0)
        return count < indicator->minimum_count;
    return indicator->sensitive;
}

/* The persons with the property, as near as the figure tells. */
static double persons_counted(const struct cell *cell)
{
    if (cell->indicator->measure == MEASURE_SURVEY)
        return round(cell->amounts.value / cell->indicator->factor * cell->amounts.denominator);
    return cell->amounts.numerator;
}

static bool is_public(const struct area *area)
{
    return area->role == AREA_MUNICIPALITY || area->role == AREA_COUNTRY;
}

/* Whether a shared edition must hide the cell for its own sake. */
static bool is_unsafe(const struct cell *cell, const struct plan *plan)
{
    enum measure measure = cell->indicator->measure;
    double persons = cell->amounts.denominator;
    if (measure == MEASURE_VALUE || is_public(cell->area))
        return false;
    if (persons < plan->minimum_denominator)
        return true;
    if (measure == MEASURE_MEAN)
        return persons < cell->indicator->minimum_count;
    double counted = persons_counted(cell);
    bool complement = measure != MEASURE_RATE && is_small(persons - counted, cell->indicator);
    return is_small(counted, cell->indicator) || complement;
}

/* Sets the reason a shared edition has for not showing each cell; REASON_NONE for an open one. */
static void hide(const struct cells *cells, const struct plan *plan, enum reason *hidden)
{
    for (size_t i = 0; i < cells->count; i++) {
        const struct cell *cell = cells->items[i];
        if (cell->reason)
            continue;
        if (cell->area->role == AREA_SECTION || cell->group)
            hidden[i] = REASON_WITHHELD;
        else if (is_unsafe(cell, plan))
            hidden[i] = REASON_SUPPRESSED;
    }
}

static bool is_concealed(const struct cell *cell, const enum reason *hidden)
{
    return hidden[cell->index] == REASON_SUPPRESSED || cell->reason == REASON_SUPPRESSED_SOURCE;
}

/* Whether an area is made of the plan's areas in a municipality, or of what they leave of it. */
static bool is_made_of_areas(const struct area *area, const struct area *municipality)
{
    return area->part_of == municipality && (area->role == AREA_TOTAL || area->role == AREA_REST);
}

/* The order of cells, for a cell and the place of another in `area`. */
static int compare_place(const struct cell *cell, const struct area *area, const struct cell *place)
{
    if (cell->indicator != place->indicator)
        return cell->indicator->index < place->indicator->index ? -1 : 1;
    if (cell->area != area)
        return cell->area->index < area->index ? -1 : 1;
    int order = group_compare(cell->group, place->group);
    return order ? order : period_compare(cell->period, place->period);
}

static const struct cell *find_cell(const struct cells *cells, const struct area *area,
                                    const struct cell *place)
{
    size_t low = 0, high = cells->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare_place(cells->items[middle], area, place);
        if (order == 0)
            return cells->items[middle];
        if (order > 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/*
 * The total, and the rest, of a concealed area would give it away: also a total that is given,
 * whatever is known of the other areas.
 */
static void hide_sums(const struct catalogue *catalogue, const struct cells *cells,
                      enum reason *hidden)
{
    for (size_t i = 0; i < cells->count; i++) {
        const struct cell *cell = cells->items[i];
        if (cell->area->role != AREA_ESTATE || !is_concealed(cell, hidden))
            continue;
        for (size_t j = 0; j < catalogue->area_count; j++) {
            const struct area *area = &catalogue->areas[j];
            if (!is_made_of_areas(area, cell->area->part_of))
                continue;
            const struct cell *sum = find_cell(cells, area, cell);
            if (sum && !hidden[sum->index])
                hidden[sum->index] = REASON_SUPPRESSED;
        }
    }
}

static bool needs_persons(enum measure measure)
{
    return measure != MEASURE_VALUE;
}

/* A shared edition shows a level with its decimals; a spread with one more. */
static void round_figures(struct released_cell *out)
{
    const struct indicator *indicator = out->indicator;
    if (indicator->measure == MEASURE_VALUE)
        return;
    out->value = number_round(out->value, indicator->decimals);
    if (out->spread > 0)
        out->spread = number_round(out->spread, indicator->decimals + 1);
    if (out->area->role == AREA_REST) {
        out->has_numerator = false;
        out->numerator = 0;
    }
}

static struct released_cell release(const struct cell *cell, enum reason hidden,
                                    enum edition edition)
{
    struct released_cell out = {.indicator = cell->indicator,
                                .area = cell->area,
                                .period = cell->period,
                                .group = cell->group,
                                .time = cell->time,
                                .release = RELEASE_ABSENT,
                                .reason = cell->reason,
                                .status = cell->status};
    enum measure measure = cell->indicator->measure;
    const struct amounts *amounts = &cell->amounts;
    if (!out.reason && hidden) {
        out.release = RELEASE_HIDDEN;
        out.reason = hidden;
    } else if (!out.reason && needs_persons(measure) && !(amounts->denominator > 0)) {
        out.reason = REASON_NO_DENOMINATOR;
    }
    if (out.reason)
        return out;
    out.release = RELEASE_OPEN;
    out.value = cell_value(cell);
    out.has_numerator = measure == MEASURE_SHARE || measure == MEASURE_RATE;
    out.numerator = out.has_numerator ? amounts->numerator : 0;
    out.denominator = amounts->denominator;
    out.spread = amounts->spread;
    out.design_effect = amounts->design_effect;
    out.population = amounts->population;
    out.response_rate = amounts->response_rate;
    if (edition == EDITION_SHARED)
        round_figures(&out);
    return out;
}

struct released_table protect(struct arena *arena, const struct catalogue *catalogue,
                              const struct cells *cells, enum edition edition)
{
    enum reason *hidden = arena_alloc(arena, cells->count, sizeof *hidden);
    struct released_cell *out = arena_alloc(arena, cells->count, sizeof *out);
    if (edition == EDITION_SHARED) {
        hide(cells, &catalogue->plan, hidden);
        hide_sums(catalogue, cells, hidden);
    }
    for (size_t i = 0; i < cells->count; i++)
        out[i] = release(cells->items[i], hidden[i], edition);
    return released_table_make(arena, catalogue, edition, out, cells->count);
}
