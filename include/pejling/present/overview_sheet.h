/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verdict matrix of the workbook: a row an indicator, and for each area its verdict. */
#ifndef PEJLING_PRESENT_OVERVIEW_SHEET_H
#define PEJLING_PRESENT_OVERVIEW_SHEET_H

#include "pejling/findings/findings.h"
#include "pejling/present/book.h"

/*
 * overview_style(verdict), overview_sign(verdict): how a verdict looks, and the sign that goes with
 * it so that no colour stands alone: `▲▲`, `▲`, `●`, `▼`, `▼▼`; `◆` of a gap that moved where no
 * direction is the good one, and `?` where nothing can be told.
 */
enum book_style overview_style(const struct gap_verdict *verdict);
const char *overview_sign(const struct gap_verdict *verdict);

/*
 * overview_sheet(arena, language, findings, name): two columns an area: the verdict in words with
 * the interval of its yearly change, and that change as a number; indicators and areas in the order
 * of the follow-up table, without those that have no verdict at all.
 */
struct book_sheet overview_sheet(struct arena *arena, enum language language,
                                 const struct findings *findings, const char *name);

#endif
