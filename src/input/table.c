/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/table.h"

#include <string.h>

#include "pejling/base/text.h"
#include "pejling/input/figure.h"
#include "pejling/input/table_columns.h"
#include "pejling/input/table_names.h"

#define MOST_STUBS 100  /* more columns of text are no table */
#define MOST_LABELS 200 /* under one line, that are compared with those under the next */
#define SHORT_LABEL 40  /* characters; a longer text alone in its row is a footnote */

struct finder {
    struct diagnostics *diagnostics;
    const struct input_file *file;
    const struct grid *grid;
    struct table *table;
    struct table_layout layout;
    size_t end;      /* one past the last row */
    bool has_labels; /* labels on lines of their own, over rows with labels in the same column */
    struct table_columns columns;
    const char **labels; /* the stub texts of the row being read, by dimension */
    struct table_record *records;
    size_t count, capacity;
};

static struct grid_cell at(const struct finder *finder, size_t row, size_t column)
{
    return grid_cell(finder->grid, row, column);
}

static bool is_filled(const struct finder *finder, size_t row, size_t column)
{
    return at(finder, row, column).kind != CELL_BLANK;
}

static bool report_no_table(const struct finder *finder, const char *danish, const char *english)
{
    const char *name = finder->file->name;
    if (finder->grid->name[0])
        name = arena_printf(finder->diagnostics->arena, "%s [%s]", name, finder->grid->name);
    diagnostics_report(finder->diagnostics, finder->file->problem, (struct location){.file = name},
                       "%s", "%s", say(finder->diagnostics->language, danish, english));
    return false;
}

static bool report_no_figures(const struct finder *finder)
{
    return report_no_table(finder,
                           "der er ingen tabel med tal · sæt overskrifter over kolonnerne, og "
                           "tallene under dem",
                           "there is no table of figures · put headings over the columns, and the "
                           "figures under them");
}

static bool find_layout(struct finder *finder)
{
    enum table_fault fault =
        table_layout_find(finder->diagnostics->arena, finder->grid, &finder->layout);
    finder->table->is_wide = finder->layout.is_wide;
    if (fault == TABLE_NONE)
        return report_no_figures(finder);
    if (fault == TABLE_FOUND)
        return true;
    return report_no_table(
        finder,
        "tabellen har ingen overskrift, så perioderne kan ikke ses · hent den med "
        "overskrifter, eller skriv dem i første linje",
        "the table has no heading, so its periods cannot be seen · fetch it with headings, "
        "or write them in the first line");
}

/* --- names of dimensions and measures --------------------------------------------------------- */
static size_t count_measures(const struct finder *finder)
{
    size_t count = 0;
    for (size_t i = 0; i < finder->columns.figures.count; i++) {
        const char *name = finder->columns.items[finder->columns.figures.items[i]].name;
        size_t j = 0;
        while (j < i &&
               strcmp(finder->columns.items[finder->columns.figures.items[j]].name, name) != 0)
            j++;
        count += j == i;
    }
    return count;
}

/* The names of dimensions so far. */
struct names {
    const char **items, **folded;
    size_t count;
};

static void add_name(struct arena *arena, struct names *names, const char *name)
{
    names->items[names->count] = name;
    names->folded[names->count++] = text_fold(arena, name);
}

static bool is_taken(const struct finder *finder, const struct names *names, const char *folded)
{
    bool taken = finder->table->measure_count > 1 && strcmp(folded, TABLE_MEASURE) == 0;
    for (size_t i = 0; i < names->count && !taken; i++)
        taken = strcmp(names->folded[i], folded) == 0;
    return taken;
}

/* A name as a mapping can use it: without the marks of `udvalg`, and no other column's. */
static const char *usable_name(const struct finder *finder, const struct names *names, size_t c)
{
    struct arena *arena = finder->diagnostics->arena;
    static const char marks[] = "=&|", instead[] = ":+/";
    char *name = arena_copy(arena, finder->columns.items[c].name);
    for (char *mark = name; *(mark += strcspn(mark, marks));)
        *mark = instead[strchr(marks, *mark) - marks];
    while (is_taken(finder, names, text_fold(arena, name)))
        name = arena_printf(arena, "%s (kolonne %zu)", name, c + 1);
    return name;
}

/* The columns that have no heading get a name by their place. */
static void name_unnamed(struct finder *finder)
{
    for (size_t c = 0; c < finder->columns.width; c++) {
        struct table_column *column = &finder->columns.items[c];
        bool is_stub = column->role == COLUMN_STUB;
        if (is_stub && column->name[0])
            finder->table->has_names = true;
        if (column->name[0] == '\0' &&
            (is_stub || (column->role != COLUMN_IGNORED && !finder->table->is_wide)))
            column->name = arena_printf(finder->diagnostics->arena, "kolonne %zu", c + 1);
    }
}

static void name_dimensions(struct finder *finder)
{
    struct arena *arena = finder->diagnostics->arena;
    struct table *table = finder->table;
    size_t most = finder->columns.stubs.count + 1;
    struct names names = {.items = arena_alloc(arena, most, sizeof *names.items),
                          .folded = arena_alloc(arena, most, sizeof *names.folded)};
    name_unnamed(finder);
    table->measure_count = count_measures(finder);
    if (finder->has_labels)
        add_name(arena, &names, TABLE_LINE);
    for (size_t i = 0; i < finder->columns.stubs.count; i++)
        add_name(arena, &names, usable_name(finder, &names, finder->columns.stubs.items[i]));
    table->dimensions = names.items;
    table->dimension_count = names.count;
    table->has_school_years = table_name_is_school_year(arena, table->period_name);
    for (size_t i = 0; i < names.count; i++)
        table->has_school_years |= table_name_is_school_year(arena, names.items[i]);
    finder->labels = arena_alloc(arena, most, sizeof *finder->labels);
    for (size_t i = 0; i < most; i++)
        finder->labels[i] = "";
}

/* --- where the table ends --------------------------------------------------------------------- */
static bool row_has_figures(const struct finder *finder, size_t row)
{
    for (size_t i = 0; i < finder->columns.figures.count; i++)
        if (is_filled(finder, row, finder->columns.figures.items[i]))
            return true;
    return false;
}

/* Whether rows of a long table have periods: its heading says so, or it has none. */
static bool rows_have_periods(const struct finder *finder)
{
    size_t row = finder->layout.heading;
    bool has_periods = !finder->layout.has_heading;
    for (size_t c = 0; c < finder->grid->rows[row].count; c++)
        has_periods = has_periods ||
                      table_name_period_rank(finder->diagnostics->arena, at(finder, row, c).text);
    return has_periods;
}

/* Without the lines below it: a text alone, or `Kilde;Politiet` where rows have periods. */
static size_t find_long_end(const struct finder *finder)
{
    bool has_periods = rows_have_periods(finder);
    size_t end = finder->grid->count;
    while (end > finder->layout.body && /* GCOVR_EXCL_BR_LINE: the layout has rows of figures */
           (table_row_filled(finder->grid, end - 1, 0) < 2 ||
            (has_periods && table_row_names(finder->grid, end - 1) > 0)))
        end--;
    return end;
}

/* A short text alone in its row, which ends in no mark: the label of a row without figures. */
static bool is_short_label(const struct finder *finder, size_t row)
{
    size_t first = table_row_first(finder->grid, row);
    const char *text = at(finder, row, first).text;
    size_t length = strlen(text);
    return length > 0 && length <= SHORT_LABEL && !strchr(".:*", text[length - 1]) &&
           !strchr(text, ':') && !strchr("*0123456789", text[0]);
}

/* Behind the last figure, rows that follow at once and look like rows whose figures are missing. */
static size_t find_wide_end(const struct finder *finder)
{
    size_t end = finder->grid->count;
    while (end > finder->layout.body && /* GCOVR_EXCL_BR_LINE: the layout has figures */
           table_row_filled(finder->grid, end - 1, finder->layout.from) == 0)
        end--;
    while (end < finder->grid->count && is_short_label(finder, end))
        end++;
    return end;
}

/* --- labels ----------------------------------------------------------------------------------- */
static size_t next_filled_row(const struct finder *finder, size_t row)
{
    do
        row++;
    while (row < finder->end && table_row_filled(finder->grid, row, 0) == 0);
    return row;
}

/* One text and no figures, over a row with figures. */
static bool is_label_line(const struct finder *finder, size_t row)
{
    if (table_row_filled(finder->grid, row, 0) != 1 || row_has_figures(finder, row))
        return false;
    size_t next = next_filled_row(finder, row);
    return next < finder->end && row_has_figures(finder, next);
}

/* Whether a row with figures has the text in its column, from one line with a label to the next. */
static bool stood_under(const struct finder *finder, size_t from, size_t to, const char *text,
                        size_t column)
{
    for (size_t r = from; r < to && r - from <= MOST_LABELS; r++)
        if (row_has_figures(finder, r) && strcmp(at(finder, r, column).text, text) == 0)
            return true;
    return false;
}

/*
 * Whether lines with a label alone stand over rows with labels of their own in that column. They do
 * if those come again under another such line: in a list of areas, one of which lacks its figures,
 * they do not.
 */
static bool labels_stand_over_labels(const struct finder *finder)
{
    size_t before = finder->end, line = finder->end; /* the last two such lines */
    size_t column = finder->columns.width;           /* where they have their labels */
    for (size_t r = finder->layout.body; r < finder->end; r++) {
        size_t c = table_row_first(finder->grid, r);
        if (is_label_line(finder, r) && is_filled(finder, next_filled_row(finder, r), c)) {
            before = c == column ? line : finder->end;
            line = r;
            column = c;
        } else if (before < line && r - line <= MOST_LABELS && is_filled(finder, r, column) &&
                   stood_under(finder, before, line, at(finder, r, column).text, column))
            return true;
    }
    return false;
}

/* Whether a row without figures is of an area that has them elsewhere, under another label. */
static bool lacks_figures(const struct finder *finder, size_t row)
{
    size_t column = table_row_first(finder->grid, row);
    return stood_under(finder, finder->layout.body, finder->end, at(finder, row, column).text,
                       column);
}

/* A label that the rows below fill up, or stand under; else it is a row without figures. */
static bool is_over_rows(const struct finder *finder, size_t row)
{
    if (table_row_filled(finder->grid, row, 0) != 1 || row_has_figures(finder, row))
        return false;
    size_t next = next_filled_row(finder, row);
    if (next == finder->end)
        return false;
    if (finder->has_labels)
        return !lacks_figures(finder, row) &&
               (row_has_figures(finder, next) || lacks_figures(finder, next));
    return finder->columns.stubs.count > 1 && row_has_figures(finder, next) &&
           !is_filled(finder, next, table_row_first(finder->grid, row));
}

static void take_label_line(struct finder *finder, size_t row)
{
    size_t filled = table_row_first(finder->grid, row);
    if (finder->has_labels) {
        finder->labels[0] = at(finder, row, filled).text;
        return;
    }
    for (size_t i = 0; i < finder->columns.stubs.count; i++)
        finder->labels[i] =
            finder->columns.stubs.items[i] == filled ? at(finder, row, filled).text : "";
}

/* A total of all rows at the foot, whose word no other row has in its column. */
static bool is_grand_total(const struct finder *finder, size_t row, size_t column)
{
    const char *text = at(finder, row, column).text;
    if (row + 1 < finder->end || !table_name_is_total(finder->diagnostics->arena, text))
        return false;
    for (size_t r = finder->layout.body; r < row; r++)
        if (strcmp(at(finder, r, column).text, text) == 0)
            return false;
    return true;
}

/*
 * The stub texts of a row. A blank stub has the text above it, as long as none to its left begins
 * anew; in a long table only where its column is filled once a run. The total at the foot is no
 * part of the last run.
 */
static void take_labels(struct finder *finder, size_t row, const bool *once_filled)
{
    bool anew = false;
    const char *total = NULL;
    for (size_t i = 0; i < finder->columns.stubs.count; i++) {
        size_t c = finder->columns.stubs.items[i], dimension = i + finder->has_labels;
        struct grid_cell cell = at(finder, row, c);
        if (cell.kind != CELL_BLANK) {
            finder->labels[dimension] = cell.text;
            if (!anew && i > 0 && is_grand_total(finder, row, c))
                total = cell.text;
        } else if (anew || !once_filled[i])
            finder->labels[dimension] = "";
        anew = anew || cell.kind != CELL_BLANK;
    }
    for (size_t i = 0; i < finder->columns.stubs.count && total; i++)
        if (!is_filled(finder, row, finder->columns.stubs.items[i]))
            finder->labels[i + finder->has_labels] = total;
}

/* Which stubs are filled once a run: all of a wide table, and those that are blank mostly. */
static const bool *find_once_filled(const struct finder *finder)
{
    bool *once = arena_alloc(finder->diagnostics->arena, finder->columns.stubs.count, sizeof *once);
    for (size_t i = 0; i < finder->columns.stubs.count; i++) {
        size_t filled = 0;
        for (size_t r = finder->layout.body; r < finder->end && !finder->table->is_wide; r++)
            filled += is_filled(finder, r, finder->columns.stubs.items[i]);
        once[i] = finder->table->is_wide || 2 * filled <= finder->end - finder->layout.body;
    }
    return once;
}

/* --- rows ------------------------------------------------------------------------------------- */
static const char *row_source(const struct finder *finder, size_t row)
{
    const char *source = "";
    for (size_t i = 0; i < finder->columns.sources.count; i++) {
        struct grid_cell cell = at(finder, row, finder->columns.sources.items[i]);
        if (cell.kind != CELL_BLANK)
            source = *source ? arena_printf(finder->diagnostics->arena, "%s; %s", source, cell.text)
                             : cell.text;
    }
    return source;
}

/* The period of a long table's row, else of the sheet by its name. */
static struct grid_cell row_period(const struct finder *finder, size_t row)
{
    struct grid_cell period = {.kind = CELL_BLANK, .text = ""};
    struct grid_cell sheet = {.kind = CELL_TEXT, .text = finder->grid->name};
    if (finder->columns.period < finder->columns.width)
        return at(finder, row, finder->columns.period);
    if (table_cell_is_period(&sheet))
        period = sheet;
    period.at = at(finder, row, table_row_first(finder->grid, row)).at;
    return period;
}

static void take_figures(struct finder *finder, size_t row)
{
    struct arena *arena = finder->diagnostics->arena;
    size_t count = finder->table->dimension_count;
    const char **values = arena_alloc(arena, count + 1, sizeof *values);
    if (count)
        memcpy(values, finder->labels, count * sizeof *values);
    struct table_record record = {
        .values = values, .period = row_period(finder, row), .source = row_source(finder, row)};
    for (size_t i = 0; i < finder->columns.figures.count; i++) {
        const struct table_column *column =
            &finder->columns.items[finder->columns.figures.items[i]];
        record.measure = column->name;
        record.figure = at(finder, row, finder->columns.figures.items[i]);
        if (!record.figure.at.file) /* beyond the end of its row */
            record.figure.at = at(finder, row, table_row_first(finder->grid, row)).at;
        if (column->heading.kind != CELL_BLANK)
            record.period = column->heading;
        finder->records = arena_grow(arena, finder->records, finder->count, &finder->capacity,
                                     sizeof *finder->records);
        finder->records[finder->count++] = record;
    }
}

/* Years one after the other, from `from` on. */
static bool are_years_running(const struct finder *finder, size_t row, size_t from)
{
    struct source_period period, last = {0};
    size_t count = 0;
    for (size_t c = from; c < finder->grid->rows[row].count; c++) {
        struct grid_cell cell = at(finder, row, c);
        if (source_period_parse(cell.text, &period) != PERIOD_OK)
            break;
        if (count && (period.kind != last.kind || period.year != last.year + 1))
            return false;
        last = period;
        count++;
    }
    return count > 2;
}

/* Whether a row repeats the heading in some columns, not all of them blank. */
static bool has_same_texts(const struct finder *finder, size_t row, size_t from, size_t to)
{
    size_t filled = 0;
    for (size_t c = from; c < to; c++) {
        const char *text = at(finder, row, c).text;
        if (strcmp(text, at(finder, finder->layout.heading, c).text) != 0)
            return false;
        filled += *text != '\0';
    }
    return filled > 0;
}

/* A text alone between the rows of a long table: what follows is counted in another way. */
static bool is_subtitle(const struct finder *finder, size_t row)
{
    return !finder->table->is_wide && finder->layout.has_heading &&
           finder->columns.period < finder->columns.width && is_label_line(finder, row) &&
           is_filled(finder, next_filled_row(finder, row), table_row_first(finder->grid, row));
}

/*
 * Another heading: of a long table the same one; of a wide table the same periods, or periods where
 * figures stand, without a label of a row.
 */
static bool begins_table(const struct finder *finder, size_t row)
{
    const struct table_layout *layout = &finder->layout;
    size_t from;
    if (!layout->is_wide)
        return layout->has_heading && has_same_texts(finder, row, 0, finder->columns.width);
    if (!table_row_is_heading(finder->grid, row, &from))
        return false;
    return has_same_texts(finder, row, 0, from) || /* `Område` again, over other years */
           has_same_texts(finder, row, from, finder->grid->rows[row].count) ||
           table_row_first(finder->grid, row) == from || are_years_running(finder, row, from);
}

/* Something stands in a column that is read. */
static bool is_row_of_table(const struct finder *finder, size_t row)
{
    if (row_has_figures(finder, row))
        return true;
    for (size_t i = 0; i < finder->columns.stubs.count; i++)
        if (is_filled(finder, row, finder->columns.stubs.items[i]))
            return true;
    return finder->columns.period < finder->columns.width &&
           is_filled(finder, row, finder->columns.period);
}

static bool take_rows(struct finder *finder)
{
    const bool *once_filled = find_once_filled(finder);
    for (size_t r = finder->layout.body; r < finder->end; r++) {
        if (!is_row_of_table(finder, r))
            continue;
        if (begins_table(finder, r) || is_subtitle(finder, r)) {
            diagnostics_report(finder->diagnostics, finder->file->problem, at(finder, r, 0).at,
                               "her begynder en tabel til · flyt hver tabel til sin egen fil eller "
                               "sit eget ark",
                               "another table begins here · move each table to a file or sheet of "
                               "its own");
            return false;
        }
        if (finder->table->is_wide && is_over_rows(finder, r)) {
            take_label_line(finder, r);
            continue;
        }
        take_labels(finder, r, once_filled);
        take_figures(finder, r);
    }
    return true;
}

/* --- titles and notes ------------------------------------------------------------------------- */
/* One text and no other stands in the row, be it spread over merged cells. */
static bool is_line(const struct finder *finder, size_t row)
{
    const char *first = at(finder, row, table_row_first(finder->grid, row)).text;
    for (size_t c = 0; c < finder->grid->rows[row].count; c++)
        if (is_filled(finder, row, c) && strcmp(at(finder, row, c).text, first) != 0)
            return false;
    return *first != '\0';
}

/* The texts of a row on one line, a merged one once. */
static const char *row_text(const struct finder *finder, size_t row)
{
    struct arena *arena = finder->diagnostics->arena;
    const char *text = "", *last = "";
    for (size_t c = 0; c < finder->grid->rows[row].count; c++) {
        const char *cell = at(finder, row, c).text;
        if (*cell == '\0' || strcmp(cell, last) == 0)
            continue;
        text = *text ? arena_printf(arena, "%s %s", text, cell) : cell;
        last = cell;
    }
    return text;
}

/* The texts of some rows, without the unit; above a table those of rows that hold nothing else. */
static const char *lines(const struct finder *finder, size_t from, size_t to)
{
    struct arena *arena = finder->diagnostics->arena;
    const char *text = "";
    for (size_t r = from; r < to; r++) {
        const char *line = row_text(finder, r);
        if (*line && (from > 0 || is_line(finder, r)) && !table_name_unit(arena, line))
            text = *text ? arena_printf(arena, "%s %s", text, line) : line;
    }
    return text;
}

static const char *find_unit(const struct finder *finder)
{
    for (size_t r = 0; r < finder->layout.heading; r++) {
        const char *line = at(finder, r, table_row_first(finder->grid, r)).text;
        const char *unit = table_name_unit(finder->diagnostics->arena, line);
        if (unit)
            return unit;
    }
    return "";
}

static bool find_columns(struct finder *finder)
{
    struct table_columns *columns = &finder->columns;
    finder->end = finder->table->is_wide ? find_wide_end(finder) : find_long_end(finder);
    if (!table_columns_find(finder->diagnostics, finder->file, finder->grid, &finder->layout,
                            finder->end, columns))
        return false;
    if (columns->period < columns->width)
        finder->table->period_name = columns->items[columns->period].name;
    if (columns->figures.count == 0 || columns->stubs.count > MOST_STUBS)
        return report_no_figures(finder);
    return true;
}

bool table_find(struct diagnostics *diagnostics, const struct input_file *file,
                const struct grid *grid, struct table *table)
{
    struct finder finder = {.diagnostics = diagnostics, .file = file, .grid = grid, .table = table};
    *table = (struct table){.file = file->name, .sheet = grid->name, .period_name = ""};
    if (!find_layout(&finder) || !find_columns(&finder))
        return false;
    finder.has_labels = table->is_wide && labels_stand_over_labels(&finder);
    name_dimensions(&finder);
    table->title = finder.layout.has_heading ? lines(&finder, 0, finder.layout.top) : "";
    table->unit = find_unit(&finder);
    table->notes = lines(&finder, finder.end, grid->count);
    if (!take_rows(&finder))
        return false;
    table->records = finder.records;
    table->count = finder.count;
    return true;
}

size_t table_dimensions(const struct table *table)
{
    return table->dimension_count + (table->measure_count > 1);
}

const char *table_dimension(const struct table *table, size_t i)
{
    return i < table->dimension_count ? table->dimensions[i] : TABLE_MEASURE;
}

size_t table_find_dimension(struct arena *arena, const struct table *table, const char *name)
{
    const char *folded = text_fold(arena, name);
    size_t i = 0;
    while (i < table_dimensions(table) &&
           strcmp(text_fold(arena, table_dimension(table, i)), folded) != 0)
        i++;
    return i;
}

const char *table_value(const struct table *table, const struct table_record *record, size_t i)
{
    return i < table->dimension_count ? record->values[i] : record->measure;
}

enum period_fault table_period(const struct table *table, const struct table_record *record,
                               struct source_period *period)
{
    enum period_fault fault = source_period_parse(record->period.text, period);
    if (fault == PERIOD_OK && table->has_school_years && period->kind == SOURCE_TWO_YEARS)
        period->kind = SOURCE_SCHOOL_YEAR;
    return fault;
}
