/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A cell of somebody else's table as a figure. Where a number stands, it is read with the decimal
 * sign of the file; where a sign stands in its place, what it means is said by the source: zero,
 * missing and hidden are three things, and an absent row is a fourth.
 */
#ifndef PEJLING_INPUT_FIGURE_H
#define PEJLING_INPUT_FIGURE_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/base/number.h"
#include "pejling/input/grid.h"

enum decimal_sign {
    DECIMAL_NONE,    /* no cell has a decimal sign, nor points that could be one */
    DECIMAL_COMMA,   /* 71,1 and 1.234,5 */
    DECIMAL_POINT,   /* 71.1 and 1,234.5 */
    DECIMAL_UNKNOWN, /* 1.234 could be either, and no other cell tells */
    DECIMAL_BOTH     /* some cells have one and some the other */
};

enum sign_meaning { SIGN_ZERO, SIGN_MISSING, SIGN_HIDDEN };

struct sign {
    const char *text; /* folded; "" for a blank cell, "<" for `<5` and the like, "#" for errors */
    enum sign_meaning meaning;
};

struct signs {
    const struct sign *items; /* of two for one text the first counts */
    size_t count;
};

enum figure_kind { FIGURE_NUMBER, FIGURE_MISSING, FIGURE_HIDDEN, FIGURE_FAULTY };

struct figure {
    enum figure_kind kind;
    bool from_sign;          /* a zero that a sign stands for, or why there is no number */
    bool provisional;        /* an asterisk behind the number */
    enum number_fault fault; /* of a FIGURE_FAULTY */
    double value;            /* 0 unless a FIGURE_NUMBER */
};

/*
 * figure_read(cell, decimal, signs): what stands in it. Signs that `signs` does not list mean what
 * they usually do: blank, `..`, `.`, a dash, `i.t.` and `n/a` missing; `x`, `:`, `*`, `<5`,
 * `under 5`, `1-4` and `diskret` hidden. A spreadsheet's error is faulty unless `signs` lists "#".
 */
struct figure figure_read(const struct grid_cell *cell, enum decimal_sign decimal,
                          const struct signs *signs);

/* figure_looks_like(cell): a number, or one of the usual signs in its place; not a blank cell. */
bool figure_looks_like(const struct grid_cell *cell);

/*
 * figure_decimal(sign, cell): what is known of the decimal sign with one more cell: start from
 * DECIMAL_NONE.
 */
enum decimal_sign figure_decimal(enum decimal_sign sign, const struct grid_cell *cell);

/* figure_folded_sign(arena, text): the form in which signs are compared. */
const char *figure_folded_sign(struct arena *arena, const char *text);

#endif
