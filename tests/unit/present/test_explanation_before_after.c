/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation_before_after.h"

#include "test_explanation_support.h"

static void every_number_of_the_comparison_is_told(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    const char *text = explain(folder, EDITION_INTERNAL, DANISH, "andelen", "nord");
    assert_says(folder, text, "Før og efter planens start, pct.-point");
    assert_says(folder, text, "Planens start er 01.10.2021.");
    assert_says(folder, text, "2021 25,2 overgang: ikke med");
    assert_says(folder, text, "2022 100,0 efter");
    assert_says(folder, text, "2020 0,0 før");
    assert_says(folder, text, "gennemsnitlig afstand før planens start: +");
    assert_says(folder, text, "ændring i den gennemsnitlige afstand før og efter: −");
    assert_says(folder, text, "i = ");
    assert_says(folder, text, "de 2 største af 40 tilfældige tal (Burrows 1972)");
    assert_says(folder, text, "begge fra årene før starten i 2 af områderne her");
    assert_says(folder, text, "områdets ændring siden baseline: −");
    assert_says(folder, text, "(difference-in-differences)");
    assert_silent(folder, text, " nan ");
}

static void without_a_comparison_it_says_why(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    plan_folder_write(folder, "plan.csv",
                      "nøgle;værdi\ntitel;Prøveplan\nkommune;by\nplanstart;2023-06-01\n"
                      "planslut;2025-09-30\nbasisår;2021\nudgave;2025\n");
    const char *text = explain(folder, EDITION_INTERNAL, DANISH, "andelen", "nord");
    assert_says(folder, text,
                "ændring i den gennemsnitlige afstand før og efter: – (for få målinger efter)");
    assert_says(folder, text,
                "tilbagevenden mod gennemsnittet, der må ventes: – (for få målinger efter)");
    assert_says(folder, text, "Burrows 1972"); /* what to expect since the baseline year is there */
    assert_silent(folder, explain(folder, EDITION_INTERNAL, DANISH, "andelen", "by"),
                  "Før og efter planens start");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(every_number_of_the_comparison_is_told),
        PLAN_FOLDER_TEST(without_a_comparison_it_says_why),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
