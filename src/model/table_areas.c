/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/table_areas.h"

#include <string.h>

#include "pejling/base/text.h"
#include "pejling/input/table_names.h"
#include "pejling/model/area_match.h"

#define NO_RANK 100

/* From fine to coarse. */
static int role_rank(enum area_role role)
{
    static const int ranks[] = {
        [AREA_SECTION] = 0,      [AREA_ESTATE] = 1, [AREA_TWIN] = 1,   [AREA_TOTAL] = 2,
        [AREA_MUNICIPALITY] = 3, [AREA_REST] = 3,   [AREA_COUNTRY] = 5};
    return ranks[role];
}

/* What a heading says of areas that the plan does not have. */
static int heading_rank(struct arena *arena, const char *name)
{
    static const struct {
        const char *word;
        int rank;
    } words[] = {
        {"helhedsplan", 2}, {"kommun", 3}, {"municipal", 3}, {"region", 4}, {"landsdel", 4}};
    const char *folded = text_fold(arena, name);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(folded, words[i].word))
            return words[i].rank;
    return table_name_is_area(arena, name) ? 0 : NO_RANK;
}

static bool is_number(const char *text)
{
    return text[strspn(text, "0123456789 .")] == '\0';
}

/*
 * The finest area of the plan in a column; else what its heading says. Numbers are areas where the
 * heading says so: else they can be ages, or numbers of rows.
 */
static int dimension_rank(struct arena *arena, const struct table_areas *areas, size_t d,
                          size_t *found)
{
    const struct table *table = areas->table;
    const char *last = NULL;
    int rank = NO_RANK, heading = heading_rank(arena, table_dimension(table, d));
    *found = 0;
    for (size_t i = 0; i < table->count; i++) {
        const char *value = table_value(table, &table->records[i], d);
        bool exact;
        if ((last && strcmp(last, value) == 0) || (heading == NO_RANK && is_number(value)))
            continue;
        last = value;
        const struct area *area = area_match(areas->catalogue, value, &exact);
        if (!area)
            continue;
        (*found)++;
        if (role_rank(area->role) < rank)
            rank = role_rank(area->role);
    }
    return *found ? rank : heading;
}

static bool find_columns(struct arena *arena, struct table_areas *areas)
{
    int ranks[TABLE_MOST_AREA_COLUMNS] = {0};
    bool any = false, lines = false; /* areas stand on lines of their own */
    for (size_t d = 0; d < table_dimensions(areas->table); d++) {
        size_t found;
        int rank = dimension_rank(arena, areas, d, &found);
        any = any || found > 0;
        if (strcmp(table_dimension(areas->table, d), TABLE_LINE) == 0)
            lines = found > 0;
        else if (lines && found == 0)
            continue; /* then what stands under them is something else, whatever its heading says */
        if (rank == NO_RANK || areas->count == TABLE_MOST_AREA_COLUMNS)
            continue;
        size_t place = areas->count++;
        for (; place > 0 && ranks[place - 1] > rank; place--) {
            ranks[place] = ranks[place - 1];
            areas->dimensions[place] = areas->dimensions[place - 1];
        }
        ranks[place] = rank;
        areas->dimensions[place] = d;
    }
    return any;
}

bool table_areas_find(struct arena *arena, const struct catalogue *catalogue,
                      const struct table *table, const char *named, struct table_areas *areas)
{
    *areas = (struct table_areas){.catalogue = catalogue, .table = table};
    if (*named == '\0')
        return find_columns(arena, areas);
    for (const char *start = named; areas->count < TABLE_MOST_AREA_COLUMNS;) {
        size_t length = strcspn(start, "|");
        const char *name = text_fold(arena, arena_text(arena, start, length));
        size_t d = table_find_dimension(arena, table, name);
        if (d == table_dimensions(table)) {
            const struct area *only =
                areas->count == 0 && !start[length] ? catalogue_area(catalogue, name) : NULL;
            areas->only = only && only->role != AREA_REST ? only : NULL; /* that is computed */
            return areas->only != NULL;
        }
        areas->dimensions[areas->count++] = d;
        if (!start[length])
            break;
        start += length + 1;
    }
    return true;
}

bool table_areas_check(struct diagnostics *diagnostics, const struct catalogue *catalogue,
                       const struct table *table)
{
    struct table_areas areas;
    if (!table_areas_find(diagnostics->arena, catalogue, table, "", &areas))
        return true;
    for (size_t i = 0; i < areas.count; i++) {
        const char *heading = table_dimension(table, areas.dimensions[i]);
        bool exact;
        if (!area_match(catalogue, heading, &exact))
            continue;
        diagnostics_report(diagnostics, PROBLEM_INPUT, (struct location){.file = table->file},
                           "»%s« er et område, men står som overskrift, for dets tal kan ikke "
                           "læses · skriv dem som tal uden ord (325000, ikke 325.000 kr.), eller "
                           "lad feltet stå tomt",
                           "»%s« is an area but stands as a heading, for its figures cannot be "
                           "read · write them as numbers without words (325000, not 325.000 kr.), "
                           "or leave the field blank",
                           heading);
        return false;
    }
    return true;
}

const char *table_areas_name(const struct table_areas *areas, const struct table_record *record)
{
    const char *name = "";
    for (size_t i = 0; i < areas->count; i++) {
        const char *value = table_value(areas->table, record, areas->dimensions[i]);
        if (*value == '\0')
            continue;
        name = value;
        if (i + 1 == areas->count)
            break;
        struct arena *scratch = arena_new();
        bool is_all = table_name_is_total(scratch, value);
        arena_free(scratch);
        if (!is_all)
            break;
    }
    return name;
}

const struct area *table_areas_of(const struct table_areas *areas,
                                  const struct table_record *record, bool *exact)
{
    *exact = true;
    return areas->only ? areas->only
                       : area_match(areas->catalogue, table_areas_name(areas, record), exact);
}

const char *table_areas_text(struct arena *arena, const struct table_areas *areas)
{
    const char *text = areas->only ? areas->only->code : "";
    for (size_t i = 0; i < areas->count; i++)
        text = arena_printf(arena, "%s%s%s", text, i ? "|" : "",
                            table_dimension(areas->table, areas->dimensions[i]));
    return text;
}

bool table_areas_has(const struct table_areas *areas, size_t d)
{
    for (size_t i = 0; i < areas->count; i++)
        if (areas->dimensions[i] == d)
            return true;
    return false;
}
