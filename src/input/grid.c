/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/grid.h"

struct grid_cell grid_cell(const struct grid *grid, size_t row, size_t column)
{
    if (row < grid->count && column < grid->rows[row].count)
        return grid->rows[row].cells[column];
    struct grid_cell blank = {.kind = CELL_BLANK, .text = ""};
    blank.at.line = (unsigned)row + 1;
    blank.at.column = (unsigned)column + 1;
    return blank;
}
