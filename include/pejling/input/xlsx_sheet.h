/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One worksheet of a workbook as a grid. Hidden rows and columns are read like the others: a row
 * that somebody filtered away is still a row of the table.
 */
#ifndef PEJLING_INPUT_XLSX_SHEET_H
#define PEJLING_INPUT_XLSX_SHEET_H

#include "pejling/input/grid.h"
#include "pejling/input/xlsx_styles.h"
#include "pejling/input/xlsx_text.h"

#define XLSX_COLUMNS 16384
#define XLSX_ROWS 1048576
/* Of all sheets of a workbook together, rows and cells that are blank or copies among them. */
#define XLSX_ALL_ROWS ((size_t)2000000)
#define XLSX_ALL_CELLS ((size_t)2000000)
#define XLSX_FORMULAS 10 /* reported one by one */

/* What the sheets of a workbook have in common, and what they have used up together. */
struct xlsx_book {
    struct diagnostics *diagnostics; /* formulas are reported; the arena has the cells */
    enum problem problem;
    struct arena *scratch;
    struct xlsx_strings strings;
    struct xlsx_styles styles;
    bool from_1904;
    size_t rows, cells, formulas;
};

/*
 * xlsx_sheet_read(package, part, book, grid, at): fills the rows of `grid`, with places in
 * `at->file`. Where a fault is met, `*at` is the row and cell that was being read (0 where none).
 *
 * A row has its cells up to the last that is not blank, the grid its rows up to the last that has
 * one. A percentage is the number that the sheet shows, without the sign: 28,1 where the file has
 * 0.281 and the format a `%`. A day is a CELL_DATE without time of day; truth values are the texts
 * SAND and FALSK. Each cell of merged ones gets what their first has, as far as the sheet has rows
 * and columns. The first XLSX_FORMULAS formulas of `book` are reported, all counted.
 *
 * Rows or cells out of order or twice, references to strings and styles that are not there, and
 * numbers that are none are PACKAGE_DAMAGED.
 */
enum package_fault xlsx_sheet_read(struct package *package, const char *part,
                                   struct xlsx_book *book, struct grid *grid, struct location *at);

#endif
