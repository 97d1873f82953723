/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables that people open in Danish Excel: the folder `tabeller`. */
#ifndef PEJLING_PRESENT_TABLES_H
#define PEJLING_PRESENT_TABLES_H

#include "pejling/findings/findings.h"
#include "pejling/present/place.h"
#include "pejling/present/sheet.h"

/* The tables of findings, one row a finding; each finding stands in one at most. */
enum finding_table {
    TABLE_NONE,
    TABLE_LEVELS,
    TABLE_GAPS,
    TABLE_TRENDS,       /* slopes, verdicts and changes since the baseline */
    TABLE_BEFORE_AFTER, /* from here on for the local evaluation */
    TABLE_BETWEEN,      /* the areas among themselves, and against twins and the country */
    TABLE_STRUCTURE,    /* ages and moves */
    TABLE_PLANNING,     /* what further years could show */
    TABLE_COUNT
};

/* table_file(table): its file in the edition, `tabeller/niveauer.csv`; "" for TABLE_NONE. */
const char *table_file(enum finding_table table);

/* table_sheet(arena, language, findings, table): the findings of that table, in their order. */
struct sheet table_sheet(struct arena *arena, enum language language,
                         const struct findings *findings, enum finding_table table);

/* numbers_sheet(arena, language, findings): the rows of all of them, area by area. */
struct sheet numbers_sheet(struct arena *arena, enum language language,
                           const struct findings *findings);

/* How many rows of a table disclosure control leaves without a number. */
struct table_count {
    const char *file; /* in the edition */
    size_t rows, hidden;
};

/* tables_count(findings, counts): of each table; TABLE_NONE counts those that stand in none. */
void tables_count(const struct findings *findings, struct table_count counts[TABLE_COUNT]);

/*
 * tables_write(place, findings): tabeller/opfoelgning.csv, and of a plan that has targets or a
 * theory of change maaltal.csv and forandringsteori.csv; then the tables of findings, of which
 * levels, gaps and trends are always there. The folder must be there.
 */
bool tables_write(const struct place *place, const struct findings *findings);

#endif
