/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the periods of a source to those of an indicator, as a rule of the mapping says. */
#ifndef PEJLING_MODEL_PERIOD_CONVERSION_H
#define PEJLING_MODEL_PERIOD_CONVERSION_H

#include "pejling/model/mapping.h"

/*
 * conversion_target(rule, period, target): the period that a figure of `period` belongs to; it need
 * not fit the indicator's reporting. A date that is the status day of a yearly indicator is its
 * year; two years together are the last of them. False to leave the figure out: it is another
 * quarter than the rule takes, has no day in its list, is a month that the rule says nothing of, or
 * lies out of the years that a plan has.
 */
bool conversion_target(const struct mapping_rule *rule, struct source_period period,
                       struct period *target);

/*
 * conversion_parts(rule, period): how many figures of such periods make one: 4 quarters or 12
 * months of a year, 3 months of a quarter, else 1.
 */
size_t conversion_parts(const struct mapping_rule *rule, struct source_period period);

#endif
