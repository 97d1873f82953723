/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares that cannot be what their names say. */
#ifndef PEJLING_FINDINGS_PLAUSIBLE_SHARES_H
#define PEJLING_FINDINGS_PLAUSIBLE_SHARES_H

#include "pejling/base/age_band.h"
#include "pejling/disclosure/released.h"

/* The ages that an indicator is about. */
struct target_ages {
    bool known;
    bool whole; /* everybody of those ages; else perhaps only some of them */
    struct age_band band;
};

/*
 * target_ages_of(arena, indicator): the ages of an indicator's denominator, from its target group
 * (`15-29-årige`, `1-5 årige`, `18–64 år`, `over 18 år`, `under 18 år`, each also after `alle`,
 * `beboere`, `borgere`, `personer`, `børn` or `unge`; `alle beboere`), or where that is blank from
 * a name that begins `Andel 15-29-årige`. Not known from any other words: `beboere med børn under
 * 18 år` are not under 18. A target group `over 18 år` is taken as those from 18 on, as it is meant.
 */
struct target_ages target_ages_of(struct arena *arena, const struct indicator *indicator);

/*
 * plausible_shares_remark(diagnostics, table): remarks, at the indicator's row, on
 *   - a name that begins with Andel, and a type or a unit that no share has; a factor that does not
 *     give the unit;
 *   - given values in pct. outside 0 to 100, and those that look like fractions: all from 0 to 1,
 *     and not only whole;
 *   - shares and rates with more persons than one of a wider age band has in the same area and
 *     period: by more than 2 per cent and 3 persons, since their reference days may differ.
 */
void plausible_shares_remark(struct diagnostics *diagnostics, const struct released_table *table);

#endif
