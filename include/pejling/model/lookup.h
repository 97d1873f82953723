/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The indicator, area or period that a field of a row names, with a message where it names none. */
#ifndef PEJLING_MODEL_LOOKUP_H
#define PEJLING_MODEL_LOOKUP_H

#include "pejling/input/field.h"
#include "pejling/model/catalogue.h"

/* lookup_indicator(diagnostics, catalogue, problem, field): NULL, and a problem, for none. */
const struct indicator *lookup_indicator(struct diagnostics *diagnostics,
                                         const struct catalogue *catalogue, enum problem problem,
                                         const struct csv_field *field);

/*
 * lookup_area(diagnostics, catalogue, problem, field): by code, name or alias; the rest is not one
 * to name. NULL, and a problem, for none, or for a name that areas of several municipalities have;
 * NULL alone where areas_read has refused the plan for names that areas share.
 */
const struct area *lookup_area(struct diagnostics *diagnostics, const struct catalogue *catalogue,
                               enum problem problem, const struct csv_field *field);

/* lookup_report_ambiguous(diagnostics, problem, at, name): the problem of such a name. */
void lookup_report_ambiguous(struct diagnostics *diagnostics, enum problem problem,
                             struct location at, const char *name);

/*
 * lookup_period(diagnostics, indicator, field, problem, period): a period that the indicator's
 * reporting has.
 */
bool lookup_period(struct diagnostics *diagnostics, const struct indicator *indicator,
                   const struct csv_field *field, enum problem problem, struct period *period);

#endif
