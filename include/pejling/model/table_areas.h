/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which columns of a table hold areas, and which area of the plan each of its rows is about. */
#ifndef PEJLING_MODEL_TABLE_AREAS_H
#define PEJLING_MODEL_TABLE_AREAS_H

#include "pejling/input/table.h"
#include "pejling/model/catalogue.h"

#define TABLE_MOST_AREA_COLUMNS 4

/* The finest column first: what it leaves blank, or calls all, the next one says. */
struct table_areas {
    const struct catalogue *catalogue;
    const struct table *table;
    size_t dimensions[TABLE_MOST_AREA_COLUMNS];
    size_t count;
    const struct area *only; /* the area of all rows; then there are no columns */
};

/*
 * table_areas_find(arena, catalogue, table, named, areas): by the names of columns, parted by `|`,
 * or the code of the area of all rows; `named` "" finds the columns that hold areas of the plan,
 * and those finer ones that are called as if they did. False for none.
 */
bool table_areas_find(struct arena *arena, const struct catalogue *catalogue,
                      const struct table *table, const char *named, struct table_areas *areas);

/*
 * table_areas_check(diagnostics, catalogue, table): false, and a PROBLEM_INPUT, where the heading of
 * a column of areas is an area itself. Then the first row, whose figures are no numbers (`325.000
 * kr.`), has been taken for the heading and would be lost.
 */
bool table_areas_check(struct diagnostics *diagnostics, const struct catalogue *catalogue,
                       const struct table *table);

/*
 * table_areas_name(areas, record): what the row calls its area, "" where it is blank or the area is
 * that of all rows.
 */
const char *table_areas_name(const struct table_areas *areas, const struct table_record *record);

/* table_areas_of(areas, record, exact): its area as area_match finds it; NULL for none. */
const struct area *table_areas_of(const struct table_areas *areas,
                                  const struct table_record *record, bool *exact);

/* table_areas_text(arena, areas): as `named` has it. */
const char *table_areas_text(struct arena *arena, const struct table_areas *areas);

/* table_areas_has(areas, d): whether dimension d is one of them. */
bool table_areas_has(const struct table_areas *areas, size_t d);

#endif
