/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One chapter of seminar.html for each goal, and what its focus area is about: the theory of change
 * beside what the data show, questions for the seminar, and a sheet for each indicator. Indicators
 * without a goal stand together in the last one, those without any figure in a line. A focus area is
 * written once, with its first indicator; one that has none, in a chapter behind the others.
 */
#ifndef PEJLING_PRESENT_SEMINAR_CHAPTERS_H
#define PEJLING_PRESENT_SEMINAR_CHAPTERS_H

#include "pejling/present/seminar.h"

/* seminar_chapters_write(seminar): the sections `maal-1`, `maal-2` … */
void seminar_chapters_write(const struct seminar *seminar);

/* seminar_chapters_contents(seminar): a list item for each of them, with a link to it. */
void seminar_chapters_contents(const struct seminar *seminar);

#endif
