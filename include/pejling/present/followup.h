/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The follow-up table: section 5 of the agreement with its empty cells filled in, one row an
 * indicator and area, the fixed indicators first. It is what the board shows its auditor.
 */
#ifndef PEJLING_PRESENT_FOLLOWUP_H
#define PEJLING_PRESENT_FOLLOWUP_H

#include "pejling/findings/findings.h"
#include "pejling/present/place.h"
#include "pejling/present/sheet.h"

/* One row of the table; each finding is NULL where there is none. */
struct followup_row {
    const struct indicator *indicator;
    const struct area *area, *municipality;
    const struct finding *baseline, *latest;             /* level of the area */
    const struct finding *whole_baseline, *whole_latest; /* of the municipality, same periods */
    const struct finding *gap_baseline, *gap_latest;     /* against the comparator */
    const struct finding *level_change, *gap_change;
    const struct finding *verdict_slope; /* the gap's, a year: the one that decides the verdict */
};

/*
 * followup_areas(arena, catalogue, count): the areas that have rows, in their order: the plan's
 * areas as the catalogue has them, then their totals.
 */
const struct area **followup_areas(struct arena *arena, const struct catalogue *catalogue,
                                   size_t *count);

/*
 * followup_row(findings, indicator, area, row): the findings of one row; false where the area has
 * none of that indicator.
 */
bool followup_row(const struct findings *findings, const struct indicator *indicator,
                  const struct area *area, struct followup_row *row);

/*
 * followup_indicators(arena, catalogue): the indicators in the order of the table: by their number
 * in the agreement, then the others as the catalogue has them; catalogue->indicator_count of them.
 */
const struct indicator **followup_indicators(struct arena *arena,
                                             const struct catalogue *catalogue);

/* followup_remark(arena, language, row): what a reader must know of the row, "" for nothing. */
const char *followup_remark(struct arena *arena, enum language language,
                            const struct findings *findings, const struct followup_row *row);

/* followup_sheet(arena, language, findings): the whole table. */
struct sheet followup_sheet(struct arena *arena, enum language language,
                            const struct findings *findings);

#endif
