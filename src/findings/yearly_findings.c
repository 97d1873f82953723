/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/yearly_findings.h"

static bool is_hidden(const struct released_cell *cell)
{
    return cell && cell->release == RELEASE_HIDDEN;
}

struct yearly_series yearly_findings(struct finding_list *list,
                                     const struct released_series *series,
                                     const struct yearly_comparison *comparison)
{
    const struct indicator *indicator = series->cells->indicator;
    const struct area *area = series->cells->area;
    struct finding last = {.indicator = NULL};
    struct yearly *items = arena_alloc(list->arena, series->count, sizeof *items);
    for (size_t i = 0; i < series->count; i++) {
        const struct released_cell *cell = &series->cells[i];
        const struct released_cell *other =
            comparison->comparator
                ? released_cell(list->table, indicator, comparison->comparator, cell->period)
                : NULL;
        const struct released_cell *needed = cell->release == RELEASE_OPEN ? other : NULL;
        struct finding finding = {.indicator = indicator,
                                  .area = area,
                                  .comparator = comparison->comparator,
                                  .statistic = comparison->statistic,
                                  .from = cell->period,
                                  .to = cell->period,
                                  .periods = 1,
                                  .hidden = is_hidden(cell) || is_hidden(needed)};
        finding.estimate = comparison->estimate(cell, other, list->confidence);
        items[i] = (struct yearly){cell->period, cell->time, finding.hidden, finding.estimate};
        if (!list->summary)
            finding_list_add(list, finding);
        else if (finding_has_value(&finding) || !finding_has_value(&last))
            last = finding;
    }
    if (last.indicator)
        finding_list_add(list, last);
    return (struct yearly_series){indicator, area, comparison->comparator, items, series->count};
}
