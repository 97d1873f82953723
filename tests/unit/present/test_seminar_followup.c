/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_followup.h"

#include "page_world.h"

static void two_municipalities_are_both_named_as_what_gaps_are_measured_to(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "plan.csv",
                      "nøgle;værdi\ntitel;To\nplanstart;2021-10-01\nplanslut;2025-09-30\n"
                      "basisår;2021\nudgave;2025\n");
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "by;Byen;kommune;;;;;\nnord;Nord;område;by;;;;\n"
                                   "havn;Havnen;kommune;;;;;\nkaj;Kajen;område;havn;;;;\n");
    plan_folder_figures(folder, "andelen;by;2021;;500;1000;;;\nandelen;nord;2021;;31;70;;;\n"
                                "andelen;havn;2021;;400;900;;;\nandelen;kaj;2021;;40;130;;;\n");
    assert_non_null(strstr(part_of(folder, EDITION_SHARED, seminar_followup_write),
                           "afstand til: Resten af Byen, Resten af Havnen · kilde: K"));
}

static void a_hidden_figure_is_remarked_on_and_its_count_is_nowhere(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;by;2021;;500;1000;;;\nandelen;nord;2021;;3;8191;;;\n"
                                "andelen;syd;2021;;40;130;;;\n");
    const char *part = part_of(folder, EDITION_SHARED, seminar_followup_write);
    assert_non_null(strstr(part, "1 måling skjult: få personer"));
    assert_null(strstr(part, "8191"));
    assert_null(strstr(part, "8.191"));
}

static void every_value_says_which_column_it_stands_in(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    const char *part = part_of(folder, EDITION_INTERNAL, seminar_followup_write);
    assert_int_equal(occurrences(part, "<td"), occurrences(part, " data-label=\""));
    assert_non_null(strstr(part, "data-label=\"Område ved baseline\" "
                                 "data-cell=\"andelen/syd/level/2021\">30,8</td>"));
    assert_non_null(strstr(part, "data-label=\"Område nu\" "
                                 "data-cell=\"andelen/syd/level/2022\">34,6<small>"));
    assert_non_null(strstr(part, "Behandlet i bestyrelsen"));
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    part = part_of(folder, EDITION_INTERNAL, seminar_followup_write);
    assert_non_null(strstr(part, "data-label=\"Area now\""));
    assert_non_null(strstr(part, "Considered by the board"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(two_municipalities_are_both_named_as_what_gaps_are_measured_to),
        PLAN_FOLDER_TEST(a_hidden_figure_is_remarked_on_and_its_count_is_nowhere),
        PLAN_FOLDER_TEST(every_value_says_which_column_it_stands_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
