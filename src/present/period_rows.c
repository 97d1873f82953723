/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/period_rows.h"

const struct released_cell *period_row_after(const struct released_table *table,
                                             const struct indicator *indicator,
                                             const struct area *const *areas, size_t count,
                                             const struct released_cell *last)
{
    const struct released_cell *next = NULL;
    for (size_t i = 0; i < count; i++) {
        struct released_series series = released_series(table, indicator, areas[i]);
        for (size_t j = 0; j < series.count; j++) {
            const struct released_cell *cell = &series.cells[j];
            bool later = !last || period_compare(cell->period, last->period) > 0;
            if (later && (!next || period_compare(cell->period, next->period) < 0))
                next = cell;
        }
    }
    return next;
}
