/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An abstract workbook: sheets of styled cells with a few lines above them, and charts of their
 * columns. What makes one knows nothing of Excel, and what writes one (workbook.h) nothing of
 * findings.
 */
#ifndef PEJLING_PRESENT_BOOK_H
#define PEJLING_PRESENT_BOOK_H

#include <stdbool.h>

#include "pejling/base/language.h"
#include "pejling/present/sheet.h"

/* How a cell looks. No style says anything by its colour alone: the cell's text says it too. */
enum book_style {
    BOOK_PLAIN,
    BOOK_TITLE,
    BOOK_HEADING,
    BOOK_MARK, /* what nobody may overlook */
    BOOK_MUTED,
    BOOK_CLEARLY_BETTER,
    BOOK_BETTER,
    BOOK_UNCHANGED,
    BOOK_WORSE,
    BOOK_CLEARLY_WORSE,
    BOOK_MOVED,   /* neither better nor worse */
    BOOK_UNKNOWN, /* cannot be told */
    BOOK_HIDDEN,  /* hatched: a number that is not told */
    BOOK_STYLES
};

struct book_line {
    const char *text;
    enum book_style style;
};

/*
 * A chart of rows `first_row` to `last_row` of the sheet that holds it: one line for each column
 * from `first_column` to `last_column` that has a number there, over the numbers of column `x`.
 * Blank cells are gaps. It is called as the cell in the first row and column `name` says, its axis
 * as that in column `unit`.
 */
struct book_chart {
    size_t first_row, last_row;
    size_t name, unit, x, first_column, last_column;
    bool from_zero;
};

/* Lines; then a row of column labels, frozen and with filters; then the cells. */
struct book_sheet {
    const char *name; /* a constant: at most 31 characters, none of `[ ] : * ? / \` */
    const struct book_line *lines;
    size_t line_count;
    struct sheet cells;
    unsigned char *styles; /* an enum book_style for each cell; NULL: all plain */
    size_t style_capacity;
    bool without_header;     /* no labels, nothing to filter: a page of text */
    size_t frozen_columns;   /* that stay on the screen, and on each printed page */
    unsigned pages_wide;     /* when printed; 0 for one */
    unsigned widest;         /* column of text, in characters; 0 for the writer's choice */
    const char *chart_sheet; /* the name of the sheet of the charts; NULL for none */
    const struct book_chart *charts;
    size_t chart_count;
};

struct book {
    const char *title;         /* at the head of each printed page, */
    const char *edition;       /* as is this, with what the edition is marked with */
    const char *page_words[2]; /* around the page number: `side`, `af` */
    const char *note;          /* among the properties of the file */
    int decimals;              /* the most that any number has, SHEET_EXACT for all */
    const struct book_sheet *sheets;
    size_t count;
};

/* book_sheet_make(arena, name, columns, count): an empty sheet to be filled by the next three. */
struct book_sheet book_sheet_make(struct arena *arena, const char *name,
                                  const struct sheet_column *columns, size_t count);

/* Each adds the next cell of the row, as those of sheet.h do; "" adds a blank with its style. */
void book_add_text(struct book_sheet *sheet, const char *text, enum book_style style);
void book_add_number(struct book_sheet *sheet, double number, int decimals, enum book_style style);
void book_add_blank(struct book_sheet *sheet, enum book_style style);

/* As many as there is room for in Excel, under the lines and the labels. */
#define BOOK_ROWS 1000000

/*
 * book_fit(sheet, language, most): leaves out the rows behind the first `most`, with the charts of
 * them, and says so in a line above the table; nothing where there are no more.
 */
void book_fit(struct book_sheet *sheet, enum language language, size_t most);

/* book_style_of(sheet, row, column): the style of a cell. */
enum book_style book_style_of(const struct book_sheet *sheet, size_t row, size_t column);

#endif
