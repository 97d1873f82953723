/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation_engines.h"

#include "test_explanation_support.h"

static void engine_a_shows_four_intervals_and_their_union(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    const char *text = explain(folder, EDITION_INTERNAL, DANISH, "andelen", "nord");
    assert_says(folder, text, "(i) kendt varians 0,0 ");
    assert_says(folder, text, "(ii) tilfældige år 0,0 ");
    assert_says(folder, text, "Motor A: foreningen");
    assert_says(folder, text, "Knapp-Hartungs faktor Q/(n-2)");
    assert_says(folder, text, "på 8 frihedsgrader, t-fraktil 2,306");
}

static void a_small_pool_does_not_decide(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    assert_says(folder, explain(folder, EDITION_INTERNAL, DANISH, "andelen", "nord"),
                "Motor B afgør ikke: den kræver mindst 18 serier af samme slags med mindst 60 "
                "frihedsgrader tilsammen, og her er 2 med 16. Motor A afgør.");
}

static void given_values_have_no_line_with_known_variance(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = "";
    for (int i = 0; i < 6; i++)
        rows = arena_printf(folder->arena, "%stallet;by;%d;;;;300;;\ntallet;nord;%d;;;;%d;;\n",
                            rows, 2015 + i, 2015 + i, 200 + 10 * i + i % 2);
    plan_folder_figures(folder, rows);
    const char *text = explain(folder, EDITION_SHARED, DANISH, "tallet", "nord");
    assert_says(folder, text, "linje (i) findes ikke");
    assert_silent(folder, text, "(i) kendt varians 0,0");
    assert_says(folder, text, "Motor B afgør ikke: kun værdien er oplyst");
}

/* Twenty shares of two areas: enough to pool. */
static void a_large_pool_decides_step_by_step(void **state)
{
    struct plan_folder *folder = *state;
    const char *indicators = INDICATORS_HEADER, *rows = "";
    for (int k = 0; k < 10; k++) {
        indicators = arena_printf(folder->arena, "%sandel_%c;Andel;andel;pct.;op;kalenderår;K\n",
                                  indicators, 'a' + k);
        for (int i = 0; i < 8; i++)
            rows =
                arena_printf(folder->arena,
                             "%sandel_%c;by;%d;;10000;20000;;;\nandel_%c;nord;%d;;%d;1000;;;\n"
                             "andel_%c;syd;%d;;%d;1000;;;\n",
                             rows, 'a' + k, 2014 + i, 'a' + k, 2014 + i, 600 + i * i * (k + 3) % 37,
                             'a' + k, 2014 + i, 400 + i * (k + 5) * 7 % 41);
    }
    plan_folder_write(folder, "indikatorer.csv", indicators);
    plan_folder_figures(folder, rows);
    const char *text = explain(folder, EDITION_INTERNAL, DANISH, "andel_a", "nord");
    assert_says(folder, text, "20 serier af samme slags");
    assert_says(folder, text, "120 frihedsgrader; krav mindst 18 og 60");
    assert_says(folder, text, "gennemsnit af r over 20 serier");
    assert_says(folder, text, "Modereret phi");
    assert_says(folder, text, "(motor B)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(engine_a_shows_four_intervals_and_their_union),
        PLAN_FOLDER_TEST(a_small_pool_does_not_decide),
        PLAN_FOLDER_TEST(given_values_have_no_line_with_known_variance),
        PLAN_FOLDER_TEST(a_large_pool_decides_step_by_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
