/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of an explanation that is about the input: the figures, and the lines they stand in. */
#ifndef PEJLING_PRESENT_EXPLANATION_INPUTS_H
#define PEJLING_PRESENT_EXPLANATION_INPUTS_H

#include "pejling/present/explanation_series.h"

/* explain_inputs(explained): of the area, of its municipality, and how the rest follows. */
void explain_inputs(const struct explained *explained);

/*
 * explain_lines(explained, area, group, period): the lines of a figure, runs of them as one:
 * `tal.csv:4, 7-9`, `tal.csv:4-6 (lagt sammen)`, of the rest `tal.csv:9 minus tal.csv:4-6`; of
 * everybody for a group of NULL.
 */
const char *explain_lines(const struct explained *explained, const struct area *area,
                          const char *group, struct period period);

#endif
