/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The table in a sheet: where its heading is, which columns say what a figure is about, and which
 * hold figures; the rest is title and footnotes. Read are
 *
 *   long   one row a period: OMRÅDE;TID;INDHOLD, with one column of figures or several
 *   wide   periods across, in one row of headings or with what is counted above or below them;
 *          stub cells filled once, or labels on lines of their own
 *
 * What the columns mean to a plan is for the mapping to say.
 */
#ifndef PEJLING_INPUT_TABLE_H
#define PEJLING_INPUT_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/base/file.h"
#include "pejling/input/grid.h"
#include "pejling/input/source_period.h"

/* The dimension that tells the columns of figures apart, where there is more than one. */
#define TABLE_MEASURE "tal"

/* The dimension of labels on lines of their own, above rows with labels. */
#define TABLE_LINE "overskrift"

/* One figure of a table. Texts are "" where there is none. */
struct table_record {
    const char *const *values; /* one a dimension, without the measure */
    const char *measure;       /* the heading of its column of figures */
    struct grid_cell period;   /* where its period stands; blank where the table has none */
    struct grid_cell figure;
    const char *source; /* what the row itself names as its source */
};

struct table {
    const char *file, *sheet; /* names; "" for the sheet of a CSV file */
    const char *title, *unit; /* what stands above the table */
    const char *notes;        /* and below it, a blank between two lines */
    bool is_wide;
    bool has_names;          /* the heading names the dimensions; else they are `kolonne 1` … */
    bool has_school_years;   /* it says so: 2018-2019 is one, and not two years together */
    const char *period_name; /* heading of the column of periods; "" in a wide table */
    const char *const *dimensions;
    size_t dimension_count; /* the measure is one more where there are several */
    size_t measure_count;   /* columns of figures that differ by their heading */
    const struct table_record *records;
    size_t count;
};

/*
 * table_find(diagnostics, file, grid, table): false, and problems of the file's kind, where there
 * is no table, or none with a heading. Columns beside the table's own are reported as remarks.
 */
bool table_find(struct diagnostics *diagnostics, const struct input_file *file,
                const struct grid *grid, struct table *table);

/* table_dimensions(table): how many dimensions there are, the measure among them. */
size_t table_dimensions(const struct table *table);

/* table_dimension(table, i): its name. */
const char *table_dimension(const struct table *table, size_t i);

/* table_find_dimension(arena, table, name): the place of a name, however written, or how many. */
size_t table_find_dimension(struct arena *arena, const struct table *table, const char *name);

/* table_value(table, record, i): what a record says of dimension i. */
const char *table_value(const struct table *table, const struct table_record *record, size_t i);

/*
 * table_period(table, record, period): the period of a record, as source_period_parse reads it, and
 * as a school year where the table says that it has them.
 */
enum period_fault table_period(const struct table *table, const struct table_record *record,
                               struct source_period *period);

#endif
