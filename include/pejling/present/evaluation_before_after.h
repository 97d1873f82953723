/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before and after the plan's start, and who moved: a section of evaluering.html. */
#ifndef PEJLING_PRESENT_EVALUATION_BEFORE_AFTER_H
#define PEJLING_PRESENT_EVALUATION_BEFORE_AFTER_H

#include "pejling/present/seminar.h"

/*
 * evaluation_before_after_write(seminar, indicator): the section: a table of the means, the change
 * and what would explain it, of the areas where the two can be compared; the figure; a table of the
 * area's change, the comparator's and their difference; and the sentences. Nothing for an
 * indicator without any of it.
 */
void evaluation_before_after_write(const struct seminar *seminar,
                                   const struct indicator *indicator);

#endif
