/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows and columns of a table a rule of the mapping is about. */
#ifndef PEJLING_MODEL_RULE_SELECTION_H
#define PEJLING_MODEL_RULE_SELECTION_H

#include "pejling/input/table.h"
#include "pejling/model/mapping.h"

struct rule_selection {
    const struct mapping_rule *rule;
    const struct table *table;
    size_t *dimensions;     /* of each condition */
    const char ***wanted;   /* its values, folded */
    size_t group_dimension; /* table_dimensions() for none */
    size_t alternatives;    /* how many values are summed */
};

/*
 * rule_fits(arena, rule, table): whether the rule is about this table: it is of the file that the
 * rule names (the file's name with or without its ending, its sheet, or both; or a part of the
 * title), and has every column that its selection names.
 */
bool rule_fits(struct arena *arena, const struct mapping_rule *rule, const struct table *table);

/*
 * rule_selection_find(diagnostics, rule, table, selection): the selection of a rule that fits. False,
 * and a PROBLEM_INPUT for each, for a value that no row has, too many values to sum, or a column of
 * subgroups that is not there.
 */
bool rule_selection_find(struct diagnostics *diagnostics, const struct mapping_rule *rule,
                         const struct table *table, struct rule_selection *selection);

/*
 * rule_selection_takes(selection, scratch, record, alternative): whether a record is selected; which
 * of the values that are summed it has. `scratch` is for the work alone.
 */
bool rule_selection_takes(const struct rule_selection *selection, struct arena *scratch,
                          const struct table_record *record, size_t *alternative);

/* rule_selection_uses(selection, d): whether a condition, or the subgroup, is of dimension d. */
bool rule_selection_uses(const struct rule_selection *selection, size_t d);

/* rule_dimension_list(arena, table): the names of a table's dimensions, for a message. */
const char *rule_dimension_list(struct arena *arena, const struct table *table);

#endif
