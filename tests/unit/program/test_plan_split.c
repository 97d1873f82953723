/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700 /* nftw */
#include "pejling/program/plan_split.h"

#include "two_folders.h"

#define TEST(test) cmocka_unit_test_setup_teardown(test, start, two_folders_end)
#define LAND "dk;Landet;land;;;;;\n"
#define HERE "by;Byen;kommune;dk;;;;\nnord;Nordparken;område;by;;;;\n"
#define THERE "havn;Havnen;kommune;dk;;;Havneby;\nkaj;Kajen;område;havn;;;;\n"

/* A plan of two municipalities, by and havn, and the country. */
static int start(void **state)
{
    two_folders_start(state);
    struct two_folders *work = *state;
    plan_folder_write(work->plan, "omraader.csv", AREAS_HEADER LAND HERE THERE);
    plan_folder_figures(work->plan, "andelen;by;2020;;500;1000;;;\nandelen;havn;2020;;5;10;;;\n");
    return 0;
}

static const char *output(struct two_folders *work)
{
    return arena_printf(work->plan->arena, "%s/dele", work->root);
}

static bool split(struct two_folders *work)
{
    plan_folder_forget_problems(work->plan);
    return plan_split(&work->plan->diagnostics, work->plan->path, output(work));
}

/* A file of a municipality's plan; NULL where there is none. */
static const char *part(struct two_folders *work, const char *municipality, const char *name)
{
    return two_folders_text(
        work, arena_printf(work->plan->arena, "%s/%s", output(work), municipality), name);
}

/* Nothing lies where the plans would have been. */
static void assert_nothing_written(struct two_folders *work)
{
    struct stat status;
    assert_int_not_equal(stat(output(work), &status), 0);
}

static void each_municipality_has_its_rows_and_the_countrys(void **state)
{
    struct two_folders *work = *state;
    plan_folder_figures(work->plan, "andelen;by;2020;;500;1000;;;\n"
                                    "andelen;kaj;2020;;1;10;;;\n"
                                    "andelen;dk;2020;;5;10;;;\n"
                                    "andelen;Havneby;2020;;7;10;;;\n");
    assert_true(split(work));
    assert_string_equal(part(work, "by", "omraader.csv"), AREAS_HEADER LAND HERE);
    assert_string_equal(part(work, "havn", "omraader.csv"), AREAS_HEADER LAND THERE);
    assert_string_equal(part(work, "by", FIGURES_FILE),
                        FIGURES_HEADER "andelen;by;2020;;500;1000;;;\nandelen;dk;2020;;5;10;;;\n");
    assert_string_equal(part(work, "havn", FIGURES_FILE),
                        FIGURES_HEADER "andelen;kaj;2020;;1;10;;;\nandelen;dk;2020;;5;10;;;\n"
                                       "andelen;Havneby;2020;;7;10;;;\n");
    assert_string_equal(part(work, "by", "indikatorer.csv"), BASE_INDICATORS);
    assert_string_equal(part(work, "havn", "indikatorer.csv"), BASE_INDICATORS);
    assert_null(part(work, "dk", "plan.csv")); /* the country is no municipality */
}

static void the_plan_names_the_municipality(void **state)
{
    struct two_folders *work = *state;
    assert_true(split(work));
    assert_string_equal(part(work, "by", "plan.csv"), BASE_PLAN);
    assert_non_null(strstr(part(work, "havn", "plan.csv"), "\nkommune;havn\n"));
    assert_null(strstr(part(work, "havn", "plan.csv"), ";by\n"));
    static const char nameless[] = "nøgle;værdi\n"
                                   "titel;Prøveplan\n"
                                   "planstart;2021-10-01\n"
                                   "planslut;2025-09-30\n"
                                   "basisår;2021\n"
                                   "udgave;2025\n";
    plan_folder_write(work->plan, "plan.csv", nameless);
    nftw(output(work), two_folders_remove, 8, FTW_DEPTH | FTW_PHYS);
    assert_true(split(work));
    assert_string_equal(part(work, "havn", "plan.csv"),
                        arena_printf(work->plan->arena, "%skommune;havn\n", nameless));
}

/* Values before keys. */
static void the_settings_may_stand_in_any_order(void **state)
{
    struct two_folders *work = *state;
    static const char rest[] = "Prøveplan;titel\n2021-10-01;planstart\n2025-09-30;planslut\n"
                               "2021;basisår\n2025;udgave\n",
                      header[] = "Værdi;Nøgle\n";
    struct arena *arena = work->plan->arena;
    plan_folder_write(work->plan, "plan.csv",
                      arena_printf(arena, "%sby;kommune\n%s", header, rest));
    assert_true(split(work));
    assert_string_equal(part(work, "havn", "plan.csv"),
                        arena_printf(arena, "%shavn;kommune\n%s", header, rest));
    plan_folder_write(work->plan, "plan.csv", arena_printf(arena, "%s%s", header, rest));
    nftw(output(work), two_folders_remove, 8, FTW_DEPTH | FTW_PHYS);
    assert_true(split(work));
    assert_string_equal(part(work, "havn", "plan.csv"),
                        arena_printf(arena, "%s%shavn;kommune\n", header, rest));
}

/* brud and maaltal by the row's area; theory and calibration are everybody's. */
static void what_explains_the_figures_comes_along(void **state)
{
    struct two_folders *work = *state;
    static const char breaks[] = "indikator;område;periode;årsag\n",
                      mine[] = "andelen;nord;2020;a\n", theirs[] = "andelen;kaj;2020;b\n",
                      alls[] = "andelen;;2021;c\n", targets[] = "indikator;område;periode;mål\n",
                      goal[] = "andelen;kaj;2025;60\n",
                      theory[] = "indsatsområde;aktivitet;sigt;forventet_resultat;indikator;"
                                 "forventet_retning\nSkole;Læsning;kort;Flere læser;andelen;op\n";
    struct arena *arena = work->plan->arena;
    plan_folder_write(work->plan, "brud.csv",
                      arena_printf(arena, "%s%s%s%s", breaks, mine, theirs, alls));
    plan_folder_write(work->plan, "maaltal.csv", arena_printf(arena, "%s%s", targets, goal));
    plan_folder_write(work->plan, "forandringsteori.csv", theory);
    plan_folder_write(work->plan, "kalibrering.csv", "panel;omfang\np1;alle\n");
    plan_folder_write(work->plan, "noter.txt", "ikke en del af planen");
    assert_true(split(work));
    assert_string_equal(part(work, "by", "brud.csv"),
                        arena_printf(arena, "%s%s%s", breaks, mine, alls));
    assert_string_equal(part(work, "havn", "brud.csv"),
                        arena_printf(arena, "%s%s%s", breaks, theirs, alls));
    assert_string_equal(part(work, "by", "maaltal.csv"), targets);
    assert_string_equal(part(work, "havn", "maaltal.csv"),
                        arena_printf(arena, "%s%s", targets, goal));
    static const char *const codes[] = {"by", "havn"};
    for (size_t i = 0; i < 2; i++) {
        assert_string_equal(part(work, codes[i], "forandringsteori.csv"), theory);
        assert_string_equal(part(work, codes[i], "kalibrering.csv"), "panel;omfang\np1;alle\n");
        assert_null(part(work, codes[i], "noter.txt"));
    }
}

static void texts_come_through_as_they_are(void **state)
{
    struct two_folders *work = *state;
    static const char header[] = "indikator;område;periode;årsag\n",
                      row[] = "andelen;kaj;2020;\"En \"\"ny\"\" metode; og\nto linjer, =1+1\"\n";
    struct arena *arena = work->plan->arena;
    plan_folder_write(work->plan, "brud.csv", arena_printf(arena, "%s%s", header, row));
    assert_true(split(work));
    assert_string_equal(part(work, "havn", "brud.csv"), arena_printf(arena, "%s%s", header, row));
    /* saved in other ways: a byte order mark, \r\n, needless quotes, commas */
    plan_folder_write(work->plan, "brud.csv",
                      "\xEF\xBB\xBFindikator,Omraade,periode,årsag\r\n"
                      "\"andelen\",\"kaj\",2020,\"a, \"\"b\"\"; c\"\r\n");
    nftw(output(work), two_folders_remove, 8, FTW_DEPTH | FTW_PHYS);
    assert_true(split(work));
    assert_string_equal(part(work, "havn", "brud.csv"),
                        "indikator,Omraade,periode,årsag\nandelen,kaj,2020,\"a, \"\"b\"\"; c\"\n");
    assert_string_equal(part(work, "by", "brud.csv"), "indikator,Omraade,periode,årsag\n");
}

/* What is split is a plan that can be read as the whole one could. */
/* It is read part by part, and its delimiter and columns are those of the first. */
static void a_large_file_is_dealt_out_row_by_row(void **state)
{
    static const char *const rows[] = {"nord,andelen,\"a\nb; \"\"c\"\"\"\n", "kaj,andelen,d\n"};
    const size_t many = 20000, size = many * strlen(rows[0]) + 100;
    struct two_folders *work = *state;
    char *text = arena_alloc(work->plan->arena, size, 1), *to = text;
    char *parts[2], *ends[2];
    for (size_t i = 0; i < 2; i++) {
        parts[i] = arena_alloc(work->plan->arena, size, 1);
        ends[i] = parts[i] + sprintf(parts[i], "område,indikator,note\n");
    }
    to += sprintf(text, "område,indikator,note\n");
    for (size_t i = 0; i < many; i++) {
        size_t whose = i % 7 == 3;
        to += sprintf(to, "%s", rows[whose]);
        ends[whose] += sprintf(ends[whose], "%s", rows[whose]);
    }
    assert_true(strlen(text) > (size_t)4 * 64 * 1024); /* so there are several parts */
    plan_folder_write(work->plan, FIGURES_FILE, text);
    assert_true(split(work));
    assert_string_equal(part(work, "by", FIGURES_FILE), parts[0]);
    assert_string_equal(part(work, "havn", FIGURES_FILE), parts[1]);
}

/* Also where more empty lines than a part has are before the header, which tells another one. */
static void the_separator_is_that_of_the_line_that_names_it(void **state)
{
    static const char first[] = "sep=,\n", rest[] = "område,a;b;c\nkaj,1\nby,2\n";
    const size_t blank = 200000;
    struct two_folders *work = *state;
    char *text = arena_alloc(work->plan->arena, blank + sizeof first + sizeof rest, 1);
    memset(text, '\n', blank);
    memcpy(text, first, strlen(first));
    memcpy(text + blank, rest, sizeof rest);
    plan_folder_write(work->plan, FIGURES_FILE, text);
    assert_true(split(work));
    assert_string_equal(part(work, "havn", FIGURES_FILE), "område,a;b;c\nkaj,1\n");
    assert_string_equal(part(work, "by", FIGURES_FILE), "område,a;b;c\nby,2\n");
}

static void each_part_is_a_plan(void **state)
{
    struct two_folders *work = *state;
    static const char *const codes[] = {"by", "havn"};
    assert_true(split(work));
    for (size_t i = 0; i < 2; i++) {
        struct diagnostics problems = {.arena = work->plan->arena};
        struct catalogue catalogue = catalogue_read(
            &problems, arena_printf(work->plan->arena, "%s/%s", output(work), codes[i]));
        assert_false(diagnostics_stop(&problems, false));
        assert_string_equal(catalogue.plan.municipality->code, codes[i]);
    }
}

static void a_plan_of_one_municipality_gives_one_folder(void **state)
{
    struct two_folders *work = *state;
    plan_folder_write(work->plan, "omraader.csv", BASE_AREAS);
    plan_folder_write(work->plan, FIGURES_FILE, BASE_FIGURES);
    assert_true(split(work));
    assert_string_equal(part(work, "by", "omraader.csv"), BASE_AREAS);
    assert_string_equal(part(work, "by", FIGURES_FILE), BASE_FIGURES);
    assert_null(part(work, "havn", "plan.csv"));
}

static void a_folder_that_holds_anything_is_left_alone(void **state)
{
    struct two_folders *work = *state;
    assert_true(split(work));
    assert_false(split(work));
    assert_int_equal(work->plan->diagnostics.of_kind[PROBLEM_USAGE], 1);
    assert_non_null(strstr(work->plan->diagnostics.items[0].text, "er ikke tom"));
    assert_string_equal(part(work, "by", "plan.csv"), BASE_PLAN);
}

/* In the folder itself the parts would be taken for the plan's own. */
static void the_plan_is_not_split_into_itself(void **state)
{
    struct two_folders *work = *state;
    plan_folder_forget_problems(work->plan);
    assert_false(plan_split(&work->plan->diagnostics, work->plan->path, work->plan->path));
    assert_int_equal(work->plan->diagnostics.of_kind[PROBLEM_USAGE], 1);
    assert_string_equal(two_folders_text(work, work->plan->path, "plan.csv"), BASE_PLAN);
}

/* Nothing would come of its run; the summary of the whole plan says the same of it. */
static void a_municipality_without_figures_gets_no_folder(void **state)
{
    struct two_folders *work = *state;
    plan_folder_figures(work->plan, "andelen;by;2020;;500;1000;;;\n");
    assert_true(split(work));
    assert_problem(work->plan, PROBLEM_REMARK, "omraader.csv", AREAS_HEADER LAND HERE "~" THERE,
                   "»havn« har ingen tal");
    assert_problem_count(work->plan, 1);
    assert_non_null(part(work, "by", "plan.csv"));
    assert_null(part(work, "havn", "plan.csv"));
}

static void figures_of_a_name_in_both_are_refused(void **state)
{
    struct two_folders *work = *state;
    static const char rows[] = "andelen;by;2020;;5;10;;;\nandelen;^Parken;2020;;5;10;;;\n";
    plan_folder_write(work->plan, "omraader.csv",
                      AREAS_HEADER LAND HERE THERE
                      "b2;Parken;område;by;;;;\nh2;Parken;område;havn;;;;\n");
    plan_folder_figures(work->plan, rows);
    assert_false(split(work));
    assert_problem(work->plan, PROBLEM_INPUT, FIGURES_FILE,
                   arena_printf(work->plan->arena, FIGURES_HEADER "%s", rows),
                   "navnet på områder i flere kommuner");
}

static void what_run_says_of_the_files_split_says(void **state)
{
    struct two_folders *work = *state;
    plan_folder_write(work->plan, "observationer/a\nb.csv", FIGURES_HEADER);
    assert_false(split(work));
    assert_problem(work->plan, PROBLEM_INPUT, "observationer", "", "en fils navn har tegn");
    plan_folder_remove(work->plan, "observationer/a\nb.csv");
    plan_folder_remove(work->plan, FIGURES_FILE);
    assert_false(split(work));
    assert_problem(work->plan, PROBLEM_INPUT, "observationer", "",
                   "der er ingen CSV-filer med tal");
    assert_problem_count(work->plan, 1);
    assert_nothing_written(work);
}

static void files_without_rows_are_refused(void **state)
{
    struct two_folders *work = *state;
    plan_folder_write(work->plan, FIGURES_FILE, FIGURES_HEADER);
    assert_false(split(work));
    assert_int_equal(work->plan->diagnostics.of_kind[PROBLEM_INPUT], 1);
    assert_nothing_written(work);
}

static void a_faulty_plan_is_not_split(void **state)
{
    struct two_folders *work = *state;
    static const struct faulty_file faults[] = {
        {FIGURES_FILE, FIGURES_HEADER "andelen;by;2020;;1;9;;;\nandelen;^ukendt;2020;;1;9;;;\n",
         PROBLEM_INPUT, "området kendes ikke"},
        {FIGURES_FILE, "~indikator;egn;periode;tæller;nævner\nandelen;by;2020;1;9\n", PROBLEM_INPUT,
         "uden kolonnen »område«"},
        {FIGURES_FILE, "~område;indikator,periode\nby;andelen,2020\n", PROBLEM_INPUT,
         "skilletegnet kan ikke afgøres"},
        {"plan.csv", BASE_PLAN "tidligere_udgave;../2024\n", PROBLEM_INPUT,
         "tidligere_udgave kan ikke deles"},
        {"omraader.csv", AREAS_HEADER LAND HERE THERE "a;A;afdeling;^a;;\n", PROBLEM_INPUT,
         "kan ikke være del af"},
    };
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        plan_folder_reset(work->plan);
        plan_folder_write(work->plan, "omraader.csv", AREAS_HEADER LAND HERE THERE);
        plan_folder_write(work->plan, faults[i].name, faults[i].text);
        assert_false(split(work));
        assert_problem(work->plan, faults[i].problem, faults[i].name, faults[i].text,
                       faults[i].says);
        assert_problem_count(work->plan, 1);
        assert_nothing_written(work);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_municipality_has_its_rows_and_the_countrys),
        TEST(the_plan_names_the_municipality),
        TEST(the_settings_may_stand_in_any_order),
        TEST(what_explains_the_figures_comes_along),
        TEST(texts_come_through_as_they_are),
        TEST(a_large_file_is_dealt_out_row_by_row),
        TEST(the_separator_is_that_of_the_line_that_names_it),
        TEST(each_part_is_a_plan),
        TEST(a_plan_of_one_municipality_gives_one_folder),
        TEST(a_folder_that_holds_anything_is_left_alone),
        TEST(the_plan_is_not_split_into_itself),
        TEST(a_municipality_without_figures_gets_no_folder),
        TEST(figures_of_a_name_in_both_are_refused),
        TEST(what_run_says_of_the_files_split_says),
        TEST(files_without_rows_are_refused),
        TEST(a_faulty_plan_is_not_split),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
