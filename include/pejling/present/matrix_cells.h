/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The cells of the verdict matrix: the verdict on one gap as a class, a symbol, a word and a
 * number. The figure, the page and the workbook show the same cells.
 */
#ifndef PEJLING_PRESENT_MATRIX_CELLS_H
#define PEJLING_PRESENT_MATRIX_CELLS_H

#include "pejling/present/sentence.h"

enum matrix_class {
    MATRIX_CLEARLY_BETTER, /* clearly: a firm verdict */
    MATRIX_BETTER,
    MATRIX_UNCHANGED,
    MATRIX_WORSE,
    MATRIX_CLEARLY_WORSE,
    MATRIX_NARROWING, /* these two where neither direction is the good one */
    MATRIX_WIDENING,
    MATRIX_UNTOLD, /* cannot be determined */
    MATRIX_HIDDEN, /* because disclosure control, or the source, hides too much */
    MATRIX_NO_DATA,
    MATRIX_CLASSES
};

struct matrix_cell {
    enum matrix_class class;
    const char *name;   /* of the class, for style sheets: `clearly-better` */
    const char *symbol; /* `▲▲`, `?`; "" without data */
    const char *word;   /* `klart bedre`, `kan ikke afgøres`, `skjult` */
    const char *number; /* the deciding slope with its sign, display unit a year; "" for none */
    const char *reason; /* why there is no verdict, as short as can be: `databrud`; else "" */
    const struct finding *slope; /* the deciding slope; NULL without data */
    struct sentence quotes;      /* the findings behind it all; its text is the cell in words */
};

/* matrix_cell(speaker, indicator, area): the verdict on that area's gap. */
struct matrix_cell matrix_cell(const struct speaker *speaker, const struct indicator *indicator,
                               const struct area *area);

/* matrix_class_name(class): `clearly-better`, for style sheets. */
const char *matrix_class_name(enum matrix_class class);

/* matrix_class_symbol(class): a triangle up is better, one down worse, whatever the sign. */
const char *matrix_class_symbol(enum matrix_class class);

/* matrix_class_word(language, class): what a key calls it. */
const char *matrix_class_word(enum language language, enum matrix_class class);

/* matrix_measure(language): what the numbers are, as a line below a headline. */
const char *matrix_measure(enum language language);

/* matrix_gap_note(language): what the gaps are to, for the foot of a figure of many of them. */
const char *matrix_gap_note(enum language language);

/* matrix_has_verdict(class): whether something is said of the gap, if only that it stays. */
bool matrix_has_verdict(enum matrix_class class);

#endif
