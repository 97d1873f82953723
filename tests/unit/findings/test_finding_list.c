/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/finding_list.h"

#include "near.h"

static void rows_keep_their_order_and_have_a_confidence(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct finding_list list = {.arena = arena, .confidence = 0.95};
    for (size_t i = 0; i < 500; i++)
        finding_list_add(&list, (struct finding){.periods = i, .confidence = i % 2 ? 0.9 : 0});
    assert_int_equal(list.count, 500);
    for (size_t i = 0; i < 500; i++) {
        assert_int_equal(list.rows[i].periods, i);
        assert_near(list.rows[i].confidence, i % 2 ? 0.9 : 0.95, 0);
    }
    arena_free(arena);
}

static void a_row_is_found_while_its_area_is_made(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct finding_list list = {.arena = arena, .confidence = 0.95};
    const struct indicator one = {.code = "one"};
    const struct area here = {.code = "here"}, there = {.code = "there"};
    finding_list_add(&list, (struct finding){.indicator = &one, .area = &there, .periods = 1});
    finding_list_add(&list, (struct finding){.indicator = &one,
                                             .area = &here,
                                             .statistic = STATISTIC_GAP_CHANGE,
                                             .periods = 2});
    finding_list_add(&list, (struct finding){.indicator = &one, .area = &here, .periods = 3});
    assert_int_equal(finding_list_find(&list, &one, &here, STATISTIC_GAP_CHANGE)->periods, 2);
    assert_int_equal(finding_list_find(&list, &one, &here, STATISTIC_LEVEL)->periods, 3);
    assert_null(finding_list_find(&list, &one, &here, STATISTIC_RATIO));
    assert_null(finding_list_find(&list, &one, &there, STATISTIC_LEVEL));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_is_found_while_its_area_is_made),
        cmocka_unit_test(rows_keep_their_order_and_have_a_confidence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
