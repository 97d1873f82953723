/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table_of.h"

#include "pejling/model/share_by_arithmetic.h"

static void a_share_agrees_within_half_of_its_last_decimal(void **state)
{
    static const struct {
        const char *text;
        enum cell_kind kind;
        double share, exact;
        bool agrees;
    } rows[] = {
        {"15", CELL_TEXT, 15, 15, true},
        {"15", CELL_TEXT, 15, 15.5, true},
        {"15", CELL_TEXT, 15, 14.4, false},
        {"16,05", CELL_TEXT, 16.05, 100 * 13 / 81.0, true},
        {"16.0", CELL_TEXT, 16, 100 * 13 / 81.0, true},
        {"16,00", CELL_TEXT, 16, 100 * 13 / 81.0, false},
        {"1.234,5", CELL_TEXT, 1234.5, 1234.54, true}, /* the last mark */
        {"1.234,5", CELL_TEXT, 1234.5, 1234.6, false},
        {"", CELL_NUMBER, 12.5, 12.5, true}, /* as a spreadsheet has it */
        {"", CELL_NUMBER, 12.5, 12.4, false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct grid_cell cell = {.kind = rows[i].kind, .text = rows[i].text};
        if (share_agrees(rows[i].share, &cell, rows[i].exact) != rows[i].agrees)
            fail_msg("»%s« and %g", rows[i].text, rows[i].exact);
    }
}

#define HEADING "OMRÅDE;TID;Antal;15-29-årige;Andel\n"
#define ROWS "Parken;2019;12;80;15\nParken;2020;13;81;16,05\nSydby;2019;1.000;8.000;12,5\n"

static void three_columns_are_a_share_where_every_row_agrees(void **state)
{
    static const struct {
        const char *text;
        size_t agreeing;
    } rows[] = {
        {HEADING ROWS, 3},
        {HEADING ROWS "Engen;2019;0;0;-\nEngen;2020;x;70;\n", 3}, /* nothing that disagrees */
        {HEADING ROWS "Engen;2019;0;70;0\n", 4},
        {HEADING ROWS "Sydby;2020;5;80;6,26\n", 0},
        {"OMRÅDE;TID;Andel;15-29-årige;Antal\nParken;2019;15;80;12\nParken;2020;16,05;81;13\n"
         "Parken;2021;12,5;8;1\n",
         3},
        /* too few, or of the same count */
        {HEADING "Parken;2019;12;80;15\nParken;2020;13;81;16,05\n", 0},
        {HEADING "Parken;2019;12;80;15\nParken;2020;12;80;15\nSydby;2019;13;81;16,05\n", 0},
        /* more than all, or parts of a person */
        {HEADING "Parken;2019;90;80;112,5\nParken;2020;13;81;16,05\nSydby;2019;1;8;12,5\n", 0},
        {HEADING "Parken;2019;1;2,5;40\nParken;2020;13;81;16,05\nSydby;2019;1;8;12,5\n", 0},
        /* two ways: the count is the per cent of hundred */
        {HEADING "Parken;2019;12;100;12\nParken;2020;13;100;13\nParken;2021;14;100;14\n", 0},
        /* a fourth column would be lost */
        {"OMRÅDE;TID;Antal;Unge;Andel;Beboere\nParken;2019;12;80;15;200\n"
         "Parken;2020;13;81;16,05;200\nParken;2021;1;8;12,5;200\n",
         0},
    };
    struct plan_folder *folder = import_folder(state);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct table table = table_of(folder, "a.csv", rows[i].text);
        struct table_series series;
        assert_true(table_series_find(folder->arena, &folder->catalogue, &table, &series));
        size_t agreeing = share_by_arithmetic(&series);
        if (agreeing != rows[i].agreeing)
            fail_msg("%s: %zu", rows[i].text, agreeing);
        const struct series_dimension *parts = table_series_parts(&series);
        assert_int_equal(parts != NULL, agreeing > 0);
        if (!parts)
            continue;
        assert_string_equal(parts->parts[PART_COUNT], "Antal");
        assert_string_equal(parts->parts[PART_BASE], "15-29-årige");
        assert_string_equal(parts->parts[PART_SHARE], "Andel");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_share_agrees_within_half_of_its_last_decimal),
        PLAN_FOLDER_TEST(three_columns_are_a_share_where_every_row_agrees),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
