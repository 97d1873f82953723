/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The verdict on each gap: does it narrow, widen, stay, or can that not be told? By the rule of
 * verdict_rule.h on the slope of the gap, from two engines: A takes each series by itself at a
 * fixed correlation of neighbouring years, B estimates correlation and spread over all series of a
 * class (stock or flow) of a municipality's areas. B decides where there are enough of them. A
 * narrowing gap is no praise and a widening one no blame: the plan is not in the calculation.
 */
#ifndef PEJLING_FINDINGS_GAP_VERDICT_H
#define PEJLING_FINDINGS_GAP_VERDICT_H

#include "pejling/findings/gap_series.h"
#include "pejling/findings/verdict_rule.h"
#include "pejling/stats/detect.h"
#include "pejling/stats/gap_line.h"
#include "pejling/stats/multiplicity.h"
#include "pejling/stats/pooling.h"
#include "pejling/stats/verdict.h"

/* Firm: both engines say it, and it stands among the family's many tests. */
enum verdict_strength { STRENGTH_NONE, STRENGTH_INDICATED, STRENGTH_FIRM };

/* Whether the gap moved in the indicator's good direction. */
enum verdict_direction { DIRECTION_NONE, DIRECTION_BETTER, DIRECTION_WORSE, DIRECTION_NEUTRAL };

/* What one engine says of a slope. */
struct engine_answer {
    bool available;
    struct estimate slope;      /* display unit a year, at the rule's confidence */
    double equivalence[2];      /* the interval for equivalence, at 2c - 1 */
    double p, first, last;      /* two-sided; the fitted gap at the first and last year */
    struct judgement judgement; /* lines 2 to 4 of the rule, on this engine alone */
};

/* What verdicts look up and is dear to work out: kept, for any number of panels and threads. */
struct verdict_tables {
    struct detect_needs *needs;                 /* at the rule's confidence, and DETECT_POWER */
    struct expected_correlations *correlations; /* of the year patterns met so far */
};

/* verdict_tables_new(arena): empty ones; nothing else may use the arena while threads share them. */
struct verdict_tables verdict_tables_new(struct arena *arena);

struct gap_verdict {
    const struct gap_series *series;
    struct detect_needs *needs; /* what a slope must have to be found */
    enum verdict verdict;
    enum verdict_strength strength;
    enum verdict_direction direction;
    enum verdict_line line;
    enum reason reason; /* of a verdict that is not determinable, else REASON_NONE */
    bool hidden;        /* because of years that disclosure control hides */
    struct verdict_delta delta;
    struct engine_answer a, b;
    const struct engine_answer *decides; /* NULL where neither has an answer */
    struct gap_line gap_line;            /* engine A's steps */
    const struct pool *pool;             /* engine B's, NULL where there is no pool */
    struct pooled_series pooled;         /* this series' part in it */
    bool in_family;
    struct family_member test; /* among the fixed indicators of the areas */
};

/* By indicator x area, indicator-major; NULL where an area has no verdict to get. */
struct verdicts {
    const struct catalogue *catalogue;
    struct gap_verdict **items;
    size_t family_size;
};

/*
 * verdicts_compute(arena, table, tables): a verdict for each of the plan's areas, and their totals,
 * on every indicator with a figure; with `tables` NULL from tables of its own.
 */
struct verdicts verdicts_compute(struct arena *arena, const struct released_table *table,
                                 const struct verdict_tables *tables);

/* verdict_of(verdicts, indicator, area): NULL where there is none. */
const struct gap_verdict *verdict_of(const struct verdicts *verdicts,
                                     const struct indicator *indicator, const struct area *area);

/*
 * verdict_is_agreed(verdict): whether both engines say it, of a series with variances of its own;
 * a given value has none, and is never firm.
 */
bool verdict_is_agreed(const struct gap_verdict *verdict);

/*
 * verdict_family_adjust(p, adjusted, n): the tests of a family, each p adjusted for all of them
 * (multiplicity_adjust, Benjamini & Hochberg).
 */
void verdict_family_adjust(const double *p, double *adjusted, size_t n);

/* verdict_stands(adjusted): whether a test is among the discoveries of its family. */
bool verdict_stands(double adjusted);

/*
 * gap_verdict_at_bound(arena, verdict, highest): what the deciding engine says with the hidden years
 * put where the slope is highest, or lowest, within what everybody may know of them: late years at
 * the one end and early ones at the other, with the open years' mean variance. Its own answer where
 * no year is hidden. For a verdict with `decides` whose hidden years all have such limits
 * (bounded_count).
 */
struct engine_answer gap_verdict_at_bound(struct arena *arena, const struct gap_verdict *verdict,
                                          bool highest);

/* verdict_series_of(series): its open years as verdict_admission asks for them. */
struct verdict_series verdict_series_of(const struct gap_series *series);

/* The words of the machine files: `firm`, `better`; "" for none. */
const char *verdict_strength_code(enum verdict_strength strength);
const char *verdict_direction_code(enum verdict_direction direction);

#endif
