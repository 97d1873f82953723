/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far chance alone carries the figures of one series apart. */
#ifndef PEJLING_FINDINGS_STEP_ERROR_H
#define PEJLING_FINDINGS_STEP_ERROR_H

#include "pejling/disclosure/released.h"

/*
 * step_error(a, b): the standard error, in the display unit, of the step between two open figures:
 * of their pooled share (binomial; surveys on the answers less their design effect) or rate
 * (Poisson), with half a count added so that it is never 0, or of two means. 0 where nothing is
 * known of it: given values, and means without a spread.
 */
double step_error(const struct released_cell *a, const struct released_cell *b);

#endif
