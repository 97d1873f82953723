/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Areas whose number of persons changes at once, as when a section is sold, and those that should. */
#ifndef PEJLING_FINDINGS_PLAUSIBLE_PERSONS_H
#define PEJLING_FINDINGS_PLAUSIBLE_PERSONS_H

#include "pejling/disclosure/released.h"

/*
 * plausible_persons_remark(diagnostics, table): looks at the denominators of yearly shares and
 * rates of the class bestand.
 *
 * At the area's row: r = log(n_t/n_(t-1)) of two years in a row, no break between. A change is
 * abrupt where n changes by more than 15 per cent and |r| > 4 s, s the greater of 1.4826 times the
 * median |r| of the series' other changes and sqrt((1/n_t + 1/n_(t-1))/2): half the variance of two
 * counts, since most persons stay. A remark where it is so for at least half the indicators that
 * have that change and two others.
 *
 * At a section's row: with w the section's share of its area's persons while it belongs to it, more
 * than 5 per cent, the area without it should have 1 - w times as many as with it. A remark where
 * it has more than 1 - w/2 times as many at the section's date, for at least half of the
 * indicators: the area's own rows then count the section still. Only where the
 * section's figures are open.
 */
void plausible_persons_remark(struct diagnostics *diagnostics, const struct released_table *table);

#endif
