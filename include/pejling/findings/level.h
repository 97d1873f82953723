/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One released cell as an estimate: its level, and its gap and ratio to another cell of the same
 * indicator and period. Everything is in the indicator's display unit. A cell that is not open, or
 * NULL, gives an undefined estimate with its reason.
 *
 * A count is released_count, in both editions.
 */
#ifndef PEJLING_FINDINGS_LEVEL_H
#define PEJLING_FINDINGS_LEVEL_H

#include "pejling/disclosure/released.h"
#include "pejling/stats/estimate.h"

/* Counts that chance works on: x of n. */
struct level_counts {
    double x, n;
};

/*
 * level_counts_of(cell): the released count and denominator of an open cell; of a survey as many
 * answers as its own are worth (survey_effective_answers), 1e12 where everybody answered.
 */
struct level_counts level_counts_of(const struct released_cell *cell);

/*
 * level_estimate(cell, confidence): Wilson for shares, Garwood for rates, Student's t for means,
 * Wilson on the effective number of answers for surveys; given values have no interval.
 */
struct estimate level_estimate(const struct released_cell *cell, double confidence);

/*
 * gap_to_rest(cell, rest, confidence): cell minus rest, two groups without anybody in common:
 * Newcombe's method 10, MOVER with Garwood limits, or Welch.
 */
struct estimate gap_to_rest(const struct released_cell *cell, const struct released_cell *rest,
                            double confidence);

/*
 * gap_to_whole(cell, whole, confidence): cell minus the municipality that contains it. With w the
 * cell's share of the denominator and R' the municipality less this one area,
 *   p_cell - p_whole = (1 - w)(p_cell - p_R')
 * so the interval is (1 - w) times the one of gap_to_rest against R' (Hayes & Berry 2006 on what
 * ignoring the overlap costs). A survey's municipality is an independent sample, and is compared
 * with as it is; given values have no interval.
 */
struct estimate gap_to_whole(const struct released_cell *cell, const struct released_cell *whole,
                             double confidence);

/* ratio_to_rest(cell, rest, confidence): cell over rest, for shares and rates. */
struct estimate ratio_to_rest(const struct released_cell *cell, const struct released_cell *rest,
                              double confidence);

#endif
