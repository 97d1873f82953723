/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/plausible_sizes.h"

#include "plausible_bench.h"

/* Rows of given values a year from 2020 on. */
static const char *with_values(struct plan_folder *folder, const char *rows, const char *place,
                               const char *const *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        rows = arena_printf(folder->arena, "%s%s;%zu;;;;%s;;\n", rows, place, 2020 + i, values[i]);
    return rows;
}

#define VALUES(folder, place, ...)                                                                 \
    with_values((folder), OTHER_FIGURES, (place), (const char *const[]){__VA_ARGS__},              \
                sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static void remark(struct plan_folder *folder, const char *rows)
{
    plan_folder_figures(folder, rows);
    remark_on(folder, EDITION_INTERNAL, plausible_sizes_remark);
}

static void a_lost_and_a_misplaced_comma_are_named(void **state)
{
    struct plan_folder *folder = *state;
    remark(folder, VALUES(folder, "tallet;nord", "325000", "331000", "32900000"));
    assert_problem_count(folder, 1);
    assert_remark(folder, "»tallet« i »nord«: tallet for 2022 er mere end 8 gange så stort som");
    remark(folder, VALUES(folder, "tallet;nord", "5,4", "54", "5,6", "5,5"));
    assert_problem_count(folder, 1);
    assert_remark(folder, "»tallet« i »nord«: tallet for 2021 er mere end 8 gange så stort som");
    remark(folder, VALUES(folder, "tallet;nord", "7,12", "70,4", "71,2"));
    assert_problem_count(folder, 1);
    assert_remark(folder, "»tallet« i »nord«: tallet for 2020 er mindre end en ottendedel af");
}

static void areas_with_the_same_period_are_one_remark(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = VALUES(folder, "tallet;nord", "5,4", "54", "5,6");
    remark(folder, with_values(folder, rows, "tallet;syd", (const char *[]){"5", "55", "6"}, 3));
    assert_problem_count(folder, 1);
    assert_remark(folder, "»tallet« i »nord«, »syd«: tallet for 2021");
}

/* No more than 8 times, only two figures, one that is not above 0, and two that stand out. */
static void others_are_not_named(void **state)
{
    struct plan_folder *folder = *state;
    remark(folder, VALUES(folder, "tallet;nord", "5,5", "5,5", "44"));
    assert_problem_count(folder, 0);
    remark(folder, VALUES(folder, "tallet;nord", "5,5", "55,5"));
    assert_problem_count(folder, 0);
    remark(folder, VALUES(folder, "tallet;nord", "0", "55,5", "55,5"));
    assert_problem_count(folder, 0);
    remark(folder, VALUES(folder, "tallet;nord", "-5,5", "2", "55,5"));
    assert_problem_count(folder, 0);
    remark(folder, VALUES(folder, "tallet;nord", "5,5", "55,5", "5,5", "55,5"));
    assert_problem_count(folder, 0);
}

static void counts_are_held_up_against_their_chance(void **state)
{
    static const double many[] = {300, 310, 4}, few[] = {1, 2, 20}, lost[] = {3, 4, 60};
    struct plan_folder *folder = *state;
    remark(folder, with_years(folder, OTHER_FIGURES, "andelen;nord", YEARS(2020, many, 1000)));
    assert_problem_count(folder, 1);
    assert_remark(folder, "»andelen« i »nord«: tallet for 2022 er mindre end en ottendedel");
    remark(folder, with_years(folder, OTHER_FIGURES, "raten;nord", YEARS(2020, few, 1000)));
    assert_problem_count(folder, 0);
    remark(folder, with_years(folder, OTHER_FIGURES, "raten;nord", YEARS(2020, lost, 1000)));
    assert_problem_count(folder, 1);
    remark(folder, VALUES(folder, "tallet;nord", "1", "2", "20"));
    assert_problem_count(folder, 0);
    remark(folder, VALUES(folder, "tallet;nord", "1", "1,5", "20"));
    assert_problem_count(folder, 1);
}

/* The persons are ten times too many in one year: the share falls to a tenth, or stays. */
static void shares_are_compared_on_their_persons(void **state)
{
    struct plan_folder *folder = *state;
    remark(folder, OTHER_FIGURES "andelen;nord;2020;;300;1000;;;\nandelen;nord;2021;;300;1000;;;\n"
                                 "andelen;nord;2022;;300;10000;;;\n");
    assert_problem_count(folder, 2);
    remark(folder, OTHER_FIGURES "andelen;nord;2020;;30;100;;;\nandelen;nord;2021;;30;100;;;\n"
                                 "andelen;nord;2022;;300;1000;;;\n");
    assert_problem_count(folder, 1);
    assert_remark(folder, "»andelen« i »nord«: antallet af personer (nævneren) for 2022 er mere");
}

static void persons_of_another_size_are_named_where_they_change(void **state)
{
    static const struct {
        double persons[5];
        const char *says; /* NULL: nothing */
    } cases[] = {{{100, 1000, 100, 100, 100}, "for 2021 er"},
                 {{1000, 100, 1000, 1000, 1000}, "for 2021 er"},
                 {{100, 100, 1000, 1000, 1000}, "for 2022 er"},
                 {{1000, 1000, 1000, 1000, 100}, "for 2024 er"},
                 {{100, 800, 800, 800, 800}, NULL},
                 {{2, 18, 2, 18, 2}, NULL}}; /* by chance */
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *rows = OTHER_FIGURES;
        for (int year = 0; year < 5; year++) {
            double n = cases[i].persons[year];
            rows = arena_printf(folder->arena, "%sandelen;nord;%d;;%.0f;%.0f;;;\n", rows,
                                2020 + year, n / 2, n);
        }
        plan_folder_write(folder, "brud.csv", "indikator;område;periode;årsag\n");
        remark(folder, rows);
        assert_problem_count(folder, cases[i].says ? 1 : 0);
        if (cases[i].says)
            assert_remark(folder, cases[i].says);
        plan_folder_write(folder, "brud.csv",
                          "indikator;område;periode;årsag\nandelen;;2021;X\nandelen;;2022;X\n"
                          "andelen;;2024;X\n");
        remark(folder, rows);
        assert_problem_count(folder, 0);
    }
}

static void a_break_explains_it(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "brud.csv", "indikator;område;periode;årsag\ntallet;;2023;X\n");
    remark(folder, VALUES(folder, "tallet;nord", "5,4", "5,5", "5,6", "54", "55,1", "54,8"));
    assert_problem_count(folder, 0);
    remark(folder, VALUES(folder, "tallet;nord", "5,4", "5,5", "5,6", "55", "550,1", "54,8"));
    assert_problem_count(folder, 1);
    assert_remark(folder, "»tallet« i »nord«: tallet for 2024 er mere end");
}

static void groups_are_series_of_their_own(void **state)
{
    struct plan_folder *folder = *state;
    remark(folder, OTHER_FIGURES "tallet;nord;2020;;;;5,4;;\ntallet;nord;2020;mænd;;;54;;\n"
                                 "tallet;nord;2021;mænd;;;55;;\ntallet;nord;2022;mænd;;;5,4;;\n");
    assert_problem_count(folder, 1);
    assert_remark(folder, "»tallet« i »nord«: tallet for 2022, »mænd« er mindre end");
}

/* A hidden figure is neither named nor one of the others. */
static void a_hidden_figure_is_not_looked_at(void **state)
{
    static const double small[] = {300, 310, 2}, other[] = {300, 310, 3};
    struct plan_folder *folder = *state;
    const char *rows = with_years(folder, OTHER_FIGURES, "andelen;nord", YEARS(2020, small, 1000));
    remark(folder, with_years(folder, rows, "andelen;syd", YEARS(2020, other, 1000)));
    assert_problem_count(folder, 1);
    remark_on(folder, EDITION_SHARED, plausible_sizes_remark);
    assert_problem_count(folder, 0);
}

/* What the long series' jumps say already is not said twice, first or last year alike. */
static void a_jump_is_not_said_again(void **state)
{
    static const double last[] = {300, 310, 295, 305, 300, 310, 295, 305, 20};
    static const double first[] = {20, 310, 295, 305, 300, 310, 295, 305, 300};
    static const double short_series[] = {300, 310, 295, 20};
    struct plan_folder *folder = *state;
    remark(folder, with_years(folder, OTHER_FIGURES, "andelen;by", YEARS(2012, last, 1000)));
    assert_problem_count(folder, 0);
    remark(folder, with_years(folder, OTHER_FIGURES, "andelen;by", YEARS(2012, first, 1000)));
    assert_problem_count(folder, 0);
    remark(folder,
           with_years(folder, OTHER_FIGURES, "andelen;by", YEARS(2012, short_series, 1000)));
    assert_problem_count(folder, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_lost_and_a_misplaced_comma_are_named),
        PLAN_FOLDER_TEST(areas_with_the_same_period_are_one_remark),
        PLAN_FOLDER_TEST(others_are_not_named),
        PLAN_FOLDER_TEST(counts_are_held_up_against_their_chance),
        PLAN_FOLDER_TEST(shares_are_compared_on_their_persons),
        PLAN_FOLDER_TEST(persons_of_another_size_are_named_where_they_change),
        PLAN_FOLDER_TEST(a_break_explains_it),
        PLAN_FOLDER_TEST(groups_are_series_of_their_own),
        PLAN_FOLDER_TEST(a_hidden_figure_is_not_looked_at),
        PLAN_FOLDER_TEST(a_jump_is_not_said_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
