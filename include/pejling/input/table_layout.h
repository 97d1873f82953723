/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the table of a sheet has its headings and its first row, told from how its cells lie. */
#ifndef PEJLING_INPUT_TABLE_LAYOUT_H
#define PEJLING_INPUT_TABLE_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/input/grid.h"

enum table_fault {
    TABLE_FOUND,
    TABLE_NONE,      /* there are no figures */
    TABLE_NO_HEADING /* there are, but neither a heading nor periods */
};

/* Rows and columns from 0. */
struct table_layout {
    bool is_wide;              /* periods across, in row `heading` from column `from` on */
    bool has_heading;          /* false: the first row is one of figures */
    size_t top, heading, body; /* the first row of headings, the fullest, the first under them */
    size_t from;               /* of a wide table */
};

/* table_layout_find(arena, grid, layout): the first table of the sheet. */
enum table_fault table_layout_find(struct arena *arena, const struct grid *grid,
                                   struct table_layout *layout);

/* table_cell_is_period(cell): whether a period stands in it. */
bool table_cell_is_period(const struct grid_cell *cell);

/* table_row_filled(grid, row, from): how many cells are not blank, from a column on. */
size_t table_row_filled(const struct grid *grid, size_t row, size_t from);

/* table_row_first(grid, row): the column of the first of them; the row's count where there is none. */
size_t table_row_first(const struct grid *grid, size_t row);

/*
 * table_row_is_heading(grid, row, from): whether the row has two or more periods of one kind, from
 * its first period on, and behind them no more other cells than periods. What a spreadsheet has made
 * a month of (dec-11) counts as one of them. `*from` is the column of the first period, or the row's
 * count where there is none.
 */
bool table_row_is_heading(const struct grid *grid, size_t row, size_t *from);

/* table_row_names(grid, row): the texts of a row without figures and periods; 0 of another row. */
size_t table_row_names(const struct grid *grid, size_t row);

#endif
