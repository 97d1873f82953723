/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One indicator in evaluering.html: what it is, its figures, all its numbers, what the parts of the
 * evaluation have to say of it, and how to trace it.
 */
#ifndef PEJLING_PRESENT_EVALUATION_SHEET_H
#define PEJLING_PRESENT_EVALUATION_SHEET_H

#include "pejling/present/seminar.h"

/* evaluation_sheet_write(seminar, indicator, first): the article; `first` of a chapter. */
void evaluation_sheet_write(const struct seminar *seminar, const struct indicator *indicator,
                            bool first);

#endif
