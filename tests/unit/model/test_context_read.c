/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan_folder.h"

#define BREAKS "brud.csv"
#define TARGETS "maaltal.csv"
#define THEORY "forandringsteori.csv"
#define BREAKS_HEADER "indikator;område;periode;årsag\n"
#define TARGETS_HEADER "indikator;område;periode;mål\n"
#define THEORY_HEADER                                                                              \
    "indsatsområde;aktivitet;sigt;forventet_resultat;indikator;forventet_retning\n"

static void read_file(struct plan_folder *folder, const char *name, const char *text)
{
    plan_folder_write(folder, name, text);
    plan_folder_read_catalogue(folder);
    assert_problem_count(folder, 0);
}

static void without_the_files_there_is_nothing(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_read_catalogue(folder);
    assert_problem_count(folder, 0);
    assert_int_equal(folder->catalogue.break_count, 0);
    assert_int_equal(folder->catalogue.target_count, 0);
    assert_int_equal(folder->catalogue.theory_count, 0);
}

static void a_break_stands_at_the_start_of_its_period(void **state)
{
    static const struct {
        const char *area;
        double time;
    } expected[] = {{"nord", 2015},
                    {NULL, 2019 + 212 / 365.0},
                    {"by", 2022 + 273 / 365.0},
                    {"samlet", 2021 + 319 / 365.0}};
    struct plan_folder *folder = *state;
    read_file(folder, BREAKS,
              BREAKS_HEADER "andelen;Nordparken;2015;Ny opgørelse\nandelen;;2019/20;Aflyst\n"
                            "andelen;by;2022K4;Nyt register\nandelen;samlet;16-11-2021;Valg\n");
    assert_int_equal(folder->catalogue.break_count, 4);
    for (size_t i = 0; i < 4; i++) {
        const struct series_break *found = &folder->catalogue.breaks[i];
        assert_ptr_equal(found->indicator, indicator_of(folder, "andelen"));
        assert_ptr_equal(found->area, expected[i].area ? area_of(folder, expected[i].area) : NULL);
        assert_near(found->time, expected[i].time, 1e-9);
    }
    assert_string_equal(folder->catalogue.breaks[0].cause, "Ny opgørelse");
}

static void breaks_are_added_to_those_of_the_sections(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = BREAKS_HEADER;
    for (int year = 2000; year < 2040; year++)
        rows = arena_printf(folder->arena, "%sandelen;;%d;Årsag\n", rows, year);
    plan_folder_write(folder, "omraader.csv",
                      BASE_AREAS "n1;Et;afdeling;nord;2018-01-01;2020-01-01;;\n");
    read_file(folder, BREAKS, rows);
    assert_int_equal(folder->catalogue.break_count, 42);
    assert_null(folder->catalogue.breaks[0].indicator);
    assert_string_equal(folder->catalogue.breaks[1].cause, "Et udgår");
    for (size_t i = 0; i < 40; i++)
        assert_near(folder->catalogue.breaks[i + 2].time, 2000 + (double)i, 1e-9);
}

static void targets_are_read(void **state)
{
    struct plan_folder *folder = *state;
    read_file(
        folder, TARGETS,
        "indikator;omraade;periode;maal\nandelen;nord;2025;62,5 pct.\ntallet;samlet;2024;1000\n"
        "tallet;samlet;2025;1100\ntallet;nord;2024;900\n");
    assert_problem_count(folder, 0);
    assert_int_equal(folder->catalogue.target_count, 4);
    const struct target *first = &folder->catalogue.targets[0];
    assert_ptr_equal(first->indicator, indicator_of(folder, "andelen"));
    assert_ptr_equal(first->area, area_of(folder, "nord"));
    assert_int_equal(period_compare(first->period, period_of("2025")), 0);
    assert_near(first->value, 62.5, 0);
    assert_ptr_equal(folder->catalogue.targets[1].area, area_of(folder, "samlet"));
    assert_near(folder->catalogue.targets[1].value, 1000, 0);
}

static void the_theory_of_change_is_read(void **state)
{
    static const struct {
        enum horizon horizon;
        const char *indicator;
        enum polarity expected;
    } expected[] = {{HORIZON_SHORT, "andelen", POLARITY_UP},
                    {HORIZON_MIDDLE, "raten", POLARITY_DOWN},
                    {HORIZON_LONG, NULL, POLARITY_NEUTRAL},
                    {HORIZON_LONG, "tallet", POLARITY_NEUTRAL}};
    struct plan_folder *folder = *state;
    read_file(folder, THEORY,
              THEORY_HEADER "Uddannelse;Lektiehjælp;kort;Flere læser;andelen;op\n"
                            "Tryghed;Vandringer;Mellemlang;Færre anmeldelser;raten;ned\n"
                            "Tryghed;Fester;lang;Flere kender hinanden;;\n"
                            "Tryghed;Samtaler;lang;Som nu;tallet;neutral\n");
    assert_int_equal(folder->catalogue.theory_count, 4);
    for (size_t i = 0; i < 4; i++) {
        const struct theory_step *step = &folder->catalogue.theory[i];
        const char *indicator = expected[i].indicator;
        assert_int_equal(step->horizon, expected[i].horizon);
        assert_int_equal(step->expected, expected[i].expected);
        assert_ptr_equal(step->indicator, indicator ? indicator_of(folder, indicator) : NULL);
    }
    assert_string_equal(folder->catalogue.theory[0].focus_area, "Uddannelse");
    assert_string_equal(folder->catalogue.theory[0].activity, "Lektiehjælp");
    assert_string_equal(folder->catalogue.theory[0].expected_result, "Flere læser");
}

static void each_fault_is_said_where_it_stands(void **state)
{
    static const struct faulty_file faults[] = {
        {BREAKS, "indikator;område;periode;årsag;^år\n", PROBLEM_INPUT,
         "ukendt kolonne »år« · filens kolonner er: indikator, område, periode, årsag"},
        {BREAKS, BREAKS_HEADER "^andele;;2015;Ny\n", PROBLEM_INPUT, "ukendt indikator »andele«"},
        {BREAKS, BREAKS_HEADER "^;;2015;Ny\n", PROBLEM_INPUT, "ukendt indikator »«"},
        {BREAKS, BREAKS_HEADER "andelen;^vest;2015;Ny\n", PROBLEM_INPUT, "ukendt område »vest«"},
        {BREAKS, BREAKS_HEADER "andelen;^rest;2015;Ny\n", PROBLEM_INPUT, "ukendt område »rest«"},
        {BREAKS, BREAKS_HEADER "andelen;;^;Ny\n", PROBLEM_INPUT, "perioden mangler"},
        {BREAKS, BREAKS_HEADER "andelen;;^ukendt;Ny\n", PROBLEM_INPUT,
         "et databrud skal have en periode"},
        {BREAKS, BREAKS_HEADER "andelen;;^dec-11;Ny\n", PROBLEM_INPUT,
         "Excel har lavet perioden om til en måned"},
        {BREAKS, BREAKS_HEADER "andelen;;^2019/21;Ny\n", PROBLEM_INPUT, "to år i træk"},
        {BREAKS, BREAKS_HEADER "andelen;;2015;^\n", PROBLEM_INPUT, "feltet er tomt"},
        {TARGETS, TARGETS_HEADER "^andele;nord;2025;60\n", PROBLEM_INPUT, "ukendt indikator"},
        {TARGETS, TARGETS_HEADER "andelen;^;2025;60\n", PROBLEM_INPUT, "ukendt område »«"},
        {TARGETS, TARGETS_HEADER "andelen;nord;^i fjor;60\n", PROBLEM_INPUT, "ikke en periode"},
        {TARGETS, TARGETS_HEADER "andelen;nord;2025;^\n", PROBLEM_INPUT, "ikke et tal"},
        {TARGETS, TARGETS_HEADER "andelen;nord;2025;^12.5\n", PROBLEM_INPUT,
         "punktum som decimaltegn"},
        {TARGETS, TARGETS_HEADER "andelen;nord;2025;^1.250\n", PROBLEM_INPUT,
         "tusindtal eller decimaltegn"},
        {TARGETS,
         TARGETS_HEADER "andelen;nord;2025;60\nandelen;syd;2025;60\nandelen;Nordparken;^2025;61\n",
         PROBLEM_INPUT, "der er allerede et mål for »andelen« i »nord« i den periode"},
        {THEORY, THEORY_HEADER "^;Fester;lang;R;;\n", PROBLEM_INPUT, "feltet er tomt"},
        {THEORY, THEORY_HEADER "Tryghed;^;lang;R;;\n", PROBLEM_INPUT, "feltet er tomt"},
        {THEORY, THEORY_HEADER "Tryghed;Fester;^;R;;\n", PROBLEM_INPUT, "feltet er tomt"},
        {THEORY, THEORY_HEADER "Tryghed;Fester;^snart;R;;\n", PROBLEM_INPUT,
         "skriv en af: kort, mellemlang, lang"},
        {THEORY, THEORY_HEADER "Tryghed;Fester;lang;^;;\n", PROBLEM_INPUT, "feltet er tomt"},
        {THEORY, THEORY_HEADER "Tryghed;Fester;lang;R;^x;\n", PROBLEM_INPUT, "ukendt indikator"},
        {THEORY, THEORY_HEADER "Tryghed;Fester;lang;R;;^ud\n", PROBLEM_INPUT,
         "skriv en af: neutral, op, ned"},
    };
    CHECK_FAULTS(*state, faults, plan_folder_read_catalogue);
}

static void a_faulty_row_adds_nothing(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, BREAKS, BREAKS_HEADER "andelen;;;Ny\nandelen;;2016;Ny\n");
    plan_folder_write(folder, TARGETS, TARGETS_HEADER "andelen;nord;2025;x\nraten;nord;2025;7\n");
    plan_folder_write(folder, THEORY, THEORY_HEADER "T;F;snart;R;;\nT;F;lang;R;;\n");
    plan_folder_read_catalogue(folder);
    assert_problem_count(folder, 3);
    assert_int_equal(folder->catalogue.break_count, 1);
    assert_near(folder->catalogue.breaks[0].time, 2016, 0);
    assert_int_equal(folder->catalogue.target_count, 1);
    assert_near(folder->catalogue.targets[0].value, 7, 0);
    assert_int_equal(folder->catalogue.theory_count, 1);
    assert_int_equal(folder->catalogue.theory[0].horizon, HORIZON_LONG);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(without_the_files_there_is_nothing),
        PLAN_FOLDER_TEST(a_break_stands_at_the_start_of_its_period),
        PLAN_FOLDER_TEST(breaks_are_added_to_those_of_the_sections),
        PLAN_FOLDER_TEST(targets_are_read),
        PLAN_FOLDER_TEST(the_theory_of_change_is_read),
        PLAN_FOLDER_TEST(each_fault_is_said_where_it_stands),
        PLAN_FOLDER_TEST(a_faulty_row_adds_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
