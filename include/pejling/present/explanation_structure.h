/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of an explanation that follows ages and moves, where an indicator has such groups. */
#ifndef PEJLING_PRESENT_EXPLANATION_STRUCTURE_H
#define PEJLING_PRESENT_EXPLANATION_STRUCTURE_H

#include "pejling/present/explanation_series.h"

/* explain_structure(explained): the groups with their lines, and what follows from them; or nothing. */
void explain_structure(const struct explained *explained);

#endif
