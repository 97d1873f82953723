/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/period_words.h"

#include "near.h"

static void each_kind_of_period_is_named_in_its_way(void **state)
{
    static const struct {
        struct period period;
        const char *danish, *english;
    } cases[] = {
        {{PERIOD_YEAR, 2025, 0, 0},
         "i\xC2\xA0"
         "2025",
         "in\xC2\xA0"
         "2025"},
        {{PERIOD_SCHOOL_YEAR, 2024, 0, 0},
         "i skoleåret\xC2\xA0"
         "2024/25",
         "in the school year\xC2\xA0"
         "2024/25"},
        {{PERIOD_QUARTER, 2022, 4, 0},
         "i\xC2\xA0"
         "2022K4",
         "in\xC2\xA0"
         "2022K4"},
        {{PERIOD_DATE, 2025, 11, 18},
         "den\xC2\xA0"
         "18.11.2025",
         "on\xC2\xA0"
         "18.11.2025"},
        {{.kind = PERIOD_UNKNOWN},
         "på et tidspunkt, der ikke er angivet",
         "at a time that is not given"},
    };
    (void)state;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(period_when(arena, LANGUAGE_DANISH, cases[i].period), cases[i].danish);
        assert_string_equal(period_when(arena, LANGUAGE_ENGLISH, cases[i].period),
                            cases[i].english);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_kind_of_period_is_named_in_its_way)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
