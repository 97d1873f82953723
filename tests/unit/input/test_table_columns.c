/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/table_columns.h"

#include "near.h"

#include "pejling/input/csvgrid.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static const struct input_file file = {"tal.csv", "tal.csv", PROBLEM_INPUT};

/* A letter for each column: ignored, stub, period, figure or source. */
static const char *roles(struct arena *arena, const struct table_columns *columns)
{
    char *text = arena_alloc(arena, columns->width + 1, 1);
    for (size_t c = 0; c < columns->width; c++)
        text[c] = "-spfk"[columns->items[c].role];
    return text;
}

static bool find(struct diagnostics *diagnostics, const char *text, struct table_columns *columns)
{
    struct grid grid;
    struct table_layout layout;
    const char *copy = arena_copy(diagnostics->arena, text);
    diagnostics->count = 0;
    memset(diagnostics->of_kind, 0, sizeof diagnostics->of_kind);
    assert_true(csvgrid_read(diagnostics, &file, copy, strlen(copy), &grid));
    assert_int_equal(table_layout_find(diagnostics->arena, &grid, &layout), TABLE_FOUND);
    return table_columns_find(diagnostics, &file, &grid, &layout, grid.count, columns);
}

static void each_column_has_its_role(void **state)
{
    static const struct {
        const char *text, *roles;
        size_t stubs, figures, sources, remarks;
    } rows[] = {
        {"Område;År;Antal;Kilde\nNord;2022;7;bog\n", "spfk", 1, 1, 1, 0},
        {"År;Område;Antal;I alt\n2022;Nord;7;70\n", "psff", 1, 2, 0, 0},
        {"OMRÅDE;HERKOMST;TID;INDHOLD\n999;5;2022;7\n", "sspf", 2, 1, 0, 0},
        {"Kommunekode;Alder;År;Antal\n999;15;2022;7\n", "sspf", 2, 1, 0, 0},
        {"Område;Antal 2021;Antal 2022\nNord;7;8\n", "sff", 1, 2, 0, 0},
        {"Område;2021;2022;I alt\nNord;7;8;15\n", "sff-", 1, 2, 0, 1},
        {"Område;2021;2022;2021-2022\nNord;7;8;1\n", "sff-", 1, 2, 0, 1},
        {"Område;2021;;2022;\n;Antal;Pct.;Antal;Pct.\nNord;7;8;9;10\n", "sffff", 1, 4, 0, 0},
    };
    struct diagnostics *diagnostics = *state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct table_columns columns;
        assert_true(find(diagnostics, rows[i].text, &columns));
        assert_string_equal(roles(diagnostics->arena, &columns), rows[i].roles);
        assert_int_equal(columns.stubs.count, rows[i].stubs);
        assert_int_equal(columns.figures.count, rows[i].figures);
        assert_int_equal(columns.sources.count, rows[i].sources);
        assert_int_equal(diagnostics->of_kind[PROBLEM_REMARK], rows[i].remarks);
    }
}

static void a_figure_has_its_period_over_it_where_no_column_has(void **state)
{
    struct table_columns columns;
    assert_true(find(*state, "Område;Antal 2021;2022 Antal\nNord;7;8\n", &columns));
    assert_int_equal(columns.period, columns.width);
    assert_string_equal(columns.items[1].heading.text, "2021");
    assert_string_equal(columns.items[2].heading.text, "2022");
    assert_string_equal(columns.items[1].name, "Antal");
    assert_string_equal(columns.items[2].name, "Antal");
    assert_true(find(*state, "Område;År;Antal\nNord;2021;8\n", &columns));
    assert_int_equal(columns.period, 1);
    assert_int_equal(columns.items[2].heading.kind, CELL_BLANK);
}

static void a_heading_that_a_spreadsheet_rewrote_is_refused(void **state)
{
    struct diagnostics *diagnostics = *state;
    struct table_columns columns;
    assert_false(find(diagnostics, "Område;dec-11;2012/13;2013/14\nNord;7;8;9\n", &columns));
    assert_int_equal(diagnostics->count, 1);
    assert_int_equal(diagnostics->items[0].at.line, 1);
    assert_int_equal(diagnostics->items[0].at.column, 8);
    assert_non_null(strstr(diagnostics->items[0].text, "month"));
}

static int setup(void **state)
{
    struct arena *arena = arena_new();
    struct diagnostics *diagnostics = arena_alloc(arena, 1, sizeof *diagnostics);
    *diagnostics = (struct diagnostics){.arena = arena, .language = LANGUAGE_ENGLISH};
    *state = diagnostics;
    return 0;
}

static int teardown(void **state)
{
    arena_free(((struct diagnostics *)*state)->arena);
    return 0;
}

#define COLUMNS_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        COLUMNS_TEST(each_column_has_its_role),
        COLUMNS_TEST(a_figure_has_its_period_over_it_where_no_column_has),
        COLUMNS_TEST(a_heading_that_a_spreadsheet_rewrote_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
