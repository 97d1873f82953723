/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verdict matrix of the workbook: a row an indicator, and for each area its verdict. */
#ifndef PEJLING_PRESENT_OVERVIEW_SHEET_H
#define PEJLING_PRESENT_OVERVIEW_SHEET_H

#include "pejling/present/book.h"
#include "pejling/present/matrix_cells.h"

/* overview_style(class): how a cell of the verdict matrix (matrix_cells.h) looks. */
enum book_style overview_style(enum matrix_class class);

/*
 * overview_sheet(arena, language, findings, name): two columns an area: the cell of the verdict
 * matrix in words with the interval of the gap's yearly change, and that change as a number; indicators and areas in the order
 * of the follow-up table, without those that have no verdict at all.
 */
struct book_sheet overview_sheet(struct arena *arena, enum language language,
                                 const struct findings *findings, const char *name);

#endif
