/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From the slope of a gap to a word (statistics.md B9.1 and B9.4), the same for engine A and B:
 * first whether the series may be judged at all, then what its slope says. "Not determinable" is a
 * verdict like the others.
 */
#ifndef PEJLING_STATS_VERDICT_H
#define PEJLING_STATS_VERDICT_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/stats/estimate.h"

/* What a series must have; as few as the engines' error rates were measured with. */
#define VERDICT_YEARS 5
#define VERDICT_SPAN 4     /* calendar years from first to last */
#define VERDICT_PERSONS 20 /* the area's median denominator */
#define VERDICT_EVENTS 10  /* in all, and for shares as many without */

enum verdict {
    VERDICT_NOT_DETERMINABLE,
    VERDICT_NARROWING,
    VERDICT_WIDENING,
    VERDICT_UNCHANGED,
    VERDICT_COUNT
};

/* verdict_code(verdict): the word of the machine files, `not_determinable`. */
const char *verdict_code(enum verdict verdict);

/* What the area's counts are, and so what is asked of them. */
enum verdict_counts {
    VERDICT_SHARES, /* events among persons: enough of both with and without */
    VERDICT_RATES,  /* events: enough of them */
    VERDICT_VALUES  /* none: means and given values; events and base may be NULL */
};

/* The area's usable periods, within one unbroken series, x rising on real time. */
struct verdict_series {
    enum verdict_counts counts;
    const double *x, *events, *base;
    size_t n;
};

/*
 * verdict_admission(series): REASON_NONE, or why no verdict may be given: TOO_FEW_YEARS below 5
 * periods or a span of 4 years (a day short of it is enough), TOO_FEW_EVENTS below 10 events or, of
 * shares, 10 without, or below a median base of 20. A base given for values counts as theirs;
 * shares or rates without events or base have NO_COUNTS.
 */
enum reason verdict_admission(const struct verdict_series *series);

/* The least change of the gap per year that matters. */
struct verdict_delta {
    double absolute; /* in the gap's unit */
    double relative; /* of the mean gap's size */
};

/* What an engine found; all but `slope` in the gap's unit. */
struct verdict_evidence {
    struct estimate slope; /* with its 95 pct. interval */
    double equivalence[2]; /* its 90 pct. interval: two one-sided tests at 5 pct. */
    double first, last;    /* fitted gap, first and last period */
    double mean_gap;       /* of the gaps as they are */
};

struct judgement {
    enum verdict verdict;
    enum reason reason; /* why it is not determinable: the evidence's own, or IMPRECISE */
    double delta;       /* max(relative |mean_gap|, absolute) */
    double change;      /* |last| - |first|: which way an undetermined one leans */
    bool crossed;       /* first and last have opposite signs */
};

/*
 * verdict_judge(evidence, delta): narrowing or widening, by the sign of `change`, where 0 lies
 * outside the interval; else unchanged where the equivalence interval lies inside (-delta, delta)
 * (Schuirmann 1987, J. Pharmacokinet. Biopharm. 15:657); else not determinable. Without an interval
 * not determinable, for the slope's reason.
 */
struct judgement verdict_judge(const struct verdict_evidence *evidence, struct verdict_delta delta);

#endif
