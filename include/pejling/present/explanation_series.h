/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of an explanation that is about the years: each one's figures, and which are left out.
 */
#ifndef PEJLING_PRESENT_EXPLANATION_SERIES_H
#define PEJLING_PRESENT_EXPLANATION_SERIES_H

#include "pejling/findings/verdict_companions.h"
#include "pejling/present/explanation.h"
#include "pejling/present/explanation_page.h"

/* What is explained, and the page it is written on. */
struct explained {
    struct page *page;
    const struct findings *findings;
    const struct explanation_request *request;
    const struct area *comparator;     /* NULL for none */
    const struct gap_verdict *verdict; /* NULL where the area has no verdict to get */
    struct verdict_companions companions;
    int decimals;         /* of a level */
    int fine;             /* of a slope and the numbers on the way to it */
    const char *unit;     /* of a level */
    const char *gap_unit; /* of a gap */
};

/* explain_finding(explained, statistic): the area's finding that there is one of; NULL for none. */
const struct finding *explain_finding(const struct explained *explained, enum statistic statistic);

/* explain_interval_label(explained): `95 %-interval`, at the plan's confidence. */
const char *explain_interval_label(const struct explained *explained);

/* explain_years(explained): each year's level, comparator and gap, and the gap's variance. */
void explain_years(const struct explained *explained);

/* explain_breaks(explained): the breaks, and the years that are left out. */
void explain_breaks(const struct explained *explained);

#endif
