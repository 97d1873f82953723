/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/table_series.h"

#include <stdlib.h>
#include <string.h>

#include "pejling/base/text.h"
#include "pejling/input/figure.h"
#include "pejling/input/source_period.h"
#include "pejling/input/table_names.h"
#include "pejling/model/area_match.h"

#define MOST_VALUES 500 /* of a dimension, that are told apart */
#define LONG_TEXT 60    /* bytes of a value that is no name any more */

static const char *value_of(const struct table_series *series, size_t record, size_t d)
{
    return table_value(series->table, series->records[record], d);
}

/* A sheet for each area, called by it. */
static bool is_of_sheet(struct arena *arena, const struct catalogue *catalogue,
                        struct table_series *series)
{
    bool exact;
    const struct area *area = area_match(catalogue, series->table->sheet, &exact);
    return area && table_areas_find(arena, catalogue, series->table, area->code, &series->areas);
}

/*
 * Those of the plan's areas. Of a table that leaves zeros out all: what an area has no row of is
 * zero there, and told by the rows of others.
 */
static bool find_records(struct arena *arena, const struct catalogue *catalogue,
                         struct table_series *series)
{
    const struct table *table = series->table;
    size_t found = 0;
    series->records = arena_alloc(arena, table->count, sizeof *series->records);
    series->record_count = 0;
    if (!table_areas_find(arena, catalogue, table, "", &series->areas) &&
        !is_of_sheet(arena, catalogue, series))
        return false;
    for (size_t i = 0; i < table->count; i++) {
        bool exact;
        bool is_ours = table_areas_of(&series->areas, &table->records[i], &exact) != NULL;
        found += is_ours;
        if (is_ours || series->absent_is_zero)
            series->records[series->record_count++] = &table->records[i];
    }
    return found > 0;
}

/* --- what a dimension is for ------------------------------------------------------------------ */
static void collect_values(struct arena *arena, struct table_series *series, size_t d)
{
    struct series_dimension *dimension = &series->dimensions[d];
    size_t capacity = 0;
    for (size_t i = 0; i < series->record_count && dimension->count < MOST_VALUES; i++) {
        const char *value = value_of(series, i, d);
        bool known = false;
        for (size_t j = dimension->count; j-- > 0 && !known;)
            known = strcmp(dimension->values[j], value) == 0;
        if (known)
            continue;
        dimension->values = arena_grow(arena, dimension->values, dimension->count, &capacity,
                                       sizeof *dimension->values);
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
static bool follows_from_others(const struct table_series *series, size_t d)
{
    struct arena *scratch = arena_new();
    struct key *keys = arena_alloc(scratch, series->record_count, sizeof *keys);
    for (size_t i = 0; i < series->record_count; i++) {
        const char *key = table_areas_name(&series->areas, series->records[i]);
        for (size_t other = 0; other < d; other++)
            if (series->dimensions[other].use == USE_KEPT)
                key = arena_printf(scratch, "%s\n%s", key, value_of(series, i, other));
        keys[i] = (struct key){key, value_of(series, i, d)};
    }
    qsort(keys, series->record_count, sizeof *keys, compare_keys);
    bool follows = true;
    for (size_t i = 1; i < series->record_count && follows; i++)
        follows = strcmp(keys[i - 1].key, keys[i].key) != 0 ||
                  strcmp(keys[i - 1].value, keys[i].value) == 0;
    arena_free(scratch);
    return follows;
}

/* Times and long texts describe a row; they do not name a series. */
static bool is_descriptive(struct arena *arena, const struct table_series *series, size_t d)
{
    const struct series_dimension *dimension = &series->dimensions[d];
    if (table_name_is_attribute(arena, table_dimension(series->table, d)))
        return true;
    bool all_long = true, all_times = true;
    for (size_t i = 0; i < dimension->count; i++) {
        const char *value = dimension->values[i];
        all_long = all_long && strlen(value) > LONG_TEXT;
        all_times = all_times && strlen(value) >= 19 && value[4] == '-' && value[13] == ':';
    }
    return all_long || all_times;
}

/* Whether each set of rows that are alike but for one dimension has one with this value there. */
static bool is_everywhere(const struct table_series *series, size_t d, const char *value)
{
    struct arena *scratch = arena_new();
    struct key *keys = arena_alloc(scratch, series->record_count, sizeof *keys);
    for (size_t i = 0; i < series->record_count; i++) {
        const char *key = series->records[i]->period.text;
        for (size_t other = 0; other < table_dimensions(series->table); other++)
            if (other != d)
                key = arena_printf(scratch, "%s\n%s", key, value_of(series, i, other));
        keys[i] = (struct key){key, value_of(series, i, d)};
    }
    qsort(keys, series->record_count, sizeof *keys, compare_keys);
    bool everywhere = true;
    for (size_t i = 0, next; i < series->record_count && everywhere; i = next) {
        everywhere = false;
        for (next = i; next < series->record_count && strcmp(keys[i].key, keys[next].key) == 0;
             next++)
            everywhere = everywhere || strcmp(keys[next].value, value) == 0;
    }
    arena_free(scratch);
    return everywhere;
}

/* The one value that stands for all, where each series has it. */
static const char *only_total(struct arena *arena, const struct table_series *series, size_t d)
{
    const struct series_dimension *dimension = &series->dimensions[d];
    const char *total = NULL;
    for (size_t i = 0; i < dimension->count; i++) {
        if (!table_name_is_total(arena, dimension->values[i]))
            continue;
        if (total)
            return NULL;
        total = dimension->values[i];
    }
    return total && is_everywhere(series, d, total) ? total : NULL;
}

static bool has_any(const char *folded, const char *const words[])
{
    for (size_t i = 0; words[i]; i++)
        if (strstr(folded, words[i]))
            return true;
    return false;
}

enum series_part series_part_of(struct arena *arena, const char *text)
{
    static const char *const shares[] = {"pct",      "procent", "andel", "%",
                                         "per cent", "percent", "share", NULL};
    static const char *const responses[] = {"svarprocent", "response", NULL};
    static const char *const denominators[] = {
        "naevner", "stemmeberettigede", "befolkning", "population", "i alt", "ialt",
        "samlet",  "grundlag",          "eligible",   "total",      "svar",  NULL};
    static const char *const numerators[] = {"taeller", "antal", "stemmer", "personer",
                                             "number",  "count", NULL};
    const char *folded = text_fold(arena, text);
    if (has_any(folded, responses))
        return PART_RESPONSE;
    if (has_any(folded, shares))
        return PART_SHARE;
    if (has_any(folded, denominators))
        return PART_BASE;
    return has_any(folded, numerators) ? PART_COUNT : PART_NONE;
}

/* A count or a share, what it is of, and nothing else that is none of these. */
static bool tells_parts(struct arena *arena, struct series_dimension *dimension)
{
    memset(dimension->parts, 0, sizeof dimension->parts);
    if (dimension->count < 2 || dimension->count >= SERIES_PARTS)
        return false;
    for (size_t i = 0; i < dimension->count; i++) {
        enum series_part part = series_part_of(arena, dimension->values[i]);
        if (part == PART_NONE || dimension->parts[part])
            return false;
        dimension->parts[part] = dimension->values[i];
    }
    return dimension->parts[PART_BASE] &&
           (dimension->parts[PART_COUNT] || dimension->parts[PART_SHARE]);
}

static bool ends_in_year(const char *value, const struct grid_cell *period_cell)
{
    struct source_period period;
    size_t length = strlen(value);
    if (length < 5 || source_period_parse(period_cell->text, &period) != PERIOD_OK)
        return false;
    return strtol(value + length - 4, NULL, 10) == period.year;
}

static void choose_use(struct arena *arena, struct table_series *series, size_t d)
{
    struct series_dimension *dimension = &series->dimensions[d];
    collect_values(arena, series, d);
    if (table_areas_has(&series->areas, d)) {
        dimension->use = USE_AREA;
        return;
    }
    dimension->use = USE_NOT;
    if (dimension->count < 2)
        return;
    if (tells_parts(arena, dimension)) {
        dimension->use = USE_PART;
        return;
    }
    dimension->total = only_total(arena, series, d);
    if (dimension->total) {
        dimension->use = USE_TOTAL;
        return;
    }
    bool described = !series->is_statbank && is_descriptive(arena, series, d);
    if (described || follows_from_others(series, d))
        return;
    dimension->use = USE_KEPT;
    dimension->ends_in_years = true;
    for (size_t i = 0; i < series->record_count && dimension->ends_in_years; i++)
        dimension->ends_in_years =
            ends_in_year(value_of(series, i, d), &series->records[i]->period);
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
    return (strcmp(name, "tid") == 0 || strcmp(name, "time") == 0) &&
           (strcmp(figure, "indhold") == 0 || strcmp(figure, "content") == 0);
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
    text_sort(values, table->count);
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

const char *table_series_value(struct arena *arena, const struct table_series *series,
                               size_t record, size_t d)
{
    const char *value = value_of(series, record, d);
    if (!series->dimensions[d].ends_in_years)
        return value;
    size_t length = strlen(value) - 4;
    while (length && value[length - 1] == ' ')
        length--;
    return arena_text(arena, value, length);
}

bool table_series_names_all(struct arena *arena, const struct table_series *series, size_t d)
{
    const struct table *table = series->table;
    if (series->dimensions[d].use != USE_NOT || table->count == 0)
        return false;
    const char *first = table_value(table, &table->records[0], d);
    for (size_t i = 1; i < table->count; i++)
        if (strcmp(first, table_value(table, &table->records[i], d)) != 0)
            return false;
    bool is_number = first[strspn(first, "0123456789")] == '\0';
    return !is_number && !table_name_is_total(arena, first) && !is_descriptive(arena, series, d);
}

/*
 * A value as `udvalg` can have it: from what would be read as a mark there on, any end will do; an
 * asterisk of its own needs another.
 */
static const char *selected_value(struct arena *arena, const char *value, bool any_end)
{
    size_t length = 0;
    for (; value[length] && value[length] != '|'; length++) {
        size_t name = value[length] == '&' ? 1 + strcspn(value + length + 1, "&=|") : 0;
        if (name && value[length + name] == '=')
            break;
    }
    bool is_cut = value[length] != '\0', has_asterisk = length && value[length - 1] == '*';
    return arena_printf(arena, "%.*s%s", (int)length, value,
                        is_cut || has_asterisk || any_end ? "*" : "");
}

const char *table_series_selection(struct arena *arena, const struct table_series *series,
                                   size_t record, enum series_part part)
{
    const char *text = "";
    for (size_t d = 0; d < table_dimensions(series->table); d++) {
        const struct series_dimension *dimension = &series->dimensions[d];
        const char *value = NULL;
        if (dimension->use == USE_TOTAL)
            value = dimension->total;
        else if (dimension->use == USE_PART)
            value = dimension->parts[part];
        else if (dimension->use == USE_KEPT)
            value = table_series_value(arena, series, record, d);
        if (value)
            text = arena_printf(arena, "%s%s%s=%s", text, *text ? " & " : "",
                                table_dimension(series->table, d),
                                selected_value(arena, value, dimension->ends_in_years));
    }
    return text;
}

const struct series_dimension *table_series_parts(const struct table_series *series)
{
    for (size_t d = 0; d < table_dimensions(series->table); d++)
        if (series->dimensions[d].use == USE_PART)
            return &series->dimensions[d];
    return NULL;
}

size_t table_series_firsts(const struct table_series *series, size_t *firsts, size_t most)
{
    struct arena *scratch = arena_new();
    const char **keys = arena_alloc(scratch, most, sizeof *keys);
    size_t count = 0;
    for (size_t i = 0; i < series->record_count && count < most; i++) {
        if (series->records[i]->figure.kind == CELL_BLANK)
            continue;
        const char *key = table_series_selection(scratch, series, i, PART_COUNT);
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

bool table_series_find(struct arena *arena, const struct catalogue *catalogue,
                       const struct table *table, struct table_series *series)
{
    size_t count = table_dimensions(table);
    *series = (struct table_series){.table = table, .is_statbank = is_statbank(arena, table)};
    series->absent_is_zero = series->is_statbank && !table->is_wide && leaves_zeros_out(table);
    if (!find_records(arena, catalogue, series))
        return false;
    series->dimensions = arena_alloc(arena, count + 1, sizeof *series->dimensions);
    for (size_t d = 0; d < count; d++)
        choose_use(arena, series, d);
    return true;
}
