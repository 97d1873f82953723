/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/xlsx_sheet.h"

#include "near.h"
#include "xlsx_build.h"

/* A worksheet read on its own, with some strings and styles beside it. */
struct reading {
    struct diagnostics diagnostics;
    struct xlsx_book book;
    struct grid grid;
    struct location at; /* of the fault */
};

static int setup(void **state)
{
    static const char *const strings[] = {"delt", "", "æ"};
    static const enum xlsx_format formats[] = {XLSX_FORMAT_PLAIN, XLSX_FORMAT_PERCENT,
                                               XLSX_FORMAT_DATE};
    struct arena *arena = arena_new();
    struct reading *reading = arena_alloc(arena, 1, sizeof *reading);
    reading->diagnostics = (struct diagnostics){.arena = arena, .language = LANGUAGE_ENGLISH};
    reading->book = (struct xlsx_book){.diagnostics = &reading->diagnostics,
                                       .problem = PROBLEM_SERIES,
                                       .scratch = arena_new(),
                                       .strings = {strings, 3},
                                       .styles = {formats, 3}};
    *state = reading;
    return 0;
}

static int teardown(void **state)
{
    struct reading *reading = *state;
    arena_free(reading->book.scratch);
    arena_free(reading->diagnostics.arena);
    return 0;
}

static enum package_fault read_part(struct reading *reading, const char *xml)
{
    const struct xlsx_part part = {"a", xml, strlen(xml)};
    struct xlsx_bytes file = xlsx_zip(reading->diagnostics.arena, &part, 1, true);
    struct package *package;
    reading->grid = (struct grid){.name = "Ark"};
    reading->at = (struct location){"tal.xlsx", 7, 7};
    assert_int_equal(package_open(reading->diagnostics.arena, file.bytes, file.length, &package),
                     PACKAGE_SOUND);
    enum package_fault fault =
        xlsx_sheet_read(package, "a", &reading->book, &reading->grid, &reading->at);
    package_close(package);
    arena_free(reading->book.scratch); /* nothing of the grid is in there */
    reading->book.scratch = arena_new();
    return fault;
}

static enum package_fault read_rows(struct reading *reading, const char *rows, const char *after)
{
    return read_part(reading, arena_printf(reading->diagnostics.arena,
                                           "<worksheet " XLSX_MAIN
                                           "><sheetData>%s</sheetData>%s</worksheet>",
                                           rows, after));
}

/* The grid as a text: `;` behind each cell, `|` behind each row; `_` marks a spread cell. */
static const char *shown(struct reading *reading)
{
    static const char kinds[] = {'b', 't', 'n', 'd', 'e'};
    struct arena *arena = reading->diagnostics.arena;
    const char *text = "";
    for (size_t i = 0; i < reading->grid.count; i++) {
        const struct grid_row *row = &reading->grid.rows[i];
        for (size_t j = 0; j < row->count; j++) {
            const struct grid_cell *cell = &row->cells[j];
            assert_string_equal(cell->at.file, "tal.xlsx");
            assert_int_equal(cell->at.line, i + 1);
            assert_int_equal(cell->at.column, j + 1);
            text = arena_printf(arena, "%s%c%s%s;", text, kinds[cell->kind],
                                cell->spread ? "_" : "", cell->text);
        }
        text = arena_printf(arena, "%s|", text);
    }
    return text;
}

struct sample {
    const char *rows, *after, *shown;
};

static void check(struct reading *reading, const struct sample *samples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        enum package_fault fault = read_rows(reading, samples[i].rows, samples[i].after);
        if (fault || strcmp(shown(reading), samples[i].shown) != 0)
            fail_msg("%s: fault %d at %u:%u, %s", samples[i].rows, (int)fault, reading->at.line,
                     reading->at.column, shown(reading));
        assert_int_equal(reading->at.line, 0);
        assert_int_equal(reading->diagnostics.count, 0);
    }
}

static void refuse(struct reading *reading, const struct sample *samples, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (read_rows(reading, samples[i].rows, samples[i].after) != PACKAGE_DAMAGED)
            fail_msg("%s%s: no fault", samples[i].rows, samples[i].after);
}

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* --- values ------------------------------------------------------------------------------------*/
static void values_of_each_type_are_read(void **state)
{
    static const struct sample samples[] = {
        {"<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>2</v></c></row>", "",
         "tdelt;tæ;|"},
        {"<row><c t='inlineStr'><is><r><t>a</t></r><r><t> b</t></r><rPh><t>x</t></rPh></is></c>"
         "</row>",
         "", "ta b;|"},
        {"<row><c t='inlineStr'><v>no</v><is><t>ja</t></is></c><c t='n'><is><t>no</t></is></c>"
         "</row>",
         "", "tja;|"},
        {"<row><c t='str'><v> a_x000D_\nb\xC2\xA0</v></c></row>", "", "ta b;|"},
        {"<row><c t='b'><v>1</v></c><c t='b'><v>0</v></c></row>", "", "tSAND;tFALSK;|"},
        {"<row><c t='e'><v>#N/A</v></c></row>", "", "e#N/A;|"},
        {"<row><c t='d'><v>2021-11-16T12:00:00Z</v></c><c t='d'><v>2021-11-16</v></c>"
         "<c t='d'><v>12:30</v></c><c t='d'><v>2021-11-1x</v></c></row>",
         "", "d2021-11-16;d2021-11-16;t12:30;t2021-11-1x;|"},
        {"<row><c t='d'><v>2021-11-1/</v></c><c t='d'><v>2021-11-160</v></c></row>", "",
         "t2021-11-1/;t2021-11-160;|"},
        {"<row><c><v>1</v></c><c t='n'><v>-2.5</v></c><c><v>1.5E-3</v></c><c><v>-0</v></c>"
         "<c><v> 283479 </v></c></row>",
         "", "n1;n-2,5;n0,0015;n0;n283479;|"},
        {"<row><c s='1'><v>0.281</v></c><c s='1'><v>1</v></c><c s='1'><v>-0.07</v></c></row>", "",
         "n28,1;n100;n-7;|"},
        {"<row><c s='1' t='s'><v>0</v></c></row>", "", "tdelt;|"},
        {"<row><c s='2'><v>44516.75</v></c><c s='2'><v>0.5</v></c><c s='2'><v>-1</v></c></row>", "",
         "d2021-11-16;n0,5;n-1;|"},
    };
    check(*state, samples, COUNT_OF(samples));
    struct reading *reading = *state;
    assert_int_equal(read_rows(reading, "<row><c s='1'><v>0.281</v></c></row>", ""), 0);
    assert_near(reading->grid.rows[0].cells[0].number, 28.1, 0);
    assert_int_equal(read_rows(reading, "<row><c><v>0.1</v></c></row>", ""), 0);
    assert_near(reading->grid.rows[0].cells[0].number, 0.1, 0);
}

/* Each share of three decimals is the percentage that a reader sees, to the last bit. */
static void percentages_are_as_shown(void **state)
{
    struct reading *reading = *state;
    for (unsigned i = 0; i <= 1000; i += 7) {
        char share[32], percentage[32];
        snprintf(share, sizeof share, "%u.%03u", i / 1000, i % 1000);
        snprintf(percentage, sizeof percentage, "%u.%u", i / 10, i % 10);
        const char *row =
            arena_printf(reading->diagnostics.arena, "<row><c s='1'><v>%s</v></c></row>", share);
        assert_int_equal(read_rows(reading, row, ""), PACKAGE_SOUND);
        assert_near(reading->grid.rows[0].cells[0].number, strtod(percentage, NULL), 0);
    }
}

static void days_may_count_from_1904(void **state)
{
    static const struct sample sample = {"<row><c s='2'><v>43054</v></c></row>", "",
                                         "d2021-11-16;|"};
    ((struct reading *)*state)->book.from_1904 = true;
    check(*state, &sample, 1);
}

static void values_that_are_none_are_refused(void **state)
{
    static const struct sample samples[] = {
        {"<row><c t='x'><v>1</v></c></row>", "", ""},
        {"<row><c><v>one</v></c></row>", "", ""},
        {"<row><c><v>1,5</v></c></row>", "", ""},
        {"<row><c><v>0x10</v></c></row>", "", ""},
        {"<row><c><v>inf</v></c></row>", "", ""},
        {"<row><c><v>1e400</v></c></row>", "", ""},
        {"<row><c s='1'><v>1e308</v></c></row>", "", ""},
        {"<row><c><v>1</v><v>-</v></c></row>", "", ""},
        {"<row><c t='b'><v>2</v></c></row>", "", ""},
        {"<row><c t='s'><v>3</v></c></row>", "", ""},
        {"<row><c t='s'><v>-1</v></c></row>", "", ""},
        {"<row><c s='3'><v>1</v></c></row>", "", ""},
        {"<row><c s='x'><v>1</v></c></row>", "", ""},
    };
    refuse(*state, samples, COUNT_OF(samples));
    struct reading *reading = *state;
    read_rows(reading, "<row r='3'><c r='B3'><v>one</v></c></row>", "");
    assert_int_equal(reading->at.line, 3);
    assert_int_equal(reading->at.column, 2);
}

/* --- places ------------------------------------------------------------------------------------*/
static void cells_are_where_their_references_say(void **state)
{
    static const struct sample samples[] = {
        {"", "", ""},
        {"<row r='1'/><row r='5'/>", "", ""},
        {"<row r='2'><c r='B2'><v>1</v></c><c r='D2'><v>2</v></c></row>", "", "|b;n1;b;n2;|"},
        {"<row><c><v>1</v></c><c r='C1'><v>2</v></c><c><v>3</v></c></row>"
         "<row r='3'><c><v>4</v></c></row><row><c><v>5</v></c></row>",
         "", "n1;b;n2;n3;||n4;|n5;|"},
        {"<row r='1'><c r='A1'><v>1</v></c><c r='B1' s='1'/><c r='C1' t='s'><v>1</v></c></row>"
         "<row r='2'><c r='A2' s='1'/></row>",
         "", "n1;|"},
        {"<row r='1' hidden='1'><c r='A1'><v>1</v></c></row>", "", "n1;|"},
        {"<row><c><v>1</v><extLst><ext><v>2</v><f>3</f></ext></extLst></c><x><v>4</v></x></row>"
         "<x><c><v>5</v></c></x>",
         "<x><row><c><v>6</v><f>7</f></c></row></x>", "n1;|"},
    };
    check(*state, samples, COUNT_OF(samples));
}

static void prefixes_do_not_matter(void **state)
{
    struct reading *reading = *state;
    assert_int_equal(
        read_part(reading,
                  "<x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main'>"
                  "<x:sheetData><x:row r='1'><x:c r='A1' t='inlineStr'><x:is><x:t>a</x:t></x:is>"
                  "</x:c><x:c r='B1'><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>"),
        PACKAGE_SOUND);
    assert_string_equal(shown(reading), "ta;n2;|");
    assert_int_equal(read_part(reading, "<chartsheet/>"), PACKAGE_DAMAGED);
}

static void places_that_are_none_are_refused(void **state)
{
    static const struct sample samples[] = {
        {"<row r='2'/><row r='1'/>", "", ""},
        {"<row r='2'/><row r='2'/>", "", ""},
        {"<row r='0'/>", "", ""},
        {"<row r='1048577'/>", "", ""},
        {"<row r='1048576'/><row/>", "", ""},
        {"<row r='x'/>", "", ""},
        {"<row r='1'><c r='B1'/><c r='A1'/></row>", "", ""},
        {"<row r='1'><c r='B1'/><c r='B1'/></row>", "", ""},
        {"<row r='1'><c r='A2'/></row>", "", ""},
        {"<row r='1'><c r='1'/></row>", "", ""},
        {"<row r='1'><c r='A'/></row>", "", ""},
        {"<row r='1'><c r='A01'/></row>", "", ""},
        {"<row r='1'><c r='A1:B1'/></row>", "", ""},
        {"<row r='1'><c r='XFE1'/></row>", "", ""},
        {"<row r='1'><c r='AAAA1'/></row>", "", ""},
        {"<row r='1'><c r='XFD1'/><c/></row>", "", ""},
        {"<row r='1'><c r='a1'/></row>", "", ""},
        {"<row r='1'><c r='A000000001'/></row>", "", ""},
        {"<row r='1'><c r='A100000001'/></row>", "", ""},
        {"", "<mergeCells><mergeCell ref='A1:A1048577'/></mergeCells>", ""},
        {"", "<mergeCells><mergeCell/></mergeCells>", ""},
        {"", "<mergeCells><mergeCell ref='A1:'/></mergeCells>", ""},
        {"", "<mergeCells><mergeCell ref='A1:B2:C3'/></mergeCells>", ""},
        {"", "<mergeCells><mergeCell ref='B1:A2'/></mergeCells>", ""},
        {"", "<mergeCells><mergeCell ref='A2:B1'/></mergeCells>", ""},
        {"", "<mergeCells><mergeCell ref='A1:XFE1'/></mergeCells>", ""},
    };
    refuse(*state, samples, COUNT_OF(samples));
}

/* --- merged cells ------------------------------------------------------------------------------*/
static void merged_cells_get_what_the_first_has(void **state)
{
    static const struct sample samples[] = {
        {"<row><c t='s'><v>0</v></c><c/><c><v>1</v></c></row>"
         "<row><c/><c/><c><v>2</v></c></row>",
         "<mergeCells><mergeCell ref='A1:B2'/></mergeCells>",
         "tdelt;t_delt;n1;|t_delt;t_delt;n2;|"},
        {"<row><c><v>7</v></c></row><row r='3'><c r='B3'><v>1</v></c></row>",
         "<mergeCells><mergeCell ref='A1:A3'/></mergeCells>", "n7;|n_7;|n_7;n1;|"},
        /* beyond what the sheet uses: whole columns, whole rows, elsewhere, one cell */
        {"<row><c><v>7</v></c><c/><c/></row><row><c r='B2'><v>1</v></c></row>",
         "<mergeCells><mergeCell ref='A1:A1048576'/><mergeCell ref='D1:XFD9'/>"
         "<mergeCell ref='B2:XFD2'/><mergeCell ref='A9:B9'/><mergeCell ref='A1'/></mergeCells>",
         "n7;|n_7;n1;|"},
        /* a first cell that is blank, and a value hidden beneath */
        {"<row><c/><c><v>7</v></c><c><v>8</v></c></row>",
         "<mergeCells><mergeCell ref='A1:B1'/></mergeCells>", "b;b_;n8;|"},
        {"<row><c><v>1</v></c></row><row><c r='C2'><v>7</v></c><c><v>8</v></c></row>"
         "<row><c><v>2</v></c></row>",
         "<mergeCells><mergeCell ref='C1:D3'/></mergeCells>", "n1;|b;b;b_;b_;|n2;|"},
        {"<row><c><v>1</v></c><c><v>2</v></c></row>", "<mergeCells><x ref='A1:B1'/></mergeCells>",
         "n1;n2;|"},
    };
    check(*state, samples, COUNT_OF(samples));
}

static void a_text_that_no_cell_can_hold_is_refused(void **state)
{
    struct reading *reading = *state;
    char *text = arena_alloc(reading->diagnostics.arena, XLSX_TEXT_CHARACTERS + 2, 1);
    memset(text, 'x', XLSX_TEXT_CHARACTERS + 1);
    const char *row = arena_printf(reading->diagnostics.arena,
                                   "<row><c t='inlineStr'><is><t>%s</t></is></c></row>", text);
    assert_int_equal(read_rows(reading, row, ""), PACKAGE_DAMAGED);
}

/* --- formulas ----------------------------------------------------------------------------------*/
static void formulas_are_reported_with_their_cells(void **state)
{
    struct reading *reading = *state;
    assert_int_equal(
        read_rows(reading,
                  "<row r='2'><c r='C2'><f>A1+B1</f><v>3</v></c><c t='str'><f t='shared' si='0'/>"
                  "<v>a</v></c></row>",
                  "<conditionalFormatting><cfRule><formula>A1</formula></cfRule>"
                  "</conditionalFormatting>"),
        PACKAGE_SOUND);
    assert_int_equal(reading->book.formulas, 2);
    assert_int_equal(reading->diagnostics.count, 2);
    const struct diagnostic *items = reading->diagnostics.items;
    assert_non_null(strstr(items[0].text, "is a formula"));
    assert_int_equal(items[0].problem, PROBLEM_SERIES);
    assert_int_equal(items[0].at.line, 2);
    assert_int_equal(items[0].at.column, 3);
    assert_int_equal(items[1].at.column, 4);
    for (int i = 0; i < 20; i++)
        read_rows(reading, "<row><c><f>A1</f></c></row>", "");
    assert_int_equal(reading->book.formulas, 22);
    assert_int_equal(reading->diagnostics.count, XLSX_FORMULAS);
}

/* --- limits ------------------------------------------------------------------------------------*/
static void rows_and_cells_are_counted_over_all_sheets(void **state)
{
    struct reading *reading = *state;
    const char *last = "<row r='1048576'><c r='A1048576'><v>1</v></c></row>";
    assert_int_equal(read_rows(reading, last, ""), PACKAGE_SOUND);
    assert_int_equal(reading->grid.count, XLSX_ROWS);
    assert_int_equal(reading->grid.rows[XLSX_ROWS - 1].count, 1);
    assert_int_equal(read_rows(reading, last, ""), PACKAGE_TOO_LARGE);
    reading->book.rows = 0;
    reading->book.cells = XLSX_ALL_CELLS - 3;
    assert_int_equal(read_rows(reading, "<row><c r='C1'><v>1</v></c></row>", ""), PACKAGE_SOUND);
    assert_int_equal(read_rows(reading, "<row><c><v>1</v></c></row>", ""), PACKAGE_TOO_LARGE);
    reading->book.cells = XLSX_ALL_CELLS - 7; /* room for what is given, but not for its spread */
    assert_int_equal(read_rows(reading,
                               "<row><c><v>1</v></c></row><row><c r='C2'><v>1</v></c></row>",
                               "<mergeCells><mergeCell ref='A1:C1'/></mergeCells>"),
                     PACKAGE_TOO_LARGE);
}

/* Each row as wide as can be, for a few bytes of file. */
static void wide_rows_are_too_large_soon(void **state)
{
    struct reading *reading = *state;
    struct arena *arena = arena_new();
    char *rows = arena_alloc(arena, 10000 * 60, 1), *end = rows;
    for (unsigned row = 1; row <= 10000; row++)
        end += sprintf(end, "<row><c r='XFD%u'><v>1</v></c></row>", row);
    assert_int_equal(read_rows(reading, rows, ""), PACKAGE_TOO_LARGE);
    assert_in_range(reading->at.line, 100, 200);
    arena_free(arena);
}

/* Areas over each other cost what they cover, however often. */
static void merged_areas_are_counted(void **state)
{
    struct reading *reading = *state;
    struct arena *arena = arena_new();
    char *merges = arena_alloc(arena, 10000 * 40 + 60, 1);
    char *end = merges + sprintf(merges, "<mergeCells>");
    for (unsigned i = 0; i < 10000; i++)
        end += sprintf(end, "<mergeCell ref='A1:XFD1048576'/>");
    sprintf(end, "</mergeCells>");
    assert_int_equal(read_rows(reading,
                               "<row r='1'><c r='A1'><v>1</v></c><c r='Z1'><v>1</v></c></row>"
                               "<row r='1000'><c r='A1000'><v>1</v></c></row>",
                               merges),
                     PACKAGE_TOO_LARGE);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(values_of_each_type_are_read, setup, teardown),
        cmocka_unit_test_setup_teardown(percentages_are_as_shown, setup, teardown),
        cmocka_unit_test_setup_teardown(days_may_count_from_1904, setup, teardown),
        cmocka_unit_test_setup_teardown(values_that_are_none_are_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(cells_are_where_their_references_say, setup, teardown),
        cmocka_unit_test_setup_teardown(prefixes_do_not_matter, setup, teardown),
        cmocka_unit_test_setup_teardown(places_that_are_none_are_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(merged_cells_get_what_the_first_has, setup, teardown),
        cmocka_unit_test_setup_teardown(a_text_that_no_cell_can_hold_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(formulas_are_reported_with_their_cells, setup, teardown),
        cmocka_unit_test_setup_teardown(rows_and_cells_are_counted_over_all_sheets, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(wide_rows_are_too_large_soon, setup, teardown),
        cmocka_unit_test_setup_teardown(merged_areas_are_counted, setup, teardown),
    };
    return cmocka_run_group_tests_name("xlsx_sheet", tests, NULL, NULL);
}
