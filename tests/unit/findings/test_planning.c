/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/planning.h"

#include "series_world.h"

#include "pejling/stats/detect.h"

static const struct finding *find(const struct findings *findings,
                                  const struct indicator *indicator, const struct area *area,
                                  enum statistic statistic)
{
    const struct finding *finding =
        finding_at(findings, indicator, area, statistic, world_year(2000));
    assert_non_null(finding);
    return finding;
}

/* Three areas of one indicator, from `first` on, and the municipality and total beside them. */
static const struct indicator *three_areas(struct series_world *world, int first, size_t count)
{
    static const double steps[12] = {0, 2, -1, 1, -2, 0, 1, -1, 2, 0, -1, 1};
    const struct indicator *indicator = world_indicator(world, "andel", POLARITY_DOWN);
    for (size_t area = BY; area <= SAMLET; area++)
        for (size_t i = 0; i < count; i++)
            world_cell(world, indicator, area, first + (int)i,
                       20 + 3 * (double)area + steps[(i + 2 * area) % 12]);
    return indicator;
}

static void the_next_figure_is_measured_by_the_spread_about_the_line(void **state)
{
    struct series_world *world = *state;
    const struct indicator *indicator = three_areas(world, 2014, 8);
    const struct findings *findings = world_findings(world);
    const struct area *area = &world->areas[RINGPARKEN];
    const struct gls_points *points =
        &verdict_of(&findings->verdicts, indicator, area)->series->points;
    double tau2 = verdict_of(&findings->verdicts, indicator, area)->gap_line.fits[0].random.tau2;
    double sd = detect_year_spread(points->variance, points->n, tau2);
    const struct finding *change = find(findings, indicator, area, STATISTIC_DETECTABLE_CHANGE);
    double errors = student_quantile(0.975, 6) + student_quantile(0.8, 6);
    assert_near(change->estimate.value, errors * sd * sqrt(2), 1e-9);
    assert_int_equal(change->estimate.method, METHOD_POWER);
    assert_int_equal(change->periods, 8);
    assert_false(change->has_p);
    assert_near(find(findings, indicator, area, STATISTIC_DETECTABLE_CHANGE_YEARS)->estimate.value,
                change->estimate.value / sqrt(3), 1e-9);
}

/* The same by hand: three areas of one size have one weight each, up to their own scatter. */
static void the_areas_as_one_are_their_mean_gap(void **state)
{
    struct series_world *world = *state;
    const struct indicator *indicator = three_areas(world, 2014, 8);
    const struct findings *findings = world_findings(world);
    double gaps[8] = {0}, x[8], variances[8] = {0}, total = 0;
    for (size_t area = MOTALAVEJ; area <= SYDBYEN; area++) {
        const struct gap_verdict *verdict =
            verdict_of(&findings->verdicts, indicator, &world->areas[area]);
        const struct gls_points *points = &verdict->series->points;
        double sd = detect_year_spread(points->variance, 8, verdict->gap_line.fits[0].random.tau2);
        double weight = 1 / (sd * sd);
        total += weight;
        for (size_t i = 0; i < 8; i++) {
            x[i] = points->x[i];
            gaps[i] += weight * points->y[i];
            variances[i] += weight * weight * points->variance[i];
        }
    }
    for (size_t i = 0; i < 8; i++) {
        gaps[i] /= total;
        variances[i] /= total * total;
    }
    const struct gls_points mean = {x, gaps, variances, 8};
    double tau2 = gap_line_fit(&mean, 0, 0.95).fits[1].random.tau2;
    double errors = student_quantile(0.975, 6) + student_quantile(0.8, 6);
    const struct finding *together =
        find(findings, indicator, &world->areas[SAMLET], STATISTIC_DETECTABLE_CHANGE_AREAS);
    assert_near(together->estimate.value, errors * detect_year_spread(variances, 8, tau2) * sqrt(2),
                1e-9);
    assert_null(finding_at(findings, indicator, &world->areas[SYDBYEN],
                           STATISTIC_DETECTABLE_CHANGE_AREAS, world_year(2000)));
}

/* With chance within the years alone, three areas alike are better than one by the root of 3. */
static void areas_alike_are_better_by_the_root_of_their_number(void **state)
{
    struct series_world *world = *state;
    const struct indicator *indicator = world_indicator(world, "andel", POLARITY_DOWN);
    for (int year = 2014; year < 2022; year++)
        for (size_t area = BY; area <= SAMLET; area++)
            world_cell(world, indicator, area, year, area == BY ? 20 : 30);
    const struct findings *findings = world_findings(world);
    assert_near(find(findings, indicator, &world->areas[SAMLET], STATISTIC_DETECTABLE_CHANGE_AREAS)
                    ->estimate.value,
                find(findings, indicator, &world->areas[SYDBYEN], STATISTIC_DETECTABLE_CHANGE)
                        ->estimate.value /
                    sqrt(3),
                1e-9);
}

/* A comparator that jumps is in all gaps alike: the areas as one see no better for it. */
static void what_the_areas_have_in_common_stays(void **state)
{
    struct series_world *world = *state;
    static const double jumps[8] = {0, 4, -3, 5, -4, 3, -5, 2};
    struct indicator *indicator = world_indicator(world, "andel", POLARITY_DOWN);
    for (size_t area = BY; area <= SYDBYEN; area++)
        for (size_t i = 0; i < 8; i++)
            world_cell(world, indicator, area, 2014 + (int)i, area == BY ? 30 + jumps[i] : 40);
    world_cell(world, indicator, SAMLET, 2021, 40);
    const struct findings *findings = world_findings(world);
    double alone = find(findings, indicator, &world->areas[SYDBYEN], STATISTIC_DETECTABLE_CHANGE)
                       ->estimate.value;
    double together =
        find(findings, indicator, &world->areas[SAMLET], STATISTIC_DETECTABLE_CHANGE_AREAS)
            ->estimate.value;
    assert_true(together > 0.9 * alone);
}

/* Two figures a year: three years have six. */
static void three_years_have_the_figures_they_have(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "andel", POLARITY_UP);
    indicator->reporting = (struct reporting){PERIOD_QUARTER, 0, 0};
    for (int i = 0; i < 16; i += 2)
        for (size_t area = BY; area <= MOTALAVEJ; area++) {
            struct released_cell *cell =
                world_cell(world, indicator, area, 2015 + i / 4, 30 + 7 * i % 5 + (double)area);
            cell->period =
                (struct period){PERIOD_QUARTER, (short)(2015 + i / 4), (signed char)(1 + i % 4), 0};
            cell->time = period_time(cell->period, indicator->reporting);
        }
    const struct findings *findings = world_findings(world);
    const struct area *area = &world->areas[MOTALAVEJ];
    assert_near(find(findings, indicator, area, STATISTIC_DETECTABLE_CHANGE_YEARS)->estimate.value,
                find(findings, indicator, area, STATISTIC_DETECTABLE_CHANGE)->estimate.value /
                    sqrt(6),
                1e-9);
}

static void a_short_series_gives_a_lower_limit(void **state)
{
    struct series_world *world = *state;
    const struct indicator *indicator = three_areas(world, 2022, 2);
    const struct findings *findings = world_findings(world);
    const struct area *area = &world->areas[MOTALAVEJ];
    const struct finding *change = find(findings, indicator, area, STATISTIC_DETECTABLE_CHANGE);
    const struct gls_points *points =
        &verdict_of(&findings->verdicts, indicator, area)->series->points;
    double sd = sqrt((points->variance[0] + points->variance[1]) / 2);
    assert_near(change->estimate.value,
                (normal_quantile(0.975) + normal_quantile(0.8)) * sd * sqrt(2), 1e-9);
    assert_int_equal(change->estimate.method, METHOD_POWER_WITHIN);
    assert_near(find(findings, indicator, area, STATISTIC_VERDICT_YEAR)->estimate.value, 2026, 0);
}

static void a_long_series_has_its_verdict_already(void **state)
{
    struct series_world *world = *state;
    const struct indicator *indicator = three_areas(world, 2014, 8);
    const struct findings *findings = world_findings(world);
    const struct finding *year =
        find(findings, indicator, &world->areas[SAMLET], STATISTIC_VERDICT_YEAR);
    assert_int_equal(year->estimate.state, ESTIMATE_UNDEFINED);
    assert_int_equal(year->estimate.reason, REASON_NOT_APPLICABLE);
}

/* Every other year: five of them span more than four years. */
static void the_steps_of_the_series_go_on(void **state)
{
    struct series_world *world = *state;
    const struct indicator *indicator = world_indicator(world, "andel", POLARITY_UP);
    for (int year = 2019; year <= 2023; year += 2) {
        world_cell(world, indicator, BY, year, 40);
        world_cell(world, indicator, MOTALAVEJ, year, 30 + year % 3);
    }
    const struct findings *findings = world_findings(world);
    assert_near(
        find(findings, indicator, &world->areas[MOTALAVEJ], STATISTIC_VERDICT_YEAR)->estimate.value,
        2027, 0);
}

/* One event a year: ten take ten years. */
static void few_events_take_more_years_or_never_come(void **state)
{
    struct series_world *world = *state;
    const struct indicator *indicator = world_indicator(world, "andel", POLARITY_UP);
    for (int year = 2015; year <= 2020; year++) {
        world_cell(world, indicator, BY, year, 10);
        world_cell(world, indicator, MOTALAVEJ, year, 1)->denominator = 100;
        world_cell(world, indicator, RINGPARKEN, year, 0);
        world_cell(world, indicator, SYDBYEN, year, 40)->denominator = 15;
    }
    const struct findings *findings = world_findings(world);
    assert_near(
        find(findings, indicator, &world->areas[MOTALAVEJ], STATISTIC_VERDICT_YEAR)->estimate.value,
        2024, 0);
    for (size_t area = RINGPARKEN; area <= SYDBYEN; area++) {
        const struct finding *never =
            find(findings, indicator, &world->areas[area], STATISTIC_VERDICT_YEAR);
        assert_int_equal(never->estimate.state, ESTIMATE_UNDEFINED);
        assert_int_equal(never->estimate.reason, REASON_TOO_FEW_EVENTS);
    }
}

static void what_cannot_be_judged_gets_no_year(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "andel", POLARITY_UP);
    indicator->has_trend = false;
    for (int year = 2015; year <= 2020; year++)
        world_cell(world, indicator, MOTALAVEJ, year, 30);
    world_line(world, indicator, BY, 40, 41);
    const struct indicator *alone = world_indicator(world, "ene", POLARITY_UP);
    world_cell(world, alone, MOTALAVEJ, 2020, 30);
    const struct findings *findings = world_findings(world);
    const struct area *area = &world->areas[MOTALAVEJ];
    assert_int_equal(find(findings, indicator, area, STATISTIC_VERDICT_YEAR)->estimate.reason,
                     REASON_NO_TREND);
    assert_int_equal(find(findings, alone, area, STATISTIC_VERDICT_YEAR)->estimate.reason,
                     REASON_NO_COMPARATOR);
    assert_int_equal(find(findings, alone, area, STATISTIC_DETECTABLE_CHANGE)->estimate.reason,
                     REASON_TOO_FEW_YEARS);
    assert_null(finding_at(findings, indicator, &world->areas[BY], STATISTIC_VERDICT_YEAR,
                           world_year(2000)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SERIES_TEST(the_next_figure_is_measured_by_the_spread_about_the_line),
        SERIES_TEST(the_areas_as_one_are_their_mean_gap),
        SERIES_TEST(areas_alike_are_better_by_the_root_of_their_number),
        SERIES_TEST(what_the_areas_have_in_common_stays),
        SERIES_TEST(three_years_have_the_figures_they_have),
        SERIES_TEST(a_short_series_gives_a_lower_limit),
        SERIES_TEST(a_long_series_has_its_verdict_already),
        SERIES_TEST(the_steps_of_the_series_go_on),
        SERIES_TEST(few_events_take_more_years_or_never_come),
        SERIES_TEST(what_cannot_be_judged_gets_no_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
