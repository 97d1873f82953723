/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A mapping as far as tables themselves tell it, for a person to mend: which columns hold what, the
 * total of a column that has one, numerator and denominator by their names, or by the share that
 * agrees with them. What is assumed stands in its notes.
 */
#ifndef PEJLING_MODEL_MAPPING_DRAFT_H
#define PEJLING_MODEL_MAPPING_DRAFT_H

#include "pejling/input/table.h"
#include "pejling/model/mapping.h"

struct mapping_draft {
    const struct mapping_line *lines;
    size_t count;
    const struct indicator *added; /* those that the plan does not have yet; index not set */
    size_t added_count;
};

/*
 * mapping_draft(diagnostics, catalogue, tables, count, draft): for a series the plan has an indicator
 * for (by its code, name or short name) that one, else a new one: a value without counts, or a share
 * where numerator and denominator are both there, with no direction that is good; a share whose
 * counts the table lacks is a value. False, and a PROBLEM_INPUT, for a table without an area of the
 * plan or figures of one, or with too many series.
 */
bool mapping_draft(struct diagnostics *diagnostics, const struct catalogue *catalogue,
                   const struct table *tables, size_t count, struct mapping_draft *draft);

#endif
