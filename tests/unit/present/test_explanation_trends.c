/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation_trends.h"

#include "test_explanation_support.h"

static void least_squares_stand_beside_the_verdict(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    const char *text = explain(folder, EDITION_INTERNAL, DANISH, "andelen", "nord");
    /* 70 - 2 i + 0.3 (i mod 2): -2 + 0.3 * 2.5/82.5 by hand */
    assert_says(folder, text, "Niveau, mindste kvadrater −1,991");
    assert_says(folder, text, "Her afgør motor A");
    assert_says(folder, text, "Hvem har flyttet sig?");
    assert_says(folder, text, "Området nærmer sig sammenligningen");
    assert_says(folder, text, "S = −45 for afstanden, af højst 45; eksakt p < 0,001.");
    assert_says(folder, text, "(kvasi-binomial): −8,");
}

static void few_years_have_no_p(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = "";
    for (int year = 2020; year < 2023; year++)
        rows = arena_printf(folder->arena,
                            "%sandelen;by;%d;;500;1000;;;\nandelen;nord;%d;;%d;100;;;\n"
                            "andelen;syd;%d;;40;100;;;\n",
                            rows, year, year, year - 1980, year);
    plan_folder_figures(folder, rows);
    const char *text = explain(folder, EDITION_INTERNAL, DANISH, "andelen", "nord");
    assert_says(folder, text, "Der er ingen afgørende tendens");
    assert_says(folder, text, "så der er intet p");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(least_squares_stand_beside_the_verdict),
        PLAN_FOLDER_TEST(few_years_have_no_p),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
