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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_keep_their_order_and_have_a_confidence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
