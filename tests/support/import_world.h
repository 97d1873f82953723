/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A small plan to import into, and what must hold of whatever is imported: for the fuzz targets.
 * Include it behind assert.h with NDEBUG undefined.
 */
#ifndef TESTS_SUPPORT_IMPORT_WORLD_H
#define TESTS_SUPPORT_IMPORT_WORLD_H

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pejling/base/text.h"
#include "pejling/input/csvgrid.h"
#include "pejling/input/table.h"
#include "pejling/model/import_rows.h"
#include "pejling/model/mapping.h"

/* --- the plan -------------------------------------------------------------------------------- */
static inline struct area world_area(const char *code, const char *name, const char *aliases,
                                     enum area_role role, const struct area *part_of)
{
    return (struct area){.code = code,
                         .name = name,
                         .note = "",
                         .aliases = aliases,
                         .role = role,
                         .part_of = part_of,
                         .from = -HUGE_VAL,
                         .to = HUGE_VAL,
                         .at = {"omraader.csv", 2, 0}};
}

static inline struct indicator world_indicator(const char *code, const char *name,
                                               enum measure measure, enum period_kind kind)
{
    return (struct indicator){.code = code,
                              .name = name,
                              .short_name = name,
                              .goal = "",
                              .focus_area = "",
                              .unit = "pct.",
                              .target_group = "",
                              .source = "",
                              .note = "",
                              .measure = measure,
                              .factor = 100,
                              .reporting = {kind, 0, 0},
                              .has_trend = true,
                              .decimals = 1,
                              .at = {"indikatorer.csv", 2, 0}};
}

/* A municipality, two areas with sections, a country, a twin; an indicator of each measure. */
static inline struct catalogue world_catalogue(struct arena *arena, bool with_indicators)
{
    struct area *areas = arena_alloc(arena, 9, sizeof *areas);
    areas[0] = world_area("strandby", "Strandby Kommune", "399|Strandby", AREA_MUNICIPALITY, NULL);
    areas[1] = world_area("elme", "Elmeparken", "12 Elmeparken", AREA_ESTATE, &areas[0]);
    areas[2] = world_area("birke", "Birkelunden", "Birk", AREA_ESTATE, &areas[0]);
    areas[3] = world_area("elme_1", "Elme Nord", "081", AREA_SECTION, &areas[1]);
    areas[4] = world_area("elme_2", "Elme Syd", "082", AREA_SECTION, &areas[1]);
    areas[5] = world_area("landet", "Hele landet", "", AREA_COUNTRY, NULL);
    areas[6] = world_area("tvilling", "Granvangen", "", AREA_TWIN, NULL);
    areas[7] = world_area("samlet", "Samlet", "", AREA_TOTAL, &areas[0]);
    areas[8] = world_area("rest", "Strandby Kommune i øvrigt", "", AREA_REST, &areas[0]);
    struct indicator *indicators = arena_alloc(arena, 9, sizeof *indicators);
    indicators[0] = world_indicator("ledige", "Ledige", MEASURE_SHARE, PERIOD_YEAR);
    indicators[1] = world_indicator("tyveri", "Tyveri", MEASURE_RATE, PERIOD_YEAR);
    indicators[2] = world_indicator("karakter", "Karakterer", MEASURE_MEAN, PERIOD_SCHOOL_YEAR);
    indicators[3] = world_indicator("tryghed", "Tryghed", MEASURE_SURVEY, PERIOD_YEAR);
    indicators[4] = world_indicator("husleje", "Husleje", MEASURE_VALUE, PERIOD_YEAR);
    indicators[5] = world_indicator("kvartal", "Sigtede", MEASURE_VALUE, PERIOD_QUARTER);
    indicators[6] = world_indicator("valg", "Valgdeltagelse", MEASURE_SHARE, PERIOD_DATE);
    indicators[7] = world_indicator("status", "Beboere", MEASURE_VALUE, PERIOD_YEAR);
    indicators[7].reporting = (struct reporting){PERIOD_YEAR, 1, 1};
    indicators[8] = world_indicator("uden", "Udeladt", MEASURE_VALUE, PERIOD_YEAR);
    indicators[8].left_out = true;
    struct catalogue catalogue = {.areas = areas,
                                  .area_count = 9,
                                  .indicators = indicators,
                                  .indicator_count = with_indicators ? 9 : 0};
    for (size_t i = 0; i < 9; i++)
        areas[i].index = indicators[i].index = i;
    catalogue.plan.municipality = &areas[0];
    catalogue_index(&catalogue, arena);
    return catalogue;
}

/* --- texts and problems ---------------------------------------------------------------------- */
static inline void world_text(const char *text)
{
    assert(text);
    assert(text_utf8_length(text, strlen(text)) == strlen(text));
}

/* How many of what is reported from `first` on is no remark. */
static inline size_t world_problems(const struct diagnostics *diagnostics, size_t first)
{
    size_t count = 0;
    for (size_t i = first; i < diagnostics->count; i++) {
        const struct diagnostic *item = &diagnostics->items[i];
        world_text(item->text);
        world_text(item->at.file);
        assert(item->at.line > 0 || item->at.column == 0);
        assert(item->problem == PROBLEM_REMARK || strstr(item->text, " · "));
        count += item->problem != PROBLEM_REMARK;
    }
    return count;
}

/* --- tables ---------------------------------------------------------------------------------- */
static inline void world_cell(const struct grid_cell *cell)
{
    size_t length = strlen(cell->text);
    world_text(cell->text);
    assert((cell->kind == CELL_BLANK) == (length == 0));
    assert(length == 0 ||
           (!strchr(" \t\r\n", cell->text[0]) && !strchr(" \t\r\n", cell->text[length - 1])));
}

static inline void world_table(struct arena *arena, const struct table *table)
{
    size_t count = table_dimensions(table);
    world_text(table->title);
    world_text(table->unit);
    world_text(table->notes);
    world_text(table->period_name);
    for (size_t d = 0; d < count; d++) {
        const char *name = table_dimension(table, d);
        world_text(name);
        /* a mapping names it so, without a doubt which it means */
        assert(*name && name[strcspn(name, "=&|")] == '\0');
        for (size_t other = 0; other < d && count < 64; other++)
            assert(strcmp(text_fold(arena, name),
                          text_fold(arena, table_dimension(table, other))) != 0);
    }
    for (size_t i = 0; i < table->count; i++) {
        const struct table_record *record = &table->records[i];
        for (size_t d = 0; d < count; d++)
            world_text(table_value(table, record, d));
        world_cell(&record->period);
        world_cell(&record->figure);
        world_text(record->source);
        assert(record->figure.at.file && record->figure.at.line > 0);
    }
}

/* The table in a CSV text; false where there is none, which is then reported. */
static inline bool world_read(struct diagnostics *diagnostics, const struct input_file *file,
                              const char *bytes, size_t length, struct table *table)
{
    struct grid grid;
    size_t before = diagnostics->count;
    bool sound = csvgrid_read(diagnostics, file, bytes, length, &grid);
    assert(sound == (diagnostics->count == before));
    if (!sound)
        return false;
    for (size_t r = 0; r < grid.count; r++)
        for (size_t c = 0; c < grid.rows[r].count; c++) {
            world_cell(&grid.rows[r].cells[c]);
            assert(grid.rows[r].cells[c].at.line > r);
        }
    bool found = table_find(diagnostics, file, &grid, table);
    assert(found == (world_problems(diagnostics, before) == 0));
    if (found)
        world_table(diagnostics->arena, table);
    return found;
}

/* --- rows ------------------------------------------------------------------------------------ */
/* All that the figures of tables can be read as. */
struct world_values {
    double *items;
    size_t count;
};

static inline struct world_values world_values(struct arena *arena, const struct mapping_rule *rule,
                                               const struct table *tables, size_t count)
{
    struct world_values values = {0};
    size_t all = 0;
    for (size_t t = 0; t < count; t++)
        all += tables[t].count;
    values.items = arena_alloc(arena, 2 * all + 1, sizeof *values.items);
    values.count = 1; /* a zero, for what is absent */
    for (size_t t = 0; t < count; t++)
        for (size_t i = 0; i < tables[t].count; i++)
            for (int decimal = DECIMAL_COMMA; decimal <= DECIMAL_POINT; decimal++)
                values.items[values.count++] = figure_read(&tables[t].records[i].figure,
                                                           (enum decimal_sign)decimal, &rule->signs)
                                                   .value;
    return values;
}

static inline bool world_has(const struct world_values *values, double value)
{
    for (size_t i = 0; i < values->count; i++)
        if (values->items[i] >= value && values->items[i] <= value)
            return true;
    return false;
}

/* Whether a rule adds nothing up. */
static inline bool world_is_plain(const struct mapping_rule *rule)
{
    for (size_t i = 0; i < rule->condition_count; i++)
        if (rule->conditions[i].count > 1)
            return false;
    return rule->conversion != CONVERT_SUM && rule->conversion != CONVERT_MEAN;
}

static inline int world_compare(const struct import_row *a, const struct import_row *b)
{
    if (a->indicator->index != b->indicator->index)
        return a->indicator->index < b->indicator->index ? -1 : 1;
    if (a->area->index != b->area->index)
        return a->area->index < b->area->index ? -1 : 1;
    int order = group_compare(a->group, b->group);
    return order ? order : period_compare(a->period, b->period);
}

static inline void world_row(const struct import_row *row)
{
    world_text(row->note);
    world_text(row->group ? row->group : "");
    assert(row->area->role != AREA_REST); /* which is computed, and in no file */
    assert(row->reason == REASON_NONE || row->reason == REASON_MISSING ||
           row->reason == REASON_SUPPRESSED_SOURCE);
    assert(row->period.kind == PERIOD_UNKNOWN ||
           period_fits(row->period, row->indicator->reporting));
    assert(!row->has[MAPPED_CONTROL]);
    for (int field = 0; field < MAPPED_FIELDS; field++)
        assert(isfinite(row->values[field]));
}

/* What is neither summed nor averaged stands in a table. */
static inline void world_figures(struct arena *arena, const struct mapping *mapping,
                                 const struct table *tables, size_t count,
                                 const struct import_rows *rows)
{
    for (size_t r = 0; r < mapping->count; r++) {
        const struct mapping_rule *rule = &mapping->rules[r];
        bool is_plain = world_is_plain(rule); /* and no other rule for the same */
        for (size_t other = 0; other < mapping->count; other++)
            is_plain =
                is_plain && (other == r || mapping->rules[other].indicator != rule->indicator ||
                             mapping->rules[other].field != rule->field);
        if (!is_plain)
            continue;
        struct world_values values = world_values(arena, rule, tables, count);
        for (size_t i = 0; i < rows->count; i++)
            if (rows->items[i].indicator == rule->indicator && rows->items[i].has[rule->field])
                assert(world_has(&values, rows->items[i].values[rule->field]));
    }
}

/* Imports, and holds the outcome against what it was made of. */
static inline bool world_import(struct diagnostics *diagnostics, const struct catalogue *catalogue,
                                const struct mapping *mapping, const struct table *tables,
                                size_t count, struct import_rows *rows)
{
    size_t before = diagnostics->count, numbers = 0, fields = 0;
    bool made = import_rows_make(diagnostics, catalogue, mapping, tables, count, rows);
    assert(made == (world_problems(diagnostics, before) == 0));
    for (size_t i = 0; i < rows->count; i++) {
        const struct import_row *row = &rows->items[i];
        world_row(row);
        assert(i == 0 || world_compare(row - 1, row) < 0);
        for (int field = 0; field < MAPPED_FIELDS; field++)
            fields += row->has[field];
    }
    for (size_t i = 0; i < rows->note_count; i++)
        world_text(rows->notes[i]);
    numbers = rows->counts.numbers + rows->counts.zeros + rows->counts.absent_zero;
    assert(numbers == fields);
    if (made)
        world_figures(diagnostics->arena, mapping, tables, count, rows);
    return made;
}

/* --- a folder -------------------------------------------------------------------------------- */
static char world_path[4096];

static inline void world_remove(void)
{
    static const char *const names[] = {"kortlaegning-udkast.csv", "kortlaegning.csv"};
    char name[4200];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(name, sizeof name, "%s/%s", world_path, names[i]);
        unlink(name);
    }
    rmdir(world_path);
}

/* Made once, gone when the program ends. */
static inline const char *world_folder(void)
{
    if (!*world_path) {
        const char *temporary = getenv("TMPDIR");
        snprintf(world_path, sizeof world_path, "%s/pejling-fuzz-XXXXXX",
                 temporary ? temporary : "/tmp");
        assert(mkdtemp(world_path));
        atexit(world_remove);
    }
    return world_path;
}

#endif
