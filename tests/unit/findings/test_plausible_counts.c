/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/plausible_counts.h"

#include "plausible_bench.h"

static void remark(struct plan_folder *folder, const char *type_and_unit, const char *rows)
{
    plan_folder_write(folder, "indikatorer.csv",
                      arena_printf(folder->arena,
                                   "%sa;A;%s;op;kalenderår;K\nb;B;værdi;kr.;op;kalenderår;K\n",
                                   INDICATORS_HEADER, type_and_unit));
    plan_folder_figures(folder, rows);
    remark_on(folder, EDITION_SHARED, plausible_counts_remark);
}

#define SMALL "a;by;2020;;;;900;;\na;nord;2020;;;;4;;\na;syd;2020;;;;2;;\n"

static void small_counts_of_areas_are_one_remark_without_a_figure(void **state)
{
    static const char *const units[] = {"værdi;antal", "værdi;Antal sager", "værdi;personer"};
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        remark(folder, units[i], SMALL);
        assert_problem_count(folder, 1);
        assert_int_equal(folder->diagnostics.items[0].at.line, 2);
        assert_remark(folder, "»a« er antal med typen værdi: ");
        assert_null(strpbrk(folder->diagnostics.items[0].text, "0123456789"));
    }
}

static void figures_that_are_no_small_counts_of_areas_are_not_named(void **state)
{
    static const char *const sound[] = {
        "a;by;2020;;;;4;;\na;nord;2020;;;;0;;\n",
        "a;nord;2020;;;;5;;\n",
        "a;nord;2020;;;;2;;\na;by;2020;;;;90,5;;\n",
        "a;nord;2020;;;;-2;;\n",
        "a;nord;2020;;;;;;mangler\n",
        "b;nord;2020;;;;2;;\n",
    };
    struct plan_folder *folder = *state;
    for (size_t i = 0; i < sizeof sound / sizeof *sound; i++) {
        remark(folder, "værdi;antal", sound[i]);
        assert_problem_count(folder, 0);
    }
    remark(folder, "værdi;antal", "a;nord;2020;unge;;;2;;\n");
    assert_problem_count(folder, 1);
    remark(folder, "værdi;kr.", SMALL);
    assert_problem_count(folder, 0);
    remark(folder, "rate;antal", "a;nord;2020;;10;500;;;\na;by;2020;;20;900;;;\n");
    assert_problem_count(folder, 0);
}

/* Of those the shared edition shows no area's. */
static void sensitive_counts_are_not_named(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "indikatorer.csv",
                      "kode;navn;type;enhed;god_retning;opgørelse;kilde;følsom\n"
                      "a;A;værdi;antal;op;kalenderår;K;ja\n"
                      "b;B;værdi;antal;op;kalenderår;K;nej\n");
    plan_folder_figures(folder, SMALL "b;nord;2020;;;;4;;\n");
    remark_on(folder, EDITION_SHARED, plausible_counts_remark);
    assert_problem_count(folder, 1);
    assert_remark(folder, "»b« er antal");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(small_counts_of_areas_are_one_remark_without_a_figure),
        PLAN_FOLDER_TEST(figures_that_are_no_small_counts_of_areas_are_not_named),
        PLAN_FOLDER_TEST(sensitive_counts_are_not_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
