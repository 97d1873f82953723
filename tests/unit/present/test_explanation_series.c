/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation_series.h"

#include "test_explanation_support.h"

static void each_year_has_level_comparator_gap_and_variance(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    const char *text = explain(folder, EDITION_INTERNAL, DANISH, "andelen", "nord");
    /* 700 of 1000 against 8900 of 18000, by hand */
    assert_says(folder, text, "2014 2014,500 70,0 67,1 til 72,8 49,4 48,7 til 50,2");
    assert_says(folder, text, "2014 +20,6 +17,6 til +23,4");
    assert_says(folder, text, "Newcombe (1998), metode 10");
    assert_says(folder, text, "Wilson (1927)");
}

static void breaks_cut_years_off(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    plan_folder_write(folder, "brud.csv",
                      "indikator;område;periode;årsag\nandelen;;2017;Ny opgørelse\n");
    const char *text = explain(folder, EDITION_SHARED, DANISH, "andelen", "nord");
    assert_says(folder, text, "Brud før 2017: Ny opgørelse");
    assert_says(folder, text, "2014 til 2016 er ladt ude: ligger før det seneste brud.");
    assert_says(folder, text, "7 af 10 perioder er med");
}

static void missing_years_are_left_out_with_their_reason(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;60;100;;;\n"
                                "andelen;syd;2020;;40;100;;;\nandelen;nord;2021;;60;100;;;\n"
                                "andelen;by;2022;;500;1000;;;\nandelen;nord;2022;;;;;;mangler\n"
                                "andelen;syd;2022;;40;100;;;\n");
    const char *text = explain(folder, EDITION_SHARED, DANISH, "andelen", "nord");
    assert_says(folder, text, "Der er ingen brud i serien.");
    assert_says(folder, text, "2021 er ladt ude: sammenligningens tal:");
    assert_says(folder, text, "2022 er ladt ude: mangler.");
    assert_says(folder, text, "1 af 3 perioder er med");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(each_year_has_level_comparator_gap_and_variance),
        PLAN_FOLDER_TEST(breaks_cut_years_off),
        PLAN_FOLDER_TEST(missing_years_are_left_out_with_their_reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
