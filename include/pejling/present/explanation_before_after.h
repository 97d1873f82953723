/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of an explanation that is about before and after the plan's start. */
#ifndef PEJLING_PRESENT_EXPLANATION_BEFORE_AFTER_H
#define PEJLING_PRESENT_EXPLANATION_BEFORE_AFTER_H

#include "pejling/present/explanation_series.h"

/*
 * explain_before_after(explained): which side each year lies on, the means and the change with its
 * formula, the dates tried, and what regression to the mean is reckoned from; and the changes of
 * the area and of what it is compared with. Nothing where there are no such findings.
 */
void explain_before_after(const struct explained *explained);

#endif
