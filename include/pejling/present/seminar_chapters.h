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

/* The goals in the order in which the indicators have them; "" comes last, if it comes. */
struct seminar_goals {
    const char **goals;
    size_t count;
};

/* seminar_goals(seminar): those of all indicators that are followed. */
struct seminar_goals seminar_goals(const struct seminar *seminar);

/* seminar_goal_title(seminar, goals, number): what stands over a goal's chapter. */
const char *seminar_goal_title(const struct seminar *seminar, const struct seminar_goals *goals,
                               size_t number);

/* seminar_has_figures(seminar, indicator): whether any area has a series of it. */
bool seminar_has_figures(const struct seminar *seminar, const struct indicator *indicator);

/* seminar_chapters_write(seminar): the sections `maal-1`, `maal-2` … */
void seminar_chapters_write(const struct seminar *seminar);

/* seminar_chapters_contents(seminar): a list item for each of them, with a link to it. */
void seminar_chapters_contents(const struct seminar *seminar);

#endif
