/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/html.h"

#include "plan_folder.h"

#include <openssl/evp.h>

#include "pejling/base/file.h"

#define PICTURE_START "\" src=\"data:image/svg+xml;base64,"

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

/* The bytes of a picture as the page holds them. */
static unsigned char *decode(struct plan_folder *folder, const char *page, size_t *length)
{
    const char *start = strstr(page, PICTURE_START);
    assert_non_null(start);
    start += sizeof PICTURE_START - 1;
    size_t size = strcspn(start, "\"");
    assert_int_equal(size % 4, 0);
    unsigned char *bytes = arena_alloc(folder->arena, size + 1, 1);
    assert_int_equal(EVP_DecodeBlock(bytes, (const unsigned char *)start, (int)size),
                     (int)(size / 4 * 3));
    *length = size / 4 * 3 - (start[size - 1] == '=') - (start[size - 2] == '=');
    return bytes;
}

static void a_picture_stands_in_the_page_byte_by_byte(void **state)
{
    static const char *const pictures[] = {"<svg/>", "<svg/>x", "<svg/>xy", "<svg>æ</svg>\n"};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++) {
        size_t length = 0;
        plan_folder_write(folder, "fig.svg", pictures[i]);
        struct sink *sink = open_page(folder);
        assert_true(html_picture(sink, &folder->diagnostics, plan_folder_file(folder, "fig.svg"),
                                 "Udvikling"));
        const char *page = close_page(folder, sink);
        assert_memory_equal(page, "<img alt=\"Udvikling\" ", 21);
        assert_memory_equal(decode(folder, page, &length), pictures[i], strlen(pictures[i]));
        assert_int_equal(length, strlen(pictures[i]));
        assert_string_equal(page + strlen(page) - 3, "\">\n");
    }
}

static void the_words_of_a_picture_cannot_leave_their_attribute(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "fig.svg", "<svg/>");
    struct sink *sink = open_page(folder);
    html_picture(sink, &folder->diagnostics, plan_folder_file(folder, "fig.svg"),
                 "x\" onerror=\"alert(1)\"><b>");
    const char *page = close_page(folder, sink);
    assert_memory_equal(
        page, "<img alt=\"x&quot; onerror=&quot;alert(1)&quot;&gt;&lt;b&gt;\" src=\"", 60);
}

static void a_picture_that_is_not_there_leaves_no_trace(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "tom.svg", "");
    struct sink *sink = open_page(folder);
    assert_false(
        html_picture(sink, &folder->diagnostics, plan_folder_file(folder, "nej.svg"), "x"));
    assert_false(
        html_picture(sink, &folder->diagnostics, plan_folder_file(folder, "tom.svg"), "x"));
    assert_string_equal(close_page(folder, sink), "");
    assert_problem_count(folder, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(markup_in_a_text_is_escaped),
        PLAN_FOLDER_TEST(letters_beyond_ascii_stand_as_they_are),
        PLAN_FOLDER_TEST(control_characters_become_blanks),
        PLAN_FOLDER_TEST(an_element_closes_with_its_name_alone),
        PLAN_FOLDER_TEST(a_picture_stands_in_the_page_byte_by_byte),
        PLAN_FOLDER_TEST(the_words_of_a_picture_cannot_leave_their_attribute),
        PLAN_FOLDER_TEST(a_picture_that_is_not_there_leaves_no_trace),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
