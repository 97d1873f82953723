/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/sheet.h"

#include "near.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct sheet_column columns[] = {{"name", "Navn"}, {"count", "Antal"}};

static int make_sheet(void **state)
{
    struct arena *arena = arena_new();
    struct sheet *sheet = arena_alloc(arena, 1, sizeof *sheet);
    *sheet = sheet_make(arena, columns, 2);
    *state = sheet;
    return 0;
}

static int free_sheet(void **state)
{
    struct sheet *sheet = *state;
    arena_free(sheet->arena);
    return 0;
}

static void a_new_sheet_has_its_columns_and_no_rows(void **state)
{
    struct sheet *sheet = *state;
    assert_int_equal(sheet_rows(sheet), 0);
    assert_int_equal(sheet->column_count, 2);
    assert_string_equal(sheet->columns[1].key, "count");
    assert_string_equal(sheet->columns[1].label, "Antal");
}

static void cells_stand_where_they_were_added(void **state)
{
    struct sheet *sheet = *state;
    const char *name = "Nordparken";
    sheet_add_text(sheet, name);
    sheet_add_number(sheet, 12.5, 1);
    sheet_add_blank(sheet);
    sheet_add_number(sheet, -0.25, SHEET_EXACT);
    assert_int_equal(sheet_rows(sheet), 2);
    assert_int_equal(sheet_cell(sheet, 0, 0)->kind, SHEET_TEXT);
    assert_ptr_equal(sheet_cell(sheet, 0, 0)->text, name);
    assert_int_equal(sheet_cell(sheet, 0, 1)->kind, SHEET_NUMBER);
    assert_near(sheet_cell(sheet, 0, 1)->number, 12.5, 0);
    assert_int_equal(sheet_cell(sheet, 0, 1)->decimals, 1);
    assert_int_equal(sheet_cell(sheet, 1, 0)->kind, SHEET_BLANK);
    assert_int_equal(sheet_cell(sheet, 1, 1)->decimals, SHEET_EXACT);
}

static void a_cleared_sheet_is_filled_anew(void **state)
{
    struct sheet *sheet = *state;
    sheet_add_text(sheet, "Nordparken");
    sheet_add_number(sheet, 12.5, 1);
    sheet_clear(sheet);
    assert_int_equal(sheet_rows(sheet), 0);
    sheet_add_blank(sheet);
    sheet_add_text(sheet, "Syd");
    assert_int_equal(sheet_rows(sheet), 1);
    assert_int_equal(sheet_cell(sheet, 0, 0)->kind, SHEET_BLANK);
    assert_string_equal(sheet_cell(sheet, 0, 1)->text, "Syd");
}

static void an_empty_text_is_a_blank(void **state)
{
    struct sheet *sheet = *state;
    sheet_add_text(sheet, "");
    sheet_add_text(sheet, " ");
    assert_int_equal(sheet_cell(sheet, 0, 0)->kind, SHEET_BLANK);
    assert_int_equal(sheet_cell(sheet, 0, 1)->kind, SHEET_TEXT);
}

static void what_is_not_there_is_a_blank_and_is_not_looked_at(void **state)
{
    struct sheet *sheet = *state;
    const struct period year = {PERIOD_SCHOOL_YEAR, 2019, 0, 0};
    sheet_add_number_if(sheet, true, 2.5, 1);
    sheet_add_number_if(sheet, false, (double)NAN, 1);
    sheet_add_period_if(sheet, true, year);
    sheet_add_period_if(sheet, false, year);
    sheet_add_period_if(sheet, true, (struct period){.kind = PERIOD_UNKNOWN});
    assert_near(sheet_cell(sheet, 0, 0)->number, 2.5, 0);
    assert_int_equal(sheet_cell(sheet, 0, 0)->decimals, 1);
    assert_int_equal(sheet_cell(sheet, 0, 1)->kind, SHEET_BLANK);
    assert_string_equal(sheet_cell(sheet, 1, 0)->text, "2019/20");
    assert_int_equal(sheet_cell(sheet, 1, 1)->kind, SHEET_BLANK);
    assert_string_equal(sheet_cell(sheet, 2, 0)->text, "ukendt");
}

static void only_full_rows_count(void **state)
{
    struct sheet *sheet = *state;
    for (size_t i = 0; i < 5; i++)
        sheet_add_blank(sheet);
    assert_int_equal(sheet_rows(sheet), 2);
    sheet_add_blank(sheet);
    assert_int_equal(sheet_rows(sheet), 3);
}

static void a_long_sheet_keeps_its_first_cells(void **state)
{
    struct sheet *sheet = *state;
    for (int i = 0; i < 5000; i++) {
        sheet_add_text(sheet, "x");
        sheet_add_number(sheet, i, 0);
    }
    assert_int_equal(sheet_rows(sheet), 5000);
    for (int i = 0; i < 5000; i++)
        assert_near(sheet_cell(sheet, (size_t)i, 1)->number, i, 0);
}

/* The exit status of a process of its own that adds the number to a sheet of its own. */
static int status_of_adding(double number)
{
    int status = 0;
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        FILE *quiet = freopen("/dev/null", "w", stderr);
        struct sheet sheet = sheet_make(arena_new(), columns, 2);
        sheet_add_number(&sheet, number, quiet ? 1 : 0);
        arena_free(sheet.arena);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void a_number_that_is_not_finite_ends_the_program(void **state)
{
    (void)state;
    assert_int_equal(status_of_adding((double)NAN), 70);
    assert_int_equal(status_of_adding(HUGE_VAL), 70);
    assert_int_equal(status_of_adding(-HUGE_VAL), 70);
    assert_int_equal(status_of_adding(1e308), 0);
}

#define SHEET_TEST(test) cmocka_unit_test_setup_teardown(test, make_sheet, free_sheet)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SHEET_TEST(a_new_sheet_has_its_columns_and_no_rows),
        SHEET_TEST(cells_stand_where_they_were_added),
        SHEET_TEST(a_cleared_sheet_is_filled_anew),
        SHEET_TEST(an_empty_text_is_a_blank),
        SHEET_TEST(what_is_not_there_is_a_blank_and_is_not_looked_at),
        SHEET_TEST(only_full_rows_count),
        SHEET_TEST(a_long_sheet_keeps_its_first_cells),
        cmocka_unit_test(a_number_that_is_not_finite_ends_the_program),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
