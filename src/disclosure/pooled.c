/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/disclosure/pooled.h"

#include <math.h>

#include "pejling/base/number.h"
#include "pejling/disclosure/safety.h"

static bool is_pooled_by_year(const struct indicator *indicator)
{
    bool yearly =
        indicator->reporting.kind == PERIOD_YEAR || indicator->reporting.kind == PERIOD_SCHOOL_YEAR;
    return measure_has_counts(indicator->measure) && yearly;
}

/* The last year of the window that a year is in. */
static int window_end(const struct plan *plan, int year)
{
    int after = (year - plan->baseline_year) % POOLED_YEARS;
    if (after == 0)
        return year;
    return year + (after > 0 ? POOLED_YEARS - after : -after);
}

/* Whether `first` and the cells behind it are a whole window without a break in it. */
static bool is_window(const struct exposure *exposure, const struct catalogue *catalogue,
                      size_t first)
{
    const struct cell *cell = exposure->cells[first];
    int end = window_end(exposure->plan, cell->period.year);
    if (cell->period.year != end - POOLED_YEARS + 1 || first + POOLED_YEARS > exposure->count)
        return false;
    const struct cell *last = exposure->cells[first + POOLED_YEARS - 1];
    for (size_t i = 0; i < POOLED_YEARS; i++) {
        const struct cell *each = exposure->cells[first + i];
        if (each->area != cell->area || each->group || each->reason ||
            !(each->amounts.denominator > 0) || each->period.year != cell->period.year + (int)i)
            return false;
    }
    return catalogue_last_break(catalogue, cell->indicator, cell->area, cell->time) ==
           catalogue_last_break(catalogue, cell->indicator, cell->area, last->time);
}

static bool has_hidden(const struct exposure *exposure, size_t first)
{
    for (size_t i = 0; i < POOLED_YEARS; i++)
        if (exposure->shown[first + i].release == RELEASE_HIDDEN)
            return true;
    return false;
}

static struct released_pool pool_at(const struct exposure *exposure, size_t first)
{
    const struct cell *cell = exposure->cells[first];
    const struct indicator *indicator = cell->indicator;
    struct released_pool pool = {.indicator = indicator,
                                 .area = cell->area,
                                 .from = cell->period,
                                 .to = exposure->cells[first + POOLED_YEARS - 1]->period};
    for (size_t i = 0; i < POOLED_YEARS; i++) {
        pool.numerator += exposure->cells[first + i]->amounts.numerator;
        pool.denominator += exposure->cells[first + i]->amounts.denominator;
    }
    pool.numerator = number_round(pool.numerator, COUNT_DECIMALS);
    pool.value =
        number_round(indicator->factor * pool.numerator / pool.denominator, indicator->decimals);
    return pool;
}

static void append(struct arena *arena, struct pool_list *list, struct released_pool pool)
{
    list->items = arena_grow(arena, list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = pool;
}

struct pool_list pooled_candidates(struct arena *arena, const struct exposure *exposure,
                                   const struct catalogue *catalogue)
{
    struct pool_list list = {0};
    if (!is_pooled_by_year(exposure->cells[0]->indicator))
        return list;
    for (size_t i = 0; i < exposure->count; i++) {
        const struct area *area = exposure->cells[i]->area;
        bool is_area = area->role == AREA_ESTATE || area->role == AREA_TOTAL;
        if (!is_area || exposure->cells[i]->group || !is_window(exposure, catalogue, i) ||
            !has_hidden(exposure, i))
            continue;
        struct released_pool pool = pool_at(exposure, i);
        const struct counted figure = {
            .indicator = pool.indicator, .count = pool.numerator, .persons = pool.denominator};
        if (!primary_is_small(&figure, exposure->plan))
            append(arena, &list, pool);
    }
    return list;
}

/*
 * As somebody sees the equations who has found out which figures are hidden for their own sake:
 * where all but one of those hidden beside each other are known to be large, it is the last.
 */
static struct equations with_small_known(struct arena *arena, const struct equations *equations)
{
    struct equations known = *equations;
    known.quantities = arena_alloc(arena, equations->count, sizeof *known.quantities);
    for (size_t i = 0; i < equations->count; i++) {
        struct quantity *each = &known.quantities[i];
        *each = equations->quantities[i];
        if (!each->cell)
            continue;
        double small = each->cell->indicator->minimum_count * equations->unit - 1;
        if (each->need.small)
            each->concealed.high = fmin(each->concealed.high, small);
        if (each->need.complement)
            each->concealed.low =
                fmax(each->concealed.low, equations->unit * each->persons - small);
    }
    safety_prepare(arena, &known);
    return known;
}

/* Of which quantities the needs are met, once they go no further than what is told already. */
static bool *find_met(struct arena *arena, struct equations *equations, struct safety *safety)
{
    bool *met = arena_alloc(arena, equations->count, sizeof *met);
    for (size_t i = 0; i < equations->count; i++)
        met[i] = safety_settle(safety, equations, i);
    return met;
}

static bool are_still_met(struct safety *safety, const bool *met, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (met[i] && !safety_holds(safety, i))
            return false;
    return true;
}

void pooled_accept(struct arena *arena, struct equations *equations, struct pool_list *pools)
{
    const struct span anything = {-HUGE_VAL, HUGE_VAL};
    struct span *told = arena_alloc(arena, equations->equation_count + 1, sizeof *told);
    safety_prepare(arena, equations);
    for (size_t i = 0; i < equations->equation_count; i++) {
        told[i] = equations->items[i].sum;
        if (equations->items[i].pool)
            equations->items[i].sum = anything;
    }
    struct equations known = with_small_known(arena, equations);
    struct safety *safety = safety_make(arena, equations);
    struct safety *from_insiders = safety_make(arena, &known);
    const bool *met = find_met(arena, &known, from_insiders);
    while (safety_first_unsafe(safety) < equations->count &&
           safety_concede(arena, equations, safety_first_unsafe(safety)))
        ;
    for (size_t i = 0; i < equations->equation_count; i++) {
        struct equation *pool = &equations->items[i];
        if (!pool->pool)
            continue;
        pool->sum = told[i];
        if (safety_first_unsafe(safety) == equations->count &&
            are_still_met(from_insiders, met, known.count))
            append(arena, pools, *pool->pool);
        else
            pool->sum = anything;
    }
}
