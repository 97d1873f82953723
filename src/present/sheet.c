/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/sheet.h"

#include <math.h>

#include "pejling/base/fault.h"

struct sheet sheet_make(struct arena *arena, const struct sheet_column *columns, size_t count)
{
    return (struct sheet){.arena = arena, .columns = columns, .column_count = count};
}

/* The next cell of the row, with its kind; what it holds is set by the caller. */
static struct sheet_cell *add(struct sheet *sheet, enum sheet_kind kind)
{
    sheet->cells = arena_grow(sheet->arena, sheet->cells, sheet->cell_count, &sheet->capacity,
                              sizeof *sheet->cells);
    struct sheet_cell *cell = &sheet->cells[sheet->cell_count++];
    cell->kind = kind;
    return cell;
}

void sheet_add_blank(struct sheet *sheet)
{
    add(sheet, SHEET_BLANK);
}

void sheet_add_text(struct sheet *sheet, const char *text)
{
    add(sheet, *text ? SHEET_TEXT : SHEET_BLANK)->text = text;
}

void sheet_add_number(struct sheet *sheet, double number, int decimals)
{
    fault_unless(isfinite(number), "a number that is not finite reached a table");
    struct sheet_cell *cell = add(sheet, SHEET_NUMBER);
    cell->number = number;
    cell->decimals = decimals;
}

void sheet_add_number_if(struct sheet *sheet, bool there, double number, int decimals)
{
    if (there)
        sheet_add_number(sheet, number, decimals);
    else
        sheet_add_blank(sheet);
}

void sheet_add_period_if(struct sheet *sheet, bool there, struct period period)
{
    char text[PERIOD_TEXT];
    if (there)
        sheet_add_text(sheet, arena_copy(sheet->arena, period_label(text, period)));
    else
        sheet_add_blank(sheet);
}

void sheet_clear(struct sheet *sheet)
{
    sheet->cell_count = 0;
}

size_t sheet_rows(const struct sheet *sheet)
{
    return sheet->cell_count / sheet->column_count;
}

const struct sheet_cell *sheet_cell(const struct sheet *sheet, size_t row, size_t column)
{
    return &sheet->cells[row * sheet->column_count + column];
}
