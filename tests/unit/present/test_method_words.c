/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/method_words.h"

#include "near.h"

#include <string.h>

static void every_method_is_told_in_both_languages(void **state)
{
    (void)state;
    for (int i = METHOD_NONE + 1; i < METHOD_COUNT; i++) {
        const char *danish = method_words(LANGUAGE_DANISH, (enum method)i);
        const char *english = method_words(LANGUAGE_ENGLISH, (enum method)i);
        assert_true(danish && english && *danish && *english);
        assert_string_not_equal(danish, english);
        for (int j = METHOD_NONE + 1; j < i; j++) /* no two the same */
            assert_string_not_equal(danish, method_words(LANGUAGE_DANISH, (enum method)j));
    }
    assert_string_equal(method_words(LANGUAGE_DANISH, METHOD_NONE), "");
}

/* A name in the code is that of the words. */
static void the_words_are_of_the_method(void **state)
{
    (void)state;
    static const struct {
        enum method method;
        const char *says;
    } cases[] = {{METHOD_WILSON, "Wilson"},
                 {METHOD_GARWOOD, "Garwood"},
                 {METHOD_NEWCOMBE10_PART_WHOLE, "Newcombe"},
                 {METHOD_WELCH, "Welch"},
                 {METHOD_KATZ_LOG, "Katz"},
                 {METHOD_DOBSON, "Dobson"},
                 {METHOD_CLOPPER_PEARSON, "Clopper"},
                 {METHOD_BYAR, "Byar"},
                 {METHOD_MIETTINEN_NURMINEN, "Miettinen"},
                 {METHOD_FIELLER, "Fieller"},
                 {METHOD_MANN_KENDALL, "Kendall"},
                 {METHOD_MOVER, "random variation only"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_non_null(strstr(method_words(LANGUAGE_ENGLISH, cases[i].method), cases[i].says));
}

static void a_part_of_the_municipality_is_explained(void **state)
{
    (void)state;
    size_t notes = 0;
    for (int i = METHOD_NONE; i < METHOD_COUNT; i++) {
        const char *danish = method_note(LANGUAGE_DANISH, (enum method)i);
        const char *english = method_note(LANGUAGE_ENGLISH, (enum method)i);
        bool part =
            strstr(method_words(LANGUAGE_DANISH, (enum method)i), "det er en del af") != NULL;
        assert_int_equal(*danish != '\0', part);
        assert_int_equal(*english != '\0', part);
        notes += part;
    }
    assert_int_equal(notes, 3);
    assert_non_null(strstr(method_note(LANGUAGE_DANISH, METHOD_WELCH_PART_WHOLE), "(1 − w)"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_method_is_told_in_both_languages),
        cmocka_unit_test(the_words_are_of_the_method),
        cmocka_unit_test(a_part_of_the_municipality_is_explained),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
