/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700 /* nftw */
#include "pejling/program/summary_run.h"

#include "plan_folder.h"

#include "pejling/base/file.h"

#define MANY_AREAS                                                                                 \
    AREAS_HEADER "by;Byen;kommune;;;;;\n"                                                          \
                 "nord;Nordparken;område;by;;;;\n"                                                \
                 "syd;Sydparken;område;by;;;;\n"                                                  \
                 "havn;Havnen;kommune;;;;;\n"                                                      \
                 "kaj;Kajen;område;havn;;;;\n"                                                    \
                 "danmark;Danmark;land;;;;;\n"

struct work {
    struct plan_folder *plan;
    struct run_options options;
};

static int start(void **state)
{
    struct plan_folder *plan = plan_folder_new();
    struct work *work = arena_alloc(plan->arena, 1, sizeof *work);
    work->plan = plan;
    work->options = (struct run_options){.plan = plan->path,
                                         .output = arena_printf(plan->arena, "%s.ud", plan->path),
                                         .edition = EDITION_INTERNAL,
                                         .summary = true};
    plan_folder_write(plan, "plan.csv",
                      "nøgle;værdi\ntitel;T\nkommune;\nplanstart;2021-10-01\n"
                      "planslut;2025-09-30\nbasisår;2021\nudgave;2025\n");
    plan_folder_write(plan, "omraader.csv", MANY_AREAS);
    *state = work;
    return 0;
}

static int end(void **state)
{
    struct work *work = *state;
    file_remove_tree(work->options.output);
    plan_folder_free(work->plan);
    return 0;
}

/* Six years of every area. */
static void write_figures(struct work *work, const char *more)
{
    static const char *const areas[] = {"havn", "nord", "kaj", "danmark", "syd", "by"};
    const char *rows = "";
    for (int year = 2018; year < 2024; year++)
        for (int i = 0; i < 6; i++)
            rows = arena_printf(work->plan->arena, "%sandelen;%s;%d;;%d;%d;;;\n", rows, areas[i],
                                year, (i % 5 ? 1 : 30) * (30 + 7 * i + (year * (i + 2)) % 5),
                                i % 5 ? 100 : 4000);
    plan_folder_figures(work->plan, arena_printf(work->plan->arena, "%s%s", rows, more));
}

static bool run(struct work *work)
{
    plan_folder_forget_problems(work->plan);
    return summary_run(&work->plan->diagnostics, &work->options);
}

static const char *text_of(struct work *work, const char *name)
{
    const struct input_file file = {
        arena_printf(work->plan->arena, "%s/%s", work->options.output, name), name, PROBLEM_FILE};
    struct diagnostics quiet = {.arena = work->plan->arena};
    size_t length;
    return file_read(&quiet, &file, 1 << 24, &length);
}

/* How many rows begin so; `*first` is the place of the first. */
static size_t count_rows(const char *text, const char *beginning, size_t *first)
{
    size_t count = 0;
    for (const char *line = text; (line = strchr(line, '\n')); line++)
        if (strncmp(line + 1, beginning, strlen(beginning)) == 0 && count++ == 0)
            *first = (size_t)(line - text);
    return count;
}

static void each_municipality_is_a_block_in_the_order_of_codes(void **state)
{
    struct work *work = *state;
    size_t country = 0, town = 0, port = 0;
    write_figures(work, "");
    assert_true(run(work));
    const char *text = text_of(work, "sammenfatning.csv");
    assert_non_null(text);
    assert_true(count_rows(text, ",andelen,danmark,", &country) > 0);
    assert_true(count_rows(text, "by,andelen,nord,", &town) > 10);
    assert_true(count_rows(text, "havn,andelen,kaj,", &port) > 10);
    assert_true(country < town && town < port);
    assert_true(count_rows(text, "by,andelen,rest_by,", &town) > 0);
    assert_int_equal(count_rows(text, "by,andelen,kaj,", &town), 0);
    assert_null(text_of(work, "frigivet.csv")); /* that is of a shared edition */
    assert_non_null(text_of(work, "udgave.sha256"));
    work->options.edition = EDITION_SHARED;
    assert_true(run(work));
    assert_non_null(text_of(work, "frigivet.csv"));
}

static void problems_of_any_municipality_stop_it_and_nothing_is_published(void **state)
{
    struct work *work = *state;
    write_figures(work, "andelen;kaj;2023;;1;100;;;\n"); /* a second time */
    assert_false(run(work));
    assert_problem_count(work->plan, 5); /* and four indicators without figures */
    assert_null(text_of(work, "sammenfatning.csv"));
    work->options.keep_going = true;
    assert_true(run(work));
    const char *text = text_of(work, "sammenfatning.csv");
    size_t first = 0;
    assert_non_null(strstr(text, ",na,left_out\n"));
    assert_true(count_rows(text, "by,andelen,syd,", &first) > 10);
}

static void a_plan_that_cannot_be_read_is_none(void **state)
{
    struct work *work = *state;
    plan_folder_remove(work->plan, "omraader.csv");
    assert_false(run(work));
    assert_true(work->plan->diagnostics.of_kind[PROBLEM_INPUT] > 0);
    assert_null(text_of(work, "sammenfatning.csv"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_municipality_is_a_block_in_the_order_of_codes, start,
                                        end),
        cmocka_unit_test_setup_teardown(
            problems_of_any_municipality_stop_it_and_nothing_is_published, start, end),
        cmocka_unit_test_setup_teardown(a_plan_that_cannot_be_read_is_none, start, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
