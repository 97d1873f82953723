/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/plausible_sums.h"

#include "plausible_bench.h"

static void remark(struct plan_folder *folder, enum edition edition, const char *rows)
{
    plan_folder_write(folder, "omraader.csv",
                      BASE_AREAS "samlet;Alle;samlet;by;;;;\nn1;N1;afdeling;nord;;;;\n"
                                 "n2;N2;afdeling;nord;;;;\n");
    plan_folder_figures(folder, rows);
    remark_on(folder, edition, plausible_sums_remark);
}

static void parts_may_not_exceed_their_whole_though_some_are_missing(void **state)
{
    struct plan_folder *folder = *state;
    remark(folder, EDITION_INTERNAL,
           "raten;by;2020;;20;100;;;\nraten;nord;2020;;21;90;;;\n"
           "andelen;by;2020;;50;100;;;\nandelen;nord;2020;;50;100;;;\n"
           "andelen;nord;2021;;40;80;;;\nandelen;n1;2021;;40;81;;;\n"
           "andelen;n2;2021;;;;;;mangler\n");
    assert_problem_count(folder, 2);
    assert_remark(folder, "»raten« i »by« for 2020: delene er tilsammen mere end helheden");
    assert_remark(folder, "»andelen« i »nord« for 2021: delene er tilsammen mere end helheden");
}

/* Parts and whole meet in their periods, wherever either has a hole or one more. */
static void parts_are_added_in_their_own_periods(void **state)
{
    struct plan_folder *folder = *state;
    remark(folder, EDITION_INTERNAL,
           "andelen;nord;2017;;40;80;;;\nandelen;nord;2019;;40;80;;;\n"
           "andelen;nord;2020;;40;80;;;\nandelen;nord;2022;;40;80;;;\n"
           "andelen;n1;2016;;40;81;;;\nandelen;n1;2018;;40;81;;;\nandelen;n1;2019;;40;79;;;\n"
           "andelen;n1;2020;;40;81;;;\nandelen;n1;2021;;40;81;;;\nandelen;n1;2023;;40;81;;;\n");
    assert_problem_count(folder, 1);
    assert_remark(folder, "»andelen« i »nord« for 2020: delene er tilsammen mere end helheden");
}

/* A sum that has all its parts is remarked on where it is made. */
static void complete_sums_are_left_to_the_cells(void **state)
{
    struct plan_folder *folder = *state;
    remark(folder, EDITION_INTERNAL,
           "andelen;nord;2020;;40;80;;;\nandelen;n1;2020;;40;81;;;\n"
           "andelen;n2;2020;;40;81;;;\n");
    assert_problem_count(folder, 0);
}

/* `nord` is hidden, so that it is more than the municipality is not told. */
static void hidden_parts_are_not_added(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = "andelen;by;2020;;50;100;;;\nandelen;nord;2020;;3;101;;;\n"
                       "andelen;syd;2020;;;;;;mangler\n";
    remark(folder, EDITION_INTERNAL, rows);
    assert_problem_count(folder, 1);
    remark(folder, EDITION_SHARED, rows);
    assert_problem_count(folder, 0);
}

static void a_subgroup_is_no_more_than_everybody(void **state)
{
    struct plan_folder *folder = *state;
    remark(folder, EDITION_INTERNAL,
           "andelen;by;2020;;50;100;;;\nandelen;by;2020;unge;51;90;;;\n"
           "andelen;by;2021;;50;100;;;\nandelen;by;2021;unge;50;100;;;\n"
           "andelen;by;2022;unge;50;100;;;\n");
    assert_problem_count(folder, 1);
    assert_remark(folder, "»andelen« i »by« for 2020: en undergruppe er større end alle");
    /* those who left were among everybody of the year before, not of this one */
    remark(folder, EDITION_INTERNAL,
           "andelen;by;2020;;50;100;;;\nandelen;by;2021;;3;20;;;\n"
           "andelen;by;2021;fraflyttere;40;80;;;\n");
    assert_problem_count(folder, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(parts_may_not_exceed_their_whole_though_some_are_missing),
        PLAN_FOLDER_TEST(parts_are_added_in_their_own_periods),
        PLAN_FOLDER_TEST(complete_sums_are_left_to_the_cells),
        PLAN_FOLDER_TEST(hidden_parts_are_not_added),
        PLAN_FOLDER_TEST(a_subgroup_is_no_more_than_everybody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
