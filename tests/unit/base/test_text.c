/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/text.h"

#include "near.h"

/* --- decoding --------------------------------------------------------------------------------- */
static size_t encode(unsigned code, char out[4])
{
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    size_t size = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; i--, code >>= 6)
        out[i] = (char)(0x80 | (code & 0x3F));
    out[0] = (char)(0xF00 >> size | code);
    return size;
}

/* The same bytes read without any table: by the leading ones, then refusing what RFC 3629 does. */
static size_t plain_next(const unsigned char *bytes, size_t length, unsigned *code)
{
    static const unsigned smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t size = 0;
    while (size < 8 && (bytes[0] << size & 0x80))
        size++;
    if (size == 1 || size > 4)
        return 0;
    if (size == 0) {
        *code = bytes[0];
        return 1;
    }
    if (size > length)
        return 0;
    *code = bytes[0] & (0x7Fu >> size);
    for (size_t i = 1; i < size; i++) {
        if ((bytes[i] & 0xC0) != 0x80)
            return 0;
        *code = *code << 6 | (bytes[i] & 0x3Fu);
    }
    bool surrogate = *code >= 0xD800 && *code <= 0xDFFF;
    return *code < smallest[size] || *code > 0x10FFFF || surrogate ? 0 : size;
}

static void every_character_is_decoded_to_itself(void **state)
{
    (void)state;
    for (unsigned code = 0; code <= 0x10FFFF; code += code < 0x11000 ? 1 : 7) {
        char bytes[4];
        unsigned got = 0;
        size_t size = encode(code, bytes);
        size_t expected = code >= 0xD800 && code <= 0xDFFF ? 0 : size;
        if (text_next(bytes, size, &got) != expected || (expected && got != code))
            fail_msg("U+%04X is read as U+%04X", code, got);
        assert_int_equal(text_next(bytes, size - 1, &got), 0); /* cut short */
    }
}

/* All pairs of bytes, followed by those at the edges of what may follow. */
static void any_bytes_are_read_as_rfc_3629_has_them(void **state)
{
    (void)state;
    static const unsigned char edges[] = {0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0};
    const size_t count = sizeof edges;
    for (unsigned pair = 0; pair < 0x10000; pair++)
        for (size_t last = 0; last < count * count; last++) {
            const unsigned char bytes[] = {(unsigned char)(pair >> 8), (unsigned char)pair,
                                           edges[last / count], edges[last % count]};
            unsigned code = 0, expected = 0;
            size_t size = text_next((const char *)bytes, 4, &code);
            if (size != plain_next(bytes, 4, &expected) || (size && code != expected))
                fail_msg("%02X %02X %02X %02X", bytes[0], bytes[1], bytes[2], bytes[3]);
        }
}

static void ill_formed_sequences_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *what, *bytes;
    } rows[] = {
        {"a lone continuation", "\x80"},
        {"overlong /", "\xC0\xAF"},
        {"overlong in two", "\xC1\xBF"},
        {"overlong in three", "\xE0\x80\xAF"},
        {"overlong just below U+0800", "\xE0\x9F\xBF"},
        {"overlong in four", "\xF0\x80\x80\xAF"},
        {"overlong just below U+10000", "\xF0\x8F\xBF\xBF"},
        {"the first surrogate", "\xED\xA0\x80"},
        {"the last surrogate", "\xED\xBF\xBF"},
        {"U+110000", "\xF4\x90\x80\x80"},
        {"five bytes", "\xF8\x88\x80\x80\x80"},
        {"a byte that never occurs", "\xFF"},
        {"a sequence cut short by a letter", "\xE2\x82"
                                             "a"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        unsigned code = 77;
        if (text_next(rows[i].bytes, strlen(rows[i].bytes), &code) != 0 || code != 77)
            fail_msg("%s is taken for U+%04X", rows[i].what, code);
    }
    unsigned code = 77;
    assert_int_equal(text_next("a", 0, &code), 0);
}

/* --- measuring -------------------------------------------------------------------------------- */
static void the_well_formed_part_ends_at_the_first_byte_that_is_not(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t well_formed;
        unsigned characters;
    } rows[] = {
        {"", 0, 0},
        {"abc", 3, 3},
        {"æøå", 6, 3},
        {"€ 12", 6, 4},
        {"\xF0\x9F\x8F\x98", 4, 1},
        {"by\xE6n", 2, 4},    /* Windows-1252 */
        {"a\xC3", 1, 2},      /* cut in the middle of a letter */
        {"\xE2\x82 x", 0, 4}, /* each stray byte counts one */
        {"e\xCC\x81", 3, 2},  /* a letter and the accent over it */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t length = strlen(rows[i].text);
        assert_int_equal(text_utf8_length(rows[i].text, length), rows[i].well_formed);
        assert_int_equal(text_characters(rows[i].text, length), rows[i].characters);
    }
    assert_int_equal(text_utf8_length("a\0b", 3), 3);
    assert_int_equal(text_characters("a\0b", 3), 3);
}

/* --- folding ---------------------------------------------------------------------------------- */
static void names_are_folded_as_a_danish_user_would_spell_them(void **state)
{
    (void)state;
    static const struct {
        const char *text, *folded;
    } rows[] = {
        {"", ""},
        {"Tæller", "taeller"},
        {"TAELLER", "taeller"},
        {"ÆØÅ æøå", "aeoeaa aeoeaa"},
        {"Allé", "alle"},
        {"ALLÉ", "alle"},
        {"  Slagelse   Kommune ", "slagelse kommune"},
        {"\tSlagelse\r\nKommune\n", "slagelse kommune"},
        {"\xC2\xA0Slagelse\xC2\xA0\xE2\x80\xAF Kommune\xE2\x80\x89", "slagelse kommune"},
        {"   ", ""},
        {"Übung Ñ", "Übung Ñ"},
        {"330 [@`{", "330 [@`{"},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(text_fold(arena, rows[i].text), rows[i].folded);
    arena_free(arena);
}

static void folding_twice_changes_nothing_more(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const char *once = text_fold(arena, "  Ærø  Å-Vej É\xC2\xA0 Ö ");
    assert_string_equal(text_fold(arena, once), once);
    arena_free(arena);
}

/* Bytes that look like the letters of Windows-1252 must not grow into two. */
static void bytes_that_are_not_utf_8_stand_as_they_are(void **state)
{
    (void)state;
    static const char text[] = "\xE6\xF8\xE5\xC6\xD8\xC5\xE9\xA0\xE6\xF8\xE5";
    struct arena *arena = arena_new();
    assert_string_equal(text_fold(arena, text), text);
    assert_string_equal(text_fold(arena, "B\xE6K \xC3"), "b\xE6k \xC3");
    arena_free(arena);
}

/* --- codes ------------------------------------------------------------------------------------ */
static void a_slug_has_letters_digits_and_single_underscores(void **state)
{
    struct arena *arena = arena_new();
    (void)state;
    static const char *const rows[][2] = {
        {"FOLK1A", "folk1a"},
        {"Unge uden job (2024)", "unge_uden_job_2024"},
        {"Ærø, Åby & Ørsted", "aeroe_aaby_oersted"},
        {"  -- Nord / Syd -- ", "nord_syd"},
        {"a_b__c", "a_b_c"},
        {"1. kvartal", "1_kvartal"},
        {"München", "m_nchen"},
        {"caf\xC3\xA9", "cafe"},
        {"", ""},
        {" .-_", ""},
        {"a{b}", "a_b"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(text_slug(arena, rows[i][0]), rows[i][1]);
    arena_free(arena);
}

static void codes_are_small_words_of_at_most_40_characters(void **state)
{
    (void)state;
    static const char *const codes[] = {
        "a",          "beskaeftigelse", "x1",
        "a_b_2",      "valg_fv",        &"abcdefghijklmnopqrstuvwxyz0123456789_abcd"[1],
        "e5",         "marx21",         "jan_21",
        "maj2x",      "junix",          "sandt",
        "septembers", "abc21"};
    static const char *const others[] = {
        "",    "A",   "1a", "_a", "a b", "a-b", "a.b",  "æ",
        "bæk", "a\n", "aB", "a;", " a",  "a ",  "2019", "abcdefghijklmnopqrstuvwxyz0123456789_abcd",
        "{a"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (!text_is_code(codes[i]))
            fail_msg("»%s« is refused", codes[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (text_is_code(others[i]))
            fail_msg("»%s« is taken", others[i]);
}

static void no_code_is_a_word_that_a_spreadsheet_rewrites(void **state)
{
    (void)state;
    static const char *const words[] = {
        "jan",     "feb",      "mar",      "apr",     "maj",      "jun",    "jul",
        "aug",     "sep",      "okt",      "nov",     "dec",      "may",    "oct",
        "mar21",   "dec1",     "maj2",     "oct7",    "sep9",     "januar", "januar1",
        "februar", "marts",    "april",    "juni",    "juli",     "august", "september",
        "oktober", "november", "december", "january", "february", "march",  "june",
        "july",    "october",  "sand",     "falsk",   "true",     "false",  "juni2021"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_is_code(words[i]))
            fail_msg("»%s« is taken", words[i]);
}

static void months_are_known_by_three_letters_in_both_languages(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int month;
    } rows[] = {{"jan", 1},  {"feb", 2},  {"mar", 3},  {"apr", 4}, {"maj", 5},  {"may", 5},
                {"jun", 6},  {"jul", 7},  {"aug", 8},  {"sep", 9}, {"okt", 10}, {"oct", 10},
                {"nov", 11}, {"dec", 12}, {"DEC", 12}, {"Maj", 5}, {"des", 0},  {"mai", 0},
                {"ja", 0},   {"janu", 0}, {"", 0},     {"1-2", 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(text_month(rows[i].text, strlen(rows[i].text)), rows[i].month);
    assert_int_equal(text_month("dec-11", 3), 12);
}

static void the_first_letter_becomes_a_capital_where_it_has_one(void **state)
{
    static const char *const cases[][2] = {{"andelen", "Andelen"},
                                           {"én", "Én"},
                                           {"åben", "Åben"},
                                           {"øst", "Øst"},
                                           {"Ære", "Ære"},
                                           {"15–29-årige", "15–29-årige"},
                                           {"÷", "÷"},
                                           {"ÿ", "ÿ"},
                                           {"„a“", "„a“"},
                                           {"", ""}};
    struct arena *arena = arena_new();
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(text_capitalised(arena, cases[i][0]), cases[i][1]);
    arena_free(arena);
}

static void what_steers_is_told_from_what_is_shown(void **state)
{
    static const unsigned steers[] = {0,      0x1B,   0x1F,   0x7F,   0x9F,   0x61C,
                                      0x200E, 0x200F, 0x2028, 0x202E, 0x2066, 0x2069,
                                      0xFDD0, 0xFDEF, 0xFFFF, 0x1FFFE};
    static const unsigned shown[] = {' ',    '~',    0xA0,   0x300,  0x200D, 0x2010,  0x202F,
                                     0x2065, 0x206A, 0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0x1F600};
    (void)state;
    for (size_t i = 0; i < sizeof steers / sizeof *steers; i++)
        assert_true(text_steers(steers[i]));
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
        assert_false(text_steers(shown[i]));
}

/* As csv_write guards it. */
static const char *guarded(struct arena *arena, const char *text)
{
    char *out = arena_alloc(arena, 2 * strlen(text) + 1, 1);
    size_t used = 0;
    for (size_t at = 0; text[at]; at++) {
        if (text_needs_guard(text, at))
            out[used++] = '\'';
        out[used++] = text[at];
    }
    return out;
}

static void a_guarded_text_has_no_formula_behind_any_separator_and_comes_back(void **state)
{
    static const char *const parts[] = {"a", "'", "=", "-", "＋", ",", ";", "\t", "\n", " ", "å"};
    static const char *const lone[] = {"\t", "\r", "\n"};
    struct arena *arena = arena_new();
    (void)state;
    for (unsigned number = 0; number < 11 * 11 * 11 * 11 * 11; number++) {
        char text[32] = "";
        for (unsigned left = number, i = 0; i < 5; i++, left /= 11)
            strcat(text, parts[left % 11]);
        const char *with = guarded(arena, text);
        assert_string_equal(text_unguarded(arena, with), text);
        for (const char *c = with; *c; c++)
            if ((c == with || strchr(",;\t\r\n", c[-1])) && !strchr("\t\r\n", c[strspn(c, " ")]))
                assert_false(text_is_formula(c));
        if (number % 1000 == 0) {
            arena_free(arena);
            arena = arena_new();
        }
    }
    for (size_t i = 0; i < sizeof lone / sizeof *lone; i++)
        assert_int_equal(*guarded(arena, lone[i]), '\'');
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character_is_decoded_to_itself),
        cmocka_unit_test(any_bytes_are_read_as_rfc_3629_has_them),
        cmocka_unit_test(ill_formed_sequences_are_refused),
        cmocka_unit_test(the_well_formed_part_ends_at_the_first_byte_that_is_not),
        cmocka_unit_test(names_are_folded_as_a_danish_user_would_spell_them),
        cmocka_unit_test(folding_twice_changes_nothing_more),
        cmocka_unit_test(bytes_that_are_not_utf_8_stand_as_they_are),
        cmocka_unit_test(a_slug_has_letters_digits_and_single_underscores),
        cmocka_unit_test(codes_are_small_words_of_at_most_40_characters),
        cmocka_unit_test(no_code_is_a_word_that_a_spreadsheet_rewrites),
        cmocka_unit_test(the_first_letter_becomes_a_capital_where_it_has_one),
        cmocka_unit_test(what_steers_is_told_from_what_is_shown),
        cmocka_unit_test(a_guarded_text_has_no_formula_behind_any_separator_and_comes_back),
        cmocka_unit_test(months_are_known_by_three_letters_in_both_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
