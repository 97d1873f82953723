/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/disclosure/released.h"

#include <math.h>
#include <stdlib.h>

static int compare_index(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare_places(const char *group, struct period period, const struct released_cell *cell)
{
    int order = group_compare(group, cell->group);
    return order ? order : period_compare(period, cell->period);
}

static int compare_cells(const void *left, const void *right)
{
    const struct released_cell *a = left;
    const struct released_cell *b = right;
    int order = compare_index(a->indicator->index, b->indicator->index);
    if (!order)
        order = compare_index(a->area->index, b->area->index);
    return order ? order : compare_places(a->group, a->period, b);
}

static int compare_pools(const void *left, const void *right)
{
    const struct released_pool *a = left;
    const struct released_pool *b = right;
    int order = compare_index(a->indicator->index, b->indicator->index);
    if (!order)
        order = compare_index(a->area->index, b->area->index);
    return order ? order : period_compare(a->from, b->from);
}

static size_t slot(const struct released_table *table, const struct indicator *indicator,
                   const struct area *area)
{
    return indicator->index * table->catalogue->area_count + area->index;
}

/* Cells mostly come in order, from a municipality's cells or a file that an edition wrote. */
static void sort_cells(struct released_cell *cells, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (compare_cells(&cells[i - 1], &cells[i]) > 0) {
            qsort(cells, count, sizeof *cells, compare_cells);
            return;
        }
}

/* Where each indicator x area begins, and within it the cells of its groups. */
static void index_cells(struct arena *arena, struct released_table *table)
{
    size_t slots = table->catalogue->indicator_count * table->catalogue->area_count, next = 0;
    size_t *starts = arena_alloc(arena, slots + 1, sizeof *starts);
    size_t *groups = arena_alloc(arena, slots, sizeof *groups);
    for (size_t i = 0; i < table->count; i++)
        starts[slot(table, table->cells[i].indicator, table->cells[i].area) + 1]++;
    for (size_t i = 0; i < slots; i++) {
        starts[i + 1] += starts[i];
        while (next < starts[i + 1] && !table->cells[next].group)
            next++;
        groups[i] = next;
        next = starts[i + 1];
    }
    table->starts = starts;
    table->groups = groups;
}

struct released_table released_table_make(struct arena *arena, const struct catalogue *catalogue,
                                          enum edition edition, struct released_cell *cells,
                                          size_t count)
{
    if (!cells)
        cells = arena_alloc(arena, 1, sizeof *cells); /* so that it has places */
    struct released_table table = {
        .edition = edition, .catalogue = catalogue, .cells = cells, .count = count};
    sort_cells(cells, count);
    index_cells(arena, &table);
    return table;
}

double released_limit(const struct indicator *indicator, double count, double persons)
{
    return indicator->factor * count / persons;
}

bool released_is_open(const struct released_cell *cell)
{
    return cell && cell->release == RELEASE_OPEN;
}

double released_count(const struct released_cell *cell)
{
    double each = cell->value / cell->indicator->factor;
    bool of_persons =
        cell->indicator->measure == MEASURE_SHARE || cell->indicator->measure == MEASURE_SURVEY;
    return (of_persons ? fmin(1, each) : each) * cell->denominator;
}

void released_table_pool(struct released_table *table, struct released_pool *pools, size_t count)
{
    if (count)
        qsort(pools, count, sizeof *pools, compare_pools);
    table->pools = pools;
    table->pool_count = count;
}

struct released_series released_series(const struct released_table *table,
                                       const struct indicator *indicator, const struct area *area)
{
    size_t at = slot(table, indicator, area), start = table->starts[at];
    return (struct released_series){table->cells + start, table->groups[at] - start};
}

struct released_series released_groups(const struct released_table *table,
                                       const struct indicator *indicator, const struct area *area)
{
    size_t at = slot(table, indicator, area), start = table->groups[at];
    return (struct released_series){table->cells + start, table->starts[at + 1] - start};
}

/* The cell of a group, or of everybody, and a period in a run of one indicator in one area. */
static const struct released_cell *search(struct released_series run, const char *group,
                                          struct period period)
{
    size_t low = 0, high = run.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct released_cell *cell = run.cells + middle;
        int order = compare_places(group, period, cell);
        if (order == 0)
            return cell;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

const struct released_cell *released_cell_of_group(const struct released_table *table,
                                                   const struct released_cell *place)
{
    if (!place->group)
        return released_cell(table, place->indicator, place->area, place->period);
    return search(released_groups(table, place->indicator, place->area), place->group,
                  place->period);
}

const struct released_cell *released_cell(const struct released_table *table,
                                          const struct indicator *indicator,
                                          const struct area *area, struct period period)
{
    struct released_series series = released_series(table, indicator, area);
    if (series.count == 0)
        return NULL;
    /* Of years without a hole it is as far in as it is from the first of them. */
    int years = period.year - series.cells->period.year;
    if (years >= 0 && (size_t)years < series.count &&
        period_compare(period, series.cells[years].period) == 0)
        return series.cells + years;
    return search(series, NULL, period);
}

static struct released_table table_part(struct arena *arena, const struct released_table *whole,
                                        const struct catalogue_part *part)
{
    struct released_cell *cells = arena_alloc(arena, whole->count, sizeof *cells);
    struct released_pool *pools = arena_alloc(arena, whole->pool_count, sizeof *pools);
    size_t count = 0, pool_count = 0;
    for (size_t i = 0; i < whole->count; i++) {
        cells[count] = whole->cells[i];
        cells[count].area = catalogue_part_area(part, cells[count].area);
        count += cells[count].area != NULL;
    }
    for (size_t i = 0; i < whole->pool_count; i++) {
        pools[pool_count] = whole->pools[i];
        pools[pool_count].area = catalogue_part_area(part, pools[pool_count].area);
        pool_count += pools[pool_count].area != NULL;
    }
    struct released_table table =
        released_table_make(arena, &part->catalogue, whole->edition, cells, count);
    released_table_pool(&table, pools, pool_count);
    return table;
}

struct earlier_editions earlier_editions_part(struct arena *arena,
                                              const struct earlier_editions *whole,
                                              const struct catalogue_part *part)
{
    struct released_table *tables = arena_alloc(arena, whole->count, sizeof *tables);
    for (size_t i = 0; i < whole->count; i++)
        tables[i] = table_part(arena, &whole->tables[i], part);
    return (struct earlier_editions){tables, whole->count, whole->latest};
}
