/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The series in a table as far as it tells them itself: which of its columns tell one series of
 * figures from another, and which only repeat or describe. A guess, for a draft of a mapping.
 */
#ifndef PEJLING_MODEL_TABLE_SERIES_H
#define PEJLING_MODEL_TABLE_SERIES_H

#include "pejling/model/table_areas.h"

enum dimension_use {
    USE_NOT,   /* the same in all rows, told by the others, or describing a row */
    USE_AREA,  /* one of the columns of areas */
    USE_PART,  /* tells count, base and share of one series apart */
    USE_TOTAL, /* has a value that stands for all, in every series */
    USE_KEPT   /* tells series apart */
};

/* What a figure is of its series. */
enum series_part { PART_NONE, PART_COUNT, PART_BASE, PART_SHARE, PART_RESPONSE, SERIES_PARTS };

struct series_dimension {
    enum dimension_use use;
    const char **values; /* those in the records below, in the order of the table */
    size_t count;
    const char *total;               /* of USE_TOTAL */
    bool ends_in_years;              /* `KV2021`: the year of the period stands behind the value */
    const char *parts[SERIES_PARTS]; /* of USE_PART: which value is which; NULL for none */
};

struct table_series {
    const struct table *table;
    struct table_areas areas;
    struct series_dimension *dimensions; /* table_dimensions() of them */
    const struct table_record **records; /* of the plan's areas; all where absent_is_zero */
    size_t record_count;
    bool is_statbank;    /* an export of Danmarks Statistik */
    bool absent_is_zero; /* in the format BULK, which leaves rows of zeros out */
};

/*
 * table_series_find(arena, catalogue, table, series): by the columns of areas, or else by the name
 * of the sheet; false where no row is of an area of the plan.
 */
bool table_series_find(struct arena *arena, const struct catalogue *catalogue,
                       const struct table *table, struct table_series *series);

/*
 * table_series_firsts(series, firsts, most): the first record with a figure of each series, as
 * places in `records`, and how many there are; no more than `most`.
 */
size_t table_series_firsts(const struct table_series *series, size_t *firsts, size_t most);

/* table_series_parts(series): the dimension of USE_PART, or NULL. */
const struct series_dimension *table_series_parts(const struct table_series *series);

/*
 * table_series_selection(arena, series, record, part): what a mapping's `udvalg` says of the part of
 * the series that a record is in.
 */
const char *table_series_selection(struct arena *arena, const struct table_series *series,
                                   size_t record, enum series_part part);

/* table_series_value(series, record, d): the value of a record without the year behind it. */
const char *table_series_value(struct arena *arena, const struct table_series *series,
                               size_t record, size_t d);

/*
 * table_series_names_all(arena, series, d): whether all rows of the table, of other areas too, have
 * one value there that says what is counted.
 */
bool table_series_names_all(struct arena *arena, const struct table_series *series, size_t d);

/* series_part_of(arena, text): what a heading says of its figures: `antal`, `i alt`, `pct.`. */
enum series_part series_part_of(struct arena *arena, const char *text);

#endif
