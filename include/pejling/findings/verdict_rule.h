/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rule of the verdict and its parameters, as data in one place. Their error rates are measured
 * (statistics B9.5); nobody should change one without measuring again.
 */
#ifndef PEJLING_FINDINGS_VERDICT_RULE_H
#define PEJLING_FINDINGS_VERDICT_RULE_H

#include <stddef.h>

#include "pejling/base/language.h"

struct verdict_rule {
    /* A series may be judged at all with so many open years, over so many years of time, ... */
    size_t least_years;
    double least_span;
    /* ... so many persons in the middle year, and so many with and so many without the property. */
    double least_base, least_events;
    double rho_stock, rho_flow; /* engine A's fixed correlation of neighbouring years */
    size_t pool_series;         /* engine B decides with so many series of a class, ... */
    double pool_df;             /* ... and so many degrees of freedom in them */
    double confidence;          /* of the interval that must leave 0 out */
    double relative_delta;    /* no smaller change a year counts than this share of the mean gap, */
                              /* or the indicator's own delta where that is more */
    double false_discoveries; /* a firm verdict's adjusted p-value is at most this */
};

/* verdict_rule(): the rule in force. */
const struct verdict_rule *verdict_rule(void);

/* Which line of the rule a verdict rests on; tried in this order, the first that fits. */
enum verdict_line {
    VERDICT_LINE_ADMISSIBLE, /* 1: the series cannot be judged */
    VERDICT_LINE_HIDDEN,     /* 1b: hidden years could change the answer */
    VERDICT_LINE_MOVED,      /* 2: 0 lies outside the interval */
    VERDICT_LINE_EQUIVALENT, /* 3: every change worth speaking of lies outside the interval */
    VERDICT_LINE_IMPRECISE,  /* 4: neither */
    VERDICT_LINES
};

/* verdict_line_code(line): `moved`, for machine files. */
const char *verdict_line_code(enum verdict_line line);

/* verdict_line_text(line, language): the line in words. */
const char *verdict_line_text(enum verdict_line line, enum language language);

#endif
