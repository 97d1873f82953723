/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/printable.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void characters_come_one_by_one(void **state)
{
    unsigned code = 0;
    (void)state;
    assert_int_equal(printable_next("åb", &code), 2);
    assert_int_equal(code, 0xE5);
    assert_int_equal(printable_next("\xFF"
                                    "b",
                                    &code),
                     1);
    assert_int_equal(code, '?');
    assert_int_equal(printable_next("\xC3", &code), 1);
    assert_int_equal(code, '?');
}

static void what_cannot_be_shown_is_replaced(void **state)
{
    static const char *const entities[] = {"&amp;", "&lt;"};
    static const char *const cases[][2] = {
        {"", ""},
        {"Korsør & <b>", "Korsør &amp; &lt;b>"},
        {"<&<", "&lt;&amp;&lt;"},
        {"a\nb\x7F\xC2\x85.", "a b  ."},
        {"\xE2\x80\xAE\xEF\xBF\xBF\xEF\xB7\x90", "   "},
        {"a\xC3(\xFF?", "a?(?\?"},
    };
    struct arena *arena = arena_new();
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(printable_text(arena, cases[i][0], "&<", entities), cases[i][1]);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(characters_come_one_by_one),
        cmocka_unit_test(what_cannot_be_shown_is_replaced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
