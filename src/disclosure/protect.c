/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/disclosure/protect.h"

#include "pejling/base/number.h"
#include "pejling/disclosure/pooled.h"
#include "pejling/disclosure/safety.h"
#include "pejling/disclosure/secondary.h"

static const struct earlier_editions no_earlier = {NULL, 0, NULL};

struct protector {
    struct diagnostics *diagnostics;
    const struct catalogue *catalogue;
    struct released_cell *out; /* by cell */
    struct pool_list pools;
    bool failed;
};

/*
 * A shared edition shows a level with its decimals, a spread with one more, and of anything else
 * not more than its files do.
 */
static void round_figures(struct released_cell *out)
{
    const struct indicator *indicator = out->indicator;
    bool given = indicator->measure == MEASURE_VALUE;
    out->value = number_round(out->value, given ? SHARED_DECIMALS : indicator->decimals);
    if (out->spread > 0)
        out->spread = number_round(out->spread, indicator->decimals + 1);
    out->numerator = number_round(out->numerator, SHARED_DECIMALS);
    out->design_effect = number_round(out->design_effect, SHARED_DECIMALS);
    out->population = number_round(out->population, SHARED_DECIMALS);
    out->response_rate = number_round(out->response_rate, SHARED_DECIMALS);
    if (out->area->role == AREA_REST) {
        out->has_numerator = false;
        out->numerator = 0;
    }
}

/* The cell as an edition shows it, if it shows it. */
static struct released_cell release(const struct cell *cell, enum edition edition)
{
    struct released_cell out = {.indicator = cell->indicator,
                                .area = cell->area,
                                .period = cell->period,
                                .group = cell->group,
                                .time = cell->time,
                                .at = cell->at,
                                .release = RELEASE_ABSENT,
                                .reason = cell->reason};
    enum measure measure = cell->indicator->measure;
    const struct amounts *amounts = &cell->amounts;
    if (!out.reason && measure != MEASURE_VALUE && !(amounts->denominator > 0))
        out.reason = REASON_NO_DENOMINATOR;
    if (out.reason)
        return out;
    out.release = RELEASE_OPEN;
    out.status = cell->status;
    out.value = cell_value(cell);
    out.has_numerator = measure_has_counts(measure);
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

/* Nothing of a hidden cell is left but its place. */
static void hide(struct released_cell *cell, enum reason reason)
{
    *cell = (struct released_cell){.indicator = cell->indicator,
                                   .area = cell->area,
                                   .period = cell->period,
                                   .group = cell->group,
                                   .time = cell->time,
                                   .at = cell->at,
                                   .release = RELEASE_HIDDEN,
                                   .reason = reason};
}

/* Where a message about a cell points to: its line, or the indicator's for a sum. */
static struct location place_of(const struct cell *cell)
{
    return cell->at.line ? cell->at : cell->indicator->at;
}

/* The cell that a quantity, or a sum it is left over from, stands at; else any that it hangs with. */
static const struct cell *cell_near(const struct equations *equations, size_t quantity)
{
    const struct cell *any = equations->quantities[quantity].cell;
    for (size_t i = 0; i < equations->equation_count; i++)
        for (size_t j = 1; j < equations->items[i].count; j++)
            if (!any && equations->items[i].terms[j].quantity == quantity)
                any = equations->quantities[equations->items[i].terms[0].quantity].cell;
    /* A sum of earlier editions may stand at no cell; it is conceded, but where a search gave up. */
    for (size_t i = 0; i < equations->count && !any; i++) /* GCOVR_EXCL_BR_LINE: as it says */
        any = equations->quantities[i].cell;
    return any;
}

static void report_unsafe(struct protector *protector, const struct equations *equations,
                          size_t quantity)
{
    char period[PERIOD_TEXT];
    const struct cell *cell = cell_near(equations, quantity);
    protector->failed = true;
    if (cell) /* GCOVR_EXCL_BR_LINE: else nothing is ours, and it was conceded */
        diagnostics_report(
            protector->diagnostics, PROBLEM_DISCLOSURE, place_of(cell),
            "»%s« i »%s« for %s%s%s kan regnes ud, hvad der end skjules · slet perioden eller "
            "undergruppen, læg områder eller afdelinger sammen, eller lav en intern udgave, som "
            "ikke må deles (--edition intern)",
            "»%s« in »%s« for %s%s%s can be worked out whatever is hidden · delete the period or "
            "the subgroup, put areas or sections together, or make an internal edition, not to be "
            "shared (--edition intern)",
            cell->indicator->code, cell->area->code, period_text(period, cell->period),
            cell->group ? ", " : "", cell->group ? cell->group : "");
}

static void protect_part(struct protector *protector, struct arena *scratch,
                         struct equations *equations)
{
    size_t unsafe = secondary_protect(scratch, equations);
    if (unsafe < equations->count)
        report_unsafe(protector, equations, unsafe);
    for (size_t i = 0; i < equations->count; i++) {
        const struct quantity *quantity = &equations->quantities[i];
        if (quantity->cell && quantity->hidden &&
            protector->out[quantity->cell->index].release == RELEASE_OPEN)
            hide(&protector->out[quantity->cell->index], REASON_SUPPRESSED);
    }
}

/* Whether a sum does not add up: limits that rest on it would tell by how much. */
static bool has_inexact(const struct equations *equations)
{
    for (size_t i = 0; i < equations->equation_count; i++)
        if (equations->items[i].inexact)
            return true;
    return false;
}

/* What everybody can work out of the hidden figures, told in the display unit. */
static void tell_limits(struct protector *protector, struct arena *scratch,
                        struct equations *equations)
{
    struct span *spans = arena_alloc(scratch, equations->count, sizeof *spans);
    if (equations->continuous || has_inexact(equations))
        return;
    feasible_spans(feasible_search_make(scratch, equations), spans);
    for (size_t i = 0; i < equations->count; i++) {
        const struct quantity *quantity = &equations->quantities[i];
        const struct plan *plan = &protector->catalogue->plan;
        if (!quantity->cell || !quantity->hidden || primary_is_withheld(quantity->cell) ||
            !(spans[i].low < spans[i].high) || spans[i].high > NO_LIMIT / 2 ||
            quantity->persons < plan->minimum_denominator)
            continue;
        struct released_cell *cell = &protector->out[quantity->cell->index];
        double low = spans[i].low / equations->unit, high = spans[i].high / equations->unit;
        cell->has_limits = true;
        cell->denominator = quantity->persons;
        cell->lowest = released_limit(cell->indicator, low, quantity->persons);
        cell->highest = released_limit(cell->indicator, high, quantity->persons);
    }
}

static void offer_pools(struct protector *protector, struct arena *scratch,
                        struct exposure *exposure)
{
    struct pool_list candidates = pooled_candidates(scratch, exposure, protector->catalogue);
    if (candidates.count == 0)
        return;
    exposure->pools = candidates.items;
    exposure->pool_count = candidates.count;
    struct equations_list parts = equations_build(scratch, exposure);
    for (size_t i = 0; i < parts.count; i++)
        pooled_accept(protector->diagnostics->arena, &parts.items[i], &protector->pools);
}

static void tell_all_limits(struct protector *protector, struct arena *scratch,
                            const struct exposure *exposure, size_t pools_before)
{
    struct exposure alone = exposure_of_limits(exposure);
    alone.pool_count = protector->pools.count - pools_before;
    if (alone.pool_count)
        alone.pools = protector->pools.items + pools_before;
    struct equations_list parts = equations_build(scratch, &alone);
    for (size_t i = 0; i < parts.count; i++)
        tell_limits(protector, scratch, &parts.items[i]);
}

/* What the public figures give away by themselves cannot be protected. */
static void check_possible(struct protector *protector, struct arena *scratch,
                           const struct exposure *exposure)
{
    struct exposure alone = *exposure;
    alone.earlier = &no_earlier;
    struct equations_list parts = equations_build(scratch, &alone);
    for (size_t i = 0; i < parts.count; i++) {
        size_t unsafe;
        safety_prepare(scratch, &parts.items[i]);
        if (!parts.items[i].continuous && !safety_can_hold(&parts.items[i], &unsafe))
            report_unsafe(protector, &parts.items[i], unsafe);
    }
}

static void protect_indicator(struct protector *protector, struct exposure *exposure)
{
    struct arena *scratch = arena_new();
    struct released_cell *out = protector->out + exposure->cells[0]->index;
    for (size_t i = 0; i < exposure->count; i++)
        if (exposure_hides(exposure, exposure->cells[i]))
            hide(&out[i],
                 primary_is_withheld(exposure->cells[i]) ? REASON_WITHHELD : REASON_SUPPRESSED);
    exposure->shown = out;
    check_possible(protector, scratch, exposure);
    struct equations_list parts = equations_build(scratch, exposure);
    for (size_t i = 0; i < parts.count; i++)
        protect_part(protector, scratch, &parts.items[i]);
    size_t pools = protector->pools.count;
    if (!protector->failed)
        offer_pools(protector, scratch, exposure);
    tell_all_limits(protector, scratch, exposure, pools);
    arena_free(scratch);
}

bool protect(struct diagnostics *diagnostics, const struct catalogue *catalogue,
             const struct cells *cells, const struct earlier_editions *earlier,
             enum edition edition, struct released_table *table)
{
    struct arena *arena = diagnostics->arena;
    struct protector protector = {.diagnostics = diagnostics,
                                  .catalogue = catalogue,
                                  .out =
                                      arena_room(arena, cells->count + 1, sizeof *protector.out)};
    for (size_t i = 0; i < cells->count; i++)
        protector.out[i] = release(cells->items[i], edition);
    struct exposure exposure = {.plan = &catalogue->plan, .earlier = earlier};
    while (edition == EDITION_SHARED && exposure_next(&exposure, cells))
        protect_indicator(&protector, &exposure);
    *table = released_table_make(arena, catalogue, edition, protector.out, cells->count);
    released_table_pool(table, protector.pools.items, protector.pools.count);
    return !protector.failed;
}
