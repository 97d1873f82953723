/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a dumbbell figure that need no place, in the language of the rows. */
#ifndef PEJLING_PRESENT_DUMBBELL_WORDS_H
#define PEJLING_PRESENT_DUMBBELL_WORDS_H

#include "pejling/present/dumbbell_rows.h"

/* dumbbell_title(rows): the area, and what it is compared with if there is any. */
const char *dumbbell_title(const struct dumbbell_rows *rows);

/* dumbbell_subtitle(rows): the period of most rows; "" without rows. */
const char *dumbbell_subtitle(const struct dumbbell_rows *rows);

/* dumbbell_summary(rows): what a screen reader says: the rows one by one. */
const char *dumbbell_summary(const struct dumbbell_rows *rows);

/* dumbbell_reading(rows): how to read the figure; "" without rows. */
const char *dumbbell_reading(const struct dumbbell_rows *rows);

/* dumbbell_number(rows, finding): the finding's value, or why there is none. */
const char *dumbbell_number(const struct dumbbell_rows *rows, const struct finding *finding);

/* dumbbell_period(rows, period): the period beside a row. */
const char *dumbbell_period(const struct dumbbell_rows *rows, struct period period);

/* dumbbell_values(rows, row, area): `4,9 karakterpoint i AREA, 6,3 i resten af kommunen`. */
const char *dumbbell_values(const struct dumbbell_rows *rows, const struct dumbbell_row *row,
                            const char *area);

/*
 * dumbbell_row_note(rows, row): what a row on the axis differs from most rows in: its period, and
 * the comparator where that is all of the municipality and the others' is the rest; else "".
 */
const char *dumbbell_row_note(const struct dumbbell_rows *rows, const struct dumbbell_row *row);

/*
 * dumbbell_change_note(rows, change): `ikke sikker`, and the period it begins at where that is not
 * the baseline year.
 */
const char *dumbbell_change_note(const struct dumbbell_rows *rows, const struct finding *change);

#endif
