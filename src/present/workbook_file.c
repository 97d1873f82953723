/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/workbook_file.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <xlsxwriter.h>

#include "pejling/base/number.h"
#include "pejling/base/printable.h"
#include "pejling/base/text.h"

#define A4 9
#define CREATED 315532800 /* 1980-01-01, the first day a zip archive knows: no clock */
#define NAME_LIMIT 31
#define HEAD_LIMIT 60 /* of each of two texts at the head of a page: Excel takes 255 units in all */
#define PROPERTY_LIMIT 250
#define LEAST_WIDTH 7 /* of a column, in characters */
#define MOST_WIDTH 34
#define ONLY_WIDTH 100    /* of a column on a page of text */
#define LINE_WIDTH 110    /* of the lines above a table */
#define ROW_HEIGHT 15.0   /* in points */
#define HIGHEST_ROW 409.0 /* that Excel takes */
#define CHARTS_ACROSS 2
#define CHART_COLUMNS 9 /* that a chart covers, of the default width, ... */
#define CHART_ROWS 18   /* ... and rows */
#define GROUPED 10000.0 /* numbers from here on; a year never is */
#define DECIMALS 16     /* 0 to 14, and one more for SHEET_EXACT */

struct writer {
    struct arena *arena;
    const struct book *book;
    lxw_workbook *workbook;
    lxw_format *formats[BOOK_STYLES][DECIMALS][2]; /* plain, and with thousands marked */
    lxw_format *labels[2];                         /* of columns of text, and of numbers */
    bool failed;
};

/* Where the parts of a sheet stand. */
struct layout {
    const struct book_sheet *sheet;
    lxw_worksheet *worksheet;
    lxw_row_t header, first; /* the row of the labels, and of the first cell */
    const double *widths;
};

/* ---- What the library may be given ------------------------------------------------------------
 */

/* Excel reads `_x0041_` as `A`, and `_x005F_` as the underscore before something like that. */
static bool is_code(const char *text)
{
    return text[0] == '_' && text[1] == 'x' && strspn(text + 2, "0123456789abcdefABCDEF") >= 4 &&
           text[6] == '_';
}

static size_t codes_in(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += is_code(text);
    return count;
}

const char *workbook_text(struct arena *arena, const char *text, size_t limit)
{
    static const char underscore[] = "_x005F_", ellipsis[] = "…";
    const char *printable = printable_text(arena, text, "", NULL);
    size_t most = strlen(printable) + codes_in(printable) * sizeof underscore;
    char *out = arena_alloc(arena, most + sizeof ellipsis, 1);
    size_t used = 0, units = 0, room = 0; /* room: bytes to keep where it is cut */
    unsigned code;
    for (size_t size; *printable; printable += size) {
        size = printable_next(printable, &code);
        size_t width = code > 0xFFFF ? 2 : is_code(printable) ? sizeof underscore - 1 : 1;
        if (units + width > limit) {
            memcpy(out + room, ellipsis, sizeof ellipsis);
            return out;
        }
        bool escaped = is_code(printable);
        memcpy(out + used, escaped ? underscore : printable,
               escaped ? sizeof underscore - 1 : size);
        used += escaped ? sizeof underscore - 1 : size;
        units += width;
        if (units < limit)
            room = used;
    }
    return out;
}

bool workbook_name_fits(const char *name)
{
    size_t length = name ? strlen(name) : 0;
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)name[i] < ' ' || strchr("[]:*?/\\'", name[i]))
            return false;
    return length > 0 && length <= NAME_LIMIT; /* bytes: no fewer than characters */
}

/* Every call of the library's ends here. */
static void look(struct writer *writer, lxw_error error)
{
    if (error != LXW_NO_ERROR)
        writer->failed = true;
}

/* ---- How cells look ---------------------------------------------------------------------------
 */

struct look {
    lxw_color_t ink, fill;
    bool bold;
    double size; /* 0: the default */
};

#define INK 0x1B1F24
#define WHITE 0xFFFFFF
#define HAIRLINE 0xE3E6EA

static const struct look looks[BOOK_STYLES] = {
    [BOOK_PLAIN] = {INK, WHITE, false, 0},
    [BOOK_TITLE] = {INK, WHITE, true, 16},
    [BOOK_HEADING] = {INK, 0xF4F1EA, true, 12},
    [BOOK_MARK] = {0xAB4610, WHITE, true, 12},
    [BOOK_MUTED] = {0x5A626C, WHITE, false, 0},
    [BOOK_CLEARLY_BETTER] = {WHITE, 0x1B5E9B, true, 0},
    [BOOK_BETTER] = {0x10324F, 0xA9CBE8, false, 0},
    [BOOK_UNCHANGED] = {0x3C434B, 0xE9EBEE, false, 0},
    [BOOK_WORSE] = {0x5C2606, 0xF2C6A0, false, 0},
    [BOOK_CLEARLY_WORSE] = {WHITE, 0xAB4610, true, 0},
    [BOOK_MOVED] = {INK, 0xF4F1EA, false, 0},
    [BOOK_UNKNOWN] = {0x5A626C, WHITE, false, 0},
    [BOOK_HIDDEN] = {0x5A626C, HAIRLINE, false, 0},
};

/* The library gives NULL where memory runs out, and crashes on it. */
static lxw_format *new_format(struct writer *writer)
{
    lxw_format *format = workbook_add_format(writer->workbook);
    if (!format) {
        writer->failed = true;
        return NULL;
    }
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
}

static void dress(lxw_format *format, enum book_style style)
{
    const struct look *look = &looks[style];
    format_set_font_color(format, look->ink);
    if (look->bold)
        format_set_bold(format);
    if (look->size > 0)
        format_set_font_size(format, look->size);
    if (style == BOOK_HIDDEN) {
        format_set_pattern(format, LXW_PATTERN_LIGHT_UP);
        format_set_fg_color(format, 0xB9C0C8);
        format_set_bg_color(format, WHITE);
    } else if (look->fill != WHITE) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_bg_color(format, look->fill);
    }
    if (style != BOOK_TITLE && style != BOOK_MARK) {
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_bottom_color(format, HAIRLINE);
    }
}

/* A format for each style, number of decimals and grouping that is used. */
static lxw_format *format_of(struct writer *writer, enum book_style style, int decimals,
                             bool grouped)
{
    size_t last = DECIMALS - 1;
    size_t slot = decimals < 0 ? last : (size_t)decimals < last ? (size_t)decimals : last - 1;
    lxw_format **format = &writer->formats[style][slot][grouped];
    if (*format || !(*format = new_format(writer)))
        return *format;
    dress(*format, style);
    if (slot < last) {
        char number[DECIMALS + 8];
        snprintf(number, sizeof number, "%s0%s%.*s", grouped ? "#,##" : "", slot ? "." : "",
                 (int)slot, "00000000000000");
        format_set_num_format(*format, number);
    } else if (style != BOOK_TITLE && style != BOOK_HEADING && style != BOOK_MARK) {
        format_set_indent(*format, 1); /* away from the number before it */
    }
    return *format;
}

static lxw_format *text_format(struct writer *writer, enum book_style style)
{
    return format_of(writer, style, SHEET_EXACT, false);
}

/* Labels stand over what they label: to the right over numbers. */
static lxw_format *label_format(struct writer *writer, bool numbers)
{
    lxw_format **format = &writer->labels[numbers];
    if (*format || !(*format = new_format(writer)))
        return *format;
    format_set_bold(*format);
    format_set_pattern(*format, LXW_PATTERN_SOLID);
    format_set_bg_color(*format, 0xF4F1EA);
    format_set_bottom(*format, LXW_BORDER_MEDIUM);
    format_set_bottom_color(*format, 0xB9C0C8);
    if (numbers)
        format_set_align(*format, LXW_ALIGN_RIGHT);
    else
        format_set_indent(*format, 1);
    return *format;
}

/* ---- Widths -----------------------------------------------------------------------------------
 */

/* Headings may break between words, so only their longest word must fit. */
static double longest_word(const char *text)
{
    size_t longest = 0, length = 0;
    unsigned code;
    for (size_t size; *text; text += size) {
        size = printable_next(text, &code);
        length = code == ' ' ? 0 : length + 1;
        longest = length > longest ? length : longest;
    }
    return (double)longest;
}

/* In characters, of so many bytes. */
static double text_width(const char *text, size_t length)
{
    return text_characters(text, length);
}

static double cell_width(const struct sheet_cell *cell)
{
    char text[NUMBER_TEXT];
    if (cell->kind == SHEET_TEXT)
        return text_width(cell->text, strlen(cell->text));
    if (cell->kind == SHEET_NUMBER && cell->decimals >= 0)
        return snprintf(text, sizeof text, "%.*f", cell->decimals, cell->number);
    return 0;
}

static bool has_numbers(const struct sheet *cells, size_t column)
{
    for (size_t row = 0; row < sheet_rows(cells); row++)
        if (sheet_cell(cells, row, column)->kind == SHEET_NUMBER)
            return true;
    return false;
}

static const double *column_widths(struct writer *writer, const struct book_sheet *sheet)
{
    size_t count = sheet->cells.column_count;
    double *widths = arena_alloc(writer->arena, count, sizeof *widths);
    double widest = sheet->widest ? sheet->widest : MOST_WIDTH;
    for (size_t i = 0; i < count; i++) {
        double most = sheet->without_header && i + 1 == count ? ONLY_WIDTH : widest;
        /* room for the arrow of the filter */
        double width = sheet->without_header ? 0 : longest_word(sheet->cells.columns[i].label) + 2;
        for (size_t row = 0; row < sheet_rows(&sheet->cells); row++)
            width = fmax(width, cell_width(sheet_cell(&sheet->cells, row, i)));
        widths[i] = fmin(fmax(width + 2, LEAST_WIDTH), most);
    }
    return widths;
}

/* How many lines a text takes in a cell of that width, broken between words. */
static double lines_of(const char *text, double width)
{
    double lines = 1, used = 0;
    double room = fmax(1.1 * (width - 2), 1); /* letters are narrower than digits; the indent */
    while (*text) {
        size_t length = strcspn(text, " ");
        double word = text_width(text, length);
        if (used > 0 && used + 1 + word > room) {
            lines++;
            used = 0;
        }
        used += (used > 0) + word;
        while (used > room) { /* a word that is too long is broken */
            used -= room;
            lines++;
        }
        text += length + (text[length] == ' ');
    }
    return lines;
}

/* Set, since not every program works it out when it opens a file. */
static void set_height(struct writer *writer, const struct layout *at, lxw_row_t row, double lines,
                       double size)
{
    if (lines > 1 || size > 0)
        look(writer,
             worksheet_set_row(
                 at->worksheet, row,
                 fmin(lines * ROW_HEIGHT * (size > 0 ? size / 11 : 1) + 2, HIGHEST_ROW), NULL));
}

/* How wide a column is to texts of that style. */
static double room_of(enum book_style style, double width)
{
    const struct look *look = &looks[style];
    return width * (look->size > 0 ? 11 / look->size : 1) / (look->bold ? 1.1 : 1);
}

static void set_row_height(struct writer *writer, const struct layout *at, size_t row)
{
    double lines = 1, size = 0;
    for (size_t i = 0; i < at->sheet->cells.column_count; i++) {
        const struct sheet_cell *cell = sheet_cell(&at->sheet->cells, row, i);
        enum book_style style = book_style_of(at->sheet, row, i);
        if (cell->kind == SHEET_TEXT)
            lines = fmax(lines, lines_of(cell->text, room_of(style, at->widths[i])));
        size = fmax(size, looks[style].size);
    }
    set_height(writer, at, at->first + (lxw_row_t)row, lines, size);
}

static void set_label_height(struct writer *writer, const struct layout *at)
{
    double lines = 1;
    for (size_t i = 0; i < at->sheet->cells.column_count; i++)
        lines = fmax(lines, lines_of(at->sheet->cells.columns[i].label, at->widths[i] - 1));
    set_height(writer, at, at->header, lines, 0);
}

/* ---- Cells ------------------------------------------------------------------------------------
 */

static void write_text(struct writer *writer, const struct layout *at, lxw_row_t row,
                       lxw_col_t column, const char *text, lxw_format *format)
{
    look(writer,
         worksheet_write_string(at->worksheet, row, column,
                                workbook_text(writer->arena, text, WORKBOOK_TEXT_LIMIT), format));
}

static void write_cell(struct writer *writer, const struct layout *at, size_t row, size_t column)
{
    const struct sheet_cell *cell = sheet_cell(&at->sheet->cells, row, column);
    enum book_style style = book_style_of(at->sheet, row, column);
    lxw_row_t y = at->first + (lxw_row_t)row;
    lxw_col_t x = (lxw_col_t)column;
    int most = writer->book->decimals;
    if (cell->kind == SHEET_TEXT)
        write_text(writer, at, y, x, cell->text, text_format(writer, style));
    else if (cell->kind == SHEET_BLANK)
        look(writer, worksheet_write_blank(at->worksheet, y, x, text_format(writer, style)));
    else if (!isfinite(cell->number))
        writer->failed = true; /* it would write `nan`, and no Excel opens that */
    else
        look(writer, worksheet_write_number(
                         at->worksheet, y, x,
                         most == SHEET_EXACT ? cell->number : number_round(cell->number, most),
                         format_of(writer, style, cell->decimals, fabs(cell->number) >= GROUPED)));
}

/* A line over as many columns as it needs, and as high. */
static void write_line(struct writer *writer, const struct layout *at, size_t index)
{
    const struct book_line *line = &at->sheet->lines[index];
    lxw_format *format = text_format(writer, line->style);
    const char *text = workbook_text(writer->arena, line->text, WORKBOOK_TEXT_LIMIT);
    double width = 0, size = looks[line->style].size;
    size_t columns = 0;
    while (columns < at->sheet->cells.column_count && width < LINE_WIDTH)
        width += at->widths[columns++];
    set_height(writer, at, (lxw_row_t)index, lines_of(text, room_of(line->style, width)),
               fmax(size, 11));
    if (columns > 1)
        look(writer, worksheet_merge_range(at->worksheet, (lxw_row_t)index, 0, (lxw_row_t)index,
                                           (lxw_col_t)(columns - 1), text, format));
    else
        look(writer, worksheet_write_string(at->worksheet, (lxw_row_t)index, 0, text, format));
}

static void write_cells(struct writer *writer, const struct layout *at)
{
    const struct sheet *cells = &at->sheet->cells;
    for (size_t i = 0; i < cells->column_count; i++)
        look(writer,
             worksheet_set_column(at->worksheet, (lxw_col_t)i, (lxw_col_t)i, at->widths[i], NULL));
    for (size_t i = 0; i < at->sheet->line_count && !writer->failed; i++)
        write_line(writer, at, i);
    if (!at->sheet->without_header)
        set_label_height(writer, at);
    if (!at->sheet->without_header)
        for (size_t i = 0; i < cells->column_count && !writer->failed; i++)
            write_text(writer, at, at->header, (lxw_col_t)i, cells->columns[i].label,
                       label_format(writer, has_numbers(cells, i)));
    for (size_t row = 0; row < sheet_rows(cells) && !writer->failed; row++) {
        set_row_height(writer, at, row);
        for (size_t i = 0; i < cells->column_count && !writer->failed; i++)
            write_cell(writer, at, row, i);
    }
}

/* ---- On the screen and on paper ---------------------------------------------------------------
 */

/* `&` begins a code there; its text is doubled. */
static const char *head_text(struct writer *writer, const char *text)
{
    static const char *const doubled[] = {"&&"};
    const char *cut = workbook_text(writer->arena, text, HEAD_LIMIT);
    return printable_text(writer->arena, cut, "&", doubled);
}

static void set_up_page(struct writer *writer, lxw_worksheet *worksheet)
{
    const struct book *book = writer->book;
    worksheet_set_paper(worksheet, A4);
    worksheet_set_margins(worksheet, 0.5, 0.5, 0.75, 0.75);
    worksheet_gridlines(worksheet, LXW_HIDE_ALL_GRIDLINES);
    look(writer, worksheet_set_header(worksheet, arena_printf(writer->arena, "&L%s&R%s",
                                                              head_text(writer, book->title),
                                                              head_text(writer, book->edition))));
    look(writer,
         worksheet_set_footer(worksheet, arena_printf(writer->arena, "&L&A&R%s &P %s &N",
                                                      book->page_words[0], book->page_words[1])));
}

static void set_up_table(struct writer *writer, const struct layout *at)
{
    const struct book_sheet *sheet = at->sheet;
    size_t rows = sheet_rows(&sheet->cells);
    lxw_col_t last = (lxw_col_t)(sheet->cells.column_count - 1);
    if (sheet->without_header)
        return;
    worksheet_freeze_panes(at->worksheet, at->first, (lxw_col_t)sheet->frozen_columns);
    look(writer, worksheet_repeat_rows(at->worksheet, at->header, at->header));
    if (sheet->frozen_columns)
        look(writer,
             worksheet_repeat_columns(at->worksheet, 0, (lxw_col_t)(sheet->frozen_columns - 1)));
    if (rows)
        look(writer, worksheet_autofilter(at->worksheet, at->header, 0,
                                          at->header + (lxw_row_t)rows, last));
}

static lxw_worksheet *new_worksheet(struct writer *writer, const char *name)
{
    lxw_worksheet *worksheet =
        workbook_name_fits(name) ? workbook_add_worksheet(writer->workbook, name) : NULL;
    writer->failed = writer->failed || !worksheet;
    return worksheet;
}

/* ---- Charts -----------------------------------------------------------------------------------
 */

static const lxw_color_t palette[] = {0x4A5059, 0x2638A6, 0xAB4610, 0x0F8377, 0x7A3E9D,
                                      0x8A6A00, 0xB0246B, 0x3F7D20, 0x1B1F24};

#define PALETTE (sizeof palette / sizeof *palette)

static const uint8_t markers[] = {LXW_CHART_MARKER_CIRCLE, LXW_CHART_MARKER_SQUARE,
                                  LXW_CHART_MARKER_TRIANGLE, LXW_CHART_MARKER_DIAMOND};

/* The first of them is what the others are held against: grey, dashed, without marks. */
static void dress_line(lxw_chart_series *line, size_t place)
{
    lxw_color_t colour = palette[place ? 1 + (place - 1) % (PALETTE - 1) : 0];
    lxw_chart_line stroke = {.color = colour,
                             .width = 2,
                             .dash_type =
                                 place ? LXW_CHART_LINE_DASH_SOLID : LXW_CHART_LINE_DASH_DASH};
    lxw_chart_line edge = {.color = colour};
    lxw_chart_fill fill = {.color = colour};
    chart_series_set_line(line, &stroke);
    chart_series_set_marker_type(line, place ? markers[(place - 1) % sizeof markers]
                                             : LXW_CHART_MARKER_NONE);
    chart_series_set_marker_size(line, 6);
    chart_series_set_marker_line(line, &edge);
    chart_series_set_marker_fill(line, &fill);
}

static bool has_number(const struct book_sheet *sheet, const struct book_chart *chart,
                       size_t column)
{
    for (size_t row = chart->first_row; row <= chart->last_row; row++)
        if (sheet_cell(&sheet->cells, row, column)->kind == SHEET_NUMBER)
            return true;
    return false;
}

static void add_line(struct writer *writer, const struct layout *at, lxw_chart *excel,
                     const struct book_chart *chart, size_t column)
{
    lxw_row_t first = at->first + (lxw_row_t)chart->first_row;
    lxw_row_t last = at->first + (lxw_row_t)chart->last_row;
    lxw_chart_series *line = chart_add_series(excel, NULL, NULL);
    if (!line) {
        writer->failed = true;
        return;
    }
    chart_series_set_categories(line, at->sheet->name, first, (lxw_col_t)chart->x, last,
                                (lxw_col_t)chart->x);
    chart_series_set_values(line, at->sheet->name, first, (lxw_col_t)column, last,
                            (lxw_col_t)column);
    chart_series_set_name_range(line, at->sheet->name, at->header, (lxw_col_t)column);
    dress_line(line, column - chart->first_column);
}

/* Its times, from the first whole year to the last. */
static void set_axes(const struct layout *at, lxw_chart *excel, const struct book_chart *chart)
{
    lxw_row_t first = at->first + (lxw_row_t)chart->first_row;
    const struct sheet *cells = &at->sheet->cells;
    lxw_chart_line quiet = {.color = HAIRLINE, .width = 0.75F};
    double from = HUGE_VAL, to = -HUGE_VAL;
    for (size_t row = chart->first_row; row <= chart->last_row; row++) {
        const struct sheet_cell *x = sheet_cell(cells, row, chart->x);
        if (x->kind == SHEET_NUMBER) {
            from = fmin(from, floor(x->number));
            to = fmax(to, ceil(x->number));
        }
    }
    if (from < to) {
        chart_axis_set_min(excel->x_axis, from);
        chart_axis_set_max(excel->x_axis, to);
        chart_axis_set_major_unit(excel->x_axis, ceil((to - from) / 8));
    }
    chart_axis_set_num_format(excel->x_axis, "0");
    chart_axis_major_gridlines_set_visible(excel->x_axis, LXW_FALSE);
    chart_axis_major_gridlines_set_line(excel->y_axis, &quiet);
    chart_axis_set_name_range(excel->y_axis, at->sheet->name, first, (lxw_col_t)chart->unit);
    if (chart->from_zero)
        chart_axis_set_min(excel->y_axis, 0);
}

static void write_chart(struct writer *writer, const struct layout *at, lxw_worksheet *place,
                        size_t index)
{
    const struct book_chart *chart = &at->sheet->charts[index];
    lxw_chart *excel =
        workbook_add_chart(writer->workbook, LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS);
    if (!excel) {
        writer->failed = true;
        return;
    }
    const struct sheet_cell *name = sheet_cell(&at->sheet->cells, chart->first_row, chart->name);
    lxw_chart_font title = {.size = 12, .bold = LXW_TRUE};
    chart_title_set_name_range(excel, at->sheet->name, at->first + (lxw_row_t)chart->first_row,
                               (lxw_col_t)chart->name);
    chart_title_set_name_font(excel, &title);
    chart_legend_set_position(excel, LXW_CHART_LEGEND_BOTTOM);
    chart_show_blanks_as(excel, LXW_CHART_BLANKS_AS_GAP);
    for (size_t i = chart->first_column; i <= chart->last_column && !writer->failed; i++)
        if (has_number(at->sheet, chart, i))
            add_line(writer, at, excel, chart, i);
    set_axes(at, excel, chart);
    char *description = arena_copy(
        writer->arena,
        workbook_text(writer->arena, name->kind == SHEET_TEXT ? name->text : "", PROPERTY_LIMIT));
    lxw_chart_options options = {.x_scale = 1.18, .y_scale = 1.2, .description = description};
    look(writer, worksheet_insert_chart_opt(place, (lxw_row_t)(index / CHARTS_ACROSS * CHART_ROWS),
                                            (lxw_col_t)(index % CHARTS_ACROSS * CHART_COLUMNS),
                                            excel, &options));
}

static void write_charts(struct writer *writer, const struct layout *at)
{
    if (!at->sheet->chart_sheet || !at->sheet->chart_count)
        return;
    lxw_worksheet *place = new_worksheet(writer, at->sheet->chart_sheet);
    if (!place)
        return;
    set_up_page(writer, place);
    worksheet_fit_to_pages(place, 1, 1); /* so that no chart is cut in two */
    for (size_t i = 0; i < at->sheet->chart_count && !writer->failed; i++)
        write_chart(writer, at, place, i);
}

/* ---- The whole --------------------------------------------------------------------------------
 */

static void write_sheet(struct writer *writer, const struct book_sheet *sheet)
{
    struct layout at = {.sheet = sheet, .worksheet = new_worksheet(writer, sheet->name)};
    if (!at.worksheet)
        return;
    at.header = (lxw_row_t)sheet->line_count;
    at.first = at.header + !sheet->without_header;
    at.widths = column_widths(writer, sheet);
    set_up_page(writer, at.worksheet);
    worksheet_set_landscape(at.worksheet);
    worksheet_fit_to_pages(at.worksheet, (uint16_t)(sheet->pages_wide ? sheet->pages_wide : 1), 0);
    write_cells(writer, &at);
    set_up_table(writer, &at);
    if (!writer->failed)
        write_charts(writer, &at);
}

static void set_properties(struct writer *writer)
{
    const struct book *book = writer->book;
    const char *const texts[] = {book->title, book->edition, book->note};
    char *kept[3];
    for (size_t i = 0; i < 3; i++)
        kept[i] = arena_copy(writer->arena, workbook_text(writer->arena, texts[i], PROPERTY_LIMIT));
    lxw_doc_properties properties = {
        .title = kept[0], .subject = kept[1], .comments = kept[2], .created = CREATED};
    look(writer, workbook_set_properties(writer->workbook, &properties));
}

enum workbook_outcome workbook_file_write(struct arena *arena, const struct book *book,
                                          const char *path, const char *folder)
{
    char *temporary = arena_copy(arena, folder);
    lxw_workbook_options options = {.tmpdir = temporary};
    struct writer writer = {.arena = arena, .book = book};
    writer.workbook = workbook_new_opt(path, &options);
    if (!writer.workbook)
        return WORKBOOK_REFUSED;
    set_properties(&writer);
    for (size_t i = 0; i < book->count && !writer.failed; i++)
        write_sheet(&writer, &book->sheets[i]);
    bool refused = writer.failed; /* nothing is written to the disk before this: */
    look(&writer, workbook_close(writer.workbook)); /* frees it too */
    if (refused)
        return WORKBOOK_REFUSED;
    return writer.failed ? WORKBOOK_UNFINISHED : WORKBOOK_WRITTEN;
}

const char *workbook_library(void)
{
    return lxw_version();
}
