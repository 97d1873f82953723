/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of seminar.html that the board shows its auditor: the agreement's table of goals and
 * indicators, with what has become of them and the verdict on each gap.
 */
#ifndef PEJLING_PRESENT_SEMINAR_FOLLOWUP_H
#define PEJLING_PRESENT_SEMINAR_FOLLOWUP_H

#include "pejling/present/seminar.h"

/* seminar_followup_write(seminar): the section `opfoelgning`. */
void seminar_followup_write(const struct seminar *seminar);

#endif
