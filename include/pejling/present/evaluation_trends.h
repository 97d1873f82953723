/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of evaluering.html with one row an area: trends, verdicts, changes since baseline. */
#ifndef PEJLING_PRESENT_EVALUATION_TRENDS_H
#define PEJLING_PRESENT_EVALUATION_TRENDS_H

#include "pejling/present/seminar.h"

/* evaluation_trends_write(seminar, indicator): the three tables; one without rows is left out. */
void evaluation_trends_write(const struct seminar *seminar, const struct indicator *indicator);

#endif
