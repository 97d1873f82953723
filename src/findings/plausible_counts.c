/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/plausible_counts.h"

#include <math.h>

/* Whether the open figures are whole, and one is small where small counts would be hidden. */
static bool shows_small_counts(const struct released_table *table,
                               const struct indicator *indicator)
{
    bool has_small = false;
    for (size_t i = 0; i < table->count; i++) {
        const struct released_cell *cell = &table->cells[i];
        if (cell->indicator != indicator || cell->release != RELEASE_OPEN)
            continue;
        if (cell->value > floor(cell->value))
            return false;
        has_small = has_small || (!area_is_public(cell->area) && cell->value > 0 &&
                                  cell->value < indicator->minimum_count);
    }
    return has_small;
}

void plausible_counts_remark(struct diagnostics *diagnostics, const struct released_table *table)
{
    const struct catalogue *catalogue = table->catalogue;
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        const struct indicator *indicator = &catalogue->indicators[i];
        if (!indicator->sensitive && indicator_is_bare_count(diagnostics->arena, indicator) &&
            shows_small_counts(table, indicator))
            diagnostics_report(
                diagnostics, PROBLEM_REMARK, indicator->at,
                "»%s« er antal med typen værdi: små antal i områderne skjules ikke, og et områdes "
                "afstand til kommunens antal siger kun, at kommunen er større · er det personer, "
                "så brug typen andel eller rate med tæller og nævner, eller skriv ja i kolonnen "
                "følsom",
                "»%s« is counts with the type værdi: small counts of the areas are not hidden, and "
                "the distance to the municipality's count only says that the municipality is "
                "larger · if they are persons, use the type andel or rate with tæller and nævner, "
                "or write ja in the column følsom",
                indicator->code);
    }
}
