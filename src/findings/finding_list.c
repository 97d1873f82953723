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
