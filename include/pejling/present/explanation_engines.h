/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of an explanation that follows the two engines of the verdict, step by step. */
#ifndef PEJLING_PRESENT_EXPLANATION_ENGINES_H
#define PEJLING_PRESENT_EXPLANATION_ENGINES_H

#include "pejling/present/explanation_series.h"

/* explain_engine_a(explained): two lines at two correlations, and the union of their intervals. */
void explain_engine_a(const struct explained *explained);

/* explain_engine_b(explained): the pool and this series in it, or why it does not decide. */
void explain_engine_b(const struct explained *explained);

#endif
