/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/csvrecords.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/base/text.h"
#include "pejling/input/encoding.h"

#define FIELD_LIMIT ((size_t)64 * 1024)

struct reader {
    struct diagnostics *diagnostics;
    const struct csv_text *text;
    void (*record)(void *context, const struct csv_record *record);
    void *context;
    struct csv_parser parser;

    size_t record_start; /* where the record now being fed begins */
    unsigned record_line;

    bool sound;               /* nothing reported so far */
    bool too_wide;            /* reported once */
    struct csv_field *fields; /* the record being gathered */
    size_t count, capacity;
    size_t beyond; /* fields of it beyond CSV_MAX_FIELDS, up to the first that is not blank */
    bool is_wide;  /* there is such a one */
    struct csv_place place;
    char *buffer; /* the fields' texts, with room for all that has been fed of the record */
    size_t used, room;
};

static struct csv_walk walk_from_start(const struct reader *reader)
{
    return (struct csv_walk){0, reader->record_start, reader->record_line, 1};
}

static struct location walk_location(const struct csv_text *text, const struct csv_walk *walk)
{
    return (struct location){text->file->name, walk->line, walk->column};
}

/* To the beginning of the next field; false where none begins before `end`. */
static bool walk_on(const struct csv_text *text, struct csv_walk *walk, size_t end)
{
    bool quoted = false, found = false;
    for (; walk->at < end && !found; walk->at++) {
        char c = text->text[walk->at];
        found = c == text->delimiter && !quoted;
        quoted ^= c == '"';
        walk->column += ((unsigned char)c & 0xC0) != 0x80;
        if (c == '\n' || (c == '\r' && text->text[walk->at + 1] != '\n')) {
            walk->line++;
            walk->column = 1;
        }
    }
    walk->field += found;
    return found;
}

struct location csvrecords_at(const struct csv_field *field)
{
    struct csv_place *place = field->place;
    if (!place->text || field->number >= place->count)
        return place->at;
    if (field->number < place->reached.field)
        place->reached = place->start;
    /* GCOVR_EXCL_BR_START: libcsv has found no more fields than there are to walk over */
    while (place->reached.field < field->number &&
           walk_on(place->text, &place->reached, place->text->length))
        ;
    /* GCOVR_EXCL_BR_STOP */
    return walk_location(place->text, &place->reached);
}

/* libcsv grows its field buffer through this: a field without end is a fault, not more memory. */
static void *limited_realloc(void *block, size_t size)
{
    return size > FIELD_LIMIT ? NULL : realloc(block, size);
}

/*
 * For the texts of a record that has so many bytes: no field has more than stand in the file. Those
 * that it has already stay where they are.
 */
static void make_room(struct reader *reader, size_t bytes)
{
    if (bytes < reader->room)
        return;
    reader->room = 2 * bytes + 1;
    reader->buffer = arena_alloc(reader->diagnostics->arena, reader->room, 1);
    reader->used = 0;
}

/* For one field more; false where a record has no more of them: blank ones are left out. */
static bool make_field(struct reader *reader, bool is_blank)
{
    size_t before = reader->capacity;
    if (reader->count == CSV_MAX_FIELDS) {
        reader->beyond += !reader->is_wide;
        reader->is_wide = reader->is_wide || !is_blank;
        return false;
    }
    reader->fields = arena_grow(reader->diagnostics->arena, reader->fields, reader->count,
                                &reader->capacity, sizeof *reader->fields);
    if (reader->capacity > CSV_MAX_FIELDS) /* GCOVR_EXCL_BR_LINE: both are powers of two */
        reader->capacity = CSV_MAX_FIELDS;
    for (size_t i = before; i < reader->capacity; i++)
        reader->fields[i] = (struct csv_field){"", &reader->place, i};
    return true;
}

/* The size of the blank or control character that the text begins (or ends) with; 0 for none. */
static size_t blank_at(const char *text, size_t length, bool at_end)
{
    static const char no_break[] = "\xC2\xA0";
    size_t size = strlen(no_break);
    if (length == 0)
        return 0;
    unsigned char edge = (unsigned char)text[at_end ? length - 1 : 0];
    if (edge <= ' ' || edge == 0x7F)
        return 1;
    return size <= length && memcmp(at_end ? text + length - size : text, no_break, size) == 0
               ? size
               : 0;
}

/* Cheaply told of nearly every text: no blank and no beginning of one that has two bytes. */
static bool has_plain_ends(const char *text, size_t length)
{
    unsigned char first = (unsigned char)text[0], last = (unsigned char)text[length - 1];
    return first > ' ' && first < 0x7F && last > ' ' && last < 0x7F;
}

static void keep_field(struct reader *reader, const char *text, size_t length)
{
    if (reader->count == reader->capacity && !make_field(reader, length == 0))
        return;
    char *kept = reader->buffer + reader->used;
    if (length)
        memcpy(kept, text, length);
    kept[length] = '\0';
    reader->used += length + 1;
    reader->fields[reader->count++].text = kept;
}

/* libcsv strips blanks, but not within quotes, and knows no no-break blank. */
static void keep_stripped(struct reader *reader, const char *text, size_t length)
{
    for (size_t size; (size = blank_at(text, length, false)); length -= size)
        text += size;
    for (size_t size; (size = blank_at(text, length, true));)
        length -= size;
    keep_field(reader, text, length);
}

static void on_field(void *bytes, size_t length, void *context)
{
    struct reader *reader = context;
    if (length == 0 && reader->count < reader->capacity) /* as most are */
        reader->fields[reader->count++].text = "";
    else if (length == 0 || has_plain_ends(bytes, length))
        keep_field(reader, bytes, length);
    else
        keep_stripped(reader, bytes, length);
}

static void report_too_wide(struct reader *reader)
{
    struct csv_walk walk = walk_from_start(reader);
    /* GCOVR_EXCL_BR_START: nor here */
    while (walk.field + 1 < reader->count + reader->beyond &&
           walk_on(reader->text, &walk, reader->text->length))
        ;
    /* GCOVR_EXCL_BR_STOP */
    if (!reader->too_wide)
        diagnostics_report(
            reader->diagnostics, reader->text->file->problem, walk_location(reader->text, &walk),
            "linjen har flere end %zu felter · del filen op i flere med færre kolonner",
            "the line has more than %zu fields · split the file into several of fewer columns",
            CSV_MAX_FIELDS);
    reader->too_wide = true;
    reader->sound = false;
}

static void on_record(int terminator, void *context)
{
    struct reader *reader = context;
    struct csv_walk start = walk_from_start(reader);
    struct location at = {reader->text->file->name, reader->record_line, 0};
    (void)terminator;
    if (reader->is_wide)
        report_too_wide(reader);
    reader->place = (struct csv_place){at, reader->text, reader->count, start, start};
    reader->record(reader->context, &(struct csv_record){at.line, reader->fields, reader->count});
    reader->count = reader->used = reader->beyond = 0;
    reader->is_wide = false;
}

static void start_parser(struct reader *reader)
{
    csv_init(&reader->parser, CSV_STRICT | CSV_STRICT_FINI); /* fails without a parser alone */
    csv_set_delim(&reader->parser, (unsigned char)reader->text->delimiter);
    csv_set_realloc_func(&reader->parser, limited_realloc);
}

/* A record that cannot be taken apart at an offset: told of the field that this is in. */
static void report_broken(struct reader *reader, size_t offset, int error)
{
    const struct input_file *file = reader->text->file;
    struct csv_walk walk = walk_from_start(reader);
    struct location at = walk_location(reader->text, &walk);
    while (walk_on(reader->text, &walk, offset))
        at = walk_location(reader->text, &walk);
    if (error == CSV_EPARSE)
        diagnostics_report(
            reader->diagnostics, file->problem, at,
            "anførselstegn, der ikke passer sammen · sæt \" om hele feltet, og skriv "
            "et \" inde i det som \"\"",
            "quotation marks that do not match · put \" around the whole field, and "
            "write a \" inside it as \"\"");
    else
        diagnostics_report(
            reader->diagnostics, file->problem, at,
            "et felt er længere end %zu tegn · se efter et anførselstegn uden makker",
            "a field is longer than %zu characters · look for a quotation mark "
            "without its pair",
            FIELD_LIMIT);
    reader->sound = false;
    reader->record(reader->context, &(struct csv_record){.line = at.line});
    reader->count = reader->used = reader->beyond = 0;
    reader->is_wide = false;
}

/* The offset of the next line, counting it; a line ends with LF, CR LF or CR. */
static size_t next_line(const struct csv_text *text, size_t at, unsigned *line)
{
    at += strcspn(text->text + at, "\r\n");
    if (at >= text->length)
        return at;
    (*line)++;
    return at + (strncmp(text->text + at, "\r\n", 2) == 0 ? 2 : 1);
}

/* After a line that cannot be taken apart, the next one starts with a fresh parser. */
static size_t recover(struct reader *reader, size_t at, unsigned *line)
{
    report_broken(reader, at, csv_error(&reader->parser));
    csv_free(&reader->parser);
    at = next_line(reader->text, at, line);
    reader->record_start = at;
    reader->record_line = *line;
    start_parser(reader);
    return at;
}

/*
 * Feeds the parser line by line, so that the place of a record is known when libcsv hands it over:
 * a line end that is not within quotes ends one.
 */
static void feed(struct reader *reader)
{
    const struct csv_text *text = reader->text;
    unsigned line = text->line;
    for (size_t at = text->start; at < text->length;) {
        size_t end = next_line(text, at, &line);
        make_room(reader, end - reader->record_start);
        size_t fed =
            csv_parse(&reader->parser, text->text + at, end - at, on_field, on_record, reader);
        bool ended = strchr("\r\n", text->text[end - 1]) != NULL;
        if (fed != end - at) {
            line -= ended;
            at = recover(reader, at + fed, &line);
            continue;
        }
        at = end;
        if (!ended || reader->parser.quoted)
            continue;
        reader->record_start = at;
        reader->record_line = line;
    }
    if (csv_fini(&reader->parser, on_field, on_record, reader) != 0)
        report_broken(reader, text->length, CSV_EPARSE);
}

bool csvrecords_read(struct diagnostics *diagnostics, const struct csv_text *text,
                     void (*record)(void *context, const struct csv_record *record), void *context)
{
    struct reader reader = {.diagnostics = diagnostics,
                            .text = text,
                            .record = record,
                            .context = context,
                            .record_start = text->start,
                            .record_line = text->line,
                            .sound = true};
    start_parser(&reader);
    feed(&reader);
    csv_free(&reader.parser);
    return reader.sound;
}

bool csvrecords_is_blank(const struct csv_record *record)
{
    for (size_t i = 0; i < record->count; i++)
        if (record->fields[i].text[0])
            return false;
    return true;
}

/* Walks on to the end of the record that a place is at the beginning of, counting lines. */
static size_t record_end(const struct csv_text *text, size_t at, unsigned *line)
{
    bool quoted = false;
    do {
        size_t end = next_line(text, at, line);
        for (; at < end; at++)
            quoted ^= text->text[at] == '"';
    } while (quoted && at < text->length);
    return at;
}

bool csvrecords_first(struct diagnostics *diagnostics, struct csv_text *text,
                      void (*record)(void *context, const struct csv_record *record), void *context)
{
    struct csv_text first = *text;
    first.length = record_end(text, text->start, &text->line);
    text->start = first.length;
    return csvrecords_read(diagnostics, &first, record, context);
}

/* `sep=;` on a line of its own. */
static void skip_separator_line(struct csv_text *text)
{
    const char *line = text->text;
    if (strncmp(line, "sep=", 4) != 0 || strspn(line + 4, ";,\t") != 1 ||
        strcspn(line + 5, "\r\n") != 0)
        return;
    text->delimiter = line[4];
    text->start = next_line(text, 0, &text->line);
}

void csvrecords_begin(struct csv_text *text)
{
    if (text->line == 1)
        skip_separator_line(text);
    while (text->start < text->length && strchr("\r\n", text->text[text->start]))
        text->start = next_line(text, text->start, &text->line);
}

bool csvrecords_decode(struct diagnostics *diagnostics, const struct input_file *file,
                       const char *bytes, size_t length, struct csv_text *text)
{
    *text = (struct csv_text){.file = file, .length = length, .line = 1};
    text->text = encoding_to_utf8(diagnostics, file, bytes, &text->length);
    if (text->text)
        csvrecords_begin(text);
    return text->text != NULL;
}

bool csvrecords_open(struct diagnostics *diagnostics, const struct input_file *file, size_t limit,
                     struct csv_text *text)
{
    size_t length;
    const char *bytes = file_read(diagnostics, file, limit, &length);
    return bytes && csvrecords_decode(diagnostics, file, bytes, length, text);
}

#define TEXT_OF(number) #number
#define VERSION_TEXT(major, minor, release) TEXT_OF(major) "." TEXT_OF(minor) "." TEXT_OF(release)

const char *csvrecords_library(void)
{
    return VERSION_TEXT(CSV_MAJOR, CSV_MINOR, CSV_RELEASE);
}
