/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Those who stay and those who have moved in, who are not everybody together. */
#ifndef PEJLING_FINDINGS_PLAUSIBLE_MOVERS_H
#define PEJLING_FINDINGS_PLAUSIBLE_MOVERS_H

#include "pejling/disclosure/released.h"

/*
 * plausible_movers_remark(diagnostics, table): remarks on shares and rates where the stayers
 * (mover_group.h), the in-movers and everybody are open in a period, and the first two together
 * have not everybody's persons, or, where those add up, not everybody's count, by more than three
 * figures of one decimal are rounded by. One remark a series for persons and one for counts, at the
 * row (remark_place_at) of one of the two groups in the first such period. None of areas whose
 * figures follow from others'.
 */
void plausible_movers_remark(struct diagnostics *diagnostics, const struct released_table *table);

#endif
