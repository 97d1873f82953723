/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/plausible_ages.h"

#include "plausible_bench.h"

/* Rows of `andelen` in `nord`: everybody, 0 for no such row, and a list of groups as `15-19 100;`. */
static const char *year(struct plan_folder *folder, int of, int everybody, const char *groups)
{
    const char *rows = everybody ? arena_printf(folder->arena, "andelen;nord;%d;;%d;%d;;;\n", of,
                                                everybody / 2, everybody)
                                 : "";
    while (*groups) {
        const char *persons = strchr(groups, ':') + 1;
        rows = arena_printf(folder->arena, "%sandelen;nord;%d;%.*s;%d;%d;;;\n", rows, of,
                            (int)(persons - 1 - groups), groups, atoi(persons) / 2, atoi(persons));
        groups = strchr(groups, ' ') ? strchr(groups, ' ') + 1 : "";
    }
    return rows;
}

static const char *years(struct plan_folder *folder, int everybody, const char *first,
                         const char *second, const char *third)
{
    return arena_printf(folder->arena, "%s%s%s", year(folder, 2020, everybody, first),
                        year(folder, 2021, everybody, second),
                        year(folder, 2022, everybody, third));
}

static void remark(struct plan_folder *folder, const char *rows)
{
    plan_folder_figures(folder, rows);
    remark_on(folder, EDITION_INTERNAL, plausible_ages_remark);
}

static const char *const whole = "15-19:100 20-24:120 25-29:140";

static void groups_that_add_up_leave_no_age_out(void **state)
{
    struct plan_folder *folder = *state;
    const char *holed = "15-19:100 20-23:120 25-29:140";
    remark(folder, years(folder, 360, holed, holed, holed));
    assert_problem_count(folder, 1);
    assert_remark(folder, "»andelen« i »nord« for 2020, 2021, 2022: alderen 24 er hverken med i "
                          "»20-23« eller »25-29«");
    assert_string_equal(folder->diagnostics.items[0].at.file, FIGURES_FILE);
    assert_int_equal(folder->diagnostics.items[0].at.line, 4);
    remark(folder, year(folder, 2020, 360, "15-19:100 20-24:120 35-49:140"));
    assert_problem_count(folder, 1);
    assert_remark(folder, "alderen 25-34 er hverken med i »20-24« eller »35-49«");
}

static void groups_that_leave_nobody_out_are_passed_over(void **state)
{
    struct plan_folder *folder = *state;
    remark(folder, years(folder, 360, whole, "15-29:360 15-24:220 25-29:140",
                         "15-19:100 20-24:120 25-29:140 15-24:220"));
    assert_problem_count(folder, 0);
    /* nobody is of the group between, or it has no figure */
    remark(folder, arena_printf(folder->arena, "%s%sandelen;nord;2021;20-24;;;;;mangler\n",
                                year(folder, 2020, 240, "15-19:100 20-24:0 25-29:140"),
                                year(folder, 2021, 240, "15-19:100 25-29:140")));
    assert_problem_count(folder, 0);
    remark(folder, years(folder, 360, "0-17:100 18+:260", "x:100 y:260", "0-17:100 17:10 18+:260"));
    assert_problem_count(folder, 0);
    /* as it is meant */
    remark(folder, "andelen;nord;2020;;180;360;;;\nandelen;nord;2020;under 18 år;50;100;;;\n"
                   "andelen;nord;2020;Over 18 år;130;260;;;\n");
    assert_problem_count(folder, 0);
    /* up to the oldest age that there is */
    remark(folder, year(folder, 2020, 360, "0:100 1-199:120 200+:140"));
    assert_problem_count(folder, 0);
    remark(folder, year(folder, 2020, 360, "0-200:100 200+:120 1-300:140"));
    assert_problem_count(folder, 0);
    /* persons beyond the groups may be of the ages between */
    remark(folder, year(folder, 2020, 480, "15-19:100 20-23:120 25-29:140"));
    assert_problem_count(folder, 0);
}

static void a_group_that_ends_otherwise_than_in_other_periods_is_named(void **state)
{
    struct plan_folder *folder = *state;
    remark(folder, years(folder, 900, whole, "15-19:100 20-23:120 25-29:140",
                         "15-19:100 20-24:120 26-29:140"));
    assert_problem_count(folder, 2);
    assert_remark(folder, "for 2021: alderen 24 er hverken med i »20-23« eller »25-29«");
    assert_remark(folder, "for 2022: alderen 25 er hverken med i »20-24« eller »26-29«");
    /* though wider groups hold the age */
    remark(folder, years(folder, 900, "15-29:360 15-24:220 25-29:140",
                         "15-29:360 15-23:220 25-29:140", "15-29:360 15-24:220 25-29:140"));
    assert_problem_count(folder, 1);
    assert_remark(folder, "for 2021: alderen 24 er hverken med i »15-23« eller »25-29«");
}

static void other_groups_in_other_periods_are_passed_over(void **state)
{
    struct plan_folder *folder = *state;
    /* a hole that all have, a group that is not there, a wider one instead, one more beside it */
    remark(folder, years(folder, 0, "15-19:100 25-29:140", "15-19:100 25-29:140",
                         "15-19:100 25-29:140 30-49:200"));
    assert_problem_count(folder, 0);
    remark(folder, years(folder, 0, whole, "15-19:100 25-29:140", whole));
    assert_problem_count(folder, 0);
    remark(folder, years(folder, 0, "15-24:100 25-29:140", "15-19:90 25-29:140", whole));
    assert_problem_count(folder, 0);
    remark(folder, years(folder, 0, "15-29:360 30-39:100", "15-24:220 30-39:100", whole));
    assert_problem_count(folder, 0);
    remark(folder, years(folder, 0, "18-20:30 18-22:50 23-29:70", "18-20:30 23-29:70", whole));
    assert_problem_count(folder, 0);
    remark(folder, years(folder, 0, whole, "20-23:90 20-24:120 25-29:140", whole));
    assert_problem_count(folder, 0);
    remark(folder, years(folder, 0, "20-24:120 26-35:300", "20-23:90 25-29:140", "x:10"));
    assert_problem_count(folder, 0);
}

/* What the groups are called is no secret; that they add up is told only where they are open. */
static void hidden_groups_are_not_added_up(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;nord;2020;;50;363;;;\nandelen;nord;2020;15-19;20;100;;;\n"
                                "andelen;nord;2020;20-23;1;3;;;\n"
                                "andelen;nord;2020;25-29;29;260;;;\n");
    remark_on(folder, EDITION_INTERNAL, plausible_ages_remark);
    assert_problem_count(folder, 1);
    remark_on(folder, EDITION_SHARED, plausible_ages_remark);
    assert_problem_count(folder, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(groups_that_add_up_leave_no_age_out),
        PLAN_FOLDER_TEST(groups_that_leave_nobody_out_are_passed_over),
        PLAN_FOLDER_TEST(a_group_that_ends_otherwise_than_in_other_periods_is_named),
        PLAN_FOLDER_TEST(other_groups_in_other_periods_are_passed_over),
        PLAN_FOLDER_TEST(hidden_groups_are_not_added_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
