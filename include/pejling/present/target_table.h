/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The targets of the plan and how each stands, one row a target: tabeller/maaltal.csv. */
#ifndef PEJLING_PRESENT_TARGET_TABLE_H
#define PEJLING_PRESENT_TARGET_TABLE_H

#include "pejling/findings/findings.h"
#include "pejling/present/sheet.h"

/* target_sheet(arena, language, findings): the whole table; without rows where there are no targets. */
struct sheet target_sheet(struct arena *arena, enum language language,
                          const struct findings *findings);

#endif
