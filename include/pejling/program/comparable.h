/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether two editions tell of the same things: the same plan and policy, and of every indicator and
 * area that both have the same definition. Names, notes and sources may be corrected, and indicators
 * and areas may come and go.
 */
#ifndef PEJLING_PROGRAM_COMPARABLE_H
#define PEJLING_PROGRAM_COMPARABLE_H

#include "pejling/base/diagnostic.h"
#include "pejling/model/catalogue.h"

/*
 * comparable(diagnostics, at, then, now): true, or false and a PROBLEM_INPUT of the file `at` for each
 * difference, those of the plan alone where it is another one.
 */
bool comparable(struct diagnostics *diagnostics, const char *at, const struct catalogue *then,
                const struct catalogue *now);

#endif
