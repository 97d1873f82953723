/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/before_after_findings.h"

#include "series_world.h"

#include <string.h>

#define FIRST 2014
#define YEARS 10 /* to 2023: seven before, 2021 in transition, two after */

static const double area_levels[YEARS] = {30, 31, 29.5, 30.5, 29, 30, 29.2, 28, 26.5, 25.8};
static const double town_levels[YEARS] = {20, 20.2, 19.9, 20.1, 20, 19.8, 20, 19.9, 19.7, 19.8};

static void start_plan(struct series_world *world)
{
    world->catalogue.plan.start = (struct period){PERIOD_DATE, 2021, 10, 1};
    world->catalogue.plan.end = (struct period){PERIOD_DATE, 2025, 9, 30};
    world->catalogue.plan.baseline_year = 2021;
}

/* A share with a figure a year in one area and its municipality; the area's cells are returned. */
static struct released_cell *make_series(struct series_world *world, struct indicator **indicator)
{
    start_plan(world);
    *indicator = world_indicator(world, "andelen", POLARITY_DOWN);
    world_series(world, *indicator, BY, FIRST, town_levels, YEARS);
    return world_series(world, *indicator, MOTALAVEJ, FIRST, area_levels, YEARS);
}

static const struct finding *find(const struct findings *findings, size_t area,
                                  enum statistic statistic, int year)
{
    const struct catalogue *catalogue = findings->table->catalogue;
    return finding_at(findings, &catalogue->indicators[0], &catalogue->areas[area], statistic,
                      world_year(year));
}

static double value(const struct findings *findings, enum statistic statistic, int year)
{
    const struct finding *finding = find(findings, MOTALAVEJ, statistic, year);
    assert_non_null(finding);
    assert_int_not_equal(finding->estimate.state, ESTIMATE_UNDEFINED);
    return finding->estimate.value;
}

static double mean_gap(size_t from, size_t to)
{
    double sum = 0;
    for (size_t i = from; i < to; i++)
        sum += (area_levels[i] - town_levels[i]) / (double)(to - from);
    return sum;
}

static void exposure_is_the_share_after_the_start(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator;
    make_series(world, &indicator);
    const struct findings *findings = world_findings(world);
    assert_near(value(findings, STATISTIC_EXPOSURE, 2020), 0, 0);
    assert_near(value(findings, STATISTIC_EXPOSURE, 2021), 100 * 92.0 / 365, 1e-9);
    assert_near(value(findings, STATISTIC_EXPOSURE, 2022), 100, 0);
    assert_null(find(findings, BY, STATISTIC_EXPOSURE, 2020));
    indicator->reporting.month = 10;
    indicator->reporting.day = 1; /* a status on the day itself is after */
    findings = world_findings(world);
    assert_near(value(findings, STATISTIC_EXPOSURE, 2021), 100, 0);
    indicator->reporting.month = 9;
    findings = world_findings(world);
    assert_near(value(findings, STATISTIC_EXPOSURE, 2021), 0, 0);
}

static void school_years_count_their_days(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator;
    struct released_cell *cells = make_series(world, &indicator);
    indicator->reporting.kind = PERIOD_SCHOOL_YEAR;
    for (size_t i = 0; i < world->count; i++)
        world->cells[i].period.kind = PERIOD_SCHOOL_YEAR;
    const struct findings *findings = world_findings(world);
    const struct finding *half = finding_at(findings, indicator, &world->areas[MOTALAVEJ],
                                            STATISTIC_EXPOSURE, cells[7].period);
    /* 1 August 2021 to 31 July 2022: 61 of 365 days before */
    assert_near(half->estimate.value, 100 * (365 - 61) / 365.0, 1e-9);
}

static void means_and_change_leave_the_transition_out(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator;
    make_series(world, &indicator);
    const struct findings *findings = world_findings(world);
    const struct finding *before = find(findings, MOTALAVEJ, STATISTIC_MEAN_GAP_BEFORE, 0);
    const struct finding *after = find(findings, MOTALAVEJ, STATISTIC_MEAN_GAP_AFTER, 0);
    const struct finding *change = find(findings, MOTALAVEJ, STATISTIC_BEFORE_AFTER_MEAN, 0);
    assert_near(before->estimate.value, mean_gap(0, 7), 1e-12);
    assert_near(after->estimate.value, mean_gap(8, 10), 1e-12);
    assert_near(change->estimate.value, mean_gap(8, 10) - mean_gap(0, 7), 1e-12);
    assert_int_equal(change->estimate.state, ESTIMATE_INTERVAL);
    assert_false(change->has_p);
    assert_int_equal(before->periods, 7);
    assert_int_equal(after->periods, 2);
    assert_int_equal(after->from.year, 2022);
    assert_int_equal(after->to.year, 2023);
    assert_ptr_equal(change->comparator, &world->areas[BY]);
}

static void each_date_that_can_be_tried_has_its_change(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator;
    make_series(world, &indicator);
    const struct findings *findings = world_findings(world);
    const double gaps[] = {10, 10.8, 9.6, 10.4, 9, 10.2, 9.2, 6.8, 6.0}; /* without 2021 */
    size_t dates = 0, as_large = 0;
    double own = fabs((6.8 + 6.0) / 2 - (10 + 10.8 + 9.6 + 10.4 + 9 + 10.2 + 9.2) / 7);
    for (size_t i = 2; i <= 7; i++) {
        double first = 0, second = 0;
        for (size_t k = 0; k < 9; k++)
            *(k < i ? &first : &second) += gaps[k] / (double)(k < i ? i : 9 - i);
        double change = value(findings, STATISTIC_PLACEBO_CHANGE, FIRST + (int)i + (i == 7));
        assert_near(change, second - first, 1e-9);
        dates++;
        as_large += fabs(change) >= own - 1e-9;
    }
    assert_null(find(findings, MOTALAVEJ, STATISTIC_PLACEBO_CHANGE, FIRST + 1));
    assert_null(find(findings, MOTALAVEJ, STATISTIC_PLACEBO_CHANGE, 2021));
    const struct finding *share = find(findings, MOTALAVEJ, STATISTIC_PLACEBO_SHARE, 0);
    assert_int_equal(share->periods, dates);
    assert_near(share->estimate.value, 100.0 * (double)as_large / (double)dates, 1e-9);
}

static void assert_all_are(const struct findings *findings, enum reason reason, bool hidden)
{
    static const enum statistic all[] = {STATISTIC_MEAN_GAP_BEFORE,   STATISTIC_MEAN_GAP_AFTER,
                                         STATISTIC_BEFORE_AFTER_MEAN, STATISTIC_BEFORE_AFTER_STEP,
                                         STATISTIC_GAP_SLOPE_BEFORE,  STATISTIC_PLACEBO_SHARE,
                                         STATISTIC_BREAKDOWN,         STATISTIC_REGRESSION_TO_MEAN};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        const struct finding *finding = find(findings, MOTALAVEJ, all[i], 0);
        assert_non_null(finding);
        assert_int_equal(finding->estimate.state, ESTIMATE_UNDEFINED);
        assert_int_equal(finding->estimate.reason, reason);
        assert_int_equal(finding->hidden, hidden);
    }
    for (int year = FIRST; year < FIRST + YEARS; year++)
        assert_null(find(findings, MOTALAVEJ, STATISTIC_PLACEBO_CHANGE, year));
}

static void a_hidden_year_hides_all_but_in_transition(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator;
    struct released_cell *cells = make_series(world, &indicator);
    const struct released_cell kept = cells[7];
    double change = value(world_findings(world), STATISTIC_BEFORE_AFTER_MEAN, 0);
    world_take(&cells[7], RELEASE_HIDDEN, REASON_SUPPRESSED);
    assert_near(value(world_findings(world), STATISTIC_BEFORE_AFTER_MEAN, 0), change, 0);
    cells[7] = kept;
    world_take(&cells[3], RELEASE_HIDDEN, REASON_SUPPRESSED);
    assert_all_are(world_findings(world), REASON_SUPPRESSED, true);
    world_take(&cells[3], RELEASE_ABSENT, REASON_SUPPRESSED_SOURCE);
    assert_all_are(world_findings(world), REASON_SUPPRESSED_SOURCE, false);
}

static void too_little_on_a_side_is_no_comparison(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator;
    struct released_cell *cells = make_series(world, &indicator);
    world_take(&cells[9], RELEASE_ABSENT, REASON_MISSING);
    assert_all_are(world_findings(world), REASON_TOO_FEW_AFTER, false);
    cells[9] = cells[8];
    cells[9].period.year++;
    cells[9].time += 1;
    assert_int_equal(
        find(world_findings(world), MOTALAVEJ, STATISTIC_BEFORE_AFTER_MEAN, 0)->estimate.state,
        ESTIMATE_INTERVAL);
    world_break(world, indicator, 2020);
    assert_all_are(world_findings(world), REASON_SERIES_BREAK, false);
    world->catalogue.break_count = 0;
    for (size_t i = 0; i < 6; i++)
        world_take(&cells[i], RELEASE_ABSENT, REASON_MISSING);
    assert_all_are(world_findings(world), REASON_TOO_FEW_BEFORE, false);
}

/* Two years, one of which may be that of the choice, are no baseline; three are. */
static void a_baseline_takes_three_periods(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator;
    struct released_cell *cells = make_series(world, &indicator);
    for (size_t i = 0; i < 4; i++)
        world_take(&cells[i], RELEASE_ABSENT, REASON_MISSING);
    const struct findings *three = world_findings(world);
    assert_int_equal(find(three, MOTALAVEJ, STATISTIC_BEFORE_AFTER_MEAN, 0)->estimate.state,
                     ESTIMATE_INTERVAL);
    assert_true(value(three, STATISTIC_REGRESSION_TO_MEAN, 0) > 0);
    world_take(&cells[4], RELEASE_ABSENT, REASON_MISSING);
    assert_all_are(world_findings(world), REASON_TOO_FEW_BEFORE, false);
    assert_int_equal(find(world_findings(world), MOTALAVEJ, STATISTIC_REGRESSION_TO_MEAN_YEAR, 0)
                         ->estimate.reason,
                     REASON_TOO_FEW_BEFORE);
}

/* Its years may overlap, so that nothing may be made of their scatter. */
static void without_a_trend_the_means_remain(void **state)
{
    static const enum statistic rest[] = {
        STATISTIC_BEFORE_AFTER_STEP,  STATISTIC_GAP_SLOPE_BEFORE,
        STATISTIC_PLACEBO_SHARE,      STATISTIC_BREAKDOWN,
        STATISTIC_REGRESSION_TO_MEAN, STATISTIC_REGRESSION_TO_MEAN_YEAR};
    static const enum statistic means[] = {STATISTIC_MEAN_GAP_BEFORE, STATISTIC_MEAN_GAP_AFTER,
                                           STATISTIC_BEFORE_AFTER_MEAN};
    const double expected[] = {mean_gap(0, 7), mean_gap(8, 10), mean_gap(8, 10) - mean_gap(0, 7)};
    struct series_world *world = *state;
    struct indicator *indicator;
    make_series(world, &indicator);
    indicator->has_trend = false;
    const struct findings *findings = world_findings(world);
    for (size_t i = 0; i < sizeof means / sizeof *means; i++) {
        const struct finding *finding = find(findings, MOTALAVEJ, means[i], 0);
        assert_int_equal(finding->estimate.state, ESTIMATE_POINT);
        assert_int_equal(finding->estimate.reason, REASON_NO_TREND);
        assert_near(finding->estimate.value, expected[i], 1e-12);
    }
    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++)
        assert_undefined(find(findings, MOTALAVEJ, rest[i], 0)->estimate, REASON_NO_TREND);
    for (int year = FIRST; year < FIRST + YEARS; year++)
        assert_null(find(findings, MOTALAVEJ, STATISTIC_PLACEBO_CHANGE, year));
}

static void without_a_start_only_the_two_changes_are_told(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator;
    make_series(world, &indicator);
    world->catalogue.plan.start = (struct period){.kind = PERIOD_UNKNOWN};
    const struct findings *findings = world_findings(world);
    assert_null(find(findings, MOTALAVEJ, STATISTIC_BEFORE_AFTER_MEAN, 0));
    assert_null(find(findings, MOTALAVEJ, STATISTIC_EXPOSURE, 2020));
    assert_non_null(find(findings, MOTALAVEJ, STATISTIC_GAP_CHANGE_AREA, 0));
}

static void the_two_changes_make_that_of_the_gap(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator;
    struct released_cell *cells = make_series(world, &indicator);
    const struct findings *findings = world_findings(world);
    double area = value(findings, STATISTIC_GAP_CHANGE_AREA, 0);
    double other = value(findings, STATISTIC_GAP_CHANGE_COMPARATOR, 0);
    assert_near(area, 25.8 - 28, 1e-12);
    assert_near(other, 19.8 - 19.9, 1e-12);
    assert_near(area - other, value(findings, STATISTIC_GAP_CHANGE, 0), 1e-12);
    const struct {
        double area, town;
        const char *moved;
    } cases[] = {
        {28, 19.9, "neither"},        {20, 19.9, "area"},
        {28, 12, "comparator"},       {20, 12, "both"},
        {20, 11.9, "both"},                                     /* though the gap lies still */
        {28, 19, "undetermined"},     {27, 19, "undetermined"}, /* the town alone, the gap not */
        {31, 20.4, "undetermined"}, /* nor the area alone, by three tests */
        {25.35, 20.4, "undetermined"}};
    struct released_cell *town = &world->cells[YEARS - 1];
    assert_int_equal(town->period.year, 2023);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cells[9].value = cases[i].area;
        town->value = cases[i].town;
        const struct finding *moved =
            find(world_findings(world), MOTALAVEJ, STATISTIC_GAP_CHANGE_MOVED, 0);
        assert_string_equal(moved->text, cases[i].moved);
    }
    indicator->measure = MEASURE_VALUE; /* no counts, no interval, no answer */
    const struct finding *moved =
        find(world_findings(world), MOTALAVEJ, STATISTIC_GAP_CHANGE_MOVED, 0);
    assert_null(moved->text);
    assert_int_equal(moved->estimate.reason, REASON_NO_COUNTS);
}

static void expected_regression_is_of_the_panel(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator;
    make_series(world, &indicator);
    const struct findings *findings = world_findings(world);
    struct chosen_areas one = chosen_areas(&findings->verdicts, indicator, &world->areas[BY]);
    assert_int_equal(one.count, 1);
    assert_near(one.between, 0, 0);
    assert_near(one.moved, one.intensity * sqrt(one.within), 1e-12);
    /* the year of the choice is one of seven in the mean, and all of itself */
    assert_near(value(findings, STATISTIC_REGRESSION_TO_MEAN, 0), one.moved / 7, 1e-15);
    assert_near(value(findings, STATISTIC_REGRESSION_TO_MEAN_YEAR, 0), one.moved, 0);
    double far[YEARS];
    for (size_t i = 0; i < YEARS; i++)
        far[i] = area_levels[i] + 12;
    world_series(world, indicator, RINGPARKEN, FIRST, far, YEARS);
    findings = world_findings(world);
    struct chosen_areas two = chosen_areas(&findings->verdicts, indicator, &world->areas[BY]);
    assert_int_equal(two.count, 2);
    assert_true(two.within > 0);
    /* two means 12 apart have the variance 72, of which the years' chance is a small part */
    assert_true(two.between < 72 && two.between > 70);
    assert_near(two.moved, two.intensity * two.within / sqrt(two.within + two.between), 1e-12);
    assert_true(two.moved < one.moved);
    assert_near(value(findings, STATISTIC_REGRESSION_TO_MEAN_YEAR, 0), two.moved, 0);
}

/* What happens after the start is no chance of the years that areas were chosen in. */
static void a_change_at_the_start_is_no_regression(void **state)
{
    static const double noise[YEARS] = {0.2, -0.2, 0.1, 0, -0.1, 0.2, -0.2, 0.1, -0.1, 0};
    struct series_world *world = *state;
    struct indicator *indicator;
    make_series(world, &indicator);
    struct released_cell *areas[] = {&world->cells[world->count - YEARS], NULL, NULL};
    for (size_t area = 1; area < 3; area++)
        areas[area] = world_series(world, indicator, MOTALAVEJ + area, FIRST, area_levels, YEARS);
    struct chosen_areas chosen[2];
    for (int stepped = 0; stepped < 2; stepped++) {
        for (size_t area = 0; area < 3; area++)
            for (size_t i = 0; i < YEARS; i++)
                areas[area][i].value =
                    32 + (double)area + noise[(i + 3 * area) % YEARS] - (stepped && i >= 7 ? 5 : 0);
        const struct findings *findings = world_findings(world);
        chosen[stepped] = chosen_areas(&findings->verdicts, indicator, &world->areas[BY]);
        assert_int_equal(chosen[stepped].measured, 3);
    }
    /* not quite the same: the pooled shares behind the variances are of all years */
    assert_near(chosen[1].within, chosen[0].within, 0.06 * chosen[0].within);
    assert_near(chosen[1].between, chosen[0].between, 0.1);
    assert_near(chosen[1].moved, chosen[0].moved, 0.05 * chosen[0].moved);
}

/* Of the areas together: one that has no second period after has a baseline year all the same. */
static void regression_from_one_year_needs_nothing_after(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator;
    struct released_cell *cells = make_series(world, &indicator);
    world_take(&cells[9], RELEASE_ABSENT, REASON_MISSING);
    const struct findings *findings = world_findings(world);
    assert_int_equal(find(findings, MOTALAVEJ, STATISTIC_REGRESSION_TO_MEAN, 0)->estimate.reason,
                     REASON_TOO_FEW_AFTER);
    const struct finding *year = find(findings, MOTALAVEJ, STATISTIC_REGRESSION_TO_MEAN_YEAR, 0);
    assert_int_equal(year->estimate.state, ESTIMATE_POINT);
    assert_int_equal(year->to.year, 2020);
    assert_int_equal(year->periods, 7);
}

static void all_chosen_areas_are_those_of_each_municipality(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator;
    make_series(world, &indicator);
    const struct indicator *other = world_indicator(world, "raten", POLARITY_DOWN);
    world_series(world, other, BY, FIRST, town_levels, YEARS);
    world_series(world, other, SYDBYEN, FIRST, town_levels, YEARS);
    const struct findings *findings = world_findings(world);
    const struct chosen_areas *all = chosen_areas_all(world->arena, &findings->verdicts);
    for (size_t i = 0; i < 2; i++) {
        struct chosen_areas own =
            chosen_areas(&findings->verdicts, &world->indicators[i], &world->areas[BY]);
        const struct chosen_areas *kept = &all[i * WORLD_AREAS + BY];
        assert_int_equal(kept->measured, 1);
        assert_near(kept->within, own.within, 0);
        assert_near(kept->moved, own.moved, 0);
        assert_int_equal(all[i * WORLD_AREAS + MOTALAVEJ].count, 0);
    }
    assert_true(all[BY].within > all[WORLD_AREAS + BY].within);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SERIES_TEST(exposure_is_the_share_after_the_start),
        SERIES_TEST(school_years_count_their_days),
        SERIES_TEST(means_and_change_leave_the_transition_out),
        SERIES_TEST(each_date_that_can_be_tried_has_its_change),
        SERIES_TEST(a_hidden_year_hides_all_but_in_transition),
        SERIES_TEST(too_little_on_a_side_is_no_comparison),
        SERIES_TEST(a_baseline_takes_three_periods),
        SERIES_TEST(without_a_trend_the_means_remain),
        SERIES_TEST(without_a_start_only_the_two_changes_are_told),
        SERIES_TEST(the_two_changes_make_that_of_the_gap),
        SERIES_TEST(expected_regression_is_of_the_panel),
        SERIES_TEST(a_change_at_the_start_is_no_regression),
        SERIES_TEST(regression_from_one_year_needs_nothing_after),
        SERIES_TEST(all_chosen_areas_are_those_of_each_municipality),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
