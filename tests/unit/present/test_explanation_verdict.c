/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation_verdict.h"

#include "test_explanation_support.h"

static void a_movement_meets_line_2(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    const char *text = explain(folder, EDITION_INTERNAL, DANISH, "andelen", "nord");
    assert_says(folder, text, "Linje 1 serien kan ikke bedømmes: ikke opfyldt");
    assert_says(folder, text,
                "Linje 2 0 ligger uden for intervallet for ændringen pr. år: opfyldt");
    assert_says(folder, text, "Svar: indsnævres.");
    assert_says(folder, text, "Ikke »udvides«: linjens afstand ændrer størrelse med −");
    assert_says(folder, text,
                "begge motorer siger det samme: ikke opfyldt (A: indsnævres; B: "
                "intet svar)");
    assert_says(folder, text, "Styrke antydet Retning til det værre");
}

static void a_still_gap_meets_line_3(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    const char *text = explain(folder, EDITION_INTERNAL, DANISH, "andelen", "syd");
    assert_says(folder, text, "enhver ændring af betydning ligger uden for intervallet: opfyldt");
    assert_says(folder, text, "Svar: uændret.");
    assert_says(folder, text, "Hverken »indsnævres« eller »udvides«");
    assert_says(folder, text, "Ikke »kan ikke afgøres«: linje 3 er opfyldt.");
}

static void few_persons_leave_it_open(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = "";
    for (int i = 0; i < 6; i++)
        rows = arena_printf(folder->arena,
                            "%sandelen;by;%d;;5000;10000;;;\nandelen;nord;%d;;%d;40;;;\n"
                            "andelen;syd;%d;;400;1000;;;\n",
                            rows, 2015 + i, 2015 + i, 22 + i * 5 % 7, 2015 + i);
    plan_folder_figures(folder, rows);
    const char *text = explain(folder, EDITION_INTERNAL, DANISH, "andelen", "nord");
    assert_says(folder, text, "Svar: kan ikke afgøres (for upræcist).");
    assert_says(folder, text, "men det er ikke et svar");
    assert_says(folder, text, "Ikke »uændret«: intervallet når ud til");
}

static void each_requirement_stands_beside_the_series_own_number(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;6;15;;;\n"
                                "andelen;syd;2020;;40;100;;;\n");
    const char *text = explain(folder, EDITION_INTERNAL, DANISH, "andelen", "nord");
    assert_says(folder, text, "Åbne år mindst 5 1 ikke opfyldt");
    assert_says(folder, text, "Personer i området, midterste år mindst 20 15 ikke opfyldt");
    assert_says(folder, text, "Med egenskaben, alle år mindst 10 6 ikke opfyldt");
    assert_says(folder, text, "Linje 1 serien kan ikke bedømmes: opfyldt");
    assert_says(folder, text, "Linje 1b-4 ikke prøvet");
}

static void hidden_years_are_the_reason(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = "";
    for (int i = 0; i < 6; i++)
        rows = arena_printf(folder->arena,
                            "%sandelen;by;%d;;5000;10000;;;\nandelen;nord;%d;;%d;100;;;\n"
                            "andelen;syd;%d;;400;1000;;;\n",
                            rows, 2015 + i, 2015 + i, i < 2 ? 3 : 22, 2015 + i);
    plan_folder_figures(folder, rows);
    const char *text = explain(folder, EDITION_SHARED, DANISH, "andelen", "nord");
    assert_says(folder, text, "2 år i serien er skjult og tæller ikke med.");
    assert_says(folder, text, "Svar: kan ikke afgøres (skjult: få personer).");
    assert_string_equal(explain_reason(DANISH, REASON_SUPPRESSED), "skjult: få personer");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_movement_meets_line_2),
        PLAN_FOLDER_TEST(a_still_gap_meets_line_3),
        PLAN_FOLDER_TEST(few_persons_leave_it_open),
        PLAN_FOLDER_TEST(each_requirement_stands_beside_the_series_own_number),
        PLAN_FOLDER_TEST(hidden_years_are_the_reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
