/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/workbook_file.h"

#include "workbook_bench.h"

#include <math.h>
#include <time.h>

#define FIRST 3 /* row of the first cell, below two lines and the labels */

static enum workbook_outcome outcome_of(struct bench *bench, const struct book *book,
                                        const char *name)
{
    return workbook_file_write(bench->arena, book, book_path(bench, name), bench->place.folder);
}

static bool write_as(struct bench *bench, const struct book *book, const char *name)
{
    return outcome_of(bench, book, name) == WORKBOOK_WRITTEN;
}

static const struct grid *written(struct bench *bench, const struct book *book)
{
    assert_true(write_as(bench, book, BOOK_FILE));
    struct workbook workbook = read_book(bench, BOOK_FILE);
    assert_true(workbook.count >= 1);
    return &workbook.sheets[0];
}

static void text_is_text_and_numbers_are_numbers(void **state)
{
    struct book *book = small_book(*state);
    add_pair(book, "Nordparken", -3.9);
    add_pair(book, "Æbleøen – 15–29-årige", 1234.5);
    const struct grid *grid = written(*state, book);
    assert_string_equal(grid->name, "Ark");
    assert_string_equal(grid_cell(grid, 0, 0).text, "Overskrift");
    assert_string_equal(grid_cell(grid, 2, 0).text, "Tekst");
    assert_string_equal(grid_cell(grid, 2, 1).text, "Tal i år");
    assert_string_equal(grid_cell(grid, FIRST, 0).text, "Nordparken");
    assert_int_equal(grid_cell(grid, FIRST, 1).kind, CELL_NUMBER);
    assert_true(fabs(grid_cell(grid, FIRST, 1).number + 3.9) < 1e-12);
    assert_string_equal(grid_cell(grid, FIRST + 1, 0).text, "Æbleøen – 15–29-årige");
    assert_true(fabs(grid_cell(grid, FIRST + 1, 1).number - 1234.5) < 1e-12);
    assert_int_equal(grid->count, FIRST + 2);
}

static void hostile_texts_stay_texts(void **state)
{
    static const char *const texts[][2] = {
        {"=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"},
        {"=1+1", "=1+1"},
        {"@x", "@x"},
        {"+1", "+1"},
        {"{=1+1}", "{=1+1}"},
        {"https://example.org", "https://example.org"},
        {"internal:Ark!A1", "internal:Ark!A1"},
        {"]:*?/\\", "]:*?/\\"},
        {"<b>&\"'", "<b>&\"'"},
        {"a\x01\x1F\nb", "a   b"},
        {"ugyldig \xC3\x28 og \xFF", "ugyldig ?( og ?"},
        {"_x0041_ og _x00", "_x0041_ og _x00"},
        {"123", "123"},
    };
    struct book *book = small_book(*state);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        add_pair(book, texts[i][0], (double)i);
    const struct grid *grid = written(*state, book);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_int_equal(grid_cell(grid, FIRST + i, 0).kind, CELL_TEXT);
        assert_string_equal(grid_cell(grid, FIRST + i, 0).text, texts[i][1]);
    }
    assert_null(strstr(book_part(*state, BOOK_FILE, "xl/worksheets/sheet1.xml"), "<f>"));
    assert_null(strstr(book_part(*state, BOOK_FILE, "xl/worksheets/sheet1.xml"), "hyperlink"));
}

static void hostile_texts_around_the_table_do_no_harm(void **state)
{
    struct bench *bench = *state;
    char *long_text = arena_alloc(bench->arena, 40001, 1);
    memset(long_text, '&', 40000);
    const char *const texts[] = {"=1+1", "&&&LFejl&P", "\x01\xFF", "", long_text};
    static struct book_line line = {NULL, BOOK_PLAIN};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct book *book = small_book(bench);
        book->title = book->edition = book->note = line.text = texts[i];
        sheet_of(book)->lines = &line;
        sheet_of(book)->line_count = 1;
        add_pair(book, "x", 1);
        written(bench, book);
    }
    struct book *book = small_book(bench);
    add_pair(book, "x", 1);
    written(bench, book);
    assert_non_null(strstr(book_part(bench, BOOK_FILE, "xl/worksheets/sheet1.xml"),
                           "&amp;LTitel &amp;&amp; mere&amp;R2025"));
}

static void a_text_too_long_for_a_cell_is_cut(void **state)
{
    struct bench *bench = *state;
    struct book *book = small_book(bench);
    char *ascii = arena_alloc(bench->arena, 40001, 1);
    memset(ascii, 'x', 40000);
    const char *cut = workbook_text(bench->arena, ascii, WORKBOOK_TEXT_LIMIT);
    assert_int_equal(strlen(cut), WORKBOOK_TEXT_LIMIT - 1 + strlen("…"));
    assert_string_equal(cut + WORKBOOK_TEXT_LIMIT - 1, "…");
    add_pair(book, ascii, 1);
    assert_string_equal(grid_cell(written(bench, book), FIRST, 0).text, cut);
    /* what Excel counts twice, and codes are cut whole */
    assert_string_equal(workbook_text(bench->arena, "😀😀😀", 5), "😀😀…");
    assert_string_equal(workbook_text(bench->arena, "😀😀😀", 6), "😀😀😀");
    assert_string_equal(workbook_text(bench->arena, "abc", 3), "abc");
    assert_string_equal(workbook_text(bench->arena, "abcd", 3), "ab…");
    assert_string_equal(workbook_text(bench->arena, "a_x0041_", 8), "a…");
    assert_string_equal(workbook_text(bench->arena, "a_x0041_", 15), "a_x005F_x0041_");
}

static void what_is_no_number_is_refused(void **state)
{
    const double numbers[] = {(double)NAN, HUGE_VAL, -HUGE_VAL};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct book *book = small_book(*state);
        add_pair(book, "x", 1);
        sheet_of(book)->cells.cells[1].number = numbers[i];
        assert_int_equal(outcome_of(*state, book, BOOK_FILE), WORKBOOK_REFUSED);
    }
}

static void more_columns_than_a_sheet_has_are_refused(void **state)
{
    struct bench *bench = *state;
    for (size_t count = 16384; count <= 16385; count++) {
        struct book *book = small_book(bench);
        struct sheet_column *columns = arena_alloc(bench->arena, count, sizeof *columns);
        for (size_t i = 0; i < count; i++)
            columns[i] = (struct sheet_column){"x", "X"};
        sheet_of(book)->cells = sheet_make(bench->arena, columns, count);
        assert_int_equal(outcome_of(bench, book, BOOK_FILE),
                         count > 16384 ? WORKBOOK_REFUSED : WORKBOOK_WRITTEN);
    }
}

static void a_name_that_excel_does_not_take_is_refused(void **state)
{
    static const char *const bad[] = {"",
                                      "a[b",
                                      "a]b",
                                      "a:b",
                                      "a*b",
                                      "a?b",
                                      "a/b",
                                      "a\\b",
                                      "'a",
                                      "a\nb",
                                      "12345678901234567890123456789012"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct book *book = small_book(*state);
        sheet_of(book)->name = bad[i];
        assert_false(workbook_name_fits(bad[i]));
        assert_false(write_as(*state, book, BOOK_FILE));
    }
    assert_false(workbook_name_fits(NULL));
    assert_true(workbook_name_fits("1234567890123456789012345678901"));
    assert_true(workbook_name_fits("Læs mig"));
    struct book *book = small_book(*state);
    const struct book_sheet twice[] = {*sheet_of(book), *sheet_of(book)};
    book->sheets = twice;
    book->count = 2;
    assert_false(write_as(*state, book, BOOK_FILE));
}

static void a_file_that_cannot_be_written_is_told(void **state)
{
    struct bench *bench = *state;
    struct book *book = small_book(bench);
    add_pair(book, "x", 1);
    assert_int_equal(
        workbook_file_write(bench->arena, book, "/nonexistent/bog.xlsx", bench->place.folder),
        WORKBOOK_UNFINISHED);
}

static void no_number_has_more_decimals_than_the_edition(void **state)
{
    struct bench *bench = *state;
    struct book *book = small_book(bench);
    add_pair(book, "x", 0.12345678901234);
    written(bench, book);
    assert_null(strstr(book_part(bench, BOOK_FILE, "xl/worksheets/sheet1.xml"), "0.1234567"));
    assert_non_null(strstr(book_part(bench, BOOK_FILE, "xl/worksheets/sheet1.xml"), "0.123457"));
    book->decimals = SHEET_EXACT;
    written(bench, book);
    assert_non_null(
        strstr(book_part(bench, BOOK_FILE, "xl/worksheets/sheet1.xml"), "0.12345678901234"));
}

static void the_same_book_gives_the_same_bytes(void **state)
{
    struct bench *bench = *state;
    struct book *book = small_book(bench);
    size_t first_length, second_length;
    const struct timespec second = {1, 100000000};
    add_pair(book, "x", 1.5);
    assert_true(write_as(bench, book, "a.xlsx"));
    nanosleep(&second, NULL);
    setenv("TZ", "Pacific/Auckland", 1);
    tzset();
    assert_true(write_as(bench, book, "b.xlsx"));
    unsetenv("TZ");
    tzset();
    const char *a = book_bytes(bench, "a.xlsx", &first_length);
    const char *b = book_bytes(bench, "b.xlsx", &second_length);
    assert_int_equal(first_length, second_length);
    assert_memory_equal(a, b, first_length);
    assert_non_null(
        strstr(book_part(bench, "a.xlsx", "docProps/core.xml"), ">1980-01-01T00:00:00Z<"));
}

static void it_is_set_up_for_screen_and_paper(void **state)
{
    struct bench *bench = *state;
    struct book *book = small_book(bench);
    for (int i = 0; i < 3; i++)
        add_pair(book, "x", i);
    written(bench, book);
    const char *sheet = book_part(bench, BOOK_FILE, "xl/worksheets/sheet1.xml");
    const char *const has[] = {"paperSize=\"9\"",           "orientation=\"landscape\"",
                               "fitToHeight=\"0\"",         "xSplit=\"1\" ySplit=\"3\"",
                               "<autoFilter ref=\"A3:B6\"", "side &amp;P af &amp;N",
                               "showGridLines=\"0\""};
    for (size_t i = 0; i < sizeof has / sizeof *has; i++)
        assert_non_null(strstr(sheet, has[i]));
    assert_non_null(strstr(book_part(bench, BOOK_FILE, "xl/workbook.xml"), "Ark!$A:$A,Ark!$3:$3"));
    assert_non_null(strstr(book_part(bench, BOOK_FILE, "xl/styles.xml"), "formatCode=\"0.0\""));
}

static void large_numbers_are_grouped_and_years_are_not(void **state)
{
    struct bench *bench = *state;
    struct book *book = small_book(bench);
    add_pair(book, "år", 2027);
    written(bench, book);
    assert_null(strstr(book_part(bench, BOOK_FILE, "xl/styles.xml"), "#,##"));
    add_pair(book, "indkomst", -495000);
    written(bench, book);
    assert_non_null(strstr(book_part(bench, BOOK_FILE, "xl/styles.xml"), "formatCode=\"#,##0.0\""));
}

static void long_texts_make_high_rows(void **state)
{
    struct bench *bench = *state;
    struct book *book = small_book(bench);
    add_pair(book, "kort", 1);
    add_pair(book,
             "en tekst, der er så lang, at den brydes på tre linjer i en kolonne, som kun er "
             "otteogtredive tegn bred",
             1);
    written(bench, book);
    const char *sheet = book_part(bench, BOOK_FILE, "xl/worksheets/sheet1.xml");
    assert_non_null(strstr(sheet, "<row r=\"4\" spans=\"1:2\">"));
    assert_non_null(strstr(sheet, "<row r=\"5\" spans=\"1:2\" ht=\"47\" customHeight=\"1\">"));
}

/* --- charts ----------------------------------------------------------------------------------- */
static struct book *charted(struct bench *bench)
{
    static const struct sheet_column columns[] = {{"name", "Navn"}, {"unit", "Enhed"},
                                                  {"x", "År"},      {"a", "Byen"},
                                                  {"b", "Nord"},    {"c", "Syd"}};
    static const struct book_chart chart = {.first_row = 0,
                                            .last_row = 2,
                                            .name = 0,
                                            .unit = 1,
                                            .x = 2,
                                            .first_column = 3,
                                            .last_column = 5,
                                            .from_zero = true};
    struct book *book = small_book(bench);
    struct book_sheet *sheet = sheet_of(book);
    *sheet = book_sheet_make(bench->arena, "Serier", columns, 6);
    for (int i = 0; i < 3; i++) {
        book_add_text(sheet, "=HYPERLINK(\"x\")&<b>", BOOK_PLAIN);
        book_add_text(sheet, "pct.", BOOK_PLAIN);
        book_add_number(sheet, 2020.5 + i, 2, BOOK_PLAIN);
        book_add_number(sheet, 10 + i, 1, BOOK_PLAIN);
        if (i == 1)
            book_add_blank(sheet, BOOK_HIDDEN);
        else
            book_add_number(sheet, 20 + i, 1, BOOK_PLAIN);
        book_add_blank(sheet, BOOK_HIDDEN);
    }
    sheet->charts = &chart;
    sheet->chart_count = 1;
    sheet->chart_sheet = "Kurver";
    return book;
}

static void a_chart_shows_the_columns_with_numbers_and_gaps(void **state)
{
    struct bench *bench = *state;
    written(bench, charted(bench));
    const char *chart = book_part(bench, BOOK_FILE, "xl/charts/chart1.xml");
    assert_non_null(strstr(chart, "<c:scatterChart>"));
    assert_non_null(strstr(chart, "<c:f>Serier!$D$2:$D$4</c:f>"));
    assert_non_null(strstr(chart, "<c:f>Serier!$E$2:$E$4</c:f>"));
    assert_null(strstr(chart, "Serier!$F$2"));  /* nothing but hidden numbers */
    assert_null(strstr(chart, "dispBlanksAs")); /* neither zero nor a line across */
    assert_non_null(strstr(chart, "<c:min val=\"2020\"/>"));
    assert_non_null(strstr(chart, "<c:max val=\"2023\"/>"));
    assert_non_null(strstr(chart, "<c:min val=\"0\"/>"));
    const char *hidden = strstr(chart, "<c:f>Serier!$E$2:$E$4</c:f>");
    assert_null(strstr(hidden, "<c:v>21</c:v>"));
    assert_non_null(strstr(hidden, "<c:v>22</c:v>"));
    struct workbook workbook = read_book(bench, BOOK_FILE);
    assert_int_equal(workbook.count, 2);
    assert_string_equal(workbook.sheets[1].name, "Kurver");
}

static void a_sheet_without_charts_has_no_sheet_for_them(void **state)
{
    struct bench *bench = *state;
    struct book *book = charted(bench);
    sheet_of(book)->chart_count = 0;
    written(bench, book);
    assert_int_equal(read_book(bench, BOOK_FILE).count, 1);
}

static void a_page_of_text_has_no_labels(void **state)
{
    struct bench *bench = *state;
    struct book *book = small_book(bench);
    sheet_of(book)->without_header = true;
    add_pair(book, "x", 1);
    const struct grid *grid = written(bench, book);
    assert_string_equal(grid_cell(grid, 2, 0).text, "x");
    assert_null(strstr(book_part(bench, BOOK_FILE, "xl/worksheets/sheet1.xml"), "autoFilter"));
}

static void a_table_without_rows_is_a_table(void **state)
{
    const struct grid *grid = written(*state, small_book(*state));
    assert_string_equal(grid_cell(grid, 2, 0).text, "Tekst");
}

static void the_library_has_a_version(void **state)
{
    (void)state;
    assert_true(*workbook_library() >= '0' && *workbook_library() <= '9');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(text_is_text_and_numbers_are_numbers),
        BENCH_TEST(hostile_texts_stay_texts),
        BENCH_TEST(hostile_texts_around_the_table_do_no_harm),
        BENCH_TEST(a_text_too_long_for_a_cell_is_cut),
        BENCH_TEST(what_is_no_number_is_refused),
        BENCH_TEST(more_columns_than_a_sheet_has_are_refused),
        BENCH_TEST(a_name_that_excel_does_not_take_is_refused),
        BENCH_TEST(a_file_that_cannot_be_written_is_told),
        BENCH_TEST(no_number_has_more_decimals_than_the_edition),
        BENCH_TEST(the_same_book_gives_the_same_bytes),
        BENCH_TEST(it_is_set_up_for_screen_and_paper),
        BENCH_TEST(large_numbers_are_grouped_and_years_are_not),
        BENCH_TEST(long_texts_make_high_rows),
        BENCH_TEST(a_chart_shows_the_columns_with_numbers_and_gaps),
        BENCH_TEST(a_sheet_without_charts_has_no_sheet_for_them),
        BENCH_TEST(a_page_of_text_has_no_labels),
        BENCH_TEST(a_table_without_rows_is_a_table),
        cmocka_unit_test(the_library_has_a_version),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
