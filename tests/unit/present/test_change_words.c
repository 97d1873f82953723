/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/change_words.h"

#include "near.h"

#include <string.h>

static struct period year(int of)
{
    return (struct period){PERIOD_YEAR, (short)of, 0, 0};
}

static void words_are_listed_as_one_reads_them(void **state)
{
    struct arena *arena = *state;
    static const char *const words[] = {"a", "b", "c"};
    assert_string_equal(change_listed(arena, LANGUAGE_DANISH, words, 0), "");
    assert_string_equal(change_listed(arena, LANGUAGE_DANISH, words, 1), "a");
    assert_string_equal(change_listed(arena, LANGUAGE_DANISH, words, 2), "a og b");
    assert_string_equal(change_listed(arena, LANGUAGE_ENGLISH, words, 3), "a, b and c");
}

static void periods_are_in_order_and_once(void **state)
{
    struct arena *arena = *state;
    struct change_periods periods = {NULL, 0, 0};
    static const int years[] = {2021, 2019, 2021, 2020};
    for (size_t i = 0; i < 4; i++)
        change_periods_add(arena, &periods, year(years[i]));
    assert_int_equal(periods.count, 3);
    assert_string_equal(change_periods_text(arena, LANGUAGE_DANISH, &periods),
                        "2019, 2020 og 2021");
    change_periods_add(arena, &periods, year(2014));
    assert_string_equal(change_periods_text(arena, LANGUAGE_DANISH, &periods),
                        "fire perioder fra 2014 til 2021");
    for (int i = 2001; i <= 2010; i++)
        change_periods_add(arena, &periods, year(i));
    assert_string_equal(change_periods_text(arena, LANGUAGE_ENGLISH, &periods),
                        "14 periods from 2001 to 2021");
    assert_string_equal(change_period(arena, (struct period){PERIOD_DATE, 2021, 11, 16}),
                        "16.11.2021");
}

static void each_kind_and_cause_has_words_and_a_code_of_its_own(void **state)
{
    struct arena *arena = *state;
    for (int i = 0; i < CHANGE_KINDS; i++)
        for (int j = 0; j < i; j++) {
            enum change_kind a = (enum change_kind)i, b = (enum change_kind)j;
            assert_string_not_equal(change_kind_code(a), change_kind_code(b));
            for (int l = LANGUAGE_DANISH; l <= LANGUAGE_ENGLISH; l++)
                assert_string_not_equal(change_kind((enum language)l, a),
                                        change_kind((enum language)l, b));
        }
    const struct indicator indicator = {.accrual = ACCRUAL_FLOW};
    struct area_news item = {.indicator = &indicator};
    for (item.causes = CAUSE_METHOD; item.causes <= CAUSE_OTHER_SERIES; item.causes *= 2) {
        assert_true(strlen(change_causes(arena, LANGUAGE_DANISH, &item)) > 5);
        assert_true(strlen(change_causes(arena, LANGUAGE_ENGLISH, &item)) > 5);
    }
    item.causes = CAUSE_METHOD | CAUSE_NEW;
    assert_string_equal(change_causes(arena, LANGUAGE_DANISH, &item),
                        "nye tal og en ændret metode");
    assert_string_equal(change_causes_code(arena, CAUSE_METHOD | CAUSE_NEW), "new_figures method");
    assert_string_equal(change_causes_code(arena, 0), "");
}

/* Which they are, and what became of them, so that the reader sees the link. */
static void other_series_are_named(void **state)
{
    struct arena *arena = *state;
    const struct indicator a = {.short_name = "Ledige", .accrual = ACCRUAL_STOCK},
                           b = {.short_name = "Sigtede", .accrual = ACCRUAL_STOCK};
    const struct indicator *both[] = {&a, &b, &b, &b, &b, &b, &b, &b, &b};
    struct area_news item = {.indicator = &a, .causes = CAUSE_OTHER_SERIES};
    assert_string_equal(change_causes(arena, LANGUAGE_DANISH, &item),
                        "andre serier, der vurderes sammen med denne");
    item.others = (struct indicator_list){both, 2};
    item.other_changes = 1 << CHANGE_REVISED;
    assert_string_equal(change_causes(arena, LANGUAGE_DANISH, &item),
                        "andre serier af samme slags (bestand), der vurderes sammen med denne, "
                        "hvor tal er revideret: Ledige og Sigtede");
    item.other_changes = 1 << CHANGE_NEW;
    assert_non_null(strstr(change_causes(arena, LANGUAGE_DANISH, &item), ", hvor der er nye tal:"));
    item.other_changes = 1 << CHANGE_NEW | 1 << CHANGE_HIDDEN;
    item.causes |= CAUSE_METHOD;
    assert_string_equal(change_causes(arena, LANGUAGE_ENGLISH, &item),
                        "another method and other series of the same class (stock) that are "
                        "judged together with this one, where figures have changed: Ledige and "
                        "Sigtede");
    item.others.count = 9;
    assert_non_null(strstr(change_causes(arena, LANGUAGE_DANISH, &item), ": 9 indikatorer"));
}

static void another_rule_is_said(void **state)
{
    (void)state;
    struct edition_news news = {.method_changed = false};
    assert_non_null(strstr(change_basis(LANGUAGE_DANISH, &news), "efter samme regel"));
    assert_non_null(strstr(change_basis(LANGUAGE_ENGLISH, &news), "by the same rule"));
    news.method_changed = true;
    for (int l = LANGUAGE_DANISH; l <= LANGUAGE_ENGLISH; l++) {
        assert_null(strstr(change_basis((enum language)l, &news), "samme regel"));
        assert_null(strstr(change_basis((enum language)l, &news), "same rule"));
    }
    assert_non_null(strstr(change_basis(LANGUAGE_DANISH, &news), "er ændret siden den tidligere"));
}

/* By the good direction, never by the sign. */
static void better_follows_from_the_good_direction(void **state)
{
    (void)state;
    struct indicator indicator = {.polarity = POLARITY_DOWN};
    const struct finding to = {.indicator = &indicator};
    struct latest_move move = {&to, &to, {.value = -1}};
    assert_string_equal(change_direction(LANGUAGE_DANISH, &move), " (bedre)");
    move.change.value = 1;
    assert_string_equal(change_direction(LANGUAGE_ENGLISH, &move), " (worse)");
    indicator.polarity = POLARITY_UP;
    assert_string_equal(change_direction(LANGUAGE_DANISH, &move), " (bedre)");
    indicator.polarity = POLARITY_NEUTRAL;
    assert_string_equal(change_direction(LANGUAGE_DANISH, &move), "");
}

static int start(void **state)
{
    *state = arena_new();
    return 0;
}

static int end(void **state)
{
    arena_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_listed_as_one_reads_them),
        cmocka_unit_test(periods_are_in_order_and_once),
        cmocka_unit_test(each_kind_and_cause_has_words_and_a_code_of_its_own),
        cmocka_unit_test(other_series_are_named),
        cmocka_unit_test(another_rule_is_said),
        cmocka_unit_test(better_follows_from_the_good_direction),
    };
    return cmocka_run_group_tests(tests, start, end);
}
