/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Headlines: the finding itself in a few words, counted from the cells, for figures, slides and
 * the page. A headline that the cells do not bear out is worse than none, so each says as much as
 * its verdicts say and no more.
 */
#ifndef PEJLING_PRESENT_HEADLINE_H
#define PEJLING_PRESENT_HEADLINE_H

#include "pejling/present/sentence.h"

/*
 * headline_indicator(speaker, indicator): what has become of the gap, area by area: `15–29-årige i
 * restgruppen: afstanden er indsnævret i Ringparken`.
 */
struct sentence headline_indicator(const struct speaker *speaker,
                                   const struct indicator *indicator);

/* headline_area(speaker, area): on how many indicators its gap has moved to the better or worse. */
struct sentence headline_area(const struct speaker *speaker, const struct area *area);

/* headline_plan(speaker): the same of the whole plan: the fixed indicators in all of its areas. */
struct sentence headline_plan(const struct speaker *speaker);

#endif
