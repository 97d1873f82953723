/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/rule_selection.h"

#include <string.h>

#include "pejling/base/text.h"
#include "pejling/model/import_notes.h"

#define MOST_ALTERNATIVES 2000 /* values that are summed */
#define MOST_VALUES 8          /* that a message lists */

static bool names_file(struct arena *arena, const struct mapping_rule *rule,
                       const struct table *table)
{
    const char *name = text_fold(arena, file_bare_name(table->file));
    const char *stem = text_fold(arena, file_stem(arena, table->file));
    const char *sheet = text_fold(arena, table->sheet);
    const char *names[] = {name, stem, sheet, arena_printf(arena, "%s %s", name, sheet),
                           arena_printf(arena, "%s %s", stem, sheet)};
    const char *wanted = text_fold(arena, rule->file);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], wanted) == 0)
            return true;
    return *wanted == '\0' || strstr(text_fold(arena, table->title), wanted);
}

bool rule_fits(struct arena *arena, const struct mapping_rule *rule, const struct table *table)
{
    bool fits = names_file(arena, rule, table);
    for (size_t i = 0; i < rule->condition_count && fits; i++)
        fits = table_find_dimension(arena, table, rule->conditions[i].dimension) <
               table_dimensions(table);
    return fits;
}

const char *rule_dimension_list(struct arena *arena, const struct table *table)
{
    const char *list = "";
    for (size_t i = 0; i < table_dimensions(table); i++)
        list = arena_printf(arena, "%s%s%s", list, i ? ", " : "", table_dimension(table, i));
    return list;
}

/* `KV*` is any value that begins so. */
static bool is_value(const char *value, const char *wanted)
{
    size_t length = strlen(wanted);
    if (length && wanted[length - 1] == '*')
        return strncmp(value, wanted, length - 1) == 0;
    return strcmp(value, wanted) == 0;
}

/* The values of a dimension, each once; of many the first. */
static const char *value_list(struct arena *arena, const struct rule_selection *selection,
                              size_t dimension)
{
    const char *list = "", *last = "";
    size_t count = 0;
    for (size_t i = 0; i < selection->table->count && count <= MOST_VALUES; i++) {
        const char *value = table_value(selection->table, &selection->table->records[i], dimension);
        if (strcmp(value, last) != 0 && !import_is_listed(list, ", ", value))
            list = import_listed(arena, list, count++, value);
        last = value;
    }
    return list;
}

/* A value that no row has is a slip of the pen, and no figure that is zero or missing. */
static bool check_values(struct diagnostics *diagnostics, const struct rule_selection *selection,
                         size_t i)
{
    const struct condition *condition = &selection->rule->conditions[i];
    const struct table *table = selection->table;
    bool sound = true;
    for (size_t j = 0; j < condition->count; j++) {
        struct arena *scratch = arena_new();
        const char *last = NULL;
        bool found = false;
        for (size_t r = 0; r < table->count && !found; r++) {
            const char *value = table_value(table, &table->records[r], selection->dimensions[i]);
            if (last && strcmp(value, last) == 0)
                continue;
            last = value;
            found = is_value(text_fold(scratch, value), selection->wanted[i][j]);
        }
        arena_free(scratch);
        sound = sound && found;
        if (!found)
            diagnostics_report(
                diagnostics, PROBLEM_INPUT, selection->rule->at,
                "»%s« findes ikke i kolonnen »%s« · skriv en af dens værdier i "
                "udvalg: %s",
                "»%s« is not in the column »%s« · write one of its values in udvalg: "
                "%s",
                condition->values[j], condition->dimension,
                value_list(diagnostics->arena, selection, selection->dimensions[i]));
    }
    return sound;
}

static bool find_conditions(struct diagnostics *diagnostics, struct rule_selection *selection)
{
    struct arena *arena = diagnostics->arena;
    const struct mapping_rule *rule = selection->rule;
    selection->dimensions =
        arena_alloc(arena, rule->condition_count, sizeof *selection->dimensions);
    selection->wanted = arena_alloc(arena, rule->condition_count, sizeof *selection->wanted);
    selection->alternatives = 1;
    for (size_t i = 0; i < rule->condition_count; i++) {
        const struct condition *condition = &rule->conditions[i];
        selection->dimensions[i] =
            table_find_dimension(arena, selection->table, condition->dimension);
        selection->wanted[i] = arena_alloc(arena, condition->count, sizeof **selection->wanted);
        for (size_t j = 0; j < condition->count; j++)
            selection->wanted[i][j] = text_fold(arena, condition->values[j]);
        if (!check_values(diagnostics, selection, i))
            return false;
        /* Each condition has a value at least. NOLINTNEXTLINE(clang-analyzer-core.DivideZero) */
        if (condition->count > MOST_ALTERNATIVES / selection->alternatives) {
            diagnostics_report(diagnostics, PROBLEM_INPUT, rule->at,
                               "udvalget lægger mere end %d værdier sammen · vælg »i alt« i en af "
                               "kolonnerne i stedet",
                               "the selection adds more than %d values up · choose the total of "
                               "one of the columns instead",
                               MOST_ALTERNATIVES);
            return false;
        }
        if (selection->dimensions[i] != selection->group_dimension)
            selection->alternatives *= condition->count;
    }
    return true;
}

bool rule_selection_find(struct diagnostics *diagnostics, const struct mapping_rule *rule,
                         const struct table *table, struct rule_selection *selection)
{
    struct arena *arena = diagnostics->arena;
    size_t none = table_dimensions(table);
    *selection = (struct rule_selection){.rule = rule, .table = table};
    selection->group_dimension =
        *rule->group ? table_find_dimension(arena, table, rule->group) : none;
    if (!find_conditions(diagnostics, selection))
        return false;
    if (*rule->group == '\0' || selection->group_dimension < none)
        return true;
    diagnostics_report(diagnostics, PROBLEM_INPUT, rule->at,
                       "tabellen har ingen kolonne »%s« · kolonnerne er: %s",
                       "the table has no column »%s« · the columns are: %s", rule->group,
                       rule_dimension_list(arena, table));
    return false;
}

bool rule_selection_takes(const struct rule_selection *selection, struct arena *scratch,
                          const struct table_record *record, size_t *alternative)
{
    *alternative = 0;
    for (size_t i = 0; i < selection->rule->condition_count; i++) {
        const struct condition *condition = &selection->rule->conditions[i];
        const char *value =
            text_fold(scratch, table_value(selection->table, record, selection->dimensions[i]));
        size_t j = 0;
        while (j < condition->count && !is_value(value, selection->wanted[i][j]))
            j++;
        if (j == condition->count)
            return false;
        if (selection->dimensions[i] != selection->group_dimension)
            *alternative = *alternative * condition->count + j;
    }
    return true;
}

bool rule_selection_uses(const struct rule_selection *selection, size_t d)
{
    bool used = d == selection->group_dimension;
    for (size_t i = 0; i < selection->rule->condition_count; i++)
        used = used || selection->dimensions[i] == d;
    return used;
}
