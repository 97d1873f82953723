/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/language.h"

#include "near.h"

#include "pejling/base/diagnostic.h"

static void each_language_gets_its_own_text(void **state)
{
    (void)state;
    assert_string_equal(say(LANGUAGE_DANISH, "nej", "no"), "nej");
    assert_string_equal(say(LANGUAGE_ENGLISH, "nej", "no"), "no");
}

static void danish_is_the_default(void **state)
{
    (void)state;
    struct diagnostics diagnostics = {0};
    assert_string_equal(say(diagnostics.language, "nej", "no"), "nej");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_language_gets_its_own_text),
        cmocka_unit_test(danish_is_the_default),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
