/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/csvparts.h"

#include <string.h>
#include <unistd.h>

#include "pejling/base/workers.h"
#include "pejling/input/encoding.h"

#define MOST_CHUNKS 64 /* of a file that is not too large */
#define BLOCK_BYTES ((size_t)64 * 1024)
#define LOOK_AHEAD ((size_t)16) /* behind a block: the rest of a character or of damage to one */
#define MOST_CONTINUED 3        /* bytes of a character behind its first */

/* The first place in a chunk where a part may begin. */
struct cut {
    size_t at, lines; /* its offset, 0 where there is none, and the lines of the chunk before it */
};

/* A stretch of the text, from a character's beginning on, that one worker goes through. */
struct chunk {
    size_t quotes, lines;
    struct cut cuts[2]; /* where the number of quotes before the chunk is even; where it is odd */
    bool is_plain;      /* UTF-8 with nothing to tell */
};

struct scan {
    struct csv_parts *parts;
    size_t each; /* bytes of a chunk */
    struct chunk *chunks;
    size_t count;
};

/* --- what decides where a text may be cut ----------------------------------------------------- */
struct tally {
    size_t quotes, lines;
};

#define TALLIED 128 /* bytes at a time */

static bool ends_line(const char *byte)
{
    return (byte[0] == '\n') | ((byte[0] == '\r') & (byte[1] != '\n'));
}

/* Written without branches and with a fixed length, for compilers to do many bytes at a time. */
static struct tally tally_some(const char *text)
{
    unsigned char quotes = 0, lines = 0;
    for (size_t i = 0; i < TALLIED; i++) {
        quotes = (unsigned char)(quotes + (text[i] == '"'));
        lines = (unsigned char)(lines + ends_line(text + i));
    }
    return (struct tally){quotes, lines};
}

static struct tally tally(const char *text, size_t length)
{
    struct tally all = {0, 0};
    size_t i = 0;
    for (; i + TALLIED <= length; i += TALLIED) {
        struct tally some = tally_some(text + i);
        all.quotes += some.quotes;
        all.lines += some.lines;
    }
    for (; i < length; i++) {
        all.quotes += text[i] == '"';
        all.lines += ends_line(text + i);
    }
    return all;
}

/* --- going through the file ------------------------------------------------------------------- */
/* From quote to quote through a block of the chunk, which stands at an offset. */
static void find_cuts(struct chunk *chunk, const char *block, size_t length, size_t at)
{
    size_t quotes = chunk->quotes;
    for (size_t i = 0; i < length && !(chunk->cuts[0].at && chunk->cuts[1].at); quotes++) {
        struct cut *cut = &chunk->cuts[quotes % 2];
        const char *quote = memchr(block + i, '"', length - i);
        size_t end = quote ? (size_t)(quote - block) : length;
        const char *feed = cut->at ? NULL : memchr(block + i, '\n', end - i);
        if (feed) {
            size_t before = (size_t)(feed - block) + 1;
            *cut = (struct cut){at + before, chunk->lines + tally(block, before).lines};
        }
        i = end + 1;
    }
}

static bool is_continued(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* How many bytes at a place belong to a character that begins before it. */
static size_t continued(const char *text, size_t length)
{
    size_t count = 0;
    while (count < length && count < MOST_CONTINUED && is_continued(text[count]))
        count++;
    return count;
}

/* Bytes at an offset, a NUL behind them in the buffer; NULL where they cannot be read. */
static const char *bytes_at(const struct csv_parts *parts, size_t at, size_t length, char *buffer)
{
    if (parts->text)
        return parts->text + at;
    buffer[length] = '\0';
    return file_read_at(parts->descriptor, buffer, length, at) ? buffer : NULL;
}

static size_t at_most(size_t length, size_t most)
{
    return length < most ? length : most;
}

/* The first place from an offset on where a character begins. */
static size_t boundary(const struct csv_parts *parts, size_t at)
{
    char buffer[LOOK_AHEAD + 1];
    if (at == 0 || at >= parts->length)
        return at_most(at, parts->length);
    size_t there = at_most(parts->length - at, LOOK_AHEAD);
    const char *bytes = bytes_at(parts, at, there, buffer);
    return bytes ? at + continued(bytes, there) : at;
}

/* Whole characters from an offset on, with what comes behind them, up to a boundary. */
static const char *block_at(const struct csv_parts *parts, size_t at, size_t end, char *buffer,
                            size_t *length)
{
    *length = at_most(end - at, BLOCK_BYTES);
    size_t there = at_most(parts->length - at, *length + LOOK_AHEAD);
    const char *block = bytes_at(parts, at, there, buffer);
    if (block)
        *length += continued(block + *length, at_most(end - at, there) - *length);
    return block;
}

static void scan_chunk(void *context, size_t number)
{
    const struct scan *scan = context;
    const struct csv_parts *parts = scan->parts;
    struct chunk *chunk = &scan->chunks[number];
    struct arena *scratch = arena_new();
    char *buffer = arena_alloc(scratch, BLOCK_BYTES + LOOK_AHEAD + 1, 1);
    size_t end = boundary(parts, (number + 1) * scan->each), length = 0;
    chunk->is_plain = true;
    for (size_t at = boundary(parts, number * scan->each); at < end; at += length) {
        const char *block = block_at(parts, at, end, buffer, &length);
        chunk->is_plain = block && (parts->text || encoding_is_plain(block, length));
        if (!chunk->is_plain)
            break;
        find_cuts(chunk, block, length, at);
        struct tally marks = tally(block, length);
        chunk->quotes += marks.quotes;
        chunk->lines += marks.lines;
    }
    arena_free(scratch);
}

/* --- cutting ---------------------------------------------------------------------------------- */
static void end_part(struct csv_parts *parts, size_t end, unsigned line)
{
    struct csv_part *part = &parts->items[parts->count++];
    part->end = end;
    part->lines = line - part->line + 1; /* the last one may lack its end */
}

/* From the first part's beginning on. */
static void cut_parts(struct csv_parts *parts, const struct scan *scan)
{
    size_t quotes = 0;
    unsigned line = 1;
    for (size_t i = 0; i < scan->count; i++) {
        const struct chunk *chunk = &scan->chunks[i];
        const struct cut *cut = &chunk->cuts[quotes % 2];
        if (i && cut->at) {
            unsigned next = line + (unsigned)cut->lines;
            end_part(parts, cut->at, next);
            parts->items[parts->count] = (struct csv_part){.start = cut->at, .line = next};
        }
        quotes += chunk->quotes;
        line += (unsigned)chunk->lines;
    }
    end_part(parts, parts->length, line);
}

/* Cuts the text from an offset on; false where it is not plain. */
static bool cut_text(struct arena *arena, struct csv_parts *parts, size_t start)
{
    struct scan scan = {.parts = parts};
    scan.each = at_most(parts->length / MOST_CHUNKS + PART_LEAST, PART_MOST);
    scan.count = parts->length / scan.each + 1;
    scan.chunks = arena_alloc(arena, scan.count, sizeof *scan.chunks);
    workers_run(scan.count, scan_chunk, &scan);
    for (size_t i = 0; i < scan.count; i++)
        if (!scan.chunks[i].is_plain)
            return false;
    parts->items = arena_alloc(arena, scan.count, sizeof *parts->items);
    parts->items[0] = (struct csv_part){.start = start, .line = 1};
    parts->count = 0; /* where it was cut before */
    cut_parts(parts, &scan);
    return true;
}

/* --- files and texts -------------------------------------------------------------------------- */
static struct csv_parts *parts_of(struct arena *arena, const struct input_file *file)
{
    struct csv_parts *parts = arena_alloc(arena, 1, sizeof *parts);
    *parts = (struct csv_parts){.file = file, .descriptor = -1};
    return parts;
}

static bool read_text(struct diagnostics *diagnostics, struct csv_parts *parts, size_t limit)
{
    const char *bytes = file_read(diagnostics, parts->file, limit, &parts->length);
    if (bytes)
        parts->text = encoding_to_utf8(diagnostics, parts->file, bytes, &parts->length);
    return parts->text != NULL;
}

/* The size of the mark that UTF-8 may begin with. */
static size_t mark_size(const struct csv_parts *parts)
{
    static const char mark[] = "\xEF\xBB\xBF";
    char first[sizeof mark - 1];
    return parts->length >= sizeof first &&
                   file_read_at(parts->descriptor, first, sizeof first, 0) &&
                   memcmp(first, mark, sizeof first) == 0
               ? sizeof first
               : 0;
}

static bool are_small(const struct csv_parts *parts, size_t limit)
{
    for (size_t i = 0; i < parts->count; i++)
        if (parts->items[i].end - parts->items[i].start > limit)
            return false;
    return true;
}

struct csv_parts *csvparts_open(struct diagnostics *diagnostics, const struct input_file *file,
                                size_t limit)
{
    struct csv_parts *parts = parts_of(diagnostics->arena, file);
    parts->descriptor = file_open(file, &parts->length);
    if (parts->descriptor >= 0 && cut_text(diagnostics->arena, parts, mark_size(parts)) &&
        are_small(parts, limit))
        return parts;
    csvparts_close(parts);
    if (!read_text(diagnostics, parts, limit))
        return NULL;
    cut_text(diagnostics->arena, parts, 0); /* what is text already is plain */
    return parts;
}

struct csv_parts *csvparts_whole(struct diagnostics *diagnostics, const struct input_file *file,
                                 size_t limit)
{
    struct csv_parts *parts = parts_of(diagnostics->arena, file);
    if (!read_text(diagnostics, parts, limit))
        return NULL;
    parts->items = arena_alloc(diagnostics->arena, 1, sizeof *parts->items);
    parts->items[0].line = 1;
    end_part(parts, parts->length, 1 + (unsigned)tally(parts->text, parts->length).lines);
    return parts;
}

/*
 * Whether what was read again can have no more lines than were counted, for which there is room, and
 * ends where a record does: the file may have been changed in between. A NUL was in none.
 */
static bool is_as_counted(const struct csv_parts *parts, size_t number, const struct csv_text *text)
{
    struct tally now = tally(text->text, text->length);
    bool is_last = number + 1 == parts->count; /* which alone may end within quotes */
    return now.lines < parts->items[number].lines && (is_last || now.quotes % 2 == 0) &&
           !memchr(text->text, '\0', text->length);
}

bool csvparts_text(struct diagnostics *diagnostics, struct arena *arena,
                   const struct csv_parts *parts, size_t number, struct csv_text *text)
{
    const struct csv_part *part = &parts->items[number];
    size_t length = part->end - part->start;
    char *buffer = parts->text ? NULL : arena_alloc(arena, length + 1, 1);
    *text = (struct csv_text){.file = parts->file,
                              .text = bytes_at(parts, part->start, length, buffer),
                              .length = length,
                              .line = part->line};
    bool is_unchanged = text->text && (parts->text || is_as_counted(parts, number, text));
    if (!is_unchanged)
        file_report_change(diagnostics, parts->file, part->line);
    return is_unchanged;
}

void csvparts_close(struct csv_parts *parts)
{
    if (parts->descriptor >= 0)
        close(parts->descriptor);
    parts->descriptor = -1;
}
