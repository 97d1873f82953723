/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What further years could show of an indicator, as a part of evaluering.html. */
#ifndef PEJLING_PRESENT_EVALUATION_PLANNING_H
#define PEJLING_PRESENT_EVALUATION_PLANNING_H

#include "pejling/present/seminar.h"

/*
 * evaluation_planning_write(seminar, indicator): a section with a row an area and total: the change
 * that the next figure and means of three years could show, the smallest slope, and when a verdict
 * is possible; and a line of what taking the areas as one would buy. Nothing for an indicator
 * without a series.
 */
void evaluation_planning_write(const struct seminar *seminar, const struct indicator *indicator);

#endif
