/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The only way from raw cells to a released table. Protect first, compute second: what is hidden
 * here never enters a calculation, so no slope, interval, sentence or pixel can give it away.
 *
 * The shared edition, cell by cell:
 *   - nothing for a denominator under the plan's smallest one (means and surveys: persons behind
 *     the figure);
 *   - no count, and no complement of a share, from 1 to the indicator's threshold less 1; where the
 *     indicator is sensitive, none of zero or everybody either;
 *   - no section, and no subgroup;
 *   - no total, summed or given, and no rest where one of the areas they are made of is
 *     hidden, here or by the source;
 *   - levels rounded to the decimals they are shown with; the rest as a rate without its count.
 * Municipalities and countries are open: their figures are public. Given values have no persons to
 * count and stay as the source has them. The internal edition releases everything as it is.
 */
#ifndef PEJLING_DISCLOSURE_PROTECT_H
#define PEJLING_DISCLOSURE_PROTECT_H

#include "pejling/disclosure/released.h"
#include "pejling/model/cells.h"

/* protect(arena, catalogue, cells, edition): the released table, which lives in `arena`. */
struct released_table protect(struct arena *arena, const struct catalogue *catalogue,
                              const struct cells *cells, enum edition edition);

#endif
