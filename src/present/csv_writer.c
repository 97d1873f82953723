/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/csv_writer.h"

#include <stdio.h>
#include <string.h>

#include "pejling/base/number.h"
#include "pejling/base/sink.h"
#include "pejling/base/text.h"

/* A letter and then letters, digits, `_` or `.`: as codes are, which most fields of a table hold. */
static bool is_plain(const char *text)
{
    if (*text < 'a' || *text > 'z')
        return false;
    while ((*text >= 'a' && *text <= 'z') || (*text >= '0' && *text <= '9') || *text == '_' ||
           *text == '.')
        text++;
    return *text == '\0';
}

void csv_write_text(struct sink *sink, const char *text, char separator)
{
    if (is_plain(text)) {
        sink_text(sink, text);
        return;
    }
    char special[] = {separator, '"', '\n', '\r', '\0'};
    bool edge_blank = *text == ' ' || (*text && text[strlen(text) - 1] == ' ');
    bool quoted = edge_blank || text[strcspn(text, special)];
    sink_text(sink, quoted ? "\"" : "");
    for (size_t at = 0; text[at]; at++) {
        if (text_needs_guard(text, at))
            sink_text(sink, "'");
        if (text[at] == '"' && quoted)
            sink_text(sink, "\"");
        sink_bytes(sink, text + at, 1);
    }
    sink_text(sink, quoted ? "\"" : "");
}

/* As many decimals as shown, so that columns line up; `-` in ASCII, for Excel to see a number. */
static const char *fixed(char text[NUMBER_TEXT], double number, int decimals)
{
    snprintf(text, NUMBER_TEXT, "%.*f", decimals, number_round(number, decimals));
    char *point = strchr(text, '.');
    if (point)
        *point = ',';
    return text;
}

void csv_write_cell(struct sink *sink, const struct sheet_cell *cell, enum csv_dialect dialect)
{
    char text[NUMBER_TEXT];
    switch (cell->kind) {
    case SHEET_TEXT:
        csv_write_text(sink, cell->text, dialect == CSV_MACHINE ? ',' : ';');
        break;
    case SHEET_NUMBER:
        if (dialect == CSV_MACHINE)
            sink_text(sink, number_exact(text, cell->number, '.'));
        else if (cell->decimals == SHEET_EXACT)
            sink_text(sink, number_exact(text, cell->number, ','));
        else
            sink_text(sink, fixed(text, cell->number, cell->decimals));
        break;
    case SHEET_BLANK:
        break;
    }
}

void csv_write_header(struct sink *sink, const struct sheet *sheet, enum csv_dialect dialect)
{
    const char *separator = dialect == CSV_MACHINE ? "," : ";";
    if (dialect == CSV_DANISH)
        sink_text(sink, CSV_BYTE_ORDER_MARK);
    for (size_t i = 0; i < sheet->column_count; i++) {
        const struct sheet_column *column = &sheet->columns[i];
        sink_text(sink, i ? separator : "");
        csv_write_text(sink, dialect == CSV_MACHINE ? column->key : column->label, *separator);
    }
    sink_text(sink, dialect == CSV_MACHINE ? "\n" : "\r\n");
}

void csv_write_rows(struct sink *sink, const struct sheet *sheet, enum csv_dialect dialect)
{
    for (size_t row = 0; row < sheet_rows(sheet); row++) {
        for (size_t i = 0; i < sheet->column_count; i++) {
            sink_text(sink, !i ? "" : dialect == CSV_MACHINE ? "," : ";");
            csv_write_cell(sink, sheet_cell(sheet, row, i), dialect);
        }
        sink_text(sink, dialect == CSV_MACHINE ? "\n" : "\r\n");
    }
}

bool csv_write(const struct place *place, const char *name, const struct sheet *sheet,
               enum csv_dialect dialect)
{
    const char *path = arena_printf(sheet->arena, "%s/%s", place->folder, name);
    struct sink *sink = sink_open(place->diagnostics, path);
    csv_write_header(sink, sheet, dialect);
    csv_write_rows(sink, sheet, dialect);
    return sink_close(sink);
}
