/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/input/xlsx_text.h"

#include "near.h"
#include "xlsx_build.h"

#include "pejling/base/text.h"

static int setup(void **state)
{
    *state = arena_new();
    return 0;
}

static int teardown(void **state)
{
    arena_free(*state);
    return 0;
}

static void a_text_is_cleaned(void **state)
{
    static const char *const rows[][2] = {
        {"", ""},
        {"plain", "plain"},
        {"  \xC2\xA0 at the ends \xC2\xA0 ", "at the ends"},
        {"two  blanks stay", "two  blanks stay"},
        {"line\nbreak", "line break"},
        {"line \r\n\t \xC2\xA0 breaks", "line breaks"},
        {"\n\nat the ends\n", "at the ends"},
        {"line_x000D_\nbreak", "line break"},
        {"_x000d_", ""},
        {"line\xE2\x80\xA8separator", "line separator"},
        {"next\xC2\x85line, \xE2\x80\xAEturned_x202C_", "next line, turned"},
        {"_x00E6_bler _x20AC_ _x0041_", "æbler € A"},
        {"_x005F_x000D_", "_x000D_"},
        {"_x000_ _x00G0_ _x0041 _X0041_", "_x000_ _x00G0_ _x0041 _X0041_"},
        {"a_xD83D__xDE00_", "a_xD83D__xDE00_"},
        {"a_x0000_b_x0007_", "a b"},
        {"\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct xlsx_text text = {.arena = *state, .taking = true};
        const char *clean;
        for (const char *c = rows[i][0]; *c; c++)
            assert_int_equal(xlsx_text_take(&text, c, 1), PACKAGE_SOUND);
        assert_int_equal(xlsx_text_clean(*state, &text, &clean), PACKAGE_SOUND);
        assert_string_equal(clean, rows[i][1]);
    }
}

/* Every escape, which may make any character up to U+FFFF of a text. */
static void whatever_is_escaped_the_text_is_utf_8(void **state)
{
    for (unsigned code = 0; code <= 0xFFFF; code += code < 0x1000 || code > 0xF000 ? 1 : 7) {
        struct arena *arena = arena_new();
        struct xlsx_text text = {.arena = arena, .taking = true};
        const char *written = arena_printf(arena, "a_x%04X_b", code), *clean;
        assert_int_equal(xlsx_text_take(&text, written, strlen(written)), PACKAGE_SOUND);
        assert_int_equal(xlsx_text_clean(arena, &text, &clean), PACKAGE_SOUND);
        unsigned found = 0;
        size_t length = strlen(clean);
        assert_int_equal(text_utf8_length(clean, length), length);
        text_next(clean + 1, length - 1, &found);
        bool half = code >= 0xD800 && code <= 0xDFFF;
        unsigned expected = text_steers(code) ? ' ' : code;
        assert_int_equal(found, half ? '_' : expected);
        arena_free(arena);
    }
    (void)state;
}

static void a_text_is_so_long_and_no_longer(void **state)
{
    static const char *const letters[] = {"x", "æ", "_x00E6_"};
    for (size_t i = 0; i < 3; i++)
        for (size_t count = XLSX_TEXT_CHARACTERS; count <= XLSX_TEXT_CHARACTERS + 1; count++) {
            struct xlsx_text text = {.arena = *state, .taking = true};
            enum package_fault fault = PACKAGE_SOUND;
            const char *clean;
            for (size_t j = 0; j < count && !fault; j++)
                fault = xlsx_text_take(&text, letters[i], strlen(letters[i]));
            if (!fault)
                fault = xlsx_text_clean(*state, &text, &clean);
            assert_int_equal(fault, count > XLSX_TEXT_CHARACTERS ? PACKAGE_DAMAGED : PACKAGE_SOUND);
        }
}

static enum package_fault read_strings(struct arena *arena, const char *items,
                                       struct xlsx_strings *strings)
{
    struct xlsx_build build = xlsx_build_new(arena);
    xlsx_build_strings(&build, items);
    struct xlsx_bytes file = xlsx_build_bytes(&build);
    struct package *package;
    assert_int_equal(package_open(arena, file.bytes, file.length, &package), PACKAGE_SOUND);
    enum package_fault fault = xlsx_strings_read(package, XLSX_STRINGS_PART, arena, strings);
    package_close(package);
    return fault;
}

static void nothing_and_what_is_no_text_are_told_apart(void **state)
{
    struct xlsx_text text = {.arena = *state, .taking = true};
    const char *clean;
    assert_int_equal(xlsx_text_take(&text, "x", 0), PACKAGE_SOUND);
    assert_int_equal(text.length, 0);
    assert_int_equal(xlsx_text_clean(*state, &text, &clean), PACKAGE_SOUND);
    assert_string_equal(clean, "");
    assert_int_equal(xlsx_text_take(&text, "x\xFF", 2), PACKAGE_SOUND);
    assert_int_equal(xlsx_text_clean(*state, &text, &clean), PACKAGE_DAMAGED);
}

static void shared_strings_are_read(void **state)
{
    static const char *const texts[] = {"plain", "in runs, joined", "", "", "with æ & <", "last"};
    struct xlsx_strings strings;
    assert_int_equal(
        read_strings(*state,
                     "<si><t>plain</t></si>"
                     "<si><r><rPr><b/></rPr><t xml:space=\"preserve\">in runs, </t></r>"
                     "<r><t>joined</t></r><rPh sb=\"0\" eb=\"1\"><t>sound</t></rPh></si>"
                     "<si/><si><t/></si>"
                     "<si><t>  with æ &amp; &lt; </t><phoneticPr fontId=\"1\"/></si>"
                     "<ext><t>not one</t></ext>"
                     "<si> <t>last</t><x><t>elsewhere</t></x> </si>",
                     &strings),
        PACKAGE_SOUND);
    assert_int_equal(strings.count, 6);
    for (size_t i = 0; i < 6; i++)
        assert_string_equal(strings.texts[i], texts[i]);
    assert_int_equal(read_strings(*state, "", &strings), PACKAGE_SOUND);
    assert_int_equal(strings.count, 0);
}

static void faulty_strings_are_refused(void **state)
{
    struct xlsx_strings strings;
    char *item = arena_alloc(*state, XLSX_TEXT_CHARACTERS + 100, 1);
    memcpy(item, "<si><t>", 7);
    memset(item + 7, 'x', XLSX_TEXT_CHARACTERS + 1);
    memcpy(item + 8 + XLSX_TEXT_CHARACTERS, "</t></si>", 10);
    assert_int_equal(read_strings(*state, item, &strings), PACKAGE_DAMAGED);
    assert_int_equal(read_strings(*state, "<si><t>", &strings), PACKAGE_DAMAGED);
    const struct xlsx_part part = {"a", "<styleSheet/>", 13};
    struct xlsx_bytes file = xlsx_zip(*state, &part, 1, true);
    struct package *package;
    assert_int_equal(package_open(*state, file.bytes, file.length, &package), PACKAGE_SOUND);
    assert_int_equal(xlsx_strings_read(package, "a", *state, &strings), PACKAGE_DAMAGED);
    package_close(package);
    const size_t size = strlen("<si/>");
    char *many = arena_alloc(*state, size * (XLSX_STRINGS + 1) + 1, 1);
    for (size_t i = 0; i <= XLSX_STRINGS; i++)
        memcpy(many + size * i, "<si/>", size);
    struct xlsx_build build = xlsx_build_new(*state);
    build.stored = true; /* or it would be too well compressed */
    xlsx_build_strings(&build, many);
    file = xlsx_build_bytes(&build);
    assert_int_equal(package_open(*state, file.bytes, file.length, &package), PACKAGE_SOUND);
    assert_int_equal(xlsx_strings_read(package, XLSX_STRINGS_PART, *state, &strings),
                     PACKAGE_TOO_LARGE);
    package_close(package);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_cleaned),
        cmocka_unit_test(whatever_is_escaped_the_text_is_utf_8),
        cmocka_unit_test(a_text_is_so_long_and_no_longer),
        cmocka_unit_test(nothing_and_what_is_no_text_are_told_apart),
        cmocka_unit_test(shared_strings_are_read),
        cmocka_unit_test(faulty_strings_are_refused),
    };
    return cmocka_run_group_tests_name("xlsx_text", tests, setup, teardown);
}
