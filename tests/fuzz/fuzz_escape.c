/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever a text is, each writer gives a reader of its own kind that text back, or a harmless one:
 * no markup, no formula, no command. Bytes that are not UTF-8 do not reach the writers, since the
 * readers of the plan refuse them; here they become question marks first, as gnuplot_quote has it.
 */
#undef NDEBUG
#include <assert.h>
#include <jansson.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pejling/base/file.h"
#include "pejling/base/text.h"
#include "pejling/present/csv_writer.h"
#include "pejling/present/gnuplot_script.h"
#include "pejling/present/html.h"
#include "pejling/present/json_writer.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static char folder[256];

static void make_world(void)
{
    const char *named = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/fuzz-escape-XXXXXX", named && *named ? named : "/tmp");
    assert(mkdtemp(folder));
}

static char *read_back(struct diagnostics *diagnostics, const char *name, size_t *length)
{
    const struct input_file file = {arena_printf(diagnostics->arena, "%s/%s", folder, name), name,
                                    PROBLEM_FILE};
    char *bytes = file_read(diagnostics, &file, 1 << 22, length);
    assert(bytes);
    return bytes;
}

static void check_html(const struct place *place, const char *text)
{
    struct diagnostics *diagnostics = place->diagnostics;
    struct sink *sink =
        sink_open(diagnostics, arena_printf(diagnostics->arena, "%s/a.html", folder));
    html_text(sink, text);
    assert(sink_close(sink));
    size_t length;
    const char *html = read_back(diagnostics, "a.html", &length);
    assert(!strpbrk(html, "<>\"'") && strlen(html) == length);
    for (const char *c = html; *c; c++) {
        assert((unsigned char)*c >= ' ' && *c != 0x7F);
        if (*c == '&')
            assert(strncmp(c, "&amp;", 5) == 0 || strncmp(c, "&lt;", 4) == 0 ||
                   strncmp(c, "&gt;", 4) == 0 || strncmp(c, "&quot;", 6) == 0 ||
                   strncmp(c, "&#39;", 5) == 0);
    }
}

static void check_gnuplot(struct arena *arena, const char *text)
{
    const char *quoted = gnuplot_quote(arena, text);
    size_t length = strlen(quoted);
    assert(length >= 2 && quoted[0] == '\'' && quoted[length - 1] == '\'');
    for (size_t i = 1; i + 1 < length; i++)
        assert(quoted[i] != '\'' && (unsigned char)quoted[i] >= ' ');
}

static bool is_formula(const char *text)
{
    text += strspn(text, " ");
    return *text && strchr("=+-@\t\r", *text);
}

static void check_csv(const struct place *place, const struct sheet *sheet, const char *text)
{
    struct diagnostics *diagnostics = place->diagnostics;
    assert(csv_write(place, "a.csv", sheet, CSV_DANISH));
    size_t length;
    const char *csv = read_back(diagnostics, "a.csv", &length);
    const char *cell = strstr(csv, "\r\n") + 2;
    assert(!*text || !is_formula(cell + (*cell == '"')));
    assert(strlen(cell) >= strlen(text));
}

static void check_json(const struct place *place, const struct sheet *sheet, const char *text)
{
    json_t *root = json_object();
    json_object_set_new(root, "rows", json_of_sheet(sheet));
    assert(json_write(place, "a.json", root, 15));
    json_t *read =
        json_load_file(arena_printf(place->diagnostics->arena, "%s/a.json", folder), 0, NULL);
    const char *back = json_string_value(
        json_object_get(json_array_get(json_object_get(read, "rows"), 0), "text"));
    assert(*text ? back && strcmp(back, text) == 0 : !back);
    json_decref(read);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static const struct sheet_column column = {"text", "Tekst"};
    if (!*folder)
        make_world();
    struct arena *arena = arena_new();
    struct diagnostics diagnostics = {.arena = arena};
    const struct place place = {&diagnostics, folder, ""};
    const char *text = arena_text(arena, (const char *)bytes, length);
    check_html(&place, text);
    check_gnuplot(arena, text);
    if (text_utf8_length(text, strlen(text)) == strlen(text)) {
        struct sheet sheet = sheet_make(arena, &column, 1);
        sheet_add_text(&sheet, text);
        check_csv(&place, &sheet, text);
        check_json(&place, &sheet, text);
    }
    assert(diagnostics.count == 0);
    arena_free(arena);
    return 0;
}
