/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * seminar.xlsx: the edition for an analyst. What to know first, the verdict matrix, the follow-up
 * table, targets, theory of change, questions and news where there are any, every number, the levels
 * side by side with charts, what is hidden, and the methods.
 */
#ifndef PEJLING_PRESENT_SEMINAR_WORKBOOK_H
#define PEJLING_PRESENT_SEMINAR_WORKBOOK_H

#include "pejling/findings/findings.h"
#include "pejling/present/book.h"
#include "pejling/present/news.h"
#include "pejling/present/place.h"

#define SEMINAR_WORKBOOK "seminar.xlsx"

/* seminar_book(arena, language, findings, news): its sheets; `news` NULL for none. */
struct book seminar_book(struct arena *arena, enum language language,
                         const struct findings *findings, const struct news *news);

/*
 * seminar_workbook_write(place, findings, news): the file. False, and a PROBLEM_TOOL, if it cannot
 * be written; the edition can do without it.
 */
bool seminar_workbook_write(const struct place *place, const struct findings *findings,
                            const struct news *news);

#endif
