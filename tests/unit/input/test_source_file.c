/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/source_file.h"

#include "near.h"

#include <stdlib.h>
#include <unistd.h>

#include "xlsx_build.h"

#define BYTES(literal) (literal), sizeof(literal) - 1
#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

struct place {
    struct diagnostics diagnostics;
    char *path;
    struct workbook workbook;
};

static int setup(void **state)
{
    struct arena *arena = arena_new();
    struct place *place = arena_alloc(arena, 1, sizeof *place);
    const char *temporary = getenv("TMPDIR");
    place->diagnostics = (struct diagnostics){.arena = arena, .language = LANGUAGE_ENGLISH};
    place->path = arena_printf(arena, "%s/pejling-test-XXXXXX", temporary ? temporary : "/tmp");
    *state = place;
    int stream = mkstemp(place->path);
    return stream >= 0 && close(stream) == 0 ? 0 : -1;
}

static int teardown(void **state)
{
    struct place *place = *state;
    unlink(place->path);
    arena_free(place->diagnostics.arena);
    return 0;
}

static void write_bytes(const struct place *place, const char *bytes, size_t length)
{
    FILE *stream = fopen(place->path, "wb");
    assert_non_null(stream);
    assert_int_equal(fwrite(bytes, 1, length, stream), length);
    assert_int_equal(fclose(stream), 0);
}

static bool read_file(struct place *place)
{
    const struct input_file file = {place->path, "tal.xlsx", PROBLEM_INPUT};
    place->diagnostics.count = 0;
    return source_file_read(&place->diagnostics, &file, &place->workbook);
}

static void assert_says(const struct place *place, unsigned line, unsigned column, const char *says)
{
    assert_int_equal(place->diagnostics.count, 1);
    const struct diagnostic *item = &place->diagnostics.items[0];
    assert_int_equal(item->problem, PROBLEM_INPUT);
    if (item->at.line != line || item->at.column != column || !strstr(item->text, says))
        fail_msg("%s:%u:%u %s", item->at.file, item->at.line, item->at.column, item->text);
}

/* --- what is read ----------------------------------------------------------------------------- */
static void text_of_any_encoding_is_one_sheet_whatever_its_name(void **state)
{
    struct place *place = *state;
    static const struct {
        const char *bytes;
        size_t length;
    } rows[] = {
        {BYTES("omr\xC3\xA5"
               "de;2019\n")},
        {BYTES("\xEF\xBB\xBFomr\xC3\xA5"
               "de;2019\n")},
        {BYTES("omr\xE5"
               "de;2019\r\n")},
        {BYTES("\xFF\xFEo\0m\0r\0\xE5\0d\0e\0\t\0"
               "2\0000\0001\0009\0\n\0")},
        {BYTES("\xFE\xFF\0o\0m\0r\0\xE5\0d\0e\0;\0002\0000\0001\0009\0\n")},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        write_bytes(place, rows[i].bytes, rows[i].length);
        assert_true(read_file(place));
        assert_int_equal(place->workbook.count, 1);
        const struct grid *sheet = &place->workbook.sheets[0];
        assert_string_equal(sheet->name, "");
        assert_string_equal(grid_cell(sheet, 0, 0).text, "område");
        assert_string_equal(grid_cell(sheet, 0, 1).text, "2019");
    }
}

static void a_workbook_is_told_by_its_content(void **state)
{
    struct place *place = *state;
    struct xlsx_build build = xlsx_build_new(place->diagnostics.arena);
    xlsx_build_rows(&build, XLSX_SHEET, "område;2019\nNord;12,5\n");
    assert_true(xlsx_build_save(&build, place->path));
    assert_true(read_file(place));
    assert_int_equal(place->workbook.count, 1);
    const struct grid *sheet = &place->workbook.sheets[0];
    assert_string_equal(sheet->name, "Ark1");
    assert_string_equal(grid_cell(sheet, 0, 0).text, "område");
    assert_int_equal(grid_cell(sheet, 1, 1).kind, CELL_NUMBER);
    assert_near(grid_cell(sheet, 1, 1).number, 12.5, 0);
}

/* What was left out is told beside what was read, and is no fault. */
static void a_hidden_sheet_of_a_workbook_leaves_the_others_read(void **state)
{
    struct place *place = *state;
    struct xlsx_build build = xlsx_build_new(place->diagnostics.arena);
    xlsx_build_book(&build, "",
                    "<sheet name=\"Gamle tal\" sheetId=\"2\" state=\"hidden\" r:id=\"rId1\"/>"
                    "<sheet name=\"Ark1\" sheetId=\"1\" r:id=\"rId2\"/>",
                    XLSX_RELATION("rId1", "worksheet", "worksheets/sheet2.xml")
                        XLSX_RELATION("rId2", "worksheet", "worksheets/sheet1.xml"));
    xlsx_build_rows(&build, XLSX_SHEET, "område;2019\nNord;12\n");
    xlsx_build_rows(&build, "xl/worksheets/sheet2.xml", "område;2011\nNord;=B7\n");
    assert_true(xlsx_build_save(&build, place->path));
    assert_true(read_file(place));
    assert_int_equal(place->workbook.count, 1);
    assert_string_equal(place->workbook.sheets[0].name, "Ark1");
    assert_int_equal(place->diagnostics.count, 1);
    assert_int_equal(place->diagnostics.items[0].problem, PROBLEM_REMARK);
    assert_non_null(strstr(place->diagnostics.items[0].text, "»Gamle tal« is hidden"));
}

/* --- what is refused -------------------------------------------------------------------------- */
static void what_holds_figures_in_another_form_is_named(void **state)
{
    struct place *place = *state;
    static const struct {
        const char *bytes;
        size_t length;
        unsigned line;
        const char *says;
    } rows[] = {
        {BYTES("%PDF-1.7\n"), 0, "a PDF file"},
        {BYTES("<!DOCTYPE html><html>"), 0, "a web page or XML file"},
        {BYTES("\xEF\xBB\xBF \r\n<html>"), 0, "a web page or XML file"},
        {BYTES("<?xml version=\"1.0\"?>"), 0, "a web page or XML file"},
        {BYTES("{\"dataset\": 1}"), 0, "a JSON file"},
        {BYTES("CHARSET=\"ANSI\";\n"), 0, "a PC-Axis file (.px)"},
        {BYTES("axis-version=\"2010\";\n"), 0, "a PC-Axis file (.px)"},
        {BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0"), 0,
         "protected with a password or saved in the old format .xls"},
        {BYTES("PK\x03\x04 and no archive"), 0, ""},
        {BYTES("a;b\n1;2\0\n"), 2, "not plain text"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        write_bytes(place, rows[i].bytes, rows[i].length);
        assert_false(read_file(place));
        assert_says(place, rows[i].line, 0, rows[i].says);
    }
}

static void the_words_are_those_of_the_language(void **state)
{
    struct place *place = *state;
    place->diagnostics.language = LANGUAGE_DANISH;
    write_bytes(place, BYTES("%PDF-1.7\n"));
    assert_false(read_file(place));
    assert_says(place, 0, 0, "en PDF-fil · hent tallene som Excel eller CSV");
}

static void a_workbook_with_macros_is_refused(void **state)
{
    struct place *place = *state;
    struct xlsx_build build = xlsx_build_new(place->diagnostics.arena);
    xlsx_build_rows(&build, XLSX_SHEET, "område;2019\nNord;12\n");
    xlsx_build_part(&build, XLSX_TYPES,
                    XLSX_HEAD
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                    "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/"
                    "vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>");
    xlsx_build_part(&build, "xl/vbaProject.bin", "macros");
    assert_true(xlsx_build_save(&build, place->path));
    assert_false(read_file(place));
    assert_says(place, 0, 0, "the workbook contains macros");
}

static void a_formula_in_a_workbook_is_refused_in_its_place(void **state)
{
    struct place *place = *state;
    struct xlsx_build build = xlsx_build_new(place->diagnostics.arena);
    xlsx_build_rows(&build, XLSX_SHEET, "område;2019\nNord;=B7\n");
    assert_true(xlsx_build_save(&build, place->path));
    assert_false(read_file(place));
    assert_says(place, 2, 2, "formula");
}

/* Damaged before they came into the workbook: opened in Excel as the wrong encoding, and saved. */
static void damaged_letters_in_a_workbook_are_refused_in_their_cell(void **state)
{
    struct place *place = *state;
    static const char *const names[] = {"N\xEF\xBF\xBDrre", "NÃ¸rre"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        struct xlsx_build build = xlsx_build_new(place->diagnostics.arena);
        xlsx_build_rows(
            &build, XLSX_SHEET,
            arena_printf(place->diagnostics.arena, "område;2019\nSyd;7\n%s;12\n", names[i]));
        assert_true(xlsx_build_save(&build, place->path));
        assert_false(read_file(place));
        assert_says(place, 3, 1, "damaged by an earlier conversion");
    }
}

/* In whichever sheet: those behind it are not looked at. */
static void damaged_letters_are_refused_once(void **state)
{
    struct place *place = *state;
    struct xlsx_build build = xlsx_build_new(place->diagnostics.arena);
    xlsx_build_book(&build, "",
                    "<sheet name=\"Et\" sheetId=\"1\" r:id=\"rId1\"/>"
                    "<sheet name=\"To\" sheetId=\"2\" r:id=\"rId2\"/>",
                    XLSX_RELATION("rId1", "worksheet", "worksheets/sheet1.xml")
                        XLSX_RELATION("rId2", "worksheet", "worksheets/sheet2.xml"));
    xlsx_build_rows(&build, XLSX_SHEET, "område;2019\nNÃ¸rre;12\n");
    xlsx_build_rows(&build, "xl/worksheets/sheet2.xml", "område;NÃ¸rre\n");
    assert_true(xlsx_build_save(&build, place->path));
    assert_false(read_file(place));
    assert_says(place, 2, 1, "damaged by an earlier conversion");
}

static void a_file_above_64_mb_is_refused_unread(void **state)
{
    struct place *place = *state;
    write_bytes(place, "", 0);
    assert_int_equal(truncate(place->path, ((off_t)64 << 20) + 1), 0);
    assert_false(read_file(place));
    assert_says(place, 0, 0, "larger than");
}

static void a_file_that_is_not_there_is_refused(void **state)
{
    struct place *place = *state;
    unlink(place->path);
    assert_false(read_file(place));
    assert_says(place, 0, 0, "does not exist");
}

#define SOURCE_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SOURCE_TEST(text_of_any_encoding_is_one_sheet_whatever_its_name),
        SOURCE_TEST(a_workbook_is_told_by_its_content),
        SOURCE_TEST(a_hidden_sheet_of_a_workbook_leaves_the_others_read),
        SOURCE_TEST(what_holds_figures_in_another_form_is_named),
        SOURCE_TEST(the_words_are_those_of_the_language),
        SOURCE_TEST(a_workbook_with_macros_is_refused),
        SOURCE_TEST(a_formula_in_a_workbook_is_refused_in_its_place),
        SOURCE_TEST(damaged_letters_in_a_workbook_are_refused_in_their_cell),
        SOURCE_TEST(damaged_letters_are_refused_once),
        SOURCE_TEST(a_file_above_64_mb_is_refused_unread),
        SOURCE_TEST(a_file_that_is_not_there_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
