/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The equations as a linear program for GLPK: for means, which are on a continuous scale, and for
 * counts where an exhaustive search grows too large.
 */
#ifndef PEJLING_DISCLOSURE_LINEAR_PROGRAM_H
#define PEJLING_DISCLOSURE_LINEAR_PROGRAM_H

#include "pejling/disclosure/feasible.h"

/*
 * linear_program_possible(equations, quantity, value, counts): whether whole counts exist that fit
 * every equation with the quantity at `value`; where they do, `counts` holds one for each quantity.
 * UNDECIDED where GLPK gives up.
 */
enum possibility linear_program_possible(const struct equations *equations, size_t quantity,
                                         double value, double *counts);

/*
 * linear_program_span(equations, quantity, span): the least and the greatest that the quantity can be
 * on a continuous scale, written to `span`; infinite where the equations set no limit. False where
 * GLPK gives up, or they contradict each other: then nothing is known of it.
 */
bool linear_program_span(const struct equations *equations, size_t quantity, struct span *span);

/*
 * linear_program_end(): gives back what GLPK keeps for this thread, when a task of it is done; the
 * functions above may be called again all the same.
 */
void linear_program_end(void);

/* linear_program_library(): the version of GLPK in use, `5.0`. */
const char *linear_program_library(void);

#endif
