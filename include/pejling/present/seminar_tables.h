/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of an indicator's levels and gaps in the pages: periods down, areas across. */
#ifndef PEJLING_PRESENT_SEMINAR_TABLES_H
#define PEJLING_PRESENT_SEMINAR_TABLES_H

#include "pejling/present/seminar.h"

/*
 * seminar_tables_write(seminar, indicator): those behind a figure: the levels as they are, and
 * folded away, and left out on paper, levels and gaps with their intervals.
 */
void seminar_tables_write(const struct seminar *seminar, const struct indicator *indicator);

/*
 * seminar_level_table, seminar_gap_table(seminar, indicator): one table, each number with its
 * interval: the levels of whole areas and of what they are compared with, or the gaps that the
 * verdict is on. The second writes nothing where no area is compared.
 */
void seminar_level_table(const struct seminar *seminar, const struct indicator *indicator);
void seminar_gap_table(const struct seminar *seminar, const struct indicator *indicator);

#endif
