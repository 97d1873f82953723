/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The answer on one page, at the head of seminar.html: a headline counted from the verdicts, the
 * verdicts themselves as a table of indicators and areas, and what is new.
 */
#ifndef PEJLING_PRESENT_SEMINAR_OVERVIEW_H
#define PEJLING_PRESENT_SEMINAR_OVERVIEW_H

#include "pejling/present/seminar.h"

/* seminar_overview_write(seminar): the section `svar`. */
void seminar_overview_write(const struct seminar *seminar);

#endif
