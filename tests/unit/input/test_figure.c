/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/figure.h"

#include "near.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static const struct signs usual = {NULL, 0};

static struct grid_cell text_cell(const char *text)
{
    return (struct grid_cell){.kind = *text ? CELL_TEXT : CELL_BLANK, .text = text};
}

static struct figure read_text(const char *text, enum decimal_sign decimal,
                               const struct signs *signs)
{
    struct grid_cell cell = text_cell(text);
    return figure_read(&cell, decimal, signs);
}

static void assert_kind(const char *text, struct figure figure, enum figure_kind kind)
{
    if (figure.kind != kind)
        fail_msg("»%s« is read as of kind %d, not %d", text, (int)figure.kind, (int)kind);
}

/* --- numbers ---------------------------------------------------------------------------------- */
static void a_number_is_read_with_the_decimal_sign_of_its_file(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum decimal_sign decimal;
        double value;
    } rows[] = {
        {"0", DECIMAL_NONE, 0},
        {"78968", DECIMAL_NONE, 78968},
        {"-3", DECIMAL_NONE, -3},
        {"\xE2\x88\x92"
         "3",
         DECIMAL_NONE, -3},
        {"1.234", DECIMAL_NONE, 1234},
        {"71,1", DECIMAL_COMMA, 71.1},
        {"1.234", DECIMAL_COMMA, 1234},
        {"1.234,5", DECIMAL_COMMA, 1234.5},
        {"1 234,5", DECIMAL_COMMA, 1234.5},
        {"71.1", DECIMAL_POINT, 71.1},
        {"1,234", DECIMAL_POINT, 1234},
        {"1.234", DECIMAL_POINT, 1.234},
        {"1,234.5", DECIMAL_POINT, 1234.5},
        {"1,234,567", DECIMAL_POINT, 1234567},
        {"71,1 %", DECIMAL_COMMA, 71.1},
        {"71.1%", DECIMAL_POINT, 71.1},
        {"71,1 pct.", DECIMAL_COMMA, 71.1},
        {"1.234 %", DECIMAL_COMMA, 1234},
        {"12", DECIMAL_UNKNOWN, 12},
        {"12,5", DECIMAL_UNKNOWN, 12.5},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct figure figure = read_text(rows[i].text, rows[i].decimal, &usual);
        assert_kind(rows[i].text, figure, FIGURE_NUMBER);
        assert_near(figure.value, rows[i].value, 0);
        assert_false(figure.from_sign || figure.provisional);
    }
}

static void what_could_be_two_numbers_is_none(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum decimal_sign decimal;
        enum number_fault fault;
    } rows[] = {
        {"1.234", DECIMAL_UNKNOWN, NUMBER_AMBIGUOUS},
        {"71.1", DECIMAL_COMMA, NUMBER_POINT_DECIMAL},
        {"71,1", DECIMAL_POINT, NUMBER_POINT_DECIMAL},
        {"1,2,3", DECIMAL_COMMA, NUMBER_TWO_COMMAS},
        {"mange", DECIMAL_COMMA, NUMBER_NOT_A_NUMBER},
        {"12 personer", DECIMAL_COMMA, NUMBER_NOT_A_NUMBER},
        {"jan-21", DECIMAL_COMMA, NUMBER_DATE},
        {"12**", DECIMAL_COMMA, NUMBER_NOT_A_NUMBER},
        {"123456789012345678", DECIMAL_NONE, NUMBER_TOO_LARGE},
        {"#DIV/0!", DECIMAL_COMMA, NUMBER_SHEET_ERROR},
        {"#I/T", DECIMAL_COMMA, NUMBER_SHEET_ERROR},
        {"1000000000000000000000000000000000000000000000000000000000000000000", DECIMAL_NONE,
         NUMBER_NOT_A_NUMBER},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct figure figure = read_text(rows[i].text, rows[i].decimal, &usual);
        assert_kind(rows[i].text, figure, FIGURE_FAULTY);
        if (figure.fault != rows[i].fault)
            fail_msg("»%s« has the fault %d", rows[i].text, (int)figure.fault);
        assert_near(figure.value, 0, 0);
    }
}

static void an_asterisk_behind_a_number_marks_it_as_provisional(void **state)
{
    (void)state;
    struct figure figure = read_text("123*", DECIMAL_NONE, &usual);
    assert_kind("123*", figure, FIGURE_NUMBER);
    assert_true(figure.provisional);
    assert_near(figure.value, 123, 0);
    figure = read_text("71,1*", DECIMAL_COMMA, &usual);
    assert_true(figure.provisional);
    assert_near(figure.value, 71.1, 0);
    assert_false(read_text("*", DECIMAL_NONE, &usual).provisional);
    assert_false(read_text("x*", DECIMAL_NONE, &usual).provisional);
}

/* What a spreadsheet shows, and not the last bits of what it stores. */
static void a_typed_number_has_fifteen_digits(void **state)
{
    (void)state;
    static const double rows[][2] = {
        {27.799999999999997, 27.8}, {0.30000000000000004, 0.3}, {-0.0, 0}, {78968, 78968}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct grid_cell cell = {.kind = CELL_NUMBER, .text = "1.234", .number = rows[i][0]};
        struct figure figure = figure_read(&cell, DECIMAL_UNKNOWN, &usual);
        assert_kind("typed", figure, FIGURE_NUMBER);
        assert_near(figure.value, rows[i][1], 0);
    }
}

/* Beyond any figure of a plan: a telephone number pasted twice, a cell that counts nanoseconds. */
static void a_typed_number_beyond_a_million_millions_is_faulty(void **state)
{
    (void)state;
    static const struct {
        double number;
        bool is_read;
    } rows[] = {
        {1e12, true},   {-1e12, true},     {999999999999.5, true}, {1e15, false},
        {-1e15, false}, {1.001e12, false}, {1e300, false},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct grid_cell cell = {
            .kind = CELL_NUMBER, .text = "stort", .number = rows[i].number};
        struct figure figure = figure_read(&cell, DECIMAL_NONE, &usual);
        assert_kind("typed", figure, rows[i].is_read ? FIGURE_NUMBER : FIGURE_FAULTY);
        assert_near(figure.value, rows[i].is_read ? rows[i].number : 0, 0);
        if (!rows[i].is_read)
            assert_int_equal(figure.fault, NUMBER_TOO_LARGE);
        assert_true(figure_looks_like(&cell));
    }
}

/* --- signs ------------------------------------------------------------------------------------ */
static void a_sign_means_what_it_usually_does(void **state)
{
    (void)state;
    static const char *const missing[] = {"",  "..", "…",    "...",  ".",   "-",  "–",
                                          "—", "−",  "i.t.", "I.T.", "n/a", "N/A"};
    static const char *const hidden[] = {"x",           "X",
                                         ":",           "*",
                                         "<5",          "< 5",
                                         "<=4",         "<",
                                         "diskr.",      "Diskret",
                                         "≤4",          "under 5",
                                         "Under 10",    "færre end 5",
                                         "FÆRRE END 3", "mindre end 3",
                                         "less than 5", "fewer than 5",
                                         "1-4",         "0-3",
                                         "1 - 4"};
    static const char *const neither[] = {"?",     "<fem",      "xx",          "–x",    "ukendt",
                                          "under", "under fem", "underskud 5", "færre", "4-1",
                                          "1-100", "2018-2019", "1-4-7",       "––"};
    for (size_t i = 0; i < COUNT_OF(missing); i++) {
        struct figure figure = read_text(missing[i], DECIMAL_COMMA, &usual);
        assert_kind(missing[i], figure, FIGURE_MISSING);
        assert_true(figure.from_sign);
    }
    for (size_t i = 0; i < COUNT_OF(hidden); i++)
        assert_kind(hidden[i], read_text(hidden[i], DECIMAL_COMMA, &usual), FIGURE_HIDDEN);
    for (size_t i = 0; i < COUNT_OF(neither); i++)
        assert_kind(neither[i], read_text(neither[i], DECIMAL_COMMA, &usual), FIGURE_FAULTY);
}

static void a_mapping_says_what_a_sign_means_instead(void **state)
{
    (void)state;
    static const struct sign items[] = {
        {"-", SIGN_ZERO},    {"..", SIGN_HIDDEN},    {"", SIGN_ZERO},    {"<", SIGN_MISSING},
        {"#", SIGN_MISSING}, {"u.o.", SIGN_MISSING}, {"-", SIGN_HIDDEN}, {"x", SIGN_MISSING},
    };
    static const struct signs signs = {items, COUNT_OF(items)};
    static const struct {
        const char *text;
        enum figure_kind kind;
    } rows[] = {
        {"-", FIGURE_NUMBER},        {"", FIGURE_NUMBER},         {"..", FIGURE_HIDDEN},
        {"<5", FIGURE_MISSING},      {"under 5", FIGURE_MISSING}, {"1-4", FIGURE_MISSING},
        {"–", FIGURE_NUMBER},        {"—", FIGURE_NUMBER},        {"#I/T", FIGURE_MISSING},
        {"#DIV/0!", FIGURE_MISSING}, {"U.O.", FIGURE_MISSING},    {"X", FIGURE_MISSING},
        {"*", FIGURE_HIDDEN},        {"ukendt", FIGURE_FAULTY},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct figure figure = read_text(rows[i].text, DECIMAL_COMMA, &signs);
        assert_kind(rows[i].text, figure, rows[i].kind);
        assert_int_equal(figure.from_sign, rows[i].kind != FIGURE_FAULTY);
        assert_near(figure.value, 0, 0);
    }
    struct figure zero = read_text("0", DECIMAL_COMMA, &signs);
    assert_kind("0", zero, FIGURE_NUMBER);
    assert_false(zero.from_sign);
}

static void an_error_of_a_spreadsheet_is_faulty_unless_it_is_said_what_it_means(void **state)
{
    (void)state;
    static const struct sign items[] = {{"#", SIGN_HIDDEN}};
    static const struct signs signs = {items, 1};
    const struct grid_cell cell = {.kind = CELL_ERROR, .text = "#N/A"};
    assert_kind("#N/A", figure_read(&cell, DECIMAL_COMMA, &usual), FIGURE_FAULTY);
    assert_kind("#N/A", figure_read(&cell, DECIMAL_COMMA, &signs), FIGURE_HIDDEN);
}

static void signs_are_compared_in_one_form(void **state)
{
    (void)state;
    static const struct {
        const char *text, *folded;
    } rows[] = {
        {"X", "x"},       {" .. ", ".."},       {"<5", "<"},  {"< 10", "<"}, {"<= 4", "<"},
        {"<a", "<a"},     {"#I/T", "#"},        {"#", "#"},   {"", ""},      {"Diskret", "diskret"},
        {"Under 5", "<"}, {"færre end 5", "<"}, {"1-4", "<"}, {"≤ 3", "<"},  {"–", "-"},
        {"—", "-"},       {"−", "-"},           {"-", "-"},   {"1-", "1-"},  {"1-100", "1-100"},
        {"4-1", "4-1"},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_string_equal(figure_folded_sign(arena, rows[i].text), rows[i].folded);
    arena_free(arena);
}

static void figures_and_their_signs_look_like_figures_and_blanks_and_days_do_not(void **state)
{
    (void)state;
    static const char *const figures[] = {
        "12",      "1,5",         "1.5",  "1.234", "..",   "x",
        "<5",      "-",           "#I/T", "123*",  "12 %", "123456789012345678",
        "under 5", "færre end 5", "1-4",  "–",     "—",    "−"};
    static const char *const others[] = {"",   "Nord",     "2019K1", "jan-21",   "Antal",
                                         "1)", "15-29 år", "Under",  "2018-2019"};
    for (size_t i = 0; i < COUNT_OF(figures); i++) {
        struct grid_cell cell = text_cell(figures[i]);
        if (!figure_looks_like(&cell))
            fail_msg("»%s« does not look like a figure", figures[i]);
    }
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        struct grid_cell cell = text_cell(others[i]);
        if (figure_looks_like(&cell))
            fail_msg("»%s« looks like a figure", others[i]);
    }
    const struct grid_cell day = {.kind = CELL_DATE, .text = "2021-11-16"};
    const struct grid_cell number = {.kind = CELL_NUMBER, .text = "1,5", .number = 1.5};
    assert_false(figure_looks_like(&day));
    assert_true(figure_looks_like(&number));
}

/* --- the decimal sign ------------------------------------------------------------------------- */
static void the_cells_of_a_file_tell_its_decimal_sign(void **state)
{
    (void)state;
    static const struct {
        const char *cells; /* parted by blanks */
        enum decimal_sign sign;
    } rows[] = {
        {"", DECIMAL_NONE},
        {"12 78968 .. x - .", DECIMAL_NONE},
        {"71,1", DECIMAL_COMMA},
        {"71.1", DECIMAL_POINT},
        {"1.234", DECIMAL_UNKNOWN},
        {"1,234", DECIMAL_UNKNOWN},
        {"1.234 71,1", DECIMAL_COMMA},
        {"71,1 1.234", DECIMAL_COMMA},
        {"1.234 71.1", DECIMAL_POINT},
        {"1.234,5", DECIMAL_COMMA},
        {"1,234.5", DECIMAL_POINT},
        {"1.234.567", DECIMAL_COMMA},
        {"1.234 12", DECIMAL_UNKNOWN},
        {"12 1.234 2.345", DECIMAL_UNKNOWN},
        {"71,1 71.1", DECIMAL_BOTH},
        {"71.1 71,1 1.234 12", DECIMAL_BOTH},
        {"71,1* 12", DECIMAL_COMMA},
        {"71.1%", DECIMAL_POINT},
        {"0,125", DECIMAL_COMMA},
        {"0.125", DECIMAL_POINT},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        enum decimal_sign sign = DECIMAL_NONE;
        for (char *text = strtok(arena_copy(arena, rows[i].cells), " "); text;
             text = strtok(NULL, " ")) {
            struct grid_cell cell = text_cell(text);
            sign = figure_decimal(sign, &cell);
        }
        if (sign != rows[i].sign)
            fail_msg("»%s« tell %d", rows[i].cells, (int)sign);
    }
    arena_free(arena);
}

static void a_typed_number_tells_nothing_of_the_decimal_sign(void **state)
{
    (void)state;
    const struct grid_cell number = {.kind = CELL_NUMBER, .text = "71,1", .number = 71.1};
    assert_int_equal(figure_decimal(DECIMAL_NONE, &number), DECIMAL_NONE);
    assert_int_equal(figure_decimal(DECIMAL_POINT, &number), DECIMAL_POINT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_is_read_with_the_decimal_sign_of_its_file),
        cmocka_unit_test(what_could_be_two_numbers_is_none),
        cmocka_unit_test(an_asterisk_behind_a_number_marks_it_as_provisional),
        cmocka_unit_test(a_typed_number_has_fifteen_digits),
        cmocka_unit_test(a_typed_number_beyond_a_million_millions_is_faulty),
        cmocka_unit_test(a_sign_means_what_it_usually_does),
        cmocka_unit_test(a_mapping_says_what_a_sign_means_instead),
        cmocka_unit_test(an_error_of_a_spreadsheet_is_faulty_unless_it_is_said_what_it_means),
        cmocka_unit_test(signs_are_compared_in_one_form),
        cmocka_unit_test(figures_and_their_signs_look_like_figures_and_blanks_and_days_do_not),
        cmocka_unit_test(the_cells_of_a_file_tell_its_decimal_sign),
        cmocka_unit_test(a_typed_number_tells_nothing_of_the_decimal_sign),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
