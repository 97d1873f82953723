/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/table_layout.h"

#include "near.h"

#include "pejling/input/csvgrid.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/*
 * Each example is a CSV text and where its table is, in rows and columns from 0: `wide TOP HEADING
 * BODY from FROM`, `long TOP HEADING BODY`, `headless BODY`, `none` or `no heading`.
 */
struct example {
    const char *what, *text, *layout;
};

static const struct input_file file = {"tal.csv", "tal.csv", PROBLEM_INPUT};

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

static struct grid grid_of(struct diagnostics *diagnostics, const char *text)
{
    struct grid grid;
    const char *copy = arena_copy(diagnostics->arena, text);
    assert_true(csvgrid_read(diagnostics, &file, copy, strlen(copy), &grid));
    return grid;
}

static const char *layout_written(struct arena *arena, const struct grid *grid)
{
    struct table_layout layout;
    enum table_fault fault = table_layout_find(arena, grid, &layout);
    if (fault != TABLE_FOUND)
        return fault == TABLE_NONE ? "none" : "no heading";
    if (layout.is_wide) {
        assert_true(layout.has_heading);
        return arena_printf(arena, "wide %zu %zu %zu from %zu", layout.top, layout.heading,
                            layout.body, layout.from);
    }
    return layout.has_heading
               ? arena_printf(arena, "long %zu %zu %zu", layout.top, layout.heading, layout.body)
               : arena_printf(arena, "headless %zu", layout.body);
}

static void check(struct diagnostics *diagnostics, const struct example *examples, size_t count)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        struct grid grid = grid_of(diagnostics, examples[i].text);
        const char *written = layout_written(diagnostics->arena, &grid);
        if (strcmp(written, examples[i].layout) != 0) {
            print_error("%s: %s, not %s\n", examples[i].what, written, examples[i].layout);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

/* --- a row a period --------------------------------------------------------------------------- */
static void a_long_table_begins_at_the_names_over_its_columns(void **state)
{
    static const struct example examples[] = {
        {"plain", "område;år;antal\nNord;2019;12\nSyd;2019;7\n", "long 0 0 1"},
        {"a title and a blank row", "Folketal\n\nområde;år;antal\nNord;2019;12\n", "long 2 2 3"},
        {"blank rows under the heading", "område;år;antal\n\n\nNord;2019;12\n", "long 0 0 1"},
        {"names under the heading", "område;år;Antal;Antal\n;;Mænd;Kvinder\nNord;2019;12;7\n",
         "long 0 0 2"},
        {"names over the heading", ";;Antal;Antal\nområde;år;Mænd;Kvinder\nNord;2019;12;7\n",
         "long 0 1 2"},
        {"no period", "område;antal\nNord;12\nSyd;7\n", "long 0 0 1"},
        {"figures missing at first", "område;år;antal\nNord;2019;\nNord;2020;\nSyd;2019;7\n",
         "long 0 0 1"},
        {"areas across", "År;Nord;Syd\n2019;12;7\n2020;13;8\n", "long 0 0 1"},
    };
    check(*state, examples, COUNT_OF(examples));
}

static void lines_about_the_file_above_a_table_are_no_heading(void **state)
{
    static const struct example examples[] = {
        {"a day", "Opdateret;15-12-2022\nområde;år;antal\nNord;2019;12\n", "long 1 1 2"},
        {"a day and a source",
         "Opdateret;15-12-2022\nKilde;Politiet\nområde;år;antal\nNord;2019;12\n", "long 2 2 3"},
        {"a year over a column of periods", "År;2022\nområde;år;antal\nNord;2019;12\n",
         "long 1 1 2"},
        {"over a wide table", "Udtræk;2022\nKilde;DST\nområde;2019;2020\nNord;12;13\n",
         "wide 2 2 3 from 1"},
        {"a span over a heading of years", "Beboere;2019-2021\nområde;2019;2020;2021\nNord;1;2;3\n",
         "wide 1 1 2 from 1"},
        {"a span of two years over them", "Beboere;2019-2020\nområde;2019;2020\nNord;12;13\n",
         "wide 1 1 2 from 1"},
        {"and rows between", "Beboere;2019-2020\n\nEnhed: antal\nområde;2019;2020\nNord;12;13\n",
         "wide 3 3 4 from 1"},
    };
    check(*state, examples, COUNT_OF(examples));
}

/* The residents of a housing area are often some two thousand. */
static void first_figures_that_could_be_years_are_no_heading(void **state)
{
    static const struct example examples[] = {
        {"beside a period", "område;år;beboere\nNord;2019;1985\nSyd;2019;2014\n", "long 0 0 1"},
        {"after a blank row", "område;år;beboere\n\nNord;2019;1985\n", "long 0 0 1"},
        {"two of them", "område;år;beboere;voksne\nNord;2019;2040;1931\nSyd;2019;12;7\n",
         "long 0 0 1"},
        {"the period first", "TID;OMRÅDE;INDHOLD\n2019;Nord;2011\n2020;Nord;2014\n", "long 0 0 1"},
        {"areas across", "År;Nord;Syd\n2019;1950;2011\n2020;1960;2014\n", "long 0 0 1"},
        {"two titles above", "Tal\nfra X\nområde;år;beboere\nNord;2019;1985\n", "long 2 2 3"},
        {"under a heading of years", "område;2019;2020\nNord;2019;2011\nSyd;2019;7\n",
         "wide 0 0 1 from 1"},
    };
    check(*state, examples, COUNT_OF(examples));
}

static void a_table_without_names_begins_with_its_first_period(void **state)
{
    static const struct example examples[] = {
        {"plain", "Nord;2019;12\nNord;2020;13\n", "headless 0"},
        {"first figures missing", "Nord;2019;\nNord;2020;\nNord;2021;13\n", "headless 0"},
        {"a title above", "Folketal\nNord;2019;12\nNord;2020;13\n", "headless 1"},
        {"no period", "Nord;12\nSyd;7\n", "no heading"},
        {"a day over figures", "område;15-12-2022\nNord;12\n", "no heading"},
    };
    check(*state, examples, COUNT_OF(examples));
}

static void where_there_is_no_figure_there_is_no_table(void **state)
{
    static const struct example examples[] = {
        {"nothing", "", "none"},
        {"blank rows", "\n;;\n\n", "none"},
        {"texts", "Folketal\nKilde;DST\n", "none"},
        {"names alone", "område;år;antal\n", "none"},
        {"figures that could all be years, without a period",
         "område;afdeling;beboere\nNord;Birken;2011\nSyd;Elmen;2014\n", "none"},
        {"periods over texts", "område;2019;2020\nNord\nSyd\n", "none"},
    };
    check(*state, examples, COUNT_OF(examples));
}

static void a_table_begins_within_fifty_rows(void **state)
{
    static const size_t titles[] = {0, 48, 49, 50, 60};
    struct diagnostics *diagnostics = *state;
    for (size_t i = 0; i < COUNT_OF(titles); i++) {
        struct arena *arena = diagnostics->arena;
        const char *text = "";
        for (size_t t = 0; t < titles[i]; t++)
            text = arena_printf(arena, "%sen linje om filen\n", text);
        text = arena_printf(arena, "%sområde;2019;2020\nNord;12;13\n", text);
        struct grid grid = grid_of(diagnostics, text);
        const char *expected = titles[i] < 50 ? arena_printf(arena, "wide %zu %zu %zu from 1",
                                                             titles[i], titles[i], titles[i] + 1)
                                              : "none";
        assert_string_equal(layout_written(arena, &grid), expected);
    }
}

/* --- periods across --------------------------------------------------------------------------- */
static void a_wide_table_begins_at_its_periods(void **state)
{
    static const struct example examples[] = {
        {"plain", "område;2019;2020\nNord;12;13\n", "wide 0 0 1 from 1"},
        {"two columns of names", ";;2019;2020\nNord;Mænd;12;13\n", "wide 0 0 1 from 2"},
        {"a title", "Folketal\n\n;2019;2020\nNord;12;13\n", "wide 2 2 3 from 1"},
        {"measures above", ";Antal;;Pct.;\nområde;2019;2020;2019;2020\nNord;1;2;3;4\n",
         "wide 1 1 2 from 1"},
        {"measures above, and no column of names", "Antal;Pct.\n2019;2020\n12;13\n",
         "wide 1 1 2 from 0"},
        {"the first year blank", "område;2015;2016;2017\nNord;;12;13\nSyd;;7;8\n",
         "wide 0 0 1 from 1"},
        {"all but the last year blank at first",
         "område;2015;2016;2017\nNord;;;13\nSyd;;;8\nØst;1;2;3\n", "wide 0 0 1 from 1"},
        {"rows without figures first", "område;2019;2020\nNord\nSyd\nØst;1;2\n",
         "wide 0 0 1 from 1"},
        {"another kind behind", "område;2019;2020;2019-2020\nNord;12;13;25\n", "wide 0 0 1 from 1"},
        {"a change behind", "område;2018;2019;Udvikling\nNord;12;13;1\n", "wide 0 0 1 from 1"},
        {"the mark of a footnote", "område;2018;2019 1);2020¹\nNord;12;13;14\n",
         "wide 0 0 1 from 1"},
        {"quarters", "område;2019K1;2019K2\nNord;12;13\n", "wide 0 0 1 from 1"},
    };
    check(*state, examples, COUNT_OF(examples));
}

static void a_single_period_over_figures_is_a_heading(void **state)
{
    static const struct example examples[] = {
        {"a year", "område;2019\nNord;12\nSyd;7\n", "wide 0 0 1 from 1"},
        {"a school year", "skole;2019/20\nNord;12\n", "wide 0 0 1 from 1"},
        {"measures under it", "område;2019;\n;Antal;Pct.\nNord;12;1,5\n", "wide 0 0 1 from 1"},
        {"over names without a period", "År;2022\nområde;antal\nNord;12\nSyd;7\n",
         "wide 0 0 1 from 1"},
        {"in a column of periods", "område;år\nNord;2019;12\nNord;2020;13\n", "long 0 0 1"},
        {"over figures that could be years", "område;2019\nNord;2011\nSyd;2014\nØst;12\n",
         "wide 0 0 1 from 1"},
        {"over nothing", "område;2019\nNord\n", "none"},
    };
    check(*state, examples, COUNT_OF(examples));
}

/* A workbook's merged title has its text over every column, and names none. */
static void a_merged_title_over_years_names_no_columns(void **state)
{
    static const char text[] = "Beboere;Beboere;Beboere\nområde;2019;2020\nNord;12;13\n";
    struct diagnostics *diagnostics = *state;
    struct grid grid = grid_of(diagnostics, text);
    struct grid_cell title[3];
    struct grid_row rows[3];
    memcpy(rows, grid.rows, sizeof rows);
    memcpy(title, rows[0].cells, sizeof title);
    title[1].spread = title[2].spread = true;
    rows[0].cells = title;
    const struct grid merged = {"Ark1", rows, 3};
    assert_string_equal(layout_written(diagnostics->arena, &merged), "wide 1 1 2 from 1");
}

/* --- rows ------------------------------------------------------------------------------------- */
static void a_heading_begins_with_two_periods_of_one_kind(void **state)
{
    static const struct {
        const char *row;
        bool is_heading;
        size_t from;
    } rows[] = {
        {"område;2019;2020", true, 1},
        {"2019;2020", true, 0},
        {";;2019K1;2019K2", true, 2},
        {"område;2019;;2020", true, 1},
        {"område;2019", false, 1},
        {"område;2019;2020K1", false, 1},
        {"område;2019;2020K1;2020K2", false, 1},
        {"område;2019;2019-2020", false, 1},
        {"område;2019;01-01-2020", false, 1},
        {"område;2019;2020;2019-2020", true, 1},
        {"skole;2010/11;dec-11;2012/13", true, 1},
        {"skole;2010/11;dec-11", true, 1},
        {"skole;dec-11;2012/13", false, 2},
        {"område;2019;2020;I alt", true, 1},
        {"område;2019;2020;I alt;Pct.", true, 1},
        {"område;2019;2020;I alt;Pct.;Kilde", false, 1},
        {"område;2019;Pct.;2020;Pct.", false, 1},
        {"Nord;2019;12", false, 1},
        {"Nord;12;13", false, 3},
        {"område;år;antal", false, 3},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct grid grid = grid_of(*state, rows[i].row);
        size_t from = 99;
        if (table_row_is_heading(&grid, 0, &from) != rows[i].is_heading || from != rows[i].from)
            fail_msg("»%s«, from %zu", rows[i].row, from);
    }
}

static void cells_of_a_row_are_counted(void **state)
{
    static const struct {
        const char *row;
        size_t filled, behind, first, names; /* behind: from column 2 on */
    } rows[] = {
        {"område;år;antal", 3, 1, 0, 3},   {";a;;b", 2, 1, 1, 2},       {";;b", 1, 1, 2, 1},
        {"område;;antal", 2, 1, 0, 2},     {"Nord", 1, 0, 0, 1},        {"Nord;12", 2, 0, 0, 0},
        {"Nord;Syd;2019", 3, 1, 0, 0},     {"Nord;Syd;..", 3, 1, 0, 0}, {"Nord;x", 2, 0, 0, 0},
        {"15-29 år;30-39 år", 2, 0, 0, 2},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct grid grid = grid_of(*state, rows[i].row);
        bool as_expected = table_row_filled(&grid, 0, 0) == rows[i].filled &&
                           table_row_filled(&grid, 0, 2) == rows[i].behind &&
                           table_row_first(&grid, 0) == rows[i].first &&
                           table_row_names(&grid, 0) == rows[i].names;
        if (!as_expected)
            fail_msg("»%s«: %zu filled, first %zu, %zu names", rows[i].row,
                     table_row_filled(&grid, 0, 0), table_row_first(&grid, 0),
                     table_row_names(&grid, 0));
    }
}

static void a_blank_row_has_no_cells_to_count(void **state)
{
    const struct grid_cell blanks[] = {{.kind = CELL_BLANK, .text = ""},
                                       {.kind = CELL_BLANK, .text = ""}};
    const struct grid_row rows[] = {{blanks, 2}, {NULL, 0}};
    const struct grid grid = {"", rows, 2};
    (void)state;
    for (size_t r = 0; r < 2; r++) {
        size_t from;
        assert_int_equal(table_row_filled(&grid, r, 0), 0);
        assert_int_equal(table_row_first(&grid, r), rows[r].count);
        assert_int_equal(table_row_names(&grid, r), 0);
        assert_false(table_row_is_heading(&grid, r, &from));
        assert_int_equal(from, rows[r].count);
    }
    assert_int_equal(table_row_filled(&grid, 2, 0), 0);
}

static void a_cell_is_a_period_by_its_text(void **state)
{
    static const struct {
        const char *text;
        bool is_period;
    } rows[] = {
        {"2019", true},   {"2019 1)", true}, {"2022K4", true},      {"2019/20", true},
        {"44516", false}, {"dec-11", false}, {"Antal 2019", false}, {"", false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct grid_cell cell = {.kind = *rows[i].text ? CELL_TEXT : CELL_BLANK,
                                       .text = rows[i].text};
        if (table_cell_is_period(&cell) != rows[i].is_period)
            fail_msg("»%s«", rows[i].text);
    }
}

#define LAYOUT_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        LAYOUT_TEST(a_long_table_begins_at_the_names_over_its_columns),
        LAYOUT_TEST(lines_about_the_file_above_a_table_are_no_heading),
        LAYOUT_TEST(first_figures_that_could_be_years_are_no_heading),
        LAYOUT_TEST(a_table_without_names_begins_with_its_first_period),
        LAYOUT_TEST(where_there_is_no_figure_there_is_no_table),
        LAYOUT_TEST(a_table_begins_within_fifty_rows),
        LAYOUT_TEST(a_wide_table_begins_at_its_periods),
        LAYOUT_TEST(a_single_period_over_figures_is_a_heading),
        LAYOUT_TEST(a_merged_title_over_years_names_no_columns),
        LAYOUT_TEST(a_heading_begins_with_two_periods_of_one_kind),
        LAYOUT_TEST(cells_of_a_row_are_counted),
        LAYOUT_TEST(a_blank_row_has_no_cells_to_count),
        LAYOUT_TEST(a_cell_is_a_period_by_its_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
