/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What fuzz targets that work on files share: a folder of their own, and inputs that stand for
 * several files, one after the other, each behind a line `=== NAME`. Include it behind assert.h with
 * NDEBUG undefined.
 */
#ifndef TESTS_SUPPORT_FUZZ_WORLD_H
#define TESTS_SUPPORT_FUZZ_WORLD_H

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pejling/base/file.h"
#include "pejling/base/text.h"
#include "pejling/present/sheet.h"

#define FUZZ_MARK "=== "

static char fuzz_path[256];

static inline void fuzz_remove(void)
{
    file_remove_tree(fuzz_path);
}

/* Made once, gone when the program ends. */
static inline const char *fuzz_folder(void)
{
    const char *named = getenv("TMPDIR");
    if (!*fuzz_path) {
        snprintf(fuzz_path, sizeof fuzz_path, "%s/pejling-fuzz-XXXXXX",
                 named && *named ? named : "/tmp");
        assert(mkdtemp(fuzz_path));
        atexit(fuzz_remove);
    }
    return fuzz_path;
}

/* The path of a file in that folder. */
static inline const char *fuzz_file(struct arena *arena, const char *name)
{
    return arena_printf(arena, "%s/%s", fuzz_folder(), name);
}

static inline void fuzz_write(struct arena *arena, const char *name, const char *bytes,
                              size_t length)
{
    FILE *file = fopen(fuzz_file(arena, name), "wb");
    assert(file && fwrite(bytes, 1, length, file) == length && fclose(file) == 0);
}

/* A file that must be there, with a NUL behind it. */
static inline char *fuzz_read(struct arena *arena, const char *name, size_t *length)
{
    struct diagnostics diagnostics = {.arena = arena};
    const struct input_file file = {fuzz_file(arena, name), name, PROBLEM_FILE};
    char *bytes = file_read(&diagnostics, &file, 1 << 24, length);
    assert(bytes);
    return bytes;
}

/* What stands behind the mark of that name; NULL where it does not occur. */
static inline const char *fuzz_part(const char *text, const char *name, size_t *length)
{
    for (const char *at = text; (at = strstr(at, FUZZ_MARK)); at++) {
        const char *start = at + strlen(FUZZ_MARK);
        size_t size = strlen(name);
        if (strncmp(start, name, size) != 0 || start[size] != '\n')
            continue;
        start += size + 1;
        const char *end = strstr(start, "\n" FUZZ_MARK);
        *length = end ? (size_t)(end + 1 - start) : strlen(start);
        return start;
    }
    return NULL;
}

/* A text for the terminal: whole lines of UTF-8, and nothing in it that a terminal would obey. */
static inline void fuzz_lines(const char *text)
{
    size_t length = strlen(text);
    assert(length > 0 && text[length - 1] == '\n');
    assert(text_utf8_length(text, length) == length);
    for (const char *c = text; *c; c++)
        assert((unsigned char)*c >= ' ' || *c == '\n');
    assert(!strchr(text, 0x7F));
}

static inline void fuzz_sheet(const struct sheet *sheet)
{
    for (size_t i = 0; i < sheet->cell_count; i++)
        assert(sheet->cells[i].kind != SHEET_NUMBER || isfinite(sheet->cells[i].number));
}

#endif
