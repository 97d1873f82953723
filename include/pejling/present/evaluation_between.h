/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of evaluering.html that holds a plan's areas against each other, twins and the country.
 */
#ifndef PEJLING_PRESENT_EVALUATION_BETWEEN_H
#define PEJLING_PRESENT_EVALUATION_BETWEEN_H

#include "pejling/present/seminar.h"

/*
 * evaluation_between_write(seminar, indicator): a section: the areas as one, whether they differ,
 * their differences in pairs, their places with what is possible, and the gaps to twins and the
 * country. Nothing where there is nothing to compare.
 */
void evaluation_between_write(const struct seminar *seminar, const struct indicator *indicator);

/*
 * evaluation_between_say(seminar, indicator): the short of it as a list of three items for each
 * municipality: the areas as one, whether their levels differ, whether their development does.
 * False where there is nothing to say, and nothing is written.
 */
bool evaluation_between_say(const struct seminar *seminar, const struct indicator *indicator);

#endif
