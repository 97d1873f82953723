/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/explanation_between.h"

#include "test_explanation_support.h"

static void an_area_is_held_against_the_others_from_their_lines_on(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    const char *text = explain(folder, EDITION_INTERNAL, DANISH, "andelen", "nord");
    assert_says(folder, text, "Holdt op mod andre områder");
    assert_says(folder, text, "Nordparken minus Sydparken: niveau");
    assert_says(folder, text, "efter Holm");
    assert_says(folder, text, "Hvert af disse intervaller er på 95,0 %");
    assert_says(folder, text, "af 2.");
}

static void the_total_shows_the_tests_and_the_weights(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    const char *text = explain(folder, EDITION_INTERNAL, DANISH, "andelen", "samlet");
    assert_says(folder, text, "forskel på områdernes niveauer:");
    assert_says(folder, text, "forskel på områdernes tendenser:");
    assert_says(folder, text, "Vægt, %");
    assert_says(folder, text, "De to områder under ét:");
}

static void the_municipality_has_no_such_part(void **state)
{
    struct plan_folder *folder = *state;
    ten_years(folder);
    assert_silent(folder, explain(folder, EDITION_INTERNAL, DANISH, "andelen", "by"),
                  "Holdt op mod andre områder");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(an_area_is_held_against_the_others_from_their_lines_on),
        PLAN_FOLDER_TEST(the_total_shows_the_tests_and_the_weights),
        PLAN_FOLDER_TEST(the_municipality_has_no_such_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
