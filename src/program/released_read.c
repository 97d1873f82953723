/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/released_read.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/base/text.h"
#include "pejling/input/field.h"

enum {
    INDICATOR,
    AREA,
    PERIOD,
    PERIOD_TO,
    GROUP,
    RELEASE,
    REASON,
    FIGURE,
    VALUE,
    UNIT,
    NUMERATOR,
    DENOMINATOR,
    SPREAD,
    DESIGN_EFFECT,
    POPULATION,
    RESPONSE_RATE,
    LOWEST,
    HIGHEST,
    COLUMNS
};

static const struct csv_column columns[COLUMNS] = {
    [INDICATOR] = {"indicator", true},   [AREA] = {"area", true},
    [PERIOD] = {"period", true},         [PERIOD_TO] = {"period_to", false},
    [GROUP] = {"group", true},           [RELEASE] = {"release", true},
    [REASON] = {"reason", true},         [FIGURE] = {"figure", true},
    [VALUE] = {"value", true},           [UNIT] = {"unit", true},
    [NUMERATOR] = {"numerator", true},   [DENOMINATOR] = {"denominator", true},
    [SPREAD] = {"spread", true},         [DESIGN_EFFECT] = {"design_effect", true},
    [POPULATION] = {"population", true}, [RESPONSE_RATE] = {"response_rate", true},
    [LOWEST] = {"lowest", false},        [HIGHEST] = {"highest", false},
};

struct reader {
    struct diagnostics *diagnostics;
    const struct catalogue *catalogue;
    enum problem problem;
    struct released_cell *cells;
    size_t count, capacity;
    struct released_pool *pools;
    size_t pool_count, pool_capacity;
    bool failed;
};

static void refuse(struct reader *reader, const struct csv_field *field)
{
    reader->failed = true;
    diagnostics_report(reader->diagnostics, reader->problem, csvrecords_at(field),
                       "filen er ændret, siden den blev lavet · lav udgaven igen, eller brug en "
                       "kopi, der ikke er rettet i",
                       "the file was changed since it was made · make the edition again, or use a "
                       "copy that nobody edited");
}

/* A number as the program writes it; 0 where blank. */
static double read_number(struct reader *reader, const struct csv_field *field)
{
    char *end;
    double number = strtod(field->text, &end);
    bool plain = field->text[strspn(field->text, "0123456789.-+e")] == '\0';
    if (!*end && plain && isfinite(number))
        return number;
    refuse(reader, field);
    return 0;
}

/* A number that must be there, and not be negative. */
static double read_amount(struct reader *reader, const struct csv_field *field)
{
    double number = read_number(reader, field);
    if (field_is_blank(field) || number < 0)
        refuse(reader, field);
    return number;
}

/* Which of the words stands there; `count` for none of them. */
static size_t read_word(const struct csv_field *field, const char *const *words, size_t count)
{
    size_t i = 0;
    while (i < count && strcmp(field->text, words[i]) != 0)
        i++;
    return i;
}

static enum reason read_reason(struct reader *reader, const struct csv_field *field)
{
    for (int reason = 0; reason < REASON_COUNT; reason++)
        if (strcmp(field->text, reason_code((enum reason)reason)) == 0)
            return (enum reason)reason;
    refuse(reader, field);
    return REASON_MISSING;
}

/* A group's name, without the apostrophe that keeps spreadsheets from calculating it. */
static const char *read_group(struct arena *arena, const struct csv_field *field)
{
    if (field_is_blank(field))
        return NULL;
    return text_unguarded(arena, field->text);
}

static void read_limits(struct reader *reader, const struct csv_field *f,
                        struct released_cell *cell)
{
    cell->has_limits = !field_is_blank(&f[LOWEST]) || !field_is_blank(&f[HIGHEST]);
    if (!cell->has_limits)
        return;
    cell->denominator = read_amount(reader, &f[DENOMINATOR]);
    double lowest = read_amount(reader, &f[LOWEST]), highest = read_amount(reader, &f[HIGHEST]);
    if (cell->release != RELEASE_HIDDEN || !(cell->denominator > 0) || lowest > highest) {
        refuse(reader, &f[LOWEST]);
        return;
    }
    cell->lowest = released_limit(cell->indicator, lowest, cell->denominator);
    cell->highest = released_limit(cell->indicator, highest, cell->denominator);
}

static void read_figures(struct reader *reader, const struct csv_field *f,
                         struct released_cell *cell)
{
    static const char *const figures[] = {"final", "provisional", "estimated"};
    enum measure measure = cell->indicator->measure;
    size_t status = read_word(&f[FIGURE], figures, 3);
    if (status == 3)
        refuse(reader, &f[FIGURE]);
    else
        cell->status = (enum figure_status)status;
    if (field_is_blank(&f[VALUE]))
        refuse(reader, &f[VALUE]);
    cell->value = read_number(reader, &f[VALUE]);
    cell->has_numerator = !field_is_blank(&f[NUMERATOR]);
    cell->numerator = read_number(reader, &f[NUMERATOR]);
    if (measure != MEASURE_VALUE)
        cell->denominator = read_amount(reader, &f[DENOMINATOR]);
    cell->spread = measure == MEASURE_MEAN && field_is_blank(&f[SPREAD])
                       ? -1
                       : read_number(reader, &f[SPREAD]);
    cell->design_effect = read_number(reader, &f[DESIGN_EFFECT]);
    cell->population = read_number(reader, &f[POPULATION]);
    cell->response_rate = read_number(reader, &f[RESPONSE_RATE]);
}

static void add_cell(struct reader *reader, const struct csv_field *f, struct released_cell cell)
{
    static const char *const releases[] = {"open", "rounded", "hidden", "absent"};
    static const enum release kinds[] = {RELEASE_OPEN, RELEASE_OPEN, RELEASE_HIDDEN,
                                         RELEASE_ABSENT};
    size_t release = read_word(&f[RELEASE], releases, 4);
    if (release == 4) {
        refuse(reader, &f[RELEASE]);
        return;
    }
    cell.release = kinds[release];
    cell.reason = read_reason(reader, &f[REASON]);
    cell.group = read_group(reader->diagnostics->arena, &f[GROUP]);
    cell.time = period_time(cell.period, cell.indicator->reporting);
    if (cell.release == RELEASE_OPEN)
        read_figures(reader, f, &cell);
    else
        read_limits(reader, f, &cell);
    if ((cell.release == RELEASE_OPEN) != (cell.reason == REASON_NONE))
        refuse(reader, &f[REASON]);
    reader->cells = arena_grow(reader->diagnostics->arena, reader->cells, reader->count,
                               &reader->capacity, sizeof *reader->cells);
    reader->cells[reader->count++] = cell;
}

static void add_pool(struct reader *reader, const struct csv_field *f,
                     const struct released_cell *place)
{
    struct released_pool pool = {
        .indicator = place->indicator, .area = place->area, .from = place->period};
    if (period_parse(f[PERIOD_TO].text, &pool.to) != PERIOD_OK)
        refuse(reader, &f[PERIOD_TO]);
    if (strcmp(f[RELEASE].text, "open") != 0 || period_compare(pool.from, pool.to) >= 0)
        refuse(reader, &f[RELEASE]);
    pool.value = read_amount(reader, &f[VALUE]);
    pool.numerator = read_amount(reader, &f[NUMERATOR]);
    pool.denominator = read_amount(reader, &f[DENOMINATOR]);
    reader->pools = arena_grow(reader->diagnostics->arena, reader->pools, reader->pool_count,
                               &reader->pool_capacity, sizeof *reader->pools);
    reader->pools[reader->pool_count++] = pool;
}

static void read_row(void *context, const struct csv_row *row)
{
    struct reader *reader = context;
    const struct csv_field *f = row->fields;
    struct arena *scratch = arena_new();
    struct released_cell place = {
        .indicator = catalogue_indicator(reader->catalogue, f[INDICATOR].text),
        .area = catalogue_area(reader->catalogue, text_fold(scratch, f[AREA].text))};
    arena_free(scratch);
    if (!place.indicator || !place.area)
        return;
    if (period_parse(f[PERIOD].text, &place.period) != PERIOD_OK)
        refuse(reader, &f[PERIOD]);
    else if (field_is_blank(&f[PERIOD_TO]))
        add_cell(reader, f, place);
    else
        add_pool(reader, f, &place);
}

bool released_read(struct diagnostics *diagnostics, const struct input_file *file,
                   const struct catalogue *catalogue, enum edition edition,
                   struct released_table *table)
{
    const struct csv_format format = {columns, COLUMNS, read_row};
    struct reader reader = {
        .diagnostics = diagnostics, .catalogue = catalogue, .problem = file->problem};
    if (!csvfile_read(diagnostics, file, &format, &reader) || reader.failed)
        return false;
    *table =
        released_table_make(diagnostics->arena, catalogue, edition, reader.cells, reader.count);
    released_table_pool(table, reader.pools, reader.pool_count);
    return true;
}
