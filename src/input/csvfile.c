/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/csvfile.h"

#include <string.h>

#include "pejling/base/text.h"
#include "pejling/input/csvparts.h"

#define NO_COLUMN CSV_MAX_COLUMNS

struct csv_source {
    const struct input_file *file;
    const struct csv_format *format;
    struct csv_parts *parts; /* those before the header's are not handed on */
    size_t first;            /* part, behind the header */
    char delimiter;
    bool sound; /* nothing reported of the header */
    bool has_header, header_fits;
    size_t columns;                /* in the file's header */
    size_t known[CSV_MAX_COLUMNS]; /* file column -> format column, or NO_COLUMN */
};

/* Of the header, or of one part of the rows. */
struct reader {
    struct diagnostics *diagnostics;
    struct csv_source *source;
    void *context;
    bool sound;                      /* nothing reported here so far */
    size_t last_count, count_before; /* fields of the last record, and of the one before */
    unsigned last_line;
    struct csv_field fields[CSV_MAX_COLUMNS]; /* by format column, the row being handed on */
    bool has_fields;                          /* they have their places */
};

/* Where to report a fault of the file, which is not sound from here on. */
static struct diagnostics *unsound(struct reader *reader)
{
    reader->sound = false;
    return reader->diagnostics;
}

static const char *column_list(struct reader *reader)
{
    const char *list = "";
    for (size_t i = 0; i < reader->source->format->count; i++)
        list = arena_printf(reader->diagnostics->arena, "%s%s%s", list, i ? ", " : "",
                            reader->source->format->columns[i].name);
    return list;
}

static size_t find_column(struct reader *reader, const char *folded)
{
    for (size_t i = 0; i < reader->source->format->count; i++)
        if (strcmp(text_fold(reader->diagnostics->arena, reader->source->format->columns[i].name),
                   folded) == 0)
            return i;
    return NO_COLUMN;
}

static void take_name(struct reader *reader, size_t file_column, const struct csv_field *field)
{
    struct arena *arena = reader->diagnostics->arena;
    reader->source->known[file_column] = NO_COLUMN;
    if (field->text[0] == '\0')
        return;
    size_t column = find_column(reader, text_fold(arena, field->text));
    if (column == NO_COLUMN) {
        diagnostics_report(unsound(reader), reader->source->file->problem, csvrecords_at(field),
                           "ukendt kolonne »%s« · filens kolonner er: %s",
                           "unknown column »%s« · the columns of this file are: %s", field->text,
                           column_list(reader));
        reader->source->header_fits = false;
        return;
    }
    for (size_t i = 0; i < file_column; i++)
        if (reader->source->known[i] == column) {
            diagnostics_report(unsound(reader), reader->source->file->problem, csvrecords_at(field),
                               "kolonnen »%s« står to gange · slet den ene",
                               "the column »%s« stands twice · delete one of them", field->text);
            reader->source->header_fits = false;
            break;
        }
    reader->source->known[file_column] = column;
}

static void report_missing_columns(struct reader *reader, unsigned line)
{
    for (size_t i = 0; i < reader->source->format->count; i++) {
        const struct csv_column *column = &reader->source->format->columns[i];
        bool there = false;
        for (size_t j = 0; j < reader->source->columns; j++)
            there = there || reader->source->known[j] == i;
        if (there || !column->required)
            continue;
        diagnostics_report(unsound(reader), reader->source->file->problem,
                           (struct location){reader->source->file->name, line, 0},
                           "kolonnen »%s« mangler · tilføj den i første linje",
                           "the column »%s« is missing · add it in the first line", column->name);
        reader->source->header_fits = false;
    }
}

static void take_header(struct reader *reader, const struct csv_record *record)
{
    reader->source->has_header = true;
    for (size_t i = 0; i < record->count; i++) {
        if (i < CSV_MAX_COLUMNS) {
            take_name(reader, i, &record->fields[i]);
            reader->source->columns = i + 1;
        } else if (record->fields[i].text[0]) {
            diagnostics_report(unsound(reader), reader->source->file->problem,
                               csvrecords_at(&record->fields[i]),
                               "der er flere end %d kolonner · slet de overskydende",
                               "there are more than %d columns · delete the rest", CSV_MAX_COLUMNS);
            reader->source->header_fits = false;
            break;
        }
    }
    report_missing_columns(reader, record->line);
}

/* The columns of the format, each with the number that it has in the records of the file. */
static void place_fields(struct reader *reader, struct csv_place *place)
{
    const struct csv_source *source = reader->source;
    for (size_t i = 0; i < source->format->count; i++)
        reader->fields[i] = (struct csv_field){"", place, CSV_MAX_FIELDS};
    for (size_t i = 0; i < source->columns; i++)
        if (source->known[i] != NO_COLUMN)
            reader->fields[source->known[i]].number = i;
    reader->has_fields = true;
}

/* False, and a problem, where something stands in a column that the header does not name. */
static bool take_fields(struct reader *reader, const struct csv_record *record)
{
    const struct csv_source *source = reader->source;
    if (!reader->has_fields)
        place_fields(reader, record->fields[0].place);
    for (size_t i = 0; i < record->count; i++) {
        const char *text = record->fields[i].text;
        size_t column = i < source->columns ? source->known[i] : NO_COLUMN;
        if (column != NO_COLUMN) {
            reader->fields[column].text = text;
        } else if (text[0]) {
            diagnostics_report(unsound(reader), source->file->problem,
                               csvrecords_at(&record->fields[i]),
                               "der står noget i en kolonne uden overskrift · slet det, eller se "
                               "efter et skilletegn for meget",
                               "there is something in a column without a header · delete it, or "
                               "look for a separator too many");
            return false;
        }
    }
    for (size_t i = record->count; i < source->columns; i++)
        if (source->known[i] != NO_COLUMN)
            reader->fields[source->known[i]].text = "";
    return true;
}

/* The first record with content is the header. */
static void take_first(void *context, const struct csv_record *record)
{
    struct reader *reader = context;
    struct csv_source *source = reader->source;
    if (source->has_header || (record->fields && csvrecords_is_blank(record)))
        return;
    source->has_header = true;
    if (record->fields)
        take_header(reader, record);
    else
        source->header_fits = false; /* say no more of columns, and hand no row on */
}

static void take_record(void *context, const struct csv_record *record)
{
    struct reader *reader = context;
    const struct csv_source *source = reader->source;
    if (!record->fields || csvrecords_is_blank(record)) {
        reader->last_count = reader->count_before = 0; /* the file goes on behind the others */
        return;
    }
    reader->count_before = reader->last_count;
    reader->last_count = record->count;
    reader->last_line = record->line;
    if (source->header_fits && take_fields(reader, record))
        source->format->row(
            reader->context,
            &(struct csv_row){{source->file->name, record->line, 0}, reader->fields});
}

static const char candidates[] = {';', ',', '\t'};

char csvfile_delimiter(const struct csv_text *text)
{
    size_t counts[3] = {0}, best = 0;
    bool quoted = false;
    for (const char *c = text->text + text->start; *c && (quoted || !strchr("\r\n", *c)); c++) {
        quoted ^= *c == '"';
        for (size_t i = 0; i < 3; i++)
            counts[i] += !quoted && *c == candidates[i];
    }
    for (size_t i = 1; i < 3; i++)
        if (counts[i] > counts[best])
            best = i;
    for (size_t i = 0; i < 3; i++)
        if (i != best && counts[best] && counts[i] == counts[best])
            return '\0';
    return candidates[best];
}

bool csvfile_begin_part(struct diagnostics *diagnostics, struct csv_text *text, char *delimiter)
{
    csvrecords_begin(text);
    if (!*delimiter)
        *delimiter = text->delimiter;
    bool has_content = text->start < text->length;
    if (!*delimiter && has_content)
        *delimiter = csvfile_delimiter(text);
    text->delimiter = *delimiter;
    if (*delimiter || !has_content)
        return true;
    diagnostics_report(diagnostics, text->file->problem,
                       (struct location){text->file->name, text->line, 0},
                       "skilletegnet kan ikke afgøres · brug semikolon mellem kolonnerne",
                       "the separator cannot be told · use semicolons between the columns");
    return false;
}

/* The header, where it is in the first part that is left; that part then begins behind it. */
static bool read_header_in(struct reader *reader, struct arena *scratch)
{
    struct csv_source *source = reader->source;
    struct csv_part *part = &source->parts->items[source->first];
    struct csv_text text;
    bool whole = true;
    if (!csvparts_text(reader->diagnostics, scratch, source->parts, source->first, &text))
        return false;
    if (!csvfile_begin_part(reader->diagnostics, &text, &source->delimiter))
        return false;
    while (!source->has_header && text.start < text.length)
        whole &= csvrecords_first(reader->diagnostics, &text, take_first, reader);
    part->start += text.start;
    part->line = text.line;
    reader->sound = reader->sound && whole;
    return true;
}

/* False where nothing can be read. */
static bool read_header(struct reader *reader)
{
    struct csv_source *source = reader->source;
    for (bool going_on = true; going_on; source->first += going_on) {
        struct arena *scratch = arena_new();
        bool fine = read_header_in(reader, scratch);
        arena_free(scratch);
        if (!fine)
            return false;
        going_on = !source->has_header && source->first + 1 < source->parts->count;
    }
    if (!source->has_header)
        diagnostics_report(unsound(reader), source->file->problem,
                           (struct location){.file = source->file->name},
                           "filen er tom · første linje skal være kolonnernes navne",
                           "the file is empty · its first line must name the columns");
    source->sound = reader->sound;
    return true;
}

static struct csv_source *begin(struct diagnostics *diagnostics, const struct csv_format *format,
                                struct csv_parts *parts)
{
    if (!parts)
        return NULL;
    struct csv_source *source = arena_alloc(diagnostics->arena, 1, sizeof *source);
    struct reader *reader = arena_alloc(diagnostics->arena, 1, sizeof *reader);
    *source = (struct csv_source){
        .file = parts->file, .format = format, .parts = parts, .header_fits = true};
    *reader = (struct reader){.diagnostics = diagnostics, .source = source, .sound = true};
    if (read_header(reader))
        return source;
    csvfile_close(source);
    return NULL;
}

struct csv_source *csvfile_open(struct diagnostics *diagnostics, const struct input_file *file,
                                const struct csv_format *format)
{
    return begin(diagnostics, format, csvparts_open(diagnostics, file, FILE_IN_MEMORY_LIMIT));
}

struct csv_source *csvfile_open_whole(struct diagnostics *diagnostics,
                                      const struct input_file *file,
                                      const struct csv_format *format)
{
    return begin(diagnostics, format, csvparts_whole(diagnostics, file, FILE_IN_MEMORY_LIMIT));
}

size_t csvfile_parts(const struct csv_source *source)
{
    return source->parts->count - source->first;
}

size_t csvfile_lines(const struct csv_source *source, size_t number)
{
    return source->parts->items[source->first + number].lines;
}

bool csvfile_fits(const struct csv_source *source)
{
    return source->parts->length <= FILE_IN_MEMORY_LIMIT;
}

/*
 * A number that is cut may pass for one; that the line is shorter, and never ended, may tell. All
 * parts but the last end with a line end.
 */
static void remark_on_cut(const struct reader *reader, const struct csv_text *text)
{
    const struct input_file *file = reader->source->file;
    if (reader->last_count < reader->count_before && text->text[text->length - 1] != '\n' &&
        text->text[text->length - 1] != '\r')
        diagnostics_report(
            reader->diagnostics, PROBLEM_REMARK,
            (struct location){file->name, reader->last_line, 0},
            "filens sidste linje er kortere end den før og slutter uden linjeskift · se efter, om "
            "filen er kommet hel frem; er den det, så tilføj et linjeskift",
            "the last line of the file is shorter than the one before and has no end · see whether "
            "the whole file has come; if so, add a line end");
}

bool csvfile_read_part(struct diagnostics *diagnostics, struct csv_source *source, size_t number,
                       void *context)
{
    struct arena *scratch = arena_new();
    struct reader *reader = arena_alloc(scratch, 1, sizeof *reader);
    struct csv_text text;
    *reader = (struct reader){.diagnostics = diagnostics,
                              .source = source,
                              .context = context,
                              .sound = true,
                              .last_count = source->columns};
    bool whole = csvparts_text(diagnostics, scratch, source->parts, source->first + number, &text);
    text.delimiter = source->delimiter;
    whole = whole && csvrecords_read(diagnostics, &text, take_record, reader);
    whole = whole && reader->sound && source->sound;
    if (whole)
        remark_on_cut(reader, &text);
    arena_free(scratch);
    return whole;
}

void csvfile_close(struct csv_source *source)
{
    csvparts_close(source->parts);
}

bool csvfile_read(struct diagnostics *diagnostics, const struct input_file *file,
                  const struct csv_format *format, void *context)
{
    struct csv_source *source = csvfile_open_whole(diagnostics, file, format);
    return source && csvfile_read_part(diagnostics, source, 0, context);
}
