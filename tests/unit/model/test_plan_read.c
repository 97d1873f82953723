/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan_folder.h"

#define HEADER "nøgle;værdi\n"
#define TITLE "titel;Prøveplan\n"
#define START "planstart;2021-10-01\n"
#define END "planslut;2025-09-30\n"
#define YEAR "basisår;2021\n"
#define EDITION "udgave;2025\n"

static const struct plan *read_plan(struct plan_folder *folder, const char *text)
{
    plan_folder_write(folder, "plan.csv", text);
    plan_folder_read_catalogue(folder);
    assert_problem_count(folder, 0);
    return &folder->catalogue.plan;
}

static void a_silent_plan_takes_the_policy_of_the_program(void **state)
{
    const struct plan *plan = read_plan(*state, BASE_PLAN);
    assert_near(plan->confidence, 0.95, 1e-12);
    assert_int_equal(plan->threshold, 5);
    assert_int_equal(plan->minimum_denominator, 20);
    assert_near(plan->delta, 0.1, 0);
    assert_false(plan->illustrative);
    assert_string_equal(plan->previous_edition, "");
}

static void every_setting_is_read(void **state)
{
    struct plan_folder *folder = *state;
    const struct plan *plan =
        read_plan(folder, BASE_PLAN "tidligere_udgave;../sidste\nillustrativ;ja\nkonfidens;99,8\n"
                                    "tærskel;3\nmindste_nævner;10\ndelta;0,25\n");
    assert_string_equal(plan->title, "Prøveplan");
    assert_string_equal(plan->edition, "2025");
    assert_string_equal(plan->previous_edition, "../sidste");
    assert_ptr_equal(plan->municipality, area_of(folder, "by"));
    assert_int_equal(period_compare(plan->start, period_of("2021-10-01")), 0);
    assert_int_equal(period_compare(plan->end, period_of("2025-09-30")), 0);
    assert_int_equal(plan->baseline_year, 2021);
    assert_true(plan->illustrative);
    assert_near(plan->confidence, 0.998, 1e-12);
    assert_int_equal(plan->threshold, 3);
    assert_int_equal(plan->minimum_denominator, 10);
    assert_near(plan->delta, 0.25, 0);
}

static void keys_and_dates_may_be_as_excel_saved_them(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv", AREAS_HEADER "by;Byen;kommune;;;;330|By Kommune;\n");
    const struct plan *plan =
        read_plan(folder, "noegle;vaerdi;;\nTitel;Prøveplan;;\nkommune;330;;\n;;;\n"
                          "planstart;01-10-2021;;\nplanslut;30-09-2025;;\nbasisaar;2021;;\n"
                          "udgave;2025;;\ntaerskel;7\n");
    assert_int_equal(period_compare(plan->start, period_of("2021-10-01")), 0);
    assert_ptr_equal(plan->municipality, area_of(folder, "by"));
    assert_int_equal(plan->threshold, 7);
}

static void without_the_key_the_only_municipality_is_the_plans(void **state)
{
    struct plan_folder *folder = *state;
    const struct plan *plan = read_plan(folder, HEADER TITLE START END YEAR EDITION);
    assert_ptr_equal(plan->municipality, area_of(folder, "by"));
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "by;Byen;kommune;;;;;\n"
                                   "havn;Havnen;kommune;;;;;\n"
                                   "nord;Nordparken;område;by;;;;\n");
    plan = read_plan(folder, HEADER TITLE "kommune;\n" START END YEAR EDITION);
    assert_null(plan->municipality);
}

static void the_plan_may_be_in_one_municipality_of_several(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "by;Byen;kommune;;;;;\n"
                                   "nord;Nordparken;område;by;;;;\n"
                                   "havn;Havnen;kommune;;;;;\n");
    const struct plan *plan = read_plan(folder, BASE_PLAN);
    assert_ptr_equal(plan->municipality, area_of(folder, "by"));
}

static void each_fault_is_said_where_it_stands(void **state)
{
    static const struct faulty_file faults[] = {
        {"plan.csv", "nøgle;værdi;^mening\n" TITLE, PROBLEM_INPUT,
         "ukendt kolonne »mening« · filens kolonner er: nøgle, værdi"},
        {"plan.csv", "~nøgle\ntitel\n", PROBLEM_INPUT, "kolonnen »værdi« mangler"},
        {"plan.csv", BASE_PLAN "^farve;rød\n", PROBLEM_INPUT, "»farve« kendes ikke her"},
        {"plan.csv", BASE_PLAN "^;rød\n", PROBLEM_INPUT, "nøglen mangler"},
        {"plan.csv", BASE_PLAN "^titel;En anden\n", PROBLEM_INPUT, "»titel« står også i linje 2"},
        {"plan.csv", HEADER TITLE START END YEAR, PROBLEM_INPUT, "nøglen »udgave« mangler"},
        {"plan.csv", HEADER START END YEAR EDITION, PROBLEM_INPUT, "nøglen »titel« mangler"},
        {"plan.csv", HEADER "titel;^\n" START END YEAR EDITION, PROBLEM_INPUT,
         "»titel« er ikke udfyldt · skriv planens navn i kolonnen værdi"},
        {"plan.csv", HEADER TITLE START END YEAR "udgave;^\n", PROBLEM_INPUT,
         "»udgave« er ikke udfyldt · skriv udgavens navn, som 2025, i kolonnen værdi"},
        {"plan.csv", HEADER TITLE "planstart;^\n" END YEAR EDITION, PROBLEM_INPUT,
         "»planstart« er ikke udfyldt · skriv en dato som 2021-10-01"},
        {"plan.csv", HEADER TITLE START "planslut;^\n" YEAR EDITION, PROBLEM_INPUT,
         "»planslut« er ikke udfyldt · skriv en dato som 2025-09-30"},
        {"plan.csv", HEADER TITLE START END "basisår;^\n" EDITION, PROBLEM_INPUT,
         "»basisår« er ikke udfyldt · skriv et årstal som 2021"},
        {"plan.csv", HEADER TITLE "kommune;^nord\n" START END YEAR EDITION, PROBLEM_INPUT,
         "»nord« er ikke en kommune"},
        {"plan.csv", HEADER TITLE "kommune;^rest\n" START END YEAR EDITION, PROBLEM_INPUT,
         "»rest« er ikke en kommune"},
        {"plan.csv", HEADER TITLE "planstart;^2021\n" END YEAR EDITION, PROBLEM_INPUT,
         "ikke en dato"},
        {"plan.csv", HEADER TITLE "planstart;^44470\n" END YEAR EDITION, PROBLEM_INPUT,
         "Excel har lavet datoen om til et tal"},
        {"plan.csv", HEADER TITLE START "planslut;^2025-09-31\n" YEAR EDITION, PROBLEM_INPUT,
         "den dag eller det kvartal findes ikke"},
        {"plan.csv", HEADER TITLE START "~planslut;2021-10-01\n" YEAR EDITION, PROBLEM_INPUT,
         "planslut er ikke efter planstart"},
        {"plan.csv", HEADER TITLE START END "basisår;^20222\n" EDITION, PROBLEM_INPUT,
         "her skal stå et årstal fra 1990 til 2100, som 2021"},
        {"plan.csv", HEADER TITLE START END "basisår;^21\n" EDITION, PROBLEM_INPUT,
         "her skal stå et årstal fra 1990 til 2100, som 2021"},
        {"plan.csv", HEADER TITLE "planstart;^1. oktober 2021\n" END YEAR EDITION, PROBLEM_INPUT,
         "her skal stå en dato, som 2021-10-01"},
        {"plan.csv", HEADER TITLE START END "basisår;^2019/20\n" EDITION, PROBLEM_INPUT,
         "her skal stå et årstal"},
        {"plan.csv", BASE_PLAN "illustrativ;^måske\n", PROBLEM_INPUT, "skriv en af: nej, ja"},
        {"plan.csv", BASE_PLAN "konfidens;^79,9\n", PROBLEM_INPUT, "mellem 80 og 99,9"},
        {"plan.csv", BASE_PLAN "konfidens;^100\n", PROBLEM_INPUT, "mellem 80 og 99,9"},
        {"plan.csv", BASE_PLAN "tærskel;^2\n", PROBLEM_INPUT, "mellem 3 og 1000"},
        {"plan.csv", BASE_PLAN "tærskel;^4,5\n", PROBLEM_INPUT, "et helt tal"},
        {"plan.csv", BASE_PLAN "tærskel;^5,0,1\n", PROBLEM_INPUT, "to decimalkommaer"},
        {"plan.csv", BASE_PLAN "mindste_nævner;^2\n", PROBLEM_INPUT, "mellem 3 og 1000"},
        {"plan.csv", BASE_PLAN "~mindste_nævner;4\n", PROBLEM_INPUT, "mindre end tærskel"},
        {"plan.csv", BASE_PLAN "tærskel;21\n", PROBLEM_INPUT, "mindre end tærskel"},
        {"plan.csv", BASE_PLAN "delta;^-0,1\n", PROBLEM_INPUT, "mellem 0 og 1000"},
    };
    CHECK_FAULTS(*state, faults, plan_folder_read_catalogue);
}

static void a_missing_file_is_one_problem(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_remove(folder, "plan.csv");
    plan_folder_read_catalogue(folder);
    assert_problem(folder, PROBLEM_INPUT, "plan.csv", "", "findes ikke");
    assert_problem_count(folder, 1);
}

static void a_shared_name_of_municipalities_is_told_once(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "a;Byen;kommune;;;;;\nb;Byen;kommune;;;;;\n");
    plan_folder_write(folder, "plan.csv", HEADER TITLE "kommune;Byen\n" START END YEAR EDITION);
    plan_folder_read_catalogue(folder);
    assert_problem_count(folder, 1);
    assert_problem(folder, PROBLEM_INPUT, "omraader.csv", "\n\n~",
                   "et navn eller alias til fælles");
}

static void a_name_of_areas_is_no_municipality(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "omraader.csv",
                      AREAS_HEADER "a;Byen;kommune;;;;;\nb;Havnen;kommune;;;;;\n"
                                   "a1;Parken;område;a;;;;\nb1;Parken;område;b;;;;\n");
    plan_folder_write(folder, "plan.csv", HEADER TITLE "kommune;Parken\n" START END YEAR EDITION);
    plan_folder_read_catalogue(folder);
    assert_problem(folder, PROBLEM_INPUT, "plan.csv", HEADER TITLE "kommune;^",
                   "»Parken« er ikke en kommune");
    assert_problem_count(folder, 1);
}

static void all_faults_show_in_one_run(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "plan.csv", HEADER "konfidens;10\ntærskel;x\nfarve;rød\n");
    plan_folder_read_catalogue(folder);
    assert_problem(folder, PROBLEM_INPUT, "plan.csv", "\nkonfidens;^", "mellem 80 og 99,9");
    assert_problem(folder, PROBLEM_INPUT, "plan.csv", "\n\ntærskel;^", "skjult af kilden");
    assert_problem(folder, PROBLEM_INPUT, "plan.csv", "\n\n\n^", "kendes ikke her");
    assert_problem(folder, PROBLEM_INPUT, "plan.csv", "", "»planstart« mangler");
    assert_problem(folder, PROBLEM_INPUT, "plan.csv", "", "»basisår« mangler");
    assert_problem_count(folder, 8);
    assert_near(folder->catalogue.plan.confidence, 0.95, 1e-12);
    assert_int_equal(folder->catalogue.plan.threshold, 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_silent_plan_takes_the_policy_of_the_program),
        PLAN_FOLDER_TEST(every_setting_is_read),
        PLAN_FOLDER_TEST(keys_and_dates_may_be_as_excel_saved_them),
        PLAN_FOLDER_TEST(without_the_key_the_only_municipality_is_the_plans),
        PLAN_FOLDER_TEST(the_plan_may_be_in_one_municipality_of_several),
        PLAN_FOLDER_TEST(each_fault_is_said_where_it_stands),
        PLAN_FOLDER_TEST(a_missing_file_is_one_problem),
        PLAN_FOLDER_TEST(a_shared_name_of_municipalities_is_told_once),
        PLAN_FOLDER_TEST(a_name_of_areas_is_no_municipality),
        PLAN_FOLDER_TEST(all_faults_show_in_one_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
