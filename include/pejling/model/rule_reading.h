/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One rule of a mapping applied to one table: the amounts it gives, still one field at a time. */
#ifndef PEJLING_MODEL_RULE_READING_H
#define PEJLING_MODEL_RULE_READING_H

#include "pejling/input/table.h"
#include "pejling/model/import_notes.h"
#include "pejling/model/mapping.h"

/* A field of an indicator in an area and period. */
struct amount {
    const struct mapping_rule *rule;
    const struct area *area;
    const char *group; /* NULL for everybody */
    struct period period;
    struct figure figure;
    bool absent;    /* no row of the table has it */
    bool two_years; /* a mean of two years, by the last of them */
    size_t parts;   /* how many figures it is the sum or mean of */
    const struct table *table;
    const struct table_record *record; /* the first; NULL where absent */
};

/* What readings leave behind, in the arena of their diagnostics. */
struct reading_results {
    struct amount *amounts;
    size_t count, capacity;
    struct import_notes notes;
};

/*
 * rule_read(diagnostics, catalogue, rule, table, is_first, results): adds the amounts. False, and
 * problems, where it cannot; see import_rows.h. `is_first` where no rule has read the table before:
 * what is said of the table itself is said then.
 */
bool rule_read(struct diagnostics *diagnostics, const struct catalogue *catalogue,
               const struct mapping_rule *rule, const struct table *table, bool is_first,
               struct reading_results *results);

#endif
