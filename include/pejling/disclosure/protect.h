/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The only way from raw cells to a released table. Protect first, compute second: what is hidden
 * here never enters a calculation, so no slope, interval, sentence or pixel can give it away.
 *
 * The shared edition, indicator by indicator:
 *   1. figures that are small by themselves are hidden (primary.h);
 *   2. others are hidden until nobody can work those out from what is shown, what is public, and
 *      what earlier editions showed (equations.h, safety.h, secondary.h);
 *   3. three years together are offered where single ones are hidden (pooled.h);
 *   4. of what is hidden the limits that everybody can work out are told.
 * Levels are rounded to the decimals they are shown with; the rest of the municipality is a rate
 * without its count. The internal edition releases everything as it is.
 */
#ifndef PEJLING_DISCLOSURE_PROTECT_H
#define PEJLING_DISCLOSURE_PROTECT_H

#include "pejling/disclosure/released.h"
#include "pejling/model/cells.h"

/*
 * protect(diagnostics, catalogue, cells, earlier, edition, table): the released table, in the arena
 * of `diagnostics`. False, and a PROBLEM_DISCLOSURE for each figure concerned, where something
 * cannot be protected whatever is hidden. What earlier editions showed cannot be taken back, and is
 * hidden all the same where the rules say so.
 */
bool protect(struct diagnostics *diagnostics, const struct catalogue *catalogue,
             const struct cells *cells, const struct earlier_editions *earlier,
             enum edition edition, struct released_table *table);

#endif
