/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an edition does not show, counted: a row an indicator, area, group and reason, with the
 * periods. It tells no more than frigivet.csv does, cell by cell.
 */
#ifndef PEJLING_PRESENT_HIDDEN_SHEET_H
#define PEJLING_PRESENT_HIDDEN_SHEET_H

#include "pejling/disclosure/released.h"
#include "pejling/present/book.h"

/* hidden_sheet(arena, language, table, name): in the order of the table, then of the reasons. */
struct book_sheet hidden_sheet(struct arena *arena, enum language language,
                               const struct released_table *table, const char *name);

#endif
