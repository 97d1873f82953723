/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of an explanation that is about the rule: what it asks, what it says, and why so. */
#ifndef PEJLING_PRESENT_EXPLANATION_VERDICT_H
#define PEJLING_PRESENT_EXPLANATION_VERDICT_H

#include "pejling/present/explanation_series.h"

/* explain_answer(explained): the verdict in one sentence. */
void explain_answer(const struct explained *explained);

/* explain_requirements(explained): what a series must have, beside what this one has. */
void explain_requirements(const struct explained *explained);

/* explain_rule(explained): the rule's lines in order, and why the other verdicts are not given. */
void explain_rule(const struct explained *explained);

/* explain_strength(explained): strength, direction and the family of tests. */
void explain_strength(const struct explained *explained);

/* explain_reason(language, reason): why a verdict or what goes with it is not there, in words. */
const char *explain_reason(enum language language, enum reason reason);

#endif
