/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/verdict_companions.h"

#include "plan_folder.h"

static struct verdict_companions companions_of(struct plan_folder *folder, const char *indicator,
                                               const char *area)
{
    struct released_table *table = arena_alloc(folder->arena, 1, sizeof *table);
    *table = plan_folder_release(folder, EDITION_INTERNAL);
    struct verdicts verdicts = verdicts_compute(folder->arena, table, NULL);
    const struct gap_verdict *verdict =
        verdict_of(&verdicts, indicator_of(folder, indicator), area_of(folder, area));
    assert_non_null(verdict);
    return verdict_companions_make(folder->arena, verdict);
}

static void shares(struct plan_folder *folder)
{
    plan_folder_figures(folder, "andelen;by;2020;;500;1000;;;\nandelen;nord;2020;;60;100;;;\n"
                                "andelen;syd;2020;;40;100;;;\nandelen;by;2021;;500;1000;;;\n"
                                "andelen;nord;2021;;57;110;;;\nandelen;syd;2021;;40;100;;;\n"
                                "andelen;by;2022;;500;1000;;;\nandelen;nord;2022;;50;120;;;\n"
                                "andelen;syd;2022;;40;100;;;\n");
}

static void the_series_own_numbers_are_those_of_the_open_years(void **state)
{
    struct plan_folder *folder = *state;
    shares(folder);
    struct verdict_companions found = companions_of(folder, "andelen", "nord");
    assert_near(found.span, 2, 1e-9);
    assert_near(found.median_base, 110, 1e-9);
    assert_near(found.events, 167, 1e-9);
    assert_near(found.without, 163, 1e-9);
    assert_true(found.has_base && found.has_events && found.has_without);
}

static void the_slope_of_the_gap_is_split_exactly(void **state)
{
    struct plan_folder *folder = *state;
    shares(folder);
    struct verdict_companions found = companions_of(folder, "andelen", "nord");
    assert_true(found.has_split && found.mechanism.area_toward);
    assert_near(found.area_slope, (100 * 50.0 / 120 - 60) / 2, 1e-9);
    assert_near(found.mechanism.gap_slope, found.area_slope - found.other_slope, 1e-12);
}

static void quasi_slopes_are_per_cent_a_year(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "raten;by;2020;;10000;100000;;;\nraten;nord;2020;;100;1000;;;\n"
                                "raten;syd;2020;;100;1000;;;\nraten;by;2021;;10000;100000;;;\n"
                                "raten;nord;2021;;110;1000;;;\nraten;syd;2021;;100;1000;;;\n"
                                "raten;by;2022;;10000;100000;;;\nraten;nord;2022;;121;1000;;;\n"
                                "raten;syd;2022;;100;1000;;;\n");
    struct verdict_companions found = companions_of(folder, "raten", "nord");
    assert_true(found.is_rate && !found.has_without);
    assert_int_equal(found.area.change.state, ESTIMATE_INTERVAL);
    assert_near(found.area.change.value, 10, 1e-3);    /* 100, 110, 121 */
    assert_near(found.gap.change.value, 10.118, 0.01); /* rest: 9800, 9790, 9779 */
}

static void what_has_no_counts_has_none_of_it(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "tallet;by;2020;;;;300;;\ntallet;nord;2020;;;;200;;\n"
                                "tallet;by;2021;;;;310;;\ntallet;nord;2021;;;;220;;\n");
    struct verdict_companions found = companions_of(folder, "tallet", "nord");
    assert_false(found.has_base || found.has_events || found.has_without);
    assert_near(found.mechanism.gap_slope, 10, 1e-9);
    assert_undefined(found.area.change, REASON_NOT_APPLICABLE);
    assert_undefined(found.gap.change, REASON_NOT_APPLICABLE);
}

static void an_empty_series_has_nothing(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_figures(folder, "andelen;nord;2020;;60;100;;;\n");
    struct verdict_companions found = companions_of(folder, "andelen", "nord");
    assert_false(found.has_split || found.has_base);
    assert_undefined(found.area.change, REASON_NOT_APPLICABLE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(the_series_own_numbers_are_those_of_the_open_years),
        PLAN_FOLDER_TEST(the_slope_of_the_gap_is_split_exactly),
        PLAN_FOLDER_TEST(quasi_slopes_are_per_cent_a_year),
        PLAN_FOLDER_TEST(what_has_no_counts_has_none_of_it),
        PLAN_FOLDER_TEST(an_empty_series_has_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
