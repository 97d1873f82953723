/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/csvgrid.h"

#include <string.h>

#include "pejling/base/printable.h"
#include "pejling/base/text.h"
#include "pejling/input/csvrecords.h"

#define MOST_CELLS ((size_t)6000000)

struct reader {
    struct diagnostics *diagnostics;
    const struct input_file *file;
    struct grid_row *rows;
    size_t count, capacity, cells;
    unsigned formulas; /* reported so far */
};

static const char candidates[] = {';', '\t', ','};
#define CANDIDATES (sizeof candidates)

/*
 * In how many lines each candidate stands outside quotes. A semicolon in half of the lines is the
 * separator however many decimal commas there are.
 */
static char tell_delimiter(const struct csv_text *text)
{
    size_t lines[CANDIDATES] = {0}, all = 0, best = 0;
    for (const char *c = text->text + text->start; *c;) {
        bool seen[CANDIDATES] = {false}, quoted = false, filled = false;
        for (; *c && (quoted || !strchr("\r\n", *c)); c++) {
            quoted ^= *c == '"';
            filled = true;
            for (size_t i = 0; i < CANDIDATES; i++)
                seen[i] = seen[i] || (!quoted && *c == candidates[i]);
        }
        all += filled;
        for (size_t i = 0; i < CANDIDATES; i++)
            lines[i] += seen[i];
        c += *c != '\0';
    }
    for (size_t i = 0; i < CANDIDATES; i++)
        if (2 * lines[i] >= all && lines[i])
            return candidates[i];
    for (size_t i = 1; i < CANDIDATES; i++)
        if (lines[i] > lines[best])
            best = i;
    return candidates[best];
}

static void add_row(struct reader *reader, struct grid_cell *cells, size_t count)
{
    reader->rows = arena_grow(reader->diagnostics->arena, reader->rows, reader->count,
                              &reader->capacity, sizeof *reader->rows);
    reader->rows[reader->count++] = (struct grid_row){cells, count};
    reader->cells += count ? count : 1; /* blank lines need room too */
}

/* A formula could have been left in a file that no longer has what it counts. */
static void report_formula(struct reader *reader, const struct csv_field *field)
{
    if (reader->formulas++ == 0)
        diagnostics_report(
            reader->diagnostics, reader->file->problem, csvrecords_at(field),
            "feltet er en formel · kopiér arket, indsæt det som værdier, og gem igen",
            "the field is a formula · copy the sheet, paste it as values, and save "
            "again");
}

/* As in a workbook: line breaks and whatever else steers within a text become one blank. */
static const char *on_one_line(struct arena *arena, const char *text)
{
    char *line = arena_alloc(arena, strlen(text) + 1, 1);
    size_t used = 0;
    unsigned code;
    for (size_t size; *text; text += size) {
        size = printable_next(text, &code);
        if (!text_steers(code)) {
            memcpy(line + used, text, size);
            used += size;
        } else if (used && line[used - 1] != ' ') {
            line[used++] = ' ';
        }
    }
    while (used && line[used - 1] == ' ')
        used--;
    line[used] = '\0';
    return line;
}

static void take_record(void *context, const struct csv_record *record)
{
    struct reader *reader = context;
    struct arena *arena = reader->diagnostics->arena;
    size_t count = record->count;
    while (count && record->fields[count - 1].text[0] == '\0')
        count--;
    if (reader->cells > MOST_CELLS)
        return;
    while (reader->count + 1 < record->line && reader->cells <= MOST_CELLS)
        add_row(reader, NULL, 0);
    struct grid_cell *cells = arena_alloc(arena, count, sizeof *cells);
    for (size_t i = 0; i < count; i++) {
        const struct csv_field *field = &record->fields[i];
        cells[i].text = on_one_line(arena, field->text);
        cells[i].kind = cells[i].text[0] ? CELL_TEXT : CELL_BLANK;
        cells[i].at = csvrecords_at(field);
        if (field->text[0] == '=' && field->text[1])
            report_formula(reader, field);
    }
    add_row(reader, cells, count);
}

bool csvgrid_read(struct diagnostics *diagnostics, const struct input_file *file, const char *bytes,
                  size_t length, struct grid *grid)
{
    struct csv_text text;
    struct reader reader = {.diagnostics = diagnostics, .file = file};
    if (!csvrecords_decode(diagnostics, file, bytes, length, &text))
        return false;
    if (!text.delimiter)
        text.delimiter = tell_delimiter(&text);
    bool whole = csvrecords_read(diagnostics, &text, take_record, &reader);
    if (reader.cells > MOST_CELLS)
        diagnostics_report(
            diagnostics, file->problem, (struct location){.file = file->name},
            "filen har flere end %zu felter · hent færre kommuner, år eller emner",
            "the file has more than %zu cells · fetch fewer municipalities, years or "
            "subjects",
            MOST_CELLS);
    *grid = (struct grid){"", reader.rows, reader.count};
    return whole && !reader.formulas && reader.cells <= MOST_CELLS;
}
