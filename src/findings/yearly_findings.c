/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/yearly_findings.h"

#define NO_INTERVAL 0 /* as a confidence: the value alone, which costs little */

static bool is_hidden(const struct released_cell *cell)
{
    return cell && cell->release == RELEASE_HIDDEN;
}

static struct yearly make_yearly(const struct finding_list *list,
                                 const struct yearly_comparison *comparison,
                                 const struct released_cell *cell, double confidence)
{
    const struct released_cell *other =
        comparison->comparator
            ? released_cell(list->table, cell->indicator, comparison->comparator, cell->period)
            : NULL;
    const struct released_cell *needed = cell->release == RELEASE_OPEN ? other : NULL;
    return (struct yearly){cell->period, cell->time, is_hidden(cell) || is_hidden(needed),
                           comparison->estimate(cell, other, confidence)};
}

static bool has_value(const struct yearly *yearly)
{
    return yearly->estimate.state != ESTIMATE_UNDEFINED;
}

static void add_finding(struct finding_list *list, const struct released_series *series,
                        const struct yearly_comparison *comparison, const struct yearly *yearly)
{
    finding_list_add(list, (struct finding){.indicator = series->cells->indicator,
                                            .area = series->cells->area,
                                            .comparator = comparison->comparator,
                                            .statistic = comparison->statistic,
                                            .from = yearly->period,
                                            .to = yearly->period,
                                            .periods = 1,
                                            .hidden = yearly->hidden,
                                            .estimate = yearly->estimate});
}

static struct yearly_series make_series(const struct finding_list *list,
                                        const struct released_series *series,
                                        const struct yearly_comparison *comparison,
                                        double confidence, struct yearly **items)
{
    *items = arena_alloc(list->arena, series->count, sizeof **items);
    for (size_t i = 0; i < series->count; i++)
        (*items)[i] = make_yearly(list, comparison, &series->cells[i], confidence);
    return (struct yearly_series){series->cells->indicator, series->cells->area,
                                  comparison->comparator, *items, series->count};
}

struct yearly_series yearly_findings(struct finding_list *list,
                                     const struct released_series *series,
                                     const struct yearly_comparison *comparison)
{
    struct yearly *items;
    struct yearly_series yearly = make_series(list, series, comparison, list->confidence, &items);
    for (size_t i = 0; i < series->count; i++)
        add_finding(list, series, comparison, &items[i]);
    return yearly;
}

void yearly_last(struct finding_list *list, const struct released_series *series,
                 const struct yearly_comparison *comparison)
{
    size_t at = series->count - 1;
    struct yearly last = make_yearly(list, comparison, &series->cells[at], list->confidence);
    struct yearly found = last;
    while (!has_value(&found) && at-- > 0)
        found = make_yearly(list, comparison, &series->cells[at], list->confidence);
    add_finding(list, series, comparison, has_value(&found) ? &found : &last);
}

struct yearly_series yearly_ends(struct finding_list *list, const struct released_series *series,
                                 const struct yearly_comparison *comparison)
{
    const struct plan *plan = &list->table->catalogue->plan;
    struct yearly *items;
    struct yearly_series yearly = make_series(list, series, comparison, NO_INTERVAL, &items);
    size_t first = series->count, last = series->count;
    for (size_t i = 0; i < series->count; i++) {
        if (!has_value(&items[i]))
            continue;
        last = i;
        if (trend_is_baseline(plan, items[i].time))
            first = i;
    }
    const size_t ends[] = {first, last};
    for (size_t i = first == last; i < sizeof ends / sizeof *ends; i++)
        if (ends[i] < series->count)
            items[ends[i]] =
                make_yearly(list, comparison, &series->cells[ends[i]], list->confidence);
    add_finding(list, series, comparison, &items[last < series->count ? last : series->count - 1]);
    return yearly;
}
