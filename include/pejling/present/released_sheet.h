/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * frigivet.csv: the released table, cell by cell, as next year's run reads it back (see
 * program/released_read.h). A pool is a row with `period_to`.
 *
 *   release            numbers in the row
 *   open               all there are
 *   rounded            all but the count: the rest of the municipality
 *   hidden             none; or the denominator, and the counts from `lowest` to `highest` that
 *                      everybody can work out to be possible
 *   absent             none
 */
#ifndef PEJLING_PRESENT_RELEASED_SHEET_H
#define PEJLING_PRESENT_RELEASED_SHEET_H

#include "pejling/disclosure/released.h"
#include "pejling/present/place.h"
#include "pejling/present/sheet.h"

#define RELEASED_FILE "frigivet.csv"

/*
 * released_sheet(arena, table): one row a cell, then one a pool. A shared edition's numbers have
 * six decimals, as the table has; an internal one's all their digits.
 */
struct sheet released_sheet(struct arena *arena, const struct released_table *table);

/* released_write(place, table): the file. */
bool released_write(const struct place *place, const struct released_table *table);

#endif
