/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of an explanation that is about the board's targets (maaltal.csv). */
#ifndef PEJLING_PRESENT_EXPLANATION_TARGETS_H
#define PEJLING_PRESENT_EXPLANATION_TARGETS_H

#include "pejling/present/explanation_series.h"

/*
 * explain_targets(explained): of each target its line, the figure it is held against and the
 * periods that rests on, how it stands, and by which step of the rule (target_outlook.h); nothing
 * where the area has no target.
 */
void explain_targets(const struct explained *explained);

#endif
