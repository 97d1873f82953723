/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An abstract table: columns, and rows of texts, numbers and blanks. What makes a sheet knows
 * nothing of files, and what writes one (CSV, JSON, HTML) nothing of findings.
 */
#ifndef PEJLING_PRESENT_SHEET_H
#define PEJLING_PRESENT_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/base/arena.h"
#include "pejling/base/period.h"

enum sheet_kind { SHEET_BLANK, SHEET_TEXT, SHEET_NUMBER };

/* As many digits as the number has. */
#define SHEET_EXACT (-1)

struct sheet_cell {
    enum sheet_kind kind;
    const char *text; /* of a text */
    double number;    /* of a number; finite */
    int decimals;     /* of a number, as shown to readers; SHEET_EXACT */
};

struct sheet_column {
    const char *key;   /* in machine files */
    const char *label; /* for readers, in the language of the edition */
};

struct sheet {
    struct arena *arena;
    const struct sheet_column *columns;
    size_t column_count;
    struct sheet_cell *cells; /* row by row */
    size_t cell_count, capacity;
};

/* sheet_make(arena, columns, count): an empty sheet; the columns must outlive it. */
struct sheet sheet_make(struct arena *arena, const struct sheet_column *columns, size_t count);

/* Each adds the next cell of the row; a row ends when all columns are filled. */
void sheet_add_blank(struct sheet *sheet);
void sheet_add_text(struct sheet *sheet, const char *text); /* not copied; "" adds a blank */
void sheet_add_number(struct sheet *sheet, double number, int decimals);

/* The same where there is one, and else a blank; the number or period is then not looked at. */
void sheet_add_number_if(struct sheet *sheet, bool there, double number, int decimals);
void sheet_add_period_if(struct sheet *sheet, bool there, struct period period); /* its label */

/* sheet_clear(sheet): no rows any more; for one who writes each row as soon as it is made. */
void sheet_clear(struct sheet *sheet);

/* sheet_rows(sheet): the number of full rows. */
size_t sheet_rows(const struct sheet *sheet);

/* sheet_cell(sheet, row, column): one cell. */
const struct sheet_cell *sheet_cell(const struct sheet *sheet, size_t row, size_t column);

#endif
