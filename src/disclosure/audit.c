/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/disclosure/audit.h"

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
    exposure->pools = table->pools + first;
    exposure->pool_count = end - first;
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
        if (shown[i].release == RELEASE_OPEN && primary_hides(cell, exposure->plan))
            safe = false;
    }
    exposure->shown = shown;
    find_pools(auditor, exposure);
    struct equations_list parts = equations_build(scratch, exposure);
    for (size_t i = 0; i < parts.count && safe; i++) {
        struct safety *safety = safety_make(scratch, &parts.items[i]);
        safe = safety_first_unsafe(safety) == parts.items[i].count;
    }
    if (!safe)
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
