/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A CSV file as rows of texts, found by the name of their column; and memory that is kept until one
 * case is done. Assumes UTF-8, with or without a byte order mark, and `;` or `,` as the header
 * says.
 */
#ifndef ATTACK_SHEET_H
#define ATTACK_SHEET_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

#define NO_NUMBER ((double)NAN) /* what a blank is */

struct sheet {
    const char ***rows; /* row 0 is the header; fields beyond a row's end are "" */
    size_t row_count, column_count;
    char separator;
};

/* keep(size): zeroed memory until forget_all(). */
void *keep(size_t size);
void forget_all(void);
char *keep_text(const char *text);
char *keep_format(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The whole file with a zero byte behind it; NULL where there is none. */
char *read_file(const char *path, size_t *size);

/* sheet_read(path): no rows where there is no such file. */
struct sheet sheet_read(const char *path);
/* sheet_column(sheet, name): -1 where the header lacks it. */
int sheet_column(const struct sheet *sheet, const char *name);
/* sheet_text(sheet, row, column): "" for a column of -1. */
const char *sheet_text(const struct sheet *sheet, size_t row, int column);
/* number_of(text): NaN for a text that is no number; a decimal comma is a decimal point. */
double number_of(const char *text);

#endif
