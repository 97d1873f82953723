/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/plausibility.h"

#include "pejling/findings/plausible_ages.h"
#include "pejling/findings/plausible_counts.h"
#include "pejling/findings/plausible_jumps.h"
#include "pejling/findings/plausible_movers.h"
#include "pejling/findings/plausible_periods.h"
#include "pejling/findings/plausible_persons.h"
#include "pejling/findings/plausible_shares.h"
#include "pejling/findings/plausible_sizes.h"
#include "pejling/findings/plausible_sums.h"

void plausibility_remark(struct diagnostics *diagnostics, const struct released_table *table)
{
    plausible_periods_remark(diagnostics, table);
    plausible_jumps_remark(diagnostics, table);
    plausible_sizes_remark(diagnostics, table);
    plausible_shares_remark(diagnostics, table);
    plausible_counts_remark(diagnostics, table);
    plausible_persons_remark(diagnostics, table);
    plausible_sums_remark(diagnostics, table);
    plausible_movers_remark(diagnostics, table);
    plausible_ages_remark(diagnostics, table);
    diagnostics_sort(diagnostics);
}
