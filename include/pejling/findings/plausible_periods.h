/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Periods that a series should have and has not: holes in it, and the baseline. */
#ifndef PEJLING_FINDINGS_PLAUSIBLE_PERIODS_H
#define PEJLING_FINDINGS_PLAUSIBLE_PERIODS_H

#include "pejling/disclosure/released.h"

/*
 * plausible_periods_remark(diagnostics, table): remarks, at the indicator's row, on
 *   - years, school years and quarters between the first and the last of a series without any cell,
 *     where the indicator comes that often: its step is the shortest between two cells of one area,
 *     if at least half of all are that short. Dates and surveys are irregular by nature.
 *   - areas, totals and municipalities with figures, but no cell in the baseline year or before.
 * A cell that is hidden or without a figure is there, and says why it shows none.
 */
void plausible_periods_remark(struct diagnostics *diagnostics, const struct released_table *table);

#endif
