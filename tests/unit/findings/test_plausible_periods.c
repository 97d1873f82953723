/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/plausible_periods.h"

#include "plausible_bench.h"

static void remark(struct plan_folder *folder, const char *rows)
{
    plan_folder_figures(folder, rows);
    remark_on(folder, EDITION_INTERNAL, plausible_periods_remark);
}

static const double all_years[] = {500, 500, 500, 500, 500, 500, 500, 500};

static void holes_are_named_once_for_areas_that_share_them(void **state)
{
    static const double one[] = {500, -1, 500, 500, 500, 500, 500, 500};
    static const double many[] = {500, 500, -1, -1, -1, -1, 500, 500};
    struct plan_folder *folder = *state;
    const char *rows = with_years(folder, OTHER_FIGURES, "andelen;by", YEARS(2014, one, 1000));
    rows = with_years(folder, rows, "andelen;nord", YEARS(2014, one, 1000));
    remark(folder, rows);
    assert_problem_count(folder, 1);
    assert_remark(folder, "»andelen« i alle områder har ingen række for 2015 · ");
    rows = with_years(folder, rows, "andelen;syd", YEARS(2014, many, 1000));
    remark(folder, rows);
    assert_problem_count(folder, 2);
    assert_remark(folder, "»andelen« i »by«, »nord« har ingen række for 2015 · ");
    assert_remark(folder, "»andelen« i »syd« har ingen række for 2016, 2017, 2018 og 1 til · ");
}

/* A row that says why, a hidden figure, dates and surveys are no holes. */
static void what_is_no_hole(void **state)
{
    static const double one[] = {500, -1, 500, 500, 500, 500, 500, 500};
    struct plan_folder *folder = *state;
    const char *rows = with_years(folder, OTHER_FIGURES, "andelen;by", YEARS(2014, one, 1000));
    rows = with_years(folder, rows, "andelen;nord", YEARS(2014, all_years, 1000));
    rows = arena_printf(folder->arena, "%sandelen;by;2015;;;;;;mangler\n", rows);
    rows = arena_printf(folder->arena,
                        "%ssvarene;nord;2014;;;50;50;;\nsvarene;nord;2015;;;50;50;;"
                        "\nsvarene;nord;2019;;;50;50;;\n",
                        rows);
    remark(folder, rows);
    assert_problem_count(folder, 0);
    plan_folder_write(folder, "indikatorer.csv", INDICATORS_HEADER "a;A;andel;pct.;op;dato;K\n");
    remark(folder, "a;by;2014-01-01;;500;1000;;;\na;by;2015-01-01;;500;1000;;;\n"
                   "a;by;2019-01-01;;500;1000;;;\n");
    assert_problem_count(folder, 0);
}

static void a_series_every_second_year_has_no_holes(void **state)
{
    static const double second[] = {500, -1, 500, -1, 500, -1, -1, -1, 500};
    struct plan_folder *folder = *state;
    remark(folder, with_years(folder, OTHER_FIGURES, "andelen;by", YEARS(2014, second, 1000)));
    assert_problem_count(folder, 1);
    assert_remark(folder, "»andelen« i »by« har ingen række for 2020 · ");
}

/* Elections given by year: nobody can say which one is missing. */
static void irregular_years_have_no_holes(void **state)
{
    static const double elections[] = {500, -1, -1, -1, 500, -1, -1, -1, 500, -1, -1, 500};
    static const double rare[] = {500, 500, -1, -1, 500, -1, -1, -1, 500, -1, -1, 500};
    struct plan_folder *folder = *state;
    const char *rows =
        with_years(folder, OTHER_FIGURES, "andelen;by", YEARS(2011, elections, 1000));
    remark(folder, with_years(folder, rows, "andelen;nord", YEARS(2011, elections, 1000)));
    assert_problem_count(folder, 0);
    remark(folder, with_years(folder, OTHER_FIGURES, "andelen;by", YEARS(2011, rare, 1000)));
    assert_problem_count(folder, 0);
}

static void school_years_and_quarters_have_holes_too(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "indikatorer.csv",
                      INDICATORS_HEADER
                      "a;A;andel;pct.;op;skoleår;K\nb;B;andel;pct.;op;kvartal;K\n");
    remark(folder,
           "a;by;ukendt;;500;1000;;;\na;by;2014/15;;500;1000;;;\n"
           "a;by;2015/16;;500;1000;;;\na;by;2017/18;;500;1000;;;\n"
           "b;by;2019K3;;500;1000;;;\nb;by;2019K4;;500;1000;;;\nb;by;2020K2;;500;1000;;;\n");
    assert_problem_count(folder, 2);
    assert_remark(folder, "»a« i »by« har ingen række for 2016/17 · ");
    assert_remark(folder, "»b« i »by« har ingen række for 2020K1 · ");
}

static void areas_without_figures_up_to_the_baseline_year_are_named(void **state)
{
    static const char *const late = "andelen;by;2022;;500;1000;;;\nandelen;nord;2022;;50;100;;;\n"
                                    "andelen;syd;2022;;50;100;;;\n";
    struct plan_folder *folder = *state;
    remark(folder, arena_printf(folder->arena, "%s%s", late, OTHER_FIGURES));
    assert_problem_count(folder, 1);
    assert_remark(folder, "»andelen« i alle områder har ingen række i basisåret eller før");
    remark(folder, arena_printf(folder->arena,
                                "%s%sandelen;by;2021;;500;1000;;;\n"
                                "andelen;nord;2021;;3;100;;;\n"
                                "andelen;syd;2023;;50;100;;;\n",
                                late, OTHER_FIGURES));
    assert_problem_count(folder, 1);
    assert_remark(folder, "»andelen« i »syd« har ingen række i basisåret eller før");
}

/* That a figure is there is known of hidden figures too, so both editions say the same. */
static void hidden_figures_count_as_figures(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;by;2021;;500;1000;;;\nandelen;nord;2021;;3;100;;;\n"
                                "andelen;syd;2021;;3;100;;;\nandelen;nord;2020;;50;100;;;\n"
                                "andelen;nord;2022;;50;100;;;\n" OTHER_FIGURES);
    remark_on(folder, EDITION_SHARED, plausible_periods_remark);
    assert_problem_count(folder, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(holes_are_named_once_for_areas_that_share_them),
        PLAN_FOLDER_TEST(what_is_no_hole),
        PLAN_FOLDER_TEST(a_series_every_second_year_has_no_holes),
        PLAN_FOLDER_TEST(irregular_years_have_no_holes),
        PLAN_FOLDER_TEST(school_years_and_quarters_have_holes_too),
        PLAN_FOLDER_TEST(areas_without_figures_up_to_the_baseline_year_are_named),
        PLAN_FOLDER_TEST(hidden_figures_count_as_figures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
