/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Periods that a series should have and has not: holes in it, and the baseline. */
#ifndef PEJLING_FINDINGS_PLAUSIBLE_PERIODS_H
#define PEJLING_FINDINGS_PLAUSIBLE_PERIODS_H

#include "pejling/disclosure/released.h"

/*
 * plausible_periods_remark(diagnostics, table): remarks, at the indicator's row, on
 *   - years, school years and quarters between the first and the last of a series without any cell,
 *     where the indicator comes that often: its step is the shortest between two cells of one area.
 *     A cell that is hidden or without a figure is no hole, for it says why. Dates and surveys are
 *     irregular by nature.
 *   - areas, totals and municipalities with figures, but none in the baseline year or before.
 */
void plausible_periods_remark(struct diagnostics *diagnostics, const struct released_table *table);

#endif
