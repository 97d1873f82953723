/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One released cell as an estimate: its level, and its gap and ratio to another cell of the same
 * indicator and period. Everything is in the indicator's display unit. A cell that is not open, or
 * NULL, gives an undefined estimate with its reason.
 *
 * A share's count is taken as value / factor times the denominator, in both editions: in the shared
 * one the value is rounded, and nothing may be computed from more than it shows.
 */
#ifndef PEJLING_FINDINGS_LEVEL_H
#define PEJLING_FINDINGS_LEVEL_H

#include "pejling/disclosure/released.h"
#include "pejling/stats/estimate.h"

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
