/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/book.h"

struct book_sheet book_sheet_make(struct arena *arena, const char *name,
                                  const struct sheet_column *columns, size_t count)
{
    return (struct book_sheet){.name = name, .cells = sheet_make(arena, columns, count)};
}

/* The style of the cell that is added next. */
static void add_style(struct book_sheet *sheet, enum book_style style)
{
    sheet->styles = arena_grow(sheet->cells.arena, sheet->styles, sheet->cells.cell_count,
                               &sheet->style_capacity, 1);
    sheet->styles[sheet->cells.cell_count] = (unsigned char)style;
}

void book_add_text(struct book_sheet *sheet, const char *text, enum book_style style)
{
    add_style(sheet, style);
    sheet_add_text(&sheet->cells, text);
}

void book_add_number(struct book_sheet *sheet, double number, int decimals, enum book_style style)
{
    add_style(sheet, style);
    sheet_add_number(&sheet->cells, number, decimals);
}

void book_add_blank(struct book_sheet *sheet, enum book_style style)
{
    add_style(sheet, style);
    sheet_add_blank(&sheet->cells);
}

/* A line more above the table. */
static void add_line(struct book_sheet *sheet, struct book_line line)
{
    struct book_line *lines = arena_alloc(sheet->cells.arena, sheet->line_count + 1, sizeof *lines);
    for (size_t i = 0; i < sheet->line_count; i++)
        lines[i] = sheet->lines[i];
    lines[sheet->line_count++] = line;
    sheet->lines = lines;
}

void book_fit(struct book_sheet *sheet, enum language language, size_t most)
{
    size_t rows = sheet_rows(&sheet->cells);
    if (rows <= most)
        return;
    sheet->cells.cell_count = most * sheet->cells.column_count;
    while (sheet->chart_count && sheet->charts[sheet->chart_count - 1].last_row >= most)
        sheet->chart_count--;
    add_line(sheet, (struct book_line){
                        arena_printf(sheet->cells.arena,
                                     say(language,
                                         "Excel har ikke plads til alle rækker: her står de første "
                                         "%zu af %zu. Alle tal står i resultater.csv.",
                                         "Excel has no room for every row: here stand the first "
                                         "%zu of %zu. All numbers are in resultater.csv."),
                                     most, rows),
                        BOOK_MARK});
}

enum book_style book_style_of(const struct book_sheet *sheet, size_t row, size_t column)
{
    return sheet->styles ? (enum book_style)sheet->styles[row * sheet->cells.column_count + column]
                         : BOOK_PLAIN;
}
