/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/plausibility.h"

#include "plausible_bench.h"

static const double holed[] = {500, -1, 500}, steady[] = {500, 500, 500};

/* A hole, and a name that its unit contradicts: findings of two modules, in the order of lines. */
static void write_plan(struct plan_folder *folder)
{
    plan_folder_write(folder, "indikatorer.csv",
                      BASE_INDICATORS "forkert;Andel af noget;andel;personer;op;kalenderår;K\n");
    const char *rows = with_years(folder, OTHER_FIGURES, "andelen;by", YEARS(2019, holed, 1000));
    rows = with_years(folder, rows, "andelen;nord", YEARS(2019, steady, 1000));
    plan_folder_figures(folder, with_years(folder, rows, "forkert;by", YEARS(2019, steady, 1000)));
}

static void every_remark_is_there_and_in_order(void **state)
{
    struct plan_folder *folder = *state;
    write_plan(folder);
    remark_on(folder, EDITION_INTERNAL, plausibility_remark);
    assert_problem_count(folder, 2);
    assert_int_equal(folder->diagnostics.items[0].at.line, 2);
    assert_int_equal(folder->diagnostics.items[1].at.line, 7);
    assert_string_equal(folder->diagnostics.items[0].at.file, "indikatorer.csv");
    assert_remark(folder, "»andelen« i »by« har ingen række for 2020 · ");
    assert_remark(folder, "»forkert« hedder en andel, men enheden er hverken pct. eller promille");
}

/* What stands among the remarks before is sorted in. */
static void other_remarks_are_sorted_in(void **state)
{
    struct plan_folder *folder = *state;
    write_plan(folder);
    struct released_table table = plan_folder_release(folder, EDITION_SHARED);
    plan_folder_forget_problems(folder);
    diagnostics_report(&folder->diagnostics, PROBLEM_REMARK,
                       (struct location){.file = "observationer/a.csv"}, "a", "a");
    diagnostics_report(&folder->diagnostics, PROBLEM_REMARK, (struct location){.file = "brud.csv"},
                       "b", "b");
    plausibility_remark(&folder->diagnostics, &table);
    assert_problem_count(folder, 4);
    assert_string_equal(folder->diagnostics.items[0].text, "b");
    assert_string_equal(folder->diagnostics.items[3].text, "a");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(every_remark_is_there_and_in_order),
        PLAN_FOLDER_TEST(other_remarks_are_sorted_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
