/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/move_split.h"

#include "structure_world.h"

#include "pejling/findings/level.h"
#include "pejling/stats/difference.h"

#define OTHERS "andelen;by;2021;;5000;20000;;;\nandelen;by;2022;;5000;20000;;;\n"
#define EVERYBODY "andelen;nord;2021;;180;600;;;\nandelen;nord;2022;;140;580;;;\n"
#define STAYERS "andelen;nord;2021;fastboende;140;500;;;\nandelen;nord;2022;fastboende;120;460;;;\n"
#define IN_MOVERS                                                                                  \
    "andelen;nord;2021;tilflyttere;40;100;;;\nandelen;nord;2022;tilflyttere;20;120;;;\n"
#define OUT_MOVERS                                                                                 \
    "andelen;nord;2021;fraflyttere;30;90;;;\nandelen;nord;2022;fraflyttere;50;140;;;\n"

static const struct finding *of(const struct plan_folder *folder, const struct findings *all,
                                enum statistic statistic, const char *period)
{
    return find(folder, all, "andelen/nord", statistic, period);
}

static void the_two_parts_add_up_to_the_change_of_the_level(void **state)
{
    static const char *const given[] = {OTHERS EVERYBODY STAYERS IN_MOVERS,
                                        OTHERS EVERYBODY STAYERS, OTHERS EVERYBODY IN_MOVERS};
    struct plan_folder *folder = *state;
    double c0 = 500.0 / 600, c1 = 460.0 / 580;
    double stayers = 100 * (120.0 / 460 - 140.0 / 500) * (c0 + c1) / 2;
    double change = 100 * (140.0 / 580 - 180.0 / 600);
    for (size_t i = 0; i < 3; i++) {
        struct findings all = compute(folder, EDITION_INTERNAL, given[i]);
        const struct finding *stay = of(folder, &all, STATISTIC_STAYERS_CHANGE, NULL);
        const struct finding *move = of(folder, &all, STATISTIC_MOVES_CHANGE, NULL);
        assert_near(stay->estimate.value, stayers, 1e-9);
        assert_near(move->estimate.value, change - stayers, 1e-9);
        assert_int_equal(stay->from.year, 2021);
        assert_int_equal(stay->to.year, 2022);
        assert_null(stay->comparator);
        assert_near(stay->estimate.value + move->estimate.value,
                    of(folder, &all, STATISTIC_LEVEL_CHANGE, NULL)->estimate.value, 1e-9);
    }
}

/* The stayers' part is a multiple of one difference, and so are its limits. */
static void the_limits_come_from_those_of_the_levels(void **state)
{
    struct plan_folder *folder = *state;
    struct findings all = compute(folder, EDITION_INTERNAL, OTHERS EVERYBODY STAYERS IN_MOVERS);
    struct movers before = movers_find(all.table, indicator_of(folder, "andelen"),
                                       area_of(folder, "nord"), period_of("2021"));
    struct movers after = movers_find(all.table, indicator_of(folder, "andelen"),
                                      area_of(folder, "nord"), period_of("2022"));
    struct estimate difference = difference_mover(
        METHOD_MOVER, level_estimate(&after.stayers, 0.95), level_estimate(&before.stayers, 0.95));
    double weight = (500.0 / 600 + 460.0 / 580) / 2;
    assert_interval(of(folder, &all, STATISTIC_STAYERS_CHANGE, NULL)->estimate,
                    weight * difference.value, weight * difference.lower, weight * difference.upper,
                    1e-9);
    struct estimate moves = of(folder, &all, STATISTIC_MOVES_CHANGE, NULL)->estimate;
    struct estimate in_before = level_estimate(&before.in_movers, 0.95);
    struct estimate in_after = level_estimate(&after.in_movers, 0.95);
    /* wider than the in-movers' share of chance alone, narrower than theirs unweighted */
    double alone = hypot(120.0 / 580 * (in_after.upper - in_after.value),
                         100.0 / 600 * (in_before.value - in_before.lower));
    assert_true(moves.upper - moves.value > alone);
    assert_true(moves.upper - moves.value < alone + 1);
}

static void in_movers_stand_beside_out_movers(void **state)
{
    struct plan_folder *folder = *state;
    struct findings all = compute(folder, EDITION_INTERNAL, OTHERS EVERYBODY IN_MOVERS OUT_MOVERS);
    const struct finding *difference = of(folder, &all, STATISTIC_MOVERS_DIFFERENCE, "2022");
    assert_near(difference->estimate.value, 100 * (20.0 / 120 - 50.0 / 140), 1e-9);
    assert_int_equal(difference->estimate.method, METHOD_NEWCOMBE10);
    all = compute(folder, EDITION_INTERNAL, OTHERS EVERYBODY IN_MOVERS);
    assert_null(of(folder, &all, STATISTIC_MOVERS_DIFFERENCE, "2022"));
}

static void what_is_lacking_is_said(void **state)
{
    struct plan_folder *folder = *state;
    struct findings all = compute(folder, EDITION_INTERNAL,
                                  OTHERS EVERYBODY "andelen;nord;2022;fastboende;120;460;;;\n"
                                                   "andelen;nord;2022;tilflyttere;20;120;;;\n"
                                                   "andelen;nord;2022;fraflyttere;;;;;mangler\n");
    assert_undefined(of(folder, &all, STATISTIC_STAYERS_CHANGE, NULL)->estimate, REASON_MISSING);
    assert_undefined(of(folder, &all, STATISTIC_MOVES_CHANGE, NULL)->estimate, REASON_MISSING);
    assert_undefined(of(folder, &all, STATISTIC_MOVERS_DIFFERENCE, "2021")->estimate,
                     REASON_MISSING);
    assert_undefined(of(folder, &all, STATISTIC_MOVERS_DIFFERENCE, "2022")->estimate,
                     REASON_MISSING);
    all = compute(folder, EDITION_INTERNAL,
                  OTHERS EVERYBODY "andelen;nord;2021;fastboende;140;500;;;\n"
                                   "andelen;nord;2021;tilflyttere;40;101;;;\n");
    assert_int_equal(movers_find(all.table, indicator_of(folder, "andelen"),
                                 area_of(folder, "nord"), period_of("2021"))
                         .reason,
                     REASON_INCONSISTENT_INPUT);
}

static void hidden_groups_hide_the_parts(void **state)
{
    struct plan_folder *folder = *state;
    struct findings all = compute(
        folder, EDITION_SHARED,
        OTHERS "andelen;syd;2021;;90;400;;;\nandelen;syd;2022;;90;400;;;\n" EVERYBODY
               "andelen;nord;2021;fastboende;140;500;;;\nandelen;nord;2022;fastboende;137;460;;;\n"
               "andelen;nord;2021;tilflyttere;40;100;;;\nandelen;nord;2022;tilflyttere;3;120;;;\n"
               "andelen;nord;2022;fraflyttere;50;140;;;\n");
    const struct finding *stay = of(folder, &all, STATISTIC_STAYERS_CHANGE, NULL);
    assert_undefined(stay->estimate, REASON_SUPPRESSED);
    assert_true(stay->hidden);
    assert_true(of(folder, &all, STATISTIC_MOVES_CHANGE, NULL)->hidden);
    const struct finding *difference = of(folder, &all, STATISTIC_MOVERS_DIFFERENCE, "2022");
    assert_undefined(difference->estimate, REASON_SUPPRESSED);
    assert_true(difference->hidden);
}

/* The parts are of the change that is told of everybody, and of no other years. */
static void hidden_years_move_the_parts_to_no_others(void **state)
{
    struct plan_folder *folder = *state;
    struct findings all =
        compute(folder, EDITION_INTERNAL,
                OTHERS EVERYBODY STAYERS IN_MOVERS "andelen;by;2023;;5000;20000;;;\n"
                                                   "andelen;nord;2023;;150;590;;;\n"
                                                   "andelen;nord;2023;fastboende;;;;;diskret\n");
    const struct finding *whole = of(folder, &all, STATISTIC_LEVEL_CHANGE, NULL);
    const struct finding *stay = of(folder, &all, STATISTIC_STAYERS_CHANGE, NULL);
    assert_int_equal(whole->to.year, 2023);
    assert_int_equal(stay->to.year, 2023);
    assert_int_equal(stay->from.year, whole->from.year);
    assert_undefined(stay->estimate, REASON_SUPPRESSED_SOURCE);
    assert_undefined(of(folder, &all, STATISTIC_MOVES_CHANGE, NULL)->estimate,
                     REASON_SUPPRESSED_SOURCE);
}

/* Everybody less those who moved in would tell what the source withholds of the others. */
static void what_is_withheld_is_not_worked_out(void **state)
{
    struct plan_folder *folder = *state;
    struct findings all =
        compute(folder, EDITION_INTERNAL,
                OTHERS EVERYBODY IN_MOVERS "andelen;nord;2022;fastboende;;;;;diskret\n"
                                           "andelen;nord;2021;fastboende;;;;;mangler\n");
    const struct indicator *indicator = indicator_of(folder, "andelen");
    const struct area *nord = area_of(folder, "nord");
    struct movers movers = movers_find(all.table, indicator, nord, period_of("2022"));
    assert_int_equal(movers.reason, REASON_SUPPRESSED_SOURCE);
    movers = movers_find(all.table, indicator, nord, period_of("2021"));
    assert_int_equal(movers.reason, REASON_NONE);
    assert_true(movers.derived_stayers);
    assert_near(movers.stayers.denominator, 500, 1e-9);
}

static void without_movers_there_are_no_rows(void **state)
{
    struct plan_folder *folder = *state;
    struct findings all = compute(folder, EDITION_INTERNAL, OTHERS EVERYBODY OUT_MOVERS);
    for (size_t i = 0; i < all.count; i++)
        assert_false(all.rows[i].statistic >= STATISTIC_STAYERS_CHANGE &&
                     all.rows[i].statistic <= STATISTIC_MOVERS_DIFFERENCE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(the_two_parts_add_up_to_the_change_of_the_level),
        PLAN_FOLDER_TEST(the_limits_come_from_those_of_the_levels),
        PLAN_FOLDER_TEST(in_movers_stand_beside_out_movers),
        PLAN_FOLDER_TEST(what_is_lacking_is_said),
        PLAN_FOLDER_TEST(hidden_groups_hide_the_parts),
        PLAN_FOLDER_TEST(hidden_years_move_the_parts_to_no_others),
        PLAN_FOLDER_TEST(what_is_withheld_is_not_worked_out),
        PLAN_FOLDER_TEST(without_movers_there_are_no_rows),
    };
    return cmocka_run_group_tests(tests, start, NULL);
}
