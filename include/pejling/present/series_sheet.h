/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The levels of the workbook side by side: a row an indicator and period, a column an area. */
#ifndef PEJLING_PRESENT_SERIES_SHEET_H
#define PEJLING_PRESENT_SERIES_SHEET_H

#include "pejling/findings/findings.h"
#include "pejling/present/book.h"

/*
 * series_sheet(arena, language, findings, name, chart_sheet): municipalities first, then areas,
 * their totals, twins and the country; sections and the rest of a municipality are left to the
 * table of all numbers. A hidden number is a hatched cell, and the row says in words which are
 * hidden or missing and why. Charts, on a sheet of their own, are of the fixed indicators; those
 * with a break in the series have none, since a line would run across it.
 */
struct book_sheet series_sheet(struct arena *arena, enum language language,
                               const struct findings *findings, const char *name,
                               const char *chart_sheet);

#endif
