/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/hidden_reasons.h"

size_t hidden_count(const struct released_table *table, const struct indicator *indicator,
                    const struct area *area, enum reason reason)
{
    struct released_series series = released_series(table, indicator, area);
    size_t count = 0;
    for (size_t i = 0; i < series.count; i++)
        count += series.cells[i].release == RELEASE_HIDDEN && series.cells[i].reason == reason;
    return count;
}

enum reason hidden_reason(const struct released_table *table, const struct indicator *indicator,
                          const struct area *area, enum reason reason)
{
    bool withheld = reason == REASON_SUPPRESSED &&
                    hidden_count(table, indicator, area, REASON_WITHHELD) > 0 &&
                    hidden_count(table, indicator, area, REASON_SUPPRESSED) == 0;
    return withheld ? REASON_WITHHELD : reason;
}
