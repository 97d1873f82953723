/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/csvfile.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/base/file.h"
#include "pejling/base/text.h"
#include "pejling/input/encoding.h"

#define FILE_LIMIT ((size_t)1 << 30)
#define FIELD_LIMIT ((size_t)64 * 1024)
#define NO_COLUMN CSV_MAX_COLUMNS

struct reader {
    struct diagnostics *diagnostics;
    const struct input_file *file;
    const struct csv_format *format;
    void *context;
    struct csv_parser parser;
    char delimiter;

    const char *text; /* the whole file */
    size_t length;
    size_t field_start;        /* where the field now being fed begins */
    unsigned line, field_line; /* the line being fed, and the one the field began on */
    size_t line_start, field_line_start;

    bool sound; /* nothing reported so far */
    bool has_header, header_fits;
    size_t columns;                           /* in the file's header */
    size_t known[CSV_MAX_COLUMNS];            /* file column -> format column, or NO_COLUMN */
    struct csv_field fields[CSV_MAX_COLUMNS]; /* by format column, the row being gathered */
    size_t starts[CSV_MAX_COLUMNS];           /* where their texts begin in the buffer */
    char *buffer;                             /* moves as it grows; begins with an empty text */
    size_t used, room;
    size_t position; /* file column of the next field */
    bool row_has_text, row_fits;
    struct location row_at;
};

static struct location field_location(const struct reader *reader)
{
    size_t before = reader->field_start - reader->field_line_start;
    unsigned column = 1 + text_characters(reader->text + reader->field_line_start, before);
    return (struct location){reader->file->name, reader->field_line, column};
}

/* Where to report a fault of the file, which is not sound from here on. */
static struct diagnostics *unsound(struct reader *reader)
{
    reader->sound = false;
    return reader->diagnostics;
}

/* libcsv grows its field buffer through this: a field without end is a fault, not more memory. */
static void *limited_realloc(void *block, size_t size)
{
    return size > FIELD_LIMIT ? NULL : realloc(block, size);
}

/* Keeps a text for the row; returns where it begins in the buffer. */
static size_t keep_text(struct reader *reader, const char *text, size_t length)
{
    if (reader->used + length + 1 > reader->room) {
        reader->room = 2 * (reader->room + length + 1);
        char *larger = arena_alloc(reader->diagnostics->arena, reader->room, 1);
        if (reader->used)
            memcpy(larger, reader->buffer, reader->used);
        reader->buffer = larger;
    }
    size_t start = reader->used;
    memcpy(reader->buffer + start, text, length);
    reader->buffer[start + length] = '\0';
    reader->used += length + 1;
    return start;
}

static const char *column_list(struct reader *reader)
{
    const char *list = "";
    for (size_t i = 0; i < reader->format->count; i++)
        list = arena_printf(reader->diagnostics->arena, "%s%s%s", list, i ? ", " : "",
                            reader->format->columns[i].name);
    return list;
}

static size_t find_column(struct reader *reader, const char *folded)
{
    for (size_t i = 0; i < reader->format->count; i++)
        if (strcmp(text_fold(reader->diagnostics->arena, reader->format->columns[i].name),
                   folded) == 0)
            return i;
    return NO_COLUMN;
}

static void take_header(struct reader *reader, const char *text, size_t length)
{
    struct diagnostics *diagnostics = reader->diagnostics;
    if (reader->columns >= CSV_MAX_COLUMNS) {
        if (length && reader->header_fits)
            diagnostics_report(unsound(reader), reader->file->problem, field_location(reader),
                               "der er flere end %d kolonner · slet de overskydende",
                               "there are more than %d columns · delete the rest", CSV_MAX_COLUMNS);
        reader->header_fits = reader->header_fits && !length;
        return;
    }
    size_t file_column = reader->columns++;
    reader->known[file_column] = NO_COLUMN;
    if (!length)
        return;
    reader->row_has_text = true;
    const char *shown = arena_text(diagnostics->arena, text, length);
    size_t column = find_column(reader, text_fold(diagnostics->arena, shown));
    if (column == NO_COLUMN) {
        diagnostics_report(unsound(reader), reader->file->problem, field_location(reader),
                           "ukendt kolonne »%s« · filens kolonner er: %s",
                           "unknown column »%s« · the columns of this file are: %s", shown,
                           column_list(reader));
        reader->header_fits = false;
        return;
    }
    for (size_t i = 0; i < file_column; i++)
        if (reader->known[i] == column) {
            diagnostics_report(unsound(reader), reader->file->problem, field_location(reader),
                               "kolonnen »%s« står to gange · slet den ene",
                               "the column »%s« stands twice · delete one of them", shown);
            reader->header_fits = false;
            break;
        }
    reader->known[file_column] = column;
}

static void end_header(struct reader *reader)
{
    if (!reader->row_has_text) {
        reader->columns = 0;
        return;
    }
    reader->has_header = true;
    for (size_t i = 0; i < reader->format->count; i++) {
        const struct csv_column *column = &reader->format->columns[i];
        bool there = false;
        for (size_t j = 0; j < reader->columns; j++)
            there = there || reader->known[j] == i;
        if (there || !column->required)
            continue;
        diagnostics_report(unsound(reader), reader->file->problem,
                           (struct location){reader->file->name, reader->line, 0},
                           "kolonnen »%s« mangler · tilføj den i første linje",
                           "the column »%s« is missing · add it in the first line", column->name);
        reader->header_fits = false;
    }
}

static void take_field(struct reader *reader, const char *text, size_t length)
{
    size_t file_column = reader->position++;
    if (file_column == 0)
        reader->row_at = (struct location){reader->file->name, reader->field_line, 0};
    reader->row_has_text = reader->row_has_text || length > 0;
    size_t column = file_column < reader->columns ? reader->known[file_column] : NO_COLUMN;
    if (column != NO_COLUMN) {
        reader->starts[column] = keep_text(reader, text, length);
        reader->fields[column].at = field_location(reader);
    } else if (length && reader->row_fits && reader->header_fits) {
        diagnostics_report(unsound(reader), reader->file->problem, field_location(reader),
                           "der står noget i en kolonne uden overskrift · slet det, eller se efter "
                           "et skilletegn for meget",
                           "there is something in a column without a header · delete it, or look "
                           "for a separator too many");
        reader->row_fits = false;
    }
}

/* The size of the blank that the text begins (or ends) with; 0 where it is none. */
static size_t blank_at(const char *text, size_t length, bool at_end)
{
    static const char *const blanks[] = {" ", "\t", "\r", "\n", "\xC2\xA0"};
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++) {
        size_t size = strlen(blanks[i]);
        if (size <= length && memcmp(at_end ? text + length - size : text, blanks[i], size) == 0)
            return size;
    }
    return 0;
}

static void on_field(void *bytes, size_t length, void *context)
{
    struct reader *reader = context;
    /* libcsv strips blanks, but not within quotes, and knows no no-break blank */
    const char *text = bytes;
    for (size_t size; (size = blank_at(text, length, false)); length -= size)
        text += size;
    for (size_t size; (size = blank_at(text, length, true));)
        length -= size;
    if (reader->has_header)
        take_field(reader, text, length);
    else
        take_header(reader, text, length);
}

static void start_row(struct reader *reader)
{
    memset(reader->fields, 0, sizeof reader->fields);
    memset(reader->starts, 0, sizeof reader->starts);
    reader->used = 0;
    keep_text(reader, "", 0);
    reader->position = 0;
    reader->row_has_text = false;
    reader->row_fits = true;
}

static void on_row(int terminator, void *context)
{
    struct reader *reader = context;
    (void)terminator;
    if (!reader->has_header) {
        end_header(reader);
    } else if (reader->row_has_text && reader->row_fits && reader->header_fits) {
        for (size_t i = 0; i < reader->format->count; i++) {
            reader->fields[i].text = reader->buffer + reader->starts[i];
            if (!reader->fields[i].at.line)
                reader->fields[i].at = reader->row_at;
        }
        reader->format->row(reader->context, &(struct csv_row){reader->row_at, reader->fields});
    }
    start_row(reader);
}

static bool start_parser(struct reader *reader)
{
    if (csv_init(&reader->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        return false;
    csv_set_delim(&reader->parser, (unsigned char)reader->delimiter);
    csv_set_realloc_func(&reader->parser, limited_realloc);
    return true;
}

static void report_broken(struct reader *reader, int error)
{
    if (error == CSV_EPARSE)
        diagnostics_report(
            unsound(reader), reader->file->problem, field_location(reader),
            "anførselstegn, der ikke passer sammen · sæt \" om hele feltet, og skriv "
            "et \" inde i det som \"\"",
            "quotation marks that do not match · put \" around the whole field, and "
            "write a \" inside it as \"\"");
    else
        diagnostics_report(
            unsound(reader), reader->file->problem, field_location(reader),
            "et felt er længere end %zu tegn · se efter et anførselstegn uden makker",
            "a field is longer than %zu characters · look for a quotation mark "
            "without its pair",
            FIELD_LIMIT);
    if (!reader->has_header) {
        /* the next line is no header: say no more of columns, and hand no row on */
        reader->has_header = true;
        reader->header_fits = false;
    }
}

/* The offset of the next line, counting it; a line ends with LF, CR LF or CR. */
static size_t next_line(struct reader *reader, size_t at)
{
    at += strcspn(reader->text + at, "\r\n");
    if (at >= reader->length)
        return at;
    at += strncmp(reader->text + at, "\r\n", 2) == 0 ? 2 : 1;
    reader->line++;
    reader->line_start = at;
    return at;
}

static void begin_field(struct reader *reader, size_t at)
{
    reader->field_start = at;
    reader->field_line = reader->line;
    reader->field_line_start = reader->line_start;
}

/* After a line that cannot be taken apart, the next one starts with a fresh parser. */
static size_t recover(struct reader *reader, size_t at)
{
    report_broken(reader, csv_error(&reader->parser));
    csv_free(&reader->parser);
    start_row(reader);
    at = next_line(reader, at);
    begin_field(reader, at);
    start_parser(reader);
    return at;
}

/*
 * Feeds the parser up to and with each delimiter and line end, so that the place of a field is
 * known when libcsv hands it over. Such a byte ends a field unless a quote is open.
 */
static void feed(struct reader *reader, size_t at)
{
    const char stops[] = {reader->delimiter, '\n', '\r', '\0'};
    begin_field(reader, at);
    while (at < reader->length) {
        size_t size = strcspn(reader->text + at, stops);
        bool stopped = at + size < reader->length; /* else the last field still goes on */
        size += stopped;
        size_t fed = csv_parse(&reader->parser, reader->text + at, size, on_field, on_row, reader);
        if (fed != size) {
            at = recover(reader, at + fed);
            continue;
        }
        at += size;
        char last = reader->text[at - 1];
        if (last == '\n' || (last == '\r' && reader->text[at] != '\n')) {
            reader->line++;
            reader->line_start = at;
        }
        if (stopped && !reader->parser.quoted)
            begin_field(reader, at);
    }
    if (csv_fini(&reader->parser, on_field, on_row, reader) != 0)
        report_broken(reader, CSV_EPARSE);
    csv_free(&reader->parser);
}

static const char candidates[] = {';', ',', '\t', '\0'};

/* `sep=;` on a line of its own, an Excel habit: names the delimiter, and is no row. */
static size_t skip_separator_line(struct reader *reader)
{
    const char *text = reader->text;
    if (strncmp(text, "sep=", 4) != 0 || strspn(text + 4, candidates) != 1 ||
        strcspn(text + 5, "\r\n") != 0)
        return 0;
    reader->delimiter = text[4];
    return next_line(reader, 0);
}

static size_t skip_empty_lines(struct reader *reader, size_t at)
{
    while (at < reader->length && strchr("\r\n", reader->text[at]))
        at = next_line(reader, at);
    return at;
}

/* The one of `;`, `,` and TAB that the header line has most of, outside quotes. */
static bool tell_delimiter(struct reader *reader, size_t at)
{
    size_t counts[3] = {0};
    bool quoted = false;
    for (; at < reader->length && (quoted || !strchr("\r\n", reader->text[at])); at++) {
        quoted ^= reader->text[at] == '"';
        for (size_t i = 0; i < 3; i++)
            counts[i] += !quoted && reader->text[at] == candidates[i];
    }
    size_t best = 0;
    for (size_t i = 1; i < 3; i++)
        if (counts[i] > counts[best])
            best = i;
    bool tie = false;
    for (size_t i = 0; i < 3; i++)
        tie = tie || (i != best && counts[best] && counts[i] == counts[best]);
    reader->delimiter = candidates[best];
    if (tie)
        diagnostics_report(unsound(reader), reader->file->problem,
                           (struct location){reader->file->name, reader->line, 0},
                           "skilletegnet kan ikke afgøres · brug semikolon mellem kolonnerne",
                           "the separator cannot be told · use semicolons between the columns");
    return !tie;
}

bool csvfile_read(struct diagnostics *diagnostics, const struct input_file *file,
                  const struct csv_format *format, void *context)
{
    struct reader *reader = arena_alloc(diagnostics->arena, 1, sizeof *reader);
    *reader = (struct reader){.diagnostics = diagnostics,
                              .file = file,
                              .format = format,
                              .context = context,
                              .line = 1,
                              .sound = true,
                              .header_fits = true};
    const char *bytes = file_read(diagnostics, file, FILE_LIMIT, &reader->length);
    if (bytes)
        reader->text = encoding_to_utf8(diagnostics, file, bytes, &reader->length);
    if (!reader->text)
        return false;
    size_t start = skip_empty_lines(reader, skip_separator_line(reader));
    if (!reader->delimiter && !tell_delimiter(reader, start))
        return false;
    start_row(reader);
    if (start_parser(reader))
        feed(reader, start);
    if (!reader->has_header)
        diagnostics_report(unsound(reader), reader->file->problem,
                           (struct location){.file = file->name},
                           "filen er tom · første linje skal være kolonnernes navne",
                           "the file is empty · its first line must name the columns");
    return reader->sound;
}

#define TEXT_OF(number) #number
#define VERSION_TEXT(major, minor, release) TEXT_OF(major) "." TEXT_OF(minor) "." TEXT_OF(release)

const char *csvfile_library(void)
{
    return VERSION_TEXT(CSV_MAJOR, CSV_MINOR, CSV_RELEASE);
}
