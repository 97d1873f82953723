/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/share_by_arithmetic.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/input/figure.h"

#define COLUMNS 3
#define LEAST_ROWS 3 /* with counts that differ: two can agree by accident */

/* The figures of one row. */
struct row {
    const char *key; /* what they are about */
    double values[COLUMNS];
    const struct grid_cell *cells[COLUMNS]; /* NULL where there is no number */
};

bool share_agrees(double share, const struct grid_cell *cell, double exact)
{
    char text[NUMBER_TEXT];
    const char *written = cell->kind == CELL_NUMBER ? number_exact(text, share, ',') : cell->text;
    const char *mark = NULL; /* the last: those before it part thousands */
    for (const char *c = written; *(c += strcspn(c, ",.")); c++)
        mark = *(c + 1) >= '0' && *(c + 1) <= '9' ? c : mark;
    int decimals = mark ? (int)strspn(mark + 1, "0123456789") : 0;
    return fabs(share - exact) <= 0.5000001 * pow(10, -decimals);
}

/* Of each column for itself, as rules read them; a point among commas parts thousands. */
static void find_decimals(const struct table *table, const struct series_dimension *dimension,
                          enum decimal_sign decimals[COLUMNS])
{
    enum decimal_sign all = DECIMAL_NONE;
    for (size_t c = 0; c < COLUMNS; c++)
        decimals[c] = DECIMAL_NONE;
    for (size_t i = 0; i < table->count; i++) {
        const struct table_record *record = &table->records[i];
        all = figure_decimal(all, &record->figure);
        for (size_t c = 0; c < COLUMNS; c++)
            if (strcmp(record->measure, dimension->values[c]) == 0)
                decimals[c] = figure_decimal(decimals[c], &record->figure);
    }
    for (size_t c = 0; c < COLUMNS; c++)
        if (decimals[c] == DECIMAL_UNKNOWN && all == DECIMAL_COMMA)
            decimals[c] = all;
}

static int compare_rows(const void *left, const void *right)
{
    const struct row *a = left, *b = right;
    return strcmp(a->key, b->key);
}

/* The rows of the table, each with the figures of all its columns. */
static struct row *find_rows(struct arena *arena, const struct table *table,
                             const struct series_dimension *dimension, size_t *count)
{
    static const struct signs none = {NULL, 0};
    enum decimal_sign decimals[COLUMNS];
    struct row *rows = arena_alloc(arena, table->count, sizeof *rows);
    size_t kept = 0;
    find_decimals(table, dimension, decimals);
    for (size_t i = 0; i < table->count; i++) {
        const struct table_record *record = &table->records[i];
        rows[i] = (struct row){.key = record->period.text};
        for (size_t d = 0; d < table->dimension_count; d++)
            rows[i].key = arena_printf(arena, "%s\n%s", rows[i].key, record->values[d]);
        for (size_t c = 0; c < COLUMNS; c++) {
            struct figure figure = figure_read(&record->figure, decimals[c], &none);
            if (strcmp(record->measure, dimension->values[c]) != 0 || figure.kind != FIGURE_NUMBER)
                continue;
            rows[i].values[c] = figure.value;
            rows[i].cells[c] = &record->figure;
        }
    }
    if (table->count)
        qsort(rows, table->count, sizeof *rows, compare_rows);
    for (size_t i = 0; i < table->count; i++) {
        if (kept == 0 || strcmp(rows[kept - 1].key, rows[i].key) != 0)
            rows[kept++] = rows[i];
        for (size_t c = 0; c < COLUMNS; c++)
            if (rows[i].cells[c]) {
                rows[kept - 1].values[c] = rows[i].values[c];
                rows[kept - 1].cells[c] = rows[i].cells[c];
            }
    }
    *count = kept;
    return rows;
}

/* How many rows agree that column `share` is what `part` is of `base`; 0 where one does not. */
static size_t count_agreeing(const struct row *rows, size_t count, size_t part, size_t base,
                             size_t share)
{
    double seen[LEAST_ROWS];
    size_t agreeing = 0, different = 0;
    for (size_t i = 0; i < count; i++) {
        const double *values = rows[i].values;
        if (!rows[i].cells[part] || !rows[i].cells[base] || !rows[i].cells[share])
            continue;
        if (values[base] > floor(values[base]) || values[part] > values[base] || values[part] < 0)
            return 0;
        if (!(values[base] > 0))
            continue; /* a share of nobody: it can be written as anything */
        if (!share_agrees(values[share], rows[i].cells[share], 100 * values[part] / values[base]))
            return 0;
        agreeing++;
        size_t j = 0;
        while (j < different && (seen[j] > values[part] || seen[j] < values[part]))
            j++;
        if (j == different && different < LEAST_ROWS)
            seen[different++] = values[part];
    }
    return different == LEAST_ROWS ? agreeing : 0;
}

size_t share_by_arithmetic(struct table_series *series)
{
    const struct table *table = series->table;
    size_t d = table->dimension_count, count, found = 0, ways = 0;
    struct series_dimension *dimension = &series->dimensions[d];
    const char *parts[SERIES_PARTS] = {NULL};
    if (table->measure_count != COLUMNS || dimension->use != USE_KEPT ||
        dimension->count != COLUMNS)
        return 0;
    struct arena *scratch = arena_new();
    const struct row *rows = find_rows(scratch, table, dimension, &count);
    for (size_t share = 0; share < COLUMNS; share++)
        for (size_t part = 0; part < COLUMNS; part++) {
            size_t base = COLUMNS - share - part; /* 0 + 1 + 2 is as many */
            size_t agreeing = part == share ? 0 : count_agreeing(rows, count, part, base, share);
            if (agreeing == 0)
                continue;
            ways++;
            found = agreeing;
            parts[PART_COUNT] = dimension->values[part];
            parts[PART_BASE] = dimension->values[base];
            parts[PART_SHARE] = dimension->values[share];
        }
    arena_free(scratch);
    if (ways != 1)
        return 0;
    dimension->use = USE_PART;
    memcpy(dimension->parts, parts, sizeof parts);
    return found;
}
