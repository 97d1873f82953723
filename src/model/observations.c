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

/* Rows side by side, series after series. */
struct series_rows {
    struct placed_row *items;
    const size_t *starts; /* by series, and one past the last */
    size_t count;         /* of series, empty ones among them */
};

static int compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

/* Where in its series a row's figure belongs: the order of rows that say the same thing is 0. */
static int compare_places(const struct placed_row *a, const struct placed_row *b)
{
    bool same_group = a->row->group == b->row->group && (a->piece == b->piece || !a->row->group);
    int order = 0;
    if (!same_group)
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

/*
 * The series of each row, numbered as in the part where there is one. Files mostly have the years of
 * a series in a row, and to divide takes longer than all else that is done for one.
 */
static const size_t *number_series(struct arena *scratch, const struct observation_rows *rows,
                                   const struct catalogue_part *part,
                                   const struct placed_row *placed, size_t count)
{
    size_t *numbers = arena_room(scratch, count, sizeof *numbers);
    uint32_t area_count = (uint32_t)rows->catalogue->area_count;
    for (size_t i = 0; i < count; i++) {
        uint32_t series = placed[i].row->series;
        if (i > 0 && series == placed[i - 1].row->series)
            numbers[i] = numbers[i - 1];
        else
            numbers[i] = part ? series / area_count * part->catalogue.area_count +
                                    part->places[series % area_count]
                              : series;
    }
    return numbers;
}

/* The rows by series, those of one in the order they came in. */
static struct series_rows by_series(struct arena *scratch, const struct observation_rows *rows,
                                    const struct catalogue_part *part,
                                    const struct placed_row *placed, size_t count)
{
    const struct catalogue *catalogue = part ? &part->catalogue : rows->catalogue;
    size_t series = catalogue->indicator_count * catalogue->area_count;
    size_t *starts = arena_alloc(scratch, series + 2, sizeof *starts);
    struct placed_row *items = arena_room(scratch, count, sizeof *items);
    const size_t *numbers = number_series(scratch, rows, part, placed, count);
    for (size_t i = 0; i < count; i++)
        starts[numbers[i] + 2]++;
    for (size_t i = 2; i < series + 2; i++)
        starts[i] += starts[i - 1];
    /* each start but the first is filled up to the next one's, and so moves one place on */
    for (size_t i = 0; i < count; i++)
        items[starts[numbers[i] + 1]++] = placed[i];
    return (struct series_rows){items, starts, series};
}

/* Files mostly give a series in order. */
static void sort_series(struct placed_row *placed, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (compare_rows(&placed[i - 1], &placed[i]) > 0) {
            qsort(placed, count, sizeof *placed, compare_rows);
            return;
        }
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

/* Reports what is repeated in a sorted series, and returns how many rows are left without it. */
static size_t drop_repeated(struct diagnostics *diagnostics, const struct observation_rows *rows,
                            struct placed_row *placed, size_t count)
{
    size_t kept = count > 0;
    for (size_t i = 1; i < count; i++) {
        if (compare_places(&placed[i - 1], &placed[i]) == 0)
            report_repeated(diagnostics, rows, &placed[i - 1], &placed[i]);
        else
            placed[kept++] = placed[i];
    }
    return kept;
}

/*
 * A series with a fault keeps its places and loses its figures, so that sums it is part of, and
 * tables, say that it is left out.
 */
static void unpack_series(const struct observation_rows *rows, const struct catalogue_part *part,
                          const struct placed_row *placed, size_t count, struct observations *all)
{
    const struct catalogue *catalogue = rows->catalogue;
    size_t series = placed->row->series;
    const struct indicator *indicator = &catalogue->indicators[series / catalogue->area_count];
    const struct area *area = &catalogue->areas[series % catalogue->area_count];
    bool left_out = rows->left_out[series], counts = measure_has_counts(indicator->measure);
    const struct observation empty = {.indicator = indicator,
                                      .area = part ? catalogue_part_area(part, area) : area};
    for (size_t i = 0; i < count; i++) {
        const struct observation_row *row = placed[i].row;
        struct observation *observation = &all->items[all->count++];
        *observation = empty;
        observation->period = period_unpack(row->period);
        observation->group = placed[i].piece->groups[row->group];
        observation->reason = left_out ? REASON_LEFT_OUT : (enum reason)row->reason;
        observation->status = (enum figure_status)row->status;
        observation->at = (struct location){placed[i].piece->file, row->line, 0};
        if (left_out)
            continue;
        if (counts) {
            observation->amounts.numerator = row->figure.counts.numerator;
            observation->amounts.denominator = row->figure.counts.denominator;
        } else if (row->figure.amounts) {
            observation->amounts = *row->figure.amounts;
        }
    }
}

static struct observations unpack_all(struct diagnostics *diagnostics,
                                      const struct observation_rows *rows,
                                      const struct catalogue_part *part,
                                      const struct placed_row *placed, size_t count)
{
    struct arena *scratch = arena_new();
    struct observations all = {arena_room(diagnostics->arena, count, sizeof *all.items), 0};
    struct series_rows series = by_series(scratch, rows, part, placed, count);
    for (size_t i = 0; i < series.count; i++) {
        struct placed_row *first = series.items + series.starts[i];
        size_t given = series.starts[i + 1] - series.starts[i];
        if (given == 0)
            continue;
        sort_series(first, given);
        unpack_series(rows, part, first, drop_repeated(diagnostics, rows, first, given), &all);
    }
    arena_free(scratch);
    return all;
}

struct observations observations_all(struct diagnostics *diagnostics,
                                     const struct observation_rows *rows)
{
    struct arena *scratch = arena_new();
    struct placed_row *placed = arena_room(scratch, rows->count, sizeof *placed);
    size_t count = 0;
    for (size_t i = 0; i < rows->piece_count; i++)
        for (size_t j = 0; j < rows->pieces[i].count; j++)
            placed[count++] = (struct placed_row){&rows->pieces[i].rows[j], &rows->pieces[i]};
    struct observations all = unpack_all(diagnostics, rows, NULL, placed, count);
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
    const struct catalogue *catalogue = rows->catalogue;
    size_t *starts = arena_alloc(arena, municipalities->count + 2, sizeof *starts);
    uint32_t *numbers = arena_room(arena, rows->count, sizeof *numbers), number = 0;
    size_t *of_series =
        arena_room(arena, catalogue->indicator_count * catalogue->area_count, sizeof *of_series);
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        memcpy(of_series + i * catalogue->area_count, municipalities->of_area,
               catalogue->area_count * sizeof *of_series);
    for (size_t i = 0; i < rows->piece_count; i++)
        for (size_t j = 0; j < rows->pieces[i].count; j++)
            starts[of_series[rows->pieces[i].rows[j].series] + 2]++;
    for (size_t i = 2; i < municipalities->count + 2; i++)
        starts[i] += starts[i - 1];
    /* each start but the first is filled up to the next one's, and so moves one place on */
    for (size_t i = 0; i < rows->piece_count; i++)
        for (size_t j = 0; j < rows->pieces[i].count; j++)
            numbers[starts[of_series[rows->pieces[i].rows[j].series] + 1]++] = number++;
    return (struct observation_split){rows, starts, numbers};
}

struct observations observations_of(struct diagnostics *diagnostics,
                                    const struct observation_split *split, size_t number,
                                    const struct catalogue_part *part)
{
    struct arena *scratch = arena_new();
    size_t start = split->starts[number], count = split->starts[number + 1] - start;
    struct placed_row *placed = arena_room(scratch, count, sizeof *placed);
    const struct observation_piece *piece = split->rows->pieces;
    size_t before = 0; /* rows in the pieces before this one */
    for (size_t i = 0; i < count; i++) {
        size_t row = split->numbers[start + i];
        while (row - before >= piece->count)
            before += (piece++)->count;
        placed[i] = (struct placed_row){&piece->rows[row - before], piece};
    }
    struct observations all = unpack_all(diagnostics, split->rows, part, placed, count);
    arena_free(scratch);
    return all;
}
