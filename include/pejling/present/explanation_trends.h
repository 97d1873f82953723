/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of an explanation that is about the trends beside the verdict, which decide nothing. */
#ifndef PEJLING_PRESENT_EXPLANATION_TRENDS_H
#define PEJLING_PRESENT_EXPLANATION_TRENDS_H

#include "pejling/present/explanation_series.h"

/* explain_slopes(explained): least squares, who moved, and the companions of the verdict. */
void explain_slopes(const struct explained *explained);

#endif
