/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation.h"

#include "test_explanation_support.h"

static void the_question_comes_first_and_the_sources_last(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    const char *text = explain(folder, EDITION_INTERNAL, DANISH, "andelen", "nord");
    assert_ptr_equal(strstr(text, "Indikator"), text);
    assert_says(folder, text, "Område Nordparken · kode: nord");
    assert_says(folder, text, "INTERN – må ikke deles");
    assert_says(folder, text, "resten af den har ingen personer til fælles med dem");
    assert_says(folder, text, "Vurdering afstanden: indsnævres");
    assert_says(folder, text, "14. Kilder til metoderne");
    assert_says(folder, text, "Helhedsplanen indgår ikke i beregningen.");
}

static void english_is_spoken_throughout(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    const char *text = explain(folder, EDITION_SHARED, ENGLISH, "andelen", "nord");
    assert_says(folder, text, "Verdict the gap: narrowing");
    assert_silent(folder, text, "opfyldt");
    assert_silent(folder, text, " til ");
    assert_silent(folder, text, "Afstand");
}

static void no_figures_are_said_to_be_none(void **state)
{
    struct plan_folder *folder = *state;
    const char *text = explain(folder, EDITION_SHARED, DANISH, "andelen", "nord");
    assert_says(folder, text, "Der er ingen tal for »andelen« i »nord«.");
    assert_silent(folder, text, "1. ");
}

static void an_area_that_is_compared_with_has_no_verdict(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    const char *text = explain(folder, EDITION_SHARED, DANISH, "andelen", "by");
    assert_says(folder, text, "Her er ingen vurdering");
    assert_silent(folder, text, "Sammenlignes med");
}

static void an_invented_plan_is_marked(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "plan.csv", BASE_PLAN "illustrativ;ja\n");
    ten_years(folder);
    assert_says(folder, explain(folder, EDITION_SHARED, DANISH, "andelen", "nord"),
                "opdigtede tal · delt");
}

static void a_value_is_compared_with_the_municipality(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "tallet;by;2020;;;;300;;\ntallet;nord;2020;;;;200;;\n");
    const char *text = explain(folder, EDITION_SHARED, DANISH, "tallet", "nord");
    assert_says(folder, text, "Sammenlignes med Byen");
    assert_says(folder, text, "dem kan en rest ikke regnes af");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(the_question_comes_first_and_the_sources_last),
        PLAN_FOLDER_TEST(english_is_spoken_throughout),
        PLAN_FOLDER_TEST(no_figures_are_said_to_be_none),
        PLAN_FOLDER_TEST(an_area_that_is_compared_with_has_no_verdict),
        PLAN_FOLDER_TEST(an_invented_plan_is_marked),
        PLAN_FOLDER_TEST(a_value_is_compared_with_the_municipality),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
