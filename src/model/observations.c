/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/model/observations.h"

#include <stdlib.h>
#include <string.h>

#include "pejling/model/observation_rows.h"

/* Where rows of many files are put in order: a row, and the piece it is from. */
struct placed_row {
    const struct observation_row *row;
    const struct observation_piece *piece;
};

static int compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

/* Where a row's figure belongs: the order of rows that say the same thing is 0. */
static int compare_places(const struct placed_row *a, const struct placed_row *b)
{
    int order = compare_numbers(a->row->series, b->row->series);
    if (!order && (a->row->group || b->row->group))
        order = group_compare(a->piece->groups[a->row->group], b->piece->groups[b->row->group]);
    return order ? order : compare_numbers(a->row->period, b->row->period);
}

static int compare_rows(const void *left, const void *right)
{
    const struct placed_row *a = left;
    const struct placed_row *b = right;
    int order = compare_places(a, b);
    if (!order)
        order = strcmp(a->piece->file, b->piece->file);
    return order ? order : compare_numbers(a->row->line, b->row->line);
}

static struct observation unpack(const struct observation_rows *rows,
                                 const struct placed_row *placed, const struct area *area)
{
    const struct catalogue *catalogue = rows->catalogue;
    const struct observation_row *row = placed->row;
    struct observation observation = {
        .indicator = &catalogue->indicators[row->series / catalogue->area_count],
        .area = area,
        .period = period_unpack(row->period),
        .group = placed->piece->groups[row->group],
        .reason = (enum reason)row->reason,
        .status = (enum figure_status)row->status,
        .at = {placed->piece->file, row->line, 0},
    };
    if (measure_has_counts(observation.indicator->measure)) {
        observation.amounts.numerator = row->figure.counts.numerator;
        observation.amounts.denominator = row->figure.counts.denominator;
    } else if (row->figure.amounts) {
        observation.amounts = *row->figure.amounts;
    }
    if (rows->left_out[row->series]) {
        observation.reason = REASON_LEFT_OUT;
        observation.amounts = (struct amounts){0};
    }
    return observation;
}

static void report_repeated(struct diagnostics *diagnostics, const struct observation_rows *rows,
                            const struct placed_row *first, const struct placed_row *second)
{
    char period[PERIOD_TEXT];
    const struct catalogue *catalogue = rows->catalogue;
    size_t series = second->row->series;
    diagnostics_report(diagnostics, PROBLEM_SERIES,
                       (struct location){second->piece->file, second->row->line, 0},
                       "»%s« i »%s« for %s står også i %s:%u · slet den ene række",
                       "»%s« in »%s« for %s stands in %s:%u too · delete one of the rows",
                       catalogue->indicators[series / catalogue->area_count].code,
                       catalogue->areas[series % catalogue->area_count].code,
                       period_text(period, period_unpack(second->row->period)), first->piece->file,
                       first->row->line);
    rows->left_out[series] = true;
}

/*
 * A series with a fault keeps its places and loses its figures, so that sums it is part of, and
 * tables, say that it is left out.
 */
static struct observations unpack_all(struct diagnostics *diagnostics,
                                      const struct observation_rows *rows,
                                      struct placed_row *placed, size_t count,
                                      const struct catalogue_part *part)
{
    struct observations all = {arena_alloc(diagnostics->arena, count, sizeof *all.items), 0};
    const struct area *areas = rows->catalogue->areas;
    if (count)
        qsort(placed, count, sizeof *placed, compare_rows);
    for (size_t i = 1; i < count; i++)
        if (compare_places(&placed[i - 1], &placed[i]) == 0)
            report_repeated(diagnostics, rows, &placed[i - 1], &placed[i]);
    for (size_t i = 0; i < count; i++) {
        if (i && compare_places(&placed[i - 1], &placed[i]) == 0)
            continue;
        const struct area *area = &areas[placed[i].row->series % rows->catalogue->area_count];
        all.items[all.count++] =
            unpack(rows, &placed[i], part ? catalogue_part_area(part, area) : area);
    }
    return all;
}

struct observations observations_all(struct diagnostics *diagnostics,
                                     const struct observation_rows *rows)
{
    struct arena *scratch = arena_new();
    struct placed_row *placed = arena_alloc(scratch, rows->count, sizeof *placed);
    size_t count = 0;
    for (size_t i = 0; i < rows->piece_count; i++)
        for (size_t j = 0; j < rows->pieces[i].count; j++)
            placed[count++] = (struct placed_row){&rows->pieces[i].rows[j], &rows->pieces[i]};
    struct observations all = unpack_all(diagnostics, rows, placed, count, NULL);
    arena_free(scratch);
    return all;
}

struct observations observations_read(struct diagnostics *diagnostics, const char *folder,
                                      const struct catalogue *catalogue)
{
    const struct observation_rows rows = observation_rows_read(diagnostics, folder, catalogue);
    return observations_all(diagnostics, &rows);
}

struct observation_split observations_split(struct arena *arena,
                                            const struct observation_rows *rows,
                                            const struct municipalities *municipalities)
{
    size_t *starts = arena_alloc(arena, municipalities->count + 2, sizeof *starts);
    uint32_t *numbers = arena_alloc(arena, rows->count, sizeof *numbers), number = 0;
    size_t area_count = rows->catalogue->area_count;
    for (size_t i = 0; i < rows->piece_count; i++)
        for (size_t j = 0; j < rows->pieces[i].count; j++)
            starts[municipalities->of_area[rows->pieces[i].rows[j].series % area_count] + 2]++;
    for (size_t i = 2; i < municipalities->count + 2; i++)
        starts[i] += starts[i - 1];
    /* each start but the first is filled up to the next one's, and so moves one place on */
    for (size_t i = 0; i < rows->piece_count; i++)
        for (size_t j = 0; j < rows->pieces[i].count; j++)
            numbers[starts[municipalities->of_area[rows->pieces[i].rows[j].series % area_count] +
                           1]++] = number++;
    return (struct observation_split){rows, starts, numbers};
}

struct observations observations_of(struct diagnostics *diagnostics,
                                    const struct observation_split *split, size_t number,
                                    const struct catalogue_part *part)
{
    struct arena *scratch = arena_new();
    size_t start = split->starts[number], count = split->starts[number + 1] - start;
    struct placed_row *placed = arena_alloc(scratch, count, sizeof *placed);
    const struct observation_piece *piece = split->rows->pieces;
    size_t before = 0; /* rows in the pieces before this one */
    for (size_t i = 0; i < count; i++) {
        size_t row = split->numbers[start + i];
        while (row - before >= piece->count)
            before += (piece++)->count;
        placed[i] = (struct placed_row){&piece->rows[row - before], piece};
    }
    struct observations all = unpack_all(diagnostics, split->rows, placed, count, part);
    arena_free(scratch);
    return all;
}
