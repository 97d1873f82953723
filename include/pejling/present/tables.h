/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables that people open in Danish Excel: the folder `tabeller`. */
#ifndef PEJLING_PRESENT_TABLES_H
#define PEJLING_PRESENT_TABLES_H

#include "pejling/findings/findings.h"
#include "pejling/present/place.h"
#include "pejling/present/sheet.h"

/* levels_sheet(arena, language, findings): every level, one row a period or three years. */
struct sheet levels_sheet(struct arena *arena, enum language language,
                          const struct findings *findings);

/* gaps_sheet(arena, language, findings): every gap and ratio, one row a period and comparator. */
struct sheet gaps_sheet(struct arena *arena, enum language language,
                        const struct findings *findings);

/* trends_sheet(arena, language, findings): slopes and changes since the baseline. */
struct sheet trends_sheet(struct arena *arena, enum language language,
                          const struct findings *findings);

/* numbers_sheet(arena, language, findings): the rows of all three, area by area. */
struct sheet numbers_sheet(struct arena *arena, enum language language,
                           const struct findings *findings);

#define TABLES_COUNTED 3

/* How many rows of a table disclosure control leaves without a number. */
struct table_count {
    const char *file; /* in the edition */
    size_t rows, hidden;
};

/* tables_count(findings, counts): levels, gaps and trends. */
void tables_count(const struct findings *findings, struct table_count counts[TABLES_COUNTED]);

/*
 * tables_write(place, findings): tabeller/opfoelgning.csv, niveauer.csv, afstande.csv and
 * tendenser.csv, and of a plan that has targets or a theory of change maaltal.csv and
 * forandringsteori.csv; the folder must be there.
 */
bool tables_write(const struct place *place, const struct findings *findings);

#endif
