/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/mapping_draft.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/base/text.h"
#include "pejling/input/table_names.h"
#include "pejling/model/table_areas.h"

#define MOST_SERIES 24 /* of one table, that are taken without somebody choosing */
#define MOST_DRAFTED 200
#define MOST_NAMES 8 /* that a message lists */
#define LONG_TEXT 60 /* bytes of a value that is no name any more */
#define CODE_LENGTH 40

enum use {
    USE_NOT, /* the same in all rows, or told by the others */
    USE_AREA,
    USE_ROLE, /* tells numerator, denominator and share apart */
    USE_TOTAL,
    USE_KEPT /* tells series apart */
};

enum role { ROLE_NONE, ROLE_NUMERATOR, ROLE_DENOMINATOR, ROLE_SHARE };

struct dimension {
    enum use use;
    const char **values; /* those of the plan's areas, in the order of the table */
    size_t count;
    const char *total;    /* of USE_TOTAL */
    bool ends_in_years;   /* `KV2021`: the year of the period stands behind the value */
    const char *roles[4]; /* of USE_ROLE: its values, by enum role */
};

struct drafter {
    struct diagnostics *diagnostics;
    const struct catalogue *catalogue;
    const struct table *table;
    size_t file_count;
    const struct table_record **records; /* of the plan's areas */
    size_t record_count;
    struct dimension *dimensions;
    struct table_areas areas;
    bool is_statbank, absent_is_zero;
    struct mapping_line *lines;
    size_t count, capacity;
    struct indicator *added;
    size_t added_count, added_capacity;
    bool is_complete;
};

static const char *value_of(const struct drafter *drafter, size_t record, size_t d)
{
    return table_value(drafter->table, drafter->records[record], d);
}

/* --- the rows that are about the plan --------------------------------------------------------- */
/*
 * Those of the plan's areas. Of a table that leaves zeros out all: what an area has no row of is
 * zero there, and told by the rows of others.
 */
static bool find_records(struct drafter *drafter)
{
    struct arena *arena = drafter->diagnostics->arena;
    const struct table *table = drafter->table;
    size_t found = 0;
    drafter->records = arena_alloc(arena, table->count, sizeof *drafter->records);
    drafter->record_count = 0;
    if (!table_areas_find(arena, drafter->catalogue, table, "", &drafter->areas))
        return false;
    for (size_t i = 0; i < table->count; i++) {
        bool exact;
        bool is_ours = table_areas_of(&drafter->areas, &table->records[i], &exact) != NULL;
        found += is_ours;
        if (is_ours || drafter->absent_is_zero)
            drafter->records[drafter->record_count++] = &table->records[i];
    }
    return found > 0;
}

/* The column whose names to show: called as if it held areas, or else the last of stubs, the first
 * of named ones. */
static size_t likely_area_dimension(const struct drafter *drafter)
{
    const struct table *table = drafter->table;
    if (drafter->areas.count)
        return drafter->areas.dimensions[0];
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

/* --- what a dimension is for ------------------------------------------------------------------ */
static void collect_values(struct drafter *drafter, size_t d)
{
    struct dimension *dimension = &drafter->dimensions[d];
    size_t capacity = 0;
    for (size_t i = 0; i < drafter->record_count; i++) {
        const char *value = value_of(drafter, i, d);
        bool known = false;
        for (size_t j = dimension->count; j-- > 0 && !known;)
            known = strcmp(dimension->values[j], value) == 0;
        if (known || dimension->count > MOST_DRAFTED * 10)
            continue;
        dimension->values = arena_grow(drafter->diagnostics->arena, dimension->values,
                                       dimension->count, &capacity, sizeof *dimension->values);
        dimension->values[dimension->count++] = value;
    }
}

struct key {
    const char *key, *value;
};

static int compare_keys(const void *left, const void *right)
{
    const struct key *a = left, *b = right;
    int order = strcmp(a->key, b->key);
    return order ? order : strcmp(a->value, b->value);
}

/* Whether a dimension follows from the area and the dimensions before it that tell series apart. */
static bool follows_from_others(const struct drafter *drafter, size_t d)
{
    struct arena *scratch = arena_new();
    struct key *keys = arena_alloc(scratch, drafter->record_count, sizeof *keys);
    for (size_t i = 0; i < drafter->record_count; i++) {
        const char *key = table_areas_name(&drafter->areas, drafter->records[i]);
        for (size_t other = 0; other < d; other++)
            if (drafter->dimensions[other].use == USE_KEPT)
                key = arena_printf(scratch, "%s\n%s", key, value_of(drafter, i, other));
        keys[i] = (struct key){key, value_of(drafter, i, d)};
    }
    qsort(keys, drafter->record_count, sizeof *keys, compare_keys);
    bool follows = true;
    for (size_t i = 1; i < drafter->record_count && follows; i++)
        follows = strcmp(keys[i - 1].key, keys[i].key) != 0 ||
                  strcmp(keys[i - 1].value, keys[i].value) == 0;
    arena_free(scratch);
    return follows;
}

/* Times and long texts describe a row; they do not name a series. */
static bool is_descriptive(const struct drafter *drafter, size_t d)
{
    const struct dimension *dimension = &drafter->dimensions[d];
    if (table_name_is_attribute(drafter->diagnostics->arena, table_dimension(drafter->table, d)))
        return true;
    bool all_long = true, all_times = true;
    for (size_t i = 0; i < dimension->count; i++) {
        const char *value = dimension->values[i];
        all_long = all_long && strlen(value) > LONG_TEXT;
        all_times = all_times && strlen(value) >= 19 && value[4] == '-' && value[13] == ':';
    }
    return all_long || all_times;
}

/* The one value that stands for all, in as many rows as each of the others has. */
static const char *only_total(const struct drafter *drafter, size_t d)
{
    struct arena *arena = drafter->diagnostics->arena;
    const struct dimension *dimension = &drafter->dimensions[d];
    const char *total = NULL;
    size_t rows = 0;
    for (size_t i = 0; i < dimension->count; i++) {
        if (!table_name_is_total(arena, dimension->values[i]))
            continue;
        if (total)
            return NULL;
        total = dimension->values[i];
    }
    for (size_t i = 0; i < drafter->record_count && total; i++)
        rows += strcmp(value_of(drafter, i, d), total) == 0;
    return total && 2 * rows * dimension->count >= drafter->record_count ? total : NULL;
}

static bool has_any(const char *folded, const char *const words[])
{
    for (size_t i = 0; words[i]; i++)
        if (strstr(folded, words[i]))
            return true;
    return false;
}

static enum role role_of(struct arena *arena, const char *value)
{
    static const char *const shares[] = {"pct",      "procent", "andel", "%",
                                         "per cent", "percent", "share", NULL};
    static const char *const denominators[] = {
        "naevner", "stemmeberettigede", "befolkning", "population", "i alt", "ialt",
        "samlet",  "grundlag",          "eligible",   "total",      NULL};
    static const char *const numerators[] = {"taeller", "antal", "stemmer", "personer",
                                             "number",  "count", NULL};
    const char *folded = text_fold(arena, value);
    if (has_any(folded, shares))
        return ROLE_SHARE;
    if (has_any(folded, denominators))
        return ROLE_DENOMINATOR;
    return has_any(folded, numerators) ? ROLE_NUMERATOR : ROLE_NONE;
}

/* One numerator, one denominator, perhaps the share of them, and nothing else. */
static bool tells_roles(struct arena *arena, struct dimension *dimension)
{
    memset(dimension->roles, 0, sizeof dimension->roles);
    if (dimension->count < 2 || dimension->count > 3)
        return false;
    for (size_t i = 0; i < dimension->count; i++) {
        enum role role = role_of(arena, dimension->values[i]);
        if (role == ROLE_NONE || dimension->roles[role])
            return false;
        dimension->roles[role] = dimension->values[i];
    }
    return dimension->roles[ROLE_NUMERATOR] && dimension->roles[ROLE_DENOMINATOR];
}

static bool ends_in_year(const char *value, const struct cell *period_cell)
{
    struct source_period period;
    size_t length = strlen(value);
    if (length < 5 || source_period_parse(period_cell->text, &period) != PERIOD_OK)
        return false;
    return strtol(value + length - 4, NULL, 10) == period.year;
}

static void choose_use(struct drafter *drafter, size_t d)
{
    struct arena *arena = drafter->diagnostics->arena;
    struct dimension *dimension = &drafter->dimensions[d];
    collect_values(drafter, d);
    if (table_areas_has(&drafter->areas, d)) {
        dimension->use = USE_AREA;
        return;
    }
    dimension->use = USE_NOT;
    if (dimension->count < 2)
        return;
    if (tells_roles(arena, dimension)) {
        dimension->use = USE_ROLE;
        return;
    }
    dimension->total = only_total(drafter, d);
    if (dimension->total) {
        dimension->use = USE_TOTAL;
        return;
    }
    if (is_descriptive(drafter, d) || follows_from_others(drafter, d))
        return;
    dimension->use = USE_KEPT;
    dimension->ends_in_years = true;
    for (size_t i = 0; i < drafter->record_count && dimension->ends_in_years; i++)
        dimension->ends_in_years =
            ends_in_year(value_of(drafter, i, d), &drafter->records[i]->period);
}

/* --- where the table comes from --------------------------------------------------------------- */
static bool ends_with(const char *text, const char *end)
{
    size_t length = strlen(text), size = strlen(end);
    return length >= size && strcmp(text + length - size, end) == 0;
}

/* Danmarks Statistik: TID and INDHOLD as headings, or a title that ends in `og tid`. */
static bool is_statbank(struct arena *arena, const struct table *table)
{
    if (table->is_wide) {
        const char *title = text_fold(arena, table->title);
        return ends_with(title, " og tid") || ends_with(title, " and time");
    }
    const char *name = text_fold(arena, table->period_name);
    const char *figure = text_fold(arena, table->count ? table->records[0].measure : "");
    return strcmp(name, "tid") == 0 && strcmp(figure, "indhold") == 0;
}

static int compare_texts(const void *left, const void *right)
{
    const char *const *a = left, *const *b = right;
    return strcmp(*a, *b);
}

/* How many values a dimension has in the whole table; the one behind the last is the period. */
static size_t count_distinct(const struct table *table, size_t d)
{
    struct arena *scratch = arena_new();
    const char **values = arena_alloc(scratch, table->count, sizeof *values);
    size_t count = table->count > 0;
    for (size_t i = 0; i < table->count; i++)
        values[i] = d < table_dimensions(table) ? table_value(table, &table->records[i], d)
                                                : table->records[i].period.text;
    if (table->count)
        qsort(values, table->count, sizeof *values, compare_texts);
    for (size_t i = 1; i < table->count; i++)
        count += strcmp(values[i - 1], values[i]) != 0;
    arena_free(scratch);
    return count;
}

/* The format BULK: rows of zeros are left out, so that not all combinations are there. */
static bool leaves_zeros_out(const struct table *table)
{
    static const struct signs none = {NULL, 0};
    double combinations = 1;
    for (size_t i = 0; i < table->count; i++) {
        struct figure figure = figure_read(&table->records[i].figure, DECIMAL_COMMA, &none);
        if (figure.kind == FIGURE_NUMBER && !(figure.value > 0 || figure.value < 0))
            return false;
    }
    for (size_t d = 0; d <= table_dimensions(table); d++)
        combinations *= (double)count_distinct(table, d);
    return combinations > (double)table->count;
}

/* --- names and codes -------------------------------------------------------------------------- */
static const char *slug(struct arena *arena, const char *text)
{
    const char *folded = text_fold(arena, text);
    char *code = arena_alloc(arena, strlen(folded) + 8, 1);
    size_t used = 0;
    for (; *folded; folded++) {
        char c = *folded;
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            code[used++] = c;
        else if (used && code[used - 1] != '_')
            code[used++] = '_';
    }
    if (used > CODE_LENGTH - 4) /* room for a number behind it */
        used = CODE_LENGTH - 4;
    while (used && code[used - 1] == '_')
        used--;
    code[used] = '\0';
    if (text_is_code(code))
        return code;
    code = arena_printf(arena, "tal_%s", code);
    code[strlen(code) < CODE_LENGTH ? strlen(code) : CODE_LENGTH] = '\0';
    return text_is_code(code) ? code : "tal_fra_fil";
}

/* The file's name without its folders and ending. */
static const char *base_name(struct arena *arena, const char *file)
{
    const char *slash = strrchr(file, '/');
    const char *name = slash ? slash + 1 : file;
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

/* A value without the year that stands behind it. */
static const char *stem(struct arena *arena, const struct dimension *dimension, const char *value)
{
    if (!dimension->ends_in_years)
        return value;
    size_t length = strlen(value) - 4;
    while (length && value[length - 1] == ' ')
        length--;
    return arena_text(arena, value, length);
}

/* Whether all rows say the same, those of other areas too. */
static bool is_constant(const struct table *table, size_t d)
{
    for (size_t i = 1; i < table->count; i++)
        if (strcmp(table_value(table, &table->records[0], d),
                   table_value(table, &table->records[i], d)) != 0)
            return false;
    return true;
}

/* What a series is called: by what tells it apart, else by what all rows say, title or file. */
static const char *series_name(const struct drafter *drafter, size_t record)
{
    struct arena *arena = drafter->diagnostics->arena;
    const char *common = "", *own = "";
    for (size_t d = 0; d < table_dimensions(drafter->table); d++) {
        const struct dimension *dimension = &drafter->dimensions[d];
        const char *value = value_of(drafter, record, d);
        if (dimension->use == USE_KEPT && !says_nothing(arena, value))
            own = joined(arena, own, stem(arena, dimension, value));
        else if (dimension->use == USE_NOT && is_constant(drafter->table, d) &&
                 !table_name_is_total(arena, value) && !is_descriptive(drafter, d))
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
        if (drafter->dimensions[d].use != USE_AREA && drafter->dimensions[d].use != USE_ROLE)
            found = find_indicator(drafter, value_of(drafter, record, d));
    if (!found)
        found = find_indicator(drafter, drafter->table->title);
    if (!found && drafter->table->sheet[0])
        found = find_indicator(drafter, drafter->table->sheet);
    if (!found)
        found = find_indicator(drafter, base_name(arena, drafter->table->file));
    return found;
}

/* --- new indicators --------------------------------------------------------------------------- */
static const char *guess_unit(const struct drafter *drafter, const char *name)
{
    static const char *const kroner[] = {"(dkk)", "kr.", "kroner", " kr", NULL};
    struct arena *arena = drafter->diagnostics->arena;
    const char *text = arena_printf(arena, "%s %s %s %s", drafter->table->unit,
                                    drafter->table->title, name, drafter->records[0]->measure);
    for (size_t d = 0; d < table_dimensions(drafter->table); d++)
        if (drafter->dimensions[d].count == 1)
            text = arena_printf(arena, "%s %s", text, drafter->dimensions[d].values[0]);
    if (role_of(arena, text) == ROLE_SHARE)
        return "pct.";
    if (has_any(text_fold(arena, text), kroner))
        return "kr.";
    static const struct signs none = {NULL, 0};
    for (size_t i = 0; i < drafter->record_count; i++) {
        double value = figure_read(&drafter->records[i]->figure, DECIMAL_COMMA, &none).value;
        if (value > floor(value))
            return say(drafter->diagnostics->language, "enhed ikke oplyst", "unit not given");
    }
    return "antal";
}

static struct reporting guess_reporting(const struct drafter *drafter, bool *two_years)
{
    static const enum period_kind kinds[] = {
        [SOURCE_YEAR] = PERIOD_YEAR,       [SOURCE_SCHOOL_YEAR] = PERIOD_SCHOOL_YEAR,
        [SOURCE_QUARTER] = PERIOD_QUARTER, [SOURCE_MONTH] = PERIOD_YEAR,
        [SOURCE_DATE] = PERIOD_DATE,       [SOURCE_TWO_YEARS] = PERIOD_YEAR};
    struct source_period period;
    *two_years = false;
    for (size_t i = 0; i < drafter->record_count; i++)
        if (source_period_parse(drafter->records[i]->period.text, &period) == PERIOD_OK) {
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
    const char *wanted = slug(arena, name), *code = wanted;
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
    const char *file = drafter->table->file;
    const char *slash = strrchr(file, '/');
    file = slash ? slash + 1 : file;
    indicator.source =
        drafter->is_statbank ? arena_printf(arena, "Danmarks Statistik (%s)", file) : file;
    drafter->added = arena_grow(arena, drafter->added, drafter->added_count,
                                &drafter->added_capacity, sizeof *drafter->added);
    drafter->added[drafter->added_count++] = indicator;
    return code;
}

/* --- lines ------------------------------------------------------------------------------------ */
/* The conditions of the series that a record is in, with one of a role where there is one. */
static const char *selection(const struct drafter *drafter, size_t record, enum role role)
{
    struct arena *arena = drafter->diagnostics->arena;
    const char *text = "";
    for (size_t d = 0; d < table_dimensions(drafter->table); d++) {
        const struct dimension *dimension = &drafter->dimensions[d];
        const char *value = NULL, *end = "";
        if (dimension->use == USE_TOTAL)
            value = dimension->total;
        else if (dimension->use == USE_ROLE)
            value = dimension->roles[role];
        else if (dimension->use == USE_KEPT) {
            value = stem(arena, dimension, value_of(drafter, record, d));
            end = dimension->ends_in_years ? "*" : "";
        }
        if (value)
            text = arena_printf(arena, "%s%s%s=%s%s", text, *text ? " & " : "",
                                table_dimension(drafter->table, d), value, end);
    }
    return text;
}

/* What the reader of the draft should know of a line. */
static const char *line_note(const struct drafter *drafter)
{
    struct arena *arena = drafter->diagnostics->arena;
    enum language language = drafter->diagnostics->language;
    const char *note = "";
    if (drafter->absent_is_zero)
        note = say(language, "Antaget: formatet BULK, hvor rækker med nul er udeladt.",
                   "Assumed: the format BULK, which leaves rows of zeros out.");
    for (size_t d = 0; d < table_dimensions(drafter->table); d++) {
        const struct dimension *dimension = &drafter->dimensions[d];
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

static bool has_dash(const struct drafter *drafter)
{
    for (size_t i = 0; i < drafter->record_count; i++)
        if (strcmp(drafter->records[i]->figure.text, "-") == 0)
            return true;
    return false;
}

static void add_line(struct drafter *drafter, const char *code, const char *field,
                     const char *chosen)
{
    struct arena *arena = drafter->diagnostics->arena;
    const struct table *table = drafter->table;
    enum decimal_sign decimal = DECIMAL_NONE;
    for (size_t i = 0; i < table->count; i++)
        decimal = figure_decimal(decimal, &table->records[i].figure);
    const char *slash = strrchr(table->file, '/');
    const char *file = slash ? slash + 1 : table->file;
    if (table->sheet[0])
        file = arena_printf(arena, "%s %s", file, table->sheet);
    drafter->lines = arena_grow(arena, drafter->lines, drafter->count, &drafter->capacity,
                                sizeof *drafter->lines);
    drafter->lines[drafter->count++] = (struct mapping_line){{
        code,
        field,
        drafter->file_count > 1 ? file : "",
        chosen,
        table_areas_text(arena, &drafter->areas),
        "",
        "",
        "",
        drafter->absent_is_zero ? "nul" : "",
        !has_dash(drafter)     ? ""
        : drafter->is_statbank ? "nul=-"
                               : "mangler=-",
        decimal == DECIMAL_POINT ? "punktum" : "",
        line_note(drafter),
    }};
}

static const struct dimension *role_dimension(const struct drafter *drafter)
{
    for (size_t d = 0; d < table_dimensions(drafter->table); d++)
        if (drafter->dimensions[d].use == USE_ROLE)
            return &drafter->dimensions[d];
    return NULL;
}

static const char *field_of_one(enum measure measure)
{
    bool counts = measure == MEASURE_SHARE || measure == MEASURE_RATE;
    return mapping_field_name(counts ? MAPPED_NUMERATOR : MAPPED_VALUE);
}

static void draft_series(struct drafter *drafter, size_t record)
{
    const struct dimension *roles = role_dimension(drafter);
    const char *name = series_name(drafter, record);
    const struct indicator *indicator = named_indicator(drafter, record, name);
    bool takes_counts = !indicator || measure_has_counts(indicator->measure);
    const char *code = indicator ? indicator->code : add_indicator(drafter, name, roles != NULL);
    if (!roles || !takes_counts) {
        enum measure measure = indicator ? indicator->measure : MEASURE_VALUE;
        add_line(drafter, code, field_of_one(measure), selection(drafter, record, ROLE_SHARE));
        return;
    }
    static const enum mapped_field fields[] = {[ROLE_NUMERATOR] = MAPPED_NUMERATOR,
                                               [ROLE_DENOMINATOR] = MAPPED_DENOMINATOR,
                                               [ROLE_SHARE] = MAPPED_CONTROL};
    for (int role = ROLE_NUMERATOR; role <= ROLE_SHARE; role++)
        if (roles->roles[role])
            add_line(drafter, code, mapping_field_name(fields[role]),
                     selection(drafter, record, (enum role)role));
}

/* The first record with a figure of each series. */
static size_t find_series(const struct drafter *drafter, size_t *firsts)
{
    struct arena *scratch = arena_new();
    const char **keys = arena_alloc(scratch, MOST_DRAFTED, sizeof *keys);
    size_t count = 0;
    for (size_t i = 0; i < drafter->record_count && count < MOST_DRAFTED; i++) {
        if (drafter->records[i]->figure.kind == CELL_BLANK)
            continue;
        const char *key = arena_copy(scratch, selection(drafter, i, ROLE_NUMERATOR));
        size_t j = 0;
        while (j < count && strcmp(keys[j], key) != 0)
            j++;
        if (j < count)
            continue;
        keys[count] = key;
        firsts[count++] = i;
    }
    arena_free(scratch);
    return count;
}

static bool draft_table(struct drafter *drafter)
{
    struct arena *arena = drafter->diagnostics->arena;
    size_t firsts[MOST_DRAFTED];
    drafter->is_statbank = is_statbank(arena, drafter->table);
    drafter->absent_is_zero =
        drafter->is_statbank && !drafter->table->is_wide && leaves_zeros_out(drafter->table);
    if (!find_records(drafter))
        return report_no_area(drafter);
    drafter->dimensions =
        arena_alloc(arena, table_dimensions(drafter->table) + 1, sizeof *drafter->dimensions);
    for (size_t d = 0; d < table_dimensions(drafter->table); d++)
        choose_use(drafter, d);
    size_t series = find_series(drafter, firsts);
    for (size_t i = 0; i < series; i++)
        draft_series(drafter, firsts[i]);
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
