/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Age groups whose names leave out a year of age: 20-23 and 25-29. */
#ifndef PEJLING_FINDINGS_PLAUSIBLE_AGES_H
#define PEJLING_FINDINGS_PLAUSIBLE_AGES_H

#include "pejling/disclosure/released.h"

/*
 * plausible_ages_remark(diagnostics, table): remarks on two neighbouring age groups of one
 * indicator, area and period with ages between them, where
 *   - both are of the finest groups that add up to everybody (age_partition.h), so that nobody can
 *     be of the ages between, and no other group, whatever it shows, covers them; or
 *   - fewer than five years of age lie between them, and in another period one of the two ends where
 *     the other begins instead: 20-24 where this one has 20-23, which that period has not.
 * `over 18` beside `under 18` leaves nobody out: it is taken as from 18 on, as it is meant. One
 * remark a series and pair of groups, at the younger group's row (remark_place_at) in the first such
 * period. None of areas whose figures follow from others'.
 */
void plausible_ages_remark(struct diagnostics *diagnostics, const struct released_table *table);

#endif
