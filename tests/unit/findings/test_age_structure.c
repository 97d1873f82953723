/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/age_structure.h"

#include "structure_world.h"

#include "pejling/base/number.h"

/* Young and old of an area in a year: those who count, and all. */
struct ages {
    double young, young_all, old, old_all;
};

static const char *ages_of(struct plan_folder *folder, const char *indicator, const char *area,
                           int year, struct ages ages)
{
    return arena_printf(folder->arena,
                        "%s;%s;%d;;%.0f;%.0f;;;\n%s;%s;%d;18-29;%.0f;%.0f;;;\n"
                        "%s;%s;%d;30-64;%.0f;%.0f;;;\n",
                        indicator, area, year, ages.young + ages.old, ages.young_all + ages.old_all,
                        indicator, area, year, ages.young, ages.young_all, indicator, area, year,
                        ages.old, ages.old_all);
}

static const struct ages nord[] = {{60, 200, 60, 400}, {75, 211, 40, 370}};
static const struct ages syd[] = {{30, 130, 50, 300}, {31, 120, 51, 310}};
static const struct ages by[] = {{1700, 9000, 2100, 21000}, {1600, 9100, 2000, 21100}};

/* Both years of all three areas. */
static const char *two_years(struct plan_folder *folder, const char *indicator)
{
    const char *rows = "";
    for (int i = 0; i < 2; i++)
        rows = arena_printf(folder->arena, "%s%s%s%s", rows,
                            ages_of(folder, indicator, "nord", 2021 + i, nord[i]),
                            ages_of(folder, indicator, "syd", 2021 + i, syd[i]),
                            ages_of(folder, indicator, "by", 2021 + i, by[i]));
    return rows;
}

static struct ages rest_of(int year)
{
    return (struct ages){by[year].young - nord[year].young - syd[year].young,
                         by[year].young_all - nord[year].young_all - syd[year].young_all,
                         by[year].old - nord[year].old - syd[year].old,
                         by[year].old_all - nord[year].old_all - syd[year].old_all};
}

/* The other way: the rates of the one at the ages of the other. */
static double at_ages_of(struct ages rates, struct ages ages)
{
    double all = ages.young_all + ages.old_all;
    return rates.young / rates.young_all * ages.young_all / all +
           rates.old / rates.old_all * ages.old_all / all;
}

static double rate_effect(int year)
{
    struct ages rest = rest_of(year);
    return (at_ages_of(nord[year], nord[year]) - at_ages_of(rest, nord[year]) +
            at_ages_of(nord[year], rest) - at_ages_of(rest, rest)) /
           2;
}

static void ages_are_taken_out_of_levels_and_gaps(void **state)
{
    static const struct {
        const char *indicator;
        double factor;
        enum method method;
    } kinds[] = {{"andelen", 100, METHOD_DIRECT}, {"raten", 1000, METHOD_DOBSON}};
    struct plan_folder *folder = *state;
    for (size_t k = 0; k < 2; k++) {
        struct findings all =
            compute(folder, EDITION_INTERNAL, two_years(folder, kinds[k].indicator));
        const char *place = arena_printf(folder->arena, "%s/nord", kinds[k].indicator);
        for (int i = 0; i < 2; i++) {
            const char *year = i ? "2022" : "2021";
            const struct finding *level =
                find(folder, &all, place, STATISTIC_AGE_STANDARDISED, year);
            assert_near(level->estimate.value, kinds[k].factor * at_ages_of(nord[i], rest_of(i)),
                        1e-9);
            assert_int_equal(level->estimate.method, kinds[k].method);
            assert_int_equal(level->estimate.state, ESTIMATE_INTERVAL);
            assert_int_equal(level->comparator->role, AREA_REST);
            const struct finding *rates =
                find(folder, &all, place, STATISTIC_AGE_RATE_EFFECT, year);
            const struct finding *ages =
                find(folder, &all, place, STATISTIC_AGE_COMPOSITION_EFFECT, year);
            assert_near(rates->estimate.value, kinds[k].factor * rate_effect(i), 1e-9);
            assert_near(rates->estimate.value + ages->estimate.value,
                        find(folder, &all, place, STATISTIC_GAP_REST, year)->estimate.value, 1e-9);
            assert_true(rates->estimate.lower < rates->estimate.value);
            assert_true(ages->estimate.upper > ages->estimate.value);
        }
    }
}

/* What is released is rounded, and the parts add up to the gap that is released all the same. */
static void in_a_shared_edition_the_parts_add_up_to_the_gap_shown(void **state)
{
    struct plan_folder *folder = *state;
    struct findings all = compute(folder, EDITION_SHARED, two_years(folder, "andelen"));
    const struct finding *rates =
        find(folder, &all, "andelen/nord", STATISTIC_AGE_RATE_EFFECT, "2022");
    const struct finding *ages =
        find(folder, &all, "andelen/nord", STATISTIC_AGE_COMPOSITION_EFFECT, "2022");
    double gap = find(folder, &all, "andelen/nord", STATISTIC_GAP_REST, "2022")->estimate.value;
    assert_near(rates->estimate.value + ages->estimate.value, gap, 1e-9);
    assert_near(rates->estimate.value, 100 * rate_effect(1), 0.2);
    assert_true(fabs(rates->estimate.value - 100 * rate_effect(1)) > 1e-6);
    const struct finding *level =
        find(folder, &all, "andelen/nord", STATISTIC_AGE_STANDARDISED, "2022");
    assert_near(level->estimate.value, 100 * at_ages_of(nord[1], rest_of(1)), 0.1);
    /* from the level shown, by what the groups shown say of other ages */
    struct ages rest = rest_of(1);
    double part_here = nord[1].young_all / (nord[1].young_all + nord[1].old_all);
    double part_there = rest.young_all / (rest.young_all + rest.old_all);
    double young = number_round(100 * nord[1].young / nord[1].young_all, 1);
    double old = number_round(100 * nord[1].old / nord[1].old_all, 1);
    double shown = find(folder, &all, "andelen/nord", STATISTIC_LEVEL, "2022")->estimate.value;
    assert_near(level->estimate.value, shown + (part_there - part_here) * (young - old), 1e-9);
}

static void changes_are_of_the_same_groups(void **state)
{
    struct plan_folder *folder = *state;
    /* 2022 has finer groups too, which 2021 lacks */
    const char *rows =
        arena_printf(folder->arena,
                     "%sandelen;nord;2022;18-24;50;100;;;\nandelen;nord;2022;25-29;25;111;;;\n"
                     "andelen;syd;2022;18-24;11;50;;;\nandelen;syd;2022;25-29;20;70;;;\n"
                     "andelen;by;2022;18-24;900;4000;;;\nandelen;by;2022;25-29;700;5100;;;\n",
                     two_years(folder, "andelen"));
    struct findings all = compute(folder, EDITION_INTERNAL, rows);
    const struct finding *rates =
        find(folder, &all, "andelen/nord", STATISTIC_AGE_RATE_CHANGE, NULL);
    const struct finding *ages =
        find(folder, &all, "andelen/nord", STATISTIC_AGE_COMPOSITION_CHANGE, NULL);
    assert_near(rates->estimate.value, 100 * (rate_effect(1) - rate_effect(0)), 1e-9);
    assert_int_equal(rates->estimate.method, METHOD_MOVER);
    assert_int_equal(rates->from.year, 2021);
    assert_int_equal(rates->to.year, 2022);
    assert_near(rates->estimate.value + ages->estimate.value,
                find(folder, &all, "andelen/nord", STATISTIC_GAP_CHANGE, NULL)->estimate.value,
                1e-9);
    const struct finding *finer =
        find(folder, &all, "andelen/nord", STATISTIC_AGE_RATE_EFFECT, "2022");
    assert_true(fabs(finer->estimate.value - 100 * rate_effect(1)) > 0.1);
}

static void a_break_and_hidden_groups_say_so(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "brud.csv",
                      "indikator;område;periode;årsag\nandelen;;2022;Ny opgørelse\n");
    struct findings all = compute(folder, EDITION_INTERNAL, two_years(folder, "andelen"));
    assert_undefined(find(folder, &all, "andelen/nord", STATISTIC_AGE_RATE_CHANGE, NULL)->estimate,
                     REASON_SERIES_BREAK);
    plan_folder_remove(folder, "brud.csv");
    const struct ages few = {3, 200, 60, 400};
    all = compute(folder, EDITION_SHARED,
                  arena_printf(folder->arena, "%s%s%s%s%s%s",
                               ages_of(folder, "andelen", "nord", 2021, few),
                               ages_of(folder, "andelen", "syd", 2021, syd[0]),
                               ages_of(folder, "andelen", "by", 2021, by[0]),
                               ages_of(folder, "andelen", "nord", 2022, nord[1]),
                               ages_of(folder, "andelen", "syd", 2022, syd[1]),
                               ages_of(folder, "andelen", "by", 2022, by[1])));
    static const enum statistic yearly[] = {STATISTIC_AGE_STANDARDISED, STATISTIC_AGE_RATE_EFFECT,
                                            STATISTIC_AGE_COMPOSITION_EFFECT};
    for (size_t i = 0; i < 3; i++) {
        const struct finding *finding = find(folder, &all, "andelen/nord", yearly[i], "2021");
        assert_undefined(finding->estimate, REASON_SUPPRESSED);
        assert_true(finding->hidden);
    }
    assert_true(find(folder, &all, "andelen/nord", STATISTIC_AGE_RATE_CHANGE, NULL)->hidden);
}

/* The parts are of the change that is told of the gap, and of no other years. */
static void hidden_years_move_the_parts_to_no_others(void **state)
{
    struct plan_folder *folder = *state;
    struct findings all =
        compute(folder, EDITION_INTERNAL,
                arena_printf(folder->arena, "%s%s%s%s", two_years(folder, "andelen"),
                             "andelen;nord;2023;;130;600;;;\nandelen;nord;2023;18-29;;;;;diskret\n",
                             ages_of(folder, "andelen", "syd", 2023, syd[1]),
                             ages_of(folder, "andelen", "by", 2023, by[1])));
    const struct finding *whole = find(folder, &all, "andelen/nord", STATISTIC_GAP_CHANGE, NULL);
    const struct finding *part =
        find(folder, &all, "andelen/nord", STATISTIC_AGE_RATE_CHANGE, NULL);
    assert_int_equal(whole->to.year, 2023);
    assert_int_equal(part->to.year, 2023);
    assert_int_equal(part->from.year, whole->from.year);
    assert_int_equal(part->estimate.state, ESTIMATE_UNDEFINED);
}

/* Nobody of the young in the one, everybody in the other: chance is not nothing for that. */
static void a_group_without_chance_leaves_no_interval(void **state)
{
    struct plan_folder *folder = *state;
    const struct ages nobody = {0, 200, 60, 400}, everybody = {200, 200, 60, 400};
    const struct {
        const char *indicator;
        struct ages ages;
        enum estimate_state state;
    } cases[] = {{"andelen", nobody, ESTIMATE_POINT},
                 {"andelen", everybody, ESTIMATE_POINT},
                 {"raten", nobody, ESTIMATE_POINT},
                 {"raten", everybody, ESTIMATE_INTERVAL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *indicator = cases[i].indicator;
        struct findings all =
            compute(folder, EDITION_INTERNAL,
                    arena_printf(folder->arena, "%s%s%s",
                                 ages_of(folder, indicator, "nord", 2021, cases[i].ages),
                                 ages_of(folder, indicator, "syd", 2021, syd[0]),
                                 ages_of(folder, indicator, "by", 2021, by[0])));
        const char *place = arena_printf(folder->arena, "%s/nord", indicator);
        const struct finding *level = find(folder, &all, place, STATISTIC_AGE_STANDARDISED, "2021");
        const struct finding *rates = find(folder, &all, place, STATISTIC_AGE_RATE_EFFECT, "2021");
        assert_int_equal(level->estimate.state, cases[i].state);
        assert_int_equal(rates->estimate.state, cases[i].state);
        if (cases[i].state == ESTIMATE_POINT)
            assert_int_equal(level->estimate.reason, REASON_TOO_FEW_EVENTS);
    }
}

static void few_events_have_no_interval(void **state)
{
    struct plan_folder *folder = *state;
    const struct ages few = {3, 200, 6, 400}, most = {198, 200, 395, 400};
    const struct {
        const char *indicator;
        struct ages ages;
        enum estimate_state state;
    } cases[] = {{"andelen", few, ESTIMATE_POINT},
                 {"andelen", most, ESTIMATE_POINT},
                 {"raten", few, ESTIMATE_POINT},
                 {"raten", most, ESTIMATE_INTERVAL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *indicator = cases[i].indicator;
        struct findings all =
            compute(folder, EDITION_INTERNAL,
                    arena_printf(folder->arena, "%s%s%s",
                                 ages_of(folder, indicator, "nord", 2021, cases[i].ages),
                                 ages_of(folder, indicator, "syd", 2021, syd[0]),
                                 ages_of(folder, indicator, "by", 2021, by[0])));
        const char *place = arena_printf(folder->arena, "%s/nord", indicator);
        const struct finding *level = find(folder, &all, place, STATISTIC_AGE_STANDARDISED, "2021");
        const struct finding *rates = find(folder, &all, place, STATISTIC_AGE_RATE_EFFECT, "2021");
        assert_int_equal(level->estimate.state, cases[i].state);
        assert_int_equal(rates->estimate.state, cases[i].state);
        if (cases[i].state == ESTIMATE_POINT)
            assert_int_equal(rates->estimate.reason, REASON_TOO_FEW_EVENTS);
    }
}

/* The persons add up, and the counts do not. */
static void counts_that_do_not_add_up_are_inconsistent(void **state)
{
    struct plan_folder *folder = *state;
    struct findings all =
        compute(folder, EDITION_INTERNAL,
                arena_printf(folder->arena, "%s%s%s",
                             "andelen;nord;2021;;130;600;;;\nandelen;nord;2021;18-29;60;200;;;\n"
                             "andelen;nord;2021;30-64;60;400;;;\n",
                             ages_of(folder, "andelen", "syd", 2021, syd[0]),
                             ages_of(folder, "andelen", "by", 2021, by[0])));
    assert_undefined(
        find(folder, &all, "andelen/nord", STATISTIC_AGE_STANDARDISED, "2021")->estimate,
        REASON_INCONSISTENT_INPUT);
}

/* Where the rest lacks, the municipality is compared with, and the parts are of the gap to it. */
static void without_a_rest_the_whole_is_compared_with(void **state)
{
    struct plan_folder *folder = *state;
    struct findings all = compute(folder, EDITION_INTERNAL,
                                  arena_printf(folder->arena, "%s%s",
                                               ages_of(folder, "andelen", "nord", 2021, nord[0]),
                                               ages_of(folder, "andelen", "by", 2021, by[0])));
    const struct finding *rates =
        find(folder, &all, "andelen/nord", STATISTIC_AGE_RATE_EFFECT, "2021");
    const struct finding *ages =
        find(folder, &all, "andelen/nord", STATISTIC_AGE_COMPOSITION_EFFECT, "2021");
    assert_int_equal(rates->comparator->role, AREA_MUNICIPALITY);
    assert_near(rates->estimate.value + ages->estimate.value,
                find(folder, &all, "andelen/nord", STATISTIC_GAP, "2021")->estimate.value, 1e-9);
    const double x[] = {nord[0].young, nord[0].old}, n[] = {nord[0].young_all, nord[0].old_all};
    const double whole_x[] = {by[0].young, by[0].old}, whole_n[] = {by[0].young_all, by[0].old_all};
    const struct strata here = {x, n, 2}, whole = {whole_x, whole_n, 2};
    struct kitagawa split = standardise_kitagawa(&here, &whole);
    standardise_kitagawa_errors(&here, &whole, CHANCE_SHARE, STRATA_WITHIN, &split);
    double z = normal_quantile(0.975);
    assert_near(rates->estimate.upper - rates->estimate.value, 100 * z * split.rate_error, 1e-9);
    assert_near(ages->estimate.upper - ages->estimate.value, 100 * z * split.composition_error,
                1e-9);
}

static void without_age_groups_there_are_no_rows(void **state)
{
    struct plan_folder *folder = *state;
    struct findings all = compute(folder, EDITION_INTERNAL,
                                  "andelen;nord;2021;;60;200;;;\nandelen;syd;2021;;60;200;;;\n"
                                  "andelen;by;2021;;600;2000;;;\n"
                                  "andelen;nord;2021;mænd;30;90;;;\n");
    for (size_t i = 0; i < all.count; i++)
        assert_false(all.rows[i].statistic >= STATISTIC_AGE_STANDARDISED &&
                     all.rows[i].statistic <= STATISTIC_AGE_COMPOSITION_CHANGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(ages_are_taken_out_of_levels_and_gaps),
        PLAN_FOLDER_TEST(in_a_shared_edition_the_parts_add_up_to_the_gap_shown),
        PLAN_FOLDER_TEST(changes_are_of_the_same_groups),
        PLAN_FOLDER_TEST(a_break_and_hidden_groups_say_so),
        PLAN_FOLDER_TEST(hidden_years_move_the_parts_to_no_others),
        PLAN_FOLDER_TEST(a_group_without_chance_leaves_no_interval),
        PLAN_FOLDER_TEST(few_events_have_no_interval),
        PLAN_FOLDER_TEST(counts_that_do_not_add_up_are_inconsistent),
        PLAN_FOLDER_TEST(without_a_rest_the_whole_is_compared_with),
        PLAN_FOLDER_TEST(without_age_groups_there_are_no_rows),
    };
    return cmocka_run_group_tests(tests, start, NULL);
}
