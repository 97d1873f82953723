/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of an explanation: what goes with the verdict, and where its methods come from. */
#ifndef PEJLING_PRESENT_EXPLANATION_OUTLOOK_H
#define PEJLING_PRESENT_EXPLANATION_OUTLOOK_H

#include "pejling/present/explanation_series.h"

/* explain_outlook(explained): changes since the baseline, what could be seen, and when. */
void explain_outlook(const struct explained *explained);

/* explain_references(explained): the sources of the methods that are used here. */
void explain_references(const struct explained *explained);

#endif
