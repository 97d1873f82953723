/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation_targets.h"

#include "test_explanation_support.h"

#define TARGETS "indikator;område;periode;mål\n"

static void a_target_has_its_line_its_figure_and_its_answer(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    plan_folder_write(folder, "maaltal.csv", TARGETS "andelen;syd;2030;50\nandelen;nord;2023;50\n");
    const char *text = explain(folder, EDITION_SHARED, DANISH, "andelen", "nord");
    assert_says(folder, text, "Mål for 2023: 50 pct. (maaltal.csv:3). Svar: nået.");
    assert_says(folder, text, "Holdt op mod");
    assert_says(folder, text, "52,3 (");
    assert_says(folder, text, "tallet for målets egen periode");
    assert_silent(folder, text, "Mål for 2030");
    const char *other = explain(folder, EDITION_SHARED, ENGLISH, "andelen", "syd");
    assert_says(folder, other, "Target for 2030: 50 pct. (maaltal.csv:2).");
    assert_says(folder, other, "Answer: cannot be determined");
    plan_folder_remove(folder, "maaltal.csv");
}

/* Also of an area without any figure; and nothing is said where there is no target. */
static void a_target_without_figures_says_so(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "raten;by;2021;;51;1013;;;\n");
    assert_silent(folder, explain(folder, EDITION_SHARED, DANISH, "andelen", "nord"), "Mål");
    plan_folder_write(folder, "maaltal.csv", TARGETS "andelen;nord;2025;50\n");
    const char *text = explain(folder, EDITION_SHARED, DANISH, "andelen", "nord");
    assert_says(folder, text, "Der er ingen tal for »andelen« i »nord«.");
    assert_says(folder, text, "Mål for 2025: 50 pct. (maaltal.csv:2). Svar: kan ikke afgøres");
    assert_silent(folder, text, "Holdt op mod");
    plan_folder_remove(folder, "maaltal.csv");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_target_has_its_line_its_figure_and_its_answer),
        PLAN_FOLDER_TEST(a_target_without_figures_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
