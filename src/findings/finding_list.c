/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/finding_list.h"

void finding_list_add(struct finding_list *list, struct finding finding)
{
    if (!(finding.confidence > 0))
        finding.confidence = list->confidence;
    list->rows =
        arena_grow(list->arena, list->rows, list->count, &list->capacity, sizeof *list->rows);
    list->rows[list->count++] = finding;
}

const struct finding *finding_list_find(const struct finding_list *list,
                                        const struct indicator *indicator, const struct area *area,
                                        enum statistic statistic)
{
    for (size_t i = list->count; i-- > 0;) {
        const struct finding *row = &list->rows[i];
        if (row->indicator != indicator || row->area != area)
            return NULL;
        if (row->statistic == statistic)
            return row;
    }
    return NULL;
}
