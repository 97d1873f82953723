/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/plausible_jumps.h"

#include "plausible_bench.h"

static const double spiked[] = {300, 310, 295, 600, 305, 290, 300, 310, 300};
static const double shifted[] = {300, 310, 295, 305, 600, 610, 590, 600, 595};

static void remark(struct plan_folder *folder, const char *rows)
{
    plan_folder_figures(folder, rows);
    remark_on(folder, EDITION_INTERNAL, plausible_jumps_remark);
}

static void a_spike_is_named_once_and_a_shift_with_both_years(void **state)
{
    struct plan_folder *folder = *state;
    remark(folder, with_years(folder, OTHER_FIGURES, "andelen;by", YEARS(2012, spiked, 1000)));
    assert_problem_count(folder, 1);
    assert_remark(folder, "»andelen« i »by«: tallet for 2015 ligger længere fra");
    remark(folder, with_years(folder, OTHER_FIGURES, "raten;nord", YEARS(2012, shifted, 1000)));
    assert_problem_count(folder, 1);
    assert_remark(folder, "»raten« i »nord« ændrer sig fra 2015 til 2016 mere, end");
}

static void few_persons_and_few_years_explain_it(void **state)
{
    static const double few[] = {6, 6, 6, 12, 6, 6, 6, 6, 6};
    static const double short_series[] = {300, 310, 295, 600, 305, 290};
    struct plan_folder *folder = *state;
    remark(folder, with_years(folder, OTHER_FIGURES, "andelen;by", YEARS(2012, few, 20)));
    assert_problem_count(folder, 0);
    remark(folder,
           with_years(folder, OTHER_FIGURES, "andelen;by", YEARS(2012, short_series, 1000)));
    assert_problem_count(folder, 0);
}

/* More than chance, and too little to matter. */
static void a_small_step_does_not_matter(void **state)
{
    static const double small[] = {30000, 30010, 29990, 33000, 30005, 29995, 30000, 30010, 30000};
    struct plan_folder *folder = *state;
    remark(folder, with_years(folder, OTHER_FIGURES, "andelen;by", YEARS(2012, small, 100000)));
    assert_problem_count(folder, 0);
}

static void a_break_explains_it(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "brud.csv", "indikator;område;periode;årsag\nandelen;;2016;X\n");
    remark(folder, with_years(folder, OTHER_FIGURES, "andelen;by", YEARS(2012, shifted, 1000)));
    assert_problem_count(folder, 0);
}

/* Neither a hidden year nor the step over it is looked at. */
static void steps_over_a_hole_are_not_looked_at(void **state)
{
    static const double holed[] = {300, 310, 295, 305, -1, 610, 590, 600, 595, 600};
    struct plan_folder *folder = *state;
    const char *rows = with_years(folder, OTHER_FIGURES, "andelen;by", YEARS(2012, holed, 1000));
    remark(folder, rows);
    assert_problem_count(folder, 0);
    remark(folder, arena_printf(folder->arena, "%sandelen;by;2016;;;;;;diskret\n", rows));
    assert_problem_count(folder, 0);
}

/* The year 2015 of `nord` is hidden in a shared edition, and nothing is said of it there. */
static void a_hidden_figure_is_not_remarked_on(void **state)
{
    static const double small[] = {300, 310, 295, 2, 305, 290, 300, 310, 300};
    static const double other[] = {300, 310, 295, 3, 305, 290, 300, 310, 300};
    struct plan_folder *folder = *state;
    const char *rows = with_years(folder, OTHER_FIGURES, "andelen;nord", YEARS(2012, small, 1000));
    rows = with_years(folder, rows, "andelen;syd", YEARS(2012, other, 1000));
    remark(folder, rows);
    assert_problem_count(folder, 1);
    assert_remark(folder, "»andelen« i alle områder: tallet for 2015");
    remark_on(folder, EDITION_SHARED, plausible_jumps_remark);
    assert_problem_count(folder, 0);
}

static void values_and_means_are_held_up_against_themselves(void **state)
{
    static const char *const values[] = {"200", "210", "205", "215", "900", "212",
                                         "220", "215", "222", "218", "225"};
    struct plan_folder *folder = *state;
    const char *rows = OTHER_FIGURES;
    for (int i = 0; i < 11; i++)
        rows =
            arena_printf(folder->arena, "%stallet;nord;%d;;;;%s;;\nsnittet;nord;%d;;;100;%s;%s;\n",
                         rows, 2010 + i, values[i], 2010 + i, values[i], i % 2 ? "9" : "");
    remark(folder, rows);
    assert_problem_count(folder, 2);
    assert_remark(folder, "»tallet« i »nord«: tallet for 2014");
    assert_remark(folder, "»snittet« i »nord«: tallet for 2014");
}

/* A spread of means is chance too: without it, the same step would be one too many. */
static void the_spread_of_means_explains_it(void **state)
{
    struct plan_folder *folder = *state;
    const char *rows = OTHER_FIGURES;
    for (int i = 0; i < 11; i++)
        rows = arena_printf(folder->arena, "%ssnittet;nord;%d;;;25;%s;10;\n", rows, 2010 + i,
                            i == 4 ? "9" : "5");
    remark(folder, rows);
    assert_problem_count(folder, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_spike_is_named_once_and_a_shift_with_both_years),
        PLAN_FOLDER_TEST(few_persons_and_few_years_explain_it),
        PLAN_FOLDER_TEST(a_small_step_does_not_matter),
        PLAN_FOLDER_TEST(a_break_explains_it),
        PLAN_FOLDER_TEST(steps_over_a_hole_are_not_looked_at),
        PLAN_FOLDER_TEST(a_hidden_figure_is_not_remarked_on),
        PLAN_FOLDER_TEST(values_and_means_are_held_up_against_themselves),
        PLAN_FOLDER_TEST(the_spread_of_means_explains_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
