/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/table_columns.h"

#include <string.h>

#include "pejling/input/field.h"
#include "pejling/input/figure.h"
#include "pejling/input/source_period.h"
#include "pejling/input/table_names.h"

#define MOST_REMARKS 5 /* on columns, that are made one by one */

struct finder {
    struct diagnostics *diagnostics;
    const struct input_file *file;
    const struct grid *grid;
    struct table_layout *layout;
    size_t end, width; /* one past the last row and column */
    struct table_column *columns;
};

static struct grid_cell at(const struct finder *finder, size_t row, size_t column)
{
    return grid_cell(finder->grid, row, column);
}

static bool is_filled(const struct finder *finder, size_t row, size_t column)
{
    return at(finder, row, column).kind != CELL_BLANK;
}

/* --- what a wide table's columns are ---------------------------------------------------------- */
/* Texts under (or over) the periods, none of them figures: what is counted in each column. */
static bool is_measure_row(const struct finder *finder, size_t row)
{
    size_t texts = 0;
    if (row >= finder->grid->count) /* GCOVR_EXCL_BR_LINE: the layout has figures below */
        return false;
    for (size_t c = finder->layout->from; c < finder->grid->rows[row].count; c++) {
        struct grid_cell cell = at(finder, row, c);
        if (cell.kind == CELL_BLANK)
            continue;
        if (figure_looks_like(&cell) || table_cell_is_period(&cell))
            return false;
        texts++;
    }
    return texts > 0;
}

/* Over the periods, where it is not a title that runs on from the first column. */
static bool has_measures_above(const struct finder *finder)
{
    size_t row = finder->layout->heading - 1;
    if (finder->layout->heading == 0 || !is_measure_row(finder, row))
        return false;
    struct grid_cell first = at(finder, row, 0), over = at(finder, row, finder->layout->from);
    return !over.spread || strcmp(first.text, over.text) != 0;
}

/* The text in a row of headings at a column, or the last one to its left. */
static struct grid_cell carried(const struct finder *finder, size_t row, size_t column)
{
    for (size_t c = column + 1; c-- > finder->layout->from;)
        if (is_filled(finder, row, c))
            return at(finder, row, c);
    return at(finder, row, column);
}

static const char *stub_name(const struct finder *finder, size_t column)
{
    for (size_t r = finder->layout->body; r-- > finder->layout->top;) {
        struct grid_cell cell = at(finder, r, column);
        if (cell.kind != CELL_BLANK)
            return cell.text;
    }
    return "";
}

static void remark_ignored(const struct finder *finder, size_t column)
{
    struct grid_cell heading = at(finder, finder->layout->heading, column);
    heading.at.file = finder->file->name;
    if (heading.kind == CELL_BLANK)
        diagnostics_report(finder->diagnostics, PROBLEM_REMARK, heading.at,
                           "en kolonne uden overskrift læses ikke · giv den en, hvis den skal med",
                           "a column without a heading is not read · give it one if it is wanted");
    else
        diagnostics_report(
            finder->diagnostics, PROBLEM_REMARK, heading.at,
            "kolonnen »%s« er ingen periode som de andre og læses ikke · flyt den til "
            "en fil for sig, hvis den skal med",
            "the column »%s« is no period like the others and is not read · move it "
            "to a file of its own if it is wanted",
            heading.text);
}

/* Which columns have something in them under the headings. */
static const bool *find_content(const struct finder *finder)
{
    bool *content = arena_alloc(finder->diagnostics->arena, finder->width, sizeof *content);
    for (size_t r = finder->layout->body; r < finder->grid->count; r++)
        for (size_t c = 0; c < finder->grid->rows[r].count; c++)
            content[c] = content[c] || is_filled(finder, r, c);
    return content;
}

/* False, and a problem, for a heading that a spreadsheet has made a month or a day number of. */
static bool check_heading(const struct finder *finder, size_t column)
{
    struct grid_cell cell = at(finder, finder->layout->heading, column);
    struct source_period period;
    struct period plain;
    enum period_fault fault = source_period_parse(cell.text, &period);
    if (fault != PERIOD_SHEET_MONTH && fault != PERIOD_SHEET_SERIAL)
        return true;
    struct csv_place place = {.at = cell.at};
    const struct csv_field field = {cell.text, &place, 0};
    return field_period(finder->diagnostics, &field, finder->file->problem, &plain);
}

static enum source_period_kind kind_of(const struct grid_cell *cell)
{
    struct source_period period = {0};
    source_period_parse(cell->text, &period);
    return period.kind;
}

static void name_wide_column(struct finder *finder, size_t c, const char *measure, bool spans)
{
    const struct table_layout *layout = finder->layout;
    struct grid_cell first = at(finder, layout->heading, layout->from);
    struct grid_cell heading =
        spans ? carried(finder, layout->heading, c) : at(finder, layout->heading, c);
    if (table_cell_is_period(&heading) && kind_of(&heading) == kind_of(&first) && measure)
        finder->columns[c] =
            (struct table_column){.role = COLUMN_FIGURE, .name = measure, .heading = heading};
}

static bool name_wide_columns(struct finder *finder)
{
    struct table_layout *layout = finder->layout;
    while (layout->body < finder->end && /* GCOVR_EXCL_BR_LINE: figures follow */
           table_row_filled(finder->grid, layout->body, 0) == 0)
        layout->body++;
    bool below = is_measure_row(finder, layout->body);
    bool above = !below && has_measures_above(finder);
    size_t measures = below ? layout->body : layout->heading - above;
    const bool *content = find_content(finder);
    bool sound = true;
    size_t ignored = 0;
    layout->top -= above;
    layout->body += below;
    for (size_t c = 0; c < finder->width; c++) {
        bool is_spoilt = !check_heading(finder, c);
        sound = sound && !is_spoilt;
        if (c < layout->from) {
            finder->columns[c] =
                (struct table_column){.role = COLUMN_STUB, .name = stub_name(finder, c)};
            continue;
        }
        const char *measure = below || above ? carried(finder, measures, c).text : "";
        if (below && !is_filled(finder, measures, c))
            measure = NULL; /* nothing is said to be counted there */
        name_wide_column(finder, c, measure, below);
        if (finder->columns[c].role == COLUMN_IGNORED && content[c] && !is_spoilt &&
            ignored++ < MOST_REMARKS)
            remark_ignored(finder, c);
    }
    if (ignored > MOST_REMARKS)
        diagnostics_report(finder->diagnostics, PROBLEM_REMARK,
                           (struct location){.file = finder->file->name},
                           "%zu kolonner til læses ikke · se efter, om de skal med",
                           "%zu further columns are not read · check whether they are wanted",
                           ignored - MOST_REMARKS);
    return sound;
}

/* --- what a long table's columns are ---------------------------------------------------------- */
struct content {
    size_t filled, periods, figures;
};

static struct content *count_contents(const struct finder *finder)
{
    struct content *contents =
        arena_alloc(finder->diagnostics->arena, finder->width, sizeof *contents);
    for (size_t r = finder->layout->body; r < finder->end; r++)
        for (size_t c = 0; c < finder->grid->rows[r].count; c++) {
            struct grid_cell cell = at(finder, r, c);
            if (cell.kind == CELL_BLANK)
                continue;
            contents[c].filled++;
            contents[c].periods += table_cell_is_period(&cell);
            contents[c].figures += figure_looks_like(&cell);
        }
    return contents;
}

/* A heading over a heading is part of the name: `Antal` over `Mænd`. */
static const char *long_name(const struct finder *finder, size_t column)
{
    const char *name = "", *last = "";
    for (size_t r = finder->layout->top; r < finder->layout->body; r++) {
        const char *text = at(finder, r, column).text;
        if (*text == '\0' || strcmp(text, last) == 0)
            continue;
        name = *name ? arena_printf(finder->diagnostics->arena, "%s %s", name, text) : text;
        last = text;
    }
    return name;
}

/* `Antal 2019`, `2019 Antal`: the year of a heading, and what is left of it. */
static bool split_year(struct arena *arena, struct table_column *column)
{
    const char *name = column->name;
    size_t length = strlen(name);
    struct source_period period;
    const char *year, *rest;
    if (length < 6)
        return false;
    if (name[length - 5] == ' ') {
        year = name + length - 4;
        rest = arena_text(arena, name, length - 5);
    } else if (name[4] == ' ') {
        year = arena_text(arena, name, 4);
        rest = name + 5;
    } else
        return false;
    if (source_period_parse(year, &period) != PERIOD_OK) /* four characters: no other period */
        return false;
    column->name = rest;
    column->heading.kind = CELL_TEXT;
    column->heading.text = year;
    return true;
}

/*
 * The column of periods: named so, or else the first that holds nothing else and whose heading has
 * no year, for then they are figures that look like years. One that is named so and holds none is
 * it if there is no other: what a spreadsheet has made of its periods is told when they are read.
 */
static size_t find_period_column(const struct finder *finder, const struct content *contents)
{
    size_t best = finder->width;
    int best_rank = 0;
    for (size_t c = 0; c < finder->width; c++) {
        const struct content *content = &contents[c];
        struct table_column split = finder->columns[c];
        int name = table_name_period_rank(finder->diagnostics->arena, split.name);
        bool mostly = content->periods > 0 && 2 * content->periods >= content->filled;
        bool only = content->periods > 0 && content->periods == content->filled &&
                    !split_year(finder->diagnostics->arena, &split);
        int rank = name && mostly ? 100 + name : only ? 50 : name && content->filled ? name : 0;
        if (rank > best_rank) {
            best = c;
            best_rank = rank;
        }
    }
    return best;
}

static enum column_role long_role(const struct finder *finder, const char *name,
                                  const struct content *content, bool is_api)
{
    struct arena *arena = finder->diagnostics->arena;
    if (content->filled == 0)
        return COLUMN_IGNORED;
    if (table_name_is_source(arena, name))
        return COLUMN_SOURCE;
    if (table_name_is_api_figure(arena, name))
        return COLUMN_FIGURE;
    bool mostly_figures = 2 * content->figures >= content->filled;
    bool is_figure = mostly_figures && !is_api && !table_name_is_dimension(arena, name);
    return is_figure ? COLUMN_FIGURE : COLUMN_STUB;
}

/* Without a column of periods the years can stand in the headings of the figures, of all of them. */
static void split_years(struct finder *finder)
{
    struct arena *arena = finder->diagnostics->arena;
    struct table_column *split = arena_alloc(arena, finder->width, sizeof *split);
    size_t figures = 0, years = 0;
    for (size_t c = 0; c < finder->width; c++) {
        split[c] = finder->columns[c];
        if (split[c].role != COLUMN_FIGURE)
            continue;
        figures++;
        years += split_year(arena, &split[c]);
        split[c].heading.at = at(finder, finder->layout->heading, c).at;
    }
    if (years == figures)
        memcpy(finder->columns, split, finder->width * sizeof *split);
}

/* The column of periods is returned, or the width for none. */
static size_t name_long_columns(struct finder *finder)
{
    const struct content *contents = count_contents(finder);
    bool is_api = false;
    for (size_t c = 0; c < finder->width; c++) {
        if (finder->layout->has_heading)
            finder->columns[c].name = long_name(finder, c);
        is_api |= table_name_is_api_figure(finder->diagnostics->arena, finder->columns[c].name);
    }
    size_t period = find_period_column(finder, contents);
    for (size_t c = 0; c < finder->width; c++) {
        struct table_column *column = &finder->columns[c];
        column->role =
            c == period ? COLUMN_PERIOD : long_role(finder, column->name, &contents[c], is_api);
    }
    if (period == finder->width)
        split_years(finder);
    return period;
}

static struct column_list list_columns(const struct finder *finder, enum column_role role)
{
    struct column_list list = {
        arena_alloc(finder->diagnostics->arena, finder->width, sizeof *list.items), 0};
    for (size_t c = 0; c < finder->width; c++)
        if (finder->columns[c].role == role)
            list.items[list.count++] = c;
    return list;
}

static size_t widest(const struct grid *grid)
{
    size_t width = 0;
    for (size_t r = 0; r < grid->count; r++)
        if (grid->rows[r].count > width)
            width = grid->rows[r].count;
    return width;
}

bool table_columns_find(struct diagnostics *diagnostics, const struct input_file *file,
                        const struct grid *grid, struct table_layout *layout, size_t end,
                        struct table_columns *columns)
{
    struct finder finder = {.diagnostics = diagnostics,
                            .file = file,
                            .grid = grid,
                            .layout = layout,
                            .end = end,
                            .width = widest(grid)};
    finder.columns = arena_alloc(diagnostics->arena, finder.width, sizeof *finder.columns);
    for (size_t c = 0; c < finder.width; c++)
        finder.columns[c].name = "";
    *columns = (struct table_columns){
        .items = finder.columns, .width = finder.width, .period = finder.width};
    if (!layout->is_wide)
        columns->period = name_long_columns(&finder);
    else if (!name_wide_columns(&finder))
        return false;
    columns->stubs = list_columns(&finder, COLUMN_STUB);
    columns->figures = list_columns(&finder, COLUMN_FIGURE);
    columns->sources = list_columns(&finder, COLUMN_SOURCE);
    return true;
}
