/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation_page.h"

#include "near.h"

#include "pejling/base/text.h"

static struct page start(enum language language)
{
    return (struct page){.arena = arena_new(), .language = language};
}

static void assert_narrow(const char *text)
{
    while (*text) {
        size_t length = strcspn(text, "\n");
        assert_true(text_characters(text, length) <= PAGE_WIDTH);
        assert_true(length == 0 || text[length - 1] != ' ');
        text += length + (text[length] == '\n');
    }
}

static void words_are_broken_at_the_edge_and_none_is_lost(void **state)
{
    struct page page = start(LANGUAGE_DANISH);
    (void)state;
    for (int i = 0; i < 30; i++) {
        page_say(&page, "%s %d",
                 "æøå ord på ord og ord efter ord til kanten er nået, og så et til, "
                 "og et til, og et til, nummer",
                 1 << i);
        page_item(&page, "%s %d",
                  "æøå ord på ord og ord efter ord til kanten er nået, og så et til, "
                  "og et til, og et til, nummer",
                  1 << i);
        page_fact(&page, "Æble", "%s %d",
                  "ord på ord og ord efter ord til kanten er nået, og så et, "
                  "og et til, nummer",
                  1 << i);
        assert_non_null(strstr(page.text, "ord"));
    }
    assert_non_null(strstr(page.text, "536870912\n"));
    assert_narrow(page.text);
    arena_free(page.arena);
}

static void sections_are_numbered_and_gaps_are_single(void **state)
{
    struct page page = start(LANGUAGE_DANISH);
    (void)state;
    page_say(&page, "a");
    page_gap(&page);
    page_gap(&page);
    page_section(&page, "Én");
    page_section(&page, "To");
    assert_string_equal(page.text, "a\n\n1. Én\n-----\n\n2. To\n-----\n");
    arena_free(page.arena);
}

static void tables_are_aligned(void **state)
{
    static const struct page_column columns[] = {{"År", true}, {"Tal", false}, {"Ord", true}};
    struct page page = start(LANGUAGE_DANISH);
    struct page_table table = page_table_make(&page, columns, 3);
    (void)state;
    page_cell(&table, "2014");
    page_cell(&table, "−1,5");
    page_cell(&table, "en");
    page_cell(&table, "15");
    page_cell(&table, "10.000,0");
    page_cell(&table, "");
    page_table_end(&table);
    assert_string_equal(page.text, "År         Tal  Ord\n"
                                   "2014      −1,5  en\n"
                                   "15    10.000,0\n");
    arena_free(page.arena);
}

static void a_name_steers_no_terminal(void **state)
{
    static const struct page_column columns[] = {{"Navn", true}, {"Ord", true}};
    struct page page = start(LANGUAGE_DANISH);
    (void)state;
    page_section(&page, "a\033b");
    page_say(&page, "%s", "c\033d");
    page_item(&page, "%s", "e\nf");
    page_fact(&page, "Navn", "%s", "g\u202Eh");
    struct page_table table = page_table_make(&page, columns, 2);
    page_cell(&table, "i\tj");
    page_cell(&table, "k\xC2\x9Bl");
    page_table_end(&table);
    assert_string_equal(page.text, "1. a b\n------\nc d\n  - e f\nNavn                  g h\n"
                                   "Navn  Ord\ni j   k l\n");
    arena_free(page.arena);
}

static void numbers_are_those_of_the_language(void **state)
{
    struct page danish = start(LANGUAGE_DANISH), english = start(LANGUAGE_ENGLISH);
    (void)state;
    assert_string_equal(page_number(&danish, -1.25, 1), "−1,3");
    assert_string_equal(page_change(&english, 1.25, 1), "+1.3");
    assert_string_equal(page_digits(&danish, 0.0012345, 3), "0,00123");
    assert_string_equal(page_digits(&danish, 12345.6, 3), page_number(&danish, 12345.6, 0));
    assert_string_equal(page_digits(&danish, 0, 3), "0");
    assert_string_equal(page_interval(&danish, -1, 2, 1), "−1,0 til +2,0");
    assert_string_equal(page_p_is(&danish, 0.0321), "p = 0,032");
    assert_string_equal(page_p_is(&english, 1e-9), "p < 0.001");
    assert_string_equal(page_time(&danish, 2014.9115), "2014,912");
    assert_string_equal(page_time(&danish, 2014.9999), "2015,000");
    assert_string_equal(page_met(&danish, false), "ikke opfyldt");
    assert_string_equal(page_period(&danish, (struct period){PERIOD_DATE, 2022, 11, 1}),
                        "01.11.2022");
    arena_free(danish.arena);
    arena_free(english.arena);
}

static void what_is_no_number_is_a_dash(void **state)
{
    struct page page = start(LANGUAGE_DANISH);
    (void)state;
    assert_string_equal(page_number(&page, (double)NAN, 1), "–");
    assert_string_equal(page_change(&page, HUGE_VAL, 1), "–");
    assert_string_equal(page_time(&page, (double)NAN), "–");
    assert_string_equal(page_digits(&page, HUGE_VAL, 3), "–");
    assert_string_equal(page_digits(&page, (double)NAN, 3), "–");
    arena_free(page.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_broken_at_the_edge_and_none_is_lost),
        cmocka_unit_test(sections_are_numbered_and_gaps_are_single),
        cmocka_unit_test(tables_are_aligned),
        cmocka_unit_test(a_name_steers_no_terminal),
        cmocka_unit_test(numbers_are_those_of_the_language),
        cmocka_unit_test(what_is_no_number_is_a_dash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
