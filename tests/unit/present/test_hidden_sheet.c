/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/hidden_sheet.h"

#include "book_world.h"

static void each_cell_without_a_number_is_counted_once(void **state)
{
    struct plan_folder *folder = *state;
    write_book_world(folder);
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    struct book_sheet book = hidden_sheet(folder->arena, LANGUAGE_DANISH, &table, "Skjult");
    size_t counted = 0, without = 0;
    for (size_t row = 0; row < sheet_rows(&book.cells); row++)
        counted += (size_t)sheet_cell(&book.cells, row, column_of(&book.cells, "Uden tal"))->number;
    for (size_t i = 0; i < table.count; i++)
        without += table.cells[i].release != RELEASE_OPEN;
    assert_true(without > 0);
    assert_int_equal(counted, without);
}

static void a_row_names_the_reason_and_the_periods(void **state)
{
    struct plan_folder *folder = *state;
    write_book_world(folder);
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    struct book_sheet book = hidden_sheet(folder->arena, LANGUAGE_DANISH, &table, "Skjult");
    size_t row = row_of(&book.cells, "Andel", "Sydparken");
    assert_string_equal(text_at(&book.cells, row, 3), "skjult: få personer");
    assert_near(sheet_cell(&book.cells, row, 4)->number, 1, 0);
    assert_near(sheet_cell(&book.cells, row, 5)->number, 8, 0);
    assert_string_equal(text_at(&book.cells, row, 6), "2019");
    book = hidden_sheet(folder->arena, LANGUAGE_ENGLISH, &table, "Hidden");
    assert_string_equal(text_at(&book.cells, row, 3), "hidden: few persons");
    assert_string_equal(book.cells.columns[4].label, "Without a number");
}

static void groups_and_reasons_have_rows_of_their_own(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;by;2019;;500;1000;;;\nandelen;by;2020;;500;1000;;;\n"
                                "andelen;by;2021;;;;;;mangler\nandelen;by;2022;;;;;;diskret\n"
                                "andelen;by;2020;18-24;;;;;mangler\n"
                                "andelen;by;2021;18-24;;;;;mangler\n");
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    struct book_sheet book = hidden_sheet(folder->arena, LANGUAGE_DANISH, &table, "Skjult");
    static const char *const rows[][3] = {{"", "mangler", "2021"},
                                          {"", "skjult af kilden", "2022"},
                                          {"18-24", "mangler", "2020, 2021"}};
    size_t first = row_of(&book.cells, "Andel", "Byen");
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(text_at(&book.cells, first + i, 2), rows[i][0]);
        assert_string_equal(text_at(&book.cells, first + i, 3), rows[i][1]);
        assert_string_equal(text_at(&book.cells, first + i, 6), rows[i][2]);
    }
    assert_near(sheet_cell(&book.cells, first, 5)->number, 4, 0);
    assert_near(sheet_cell(&book.cells, first + 2, 5)->number, 2, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(each_cell_without_a_number_is_counted_once),
        PLAN_FOLDER_TEST(a_row_names_the_reason_and_the_periods),
        PLAN_FOLDER_TEST(groups_and_reasons_have_rows_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
