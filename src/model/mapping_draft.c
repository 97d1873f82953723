/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/mapping_draft.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/base/text.h"
#include "pejling/model/table_series.h"

#define MOST_SERIES 24 /* of one table, that are taken without somebody choosing */
#define MOST_DRAFTED 200
#define MOST_NAMES 8   /* that a message lists */
#define CODE_LENGTH 36 /* leaves room for a number behind it */

struct drafter {
    struct diagnostics *diagnostics;
    const struct catalogue *catalogue;
    const struct table *table;
    size_t file_count;
    struct table_series series; /* of the table, and what all its lines say: */
    enum decimal_sign decimal;
    bool has_dash, has_fractions;
    struct mapping_line *lines;
    size_t count, capacity;
    struct indicator *added;
    size_t added_count, added_capacity;
    bool is_complete;
};

/* --- the rows that are about the plan --------------------------------------------------------- */
/* The column whose names to show: called as if it held areas, or else the last of stubs, the first
 * of named ones. */
static size_t likely_area_dimension(const struct drafter *drafter)
{
    const struct table *table = drafter->table;
    if (drafter->series.areas.count)
        return drafter->series.areas.dimensions[0];
    return table->has_names || table->dimension_count == 0 ? 0 : table->dimension_count - 1;
}

static bool report_no_area(struct drafter *drafter)
{
    struct arena *arena = drafter->diagnostics->arena;
    const struct table *table = drafter->table;
    const char *list = "", *last = "";
    size_t d = likely_area_dimension(drafter), names = 0;
    for (size_t i = 0; i < table->count && table_dimensions(table) && names < MOST_NAMES; i++) {
        const char *name = table_value(table, &table->records[i], d);
        if (strcmp(name, last) != 0 && *name && !strstr(list, name))
            list = arena_printf(arena, "%s%s%s", list, names++ ? ", " : "", name);
        last = name;
    }
    diagnostics_report(drafter->diagnostics, PROBLEM_INPUT, (struct location){.file = table->file},
                       "ingen navne i tabellen er et område i planen (her står: %s) · skriv navnet "
                       "som alias i omraader.csv, eller tilføj området",
                       "no name in the table is an area of the plan (it has: %s) · write the name "
                       "as an alias in omraader.csv, or add the area",
                       *list ? list : "–");
    return false;
}

static bool report_no_figures(struct drafter *drafter)
{
    diagnostics_report(drafter->diagnostics, PROBLEM_INPUT,
                       (struct location){.file = drafter->table->file},
                       "tabellen har ingen tal for planens områder · se efter i filen, om de står "
                       "der",
                       "the table has no figures of the plan's areas · look in the file whether "
                       "they are there");
    return false;
}

/* --- names and codes -------------------------------------------------------------------------- */
static const char *code_of(struct arena *arena, const char *name)
{
    char *slug = text_slug(arena, name);
    if (!text_is_code(slug))
        slug = arena_printf(arena, "tal_%s", slug);
    size_t length = strlen(slug) < CODE_LENGTH ? strlen(slug) : CODE_LENGTH;
    while (length && slug[length - 1] == '_')
        length--;
    slug[length] = '\0';
    return text_is_code(slug) ? slug : "tal_fra_fil";
}

/* The file's name without its folders and ending. */
static const char *base_name(struct arena *arena, const char *file)
{
    const char *name = file_bare_name(file);
    const char *dot = strrchr(name, '.');
    return arena_text(arena, name, dot ? (size_t)(dot - name) : strlen(name));
}

static const char *joined(struct arena *arena, const char *list, const char *text)
{
    if (*text == '\0')
        return list;
    return *list ? arena_printf(arena, "%s, %s", list, text) : text;
}

/* Headings of a column of figures that say nothing of what is counted. */
static bool says_nothing(struct arena *arena, const char *name)
{
    static const char *const plain[] = {"vaerdi", "indhold", "value", "tal", "antal", "content"};
    const char *folded = text_fold(arena, name);
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (strcmp(folded, plain[i]) == 0)
            return true;
    return false;
}

/* What a series is called: by what tells it apart, else by what all rows say, title or file. */
static const char *series_name(const struct drafter *drafter, size_t record)
{
    struct arena *arena = drafter->diagnostics->arena;
    const char *common = "", *own = "";
    for (size_t d = 0; d < table_dimensions(drafter->table); d++) {
        const char *value = table_series_value(arena, &drafter->series, record, d);
        if (drafter->series.dimensions[d].use == USE_KEPT && !says_nothing(arena, value))
            own = joined(arena, own, value);
        else if (table_series_names_all(arena, &drafter->series, d))
            common = joined(arena, common, value);
    }
    if (*own)
        return own;
    if (*common)
        return common;
    return *drafter->table->title ? drafter->table->title : base_name(arena, drafter->table->file);
}

static const struct indicator *find_indicator(const struct drafter *drafter, const char *text)
{
    struct arena *arena = drafter->diagnostics->arena;
    const char *folded = text_fold(arena, text);
    for (size_t i = 0; i < drafter->catalogue->indicator_count; i++) {
        const struct indicator *indicator = &drafter->catalogue->indicators[i];
        if (indicator->left_out)
            continue;
        if (strcmp(indicator->code, folded) == 0 ||
            strcmp(text_fold(arena, indicator->name), folded) == 0 ||
            strcmp(text_fold(arena, indicator->short_name), folded) == 0)
            return indicator;
    }
    return NULL;
}

/* The indicator that the series' own words name. */
static const struct indicator *named_indicator(const struct drafter *drafter, size_t record,
                                               const char *name)
{
    struct arena *arena = drafter->diagnostics->arena;
    const struct indicator *found = find_indicator(drafter, name);
    for (size_t d = 0; d < table_dimensions(drafter->table) && !found; d++)
        if (drafter->series.dimensions[d].use == USE_KEPT ||
            drafter->series.dimensions[d].use == USE_NOT)
            found = find_indicator(drafter, table_series_value(arena, &drafter->series, record, d));
    if (!found)
        found = find_indicator(drafter, drafter->table->title);
    if (!found && drafter->table->sheet[0])
        found = find_indicator(drafter, drafter->table->sheet);
    if (!found)
        found = find_indicator(drafter, base_name(arena, drafter->table->file));
    return found;
}

/* --- new indicators --------------------------------------------------------------------------- */
static bool is_kroner(struct arena *arena, const char *text)
{
    const char *folded = text_fold(arena, text);
    return strstr(folded, "(dkk)") || strstr(folded, "kr.") || strstr(folded, "kroner");
}

static const char *guess_unit(const struct drafter *drafter, const char *name)
{
    struct arena *arena = drafter->diagnostics->arena;
    const char *text =
        arena_printf(arena, "%s %s %s %s", drafter->table->unit, drafter->table->title, name,
                     drafter->series.records[0]->measure);
    for (size_t d = 0; d < table_dimensions(drafter->table); d++)
        if (drafter->series.dimensions[d].count == 1)
            text = arena_printf(arena, "%s %s", text, drafter->series.dimensions[d].values[0]);
    if (series_part_of(arena, text) == PART_SHARE)
        return "pct.";
    if (is_kroner(arena, text))
        return "kr.";
    return drafter->has_fractions
               ? say(drafter->diagnostics->language, "enhed ikke oplyst", "unit not given")
               : "antal";
}

static struct reporting guess_reporting(const struct drafter *drafter, bool *two_years)
{
    static const enum period_kind kinds[] = {
        [SOURCE_YEAR] = PERIOD_YEAR,       [SOURCE_SCHOOL_YEAR] = PERIOD_SCHOOL_YEAR,
        [SOURCE_QUARTER] = PERIOD_QUARTER, [SOURCE_MONTH] = PERIOD_YEAR,
        [SOURCE_DATE] = PERIOD_DATE,       [SOURCE_TWO_YEARS] = PERIOD_YEAR};
    struct source_period period;
    *two_years = false;
    for (size_t i = 0; i < drafter->series.record_count; i++)
        if (source_period_parse(drafter->series.records[i]->period.text, &period) == PERIOD_OK) {
            *two_years = period.kind == SOURCE_TWO_YEARS;
            return (struct reporting){kinds[period.kind], 0, 0};
        }
    return (struct reporting){PERIOD_YEAR, 0, 0};
}

static bool is_taken(const struct drafter *drafter, const char *code)
{
    for (size_t i = 0; i < drafter->added_count; i++)
        if (strcmp(drafter->added[i].code, code) == 0)
            return true;
    return catalogue_indicator(drafter->catalogue, code) != NULL;
}

static const char *add_indicator(struct drafter *drafter, const char *name, bool is_share)
{
    struct arena *arena = drafter->diagnostics->arena;
    const char *wanted = code_of(arena, name), *code = wanted;
    bool two_years;
    for (int i = 2; is_taken(drafter, code); i++)
        code = arena_printf(arena, "%s_%d", wanted, i);
    struct indicator indicator = {.code = code,
                                  .name = name,
                                  .short_name = name,
                                  .goal = "",
                                  .focus_area = "",
                                  .target_group = "",
                                  .note = "",
                                  .unit = is_share ? "pct." : guess_unit(drafter, name),
                                  .measure = is_share ? MEASURE_SHARE : MEASURE_VALUE,
                                  .factor = is_share ? 100 : 1,
                                  .polarity = POLARITY_NEUTRAL,
                                  .accrual = ACCRUAL_FLOW,
                                  .decimals = 1};
    indicator.reporting = guess_reporting(drafter, &two_years);
    indicator.has_trend = !two_years;
    const char *file = file_bare_name(drafter->table->file);
    indicator.source =
        drafter->series.is_statbank ? arena_printf(arena, "Danmarks Statistik (%s)", file) : file;
    drafter->added = arena_grow(arena, drafter->added, drafter->added_count,
                                &drafter->added_capacity, sizeof *drafter->added);
    drafter->added[drafter->added_count++] = indicator;
    return code;
}

/* --- lines ------------------------------------------------------------------------------------ */
/* What the reader of the draft should know of a line. */
static const char *line_note(const struct drafter *drafter)
{
    struct arena *arena = drafter->diagnostics->arena;
    enum language language = drafter->diagnostics->language;
    const char *note = "";
    if (drafter->series.absent_is_zero)
        note = say(language, "Antaget: formatet BULK, hvor rækker med nul er udeladt.",
                   "Assumed: the format BULK, which leaves rows of zeros out.");
    for (size_t d = 0; d < table_dimensions(drafter->table); d++) {
        const struct series_dimension *dimension = &drafter->series.dimensions[d];
        const char *others = "";
        for (size_t i = 0; i < dimension->count && dimension->use == USE_TOTAL && i < 8; i++)
            if (strcmp(dimension->values[i], dimension->total) != 0)
                others = joined(arena, others, dimension->values[i]);
        if (*others)
            note = arena_printf(
                arena, say(language, "%s%sAndre værdier af %s: %s.", "%s%sOther values of %s: %s."),
                note, *note ? " " : "", table_dimension(drafter->table, d), others);
    }
    return note;
}

static void add_line(struct drafter *drafter, const char *code, const char *field,
                     const char *chosen)
{
    struct arena *arena = drafter->diagnostics->arena;
    const struct table *table = drafter->table;
    const char *file = file_bare_name(table->file);
    if (table->sheet[0])
        file = arena_printf(arena, "%s %s", file, table->sheet);
    drafter->lines = arena_grow(arena, drafter->lines, drafter->count, &drafter->capacity,
                                sizeof *drafter->lines);
    drafter->lines[drafter->count++] = (struct mapping_line){{
        code,
        field,
        drafter->file_count > 1 ? file : "",
        chosen,
        table_areas_text(arena, &drafter->series.areas),
        "",
        "",
        "",
        drafter->series.absent_is_zero ? "nul" : "",
        !drafter->has_dash            ? ""
        : drafter->series.is_statbank ? "nul=-"
                                      : "mangler=-",
        drafter->decimal == DECIMAL_POINT ? "punktum" : "",
        line_note(drafter),
    }};
}

/* A series of one column of figures. */
static void draft_single(struct drafter *drafter, size_t record, const char *code,
                         enum measure measure)
{
    struct arena *arena = drafter->diagnostics->arena;
    const struct series_dimension *parts = table_series_parts(&drafter->series);
    enum mapped_field field = measure_has_counts(measure) ? MAPPED_NUMERATOR : MAPPED_VALUE;
    enum series_part part = parts && parts->parts[PART_SHARE] ? PART_SHARE : PART_COUNT;
    add_line(drafter, code, mapping_field_name(field),
             table_series_selection(arena, &drafter->series, record, part));
}

/* Count and base become numerator and denominator; the share is a control of them. */
static void draft_parts(struct drafter *drafter, size_t record, const char *code)
{
    static const enum mapped_field fields[] = {[PART_COUNT] = MAPPED_NUMERATOR,
                                               [PART_BASE] = MAPPED_DENOMINATOR,
                                               [PART_SHARE] = MAPPED_CONTROL};
    const struct series_dimension *parts = table_series_parts(&drafter->series);
    for (int part = PART_COUNT; part < SERIES_PARTS; part++)
        if (parts->parts[part])
            add_line(drafter, code, mapping_field_name(fields[part]),
                     table_series_selection(drafter->diagnostics->arena, &drafter->series, record,
                                            (enum series_part)part));
}

static void draft_series(struct drafter *drafter, size_t record)
{
    bool has_parts = table_series_parts(&drafter->series) != NULL;
    const char *name = series_name(drafter, record);
    const struct indicator *indicator = named_indicator(drafter, record, name);
    const char *code = indicator ? indicator->code : add_indicator(drafter, name, has_parts);
    enum measure measure = indicator   ? indicator->measure
                           : has_parts ? MEASURE_SHARE
                                       : MEASURE_VALUE;
    if (has_parts && measure_has_counts(measure))
        draft_parts(drafter, record, code);
    else
        draft_single(drafter, record, code, measure);
}

/* What the figures of the table look like. */
static void look_at_figures(struct drafter *drafter)
{
    static const struct signs none = {NULL, 0};
    const struct table *table = drafter->table;
    drafter->decimal = DECIMAL_NONE;
    drafter->has_dash = drafter->has_fractions = false;
    for (size_t i = 0; i < table->count; i++)
        drafter->decimal = figure_decimal(drafter->decimal, &table->records[i].figure);
    for (size_t i = 0; i < drafter->series.record_count; i++) {
        const struct cell *cell = &drafter->series.records[i]->figure;
        double value = figure_read(cell, drafter->decimal, &none).value;
        drafter->has_dash = drafter->has_dash || strcmp(cell->text, "-") == 0;
        drafter->has_fractions = drafter->has_fractions || value > floor(value);
    }
}

static bool draft_table(struct drafter *drafter)
{
    size_t firsts[MOST_DRAFTED];
    if (!table_series_find(drafter->diagnostics->arena, drafter->catalogue, drafter->table,
                           &drafter->series))
        return report_no_area(drafter);
    look_at_figures(drafter);
    size_t series = table_series_firsts(&drafter->series, firsts, MOST_DRAFTED);
    for (size_t i = 0; i < series; i++)
        draft_series(drafter, firsts[i]);
    if (series == 0)
        return report_no_figures(drafter);
    if (series <= MOST_SERIES)
        return true;
    drafter->is_complete = false;
    diagnostics_report(drafter->diagnostics, PROBLEM_INPUT,
                       (struct location){.file = drafter->table->file},
                       "tabellen har mere end %d tal for hvert område og hver periode · behold de "
                       "rækker i udkastet til en kortlægning, der skal med, skriv indikatorernes "
                       "koder, og importér igen med --map",
                       "the table has more than %d figures for each area and period · keep those "
                       "rows of the drafted mapping that are wanted, write the indicators' codes, "
                       "and import again with --map",
                       MOST_SERIES);
    return false;
}

bool mapping_draft(struct diagnostics *diagnostics, const struct catalogue *catalogue,
                   const struct table *tables, size_t count, struct mapping_draft *draft)
{
    struct drafter drafter = {.diagnostics = diagnostics,
                              .catalogue = catalogue,
                              .file_count = count,
                              .is_complete = true};
    bool fine = true;
    for (size_t i = 0; i < count; i++) {
        drafter.table = &tables[i];
        fine = draft_table(&drafter) && fine;
    }
    *draft = (struct mapping_draft){.lines = drafter.lines,
                                    .count = drafter.count,
                                    .added = drafter.added,
                                    .added_count = drafter.added_count,
                                    .is_complete = drafter.is_complete};
    return fine;
}
