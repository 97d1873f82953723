/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the headings of other people's tables say: which column holds periods, which areas or ages,
 * which a source. In Danish and English, compared as text_fold does.
 */
#ifndef PEJLING_INPUT_TABLE_NAMES_H
#define PEJLING_INPUT_TABLE_NAMES_H

#include <stdbool.h>

#include "pejling/base/arena.h"

/* table_name_period_rank(arena, name): how surely it heads periods, TID before DATO; 0 if not. */
int table_name_period_rank(struct arena *arena, const char *name);

/*
 * table_name_is_dimension(arena, name): whether numbers under it are codes or ages, and no figures:
 * KOMMUNE, afdelingsnr, ALDER.
 */
bool table_name_is_dimension(struct arena *arena, const char *name);

/* table_name_is_area(arena, name): whether it heads areas: OMRÅDE, bopælskommune, afdeling, sted. */
bool table_name_is_area(struct arena *arena, const char *name);

/* table_name_is_source(arena, name): whether it heads sources and notes. */
bool table_name_is_source(struct arena *arena, const char *name);

/*
 * table_name_is_attribute(arena, name): whether it heads what a figure is like and not what it is
 * about: a status, a precision, a time of change.
 */
bool table_name_is_attribute(struct arena *arena, const char *name);

/* table_name_unit(arena, line): the unit in a line such as `Enhed: pct.`; NULL for another line. */
const char *table_name_unit(struct arena *arena, const char *line);

/*
 * table_name_is_api_figure(arena, name): whether it heads the figures of StatBank's own formats,
 * INDHOLD; all other columns are then codes or names, be they numbers.
 */
bool table_name_is_api_figure(struct arena *arena, const char *name);

/* table_name_is_school_year(arena, name): whether it heads school years. */
bool table_name_is_school_year(struct arena *arena, const char *name);

/* table_name_is_total(arena, value): whether a value stands for all: `I alt`, `Age, total`. */
bool table_name_is_total(struct arena *arena, const char *value);

#endif
