/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/level.h"

#include <math.h>

#include "pejling/base/moments.h"
#include "pejling/stats/difference.h"
#include "pejling/stats/interval.h"
#include "pejling/stats/ratio.h"

#define EVERYBODY 1e12 /* answers, where all persons answered: chance has no part in it */

/* Why nothing can be said of a pair: the cell's own reason first. */
static enum reason pair_reason(const struct released_cell *cell, const struct released_cell *other)
{
    if (!cell)
        return REASON_MISSING;
    if (!released_is_open(cell))
        return cell->reason;
    return other ? other->reason : REASON_NO_COMPARATOR;
}

struct level_counts level_counts_of(const struct released_cell *cell)
{
    struct released_cell worth = *cell;
    if (cell->indicator->measure == MEASURE_SURVEY)
        worth.denominator =
            fmin(EVERYBODY, survey_effective_answers(cell->denominator, cell->design_effect,
                                                     cell->population));
    return (struct level_counts){released_count(&worth), worth.denominator};
}

static struct mean as_mean(const struct released_cell *cell)
{
    return (struct mean){cell->value, cell->denominator, cell->spread};
}

static struct estimate survey_level(const struct released_cell *cell, double confidence)
{
    double n = survey_effective_answers(cell->denominator, cell->design_effect, cell->population);
    double share = cell->value / cell->indicator->factor;
    struct estimate level = estimate_interval(METHOD_WILSON_SURVEY, share, share, share);
    if (isfinite(n))
        level = interval_wilson(fmin(share, 1) * n, n, confidence);
    level.method = METHOD_WILSON_SURVEY;
    return estimate_scale(level, cell->indicator->factor);
}

struct estimate level_estimate(const struct released_cell *cell, double confidence)
{
    if (!released_is_open(cell))
        return estimate_undefined(cell ? cell->reason : REASON_MISSING);
    double factor = cell->indicator->factor;
    switch (cell->indicator->measure) {
    case MEASURE_SHARE:
        return estimate_scale(interval_wilson(released_count(cell), cell->denominator, confidence),
                              factor);
    case MEASURE_RATE:
        return estimate_scale(interval_garwood(released_count(cell), cell->denominator, confidence),
                              factor);
    case MEASURE_MEAN:
        return interval_mean(cell->value, cell->denominator, cell->spread, confidence);
    case MEASURE_SURVEY:
        return survey_level(cell, confidence);
    case MEASURE_VALUE:
        break;
    }
    return estimate_point(METHOD_GIVEN, cell->value, REASON_NO_COUNTS);
}

/* Two groups without anybody in common. */
static struct estimate gap_between(const struct released_cell *cell,
                                   const struct released_cell *other, double confidence)
{
    static const enum method methods[] = {[MEASURE_SHARE] = METHOD_NEWCOMBE10,
                                          [MEASURE_RATE] = METHOD_MOVER_GARWOOD,
                                          [MEASURE_MEAN] = METHOD_WELCH,
                                          [MEASURE_SURVEY] = METHOD_NEWCOMBE10,
                                          [MEASURE_VALUE] = METHOD_DIFFERENCE};
    if (cell->indicator->measure == MEASURE_MEAN)
        return difference_welch(as_mean(cell), as_mean(other), confidence);
    return difference_mover(methods[cell->indicator->measure], level_estimate(cell, confidence),
                            level_estimate(other, confidence));
}

struct estimate gap_to_rest(const struct released_cell *cell, const struct released_cell *rest,
                            double confidence)
{
    if (!released_is_open(cell) || !released_is_open(rest))
        return estimate_undefined(pair_reason(cell, rest));
    return gap_between(cell, rest, confidence);
}

/* The municipality less this one area, as far as two released levels tell. */
static struct released_cell without(const struct released_cell *whole,
                                    const struct released_cell *cell)
{
    struct released_cell rest = *whole;
    struct mean mean = mean_without(as_mean(whole), as_mean(cell));
    rest.denominator = mean.n;
    rest.spread = mean.spread;
    rest.value = mean.mean;
    if (cell->indicator->measure != MEASURE_MEAN)
        rest.value = fmax(0, rest.value);
    if (cell->indicator->measure == MEASURE_SHARE)
        rest.value = fmin(rest.value, cell->indicator->factor);
    return rest;
}

static enum method part_whole_method(enum method method)
{
    if (method == METHOD_NEWCOMBE10)
        return METHOD_NEWCOMBE10_PART_WHOLE;
    if (method == METHOD_MOVER_GARWOOD)
        return METHOD_MOVER_GARWOOD_PART_WHOLE;
    return method == METHOD_WELCH ? METHOD_WELCH_PART_WHOLE : method;
}

struct estimate gap_to_whole(const struct released_cell *cell, const struct released_cell *whole,
                             double confidence)
{
    if (!released_is_open(cell) || !released_is_open(whole))
        return estimate_undefined(pair_reason(cell, whole));
    enum measure measure = cell->indicator->measure;
    if (measure == MEASURE_SURVEY || measure == MEASURE_VALUE)
        return gap_between(cell, whole, confidence);
    struct released_cell rest = without(whole, cell);
    double difference = cell->value - whole->value;
    if (!(rest.denominator > 0))
        return estimate_point(METHOD_DIFFERENCE, difference, REASON_INCONSISTENT_INPUT);
    double share = cell->denominator / whole->denominator;
    struct estimate gap = estimate_scale(gap_between(cell, &rest, confidence), 1 - share);
    if (gap.state != ESTIMATE_INTERVAL)
        return estimate_point(METHOD_DIFFERENCE, difference, gap.reason);
    return estimate_interval(part_whole_method(gap.method), difference, gap.lower, gap.upper);
}

struct estimate ratio_to_rest(const struct released_cell *cell, const struct released_cell *rest,
                              double confidence)
{
    if (!released_is_open(cell) || !released_is_open(rest))
        return estimate_undefined(pair_reason(cell, rest));
    if (cell->indicator->measure == MEASURE_SHARE)
        return ratio_of_shares(released_count(cell), cell->denominator, released_count(rest),
                               rest->denominator, confidence);
    if (cell->indicator->measure == MEASURE_RATE)
        return ratio_of_rates(released_count(cell), cell->denominator, released_count(rest),
                              rest->denominator, confidence);
    return estimate_undefined(REASON_NOT_APPLICABLE);
}
