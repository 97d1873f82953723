/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tables of evaluering.html: a caption, a head, and a row for each area or pair of areas whose
 * first cell is its name. Plain, so that they can be pasted whole.
 */
#ifndef PEJLING_PRESENT_EVALUATION_TABLE_H
#define PEJLING_PRESENT_EVALUATION_TABLE_H

#include "pejling/present/seminar.h"

/* What a column shows of a finding. */
enum evaluation_shown {
    EVALUATION_INTERVAL, /* its value, with its limits */
    EVALUATION_VALUE,    /* its value alone */
    EVALUATION_P,        /* `0,032`, `< 0,001`, or a dash without one */
    EVALUATION_P_ADJUSTED,
    EVALUATION_WORDS /* what its table writes into it itself */
};

struct evaluation_column {
    const char *danish, *english; /* its heading */
    enum evaluation_shown shown;
    enum statistic statistic; /* where it has one of its own; else not looked at */
};

/* evaluation_label(seminar, column): its heading in the page's language. */
const char *evaluation_label(const struct seminar *seminar, const struct evaluation_column *column);

/*
 * evaluation_table_open(seminar, caption, columns, count): caption and head; the columns are those
 * behind the first, which holds the names.
 */
void evaluation_table_open(const struct seminar *seminar, const char *caption,
                           const struct evaluation_column *columns, size_t count);

/* evaluation_row_open(seminar, name): a row and its first cell. */
void evaluation_row_open(const struct seminar *seminar, const char *name);

/* evaluation_cell(seminar, column, finding): one cell of a column that has no words; or a dash. */
void evaluation_cell(const struct seminar *seminar, const struct evaluation_column *column,
                     const struct finding *finding);

/*
 * evaluation_area_row(seminar, indicator, area, columns, count): a whole row of the area's findings
 * that there is one of, by the columns' statistics; none of the columns has words.
 */
void evaluation_area_row(const struct seminar *seminar, const struct indicator *indicator,
                         const struct area *area, const struct evaluation_column *columns,
                         size_t count);

void evaluation_row_close(const struct seminar *seminar);

void evaluation_table_close(const struct seminar *seminar);

/*
 * evaluation_units(seminar, indicator): of a table with levels and differences: `niveauer i pct.,
 * forskelle i pct.-point`, or the one unit that both have.
 */
const char *evaluation_units(const struct seminar *seminar, const struct indicator *indicator);

#endif
