/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/further_comparators.h"

#include "pejling/findings/level.h"
#include "pejling/findings/yearly_findings.h"

bool further_comparator(const struct released_table *table, const struct indicator *indicator,
                        const struct area *area)
{
    return (area->role == AREA_TWIN || area->role == AREA_COUNTRY) &&
           released_series(table, indicator, area).count > 0;
}

/* A municipality that does not say where it lies is in the country there is. */
static bool contains(const struct area *country, const struct area *area)
{
    const struct area *municipality = area_municipality(area);
    return country->role == AREA_COUNTRY && municipality &&
           (!municipality->part_of || municipality->part_of == country);
}

void further_comparator_findings(struct finding_list *list, const struct indicator *indicator,
                                 const struct area *area)
{
    const struct catalogue *catalogue = list->table->catalogue;
    struct released_series series = released_series(list->table, indicator, area);
    if ((area->role != AREA_ESTATE && area->role != AREA_TOTAL) || series.count == 0)
        return;
    struct yearly_series *gaps = arena_alloc(list->arena, catalogue->area_count, sizeof *gaps);
    size_t count = 0;
    for (size_t i = 0; i < catalogue->area_count; i++) {
        const struct area *other = &catalogue->areas[i];
        if (!further_comparator(list->table, indicator, other))
            continue;
        const struct yearly_comparison comparison = {
            STATISTIC_FURTHER_GAP, other, contains(other, area) ? gap_to_whole : gap_to_rest};
        gaps[count++] = yearly_findings(list, &series, &comparison);
    }
    for (size_t i = 0; i < count; i++)
        finding_list_add(list, trend_slope(list->arena, list->table, &gaps[i],
                                           STATISTIC_FURTHER_GAP_SLOPE, list->confidence));
    for (size_t i = 0; i < count; i++)
        finding_list_add(list, trend_change(list->table, &gaps[i], STATISTIC_FURTHER_GAP_CHANGE));
}
