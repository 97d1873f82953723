/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A figure of another size than all the others of its series: a lost decimal, a wrong unit; and
 * persons of another size than before.
 */
#ifndef PEJLING_FINDINGS_PLAUSIBLE_SIZES_H
#define PEJLING_FINDINGS_PLAUSIBLE_SIZES_H

#include "pejling/disclosure/released.h"

/*
 * plausible_sizes_remark(diagnostics, table): remarks, at the indicator's row, on the open figure
 * that is more than 8 times as great as every other open one of its series (indicator, area and
 * group), or less than an eighth of every other, where there are at least three of them with no
 * break between, all greater than 0, and their counts do not explain it: it must lie more than 5
 * of their standard errors (step_error.h) from the nearest. Given values that are all whole are
 * taken as counts, with the error sqrt(x + m); others have none.
 *
 * Works from three figures on, where plausible_jumps.h needs seven, and is silent on a figure that
 * a jump names already. The rest follows from the others, and so does a total whose areas have
 * figures.
 *
 * Of shares and rates also on the open figure whose denominator is more than 8 times as great or as
 * small as that of the open one before it, no break between, and |n_t - n_(t-1)| > 5
 * sqrt(n_t + n_(t-1)); not on the one that is then back at the size before.
 *
 * False alarms of the first, of 2.8 million simulated Poisson series of means from 5 to 500 and 3
 * to 6 figures: none. Where the level itself varies from figure to figure (lognormal, standard
 * deviation 0.3 of the logarithm) 0.0002 per cent; at 0.5, where every sixth is half or twice the
 * usual, 0.04.
 */
void plausible_sizes_remark(struct diagnostics *diagnostics, const struct released_table *table);

#endif
