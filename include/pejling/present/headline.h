/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Headlines: the finding itself in a few words, counted from the cells, for figures, slides and
 * the page. A headline that the cells do not bear out is worse than none, so each says as much as
 * its verdicts say and no more: better and worse are both told, none included, and so is what
 * cannot be told. A neutral indicator is neither. No full stop, and at most HEADLINE_LONGEST
 * characters where that can be: a longer name is cut, a longer list of areas is told in numbers,
 * and nothing of the finding is left out.
 */
#ifndef PEJLING_PRESENT_HEADLINE_H
#define PEJLING_PRESENT_HEADLINE_H

#include "pejling/present/sentence.h"

#define HEADLINE_LONGEST 115

/* What has become of a number of gaps. */
struct headline_tally {
    size_t better, worse, neutral, unchanged, undetermined, total;
};

/*
 * headline_indicator(speaker, indicator): what has become of the gap, area by area: `15–29-årige i
 * restgruppen: afstanden er klart indsnævret for Ringparken`. Where no single area has a verdict,
 * of the areas together.
 */
struct sentence headline_indicator(const struct speaker *speaker,
                                   const struct indicator *indicator);

/*
 * headline_area(speaker, area): on how many indicators its gap has moved to the better or worse: of
 * the fixed ones, or of all where the area has figures of none of those.
 */
struct sentence headline_area(const struct speaker *speaker, const struct area *area);

/* headline_plan(speaker): the same of the whole plan: the fixed indicators in all of its areas. */
struct sentence headline_plan(const struct speaker *speaker);

/* headline_count(tally, verdict): counts one verdict more. */
void headline_count(struct headline_tally *tally, const struct gap_verdict *verdict);

#endif
