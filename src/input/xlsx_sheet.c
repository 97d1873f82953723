/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/xlsx_sheet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/base/number.h"

/* A share is shown with so many decimals at most; 0.281 x 100 is 28.100000000000001 otherwise. */
#define PERCENT_DECIMALS 10
#define ISO_DAY_SIZE 10 /* of 2021-11-16 */

enum section { SECTION_OTHER, SECTION_ROWS, SECTION_MERGES };

enum value_type {
    TYPE_NUMBER,
    TYPE_SHARED,
    TYPE_INLINE,
    TYPE_TEXT,
    TYPE_TRUTH,
    TYPE_ERROR,
    TYPE_DAY
};

/* Rows and columns from 1, both ends included. */
struct area {
    unsigned top, left, bottom, right;
};

/* A row while it can still get more cells. */
struct line {
    unsigned number;
    struct grid_cell *cells;
    size_t count, room;
};

struct sheet {
    struct xlsx_book *book;
    struct arena *arena;
    struct location *at; /* the cell that is being read */

    enum section section;
    bool in_row, in_cell, in_inline;
    enum value_type type;
    enum xlsx_format format;
    struct xlsx_text text;

    struct line line;   /* the row being read, up to its last cell that is not blank */
    struct line *lines; /* the rows so far that are not blank */
    size_t line_count, line_room;
    struct area *merges;
    size_t merge_count, merge_capacity;
    unsigned columns; /* of the widest row */
};

/* --- references --------------------------------------------------------------------------------*/
/* Reads `A1` from the front of the text; what follows it, or NULL. */
static const char *parse_reference(const char *text, unsigned *row, unsigned *column)
{
    *row = *column = 0;
    size_t letters = 0, digits = 0;
    for (; letters < 4 && text[letters] >= 'A' && text[letters] <= 'Z'; letters++)
        *column = *column * 26 + (unsigned)(text[letters] - 'A') + 1;
    text += letters;
    for (; digits < 8 && text[digits] >= '0' && text[digits] <= '9'; digits++)
        *row = *row * 10 + (unsigned)(text[digits] - '0');
    bool fits = letters && *column <= XLSX_COLUMNS && *row >= 1 && *row <= XLSX_ROWS;
    return fits && text[0] != '0' ? text + digits : NULL;
}

/* --- rows --------------------------------------------------------------------------------------*/
static enum package_fault start_row(struct sheet *sheet, const char *const *attributes)
{
    const char *number = xml_attribute(attributes, "r");
    unsigned row = sheet->at->line + 1;
    bool sound = !number || xml_number(number, XLSX_ROWS, &row);
    if (!sound || row <= sheet->at->line || row > XLSX_ROWS)
        return PACKAGE_DAMAGED;
    sheet->at->line = row;
    sheet->at->column = 0;
    sheet->in_row = true;
    sheet->line.number = row;
    sheet->line.count = 0;
    return PACKAGE_SOUND;
}

static void end_row(struct sheet *sheet)
{
    struct line *line = &sheet->line;
    sheet->in_row = false;
    sheet->at->column = 0;
    if (!line->count)
        return;
    struct line kept = {line->number, NULL, line->count, line->count};
    kept.cells = arena_alloc(sheet->arena, kept.count, sizeof *kept.cells);
    memcpy(kept.cells, line->cells, kept.count * sizeof *kept.cells);
    sheet->lines = arena_grow(sheet->book->scratch, sheet->lines, sheet->line_count,
                              &sheet->line_room, sizeof *sheet->lines);
    sheet->lines[sheet->line_count++] = kept;
    if (sheet->columns < kept.count)
        sheet->columns = (unsigned)kept.count;
}

/* Blank cells up to this column, as far as there are none yet. */
static enum package_fault fill(struct sheet *sheet, struct arena *arena, struct line *line,
                               unsigned columns)
{
    if (columns > line->count)
        sheet->book->cells += columns - line->count;
    if (sheet->book->cells > XLSX_ALL_CELLS)
        return PACKAGE_TOO_LARGE;
    while (line->count < columns) {
        line->cells = arena_grow(arena, line->cells, line->count, &line->room, sizeof *line->cells);
        struct location at = {sheet->at->file, line->number, (unsigned)line->count + 1};
        line->cells[line->count++] = (struct grid_cell){.kind = CELL_BLANK, .text = "", .at = at};
    }
    return PACKAGE_SOUND;
}

/* --- cells -------------------------------------------------------------------------------------*/
static bool find_type(const char *name, enum value_type *type)
{
    static const struct {
        const char *name;
        enum value_type type;
    } types[] = {{"n", TYPE_NUMBER}, {"s", TYPE_SHARED}, {"inlineStr", TYPE_INLINE},
                 {"str", TYPE_TEXT}, {"b", TYPE_TRUTH},  {"e", TYPE_ERROR},
                 {"d", TYPE_DAY}};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(name, types[i].name) == 0) {
            *type = types[i].type;
            return true;
        }
    return false;
}

static bool find_format(const struct xlsx_styles *styles, const char *number,
                        enum xlsx_format *format)
{
    unsigned style = 0;
    if (number && !xml_number(number, XLSX_STYLES, &style))
        return false;
    if (style < styles->count)
        *format = styles->formats[style];
    return style < styles->count || style == 0;
}

static enum package_fault start_cell(struct sheet *sheet, const char *const *attributes)
{
    const char *reference = xml_attribute(attributes, "r");
    const char *type = xml_attribute(attributes, "t");
    unsigned row = sheet->at->line, column = sheet->at->column + 1;
    if (reference) {
        const char *rest = parse_reference(reference, &row, &column);
        if (!rest || *rest || row != sheet->at->line || column <= sheet->at->column)
            return PACKAGE_DAMAGED;
    }
    if (column > XLSX_COLUMNS)
        return PACKAGE_DAMAGED;
    sheet->at->column = column;
    sheet->in_cell = true;
    sheet->type = TYPE_NUMBER;
    sheet->format = XLSX_FORMAT_PLAIN;
    xlsx_text_begin(&sheet->text);
    bool known = (!type || find_type(type, &sheet->type)) &&
                 find_format(&sheet->book->styles, xml_attribute(attributes, "s"), &sheet->format);
    return known ? PACKAGE_SOUND : PACKAGE_DAMAGED;
}

/* Of a text that is not empty. No hexadecimal, infinite or unreadable numbers, all of which strtod would take. */
static bool parse_number(const char *text, double *value)
{
    if (text[strspn(text, "0123456789+-.eE")])
        return false;
    char *end;
    *value = strtod(text, &end) + 0.0; /* minus zero becomes zero */
    return *end == '\0' && isfinite(*value);
}

static enum package_fault number_cell(const struct sheet *sheet, struct grid_cell *cell)
{
    char text[NUMBER_TEXT], day[PERIOD_TEXT];
    double value;
    if (!parse_number(cell->text, &value))
        return PACKAGE_DAMAGED;
    bool is_year = sheet->format == XLSX_FORMAT_YEAR;
    if ((is_year || sheet->format == XLSX_FORMAT_DATE) &&
        xlsx_date_text(day, value, sheet->book->from_1904)) {
        cell->kind = is_year ? CELL_TEXT : CELL_DATE;
        cell->text = arena_text(sheet->arena, day, is_year ? 4 : strlen(day));
        return PACKAGE_SOUND;
    }
    if (sheet->format == XLSX_FORMAT_PERCENT)
        value = number_round(value * 100, PERCENT_DECIMALS);
    if (!isfinite(value))
        return PACKAGE_DAMAGED;
    cell->kind = CELL_NUMBER;
    cell->percent = sheet->format == XLSX_FORMAT_PERCENT;
    cell->number = value;
    cell->text = arena_copy(sheet->arena, number_exact(text, value, ','));
    return PACKAGE_SOUND;
}

static enum package_fault shared_cell(const struct sheet *sheet, struct grid_cell *cell)
{
    const struct xlsx_strings *strings = &sheet->book->strings;
    unsigned index;
    if (!xml_number(cell->text, XLSX_STRINGS, &index) || index >= strings->count)
        return PACKAGE_DAMAGED;
    cell->text = strings->texts[index];
    cell->kind = *cell->text ? CELL_TEXT : CELL_BLANK;
    return PACKAGE_SOUND;
}

/* 2021-11-16 or 2021-11-16T00:00:00Z; anything else (a time alone) stays a text. */
static void day_cell(const struct sheet *sheet, struct grid_cell *cell)
{
    static const char pattern[] = "0000-00-00";
    bool day = true;
    for (size_t i = 0; day && i < ISO_DAY_SIZE; i++)
        day = pattern[i] == '0' ? cell->text[i] >= '0' && cell->text[i] <= '9'
                                : cell->text[i] == pattern[i];
    cell->kind = CELL_TEXT;
    if (day && (cell->text[ISO_DAY_SIZE] == '\0' || cell->text[ISO_DAY_SIZE] == 'T')) {
        cell->kind = CELL_DATE;
        cell->text = arena_text(sheet->arena, cell->text, ISO_DAY_SIZE);
    }
}

static enum package_fault truth_cell(struct grid_cell *cell)
{
    if (strcmp(cell->text, "0") != 0 && strcmp(cell->text, "1") != 0)
        return PACKAGE_DAMAGED;
    cell->kind = CELL_TEXT;
    cell->text = cell->text[0] == '1' ? "SAND" : "FALSK";
    return PACKAGE_SOUND;
}

/* The cell that its cleaned text makes of the type it has. */
static enum package_fault convert(const struct sheet *sheet, struct grid_cell *cell)
{
    switch (sheet->type) { /* GCOVR_EXCL_BR_LINE: there are no others */
    case TYPE_NUMBER:
        return number_cell(sheet, cell);
    case TYPE_SHARED:
        return shared_cell(sheet, cell);
    case TYPE_TRUTH:
        return truth_cell(cell);
    case TYPE_ERROR:
        cell->kind = CELL_ERROR;
        return PACKAGE_SOUND;
    case TYPE_DAY:
        day_cell(sheet, cell);
        return PACKAGE_SOUND;
    case TYPE_INLINE:
    case TYPE_TEXT:
        break;
    }
    cell->kind = CELL_TEXT;
    return PACKAGE_SOUND;
}

static enum package_fault end_cell(struct sheet *sheet)
{
    struct grid_cell cell = {.kind = CELL_BLANK, .text = "", .at = *sheet->at};
    /* numbers and the like become texts of their own */
    bool converts =
        sheet->type == TYPE_NUMBER || sheet->type == TYPE_SHARED || sheet->type == TYPE_TRUTH;
    sheet->in_cell = false;
    enum package_fault fault =
        xlsx_text_clean(converts ? sheet->book->scratch : sheet->arena, &sheet->text, &cell.text);
    if (!fault && *cell.text)
        fault = convert(sheet, &cell);
    if (fault || cell.kind == CELL_BLANK)
        return fault;
    fault = fill(sheet, sheet->book->scratch, &sheet->line, sheet->at->column);
    if (!fault)
        sheet->line.cells[sheet->at->column - 1] = cell;
    return fault;
}

static void take_formula(struct sheet *sheet)
{
    struct xlsx_book *book = sheet->book;
    if (book->formulas++ < XLSX_FORMULAS)
        diagnostics_report(book->diagnostics, book->problem, *sheet->at,
                           "cellen er en formel, og dens tal kan være forældet · kopiér arket, og "
                           "indsæt det som værdier",
                           "the cell is a formula, and its figure may be out of date · copy the "
                           "sheet, and paste it as values");
}

/* --- elements ----------------------------------------------------------------------------------*/
static enum package_fault take_merge(struct sheet *sheet, const char *const *attributes)
{
    const char *range = xml_attribute(attributes, "ref");
    struct area area = {0};
    const char *rest = range ? parse_reference(range, &area.top, &area.left) : NULL;
    area.bottom = area.top;
    area.right = area.left;
    if (rest && *rest == ':')
        rest = parse_reference(rest + 1, &area.bottom, &area.right);
    if (!rest || *rest || area.bottom < area.top || area.right < area.left)
        return PACKAGE_DAMAGED;
    sheet->merges = arena_grow(sheet->book->scratch, sheet->merges, sheet->merge_count,
                               &sheet->merge_capacity, sizeof *sheet->merges);
    sheet->merges[sheet->merge_count++] = area;
    return PACKAGE_SOUND;
}

/* An element of a cell: its value, its formula, or its own text. */
static void start_value(struct sheet *sheet, unsigned depth, const char *name)
{
    if (depth == 5) {
        sheet->in_inline = strcmp(name, "is") == 0 && sheet->type == TYPE_INLINE;
        sheet->text.taking = strcmp(name, "v") == 0 && sheet->type != TYPE_INLINE;
        if (strcmp(name, "f") == 0)
            take_formula(sheet);
    } else if (sheet->in_inline) {
        xlsx_text_open(&sheet->text, depth - 5, name);
    }
}

static enum package_fault start_element(void *context, unsigned depth, const char *name,
                                        const char *const *attributes)
{
    struct sheet *sheet = context;
    if (depth == 1)
        return strcmp(name, "worksheet") == 0 ? PACKAGE_SOUND : PACKAGE_DAMAGED;
    if (depth == 2) {
        sheet->section = SECTION_OTHER;
        if (strcmp(name, "sheetData") == 0)
            sheet->section = SECTION_ROWS;
        else if (strcmp(name, "mergeCells") == 0)
            sheet->section = SECTION_MERGES;
    }
    if (depth == 3 && sheet->section == SECTION_ROWS && strcmp(name, "row") == 0)
        return start_row(sheet, attributes);
    if (depth == 3 && sheet->section == SECTION_MERGES && strcmp(name, "mergeCell") == 0)
        return take_merge(sheet, attributes);
    if (depth == 4 && sheet->in_row && strcmp(name, "c") == 0)
        return start_cell(sheet, attributes);
    if (depth > 4 && sheet->in_cell)
        start_value(sheet, depth, name);
    return PACKAGE_SOUND;
}

static enum package_fault end_element(void *context, unsigned depth)
{
    struct sheet *sheet = context;
    if (depth == 3 && sheet->in_row)
        end_row(sheet);
    if (depth == 4 && sheet->in_cell)
        return end_cell(sheet);
    if (depth == 5) {
        sheet->in_inline = false;
        sheet->text.taking = false;
    }
    if (depth > 5 && sheet->in_inline)
        xlsx_text_close(&sheet->text, depth - 5);
    return PACKAGE_SOUND;
}

static enum package_fault take_text(void *context, const char *text, size_t length)
{
    return xlsx_text_take(&((struct sheet *)context)->text, text, length);
}

/* --- the grid ----------------------------------------------------------------------------------*/
/* What the first cell has goes to the others. The area lies within the rows and columns in use. */
static enum package_fault spread_area(struct sheet *sheet, struct line *lines, struct area area)
{
    const struct line *top = &lines[area.top - 1];
    struct grid_cell first = {.kind = CELL_BLANK, .text = ""};
    if (area.left <= top->count)
        first = top->cells[area.left - 1];
    first.spread = true;
    for (unsigned number = area.top; number <= area.bottom; number++) {
        struct line *line = &lines[number - 1];
        unsigned right = area.right;
        if (first.kind == CELL_BLANK && right > line->count)
            right = (unsigned)line->count;
        enum package_fault fault = fill(sheet, sheet->arena, line, right);
        if (fault)
            return fault;
        for (unsigned column = area.left; column <= right; column++) {
            struct grid_cell *cell = &line->cells[column - 1];
            if (number == area.top && column == area.left)
                continue;
            first.at = cell->at;
            *cell = first;
        }
    }
    return PACKAGE_SOUND;
}

/* What is merged beyond the used rows and columns (whole columns, say) is left out. */
static enum package_fault spread_merges(struct sheet *sheet, struct line *lines, unsigned rows)
{
    enum package_fault fault = PACKAGE_SOUND;
    for (size_t i = 0; !fault && i < sheet->merge_count; i++) {
        struct area area = sheet->merges[i];
        if (area.bottom > rows)
            area.bottom = rows;
        if (area.right > sheet->columns)
            area.right = sheet->columns;
        if (area.top > rows || area.left > sheet->columns)
            continue;
        size_t width = area.right - area.left + 1;
        sheet->book->cells += (area.bottom - area.top + 1) * width; /* also a bound on the time */
        fault = sheet->book->cells > XLSX_ALL_CELLS ? PACKAGE_TOO_LARGE
                                                    : spread_area(sheet, lines, area);
    }
    return fault;
}

static enum package_fault make_grid(struct sheet *sheet, struct grid *grid)
{
    unsigned count = sheet->line_count ? sheet->lines[sheet->line_count - 1].number : 0;
    sheet->book->rows += count;
    if (sheet->book->rows > XLSX_ALL_ROWS)
        return PACKAGE_TOO_LARGE;
    struct line *lines = arena_alloc(sheet->book->scratch, count, sizeof *lines);
    for (unsigned i = 0; i < count; i++)
        lines[i].number = i + 1;
    for (size_t i = 0; i < sheet->line_count; i++)
        lines[sheet->lines[i].number - 1] = sheet->lines[i];
    enum package_fault fault = spread_merges(sheet, lines, count);
    struct grid_row *rows = arena_alloc(sheet->arena, count, sizeof *rows);
    for (size_t i = 0; i < count; i++)
        rows[i] = (struct grid_row){lines[i].cells, lines[i].count};
    grid->rows = rows;
    grid->count = count;
    return fault;
}

enum package_fault xlsx_sheet_read(struct package *package, const char *part,
                                   struct xlsx_book *book, struct grid *grid, struct location *at)
{
    static const struct xml_handlers handlers = {start_element, end_element, take_text};
    struct sheet sheet = {.book = book,
                          .arena = book->diagnostics->arena,
                          .at = at,
                          .text = {.arena = book->scratch}};
    at->line = at->column = 0;
    enum package_fault fault = xml_part_read(package, part, &handlers, &sheet);
    if (fault)
        return fault;
    at->line = at->column = 0; /* nothing is being read any more */
    return make_grid(&sheet, grid);
}
