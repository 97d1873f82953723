/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever the bytes: every place that is named lies in the file (of UTF-16 in the text that it
 * stands for), every field is UTF-8 text without blanks at its ends that begins at its place, a file
 * is sound exactly where nothing is reported, and the rows of a sound one, written out again in
 * UTF-8 and in both orders of UTF-16, are read as the same rows.
 */
#include "pejling/input/csvfile.h"

#undef NDEBUG
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pejling/base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const struct csv_column columns[] = {{"navn", true}, {"tæller", false}, {"note", false}};
#define COLUMNS (sizeof columns / sizeof *columns)

/* What is read, and the rows found in it as one CSV text. */
struct reading {
    struct arena *arena;
    const char *bytes;
    size_t length;
    bool utf8;   /* else a byte is a character */
    bool broken; /* UTF-16 that is none: no line of it can be named */
    char *rows;
    size_t used, room;
    unsigned last_line;
};

/* --- places ------------------------------------------------------------------------------------
 */
/* Where the line begins; the number of lines where there is no such line. */
static size_t line_start(const struct reading *reading, unsigned line)
{
    const char *bytes = reading->bytes;
    size_t at = 0;
    for (unsigned now = 1; now < line; at++) {
        assert(at < reading->length); /* there is such a line */
        now += bytes[at] == '\n' ||
               (bytes[at] == '\r' && (at + 1 == reading->length || bytes[at + 1] != '\n'));
    }
    return at;
}

/* The offset of a character that is in the file, or of the end of its line. */
static size_t offset_of(const struct reading *reading, struct location at)
{
    size_t offset = line_start(reading, at.line);
    for (unsigned column = 1; column < at.column; column++) {
        unsigned code;
        assert(offset < reading->length);
        assert(!strchr("\r\n", reading->bytes[offset]) || reading->bytes[offset] == '\0');
        offset +=
            reading->utf8 ? text_next(reading->bytes + offset, reading->length - offset, &code) : 1;
    }
    return offset;
}

static void check_place(const struct reading *reading, struct location at)
{
    assert(strcmp(at.file, "plan/tal.csv") == 0);
    assert(!reading->broken || at.line == 0);
    assert(at.line > 0 || at.column == 0);
    if (at.line)
        offset_of(reading, at);
}

static bool is_blank(char c)
{
    return (unsigned char)c <= ' ' || c == 0x7F;
}

/* Blanks, control characters and quotes may stand before a field's first one; then it must come. */
static void check_beginning(const struct reading *reading, const struct csv_field *field)
{
    const char *text = field->text + strspn(field->text, "\" ");
    if (!reading->utf8 || text[0] == '\0')
        return;
    size_t offset = offset_of(reading, csvrecords_at(field)), left;
    while ((left = reading->length - offset) > 0) {
        if (left > 1 && memcmp(reading->bytes + offset, "\xC2\xA0", 2) == 0)
            offset += 2;
        else if (is_blank(reading->bytes[offset]) || reading->bytes[offset] == '"')
            offset++;
        else
            break;
    }
    assert(left > 0);
    if (!is_blank(text[0]) && strncmp(text, "\xC2\xA0", 2) != 0)
        assert(reading->bytes[offset] == text[0]);
}

/* --- rows --------------------------------------------------------------------------------------
 */
static void keep(struct reading *reading, const char *text, size_t length)
{
    while (reading->used + length + 1 > reading->room)
        reading->rows = arena_grow(reading->arena, reading->rows, reading->room, &reading->room, 1);
    memcpy(reading->rows + reading->used, text, length);
    reading->used += length;
    reading->rows[reading->used] = '\0';
}

static void keep_quoted(struct reading *reading, const char *text)
{
    keep(reading, "\"", 1);
    for (; *text; text++)
        keep(reading, *text == '"' ? "\"\"" : text, *text == '"' ? 2 : 1);
    keep(reading, "\"", 1);
}

static void take_row(void *context, const struct csv_row *row)
{
    struct reading *reading = context;
    assert(row->at.line > reading->last_line && row->at.column == 0);
    check_place(reading, row->at);
    reading->last_line = row->at.line;
    bool blank = true;
    for (size_t i = 0; i < COLUMNS; i++) {
        const struct csv_field *field = &row->fields[i];
        size_t length = strlen(field->text);
        assert(text_utf8_length(field->text, length) == length);
        assert(length == 0 ||
               (!strchr(" \t\r\n", field->text[0]) && !strchr(" \t\r\n", field->text[length - 1])));
        assert(csvrecords_at(field).line >= row->at.line);
        check_place(reading, csvrecords_at(field));
        if (csvrecords_at(field).column)
            check_beginning(reading, field);
        blank = blank && length == 0;
        keep_quoted(reading, field->text);
        keep(reading, i + 1 < COLUMNS ? ";" : "\n", 1);
    }
    assert(!blank);
}

/* --- UTF-16 ------------------------------------------------------------------------------------
 */
/* A unit of UTF-16 at an offset. */
static unsigned unit_at(const char *bytes, size_t at, bool low_first)
{
    unsigned first = (unsigned char)bytes[at], second = (unsigned char)bytes[at + 1];
    return low_first ? second << 8 | first : first << 8 | second;
}

static size_t put_utf8(char *out, unsigned code)
{
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    size_t size = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned marks[] = {[2] = 0xC0, [3] = 0xE0, [4] = 0xF0};
    for (size_t i = size; --i > 0; code >>= 6)
        out[i] = (char)(0x80 | (code & 0x3F));
    out[0] = (char)(marks[size] | code);
    return size;
}

/* The text behind the mark; NULL where it has a NUL, half a pair, or an odd number of bytes. */
static const char *from_utf16(struct arena *arena, const char *bytes, size_t *length)
{
    bool low_first = bytes[0] == '\xFF';
    char *out = arena_alloc(arena, 2 * *length + 1, 1);
    size_t used = 0;
    for (size_t at = 2; at < *length; at += 2) {
        unsigned code = at + 2 <= *length ? unit_at(bytes, at, low_first) : 0;
        if (code >= 0xD800 && code < 0xDC00) {
            at += 2;
            unsigned low = at + 2 <= *length ? unit_at(bytes, at, low_first) : 0;
            if (low < 0xDC00 || low > 0xDFFF)
                return NULL;
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        } else if (code >= 0xDC00 && code < 0xE000)
            return NULL;
        if (code == 0)
            return NULL;
        used += put_utf8(out + used, code);
    }
    *length = used;
    return out;
}

static void put_unit(char *out, unsigned unit, bool low_first)
{
    out[!low_first] = (char)(unit & 0xFF);
    out[low_first] = (char)(unit >> 8);
}

/* The same text in UTF-16, with its mark. */
static const char *to_utf16(struct arena *arena, const char *text, size_t *length, bool low_first)
{
    char *out = arena_alloc(arena, 2 * *length + 2, 1);
    size_t used = 2;
    unsigned code;
    put_unit(out, 0xFEFF, low_first);
    for (size_t at = 0, size; at < *length; at += size) {
        size = text_next(text + at, *length - at, &code);
        assert(size > 0);
        if (code >= 0x10000) {
            put_unit(out + used, 0xD800 + ((code - 0x10000) >> 10), low_first);
            used += 2;
            code = 0xDC00 + ((code - 0x10000) & 0x3FF);
        }
        put_unit(out + used, code, low_first);
        used += 2;
    }
    *length = used;
    return out;
}

static bool is_utf16(const char *bytes, size_t length)
{
    return length >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0);
}

/* --- reading -----------------------------------------------------------------------------------
 */
static char path[4096];

static void remove_file(void)
{
    unlink(path);
}

static void write_file(const char *bytes, size_t length)
{
    static int descriptor = -1;
    if (descriptor < 0) {
        const char *temporary = getenv("TMPDIR");
        snprintf(path, sizeof path, "%s/pejling-fuzz-XXXXXX", temporary ? temporary : "/tmp");
        descriptor = mkstemp(path);
        assert(descriptor >= 0);
        atexit(remove_file);
    }
    assert(ftruncate(descriptor, 0) == 0);
    assert(pwrite(descriptor, bytes, length, 0) == (ssize_t)length);
}

static bool read_rows(struct reading *reading)
{
    struct diagnostics diagnostics = {.arena = reading->arena};
    struct input_file file = {path, "plan/tal.csv", PROBLEM_SERIES};
    struct csv_format format = {columns, COLUMNS, take_row};
    write_file(reading->bytes, reading->length);
    if (is_utf16(reading->bytes, reading->length)) {
        reading->bytes = from_utf16(reading->arena, reading->bytes, &reading->length);
        reading->broken = !reading->bytes;
        reading->length = reading->broken ? 0 : reading->length;
    } else if (reading->length >= 3 && memcmp(reading->bytes, "\xEF\xBB\xBF", 3) == 0) {
        reading->bytes += 3;
        reading->length -= 3;
    }
    reading->utf8 =
        reading->broken || text_utf8_length(reading->bytes, reading->length) == reading->length;
    keep(reading, "navn;tæller;note\n", strlen("navn;tæller;note\n"));
    bool sound = csvfile_read(&diagnostics, &file, &format, reading);
    assert(sound == (diagnostics.of_kind[PROBLEM_SERIES] == 0));
    assert(!sound || !reading->broken);
    assert(diagnostics.of_kind[PROBLEM_SERIES] + diagnostics.of_kind[PROBLEM_REMARK] ==
           diagnostics.count);
    for (size_t i = 0; i < diagnostics.count; i++)
        check_place(reading, diagnostics.items[i].at);
    return sound;
}

static void reads_back(const struct reading *first, const char *bytes, size_t length)
{
    struct reading again = {.arena = first->arena, .bytes = bytes, .length = length};
    bool sound = read_rows(&again);
    assert(sound && strcmp(first->rows, again.rows) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_new();
    struct reading first = {.arena = arena, .bytes = (const char *)bytes, .length = length};
    if (read_rows(&first)) {
        reads_back(&first, first.rows, first.used);
        for (int low_first = 0; low_first < 2; low_first++) {
            size_t size = first.used;
            const char *other = to_utf16(arena, first.rows, &size, low_first);
            reads_back(&first, other, size);
        }
    }
    arena_free(arena);
    return 0;
}
