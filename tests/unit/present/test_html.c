/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/html.h"

#include "plan_folder.h"

#include "pejling/base/file.h"

static struct sink *open_page(struct plan_folder *folder)
{
    return sink_open(&folder->diagnostics, plan_folder_file(folder, "side.html"));
}

static const char *close_page(struct plan_folder *folder, struct sink *sink)
{
    const struct input_file file = {plan_folder_file(folder, "side.html"), "", PROBLEM_FILE};
    size_t length = 0;
    assert_true(sink_close(sink));
    const char *bytes = file_read(&folder->diagnostics, &file, 1 << 20, &length);
    plan_folder_remove(folder, "side.html");
    assert_non_null(bytes);
    assert_int_equal(strlen(bytes), length);
    return bytes;
}

static const char *escaped(struct plan_folder *folder, const char *text)
{
    struct sink *sink = open_page(folder);
    html_text(sink, text);
    return close_page(folder, sink);
}

static void markup_in_a_text_is_escaped(void **state)
{
    struct plan_folder *folder = *state;
    assert_string_equal(escaped(folder, "<script>alert(\"1\" & '2')</script>"),
                        "&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;");
    assert_string_equal(escaped(folder, "&lt;"), "&amp;lt;");
    assert_string_equal(escaped(folder, "<<>>"), "&lt;&lt;&gt;&gt;");
    assert_string_equal(escaped(folder, ""), "");
}

static void letters_beyond_ascii_stand_as_they_are(void **state)
{
    assert_string_equal(escaped(*state, "Ærø – 1 ≥ 0 𝄞"), "Ærø – 1 ≥ 0 𝄞");
}

static void control_characters_become_blanks(void **state)
{
    struct plan_folder *folder = *state;
    char text[2] = {0};
    for (char c = 1; c < 0x20; c++) {
        text[0] = c;
        assert_string_equal(escaped(folder, text), " ");
    }
    assert_string_equal(escaped(folder, "a\x7F"
                                        "b\nc\t"),
                        "a b c ");
}

/* Else the name of an area could turn the digits of the number behind it. */
static void what_steers_a_page_becomes_a_blank(void **state)
{
    assert_string_equal(escaped(*state, "a\u202E12,5\u2066b\u200F\u061C\xC2\x85\u2028\uFFFF."),
                        "a 12,5 b     .");
    assert_string_equal(escaped(*state, "a\xFF\xC3?"), "a???");
    assert_string_equal(escaped(*state, "👩\u200D👧 a\u030A"), "👩\u200D👧 a\u030A");
}

static void an_element_closes_with_its_name_alone(void **state)
{
    struct plan_folder *folder = *state;
    struct sink *sink = open_page(folder);
    html_element(sink, "h1", "A & B");
    html_element(sink, "p class=\"note\" id=\"x\"", "<b>");
    html_element(sink, "td", "");
    assert_string_equal(close_page(folder, sink), "<h1>A &amp; B</h1>\n"
                                                  "<p class=\"note\" id=\"x\">&lt;b&gt;</p>\n"
                                                  "<td></td>\n");
}

static void a_drawing_stands_on_the_page_without_its_xml_declaration(void **state)
{
    struct plan_folder *folder = *state;
    struct sink *sink = open_page(folder);
    plan_folder_write(folder, "fig.svg", "<?xml version=\"1.0\"?>\n<svg role=\"img\"/>\n");
    assert_true(html_drawing(sink, &folder->diagnostics, plan_folder_file(folder, "fig.svg")));
    plan_folder_remove(folder, "fig.svg");
    assert_string_equal(close_page(folder, sink), "<svg role=\"img\"/>\n");
}

static void without_a_drawing_nothing_is_written(void **state)
{
    struct plan_folder *folder = *state;
    struct sink *sink = open_page(folder);
    plan_folder_write(folder, "tom.svg", "");
    plan_folder_write(folder, "andet.svg", "<?xml version=\"1.0\"?>\n");
    static const char *const names[] = {"nej.svg", "tom.svg", "andet.svg"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_false(html_drawing(sink, &folder->diagnostics, plan_folder_file(folder, names[i])));
    plan_folder_remove(folder, "tom.svg");
    plan_folder_remove(folder, "andet.svg");
    assert_string_equal(close_page(folder, sink), "");
    assert_int_equal(folder->diagnostics.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(markup_in_a_text_is_escaped),
        PLAN_FOLDER_TEST(letters_beyond_ascii_stand_as_they_are),
        PLAN_FOLDER_TEST(control_characters_become_blanks),
        PLAN_FOLDER_TEST(what_steers_a_page_becomes_a_blank),
        PLAN_FOLDER_TEST(an_element_closes_with_its_name_alone),
        PLAN_FOLDER_TEST(a_drawing_stands_on_the_page_without_its_xml_declaration),
        PLAN_FOLDER_TEST(without_a_drawing_nothing_is_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
