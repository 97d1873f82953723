/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/csvgrid.h"

#include "near.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

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

static bool read_text(struct diagnostics *diagnostics, const char *text, size_t length,
                      struct grid *grid)
{
    diagnostics->count = 0;
    const char *copy = arena_text(diagnostics->arena, text, length);
    return csvgrid_read(diagnostics, &file, copy, length, grid);
}

/* The rows as `text|text/text`, a `_` for a blank cell. */
static const char *written(struct arena *arena, const struct grid *grid)
{
    const char *text = "";
    for (size_t r = 0; r < grid->count; r++) {
        text = arena_printf(arena, "%s%s", text, r ? "/" : "");
        for (size_t c = 0; c < grid->rows[r].count; c++) {
            struct grid_cell cell = grid_cell(grid, r, c);
            text = arena_printf(arena, "%s%s%s", text, c ? "|" : "",
                                cell.kind == CELL_BLANK ? "_" : cell.text);
        }
    }
    return text;
}

struct example {
    const char *text, *rows;
};

static void check(struct diagnostics *diagnostics, const struct example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct grid grid;
        assert_true(read_text(diagnostics, examples[i].text, strlen(examples[i].text), &grid));
        assert_string_equal(grid.name, "");
        assert_string_equal(written(diagnostics->arena, &grid), examples[i].rows);
        assert_int_equal(diagnostics->count, 0);
    }
}

static void the_separator_is_told_from_all_lines(void **state)
{
    static const struct example examples[] = {
        {"a;b\n1;2\n", "a|b/1|2"},
        {"a\tb\n1\t2\n", "a|b/1|2"},
        {"a,b\n1,2\n", "a|b/1|2"},
        {"sep=,\na,b;c\n", "/a|b;c"},
        {"Title, of all\n\na;b\n1,5;2,5\n", "Title, of all//a|b/1,5|2,5"},
        {"1,5;2\n1,6;3\n1,7\n1,8\n", "1,5|2/1,6|3/1,7/1,8"}, /* in half of the lines */
        {"One; title\n\na,b\n1,2\n3,4\n5,6\n", "One; title//a|b/1|2/3|4/5|6"},
        {"One; title\nText\nText\nText\nText\na,b\n1,2\n",
         "One; title/Text/Text/Text/Text/a|b/1|2"}, /* in no half, but most */
        {"\"a;b\",c\n\"d;e\",f\n", "a;b|c/d;e|f"},
        {"\"a;\n;b\",c\n1,2\n", "a; ;b|c//1|2"},
        {"alone\n", "alone"},
        {"", ""},
    };
    check(*state, examples, COUNT_OF(examples));
}

static void every_line_is_a_row_without_the_blanks_at_its_end(void **state)
{
    static const struct example examples[] = {
        {"a;b;;\n;;;\n\n;1;\n", "a|b///_|1"},
        {"\n\na;b\n", "//a|b"},
        {"a;b\r\n1;2\r\n", "a|b/1|2"},
        {"a;b\r1;2", "a|b/1|2"},
        {"  a ;\" b \"\n", "a|b"},
        {"\"\na \n\tb\x7F\x01 c\";d\n", "a b  c|d"}, /* whatever breaks a line is one blank */
        {"a\xC2\x9B"
         "b\xE2\x80\xAE\xE2\x80\xA8"
         "c;\xE2\x80\x8E"
         "d\xE2\x80\x8F\n",
         "a b c|d"}, /* as what turns it or commands a terminal; at the ends none */
        {"\xE2\x80\xAE;b\n", "_|b"},
    };
    check(*state, examples, COUNT_OF(examples));
}

static void each_cell_knows_its_line_and_column(void **state)
{
    struct diagnostics *diagnostics = *state;
    struct grid grid;
    static const char text[] = "Ø;b\n\n\"two\nlines\";2\nå;;3\n";
    assert_true(read_text(diagnostics, text, sizeof text - 1, &grid));
    static const struct {
        size_t row, column;
        unsigned line, place;
        const char *text;
    } cells[] = {
        {0, 1, 1, 3, "b"}, {2, 0, 3, 1, "two lines"}, {2, 1, 4, 8, "2"},
        {4, 0, 5, 1, "å"}, {4, 1, 5, 3, ""},          {4, 2, 5, 4, "3"},
    };
    for (size_t i = 0; i < COUNT_OF(cells); i++) {
        struct grid_cell cell = grid_cell(&grid, cells[i].row, cells[i].column);
        assert_string_equal(cell.text, cells[i].text);
        assert_string_equal(cell.at.file, "tal.csv");
        assert_int_equal(cell.at.line, cells[i].line);
        assert_int_equal(cell.at.column, cells[i].place);
    }
}

/* --- what is refused -------------------------------------------------------------------------- */
static void assert_refused(struct diagnostics *diagnostics, const char *text, size_t length,
                           unsigned line, unsigned column, const char *says)
{
    struct grid grid;
    assert_false(read_text(diagnostics, text, length, &grid));
    assert_int_equal(diagnostics->count, 1);
    const struct diagnostic *item = &diagnostics->items[0];
    assert_int_equal(item->problem, PROBLEM_INPUT);
    if (item->at.line != line || item->at.column != column || !strstr(item->text, says))
        fail_msg("%u:%u %s", item->at.line, item->at.column, item->text);
}

static void a_formula_is_refused_where_the_first_of_them_stands(void **state)
{
    static const char text[] = "a;b\nNord;=SUM(A1:A2)\nSyd;=A1\n";
    assert_refused(*state, text, sizeof text - 1, 2, 6, "the field is a formula");
}

static void a_text_that_only_begins_as_a_number_might_is_no_formula(void **state)
{
    static const struct example examples[] = {
        {"a;=\n+5;-5\n@a;- 5\n", "a|=/+5|-5/@a|- 5"},
    };
    check(*state, examples, COUNT_OF(examples));
}

static void what_is_no_text_or_cannot_be_taken_apart_is_refused(void **state)
{
    static const struct {
        const char *text;
        size_t length;
        unsigned line, column;
        const char *says;
    } rows[] = {
        {"a;b\nc\0;d\n", 10, 2, 0, "not plain text"},
        {"a;b\nN\xEF\xBF\xBDrre;1\n", 14, 2, 2, "damaged by an earlier conversion"},
        {"a;b\n1;\"2\"x\n", 11, 2, 3, "quotation marks that do not match"},
        {"a;b\n1;\"2\n", 9, 2, 3, "quotation marks that do not match"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_refused(*state, rows[i].text, rows[i].length, rows[i].line, rows[i].column,
                       rows[i].says);
}

/* Lines of ten cells, as many as may be and one more. */
static void six_million_cells_are_the_most(void **state)
{
    struct diagnostics *diagnostics = *state;
    const size_t lines = 600002, width = 20;
    char *text = arena_alloc(diagnostics->arena, lines * width + 1, 1);
    for (size_t i = 0; i < lines * width; i++)
        text[i] = i % 2 == 0 ? '1' : i % width == width - 1 ? '\n' : ';';
    assert_refused(diagnostics, text, lines * width, 0, 0, "more than 6000000 cells");
    struct diagnostics fresh = {.arena = arena_new()};
    struct grid grid;
    assert_true(read_text(&fresh, text, (lines - 2) * width, &grid));
    assert_int_equal(grid.count, lines - 2);
    arena_free(fresh.arena);
    memset(text, '\n', lines * width); /* blank lines are as many cells */
    text[lines * width - 1] = '1';
    assert_refused(diagnostics, text, lines * width, 0, 0, "more than 6000000 cells");
}

#define GRID_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        GRID_TEST(the_separator_is_told_from_all_lines),
        GRID_TEST(every_line_is_a_row_without_the_blanks_at_its_end),
        GRID_TEST(each_cell_knows_its_line_and_column),
        GRID_TEST(a_formula_is_refused_where_the_first_of_them_stands),
        GRID_TEST(a_text_that_only_begins_as_a_number_might_is_no_formula),
        GRID_TEST(what_is_no_text_or_cannot_be_taken_apart_is_refused),
        GRID_TEST(six_million_cells_are_the_most),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
