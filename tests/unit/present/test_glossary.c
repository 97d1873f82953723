/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/glossary.h"

#include "near.h"

#include <string.h>
#include <strings.h>

#include "pejling/base/text.h"

static void the_danish_terms_are_in_danish_order(void **state)
{
    (void)state;
    const struct glossary_entry *entry, *before = glossary_at(LANGUAGE_DANISH, 0);
    for (size_t i = 1; (entry = glossary_at(LANGUAGE_DANISH, i)); i++) {
        /* UTF-8 puts æ, ø and å behind z, which is all that the order of these terms takes */
        assert_true(strcmp(before->danish_term, entry->danish_term) < 0);
        before = entry;
    }
}

static void the_english_terms_are_in_english_order_and_the_same(void **state)
{
    (void)state;
    size_t danish = 0, english = 0;
    const char *before = "";
    while (glossary_at(LANGUAGE_DANISH, danish))
        danish++;
    for (const struct glossary_entry *entry; (entry = glossary_at(LANGUAGE_ENGLISH, english));
         english++) {
        assert_true(strcasecmp(before, entry->english_term) < 0);
        before = entry->english_term;
    }
    assert_true(danish > 20);
    assert_int_equal(english, danish);
    assert_null(glossary_at(LANGUAGE_DANISH, (size_t)-1));
    assert_null(glossary_at(LANGUAGE_ENGLISH, (size_t)-1));
}

static void check_text(const char *text)
{
    assert_true(strlen(text) > 0);
    assert_int_equal(text_utf8_length(text, strlen(text)), strlen(text));
    assert_null(strpbrk(text, "\n\t"));
    assert_null(strstr(text, "  "));
}

static void every_meaning_is_whole_sentences(void **state)
{
    (void)state;
    const struct glossary_entry *entry;
    for (size_t i = 0; (entry = glossary_at(LANGUAGE_DANISH, i)); i++) {
        const char *meanings[] = {entry->danish_meaning, entry->english_meaning};
        check_text(entry->danish_term);
        check_text(entry->english_term);
        for (size_t j = 0; j < 2; j++) {
            check_text(meanings[j]);
            assert_int_equal(meanings[j][strlen(meanings[j]) - 1], '.');
        }
        assert_string_not_equal(entry->danish_meaning, entry->english_meaning);
    }
}

static void the_words_of_the_verdict_are_there(void **state)
{
    static const char *const terms[] = {"afstand (forskel)",
                                        "indsnævres og udvides",
                                        "kan ikke afgøres",
                                        "uændret",
                                        "tendens",
                                        "konfidensinterval (sikkerhedsinterval)",
                                        "klart",
                                        "baseline (basisår)",
                                        "diskretionering",
                                        "resten af kommunen",
                                        "databrud",
                                        "difference-in-differences",
                                        "eksponering",
                                        "før og efter",
                                        "placebodato",
                                        "tilbagevenden mod gennemsnittet"};
    (void)state;
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        const struct glossary_entry *entry;
        bool found = false;
        for (size_t j = 0; (entry = glossary_at(LANGUAGE_DANISH, j)); j++)
            found = found || strcmp(entry->danish_term, terms[i]) == 0;
        if (!found)
            fail_msg("%s is not explained", terms[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_danish_terms_are_in_danish_order),
        cmocka_unit_test(the_english_terms_are_in_english_order_and_the_same),
        cmocka_unit_test(every_meaning_is_whole_sentences),
        cmocka_unit_test(the_words_of_the_verdict_are_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
