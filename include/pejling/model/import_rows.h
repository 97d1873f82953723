/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables of others become rows of observations, by the rules of a mapping. Nothing is averaged or
 * summed but what a rule says; a year is made of quarters or months only when all are there; a name
 * that is no area of the plan, and a period that is left out, is told.
 */
#ifndef PEJLING_MODEL_IMPORT_ROWS_H
#define PEJLING_MODEL_IMPORT_ROWS_H

#include "pejling/base/reason.h"
#include "pejling/input/table.h"
#include "pejling/model/mapping.h"

/* A row for a file in observationer. */
struct import_row {
    const struct indicator *indicator;
    const struct area *area;
    const char *group; /* NULL for everybody */
    struct period period;
    enum reason reason; /* REASON_NONE, MISSING, or SUPPRESSED_SOURCE: then without numbers */
    bool provisional;
    bool has[MAPPED_FIELDS];
    double values[MAPPED_FIELDS];
    const char *file; /* that the first of its figures stood in */
    const char *note; /* where the figures stood, and what was done to them */
};

/* How many figures of the source were what. */
struct import_counts {
    size_t numbers; /* other than zero */
    size_t zeros;
    size_t hidden, missing;             /* a sign, or a blank cell, stands in their place */
    size_t absent_zero, absent_missing; /* the row is not there */
};

struct import_rows {
    const struct import_row *items; /* in the order of indicator, area, group and period */
    size_t count;
    struct import_counts counts;
    const char *const *notes; /* what was assumed and what was left out, a sentence each */
    size_t note_count;
};

/*
 * import_rows_make(diagnostics, catalogue, mapping, tables, count, rows): false, and a PROBLEM_INPUT
 * for each, where a rule names what no table has, a table is in no rule, two figures are one, or a
 * cell cannot be read. Texts live in the arena of `diagnostics`.
 */
bool import_rows_make(struct diagnostics *diagnostics, const struct catalogue *catalogue,
                      const struct mapping *mapping, const struct table *tables, size_t count,
                      struct import_rows *rows);

#endif
