/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a table that has the levels of several areas side by side: one a period. */
#ifndef PEJLING_PRESENT_PERIOD_ROWS_H
#define PEJLING_PRESENT_PERIOD_ROWS_H

#include "pejling/disclosure/released.h"

/*
 * period_row_after(table, indicator, areas, count, last): a cell of the earliest period later than
 * that of `last` in which one of the areas has a cell, open or not; of the first period of all for
 * NULL, and NULL behind the last.
 */
const struct released_cell *period_row_after(const struct released_table *table,
                                             const struct indicator *indicator,
                                             const struct area *const *areas, size_t count,
                                             const struct released_cell *last);

#endif
