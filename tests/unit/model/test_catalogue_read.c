/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan_folder.h"

static void a_sound_folder_is_read_without_a_word(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_read_catalogue(folder);
    assert_problem_count(folder, 0);
    assert_int_equal(folder->catalogue.area_count, 5);
    assert_int_equal(folder->catalogue.indicator_count, 5);
    assert_ptr_equal(folder->catalogue.plan.municipality, area_of(folder, "by"));
}

static void the_policy_of_the_plan_is_the_default_of_the_indicators(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "plan.csv", BASE_PLAN "tærskel;10\ndelta;0,4\n");
    plan_folder_write(folder, "indikatorer.csv",
                      "kode;navn;type;enhed;god_retning;opgørelse;kilde;mindste_antal;delta\n"
                      "a;A;andel;pct.;op;kalenderår;K;;\nb;B;andel;pct.;op;kalenderår;K;3;0,02\n");
    plan_folder_read_catalogue(folder);
    assert_problem_count(folder, 0);
    assert_int_equal(indicator_of(folder, "a")->minimum_count, 10);
    assert_near(indicator_of(folder, "a")->delta, 0.4, 0);
    assert_int_equal(indicator_of(folder, "b")->minimum_count, 3);
    assert_near(indicator_of(folder, "b")->delta, 0.02, 0);
}

static void every_problem_of_every_file_shows_in_one_run(void **state)
{
    struct plan_folder *folder = *state;
    static const struct faulty_file faults[] = {
        {"plan.csv", BASE_PLAN "tærskel;^1\n", PROBLEM_INPUT, "mellem 3 og 1000"},
        {"omraader.csv", BASE_AREAS "^vest park;Vest;område;by;;;;\n", PROBLEM_INPUT,
         "kan ikke være en kode"},
        {"indikatorer.csv", BASE_INDICATORS "ny;^;andel;pct.;op;kalenderår;K\n", PROBLEM_SERIES,
         "feltet er tomt"},
        {"brud.csv", "indikator;område;periode;årsag\nandelen;;^20222;Ny\n", PROBLEM_INPUT,
         "årstallet skal have fire cifre"},
        {"maaltal.csv", "indikator;område;periode;mål\nandelen;^oest;2025;60\n", PROBLEM_INPUT,
         "ukendt område »oest«"},
        {"forandringsteori.csv",
         "indsatsområde;aktivitet;sigt;forventet_resultat;indikator\nT;F;kort;R;^nyt\n",
         PROBLEM_INPUT, "ukendt indikator »nyt«"},
        {FIGURES_FILE, BASE_FIGURES "andelen;nord;2020;;^7;6;;;\n", PROBLEM_SERIES,
         "tælleren er større end nævneren"},
    };
    size_t count = sizeof faults / sizeof *faults;
    for (size_t i = 0; i < count; i++)
        plan_folder_write(folder, faults[i].name, faults[i].text);
    plan_folder_read_figures(folder);
    for (size_t i = 0; i < count; i++)
        assert_problem(folder, faults[i].problem, faults[i].name, faults[i].text, faults[i].says);
    assert_problem_count(folder, count);
    assert_true(diagnostics_stop(&folder->diagnostics, true));
}

static void an_empty_folder_lacks_three_files(void **state)
{
    static const char *const names[] = {"plan.csv", "omraader.csv", "indikatorer.csv"};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < 3; i++)
        plan_folder_remove(folder, names[i]);
    plan_folder_read_catalogue(folder);
    for (size_t i = 0; i < 3; i++)
        assert_problem(folder, PROBLEM_INPUT, names[i], "", "findes ikke");
    assert_problem_count(folder, 3);
}

static void a_faulty_optional_file_is_a_problem_of_the_input(void **state)
{
    static const char *const names[] = {"brud.csv", "maaltal.csv", "forandringsteori.csv"};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < 3; i++)
        plan_folder_write(folder, names[i], "");
    plan_folder_read_catalogue(folder);
    for (size_t i = 0; i < 3; i++)
        assert_problem(folder, PROBLEM_INPUT, names[i], "", "filen er tom");
    assert_problem_count(folder, 3);
}

static void with_keep_going_only_the_faulty_indicator_is_lost(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "indikatorer.csv",
                      BASE_INDICATORS "ny;;andel;pct.;op;kalenderår;K\n");
    plan_folder_figures(folder, "ny;by;2020;;5;10;;;\nandelen;by;2020;;5;10;;;\n");
    plan_folder_read_figures(folder);
    assert_problem_count(folder, 1);
    assert_true(diagnostics_stop(&folder->diagnostics, false));
    assert_false(diagnostics_stop(&folder->diagnostics, true));
    assert_int_equal(folder->observations.count, 1);
    assert_ptr_equal(folder->observations.items[0].indicator, indicator_of(folder, "andelen"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_sound_folder_is_read_without_a_word),
        PLAN_FOLDER_TEST(the_policy_of_the_plan_is_the_default_of_the_indicators),
        PLAN_FOLDER_TEST(every_problem_of_every_file_shows_in_one_run),
        PLAN_FOLDER_TEST(an_empty_folder_lacks_three_files),
        PLAN_FOLDER_TEST(a_faulty_optional_file_is_a_problem_of_the_input),
        PLAN_FOLDER_TEST(with_keep_going_only_the_faulty_indicator_is_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
