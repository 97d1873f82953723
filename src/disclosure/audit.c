/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/disclosure/audit.h"

#include <math.h>

#include "pejling/disclosure/safety.h"

struct auditor {
    struct diagnostics *diagnostics;
    const struct released_table *table;
    bool failed;
};

static void report(struct auditor *auditor, const struct indicator *indicator)
{
    auditor->failed = true;
    diagnostics_report(auditor->diagnostics, PROBLEM_DISCLOSURE, indicator->at,
                       "»%s«: kontrollen af den færdige fil kan regne skjulte tal ud · udgaven er "
                       "ikke lavet; det er en fejl i programmet",
                       "»%s«: the check of the finished file can work hidden figures out · the "
                       "edition was not made; this is a fault of the program",
                       indicator->code);
}

/* What the file says of a cell; nothing where it has no such row. */
static struct released_cell read_cell(const struct auditor *auditor, const struct cell *cell)
{
    const struct released_cell place = {.indicator = cell->indicator,
                                        .area = cell->area,
                                        .period = cell->period,
                                        .group = cell->group,
                                        .release = RELEASE_ABSENT};
    const struct released_cell *found = released_cell_of_group(auditor->table, &place);
    return found ? *found : place;
}

/* The pools of an indicator. */
static void find_pools(const struct auditor *auditor, struct exposure *exposure)
{
    const struct released_table *table = auditor->table;
    const struct indicator *indicator = exposure->cells[0]->indicator;
    size_t first = 0, end;
    while (first < table->pool_count && table->pools[first].indicator != indicator)
        first++;
    for (end = first; end < table->pool_count && table->pools[end].indicator == indicator;)
        end++;
    exposure->pool_count = end - first;
    if (exposure->pool_count)
        exposure->pools = table->pools + first;
}

/* Whether every need is met but those that earlier editions made vain. */
static bool part_is_safe(struct arena *scratch, struct equations *equations)
{
    struct safety *safety = safety_make(scratch, equations);
    for (;;) {
        size_t unsafe = safety_first_unsafe(safety);
        if (unsafe == equations->count)
            return true;
        if (!safety_concede(scratch, equations, unsafe))
            return false;
    }
}

/* Whether the limits in the file tell nothing that the equations do not. */
static bool part_has_public_limits(struct arena *scratch, const struct equations *equations,
                                   const struct exposure *exposure)
{
    struct span *spans = arena_alloc(scratch, equations->count, sizeof *spans);
    if (!equations->continuous)
        feasible_spans(feasible_search_make(scratch, equations), spans);
    for (size_t i = 0; i < equations->count; i++) {
        const struct cell *cell = equations->quantities[i].cell;
        if (!cell)
            continue;
        const struct released_cell *shown =
            &exposure->shown[cell->index - exposure->cells[0]->index];
        double tolerance = 1e-9 * (1 + fabs(shown->highest));
        double low = released_limit(cell->indicator, spans[i].low / equations->unit,
                                    equations->quantities[i].persons);
        double high = released_limit(cell->indicator, spans[i].high / equations->unit,
                                     equations->quantities[i].persons);
        if (shown->has_limits && (equations->continuous || shown->lowest > low + tolerance ||
                                  shown->highest < high - tolerance))
            return false;
    }
    return true;
}

static bool has_public_limits(struct arena *scratch, const struct exposure *exposure)
{
    const struct exposure alone = exposure_of_limits(exposure);
    struct equations_list parts = equations_build(scratch, &alone);
    for (size_t i = 0; i < parts.count; i++)
        if (!part_has_public_limits(scratch, &parts.items[i], &alone))
            return false;
    return true;
}

static bool is_safe(struct arena *scratch, const struct exposure *exposure)
{
    struct equations_list parts = equations_build(scratch, exposure);
    for (size_t i = 0; i < parts.count; i++) {
        safety_prepare(scratch, &parts.items[i]);
        if (!part_is_safe(scratch, &parts.items[i]))
            return false;
    }
    return true;
}

static void audit_indicator(struct auditor *auditor, struct exposure *exposure)
{
    struct arena *scratch = arena_new();
    const struct indicator *indicator = exposure->cells[0]->indicator;
    struct released_cell *shown = arena_alloc(scratch, exposure->count, sizeof *shown);
    bool safe = true;
    for (size_t i = 0; i < exposure->count; i++) {
        const struct cell *cell = exposure->cells[i];
        shown[i] = read_cell(auditor, cell);
        if (shown[i].release == RELEASE_OPEN && exposure_hides(exposure, cell))
            safe = false;
    }
    exposure->shown = shown;
    find_pools(auditor, exposure);
    if (!safe || !is_safe(scratch, exposure) || !has_public_limits(scratch, exposure))
        report(auditor, indicator);
    arena_free(scratch);
}

bool audit(struct diagnostics *diagnostics, const struct cells *cells,
           const struct earlier_editions *earlier, const struct released_table *table)
{
    struct auditor auditor = {.diagnostics = diagnostics, .table = table};
    struct exposure exposure = {.plan = &table->catalogue->plan, .earlier = earlier};
    while (exposure_next(&exposure, cells))
        audit_indicator(&auditor, &exposure);
    return !auditor.failed;
}
