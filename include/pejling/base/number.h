/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers as Danish files write them, and the one rounding rule of the program. Nothing here, or
 * anywhere else, depends on the locale.
 */
#ifndef PEJLING_BASE_NUMBER_H
#define PEJLING_BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

/* What is wrong with a number, or what stands in its place. */
enum number_fault {
    NUMBER_OK,
    NUMBER_BLANK,         /* nothing but blanks */
    NUMBER_NOT_AVAILABLE, /* `..` or `…`: not available */
    NUMBER_CONCEALED,     /* `x`, `*`, `:` or `<5`: withheld by the source */
    NUMBER_DASH,          /* `-`: nil in some tables, no information in others */
    NUMBER_DOT,           /* `.`: cannot occur, or withheld */
    NUMBER_TWO_COMMAS,    /* `1,2,3` */
    NUMBER_POINT_DECIMAL, /* `12.5`: a decimal point */
    NUMBER_AMBIGUOUS,     /* `1.234` where both 1234 and 1,234 could be meant */
    NUMBER_BAD_GROUPS,    /* `1.23.456` */
    NUMBER_DATE,          /* `jan-21`, `01-02-2021`: a spreadsheet made a date of it */
    NUMBER_SHEET_ERROR,   /* `#I/T`, `#DIV/0!` … */
    NUMBER_TOO_LARGE,     /* above 1e12 in size, or more than 15 significant digits */
    NUMBER_NOT_A_NUMBER   /* anything else */
};

#define NUMBER_LARGEST 1e12 /* in size, of what a file may hold */

/* How `1.234` reads: as 1234 where only whole counts make sense, else it is ambiguous. */
enum number_kind { NUMBER_COUNT, NUMBER_VALUE };

struct number {
    enum number_fault fault;
    double value; /* 0 unless fault is NUMBER_OK */
};

/*
 * number_parse(text, length, kind): the number that `length` bytes of UTF-8 stand for. An optional
 * sign (`-`, `−`, `+`), digits with or without thousands marks (`.`, blank, no-break or thin
 * blank), an optional decimal comma; a trailing `%` or `pct.` is allowed in a NUMBER_VALUE.
 */
struct number number_parse(const char *text, size_t length, enum number_kind kind);

/*
 * number_round(value, decimals): to that many decimals (0 to 15), halves away from zero. A scaled
 * value within 1e-9 of a half, or within the precision of a double where that is coarser, counts as
 * the half, so that 0.35 and 2.675 round as they read. Minus zero becomes zero.
 */
double number_round(double value, int decimals);

/* Room enough for any number these functions write. */
#define NUMBER_TEXT 64

/*
 * number_danish(text, value, decimals): decimal comma, thousands points, a real minus sign; for
 * sentences, tables a person reads, and figures. No year goes through here. `value` must be finite.
 * Returns `text`.
 */
const char *number_danish(char text[NUMBER_TEXT], double value, int decimals);

/* number_english(text, value, decimals): the same with decimal point and comma groups. */
const char *number_english(char text[NUMBER_TEXT], double value, int decimals);

/*
 * number_exact(text, value, decimal_sign): the shortest digits that read back as the same double,
 * ASCII, no exponent between 1e-6 and 1e15; for machine files ('.') and for Danish Excel (',').
 */
const char *number_exact(char text[NUMBER_TEXT], double value, char decimal_sign);

/* number_exact_write(text, value, decimal_sign): the same; returns the end of the text. */
char *number_exact_write(char text[NUMBER_TEXT], double value, char decimal_sign);

#endif
