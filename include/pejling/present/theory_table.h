/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The theory of change beside what the data show, one row a step and area:
 * tabeller/forandringsteori.csv.
 */
#ifndef PEJLING_PRESENT_THEORY_TABLE_H
#define PEJLING_PRESENT_THEORY_TABLE_H

#include "pejling/findings/findings.h"
#include "pejling/present/sheet.h"

/* theory_sheet(arena, language, findings): steps in the order of the file, areas as followup.h. */
struct sheet theory_sheet(struct arena *arena, enum language language,
                          const struct findings *findings);

#endif
