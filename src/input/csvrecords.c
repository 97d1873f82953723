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
    size_t beyond;  /* fields of it beyond CSV_MAX_FIELDS, up to the first that is not blank */
    bool is_wide;   /* there is such a one */
    size_t *starts; /* where their texts begin in the buffer, which moves as it grows */
    size_t starts_capacity;
    char *buffer;
    size_t used, room;
};

/* Walks along a record from field to field, keeping count of lines and characters. */
struct walk {
    const struct csv_text *text;
    size_t at;
    unsigned line, column;
};

static struct walk walk_from_start(const struct reader *reader)
{
    return (struct walk){reader->text, reader->record_start, reader->record_line, 1};
}

static struct location walk_location(const struct walk *walk)
{
    return (struct location){walk->text->file->name, walk->line, walk->column};
}

/* To the beginning of the next field; false where none begins before `end`. */
static bool walk_on(struct walk *walk, size_t end)
{
    const char *text = walk->text->text, delimiter = walk->text->delimiter;
    bool quoted = false, found = false;
    for (; walk->at < end && !found; walk->at++) {
        char c = text[walk->at];
        found = c == delimiter && !quoted;
        quoted ^= c == '"';
        walk->column += ((unsigned char)c & 0xC0) != 0x80;
        if (c == '\n' || (c == '\r' && text[walk->at + 1] != '\n')) {
            walk->line++;
            walk->column = 1;
        }
    }
    return found;
}

/* libcsv grows its field buffer through this: a field without end is a fault, not more memory. */
static void *limited_realloc(void *block, size_t size)
{
    return size > FIELD_LIMIT ? NULL : realloc(block, size);
}

/* Keeps a text for the record; returns where it begins in the buffer. */
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

static void on_field(void *bytes, size_t length, void *context)
{
    struct reader *reader = context;
    struct arena *arena = reader->diagnostics->arena;
    /* libcsv strips blanks, but not within quotes, and knows no no-break blank */
    const char *text = bytes;
    for (size_t size; (size = blank_at(text, length, false)); length -= size)
        text += size;
    for (size_t size; (size = blank_at(text, length, true));)
        length -= size;
    if (reader->count == CSV_MAX_FIELDS) { /* blank ones beyond those of a sheet are left out */
        reader->beyond += !reader->is_wide;
        reader->is_wide = reader->is_wide || length;
        return;
    }
    reader->fields =
        arena_grow(arena, reader->fields, reader->count, &reader->capacity, sizeof *reader->fields);
    reader->starts = arena_grow(arena, reader->starts, reader->count, &reader->starts_capacity,
                                sizeof *reader->starts);
    reader->starts[reader->count++] = keep_text(reader, text, length);
}

static void report_too_wide(struct reader *reader, struct walk walk)
{
    for (size_t i = 1; i < reader->beyond; i++)
        walk_on(&walk, reader->text->length);
    if (!reader->too_wide)
        diagnostics_report(
            reader->diagnostics, reader->text->file->problem, walk_location(&walk),
            "linjen har flere end %zu felter · del filen op i flere med færre kolonner",
            "the line has more than %zu fields · split the file into several of fewer columns",
            CSV_MAX_FIELDS);
    reader->too_wide = true;
    reader->sound = false;
}

static void on_record(int terminator, void *context)
{
    struct reader *reader = context;
    struct walk walk = walk_from_start(reader);
    (void)terminator;
    for (size_t i = 0; i < reader->count; i++) {
        reader->fields[i] =
            (struct csv_field){reader->buffer + reader->starts[i], walk_location(&walk)};
        walk_on(&walk, reader->text->length);
    }
    if (reader->is_wide)
        report_too_wide(reader, walk);
    if (reader->count)
        reader->record(reader->context, &(struct csv_record){reader->fields[0].at.line,
                                                             reader->fields, reader->count});
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
    struct walk walk = walk_from_start(reader);
    struct location at = walk_location(&walk);
    while (walk_on(&walk, offset))
        at = walk_location(&walk);
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

/* What decides where a text may be cut. */
struct tally {
    size_t quotes, lines;
};

/* Written without branches, for compilers to do many bytes at a time. */
static struct tally count_marks(const char *text, size_t length)
{
    struct tally tally = {0, 0};
    for (size_t i = 0; i < length; i++) {
        tally.quotes += text[i] == '"';
        tally.lines += (text[i] == '\n') | ((text[i] == '\r') & (text[i + 1] != '\n'));
    }
    return tally;
}

size_t csvrecords_split(const struct csv_text *text, struct csv_text *parts, size_t most)
{
    size_t count = 0, each = (text->length - text->start) / most + PART_BYTES;
    struct csv_text part = *text;
    while (part.start < text->length && count + 1 < most) {
        size_t least = text->length - part.start > each ? each : text->length - part.start;
        struct tally tally = count_marks(text->text + part.start, least);
        part.length = part.start + least;
        unsigned line = part.line + (unsigned)tally.lines;
        bool quoted = tally.quotes % 2 > 0;
        while (part.length < text->length && (quoted || text->text[part.length - 1] != '\n')) {
            tally = count_marks(text->text + part.length, 1);
            quoted ^= tally.quotes > 0;
            line += (unsigned)tally.lines;
            part.length++;
        }
        part.lines = line - part.line + 1; /* the last one may lack its end */
        parts[count++] = part;
        part.start = part.length;
        part.line = line;
    }
    part.length = text->length;
    part.lines = 1 + count_marks(part.text + part.start, part.length - part.start).lines;
    if (part.start < part.length || count == 0)
        parts[count++] = part;
    return count;
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

bool csvrecords_decode(struct diagnostics *diagnostics, const struct input_file *file,
                       const char *bytes, size_t length, struct csv_text *text)
{
    *text = (struct csv_text){.file = file, .length = length, .line = 1};
    text->text = encoding_to_utf8(diagnostics, file, bytes, &text->length);
    if (!text->text)
        return false;
    skip_separator_line(text);
    while (text->start < text->length && strchr("\r\n", text->text[text->start]))
        text->start = next_line(text, text->start, &text->line);
    return true;
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
