/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A sheet as an office program or a portal wrote it, before anybody knows what its columns mean:
 * rows of cells, each with its kind and the place where it stands. The readers of CSV and XLSX make
 * them; table.h finds the table in one.
 */
#ifndef PEJLING_INPUT_GRID_H
#define PEJLING_INPUT_GRID_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/base/diagnostic.h"

enum cell_kind {
    CELL_BLANK,
    CELL_TEXT,   /* whatever a CSV file holds; text in a workbook */
    CELL_NUMBER, /* a workbook's number; `text` has it too, with a decimal comma */
    CELL_DATE,   /* a workbook's day; `text` has it as 2021-11-16 */
    CELL_ERROR   /* `#I/T`, `#DIV/0!` …: a spreadsheet's error, whose sign `text` has */
};

struct grid_cell {
    enum cell_kind kind;
    const char *text;   /* UTF-8, one line, blanks at the ends gone; "" of a blank cell */
    double number;      /* of a CELL_NUMBER */
    bool percent;       /* a number that the sheet shows as a percentage */
    bool spread;        /* a copy of the first cell of the merged cells it is in */
    struct location at; /* line and column; of a workbook row and column of the sheet */
};

/* Cells beyond the `count` of a row are blank. */
struct grid_row {
    const struct grid_cell *cells;
    size_t count;
};

struct grid {
    const char *name; /* of the sheet, "" of a CSV file */
    const struct grid_row *rows;
    size_t count;
};

/* The sheets of one file, in its order; hidden ones are not among them. */
struct workbook {
    const struct grid *sheets;
    size_t count;
};

/* grid_cell(grid, row, column): a blank cell, in that place, where there is none. */
struct grid_cell grid_cell(const struct grid *grid, size_t row, size_t column);

#endif
