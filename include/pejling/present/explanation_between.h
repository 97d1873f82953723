/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of an explanation that holds an area up against others, twins and the country. */
#ifndef PEJLING_PRESENT_EXPLANATION_BETWEEN_H
#define PEJLING_PRESENT_EXPLANATION_BETWEEN_H

#include "pejling/present/explanation_series.h"

/*
 * explain_between(explained): the levels that are compared and the lines they stand in; of an area
 * its differences to each of the others and its rank, of the total the tests and the areas as one,
 * step by step; then twins and the country. Nothing where there is nothing to compare.
 */
void explain_between(const struct explained *explained);

#endif
