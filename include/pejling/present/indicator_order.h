/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of indicators in a figure: goal by goal, and how both are called there. */
#ifndef PEJLING_PRESENT_INDICATOR_ORDER_H
#define PEJLING_PRESENT_INDICATOR_ORDER_H

#include <stdbool.h>

#include "pejling/base/arena.h"
#include "pejling/base/language.h"
#include "pejling/model/catalogue.h"

/*
 * indicators_by_goal(arena, catalogue, fixed_only, count): the goals in the order in which they
 * come up, the indicators of each as the catalogue has them, those without a goal last.
 * `fixed_only`: those alone that have a number in the agreement, if any has.
 */
const struct indicator **indicators_by_goal(struct arena *arena, const struct catalogue *catalogue,
                                            bool fixed_only, size_t *count);

/* indicator_heading(language, indicator): its goal, or what stands over those without one. */
const char *indicator_heading(enum language language, const struct indicator *indicator);

/* indicator_label(indicator): its short name, or its name. */
const char *indicator_label(const struct indicator *indicator);

#endif
