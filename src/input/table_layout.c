/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/table_layout.h"

#include <string.h>

#include "pejling/input/figure.h"
#include "pejling/input/source_period.h"
#include "pejling/input/table_names.h"

#define MOST_TITLE_ROWS 50
#define ROWS_LOOKED_AT 6 /* under a heading, for a figure */

static bool is_filled(const struct grid *grid, size_t row, size_t column)
{
    return grid_cell(grid, row, column).kind != CELL_BLANK;
}

bool table_cell_is_period(const struct grid_cell *cell)
{
    struct source_period period;
    return source_period_parse(cell->text, &period) == PERIOD_OK;
}

size_t table_row_filled(const struct grid *grid, size_t row, size_t from)
{
    size_t count = 0;
    for (size_t c = from; row < grid->count && c < grid->rows[row].count; c++)
        count += is_filled(grid, row, c);
    return count;
}

size_t table_row_first(const struct grid *grid, size_t row)
{
    size_t c = 0;
    while (c < grid->rows[row].count && !is_filled(grid, row, c))
        c++;
    return c;
}

static size_t first_period(const struct grid *grid, size_t row)
{
    for (size_t c = 0; c < grid->rows[row].count; c++) {
        struct grid_cell cell = grid_cell(grid, row, c);
        if (table_cell_is_period(&cell))
            return c;
    }
    return grid->rows[row].count;
}

bool table_row_is_heading(const struct grid *grid, size_t row, size_t *from)
{
    struct source_period first = {0}, period;
    size_t periods = 0, leading = 0, seen = 0;
    *from = first_period(grid, row);
    for (size_t c = *from; c < grid->rows[row].count; c++) {
        struct grid_cell cell = grid_cell(grid, row, c);
        if (cell.kind == CELL_BLANK)
            continue;
        enum period_fault fault = source_period_parse(cell.text, &period);
        bool is_month = fault == PERIOD_SHEET_MONTH; /* a spreadsheet's, of 2011/12 */
        if (fault == PERIOD_OK || is_month) {
            if (periods++ == 0)
                first = period;
            leading += periods == seen + 1 && (is_month || period.kind == first.kind);
        }
        seen++;
    }
    return leading > 1 && 2 * periods >= seen;
}

size_t table_row_names(const struct grid *grid, size_t row)
{
    for (size_t c = 0; c < grid->rows[row].count; c++) {
        struct grid_cell cell = grid_cell(grid, row, c);
        if (cell.kind != CELL_BLANK && (figure_looks_like(&cell) || table_cell_is_period(&cell)))
            return 0;
    }
    return table_row_filled(grid, row, 0);
}

/* --- periods across --------------------------------------------------------------------------- */
/* A figure under one of the periods of a heading, be it not under the first. */
static bool has_figure_below(const struct grid *grid, size_t row, size_t from)
{
    for (size_t r = row + 1; r < grid->count && r <= row + ROWS_LOOKED_AT; r++)
        for (size_t c = from; c <= grid->rows[row].count; c++) {
            struct grid_cell cell = grid_cell(grid, r, c);
            if (figure_looks_like(&cell))
                return true;
        }
    return false;
}

/* A heading of a column of periods stands in the row. */
static bool names_period(struct arena *arena, const struct grid *grid, size_t row)
{
    for (size_t c = 0; c < grid->rows[row].count; c++)
        if (table_name_period_rank(arena, grid_cell(grid, row, c).text))
            return true;
    return false;
}

/* Whether the period is one of a column of periods: the next is too, and one of them says of what. */
static bool stands_in_column(struct arena *arena, const struct grid *grid, size_t row,
                             size_t column)
{
    bool has_more = false;
    for (size_t r = row + 1; r < grid->count; r++) {
        struct grid_cell below = grid_cell(grid, r, column);
        if (below.kind == CELL_BLANK)
            continue;
        if (!table_cell_is_period(&below))
            break;
        if (table_row_filled(grid, r, column + 1) > 0)
            return true;
        has_more = true;
    }
    for (size_t r = 0; has_more && r < row; r++)
        if (table_name_period_rank(arena, grid_cell(grid, r, column).text))
            return true;
    return false;
}

/*
 * A single period over figures: no day, for that is when the file was made, not in a column of
 * periods, not over a heading that has one, and not a title over a heading of periods.
 */
static bool is_single_heading(struct arena *arena, const struct grid *grid, size_t row,
                              size_t column)
{
    struct source_period period = {0};
    size_t from;
    source_period_parse(grid_cell(grid, row, column).text, &period);
    if (period.kind == SOURCE_DATE || stands_in_column(arena, grid, row, column))
        return false;
    for (size_t r = row + 1; r < grid->count && r <= row + 3; r++)
        if (table_row_is_heading(grid, r, &from) || (r <= row + 2 && names_period(arena, grid, r)))
            return false;
    return true;
}

/*
 * Whether a row is one of a long table, with figures that could be years: the last row of names
 * above it names all its columns, the first ones too, and one of them as periods.
 */
static bool is_named_above(struct arena *arena, const struct grid *grid, size_t row, size_t from)
{
    size_t above = row;
    while (above > 0 && table_row_names(grid, above - 1) < 2)
        above--;
    if (above-- == 0 || table_row_names(grid, above) < table_row_filled(grid, row, 0) ||
        grid_cell(grid, above, from).spread)
        return false;
    for (size_t c = 0; c < from; c++)
        if (!is_filled(grid, above, c) || !is_filled(grid, row, c) ||
            strcmp(grid_cell(grid, above, c).text, grid_cell(grid, row, c).text) == 0)
            return false;
    return names_period(arena, grid, above) || from > 0;
}

static bool is_wide_heading(struct arena *arena, const struct grid *grid, size_t row, size_t *from)
{
    bool several = table_row_is_heading(grid, row, from);
    bool one = !several && *from < grid->rows[row].count &&
               table_row_filled(grid, row, *from) == 1 &&
               is_single_heading(arena, grid, row, *from);
    return (several || one) && has_figure_below(grid, row, *from) &&
           !is_named_above(arena, grid, row, *from);
}

/* --- a row a period --------------------------------------------------------------------------- */
/* A row with a figure that is no period, beside something else. */
static bool is_body(const struct grid *grid, size_t row)
{
    bool has_figure = false;
    for (size_t c = 0; c < grid->rows[row].count; c++) {
        struct grid_cell cell = grid_cell(grid, row, c);
        has_figure = has_figure || (figure_looks_like(&cell) && !table_cell_is_period(&cell));
    }
    return has_figure && table_row_filled(grid, row, 0) > 1;
}

/* A row of names over or under the heading: none of the first column, or the same (merged) one. */
static bool is_part_of_heading(const struct grid *grid, size_t row, size_t heading)
{
    struct grid_cell first = grid_cell(grid, row, 0);
    if (first.kind != CELL_BLANK && strcmp(first.text, grid_cell(grid, heading, 0).text) != 0)
        return false;
    return table_row_names(grid, row) > 1;
}

/* Without a heading the table begins with the rows above that have their period there too. */
static size_t first_row(const struct grid *grid, size_t body)
{
    size_t period = first_period(grid, body);
    while (body > 0 && period < grid->rows[body].count) {
        struct grid_cell above = grid_cell(grid, body - 1, period);
        if (!table_cell_is_period(&above))
            break;
        body--;
    }
    return body;
}

/* The fullest row of names above the first row with a figure. */
static void find_long_heading(const struct grid *grid, size_t body, struct table_layout *layout)
{
    size_t most = 1;
    for (size_t r = 0; r < body; r++) {
        size_t names = table_row_names(grid, r);
        if (names < 2 || names < most)
            continue;
        most = names;
        layout->heading = r;
        layout->has_heading = true;
    }
    layout->top = layout->heading;
    layout->body = layout->has_heading ? layout->heading + 1 : first_row(grid, body);
    if (!layout->has_heading)
        return;
    if (layout->heading > 0 && is_part_of_heading(grid, layout->heading - 1, layout->heading))
        layout->top--;
    if (layout->body < body && is_part_of_heading(grid, layout->body, layout->heading))
        layout->body++;
}

enum table_fault table_layout_find(struct arena *arena, const struct grid *grid,
                                   struct table_layout *layout)
{
    *layout = (struct table_layout){0};
    for (size_t r = 0; r < grid->count && r < MOST_TITLE_ROWS; r++) {
        size_t from;
        if (is_wide_heading(arena, grid, r, &from)) {
            *layout = (struct table_layout){true, true, r, r, r + 1, from};
            return TABLE_FOUND;
        }
        bool is_named = from < grid->rows[r].count && table_row_filled(grid, r, from) > 1 &&
                        is_named_above(arena, grid, r, from);
        if (!is_body(grid, r) && !is_named)
            continue;
        find_long_heading(grid, r, layout);
        bool is_read = layout->has_heading || first_period(grid, r) < grid->rows[r].count;
        return is_read ? TABLE_FOUND : TABLE_NO_HEADING;
    }
    return TABLE_NONE;
}
