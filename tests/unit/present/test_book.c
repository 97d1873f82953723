/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/book.h"

#include "near.h"

#include <string.h>

static const struct sheet_column columns[] = {{"a", "A"}, {"b", "B"}, {"c", "C"}};

static void each_cell_has_its_style(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct book_sheet sheet = book_sheet_make(arena, "Ark", columns, 3);
    for (int row = 0; row < 50; row++) {
        book_add_text(&sheet, row % 2 ? "" : "tekst", BOOK_MARK);
        book_add_number(&sheet, row, 2, row % 2 ? BOOK_BETTER : BOOK_WORSE);
        book_add_blank(&sheet, BOOK_HIDDEN);
    }
    assert_int_equal(sheet_rows(&sheet.cells), 50);
    for (size_t row = 0; row < 50; row++) {
        assert_int_equal(book_style_of(&sheet, row, 0), BOOK_MARK);
        assert_int_equal(book_style_of(&sheet, row, 1), row % 2 ? BOOK_BETTER : BOOK_WORSE);
        assert_int_equal(book_style_of(&sheet, row, 2), BOOK_HIDDEN);
        assert_int_equal(sheet_cell(&sheet.cells, row, 0)->kind,
                         row % 2 ? SHEET_BLANK : SHEET_TEXT);
        assert_int_equal(sheet_cell(&sheet.cells, row, 1)->decimals, 2);
        assert_int_equal(sheet_cell(&sheet.cells, row, 2)->kind, SHEET_BLANK);
    }
    arena_free(arena);
}

static void a_table_without_styles_is_plain(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct book_sheet sheet = {.cells = sheet_make(arena, columns, 3)};
    for (int i = 0; i < 6; i++)
        sheet_add_text(&sheet.cells, "x");
    assert_int_equal(book_style_of(&sheet, 1, 2), BOOK_PLAIN);
    arena_free(arena);
}

static void rows_beyond_the_most_are_left_out_and_told(void **state)
{
    (void)state;
    static const struct book_line lines[] = {{"Overskrift", BOOK_TITLE}};
    static const struct book_chart charts[] = {{.first_row = 0, .last_row = 2},
                                               {.first_row = 3, .last_row = 4}};
    struct arena *arena = arena_new();
    struct book_sheet sheet = book_sheet_make(arena, "Ark", columns, 3);
    sheet.lines = lines;
    sheet.line_count = 1;
    sheet.charts = charts;
    sheet.chart_count = 2;
    for (int i = 0; i < 15; i++)
        book_add_number(&sheet, i, 0, BOOK_PLAIN);
    book_fit(&sheet, LANGUAGE_DANISH, 5);
    assert_int_equal(sheet_rows(&sheet.cells), 5);
    assert_int_equal(sheet.line_count, 1);
    assert_int_equal(sheet.chart_count, 2);
    book_fit(&sheet, LANGUAGE_DANISH, 4);
    assert_int_equal(sheet_rows(&sheet.cells), 4);
    assert_int_equal(sheet.chart_count, 1); /* the other would be of rows that are not there */
    assert_int_equal(sheet.line_count, 2);
    assert_string_equal(sheet.lines[0].text, "Overskrift");
    assert_int_equal(sheet.lines[1].style, BOOK_MARK);
    assert_string_equal(sheet.lines[1].text,
                        "Excel har ikke plads til alle rækker: her står de første 4 af 5. Alle tal "
                        "står i resultater.csv.");
    book_fit(&sheet, LANGUAGE_ENGLISH, 1);
    assert_non_null(strstr(sheet.lines[2].text, "the first 1 of 4"));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_cell_has_its_style),
        cmocka_unit_test(a_table_without_styles_is_plain),
        cmocka_unit_test(rows_beyond_the_most_are_left_out_and_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
