/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether two editions tell of the same things: the same plan with the same start and policy, both
 * of real or both of invented figures, and of every indicator and area that both have the same
 * definition. Names, notes, sources and the plan's end may be corrected, and indicators and areas may
 * come and go.
 */
#ifndef PEJLING_PROGRAM_COMPARABLE_H
#define PEJLING_PROGRAM_COMPARABLE_H

#include "pejling/base/diagnostic.h"
#include "pejling/model/catalogue.h"

/*
 * comparable(diagnostics, at, then, now, reason): true, or false and a PROBLEM_INPUT of the file `at`
 * for each difference, those of the plan alone where it is another one. `*reason` is then the first
 * in a few words without its values, as part of a sentence: `»andelen« er defineret på en anden måde
 * (faktor), blandt flere forskelle`; else NULL.
 */
bool comparable(struct diagnostics *diagnostics, const char *at, const struct catalogue *then,
                const struct catalogue *now, const char **reason);

/*
 * comparable_parts(diagnostics, at, parts, count, other): the same for municipalities of a plan
 * folder that was split, to stand in one table: title, municipality and areas are their own, but the
 * name of the edition is the same. `other` is held against each indicator's first of the `count` (1 or
 * more) parts that has it.
 */
bool comparable_parts(struct diagnostics *diagnostics, const char *at,
                      const struct catalogue *const *parts, size_t count,
                      const struct catalogue *other);

#endif
