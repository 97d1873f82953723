/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/yearly_findings.h"

#define NO_INTERVAL 0 /* as a confidence: the value alone, which costs little */

static bool is_hidden(const struct released_cell *cell)
{
    return cell && cell->release == RELEASE_HIDDEN;
}

static struct finding make_finding(const struct finding_list *list,
                                   const struct yearly_comparison *comparison,
                                   const struct released_cell *cell, double confidence)
{
    const struct released_cell *other =
        comparison->comparator
            ? released_cell(list->table, cell->indicator, comparison->comparator, cell->period)
            : NULL;
    const struct released_cell *needed = cell->release == RELEASE_OPEN ? other : NULL;
    struct finding finding = {.indicator = cell->indicator,
                              .area = cell->area,
                              .comparator = comparison->comparator,
                              .statistic = comparison->statistic,
                              .from = cell->period,
                              .to = cell->period,
                              .periods = 1,
                              .hidden = is_hidden(cell) || is_hidden(needed)};
    finding.estimate = comparison->estimate(cell, other, confidence);
    return finding;
}

static struct yearly yearly_of(const struct finding *finding, const struct released_cell *cell)
{
    return (struct yearly){cell->period, cell->time, finding->hidden, finding->estimate};
}

static struct yearly_series empty_series(const struct finding_list *list,
                                         const struct released_series *series,
                                         const struct yearly_comparison *comparison,
                                         struct yearly **items)
{
    *items = arena_alloc(list->arena, series->count, sizeof **items);
    return (struct yearly_series){series->cells->indicator, series->cells->area,
                                  comparison->comparator, *items, series->count};
}

struct yearly_series yearly_findings(struct finding_list *list,
                                     const struct released_series *series,
                                     const struct yearly_comparison *comparison)
{
    struct yearly *items;
    struct yearly_series yearly = empty_series(list, series, comparison, &items);
    for (size_t i = 0; i < series->count; i++) {
        const struct released_cell *cell = &series->cells[i];
        struct finding finding = make_finding(list, comparison, cell, list->confidence);
        items[i] = yearly_of(&finding, cell);
        finding_list_add(list, finding);
    }
    return yearly;
}

void yearly_last(struct finding_list *list, const struct released_series *series,
                 const struct yearly_comparison *comparison)
{
    struct finding last = {.indicator = NULL};
    for (size_t i = series->count; i-- > 0 && !finding_has_value(&last);) {
        struct finding finding =
            make_finding(list, comparison, &series->cells[i], list->confidence);
        if (!last.indicator || finding_has_value(&finding))
            last = finding;
    }
    finding_list_add(list, last);
}

/* A period's value, now with its interval. */
static void complete(const struct finding_list *list, const struct yearly_comparison *comparison,
                     const struct released_cell *cell, struct yearly *item)
{
    struct finding finding = make_finding(list, comparison, cell, list->confidence);
    *item = yearly_of(&finding, cell);
}

struct yearly_series yearly_values(struct finding_list *list, const struct released_series *series,
                                   const struct yearly_comparison *comparison)
{
    const struct plan *plan = &list->table->catalogue->plan;
    struct yearly *items;
    struct yearly_series yearly = empty_series(list, series, comparison, &items);
    size_t first = series->count, last = series->count;
    for (size_t i = 0; i < series->count; i++) {
        const struct released_cell *cell = &series->cells[i];
        struct finding finding = make_finding(list, comparison, cell, NO_INTERVAL);
        items[i] = yearly_of(&finding, cell);
        if (!finding_has_value(&finding))
            continue;
        last = i;
        if (trend_is_baseline(plan, cell->time))
            first = i;
    }
    if (first < series->count)
        complete(list, comparison, &series->cells[first], &items[first]);
    if (last < series->count && last != first)
        complete(list, comparison, &series->cells[last], &items[last]);
    return yearly;
}
