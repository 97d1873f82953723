/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A municipality's areas as one (statistics.md B8): the slope of their gaps together and the
 * verdict on it, which has more power than any of theirs and is read before them. It is the mean of
 * the areas' own slopes, the surest of them weighing most; the row of their total is another
 * question, that of all their residents counted together.
 */
#ifndef PEJLING_FINDINGS_POOLED_AREAS_H
#define PEJLING_FINDINGS_POOLED_AREAS_H

#include "pejling/findings/compared_areas.h"
#include "pejling/findings/gap_verdict.h"

struct pooled_areas {
    struct compared_areas areas;   /* those that are in it; none where there is no slope */
    const double *slopes, *errors; /* of each of them: its slope, and that one's standard error */
    double shared_error;           /* of the comparator's own slope, as far as it is used */
    const struct area *comparator; /* of all of them; NULL where it differs */
    struct period from, to;        /* of their slopes */
    size_t periods;                /* open in all of them */
    struct estimate slope;         /* display unit a year; undefined with its reason */
    double p;                      /* two-sided; meaningful with a slope only */
    enum verdict verdict;
    enum reason reason; /* why the verdict is not determinable */
    bool hidden;        /* because of figures that disclosure control hides */
};

/*
 * pooled_areas_judge(arena, table, verdicts, indicator, municipality): the areas whose slope was
 * judged by an engine, on counts or spreads. Each one's standard error is the longer half of its
 * deciding engine's interval over the normal quantile, so what the engine allows for few years and
 * neighbouring years that are alike is in it; the comparator that they share has the standard error
 * of its own least-squares slope in the periods open in all of them, but at most the smallest of
 * theirs, of which it is a part. heterogeneity_pooled_gap, and its interval on the normal quantile; then verdict_judge as
 * for one area, with the weighted means of their fitted and mean gaps.
 *
 * No slope: the areas' own reason where fewer than two of them have one; INCOMPLETE where they do
 * not span the same periods or are held against different comparators; SUPPRESSED, and hidden,
 * where a hidden area or year takes one of them out, for then it is not by chance that it is. An
 * area that is too small to be judged is left out, and `areas` says who is in. With hidden years
 * inside the series the slope is there, but a verdict only if it is the same with the answers of
 * those areas' engines at both ends of what the hidden years can be (gap_verdict_at_bound), with the
 * standard errors there and with those of the open years.
 *
 * Measured over 2,000 panels each (the model of test_pooled_areas.c: areas of 300, 700 and 1,500
 * against a rest of 75,000, no gap changes, engine A decides), verdicts of narrowing or widening,
 * at 5 / 8 / 10 years; standard deviation of the true year effects in points, 0.25 in the rest:
 *   none: stock .005 / .001 / .000, flow .007 / .004 / .004
 *   1, correlation 0: .012 / .003 / .002, .016 / .009 / .005
 *   2, correlation 0: .020 / .004 / .004, .029 / .011 / .011
 *   1, correlation 0.6: .018 / .014 / .011, .031 / .031 / .038
 * So it is as careful as engine A. With engine B it inherits that one's rates, about .05.
 */
struct pooled_areas pooled_areas_judge(struct arena *arena, const struct released_table *table,
                                       const struct verdicts *verdicts,
                                       const struct indicator *indicator,
                                       const struct area *municipality);

#endif
