/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Parts that are more than their whole though some of them are missing. Sums that have all their
 * parts are compared where they are made (cells.h).
 */
#ifndef PEJLING_FINDINGS_PLAUSIBLE_SUMS_H
#define PEJLING_FINDINGS_PLAUSIBLE_SUMS_H

#include "pejling/disclosure/released.h"

/*
 * plausible_sums_remark(diagnostics, table): remarks, at the indicator's row, on shares and rates
 * where the open parts of an area, a total or a municipality have more persons, or more of those
 * counted, than the whole in a period in which a part has no figure; and where a subgroup has more
 * than everybody.
 */
void plausible_sums_remark(struct diagnostics *diagnostics, const struct released_table *table);

#endif
