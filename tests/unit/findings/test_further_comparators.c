/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/further_comparators.h"

#include "plan_folder.h"

#include "pejling/findings/level.h"
#include "pejling/findings/trend.h"
#include "pejling/stats/distribution.h"

#define AREAS                                                                                      \
    AREAS_HEADER "riget;Riget;land;;;;;\nandet;Et andet rige;land;;;;;\n"                          \
                 "by;Byen;kommune;riget;;;;\nnord;Nord;område;by;;;;\nsyd;Syd;område;by;;;;\n"   \
                 "mosen;Mosen;tvilling;;;;;\n"
#define INDICATORS INDICATORS_HEADER "andelen;A;andel;pct.;op;kalenderår;K\n"

static const char *rows_of(struct plan_folder *folder, const char *rows, const char *area, int from,
                           int persons, int first, int step)
{
    for (int i = 0; i < 6; i++)
        rows = arena_printf(folder->arena, "%sandelen;%s;%d;;%d;%d;;;\n", rows, area, from + i,
                            first + i * step + (i % 2) * persons / 100, persons);
    return rows;
}

static struct findings compute(struct plan_folder *folder, const char *breaks)
{
    struct released_table *table = arena_alloc(folder->arena, 1, sizeof *table);
    const char *rows = "";
    distribution_start();
    rows = rows_of(folder, rows, "riget", 2018, 100000, 50000, 500);
    rows = rows_of(folder, rows, "andet", 2018, 90000, 40000, 100);
    rows = rows_of(folder, rows, "by", 2018, 20000, 9000, 50);
    rows = rows_of(folder, rows, "nord", 2018, 1000, 300, 10);
    rows = rows_of(folder, rows, "syd", 2018, 1000, 400, 1);
    rows = rows_of(folder, rows, "mosen", 2019, 800, 200, 5); /* one year later than the others */
    plan_folder_write(folder, "omraader.csv", AREAS);
    plan_folder_write(folder, "indikatorer.csv", INDICATORS);
    plan_folder_write(folder, "brud.csv",
                      arena_printf(folder->arena, "indikator;område;periode;årsag\n%s", breaks));
    plan_folder_figures(folder, rows);
    *table = plan_folder_release(folder, EDITION_INTERNAL);
    return findings_compute(folder->arena, table);
}

static const struct finding *find(const struct plan_folder *folder, const struct findings *findings,
                                  const char *area, const char *other, enum statistic statistic,
                                  const char *period)
{
    return finding_against(findings, indicator_of(folder, "andelen"), area_of(folder, area),
                           area_of(folder, other), statistic, period_of(period));
}

static const struct released_cell *cell(const struct plan_folder *folder,
                                        const struct findings *findings, const char *area)
{
    return released_of(folder, findings->table, "andelen", area, "2022");
}

static void assert_same(struct estimate a, struct estimate b)
{
    assert_int_equal(a.state, b.state);
    assert_int_equal(a.method, b.method);
    assert_near(a.value, b.value, 1e-12);
    assert_near(a.lower, b.lower, 1e-12);
    assert_near(a.upper, b.upper, 1e-12);
}

static void a_twin_is_another_group_and_a_country_contains_the_area(void **state)
{
    struct plan_folder *folder = *state;
    struct findings all = compute(folder, "");
    const struct released_cell *nord = cell(folder, &all, "nord");
    assert_same(find(folder, &all, "nord", "mosen", STATISTIC_FURTHER_GAP, "2022")->estimate,
                gap_to_rest(nord, cell(folder, &all, "mosen"), 0.95));
    assert_same(find(folder, &all, "nord", "riget", STATISTIC_FURTHER_GAP, "2022")->estimate,
                gap_to_whole(nord, cell(folder, &all, "riget"), 0.95));
    assert_same(find(folder, &all, "nord", "andet", STATISTIC_FURTHER_GAP, "2022")->estimate,
                gap_to_rest(nord, cell(folder, &all, "andet"), 0.95));
}

static void each_period_of_the_area_has_a_row(void **state)
{
    struct plan_folder *folder = *state;
    struct findings all = compute(folder, "");
    const struct finding *early =
        find(folder, &all, "nord", "mosen", STATISTIC_FURTHER_GAP, "2018");
    assert_int_equal(early->estimate.state, ESTIMATE_UNDEFINED);
    assert_int_equal(early->estimate.reason, REASON_NO_COMPARATOR);
    assert_null(find(folder, &all, "nord", "mosen", STATISTIC_FURTHER_GAP, "2024"));
}

static void slope_and_change_are_those_of_the_gaps(void **state)
{
    struct plan_folder *folder = *state;
    struct findings all = compute(folder, "");
    const struct finding *slope =
        find(folder, &all, "nord", "mosen", STATISTIC_FURTHER_GAP_SLOPE, "ukendt");
    assert_int_equal(slope->periods, 5);
    assert_int_equal(slope->from.year, 2019);
    assert_true(slope->has_p);
    const struct finding *change =
        find(folder, &all, "nord", "mosen", STATISTIC_FURTHER_GAP_CHANGE, "ukendt");
    double before =
        find(folder, &all, "nord", "mosen", STATISTIC_FURTHER_GAP, "2021")->estimate.value;
    double now = find(folder, &all, "nord", "mosen", STATISTIC_FURTHER_GAP, "2023")->estimate.value;
    assert_near(change->estimate.value, now - before, 1e-12);
    assert_int_equal(change->estimate.method, METHOD_MOVER);
}

static void a_break_of_the_twin_cuts_its_gaps_alone(void **state)
{
    struct plan_folder *folder = *state;
    struct findings all = compute(folder, "andelen;mosen;2021;Ny opgørelse\n");
    assert_int_equal(
        find(folder, &all, "nord", "mosen", STATISTIC_FURTHER_GAP_SLOPE, "ukendt")->periods, 3);
    assert_int_equal(
        find(folder, &all, "nord", "riget", STATISTIC_FURTHER_GAP_SLOPE, "ukendt")->periods, 6);
}

static void the_total_is_compared_and_others_are_not(void **state)
{
    struct plan_folder *folder = *state;
    struct findings all = compute(folder, "");
    size_t totals = 0;
    for (size_t i = 0; i < all.count; i++) {
        if (all.rows[i].statistic != STATISTIC_FURTHER_GAP_SLOPE)
            continue;
        enum area_role role = all.rows[i].area->role;
        assert_true(role == AREA_ESTATE || role == AREA_TOTAL);
        totals += role == AREA_TOTAL;
    }
    assert_int_equal(totals, 3);
    assert_true(
        further_comparator(all.table, indicator_of(folder, "andelen"), area_of(folder, "mosen")));
    assert_false(
        further_comparator(all.table, indicator_of(folder, "andelen"), area_of(folder, "by")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_twin_is_another_group_and_a_country_contains_the_area),
        PLAN_FOLDER_TEST(each_period_of_the_area_has_a_row),
        PLAN_FOLDER_TEST(slope_and_change_are_those_of_the_gaps),
        PLAN_FOLDER_TEST(a_break_of_the_twin_cuts_its_gaps_alone),
        PLAN_FOLDER_TEST(the_total_is_compared_and_others_are_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
