/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/indicator_words.h"

#include "plan_folder.h"

static const char *counted(struct plan_folder *folder, struct reporting reporting)
{
    return indicator_reporting(folder->arena, LANGUAGE_DANISH, reporting);
}

static void how_time_is_counted_is_said(void **state)
{
    struct plan_folder *folder = *state;
    assert_string_equal(counted(folder, (struct reporting){.kind = PERIOD_YEAR}),
                        "hele kalenderår");
    assert_string_equal(counted(folder, (struct reporting){PERIOD_YEAR, 1, 1}),
                        "status den 1. januar hvert år");
    assert_string_equal(counted(folder, (struct reporting){.kind = PERIOD_SCHOOL_YEAR}), "skoleår");
    assert_string_equal(counted(folder, (struct reporting){.kind = PERIOD_QUARTER}), "kvartaler");
    assert_string_equal(counted(folder, (struct reporting){.kind = PERIOD_DATE}),
                        "på de datoer, der står ved tallene");
}

static void kinds_and_directions_have_words(void **state)
{
    (void)state;
    assert_string_equal(indicator_polarity(LANGUAGE_DANISH, POLARITY_DOWN), "lavere er bedre");
    assert_string_equal(indicator_polarity(LANGUAGE_ENGLISH, POLARITY_UP), "higher is better");
    assert_string_equal(indicator_polarity(LANGUAGE_ENGLISH, POLARITY_NEUTRAL),
                        "no good direction");
    for (enum measure i = MEASURE_SHARE; i <= MEASURE_VALUE; i++)
        assert_string_not_equal(indicator_measure(LANGUAGE_DANISH, i),
                                indicator_measure(LANGUAGE_ENGLISH, i));
    for (enum area_role i = AREA_ESTATE; i <= AREA_REST; i++)
        assert_string_not_equal(area_role_words(LANGUAGE_DANISH, i),
                                area_role_words(LANGUAGE_ENGLISH, i));
    assert_string_equal(area_role_code(AREA_SECTION), "afdeling");
    assert_string_equal(area_role_code(AREA_REST), "rest");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(how_time_is_counted_is_said),
        PLAN_FOLDER_TEST(kinds_and_directions_have_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
