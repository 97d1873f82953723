/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700 /* nftw */
#include "pejling/program/pipeline.h"

#include "plan_folder.h"

#include <ftw.h>
#include <signal.h>
#include <sys/resource.h>

#include "pejling/base/file.h"

#define FIGURES                                                                                    \
    "andelen;by;2021;;500;1000;;;\nandelen;nord;2021;;31;70;;;\nandelen;syd;2021;;40;130;;;\n"     \
    "andelen;by;2022;;511;1013;;;\nandelen;nord;2022;;3;71;;;\nandelen;syd;2022;;44;127;;;\n"

struct work {
    struct plan_folder *plan;
    struct run_options options;
    const char *root;
};

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status, (void)kind, (void)place;
    return remove(path);
}

static int start(void **state)
{
    struct plan_folder *plan = plan_folder_new();
    struct work *work = arena_alloc(plan->arena, 1, sizeof *work);
    work->plan = plan;
    work->root = arena_printf(plan->arena, "%s.ud", plan->path);
    work->options = (struct run_options){
        .plan = plan->path, .output = arena_printf(plan->arena, "%s/udgave", work->root)};
    plan_folder_figures(plan, FIGURES);
    setenv("PEJLING_GNUPLOT", "/nonexistent/gnuplot", 1); /* figures have tests of their own */
    *state = work;
    return 0;
}

static int end(void **state)
{
    struct work *work = *state;
    nftw(work->root, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
    unsetenv("PEJLING_GNUPLOT");
    plan_folder_free(work->plan);
    return 0;
}

static bool run(struct work *work)
{
    plan_folder_forget_problems(work->plan);
    return pipeline_run(&work->plan->diagnostics, &work->options);
}

static const char *path_of(struct work *work, const char *name)
{
    return arena_printf(work->plan->arena, "%s/%s", work->options.output, name);
}

static bool exists(const char *path)
{
    return access(path, F_OK) == 0;
}

static const char *text_of(struct work *work, const char *name)
{
    struct diagnostics quiet = {.arena = work->plan->arena};
    const struct input_file file = {path_of(work, name), name, PROBLEM_FILE};
    size_t length;
    const char *text = file_read(&quiet, &file, 1 << 24, &length);
    assert_non_null(text);
    return text;
}

static void loading_gives_the_catalogue_and_its_cells(void **state)
{
    struct work *work = *state;
    struct loaded_plan loaded = pipeline_load(&work->plan->diagnostics, work->plan->path);
    assert_int_equal(loaded.catalogue->indicator_count, 5);
    assert_string_equal(loaded.catalogue->plan.title, "Prøveplan");
    assert_int_equal(loaded.cells.count, 10); /* six given, and total and rest of two years */
    /* the indicators without figures */
    assert_problem_count(work->plan, 4);
    for (size_t i = 0; i < 4; i++) {
        const struct diagnostic *item = &work->plan->diagnostics.items[i];
        assert_int_equal(item->problem, PROBLEM_REMARK);
        assert_string_equal(item->at.file, "indikatorer.csv");
        assert_int_equal(item->at.line, i + 3);
        assert_non_null(strstr(item->text, "har ingen tal · "));
    }
    plan_folder_forget_problems(work->plan);
    plan_folder_figures(work->plan, FIGURES OTHER_FIGURES);
    loaded = pipeline_load(&work->plan->diagnostics, work->plan->path);
    assert_problem_count(work->plan, 0);
}

static void problems_are_in_the_order_of_the_files(void **state)
{
    struct work *work = *state;
    plan_folder_write(work->plan, "plan.csv", BASE_PLAN "konfidens;5\n");
    plan_folder_figures(work->plan, "andelen;nord;2021;;x;70;;;\nnej;syd;2021;;1;70;;;\n");
    plan_folder_write(work->plan, "brud.csv", "indikator;område;periode;årsag\nnej;;2020;x\n");
    pipeline_load(&work->plan->diagnostics, work->plan->path);
    static const char *const files[] = {"brud.csv", FIGURES_FILE, FIGURES_FILE, "plan.csv"};
    assert_problem_count(work->plan, 4);
    for (size_t i = 0; i < 4; i++)
        assert_string_equal(work->plan->diagnostics.items[i].at.file, files[i]);
}

static void without_indicators_or_areas_no_figures_are_read(void **state)
{
    struct work *work = *state;
    plan_folder_remove(work->plan, "omraader.csv");
    struct loaded_plan loaded = pipeline_load(&work->plan->diagnostics, work->plan->path);
    assert_int_equal(loaded.cells.count, 0);
    assert_problem_count(work->plan, 2); /* the file, and the municipality that plan.csv names */
}

static void a_section_without_its_area_is_a_fault_and_no_more(void **state)
{
    static const char *const part_of[] = {"", "by", "nord_1", "findes_ikke"};
    struct work *work = *state;
    for (size_t i = 0; i < sizeof part_of / sizeof *part_of; i++) {
        plan_folder_write(work->plan, "omraader.csv",
                          arena_printf(work->plan->arena, "%snord_1;Afdeling 1;afdeling;%s;;;;\n",
                                       BASE_AREAS, part_of[i]));
        plan_folder_figures(work->plan, "andelen;nord_1;2021;;10;70;;;\n");
        assert_false(run(work));
        assert_problem_count(work->plan, 1);
        assert_int_equal(work->plan->diagnostics.items[0].at.line, 5);
    }
}

/* Two small areas jump in 2017: hidden, so that only the internal edition may say so. */
static void remarks_on_the_figures_follow_the_edition(void **state)
{
    struct work *work = *state;
    const char *rows = OTHER_FIGURES;
    for (int year = 2013; year <= 2022; year++)
        rows = arena_printf(work->plan->arena,
                            "%sandelen;nord;%d;;%d;1000;;;\nandelen;syd;%d;;%d;1000;;;\n", rows,
                            year, year == 2017 ? 3 : 500, year, year == 2017 ? 2 : 500);
    rows = arena_printf(work->plan->arena,
                        "%sandelen;by;2013;;9000;20000;;;\n"
                        "andelen;by;2014;;9000;20000;;;\n"
                        "andelen;by;2016;;9000;20000;;;\n",
                        rows);
    plan_folder_figures(work->plan, rows);
    assert_true(run(work));
    assert_non_null(strstr(text_of(work, "bemaerkninger.csv"), "»by« har ingen række for 2015"));
    assert_non_null(strstr(text_of(work, "seminar.html"), "»by« har ingen række for 2015"));
    assert_null(strstr(text_of(work, "bemaerkninger.csv"), "2017"));
    work->options.edition = EDITION_INTERNAL;
    work->options.output = arena_printf(work->plan->arena, "%s/intern", work->root);
    assert_true(run(work));
    assert_non_null(strstr(text_of(work, "bemaerkninger.csv"), "»by« har ingen række for 2015"));
    assert_non_null(strstr(text_of(work, "bemaerkninger.csv"), "tallet for 2017 ligger længere"));
}

static void a_run_publishes_every_file_of_the_edition(void **state)
{
    static const char *const names[] = {
        "seminar.html",           "resultater.csv",
        "resultater.json",        "frigivet.csv",
        "bemaerkninger.csv",      "manifest.json",
        "tabeller/niveauer.csv",  "tabeller/afstande.csv",
        "tabeller/tendenser.csv", "tabeller/opfoelgning.csv",
        "seminar.xlsx",
    };
    struct work *work = *state;
    assert_true(run(work));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_true(exists(path_of(work, names[i])));
    assert_false(exists(arena_printf(work->plan->arena, "%s/.udgave.ny", work->root)));
    assert_true(work->plan->diagnostics.of_kind[PROBLEM_TOOL] > 0);
    assert_int_equal(diagnostics_exit_status(&work->plan->diagnostics, false, false), 5);
}

static void two_runs_give_the_same_bytes(void **state)
{
    static const char *const names[] = {"seminar.html",    "resultater.csv",
                                        "resultater.json", "frigivet.csv",
                                        "manifest.json",   "tabeller/opfoelgning.csv"};
    struct work *work = *state;
    const char *first[sizeof names / sizeof *names];
    assert_true(run(work));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        first[i] = text_of(work, names[i]);
    assert_true(run(work));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_string_equal(text_of(work, names[i]), first[i]);
}

static void a_shared_edition_hides_and_an_internal_one_does_not(void **state)
{
    struct work *work = *state;
    struct stat status;
    assert_true(run(work));
    assert_non_null(strstr(text_of(work, "frigivet.csv"), "andelen,nord,2022,,,hidden,suppressed"));
    assert_non_null(strstr(text_of(work, "frigivet.csv"), "andelen,syd,2022,,,hidden,suppressed"));
    assert_non_null(strstr(text_of(work, "frigivet.csv"), "andelen,samlet,2022,,,open,,final,"));
    assert_non_null(strstr(text_of(work, "frigivet.csv"), "andelen,rest,2022,,,rounded,,final,"));
    assert_int_equal(stat(work->options.output, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0755);
    work->options.edition = EDITION_INTERNAL;
    assert_true(run(work));
    assert_non_null(strstr(text_of(work, "frigivet.csv"), "andelen,nord,2022,,,open,,final,"));
    assert_int_equal(stat(work->options.output, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0700);
}

/* All of one area and none of the other are shown, so the three left are of the rest. */
static void what_cannot_be_protected_leaves_the_earlier_edition(void **state)
{
    struct work *work = *state;
    assert_true(run(work));
    const char *before = text_of(work, "resultater.csv");
    plan_folder_figures(work->plan, FIGURES "andelen;by;2023;;43;165;;;\n"
                                            "andelen;nord;2023;;40;40;;;\n"
                                            "andelen;syd;2023;;0;25;;;\n");
    assert_false(run(work));
    assert_int_equal(work->plan->diagnostics.of_kind[PROBLEM_DISCLOSURE], 1);
    assert_int_equal(diagnostics_exit_status(&work->plan->diagnostics, false, false), 4);
    assert_string_equal(text_of(work, "resultater.csv"), before);
    work->options.edition = EDITION_INTERNAL;
    assert_true(run(work));
}

static void a_fault_in_the_input_leaves_the_earlier_edition(void **state)
{
    struct work *work = *state;
    assert_true(run(work));
    const char *before = text_of(work, "resultater.csv");
    plan_folder_figures(work->plan, FIGURES "andelen;nord;2023;;x;70;;;\n");
    assert_false(run(work));
    assert_string_equal(text_of(work, "resultater.csv"), before);
    assert_int_equal(diagnostics_exit_status(&work->plan->diagnostics, false, false), 3);
}

/* The same with files of so many bytes at most, as on a full disk. */
static bool run_with_room(struct work *work, rlim_t bytes)
{
    struct rlimit before, limit;
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    fflush(NULL);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    limit = before;
    limit.rlim_cur = bytes;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    bool published = run(work);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, handler);
    return published;
}

static void a_disk_that_is_full_leaves_the_earlier_edition(void **state)
{
    static const rlim_t rooms[] = {0, 1000, 6000};
    struct work *work = *state;
    assert_true(run(work));
    const char *before = text_of(work, "manifest.json");
    work->options.language = LANGUAGE_ENGLISH;
    for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++) {
        assert_false(run_with_room(work, rooms[i]));
        assert_int_equal(diagnostics_exit_status(&work->plan->diagnostics, false, false), 6);
        assert_string_equal(text_of(work, "manifest.json"), before);
        assert_false(exists(arena_printf(work->plan->arena, "%s/.udgave.ny", work->root)));
    }
}

static void keep_going_leaves_out_the_faulty_series_alone(void **state)
{
    struct work *work = *state;
    work->options.keep_going = true;
    plan_folder_figures(work->plan, FIGURES "andelen;nord;2023;;x;70;;;\n");
    assert_true(run(work));
    const char *results = text_of(work, "resultater.csv");
    assert_non_null(
        strstr(results, "andelen,nord,,2021,2021,2021,level,,,,,pct.,1,,,,,na,left_out"));
    assert_non_null(strstr(results, "andelen,syd,,2021,2021,2021,level,"));
    assert_non_null(strstr(text_of(work, "bemaerkninger.csv"), FIGURES_FILE ";8;20;udeladt;"));
    assert_non_null(strstr(text_of(work, "manifest.json"), "\"keep_going\": true"));
}

static void a_fault_of_the_whole_plan_stops_even_a_run_that_keeps_going(void **state)
{
    struct work *work = *state;
    work->options.keep_going = true;
    plan_folder_write(work->plan, "plan.csv", BASE_PLAN "konfidens;5\n");
    assert_false(run(work));
    assert_false(exists(work->options.output));
}

static void a_target_that_may_not_be_replaced_is_left_alone(void **state)
{
    struct work *work = *state;
    work->options.output = work->plan->path;
    assert_false(run(work));
    assert_int_equal(work->plan->diagnostics.of_kind[PROBLEM_USAGE], 1);
    assert_true(exists(plan_folder_file(work->plan, "plan.csv")));
}

#define PIPELINE_TEST(test) cmocka_unit_test_setup_teardown(test, start, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PIPELINE_TEST(loading_gives_the_catalogue_and_its_cells),
        PIPELINE_TEST(problems_are_in_the_order_of_the_files),
        PIPELINE_TEST(without_indicators_or_areas_no_figures_are_read),
        PIPELINE_TEST(a_section_without_its_area_is_a_fault_and_no_more),
        PIPELINE_TEST(remarks_on_the_figures_follow_the_edition),
        PIPELINE_TEST(a_run_publishes_every_file_of_the_edition),
        PIPELINE_TEST(two_runs_give_the_same_bytes),
        PIPELINE_TEST(a_shared_edition_hides_and_an_internal_one_does_not),
        PIPELINE_TEST(what_cannot_be_protected_leaves_the_earlier_edition),
        PIPELINE_TEST(a_fault_in_the_input_leaves_the_earlier_edition),
        PIPELINE_TEST(a_disk_that_is_full_leaves_the_earlier_edition),
        PIPELINE_TEST(keep_going_leaves_out_the_faulty_series_alone),
        PIPELINE_TEST(a_fault_of_the_whole_plan_stops_even_a_run_that_keeps_going),
        PIPELINE_TEST(a_target_that_may_not_be_replaced_is_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
