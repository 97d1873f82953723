/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A focus area's theory of change in seminar.html: each expected result beside what the data show
 * of it in every area, and the questions that the findings give reason to ask.
 */
#ifndef PEJLING_PRESENT_SEMINAR_THEORY_H
#define PEJLING_PRESENT_SEMINAR_THEORY_H

#include "pejling/present/seminar.h"

/* seminar_theory_write(seminar, focus_area): nothing where the plan has no theory of it. */
void seminar_theory_write(const struct seminar *seminar, const char *focus_area);

/* seminar_questions_write(seminar, focus_area): nothing where there is none to ask. */
void seminar_questions_write(const struct seminar *seminar, const char *focus_area);

#endif
