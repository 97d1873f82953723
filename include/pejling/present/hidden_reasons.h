/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Why figures are hidden, by the reasons of the cells themselves: of few persons, or withheld as
 * sensitive. A finding that rests on several cells only knows that some of them are hidden.
 */
#ifndef PEJLING_PRESENT_HIDDEN_REASONS_H
#define PEJLING_PRESENT_HIDDEN_REASONS_H

#include "pejling/disclosure/released.h"

/* hidden_count(table, indicator, area, reason): the area's cells that are hidden for that reason.
 */
size_t hidden_count(const struct released_table *table, const struct indicator *indicator,
                    const struct area *area, enum reason reason);

/*
 * hidden_reason(table, indicator, area, reason): the reason of a finding of that area, and for
 * SUPPRESSED the reason of the hidden cells: WITHHELD where that is so of every one.
 */
enum reason hidden_reason(const struct released_table *table, const struct indicator *indicator,
                          const struct area *area, enum reason reason);

#endif
