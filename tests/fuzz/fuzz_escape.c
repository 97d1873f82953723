/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever a text is, what each writer makes of it gives a reader of its own kind that text back,
 * and nothing else: no markup, no formula, no command. Bytes that are not UTF-8 do not reach the
 * writers, since the readers of the plan refuse them; gnuplot alone gets them, as question marks.
 */
#undef NDEBUG
#include <assert.h>
#include <expat.h>
#include <jansson.h>
#include <stdint.h>

#include "../support/fuzz_world.h"
#include "pejling/base/printable.h"
#include "pejling/input/xlsx.h"
#include "pejling/present/csv_writer.h"
#include "pejling/present/figure_svg.h"
#include "pejling/present/gnuplot_script.h"
#include "pejling/present/html.h"
#include "pejling/present/json_writer.h"
#include "pejling/present/package_check.h"
#include "pejling/present/workbook_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const struct sheet_column column = {"text", "Tekst"};

/* --- HTML ------------------------------------------------------------------------------------- */
/* The character that an entity stands for, or the first as it stands; `*size` is its bytes. */
static char entity(const char *html, size_t *size)
{
    static const char *const entities[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
    for (size_t i = 0; i < 5; i++) {
        *size = strlen(entities[i]);
        if (strncmp(html, entities[i], *size) == 0)
            return "&<>\"'"[i];
    }
    *size = 1;
    assert(!strchr("&<>\"'", *html) && (unsigned char)*html >= ' ' && *html != 0x7F);
    return *html;
}

static void check_html(const struct place *place, const char *text)
{
    struct arena *arena = place->diagnostics->arena;
    struct sink *sink = sink_open(place->diagnostics, fuzz_file(arena, "a.html"));
    html_text(sink, text);
    assert(sink_close(sink));
    size_t length, size;
    const char *html = fuzz_read(arena, "a.html", &length);
    const char *wanted = printable_text(arena, text, "", NULL);
    for (; *html; html += size, wanted++)
        assert(*wanted && entity(html, &size) == *wanted);
    assert(!*wanted);
}

/* --- gnuplot ---------------------------------------------------------------------------------- */
static void check_gnuplot(struct arena *arena, const char *text)
{
    static const char *const apostrophe[] = {"’"};
    const char *quoted = gnuplot_quote(arena, text);
    const char *wanted = printable_text(arena, text, "'", apostrophe);
    size_t length = strlen(quoted);
    assert(length >= 2 && quoted[0] == '\'' && quoted[length - 1] == '\'');
    assert(text_utf8_length(quoted, length) == length);
    for (size_t i = 1; i + 1 < length; i++)
        assert(quoted[i] != '\'' && (unsigned char)quoted[i] >= ' ');
    assert(strncmp(quoted + 1, wanted, length - 2) == 0);
    assert(text_characters(quoted, length) == 202 || strlen(wanted) == length - 2);
}

/* One line says the text, and the next what it looks like. */
static void check_label(const struct place *place, const char *text)
{
    static const struct text_style style = {.name = "tekst", .points = 9};
    struct gnuplot_script *script = gnuplot_script_new(place);
    size_t length, lines = 0;
    gnuplot_label(script, &style, 1, 2, text);
    const char *written = gnuplot_script_text(script, &length);
    for (size_t i = 0; i < length; i++)
        lines += written[i] == '\n';
    assert(lines == 3 && gnuplot_script_fault(script) == GNUPLOT_NONE);
}

/* --- CSV -------------------------------------------------------------------------------------- */
static bool is_formula(const char *text)
{
    text += strspn(text, " ");
    return *text && strchr("=+-@\t\r\n", *text);
}

/* The one field of the second line, as RFC 4180 has it. */
static const char *field_of(struct arena *arena, const char *csv, const char *line_end)
{
    const char *cell = strstr(csv, line_end) + strlen(line_end);
    if (*cell != '"') {
        const char *end = strstr(cell, line_end);
        assert(end && !end[strlen(line_end)]);
        return arena_text(arena, cell, (size_t)(end - cell));
    }
    char *field = arena_alloc(arena, strlen(cell) + 1, 1), *out = field;
    for (cell++; *cell != '"' || cell[1] == '"'; cell++) {
        assert(*cell);
        cell += *cell == '"';
        *out++ = *cell;
    }
    assert(strcmp(cell + 1, line_end) == 0);
    return field;
}

static void check_csv(const struct place *place, const struct sheet *sheet, const char *text)
{
    static const char *const ends[] = {[CSV_MACHINE] = "\n", [CSV_DANISH] = "\r\n"};
    struct arena *arena = place->diagnostics->arena;
    size_t length;
    for (int dialect = CSV_MACHINE; dialect <= CSV_DANISH; dialect++) {
        assert(csv_write(place, "a.csv", sheet, (enum csv_dialect)dialect));
        const char *field = field_of(arena, fuzz_read(arena, "a.csv", &length), ends[dialect]);
        assert(!is_formula(field));
        assert(strcmp(text_unguarded(arena, field), text) == 0);
    }
}

/* --- JSON ------------------------------------------------------------------------------------- */
static void check_json(const struct place *place, const struct sheet *sheet, const char *text)
{
    json_t *root = json_object();
    json_object_set_new(root, "rows", json_of_sheet(sheet));
    assert(json_write(place, "a.json", root, 15));
    json_t *read = json_load_file(fuzz_file(place->diagnostics->arena, "a.json"), 0, NULL);
    const char *back = json_string_value(
        json_object_get(json_array_get(json_object_get(read, "rows"), 0), "text"));
    assert(*text ? back && strcmp(back, text) == 0 : !back);
    json_decref(read);
}

/* --- XLSX ------------------------------------------------------------------------------------- */
/* Without the blanks at both ends, which no cell that is read has. */
static const char *trimmed(struct arena *arena, const char *text)
{
    size_t length = strlen(text += strspn(text, " "));
    while (length && text[length - 1] == ' ')
        length--;
    return arena_text(arena, text, length);
}

static void check_workbook(const struct place *place, const char *text)
{
    struct diagnostics *diagnostics = place->diagnostics;
    struct arena *arena = diagnostics->arena;
    struct book_sheet sheet = book_sheet_make(arena, "Ark", &column, 1);
    const char *path = fuzz_file(arena, "a.xlsx");
    const struct input_file file = {path, "a.xlsx", PROBLEM_INPUT};
    struct workbook workbook;
    size_t length;
    book_add_text(&sheet, text, BOOK_PLAIN);
    const struct book book = {"Titel", "2024", {"side", "af"}, "", 1, &sheet, 1};
    assert(workbook_file_write(arena, &book, path, fuzz_folder()) == WORKBOOK_WRITTEN);
    assert(package_is_whole(path, "xl/workbook.xml"));
    const char *bytes = fuzz_read(arena, "a.xlsx", &length);
    assert(xlsx_read(diagnostics, &file, bytes, length, &workbook) && workbook.count == 1);
    const char *wanted = trimmed(arena, printable_text(arena, text, "", NULL));
    const struct grid *grid = &workbook.sheets[0];
    assert(grid->count == (*wanted ? 2 : 1));
    assert(!*wanted || strcmp(grid->rows[1].cells[0].text, wanted) == 0);
}

/* --- SVG -------------------------------------------------------------------------------------- */
struct words {
    struct arena *arena;
    const char *text;
};

static void add_words(void *context, const XML_Char *text, int length)
{
    struct words *words = context;
    words->text = arena_printf(words->arena, "%s%.*s", words->text, length, text);
}

/* As gnuplot writes a label, which it escapes itself, with a title and a summary put in. */
static void check_drawing(const struct place *place, const char *text)
{
    static const char *const escaped[] = {"&amp;", "&lt;"};
    struct arena *arena = place->diagnostics->arena;
    const char *label = printable_text(arena, text, "", NULL);
    const char *svg =
        arena_printf(arena,
                     "<?xml version=\"1.0\"?><svg width=\"600\" height=\"400\" "
                     "xmlns=\"http://www.w3.org/2000/svg\"><g id=\"a\" font-family=\"Open Sans\">"
                     "<title>x</title><g ></g><text>%s</text></g></svg>\n",
                     printable_text(arena, text, "&<", escaped));
    const struct figure_svg figure = {"navn", text, text, 17};
    struct sink *sink = sink_open(place->diagnostics, fuzz_file(arena, "a.svg"));
    figure_svg_write(sink, arena, &figure, svg);
    assert(sink_close(sink));
    struct words words = {arena, ""};
    size_t length;
    const char *written = fuzz_read(arena, "a.svg", &length);
    XML_Parser parser = XML_ParserCreate("UTF-8");
    XML_SetUserData(parser, &words);
    XML_SetCharacterDataHandler(parser, add_words);
    assert(XML_Parse(parser, written, (int)length, 1) == XML_STATUS_OK);
    XML_ParserFree(parser);
    const char *wanted = arena_printf(arena, "\n%s\n%s%s", label, label, label);
    assert(strcmp(words.text, wanted) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_new();
    struct diagnostics diagnostics = {.arena = arena};
    const struct place place = {&diagnostics, fuzz_folder(), ""};
    const char *text = arena_text(arena, (const char *)bytes, length);
    check_gnuplot(arena, text);
    check_label(&place, text);
    check_drawing(&place, text);
    if (text_utf8_length(text, strlen(text)) == strlen(text)) {
        struct sheet sheet = sheet_make(arena, &column, 1);
        sheet_add_text(&sheet, text);
        check_html(&place, text);
        check_csv(&place, &sheet, text);
        check_json(&place, &sheet, text);
        check_workbook(&place, text);
    }
    assert(diagnostics.count == 0);
    arena_free(arena);
    return 0;
}
