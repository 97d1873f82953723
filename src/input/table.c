/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/table.h"

#include <string.h>

#include "pejling/base/text.h"
#include "pejling/input/figure.h"
#include "pejling/input/source_period.h"
#include "pejling/input/table_names.h"

#define MOST_TITLE_ROWS 50
#define HEADING_DIMENSION "overskrift" /* of labels on lines of their own, above rows with labels */

enum role {
    ROLE_IGNORED,
    ROLE_STUB,   /* says what the row is about */
    ROLE_PERIOD, /* of a long table */
    ROLE_FIGURE,
    ROLE_SOURCE
};

struct column {
    enum role role;
    const char *name;    /* of a stub; of a figure what it measures */
    struct cell heading; /* a wide table's period */
};

/* Where things are: rows from `heading`, figures from `body` up to `end`. */
struct finder {
    struct diagnostics *diagnostics;
    const struct input_file *file;
    const struct grid *grid;
    struct table *table;
    size_t heading, body, end, width;
    bool has_heading, has_labels; /* labels on lines of their own that rows do not fill up */
    struct column *columns;
    const char **labels; /* the stub texts of the row being read, by dimension */
    struct table_record *records;
    size_t count, capacity;
};

static struct cell at(const struct finder *finder, size_t row, size_t column)
{
    return grid_cell(finder->grid, row, column);
}

static bool is_filled(const struct finder *finder, size_t row, size_t column)
{
    return at(finder, row, column).kind != CELL_BLANK;
}

static size_t count_filled(const struct finder *finder, size_t row, size_t from)
{
    size_t count = 0;
    for (size_t c = from; c < finder->grid->rows[row].count; c++)
        count += is_filled(finder, row, c);
    return count;
}

static bool is_period(const struct cell *cell)
{
    struct source_period period;
    return source_period_parse(cell->text, &period) == PERIOD_OK;
}

/* --- where the heading is --------------------------------------------------------------------- */
static size_t first_period(const struct finder *finder, size_t row)
{
    for (size_t c = 0; c < finder->grid->rows[row].count; c++) {
        struct cell cell = at(finder, row, c);
        if (is_period(&cell))
            return c;
    }
    return finder->grid->rows[row].count;
}

static bool has_figure_below(const struct finder *finder, size_t row, size_t column)
{
    for (size_t r = row + 1; r < finder->grid->count && r <= row + 4; r++) {
        struct cell cell = at(finder, r, column);
        if (figure_looks_like(&cell))
            return true;
    }
    return false;
}

/* A heading of a column of periods stands in the row. */
static bool names_period(const struct finder *finder, size_t row)
{
    for (size_t c = 0; row < finder->grid->count && c < finder->grid->rows[row].count; c++)
        if (table_name_period_rank(finder->diagnostics->arena, at(finder, row, c).text))
            return true;
    return false;
}

/*
 * A single period over figures: no day, for that is when the file was made, and not over a heading
 * that has a column of periods of its own.
 */
static bool is_single_heading(const struct finder *finder, size_t row, size_t column)
{
    struct source_period period;
    struct cell cell = at(finder, row, column);
    return source_period_parse(cell.text, &period) == PERIOD_OK && period.kind != SOURCE_DATE &&
           !names_period(finder, row + 1) && !names_period(finder, row + 2);
}

/* Periods across: from the first of them on nearly all cells are, and there are figures below. */
static bool is_wide_heading(const struct finder *finder, size_t row)
{
    size_t from = first_period(finder, row), periods = 0;
    size_t filled = count_filled(finder, row, from);
    for (size_t c = from; c < finder->grid->rows[row].count; c++) {
        struct cell cell = at(finder, row, c);
        periods += is_period(&cell);
    }
    if (periods == 0 || 5 * periods < 4 * filled || !has_figure_below(finder, row, from))
        return false;
    return periods > 1 || (filled == 1 && is_single_heading(finder, row, from));
}

/* A row with a figure that is no period, beside something else. */
static bool is_body(const struct finder *finder, size_t row)
{
    bool has_figure = false;
    for (size_t c = 0; c < finder->grid->rows[row].count; c++) {
        struct cell cell = at(finder, row, c);
        has_figure = has_figure || (figure_looks_like(&cell) && !is_period(&cell));
    }
    return has_figure && count_filled(finder, row, 0) > 1;
}

/* The texts of a row that holds no figure and no period; 0 for another row. */
static size_t count_names(const struct finder *finder, size_t row)
{
    for (size_t c = 0; c < finder->grid->rows[row].count; c++) {
        struct cell cell = at(finder, row, c);
        if (cell.kind != CELL_BLANK && (figure_looks_like(&cell) || is_period(&cell)))
            return 0;
    }
    return count_filled(finder, row, 0);
}

static void find_long_heading(struct finder *finder, size_t body)
{
    size_t most = 1;
    for (size_t r = 0; r < body; r++) {
        size_t names = count_names(finder, r);
        if (names < 2 || names < most)
            continue;
        most = names;
        finder->heading = r;
        finder->has_heading = true;
    }
    finder->body = finder->has_heading ? finder->heading + 1 : body;
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

static bool find_heading(struct finder *finder)
{
    for (size_t r = 0; r < finder->grid->count && r < MOST_TITLE_ROWS; r++) {
        if (is_wide_heading(finder, r)) {
            finder->table->is_wide = finder->has_heading = true;
            finder->heading = r;
            finder->body = r + 1;
            return true;
        }
        if (!is_body(finder, r))
            continue;
        find_long_heading(finder, r);
        if (finder->has_heading || first_period(finder, r) < finder->grid->rows[r].count)
            return true;
        return report_no_table(
            finder,
            "tabellen har ingen overskrift, så perioderne kan ikke ses · hent den med "
            "overskrifter, eller skriv dem i første linje",
            "the table has no heading, so its periods cannot be seen · fetch it with headings, or "
            "write them in the first line");
    }
    return report_no_table(finder, "der er ingen tabel med tal · hent filen igen fra kilden",
                           "there is no table of figures · fetch the file again from its source");
}

/* --- what a wide table's columns are ---------------------------------------------------------- */
/* Texts under (or over) the periods, none of them figures: what is counted in each column. */
static bool is_measure_row(const struct finder *finder, size_t row, size_t from)
{
    size_t texts = 0;
    if (row >= finder->grid->count)
        return false;
    for (size_t c = from; c < finder->width; c++) {
        struct cell cell = at(finder, row, c);
        if (cell.kind == CELL_BLANK)
            continue;
        if (figure_looks_like(&cell) || is_period(&cell))
            return false;
        texts++;
    }
    return texts > 0;
}

/* Over the periods, where it is not a title that runs on from the first column. */
static bool has_measures_above(const struct finder *finder, size_t from)
{
    size_t row = finder->heading - 1;
    if (finder->heading == 0 || !is_measure_row(finder, row, from))
        return false;
    struct cell first = at(finder, row, 0), over = at(finder, row, from);
    return !over.spread || strcmp(first.text, over.text) != 0;
}

/* The text in a row of headings at a column, or the last one to its left. */
static struct cell carried(const struct finder *finder, size_t row, size_t column, size_t from)
{
    for (size_t c = column + 1; c-- > from;)
        if (is_filled(finder, row, c))
            return at(finder, row, c);
    return at(finder, row, column);
}

static const char *stub_name(const struct finder *finder, size_t column, size_t first, size_t last)
{
    for (size_t r = last + 1; r-- > first;) {
        struct cell cell = at(finder, r, column);
        if (cell.kind != CELL_BLANK)
            return cell.text;
    }
    return "";
}

static void remark_ignored(const struct finder *finder, struct cell heading)
{
    if (!heading.at.file) /* beyond the end of its row */
        heading.at.file =
            at(finder, finder->heading, first_period(finder, finder->heading)).at.file;
    if (heading.kind == CELL_BLANK)
        diagnostics_report(finder->diagnostics, PROBLEM_REMARK, heading.at,
                           "en kolonne uden overskrift læses ikke · giv den en, hvis den skal med",
                           "a column without a heading is not read · give it one if it is wanted");
    else
        diagnostics_report(finder->diagnostics, PROBLEM_REMARK, heading.at,
                           "kolonnen »%s« er ingen periode og læses ikke",
                           "the column »%s« is no period and is not read", heading.text);
}

static bool has_content(const struct finder *finder, size_t column)
{
    for (size_t r = finder->body; r < finder->grid->count; r++)
        if (is_filled(finder, r, column))
            return true;
    return false;
}

static void name_wide_columns(struct finder *finder)
{
    size_t from = first_period(finder, finder->heading);
    bool below = is_measure_row(finder, finder->body, from);
    bool above = !below && has_measures_above(finder, from);
    size_t measures = below ? finder->body : finder->heading - above;
    size_t first = above ? measures : finder->heading;
    finder->body += below;
    for (size_t c = 0; c < finder->width; c++) {
        struct column *column = &finder->columns[c];
        if (c < from) {
            *column = (struct column){.role = ROLE_STUB,
                                      .name = stub_name(finder, c, first, finder->body - 1)};
            continue;
        }
        struct cell heading = at(finder, finder->heading, c);
        if (below)
            heading = carried(finder, finder->heading, c, from);
        if (is_period(&heading) && (!below || is_filled(finder, measures, c)))
            *column = (struct column){
                .role = ROLE_FIGURE,
                .name = below || above ? carried(finder, measures, c, from).text : "",
                .heading = heading};
        else if (has_content(finder, c))
            remark_ignored(finder, at(finder, finder->heading, c));
    }
}

/* --- what a long table's columns are ---------------------------------------------------------- */
struct content {
    size_t filled, periods, figures;
};

static struct content column_content(const struct finder *finder, size_t column)
{
    struct content content = {0};
    for (size_t r = finder->body; r < finder->end; r++) {
        struct cell cell = at(finder, r, column);
        content.filled += cell.kind != CELL_BLANK;
        content.periods += is_period(&cell);
        content.figures += figure_looks_like(&cell);
    }
    return content;
}

/* A heading over a heading is part of the name: `Antal` over `Mænd`. */
static const char *long_name(const struct finder *finder, size_t column)
{
    const char *name = at(finder, finder->heading, column).text;
    if (finder->heading == 0 || count_names(finder, finder->heading - 1) < 2)
        return name;
    const char *over = at(finder, finder->heading - 1, column).text;
    if (*over == '\0' || *name == '\0')
        return *over ? over : name;
    return arena_printf(finder->diagnostics->arena, "%s %s", over, name);
}

/* The column of periods: named so, or else the first that holds nothing else. */
static size_t find_period_column(const struct finder *finder, const struct content *contents)
{
    size_t best = finder->width;
    int best_rank = 0;
    for (size_t c = 0; c < finder->width; c++) {
        const struct content *content = &contents[c];
        int rank = table_name_period_rank(finder->diagnostics->arena, finder->columns[c].name);
        bool fits = content->periods > 0 && 10 * content->periods >= 9 * content->filled;
        if (!rank && content->periods == content->filled)
            rank = 1;
        if (fits && rank > best_rank) {
            best = c;
            best_rank = rank;
        }
    }
    return best;
}

static enum role long_role(const struct finder *finder, const char *name,
                           const struct content *content)
{
    struct arena *arena = finder->diagnostics->arena;
    if (content->filled == 0)
        return ROLE_IGNORED;
    if (table_name_is_source(arena, name))
        return ROLE_SOURCE;
    bool mostly_figures = 2 * content->figures >= content->filled;
    return mostly_figures && !table_name_is_dimension(arena, name) ? ROLE_FIGURE : ROLE_STUB;
}

static void name_long_columns(struct finder *finder)
{
    struct content *contents =
        arena_alloc(finder->diagnostics->arena, finder->width, sizeof *contents);
    for (size_t c = 0; c < finder->width; c++) {
        contents[c] = column_content(finder, c);
        finder->columns[c].name = finder->has_heading ? long_name(finder, c) : "";
    }
    size_t period = find_period_column(finder, contents);
    for (size_t c = 0; c < finder->width; c++) {
        struct column *column = &finder->columns[c];
        column->role = c == period ? ROLE_PERIOD : long_role(finder, column->name, &contents[c]);
        if (c == period)
            finder->table->period_name = column->name;
    }
}

/* --- names of dimensions and measures --------------------------------------------------------- */
static size_t count_role(const struct finder *finder, enum role role)
{
    size_t count = 0;
    for (size_t c = 0; c < finder->width; c++)
        count += finder->columns[c].role == role;
    return count;
}

static size_t count_measures(const struct finder *finder)
{
    size_t count = 0;
    for (size_t c = 0; c < finder->width; c++) {
        bool is_new = finder->columns[c].role == ROLE_FIGURE;
        for (size_t i = 0; i < c && is_new; i++)
            is_new = finder->columns[i].role != ROLE_FIGURE ||
                     strcmp(finder->columns[i].name, finder->columns[c].name) != 0;
        count += is_new;
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
    char *name = arena_copy(arena, finder->columns[c].name);
    for (char *mark = name; *(mark += strcspn(mark, "=&|"));)
        *mark = *mark == '=' ? ':' : *mark == '&' ? '+' : '/';
    while (is_taken(finder, names, text_fold(arena, name)))
        name = arena_printf(arena, "%s (kolonne %zu)", name, c + 1);
    return name;
}

static void name_dimensions(struct finder *finder)
{
    struct arena *arena = finder->diagnostics->arena;
    struct table *table = finder->table;
    struct names names = {.items = arena_alloc(arena, finder->width + 1, sizeof *names.items),
                          .folded = arena_alloc(arena, finder->width + 1, sizeof *names.folded)};
    for (size_t c = 0; c < finder->width; c++) {
        struct column *column = &finder->columns[c];
        bool is_stub = column->role == ROLE_STUB;
        if (is_stub && column->name[0])
            table->has_names = true;
        if (column->name[0] == '\0' &&
            (is_stub || (column->role != ROLE_IGNORED && !table->is_wide)))
            column->name = arena_printf(arena, "kolonne %zu", c + 1);
    }
    table->measure_count = count_measures(finder);
    if (finder->has_labels)
        add_name(arena, &names, HEADING_DIMENSION);
    for (size_t c = 0; c < finder->width; c++)
        if (finder->columns[c].role == ROLE_STUB)
            add_name(arena, &names, usable_name(finder, &names, c));
    table->dimensions = names.items;
    table->dimension_count = names.count;
    finder->labels = arena_alloc(arena, finder->width + 1, sizeof *finder->labels);
    for (size_t i = 0; i <= finder->width; i++)
        finder->labels[i] = "";
}

/* --- rows ------------------------------------------------------------------------------------- */
static bool row_has_figures(const struct finder *finder, size_t row)
{
    for (size_t c = 0; c < finder->width; c++)
        if (finder->columns[c].role == ROLE_FIGURE && is_filled(finder, row, c))
            return true;
    return false;
}

/* One past the last row of the table: what follows has nothing but a text in it. */
static size_t find_end(const struct finder *finder)
{
    size_t end = finder->grid->count;
    while (end > finder->body && count_filled(finder, end - 1, 0) < 2)
        end--;
    if (!finder->table->is_wide)
        return end;
    size_t from = first_period(finder, finder->heading);
    while (end > finder->body && count_filled(finder, end - 1, from) == 0)
        end--;
    return end;
}

static size_t first_filled(const struct finder *finder, size_t row)
{
    size_t c = 0;
    while (c < finder->width && !is_filled(finder, row, c))
        c++;
    return c;
}

/* Whether rows under a label of its own line have labels in the same column. */
static bool labels_stand_over_labels(const struct finder *finder)
{
    for (size_t r = finder->body; r + 1 < finder->end; r++) {
        size_t c = first_filled(finder, r);
        if (c < finder->width && !row_has_figures(finder, r) && row_has_figures(finder, r + 1) &&
            is_filled(finder, r + 1, c))
            return true;
    }
    return false;
}

/*
 * The stub texts of a row. A blank stub has the text above it, as long as none to its left begins
 * anew; in a long table only where its column is filled once a run.
 */
static void take_labels(struct finder *finder, size_t row, const bool *once_filled)
{
    size_t dimension = finder->has_labels;
    bool anew = false;
    for (size_t c = 0; c < finder->width; c++) {
        if (finder->columns[c].role != ROLE_STUB)
            continue;
        struct cell cell = at(finder, row, c);
        if (cell.kind != CELL_BLANK)
            finder->labels[dimension] = cell.text;
        else if (anew || !once_filled[c])
            finder->labels[dimension] = "";
        anew = anew || cell.kind != CELL_BLANK;
        dimension++;
    }
}

/* A line with a label and no figures. */
static void take_label_line(struct finder *finder, size_t row)
{
    size_t dimension = finder->has_labels;
    size_t filled = first_filled(finder, row);
    if (finder->has_labels) {
        finder->labels[0] = at(finder, row, filled).text;
        return;
    }
    for (size_t c = 0; c < finder->width; c++)
        if (finder->columns[c].role == ROLE_STUB)
            finder->labels[dimension++] = c == filled ? at(finder, row, c).text : "";
}

static const char *row_source(const struct finder *finder, size_t row)
{
    const char *source = "";
    for (size_t c = 0; c < finder->width; c++) {
        struct cell cell = at(finder, row, c);
        if (finder->columns[c].role == ROLE_SOURCE && cell.kind != CELL_BLANK)
            source = *source ? arena_printf(finder->diagnostics->arena, "%s; %s", source, cell.text)
                             : cell.text;
    }
    return source;
}

static void take_figures(struct finder *finder, size_t row)
{
    struct arena *arena = finder->diagnostics->arena;
    size_t size = finder->table->dimension_count * sizeof *finder->labels;
    const char **values = arena_alloc(arena, finder->table->dimension_count + 1, sizeof *values);
    if (size)
        memcpy(values, finder->labels, size);
    struct table_record record = {
        .values = values, .period.text = "", .source = row_source(finder, row)};
    for (size_t c = 0; c < finder->width; c++)
        if (finder->columns[c].role == ROLE_PERIOD)
            record.period = at(finder, row, c);
    for (size_t c = 0; c < finder->width; c++) {
        if (finder->columns[c].role != ROLE_FIGURE)
            continue;
        record.measure = finder->columns[c].name;
        record.figure = at(finder, row, c);
        if (!record.figure.at.file) /* beyond the end of its row */
            record.figure.at = at(finder, row, first_filled(finder, row)).at;
        if (finder->table->is_wide)
            record.period = finder->columns[c].heading;
        finder->records = arena_grow(arena, finder->records, finder->count, &finder->capacity,
                                     sizeof *finder->records);
        finder->records[finder->count++] = record;
    }
}

/* Which stubs are filled once a run: all of a wide table, and those that are blank mostly. */
static const bool *find_once_filled(const struct finder *finder)
{
    bool *once = arena_alloc(finder->diagnostics->arena, finder->width, sizeof *once);
    for (size_t c = 0; c < finder->width; c++) {
        size_t filled = 0;
        for (size_t r = finder->body; r < finder->end && !finder->table->is_wide; r++)
            filled += is_filled(finder, r, c);
        once[c] = finder->table->is_wide || 2 * filled <= finder->end - finder->body;
    }
    return once;
}

static bool repeats_heading(const struct finder *finder, size_t row)
{
    if (!finder->table->is_wide)
        return false;
    size_t from = first_period(finder, finder->heading);
    const char *first = at(finder, finder->heading, from).text;
    const char *second = at(finder, finder->heading, from + 1).text;
    return *second && strcmp(at(finder, row, from).text, first) == 0 &&
           strcmp(at(finder, row, from + 1).text, second) == 0;
}

static bool take_rows(struct finder *finder)
{
    const bool *once_filled = find_once_filled(finder);
    for (size_t r = finder->body; r < finder->end; r++) {
        if (count_filled(finder, r, 0) == 0)
            continue;
        if (repeats_heading(finder, r)) {
            diagnostics_report(finder->diagnostics, finder->file->problem, at(finder, r, 0).at,
                               "her begynder en tabel til · flyt hver tabel til sin egen fil eller "
                               "sit eget ark",
                               "another table begins here · move each table to a file or sheet of "
                               "its own");
            return false;
        }
        if (finder->table->is_wide && !row_has_figures(finder, r)) {
            take_label_line(finder, r);
            continue;
        }
        take_labels(finder, r, once_filled);
        take_figures(finder, r);
    }
    return true;
}

/* --- titles and notes ------------------------------------------------------------------------- */
/* The first text of each of some rows, or what follows `mark` in the one that begins so. */
static const char *lines(const struct finder *finder, size_t from, size_t to)
{
    struct arena *arena = finder->diagnostics->arena;
    const char *text = "";
    for (size_t r = from; r < to; r++) {
        const char *line = at(finder, r, first_filled(finder, r)).text;
        if (*line && !table_name_unit(arena, line))
            text = *text ? arena_printf(arena, "%s %s", text, line) : line;
    }
    return text;
}

static const char *find_unit(const struct finder *finder)
{
    for (size_t r = 0; r < finder->heading; r++) {
        const char *line = at(finder, r, first_filled(finder, r)).text;
        const char *unit = table_name_unit(finder->diagnostics->arena, line);
        if (unit)
            return unit;
    }
    return "";
}

static size_t widest(const struct grid *grid)
{
    size_t width = 0;
    for (size_t r = 0; r < grid->count; r++)
        if (grid->rows[r].count > width)
            width = grid->rows[r].count;
    return width;
}

bool table_find(struct diagnostics *diagnostics, const struct input_file *file,
                const struct grid *grid, struct table *table)
{
    struct finder finder = {.diagnostics = diagnostics,
                            .file = file,
                            .grid = grid,
                            .table = table,
                            .width = widest(grid)};
    *table = (struct table){.file = file->name, .sheet = grid->name, .period_name = ""};
    finder.columns = arena_alloc(diagnostics->arena, finder.width, sizeof *finder.columns);
    for (size_t c = 0; c < finder.width; c++)
        finder.columns[c].name = "";
    if (!find_heading(&finder))
        return false;
    finder.end = find_end(&finder);
    if (table->is_wide)
        name_wide_columns(&finder);
    else
        name_long_columns(&finder);
    if (count_role(&finder, ROLE_FIGURE) == 0)
        return report_no_table(&finder, "der er ingen tabel med tal · hent filen igen fra kilden",
                               "there is no table of figures · fetch the file again from its "
                               "source");
    finder.has_labels = table->is_wide && labels_stand_over_labels(&finder);
    name_dimensions(&finder);
    table->title = finder.has_heading ? lines(&finder, 0, finder.heading) : "";
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

const char *table_value(const struct table *table, const struct table_record *record, size_t i)
{
    return i < table->dimension_count ? record->values[i] : record->measure;
}
