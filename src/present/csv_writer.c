/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/csv_writer.h"

#include <stdio.h>
#include <string.h>

#include "pejling/base/number.h"
#include "pejling/base/sink.h"
#include "pejling/base/text.h"

_Static_assert(SINK_ROOM >= NUMBER_TEXT, "a number is written into the room of a sink");

/*
 * What is itself wherever it stands: letters, digits, `_`, `.`, `/`; no quotes, separators, blanks
 * or signs of a formula, which are all below '.' or among `;=@`, or full-width and so from 0xEF on.
 */
static bool is_plain(char byte)
{
    unsigned char code = (unsigned char)byte;
    return (code > '@' && code < 0xEF) || (code >= '.' && code <= '9');
}

/* A text that is short and all plain, as most fields of a table are; false for another. */
static bool write_plain(struct sink *sink, const char *text)
{
    char *room = sink_room(sink);
    size_t length = 0;
    for (; length < SINK_ROOM && is_plain(text[length]); length++)
        room[length] = text[length];
    if (text[length])
        return false;
    sink_add(sink, room + length);
    return true;
}

/* The shortest text of a number that reads back. */
static void write_exact(struct sink *sink, double number, char decimal_sign)
{
    sink_add(sink, number_exact_write(sink_room(sink), number, decimal_sign));
}

void csv_write_text(struct sink *sink, const char *text, char separator)
{
    if (write_plain(sink, text))
        return;
    char special[] = {separator, '"', '\n', '\r', '\0'};
    bool edge_blank = *text == ' ' || (*text && text[strlen(text) - 1] == ' ');
    bool quoted = edge_blank || text[strcspn(text, special)];
    sink_text(sink, quoted ? "\"" : "");
    for (size_t at = 0; text[at]; at++) {
        if (text_needs_guard(text, at))
            sink_byte(sink, '\'');
        if (text[at] == '"' && quoted)
            sink_byte(sink, '"');
        sink_byte(sink, text[at]);
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
            write_exact(sink, cell->number, '.');
        else if (cell->decimals == SHEET_EXACT)
            write_exact(sink, cell->number, ',');
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
    char separator = dialect == CSV_MACHINE ? ',' : ';';
    for (size_t row = 0; row < sheet_rows(sheet); row++) {
        for (size_t i = 0; i < sheet->column_count; i++) {
            if (i)
                sink_byte(sink, separator);
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
