/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Remarks on what the figures say, which no single row can show: holes, jumps, persons who do not
 * add up. Computed from a released table like every other finding, so that a remark of a shared
 * edition cannot tell more than its figures do; it names indicator, area and period, and never a
 * number.
 */
#ifndef PEJLING_FINDINGS_PLAUSIBILITY_H
#define PEJLING_FINDINGS_PLAUSIBILITY_H

#include "pejling/disclosure/released.h"

/*
 * plausibility_remark(diagnostics, table): adds a PROBLEM_REMARK for everything that the modules
 * plausible_*.h find, at the row of the indicator or the area, and sorts the diagnostics.
 */
void plausibility_remark(struct diagnostics *diagnostics, const struct released_table *table);

#endif
