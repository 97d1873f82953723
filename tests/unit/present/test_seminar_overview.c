/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/seminar_overview.h"

#include "page_world.h"

static void the_matrix_has_a_cell_for_each_area(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, FIGURES);
    const char *part = part_of(folder, EDITION_SHARED, seminar_overview_write);
    assert_int_equal(occurrences(part, "<table class=\"matrix\">"), 1);
    assert_int_equal(occurrences(part, "<td class=\"c "), 6);
    assert_int_equal(occurrences(part, " data-label=\"Nordparken\""), 2);
    assert_int_equal(occurrences(part, "kan ikke afgøres<small>"),
                     6 - occurrences(part, "c hidden"));
    assert_non_null(strstr(part, "data-quotes=\"andelen/syd/verdict"));
}

static void the_fixed_indicators_have_a_matrix_of_their_own(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "indikatorer.csv",
                      "kode;navn;mål;type;enhed;god_retning;opgørelse;kilde;lbf_nr\n"
                      "andelen;Andel;;andel;pct.;op;kalenderår;K;\n"
                      "raten;Rate;Færre uden;rate;pr. 1.000;ned;kalenderår;K;4\n");
    plan_folder_figures(folder, FIGURES);
    const char *part = part_of(folder, EDITION_SHARED, seminar_overview_write);
    const char *fixed = strstr(part, "De faste indikatorer: "),
               *others = strstr(part, "Andre nøgletal: ");
    assert_int_equal(occurrences(part, "<table class=\"matrix\">"), 2);
    assert_true(fixed && others && fixed < others);
    assert_true(strstr(part, "#indikator-raten") < others);
    assert_true(strstr(part, "#indikator-andelen") > others);
    assert_non_null(strstr(part, ">Færre uden</th>"));
    assert_non_null(strstr(part, ">Uden mål</th>"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(the_matrix_has_a_cell_for_each_area),
        PLAN_FOLDER_TEST(the_fixed_indicators_have_a_matrix_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
