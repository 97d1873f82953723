/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever the bytes: every place that is named lies in the file, every field is UTF-8 text without
 * blanks at its ends that begins at its place, a file is sound exactly where nothing is reported,
 * and the rows of a sound one, written out again, are read as the same rows.
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
    bool utf8; /* else a byte is a character */
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
    assert(at.line > 0 || at.column == 0);
    if (at.line)
        offset_of(reading, at);
}

/* Blanks and quotes may stand before the first character of a field; then it must come. */
static void check_beginning(const struct reading *reading, const struct csv_field *field)
{
    const char *text = field->text + strspn(field->text, "\" ");
    if (!reading->utf8 || text[0] == '\0')
        return;
    size_t offset = offset_of(reading, field->at), left;
    while ((left = reading->length - offset) > 0) {
        if (left > 1 && memcmp(reading->bytes + offset, "\xC2\xA0", 2) == 0)
            offset += 2;
        else if (strchr(" \t\r\n\"", reading->bytes[offset]))
            offset++;
        else
            break;
    }
    assert(left > 0);
    if (strspn(text, "\t\r\n") == 0 && strncmp(text, "\xC2\xA0", 2) != 0)
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
        assert(field->at.line >= row->at.line);
        check_place(reading, field->at);
        if (field->at.column)
            check_beginning(reading, field);
        blank = blank && length == 0;
        keep_quoted(reading, field->text);
        keep(reading, i + 1 < COLUMNS ? ";" : "\n", 1);
    }
    assert(!blank);
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
    if (reading->length >= 3 && memcmp(reading->bytes, "\xEF\xBB\xBF", 3) == 0) {
        reading->bytes += 3;
        reading->length -= 3;
    }
    reading->utf8 = text_utf8_length(reading->bytes, reading->length) == reading->length;
    keep(reading, "navn;tæller;note\n", strlen("navn;tæller;note\n"));
    bool sound = csvfile_read(&diagnostics, &file, &format, reading);
    assert(sound == (diagnostics.count == 0));
    assert(diagnostics.of_kind[PROBLEM_SERIES] == diagnostics.count);
    for (size_t i = 0; i < diagnostics.count; i++)
        check_place(reading, diagnostics.items[i].at);
    return sound;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_new();
    struct reading first = {.arena = arena, .bytes = (const char *)bytes, .length = length};
    if (read_rows(&first)) {
        struct reading again = {.arena = arena, .bytes = first.rows, .length = first.used};
        bool sound = read_rows(&again);
        assert(sound && strcmp(first.rows, again.rows) == 0);
    }
    arena_free(arena);
    return 0;
}
