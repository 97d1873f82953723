/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/csv_writer.h"

#include "plan_folder.h"

#include "pejling/base/file.h"
#include "pejling/base/text.h"

#define UTF8_MARK "\xEF\xBB\xBF"

static const struct sheet_column two[] = {{"name", "Navn"}, {"value", "Værdi"}};

/* What a sheet becomes as a file. */
static const char *written(struct plan_folder *folder, const struct sheet *sheet,
                           enum csv_dialect dialect)
{
    const struct place place = {&folder->diagnostics, folder->path, ""};
    const struct input_file file = {plan_folder_file(folder, "ark.csv"), "ark.csv", PROBLEM_FILE};
    size_t length = 0;
    assert_true(csv_write(&place, "ark.csv", sheet, dialect));
    const char *bytes = file_read(&folder->diagnostics, &file, 1 << 20, &length);
    assert_non_null(bytes);
    assert_int_equal(strlen(bytes), length);
    plan_folder_remove(folder, "ark.csv");
    return bytes;
}

/* The one field of a machine file with one column and this text. */
static const char *text_field(struct plan_folder *folder, const char *text,
                              enum csv_dialect dialect)
{
    struct sheet sheet = sheet_make(folder->arena, two, 1);
    sheet_add_text(&sheet, text);
    const char *file = written(folder, &sheet, dialect);
    const char *start = strchr(file, '\n') + 1;
    size_t end = strlen(start) - (dialect == CSV_MACHINE ? 1 : 2);
    return arena_text(folder->arena, start, end);
}

static const char *number_field(struct plan_folder *folder, double number, int decimals,
                                enum csv_dialect dialect)
{
    struct sheet sheet = sheet_make(folder->arena, two, 1);
    sheet_add_number(&sheet, number, decimals);
    const char *file = written(folder, &sheet, dialect);
    const char *start = strchr(file, '\n') + 1;
    return arena_text(folder->arena, start, strcspn(start, "\r\n"));
}

static void a_machine_file_has_keys_commas_points_and_bare_line_ends(void **state)
{
    struct plan_folder *folder = *state;
    struct sheet sheet = sheet_make(folder->arena, two, 2);
    sheet_add_text(&sheet, "Nord");
    sheet_add_number(&sheet, 12.5, 1);
    sheet_add_blank(&sheet);
    sheet_add_number(&sheet, -3, 0);
    assert_string_equal(written(folder, &sheet, CSV_MACHINE), "name,value\nNord,12.5\n,-3\n");
}

static void a_danish_file_has_a_mark_labels_semicolons_and_decimal_commas(void **state)
{
    struct plan_folder *folder = *state;
    struct sheet sheet = sheet_make(folder->arena, two, 2);
    sheet_add_text(&sheet, "Nord");
    sheet_add_number(&sheet, 12.5, 1);
    sheet_add_number(&sheet, -3, 0);
    sheet_add_blank(&sheet);
    assert_string_equal(written(folder, &sheet, CSV_DANISH),
                        UTF8_MARK "Navn;Værdi\r\nNord;12,5\r\n-3;\r\n");
}

static void a_sheet_without_rows_is_its_header(void **state)
{
    struct plan_folder *folder = *state;
    struct sheet sheet = sheet_make(folder->arena, two, 2);
    assert_string_equal(written(folder, &sheet, CSV_MACHINE), "name,value\n");
    assert_string_equal(written(folder, &sheet, CSV_DANISH), UTF8_MARK "Navn;Værdi\r\n");
}

static void machines_get_every_digit_of_a_number(void **state)
{
    static const double numbers[] = {0.1,  1.0 / 3,  -74.758711159823327, 5e-324, 1e300, 0,
                                     -0.0, 123456.7, 46.390000000000001,  2e-7,   1e15};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        for (int decimals = SHEET_EXACT; decimals < 3; decimals++) {
            const char *field = number_field(folder, numbers[i], decimals, CSV_MACHINE);
            assert_near(strtod(field, NULL), numbers[i], 0);
            assert_null(strchr(field, ','));
        }
    assert_string_equal(number_field(folder, 0.1, 3, CSV_MACHINE), "0.1");
    assert_string_equal(number_field(folder, -0.0, 3, CSV_MACHINE), "0");
}

static void danish_readers_get_the_shown_decimals(void **state)
{
    static const struct {
        double number;
        int decimals;
        const char *shown;
    } cases[] = {
        {0.35, 1, "0,4"},
        {2.675, 2, "2,68"},
        {-0.04, 1, "0,0"},
        {-3.94, 1, "-3,9"},
        {1234567.25, 1, "1234567,3"},
        {5, 1, "5,0"},
        {99.96, 1, "100,0"},
        {5, 0, "5"},
        {2.5, 0, "3"},
        {0.1, SHEET_EXACT, "0,1"},
        {1.0 / 3, SHEET_EXACT, "0,3333333333333333"},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(number_field(folder, cases[i].number, cases[i].decimals, CSV_DANISH),
                            cases[i].shown);
}

static void a_text_is_quoted_only_where_it_must_be(void **state)
{
    static const struct {
        const char *text, *machine, *danish;
    } cases[] = {
        {"Nord", "Nord", "Nord"},
        {"Ældre, unge", "\"Ældre, unge\"", "Ældre, unge"},
        {"a;b", "a;b", "\"a;b\""},
        {"12\" rør", "\"12\"\" rør\"", "\"12\"\" rør\""},
        {"\"", "\"\"\"\"", "\"\"\"\""},
        {"to\nlinjer", "\"to\nlinjer\"", "\"to\nlinjer\""},
        {"en\rretur", "\"en\rretur\"", "\"en\rretur\""},
        {"hale ", "\"hale \"", "\"hale \""},
        {" for", "\" for\"", "\" for\""},
        {"tab\tinde", "tab\tinde", "tab\tinde"},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(text_field(folder, cases[i].text, CSV_MACHINE), cases[i].machine);
        assert_string_equal(text_field(folder, cases[i].text, CSV_DANISH), cases[i].danish);
    }
}

static const char *const formulas[] = {
    "=1+1",  "+45 12 34", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1",
    "   @x", "=",         "-",  "＝1+1",    "＋1",  "－1",  "＠x",  " ＝1",
};
static const char *const plain_texts[] = {
    "", "a=1", "1-2", "−3,9", "'=1", "(=1)", "Æ", "–", "x+y", "5 = 5", "＄", "#N/A",
};

static void a_spreadsheet_formula_is_known_by_its_first_character(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof formulas / sizeof *formulas; i++)
        assert_true(text_is_formula(formulas[i]));
    for (size_t i = 0; i < sizeof plain_texts / sizeof *plain_texts; i++)
        assert_false(text_is_formula(plain_texts[i]));
}

static void a_formula_gets_an_apostrophe_in_both_dialects(void **state)
{
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof formulas / sizeof *formulas; i++)
        for (int dialect = CSV_MACHINE; dialect <= CSV_DANISH; dialect++) {
            const char *field = text_field(folder, formulas[i], (enum csv_dialect)dialect);
            bool quoted = *field == '"';
            const char *cell =
                arena_text(folder->arena, field + quoted, strlen(field) - 2 * quoted);
            assert_int_equal(*cell, '\'');
            assert_string_equal(text_unguarded(folder->arena, cell), formulas[i]);
        }
    assert_string_equal(text_field(folder, "=A1;\"x\"", CSV_DANISH), "\"'=A1;\"\"x\"\"\"");
    assert_string_equal(number_field(folder, -5, 0, CSV_DANISH), "-5");
}

/* Or else nobody could tell a formula with an apostrophe from a text that has one of its own. */
static void a_text_that_begins_like_a_guarded_one_is_guarded_too(void **state)
{
    static const struct {
        const char *text, *field;
    } cases[] = {{"'=1", "''=1"}, {"'-", "''-"}, {"'+4", "''+4"}, {"'＝1", "''＝1"},
                 {"'", "'"},      {"'a", "'a"},  {"a'=", "a'="}};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int dialect = CSV_MACHINE; dialect <= CSV_DANISH; dialect++)
            assert_string_equal(text_field(folder, cases[i].text, (enum csv_dialect)dialect),
                                cases[i].field);
}

/* A file of one country is opened in another, where these end a cell within quotes too. */
static void what_another_separator_would_make_a_formula_gets_an_apostrophe(void **state)
{
    static const struct {
        const char *text, *machine, *danish;
    } cases[] = {
        {"a;=1", "a;'=1", "\"a;'=1\""},
        {"a, @x", "\"a,' @x\"", "a,' @x"},
        {"a\t＋1;b", "a\t'＋1;b", "\"a\t'＋1;b\""},
        {"a\n\n-1", "\"a\n\n'-1\"", "\"a\n\n'-1\""},
        {"a;\"=1\"", "\"a;\"\"=1\"\"\"", "\"a;\"\"=1\"\"\""},
        {"a;'=1", "a;''=1", "\"a;''=1\""},
        {"a,−1;b", "\"a,−1;b\"", "\"a,−1;b\""},
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(text_field(folder, cases[i].text, CSV_MACHINE), cases[i].machine);
        assert_string_equal(text_field(folder, cases[i].text, CSV_DANISH), cases[i].danish);
    }
}

static void a_formula_in_a_header_gets_an_apostrophe_too(void **state)
{
    static const struct sheet_column bad[] = {{"=key", "@label"}};
    struct plan_folder *folder = *state;
    struct sheet sheet = sheet_make(folder->arena, bad, 1);
    assert_string_equal(written(folder, &sheet, CSV_MACHINE), "'=key\n");
    assert_string_equal(written(folder, &sheet, CSV_DANISH), UTF8_MARK "'@label\r\n");
}

/* One field of RFC 4180 at `text`; returns what stands behind it. */
static const char *take_field(const char *text, char separator, char *field)
{
    bool quoted = *text == '"';
    text += quoted;
    while (*text) {
        if (quoted && text[0] == '"' && text[1] != '"') {
            text++;
            break;
        }
        if (!quoted && (*text == separator || *text == '\n' || *text == '\r'))
            break;
        text += quoted && *text == '"';
        *field++ = *text++;
    }
    *field = '\0';
    return text;
}

static void hostile_texts_come_back_as_they_went(void **state)
{
    static const char *const texts[] = {
        "a\"b\";c,d\r\ne", "\"\"\"", ";;;", ",,,", "\r\n\r\n", "\xEF\xBB\xBF", "Ærø\tØ \" ; å ",
    };
    static const struct sheet_column pair[] = {{"a", "a"}, {"b", "b"}};
    struct plan_folder *folder = *state;
    char field[64];
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (int dialect = CSV_MACHINE; dialect <= CSV_DANISH; dialect++) {
            struct sheet sheet = sheet_make(folder->arena, pair, 2);
            char separator = dialect == CSV_MACHINE ? ',' : ';';
            sheet_add_text(&sheet, texts[i]);
            sheet_add_text(&sheet, "slut");
            const char *file = written(folder, &sheet, (enum csv_dialect)dialect);
            const char *rest = take_field(strchr(file, '\n') + 1, separator, field);
            assert_string_equal(field + text_is_formula(texts[i]), texts[i]);
            assert_int_equal(*rest, separator);
            rest = take_field(rest + 1, separator, field);
            assert_string_equal(field, "slut");
            assert_string_equal(rest, dialect == CSV_MACHINE ? "\n" : "\r\n");
        }
}

static void one_field_is_quoted_for_its_separator(void **state)
{
    struct plan_folder *folder = *state;
    static const struct {
        const char *text;
        char separator;
        const char *field;
    } cases[] = {
        {"a,b", ',', "\"a,b\""},
        {"a,b", ';', "a,b"},
        {"a;b", ';', "\"a;b\""},
        {"a\tb", '\t', "\"a\tb\""},
        {"a;b", '\t', "a;b"},
        {"=a;b", ';', "\"'=a;b\""},
        {"=a;b", ',', "'=a;b"},
        {" a", ',', "\" a\""},
        {"a \"b\"", ';', "\"a \"\"b\"\"\""},
        {"", ';', ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct input_file file = {plan_folder_file(folder, "felt"), "felt", PROBLEM_FILE};
        struct sink *sink = sink_open(&folder->diagnostics, file.path);
        size_t length;
        csv_write_text(sink, cases[i].text, cases[i].separator);
        assert_true(sink_close(sink));
        const char *bytes = file_read(&folder->diagnostics, &file, 1 << 10, &length);
        plan_folder_remove(folder, "felt");
        assert_string_equal(bytes, cases[i].field);
    }
}

/* A field by the rules one after the other: quotes where they must be, then each guard. */
static const char *by_the_rules(struct arena *arena, const char *text, char separator)
{
    size_t length = strlen(text);
    const char special[] = {separator, '"', '\n', '\r', '\0'};
    bool quoted = length && (text[0] == ' ' || text[length - 1] == ' ' || strpbrk(text, special));
    const char *field = quoted ? "\"" : "";
    for (size_t i = 0; i < length; i++)
        field = arena_printf(arena, "%s%s%s%c", field, text_needs_guard(text, i) ? "'" : "",
                             text[i] == '"' && quoted ? "\"" : "", text[i]);
    return arena_printf(arena, "%s%s", field, quoted ? "\"" : "");
}

static void check_field(struct sink *sink, const char *text)
{
    for (const char *separator = ",;\t"; *separator; separator++) {
        size_t before, after;
        struct arena *scratch = arena_new();
        sink_contents(sink, &before);
        csv_write_text(sink, text, *separator);
        const char *bytes = sink_contents(sink, &after);
        const char *expected = by_the_rules(scratch, text, *separator);
        assert_int_equal(after - before, strlen(expected));
        assert_memory_equal(bytes + before, expected, after - before);
        arena_free(scratch);
    }
}

static void any_two_characters_are_written_by_the_rules(void **state)
{
    struct plan_folder *folder = *state;
    struct sink *sink = sink_memory(&folder->diagnostics, 0);
    for (int a = 1; a < 128; a++)
        for (int b = 0; b < 128; b++)
            check_field(sink, (const char[]){(char)a, (char)b, '\0'});
}

static void any_character_and_texts_of_any_length_are_written_by_the_rules(void **state)
{
    struct plan_folder *folder = *state;
    struct sink *sink = sink_memory(&folder->diagnostics, 0);
    for (unsigned code = 0x800; code <= 0xFFFF; code++)
        if (code < 0xD800 || code > 0xDFFF)
            check_field(sink,
                        (const char[]){(char)(0xE0 | code >> 12), (char)(0x80 | (code >> 6 & 0x3F)),
                                       (char)(0x80 | (code & 0x3F)), '\0'});
    for (int length = 0; length < 3 * SINK_ROOM; length++)
        for (const char *last = "a,"; *last; last++)
            check_field(sink, arena_printf(folder->arena, "%0*d%c", length, 1, *last));
}

static void a_file_that_cannot_be_written_is_a_problem(void **state)
{
    struct plan_folder *folder = *state;
    struct sheet sheet = sheet_make(folder->arena, two, 2);
    const char *nowhere = plan_folder_file(folder, "findes_ikke");
    const struct place place = {&folder->diagnostics, nowhere, ""};
    assert_false(csv_write(&place, "ark.csv", &sheet, CSV_MACHINE));
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_FILE], 1);
    assert_int_equal(diagnostics_exit_status(&folder->diagnostics, false, false), 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_machine_file_has_keys_commas_points_and_bare_line_ends),
        PLAN_FOLDER_TEST(a_danish_file_has_a_mark_labels_semicolons_and_decimal_commas),
        PLAN_FOLDER_TEST(a_sheet_without_rows_is_its_header),
        PLAN_FOLDER_TEST(machines_get_every_digit_of_a_number),
        PLAN_FOLDER_TEST(danish_readers_get_the_shown_decimals),
        PLAN_FOLDER_TEST(a_text_is_quoted_only_where_it_must_be),
        cmocka_unit_test(a_spreadsheet_formula_is_known_by_its_first_character),
        PLAN_FOLDER_TEST(a_formula_gets_an_apostrophe_in_both_dialects),
        PLAN_FOLDER_TEST(a_text_that_begins_like_a_guarded_one_is_guarded_too),
        PLAN_FOLDER_TEST(what_another_separator_would_make_a_formula_gets_an_apostrophe),
        PLAN_FOLDER_TEST(a_formula_in_a_header_gets_an_apostrophe_too),
        PLAN_FOLDER_TEST(hostile_texts_come_back_as_they_went),
        PLAN_FOLDER_TEST(one_field_is_quoted_for_its_separator),
        PLAN_FOLDER_TEST(any_two_characters_are_written_by_the_rules),
        PLAN_FOLDER_TEST(any_character_and_texts_of_any_length_are_written_by_the_rules),
        PLAN_FOLDER_TEST(a_file_that_cannot_be_written_is_a_problem),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
