/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/text_box.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

static void widths_grow_with_text_size_and_weight(void **state)
{
    static const struct text_style body = {"text_name", 20, false};
    static const struct text_style larger = {"text_name", 40, false};
    static const struct text_style bold = {"text_title", 20, true};
    (void)state;
    double width = text_width(&body, "1–5-årige i dagtilbud");
    /* The font file says 255,9 pixels. */
    assert_true(width > 250 && width < 262);
    assert_true(text_width(&bold, "1–5-årige i dagtilbud") > width);
    assert_true(fabs(text_width(&larger, "ab") - 2 * text_width(&body, "ab")) < 1e-9);
    assert_true(text_width(&body, "") < 1e-9);
    assert_true(text_width(&body, "漢") > text_width(&body, "a"));
}

static void lines_break_at_blanks(void **state)
{
    static const struct text_style body = {"text_name", 20, false};
    static const struct {
        double width;
        size_t lines;
        const char *text, *first, *last;
    } cases[] = {
        {2000, 3, "en to tre", "en to tre", "en to tre"},
        {130, 3, "  en   to tre  fire  ", "en   to tre", "fire"},
        {130, 2, "en to tre fire fem seks syv otte", "en to tre", "fire fem…"},
        {130, 1, "en to tre fire", "en to…", "en to…"},
        {155, 3, "enmegetlangtordudenblank", "enmegetlan", "lank"},
        {5, 2, "ab", "a", "b"},
    };
    struct arena *arena = arena_new();
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *rest = cases[i].text, *line = NULL;
        struct text_box box = {0, 0, cases[i].width, 0, cases[i].lines};
        size_t lines = text_box_lines(&body, box, rest);
        for (size_t k = 0; k < lines; k++) {
            line = text_box_line(arena, &body, box.width, &rest, k + 1 == box.lines);
            assert_non_null(line);
            if (k == 0)
                assert_string_equal(line, cases[i].first);
        }
        assert_string_equal(line, cases[i].last);
        assert_null(text_box_line(arena, &body, box.width, &rest, false));
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(widths_grow_with_text_size_and_weight),
        cmocka_unit_test(lines_break_at_blanks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
