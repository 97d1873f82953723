/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ages and moves: on the page for the local evaluation, and the little of it that the seminar has. */
#ifndef PEJLING_PRESENT_EVALUATION_STRUCTURE_H
#define PEJLING_PRESENT_EVALUATION_STRUCTURE_H

#include "pejling/present/seminar.h"

/*
 * evaluation_structure_write(seminar, indicator): a section with a table each of the gap divided by
 * ages, its change, and the level's change divided by moves, a row an area; what they say in words,
 * and how they are to be read. Of an indicator without such groups nothing, but at the first one of
 * each goal that the figures do not tell whether they are about the same people.
 */
void evaluation_structure_write(const struct seminar *seminar, const struct indicator *indicator);

/*
 * seminar_structure_write(seminar, indicator): for a sheet of seminar.html: the sentences of the
 * areas' total, or without one of the first area that has any. Nothing without such groups.
 */
void seminar_structure_write(const struct seminar *seminar, const struct indicator *indicator);

/*
 * seminar_moves_unknown_write(seminar, goal): for a chapter of seminar.html: the note on what the
 * figures do not tell, unless all its indicators have movers.
 */
void seminar_moves_unknown_write(const struct seminar *seminar, const char *goal);

#endif
