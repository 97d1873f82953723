/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/encoding.h"

#include "near.h"

#include "pejling/base/text.h"

#define BYTES(literal) (literal), sizeof(literal) - 1
#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

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

/* The bytes as file_read hands them over: in the arena, with a NUL behind them. */
static const char *convert(struct diagnostics *diagnostics, const char *bytes, size_t *length)
{
    static const struct input_file file = {"tal.csv", "plan/tal.csv", PROBLEM_SERIES};
    diagnostics->count = 0;
    const char *copy = arena_text(diagnostics->arena, bytes, *length);
    return encoding_to_utf8(diagnostics, &file, copy, length);
}

/* --- what can be read ------------------------------------------------------------------------- */
static void text_of_either_encoding_becomes_utf_8(void **state)
{
    static const struct {
        const char *bytes;
        size_t length;
        const char *text;
    } rows[] = {
        {BYTES(""), ""},
        {BYTES("plain;1\r\n"), "plain;1\r\n"},
        {BYTES("Æbleø;å"), "Æbleø;å"},
        {BYTES("\xEF\xBB\xBFÆbleø"), "Æbleø"},
        {BYTES("\xEF\xBB\xBF"), ""},
        {BYTES("\xC6"
               "ble\xF8;\xE5"),
         "Æbleø;å"},
        {BYTES("\x80 \x84quote\x93 \x96 \x85"), "€ „quote“ – …"},
        {BYTES("\xE6"), "æ"},
        {BYTES("a\xC2"), "aÂ"},
        {BYTES("{\x91_\x91}"), "{‘_‘}"}, /* æ of DOS, but in no word */
        {BYTES("caf\xE9 \xD6\xDF"), "café Öß"},
        {BYTES("\xFF\xFE\xC6\0b\0\t\0\xF8\0"), "Æb\tø"}, /* UTF-16, either end first */
        {BYTES("\xFE\xFF\0\xC6\0b\0\t\0\xF8"), "Æb\tø"},
        {BYTES("\xFF\xFE\x3D\xD8\x00\xDE"), "😀"},
        {BYTES("\xFF\xFE"), ""},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        size_t length = rows[i].length;
        const char *text = convert(*state, rows[i].bytes, &length);
        assert_non_null(text);
        assert_string_equal(text, rows[i].text);
        assert_int_equal(length, strlen(rows[i].text));
    }
}

/* Each byte but the five that Windows-1252 leaves free, between digits. */
static void every_byte_of_windows_1252_becomes_one_character(void **state)
{
    struct diagnostics *diagnostics = *state;
    size_t free_bytes = 0;
    for (unsigned byte = 0x80; byte <= 0xFF; byte++) {
        const char bytes[] = {'1', (char)byte, '2', '\0'};
        size_t length = 3;
        const char *text = convert(diagnostics, bytes, &length);
        bool is_free = byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D;
        assert_int_equal(text == NULL, is_free);
        free_bytes += is_free;
        if (is_free)
            continue;
        unsigned code = 0;
        size_t size = text_next(text + 1, length - 1, &code);
        assert_int_equal(size, length - 2);
        if (byte >= 0xA0) /* from there on the codes are those of Unicode */
            assert_int_equal(code, byte);
        else
            assert_true(code > 0xFF);
    }
    assert_int_equal(free_bytes, 5);
}

/* --- what cannot be read ---------------------------------------------------------------------- */
struct fault {
    const char *bytes;
    size_t length;
    unsigned line, column;
    const char *words;
};

static void check_faults(struct diagnostics *diagnostics, const struct fault *faults, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t length = faults[i].length;
        assert_null(convert(diagnostics, faults[i].bytes, &length));
        assert_int_equal(diagnostics->count, 1);
        const struct diagnostic *item = &diagnostics->items[0];
        assert_int_equal(item->problem, PROBLEM_SERIES);
        assert_string_equal(item->at.file, "plan/tal.csv");
        if (item->at.line != faults[i].line || item->at.column != faults[i].column ||
            !strstr(item->text, faults[i].words))
            fail_msg("row %zu: %u:%u %s", i, item->at.line, item->at.column, item->text);
    }
}

static void nul_bytes_are_reported_with_their_line(void **state)
{
    static const struct fault faults[] = {
        {BYTES("\0"), 1, 0, "not plain text"},
        {BYTES("a\nb\0c\0"), 2, 0, "not plain text"},
        {BYTES("a\r\nb\r\n\0"), 3, 0, "not plain text"},
        {BYTES("a\rb\rc\0"), 3, 0, "not plain text"},
        {BYTES("n\0a\0v\0"), 1, 0, "not plain text"}, /* UTF-16 without a mark */
    };
    check_faults(*state, faults, COUNT_OF(faults));
}

static void damaged_utf_16_is_reported(void **state)
{
    static const struct fault faults[] = {
        {BYTES("\xFF\xFEn\0\n"), 0, 0, "a part of it is damaged"},     /* half a character */
        {BYTES("\xFE\xFF\xD8\0\0n"), 0, 0, "a part of it is damaged"}, /* half a pair */
        {BYTES("\xFF\xFEn\0\0\0"), 0, 0, "a part of it is damaged"},   /* a NUL */
        {BYTES("\xFF\xFEn\0\xFD\xFF"), 1, 2, "an earlier conversion"},
    };
    check_faults(*state, faults, COUNT_OF(faults));
}

/* What æ, ø and å of DOS and of an old Mac would else be read as. */
static void text_of_dos_and_mac_is_named(void **state)
{
    static const struct fault faults[] = {
        {BYTES("Nord\nKors\x9Br\n"), 2, 0, "DOS (CP850): this reads »Korsør«"},
        {BYTES("Sk\x91lsk\x9Br"), 1, 0, "»Skælskør«"},
        {BYTES("R\x86"
               "dhus"),
         1, 0, "»Rådhus«"},
        {BYTES("Nord\rKors\xBFr"), 2, 0, "Mac (MacRoman): this reads »Korsør«"},
        {BYTES("Sk\xBElsk\xBFr"), 1, 0, "»Skælskør«"},
        {BYTES("R\x8C"
               "dhus"),
         1, 0, "»Rådhus«"},
    };
    check_faults(*state, faults, COUNT_OF(faults));
}

static void signs_of_windows_1252_are_no_old_letters(void **state)
{
    static const struct {
        const char *bytes;
        size_t length;
        const char *text;
    } rows[] = {
        {BYTES("O\x92Hara"), "O’Hara"},
        {BYTES("\x8Buge\x9B \x86 \xBF"), "‹uge› † ¿"},
        {BYTES("Kors\xF8r a\x9B"
               "b"),
         "Korsør a›b"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        size_t length = rows[i].length;
        const char *text = convert(*state, rows[i].bytes, &length);
        assert_non_null(text);
        assert_string_equal(text, rows[i].text);
    }
}

static void a_file_damaged_all_through_is_reported_ten_times_and_once(void **state)
{
    struct diagnostics *diagnostics = *state;
    char bytes[12 * 4 + 1] = "";
    for (size_t i = 0; i < 12; i++)
        strcat(bytes, "\xEF\xBF\xBD\n");
    size_t length = strlen(bytes);
    assert_null(convert(diagnostics, bytes, &length));
    assert_int_equal(diagnostics->count, 11);
    assert_int_equal(diagnostics->items[9].at.line, 10);
    assert_non_null(strstr(diagnostics->items[10].text, "in 2 further lines"));
}

static void bytes_of_neither_encoding_are_reported_with_their_line(void **state)
{
    static const struct fault faults[] = {
        {BYTES("\x81"), 1, 0, "neither UTF-8 nor Windows-1252"},
        {BYTES("a\nb\r\nc\xE6\rd\x9D\n\x81"), 4, 0, "neither UTF-8 nor Windows-1252"},
        {BYTES("\xEF\xBB\xBF"
               "a\n\x8D"),
         2, 0, "neither UTF-8 nor Windows-1252"},
    };
    check_faults(*state, faults, COUNT_OF(faults));
}

static void damaged_letters_are_reported_with_line_and_column(void **state)
{
    static const struct fault faults[] = {
        {BYTES("N\xEF\xBF\xBDrre"), 1, 2, "»\xEF\xBF\xBD«"},
        {BYTES("a\næøåÃ¦"), 2, 4, "»Ã¦«"},
        {BYTES("a\r\nb\r\nxÃ¸"), 3, 2, "»Ã¸«"},
        {BYTES("a\rb\rxÃ¥"), 3, 2, "»Ã¥«"},
        {BYTES("Ã†ble"), 1, 1, "»Ã†«"},
        {BYTES("Ã˜st"), 1, 1, "»Ã˜«"},
        {BYTES("Ã…by"), 1, 1, "»Ã…«"},
        {BYTES("\xEF\xBB\xBF;Ã…by"), 1, 2, "»Ã…«"},
        {BYTES("\xE6;\xC3\xA6"), 1, 3, "»Ã¦«"}, /* two encodings in one file */
    };
    check_faults(*state, faults, COUNT_OF(faults));
}

static void each_damaged_line_is_reported_once(void **state)
{
    struct diagnostics *diagnostics = *state;
    static const unsigned lines[] = {1, 3, 4, 6};
    size_t length = strlen("Ã¸Ã¦\nok\næÃ¸\rÃ¥ Ã¥\r\nok\r\n\xEF\xBF\xBD");
    assert_null(convert(diagnostics, "Ã¸Ã¦\nok\næÃ¸\rÃ¥ Ã¥\r\nok\r\n\xEF\xBF\xBD", &length));
    assert_int_equal(diagnostics->count, COUNT_OF(lines));
    for (size_t i = 0; i < COUNT_OF(lines); i++)
        assert_int_equal(diagnostics->items[i].at.line, lines[i]);
    assert_int_equal(diagnostics->items[1].at.column, 2);
}

static void letters_that_only_look_damaged_are_left_alone(void **state)
{
    size_t length = strlen("São Ãna Ã §");
    assert_non_null(convert(*state, "São Ãna Ã §", &length));
}

static void a_damaged_letter_is_told_where_it_begins(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"Ã¦ble", "Ã¦"},
        {"Ã¸", "Ã¸"},
        {"Ã¥r", "Ã¥"},
        {"Ã†", "Ã†"},
        {"Ã˜st", "Ã˜"},
        {"Ã…by", "Ã…"},
        {"\xEF\xBF\xBDrre", "\xEF\xBF\xBD"},
    };
    static const char *const whole[] = {"", "æble", "xÃ¦", "São", "Ã", "\xEF\xBB\xBF"};
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_string_equal(encoding_damaged_letter(rows[i][0]), rows[i][1]);
    for (size_t i = 0; i < COUNT_OF(whole); i++)
        assert_null(encoding_damaged_letter(whole[i]));
}

static void a_damaged_letter_is_reported_in_its_place_and_both_languages(void **state)
{
    struct diagnostics *diagnostics = *state;
    static const struct input_file file = {"tal.xlsx", "plan/tal.xlsx", PROBLEM_INPUT};
    static const struct location at = {"plan/tal.xlsx", 7, 2};
    encoding_report_letter(diagnostics, &file, at, "Ã¦");
    diagnostics->language = LANGUAGE_DANISH;
    encoding_report_letter(diagnostics, &file, at, "Ã¦");
    assert_int_equal(diagnostics->count, 2);
    for (size_t i = 0; i < 2; i++) {
        const struct diagnostic *item = &diagnostics->items[i];
        assert_int_equal(item->problem, PROBLEM_INPUT);
        assert_string_equal(item->at.file, "plan/tal.xlsx");
        assert_int_equal(item->at.line, 7);
        assert_int_equal(item->at.column, 2);
        assert_non_null(strstr(item->text, i ? "ødelagt af en tidligere konvertering (»Ã¦«)"
                                             : "damaged by an earlier conversion (»Ã¦«)"));
    }
}

/* Looking for damage line by line must not look through the whole rest of the file each time. */
static void a_file_of_many_lines_is_converted_in_no_time(void **state)
{
    struct diagnostics *diagnostics = *state;
    const size_t lines = 200000;
    char *bytes = arena_alloc(diagnostics->arena, lines + 1, 5);
    for (size_t i = 0; i < lines; i++)
        memcpy(bytes + 5 * i, "\xC3\xA6;7\n", 5);
    size_t length = 5 * lines;
    assert_non_null(convert(diagnostics, bytes, &length));
    assert_int_equal(length, 5 * lines);
}

/* Plain is what needs no conversion and has no fault. */
static void plain_text_is_taken_as_it_stands(void **state)
{
    static const struct {
        const char *bytes;
        size_t length;
        bool plain;
    } rows[] = {{BYTES(""), true},
                {BYTES("Æble;1\n"), true},
                {BYTES("Ãºt"), true},
                {BYTES("\xE6"), false},
                {BYTES("a\0b"), false},
                {BYTES("Ã¦"), false},
                {BYTES("sm\xEF\xBF\xBDr"), false}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct diagnostics *diagnostics = *state;
        size_t length = rows[i].length;
        assert_int_equal(encoding_is_plain(rows[i].bytes, length), rows[i].plain);
        const char *text = convert(diagnostics, rows[i].bytes, &length);
        bool same = text && length == rows[i].length && memcmp(text, rows[i].bytes, length) == 0;
        assert_int_equal(same, rows[i].plain);
    }
}

#define ENCODING_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

static void one_bad_byte_is_told_by_its_place(void **state)
{
    struct diagnostics *diagnostics = *state;
    const char bytes[] = "kode;navn\r\nå;æ\xFFø\r\n";
    size_t length = sizeof bytes - 1;
    assert_null(convert(diagnostics, bytes, &length));
    assert_int_equal(diagnostics->count, 1);
    assert_int_equal(diagnostics->items[0].at.line, 2);
    assert_int_equal(diagnostics->items[0].at.column, 4);
    assert_non_null(strstr(diagnostics->items[0].text, "a byte is damaged here"));
    const char first[] = "område;\xFFæ\n"; /* in the first line too */
    length = sizeof first - 1;
    assert_null(convert(diagnostics, first, &length));
    assert_int_equal(diagnostics->items[0].at.line, 1);
    assert_int_equal(diagnostics->items[0].at.column, 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ENCODING_TEST(plain_text_is_taken_as_it_stands),
        ENCODING_TEST(one_bad_byte_is_told_by_its_place),
        ENCODING_TEST(text_of_either_encoding_becomes_utf_8),
        ENCODING_TEST(every_byte_of_windows_1252_becomes_one_character),
        ENCODING_TEST(nul_bytes_are_reported_with_their_line),
        ENCODING_TEST(damaged_utf_16_is_reported),
        ENCODING_TEST(text_of_dos_and_mac_is_named),
        ENCODING_TEST(signs_of_windows_1252_are_no_old_letters),
        ENCODING_TEST(a_file_damaged_all_through_is_reported_ten_times_and_once),
        ENCODING_TEST(bytes_of_neither_encoding_are_reported_with_their_line),
        ENCODING_TEST(damaged_letters_are_reported_with_line_and_column),
        ENCODING_TEST(each_damaged_line_is_reported_once),
        ENCODING_TEST(letters_that_only_look_damaged_are_left_alone),
        ENCODING_TEST(a_damaged_letter_is_told_where_it_begins),
        ENCODING_TEST(a_damaged_letter_is_reported_in_its_place_and_both_languages),
        ENCODING_TEST(a_file_of_many_lines_is_converted_in_no_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
