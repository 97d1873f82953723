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
    if (measure == MEASURE_VALUE || is_public(cell->area) || cell->area->role == AREA_REST)
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

/* The total, or the rest, of a relation with a concealed area would give that area away. */
static void hide_sums(const struct cells *cells, enum reason *hidden)
{
    for (size_t i = 0; i < cells->relation_count; i++) {
        const struct relation *relation = &cells->relations[i];
        const struct cell *rest = NULL;
        bool concealed = false;
        for (size_t j = 0; j < relation->count; j++) {
            if (relation->parts[j]->area->role == AREA_REST)
                rest = relation->parts[j];
            concealed = concealed || is_concealed(relation->parts[j], hidden);
        }
        if (!concealed)
            continue;
        if (rest)
            hidden[rest->index] = REASON_SUPPRESSED;
        if (relation->whole->area->role == AREA_TOTAL)
            hidden[relation->whole->index] = REASON_SUPPRESSED;
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
    if (!out.reason && needs_persons(measure) && !(amounts->denominator > 0))
        out.reason = REASON_NO_DENOMINATOR;
    if (out.reason)
        return out;
    if (hidden) {
        out.release = RELEASE_HIDDEN;
        out.reason = hidden;
        return out;
    }
    out.release = RELEASE_OPEN;
    out.value = cell_value(cell);
    out.has_numerator = measure == MEASURE_SHARE || measure == MEASURE_RATE;
    out.numerator = amounts->numerator;
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
        hide_sums(cells, hidden);
    }
    for (size_t i = 0; i < cells->count; i++)
        out[i] = release(cells->items[i], hidden[i], edition);
    return released_table_make(arena, catalogue, edition, out, cells->count);
}
