/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700 /* nftw */
#include "pejling/program/command_run.h"

#include "plan_folder.h"

#include <ftw.h>
#include <limits.h>

#define MOST_OUTPUT 4096

/* A plan folder inside a folder of its own, which is the current one while the test runs. */
struct place_of_work {
    struct plan_folder *plan;
    const char *root, *name; /* of the plan folder, in root */
    char before[PATH_MAX];
    char output[MOST_OUTPUT];
    int status;
};

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status, (void)kind, (void)place;
    return remove(path);
}

static int start(void **state)
{
    struct plan_folder *plan = plan_folder_new();
    struct place_of_work *work = arena_alloc(plan->arena, 1, sizeof *work);
    work->plan = plan;
    work->root = arena_printf(plan->arena, "%s.rod", plan->path);
    work->name = strrchr(plan->path, '/') + 1;
    assert_int_equal(mkdir(work->root, 0700), 0);
    const char *moved = arena_printf(plan->arena, "%s/%s", work->root, work->name);
    assert_int_equal(rename(plan->path, moved), 0);
    plan->path = moved;
    plan_folder_figures(plan, "andelen;by;2020;;500;1000;;;\n" OTHER_FIGURES);
    assert_non_null(getcwd(work->before, sizeof work->before));
    assert_int_equal(chdir(work->root), 0);
    setenv("PEJLING_GNUPLOT", "/nonexistent/gnuplot", 1); /* figures have tests of their own */
    *state = work;
    return 0;
}

static int end(void **state)
{
    struct place_of_work *work = *state;
    int returned = chdir(work->before);
    nftw(work->root, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
    unsetenv("PEJLING_GNUPLOT");
    arena_free(work->plan->arena);
    return returned;
}

static bool exists(const char *path)
{
    return access(path, F_OK) == 0;
}

/* Runs `pejling run PLAN`; returns what it says on standard output. */
static const char *run(struct place_of_work *work, const char *plan, struct command_line line)
{
    FILE *file = tmpfile();
    plan_folder_forget_problems(work->plan);
    line.diagnostics = &work->plan->diagnostics;
    line.words[0] = "run";
    line.words[1] = plan;
    line.word_count = 2;
    fflush(stdout);
    int kept = dup(STDOUT_FILENO);
    assert_true(file && kept >= 0 && dup2(fileno(file), STDOUT_FILENO) >= 0);
    work->status = command_run(&line);
    fflush(stdout);
    dup2(kept, STDOUT_FILENO);
    close(kept);
    rewind(file);
    work->output[fread(work->output, 1, MOST_OUTPUT - 1, file)] = '\0';
    fclose(file);
    return work->output;
}

static void without_o_the_edition_goes_to_out_and_the_plans_name(void **state)
{
    struct place_of_work *work = *state;
    struct arena *arena = work->plan->arena;
    const char *const ways[] = {
        work->name,
        arena_printf(arena, "%s/", work->name),
        arena_printf(arena, "./%s///", work->name),
        work->plan->path,
    };
    const char *page = arena_printf(arena, "out/%s/seminar.html", work->name);
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        const char *said = run(work, ways[i], (struct command_line){0});
        assert_true(exists(page));
        assert_string_equal(said,
                            arena_printf(arena, "Færdig: %s · bemærkninger til data: 0\n", page));
        assert_int_equal(unlink(page), 0);
    }
}

static void a_dot_has_the_name_of_its_folder(void **state)
{
    struct place_of_work *work = *state;
    const char *page = arena_printf(work->plan->arena, "out/%s/seminar.html", work->name);
    assert_int_equal(chdir(work->name), 0);
    run(work, ".", (struct command_line){0});
    assert_true(exists(page));
    assert_int_equal(mkdir("noter", 0700), 0);
    assert_int_equal(chdir("noter"), 0);
    run(work, "..", (struct command_line){0});
    assert_true(exists(page));
    assert_int_equal(chdir("../observationer"), 0);
    run(work, "..", (struct command_line){0});
    assert_false(exists(page)); /* files of figures are read from here */
}

static void with_o_the_edition_goes_there(void **state)
{
    struct place_of_work *work = *state;
    const char *said = run(work, work->name, (struct command_line){.output = "ny/udgave"});
    assert_true(exists("ny/udgave/resultater.csv"));
    assert_false(exists("out"));
    assert_string_equal(said, "Færdig: ny/udgave/seminar.html · bemærkninger til data: 0\n");
}

static void a_missing_gnuplot_gives_status_5_and_an_edition(void **state)
{
    struct place_of_work *work = *state;
    run(work, work->name, (struct command_line){.output = "ud"});
    assert_int_equal(work->status, 5);
    assert_true(exists("ud/seminar.html") && exists("ud/tabeller/opfoelgning.csv"));
    assert_true(work->plan->diagnostics.of_kind[PROBLEM_TOOL] > 0);
}

static void remarks_are_counted_and_pointed_to(void **state)
{
    struct place_of_work *work = *state;
    plan_folder_write(work->plan, "observationer/noter.txt", "x");
    const char *said = run(work, work->name, (struct command_line){.output = "ud"});
    assert_string_equal(said, "Færdig: ud/seminar.html · bemærkninger til data: 1 "
                              "(bemaerkninger.csv)\n");
    work->plan->diagnostics.language = LANGUAGE_ENGLISH;
    said = run(work, work->name, (struct command_line){.output = "ud"});
    assert_string_equal(said,
                        "Done: ud/seminar.html · remarks on the data: 1 (bemaerkninger.csv)\n");
}

static void a_fault_publishes_nothing_and_says_nothing_of_an_edition(void **state)
{
    struct place_of_work *work = *state;
    plan_folder_figures(work->plan, "andelen;nord;20222;;1;20;;;\n");
    assert_string_equal(run(work, work->name, (struct command_line){.output = "ud"}), "");
    assert_int_equal(work->status, 3);
    assert_false(exists("ud"));
    assert_false(exists(".ud.ny"));
}

static void keep_going_says_that_something_is_left_out(void **state)
{
    struct place_of_work *work = *state;
    plan_folder_figures(work->plan, "andelen;nord;20222;;1;20;;;\nandelen;by;2022;;1;20;;;\n");
    const char *said =
        run(work, work->name, (struct command_line){.output = "ud", .keep_going = true});
    assert_non_null(strstr(said, "\nSerier med fejl er udeladt"));
    assert_true(exists("ud/bemaerkninger.csv"));
    work->plan->diagnostics.language = LANGUAGE_ENGLISH;
    said = run(work, work->name, (struct command_line){.output = "ud", .keep_going = true});
    assert_non_null(strstr(said, "\nSeries with faults are left out"));
}

static void a_target_that_may_not_be_replaced_is_a_usage_error(void **state)
{
    struct place_of_work *work = *state;
    assert_string_equal(run(work, work->name, (struct command_line){.output = work->name}), "");
    assert_int_equal(work->status, 2);
    assert_true(exists(work->plan->path));
}

#define RUN_TEST(test) cmocka_unit_test_setup_teardown(test, start, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        RUN_TEST(without_o_the_edition_goes_to_out_and_the_plans_name),
        RUN_TEST(a_dot_has_the_name_of_its_folder),
        RUN_TEST(with_o_the_edition_goes_there),
        RUN_TEST(a_missing_gnuplot_gives_status_5_and_an_edition),
        RUN_TEST(remarks_are_counted_and_pointed_to),
        RUN_TEST(a_fault_publishes_nothing_and_says_nothing_of_an_edition),
        RUN_TEST(keep_going_says_that_something_is_left_out),
        RUN_TEST(a_target_that_may_not_be_replaced_is_a_usage_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
