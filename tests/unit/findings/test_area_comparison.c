/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/area_comparison.h"

#include "series_world.h"

#include "pejling/base/number.h"
#include "pejling/findings/level.h"
#include "pejling/stats/heterogeneity.h"
#include "pejling/stats/line.h"

static const struct period none = {.kind = PERIOD_UNKNOWN};

static const struct finding *at(const struct series_world *world, const struct findings *findings,
                                size_t area, enum statistic statistic)
{
    return finding_at(findings, &world->indicators[0], &world->areas[area], statistic, none);
}

static const struct finding *pair(const struct series_world *world, const struct findings *findings,
                                  size_t area, size_t other, enum statistic statistic)
{
    return finding_against(findings, &world->indicators[0], &world->areas[area],
                           &world->areas[other], statistic, none);
}

/* Three areas and their municipality over ten years, from one level to another. */
static void write_lines(struct series_world *world, const struct indicator *indicator)
{
    world_line(world, indicator, BY, 50, 50);
    world_line(world, indicator, MOTALAVEJ, 40, 44);
    world_line(world, indicator, RINGPARKEN, 38, 36);
    world_line(world, indicator, SYDBYEN, 44, 48.5);
}

static void levels_are_compared_by_their_counts(void **state)
{
    struct series_world *world = *state;
    write_lines(world, world_indicator(world, "andelen", POLARITY_UP));
    const struct findings *findings = world_findings(world);
    const struct finding *row = at(world, findings, SAMLET, STATISTIC_LEVEL_HETEROGENEITY);
    struct area_count counts[3];
    for (size_t i = 0; i < 3; i++) {
        const struct released_cell *cell = released_cell(
            findings->table, row->indicator, &world->areas[MOTALAVEJ + i], world_year(2023));
        counts[i] = (struct area_count){cell->value / 100 * 2000, 2000};
    }
    struct level_heterogeneity expected = heterogeneity_of_levels(counts, 3);
    assert_near(row->estimate.value, expected.chi_squared, 1e-12);
    assert_near(row->p, expected.p, 1e-12);
    assert_int_equal(row->estimate.method, METHOD_CHI_SQUARED);
    assert_int_equal(row->compared, 3);
    assert_int_equal(row->to.year, 2023);
    assert_string_equal(row->text, "motalavej|ringparken|sydbyen");
}

static void few_events_take_the_exact_test_on_whole_counts(void **state)
{
    struct series_world *world = *state;
    const struct indicator *indicator = world_indicator(world, "andelen", POLARITY_DOWN);
    static const double with[] = {1, 9, 2}; /* of 60; shown as 1.7, 15.0 and 3.3 per cent */
    struct area_count counts[3];
    for (size_t i = 0; i < 3; i++) {
        double shown = number_round(with[i] / 60 * 100, 1);
        world_cell(world, indicator, MOTALAVEJ + i, 2020, shown)->denominator = 60;
        counts[i] = (struct area_count){with[i], 60};
    }
    const struct findings *findings = world_findings(world);
    const struct finding *row = at(world, findings, SAMLET, STATISTIC_LEVEL_HETEROGENEITY);
    struct level_heterogeneity exact = heterogeneity_of_levels(counts, 3);
    assert_true(exact.has_exact);
    assert_int_equal(row->estimate.method, METHOD_FREEMAN_HALTON);
    assert_near(row->p, exact.exact_p, 1e-12);
}

static void rates_are_compared_as_poisson_counts(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "raten", POLARITY_DOWN);
    indicator->measure = MEASURE_RATE;
    indicator->factor = 1000;
    for (size_t i = MOTALAVEJ; i <= SYDBYEN; i++)
        world_cell(world, indicator, i, 2020, 20.0 * (double)i); /* 40, 80 and 120 events */
    const struct findings *findings = world_findings(world);
    const struct finding *row = at(world, findings, SAMLET, STATISTIC_LEVEL_HETEROGENEITY);
    assert_near(row->estimate.value, 40, 1e-9); /* (40^2 + 0 + 40^2) / 80 */
    assert_near(row->p, chi_squared_tail(40, 2), 1e-15);
}

static void means_are_compared_by_welch_and_values_not_at_all(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "snittet", POLARITY_UP);
    struct indicator *values = world_indicator(world, "tallet", POLARITY_UP);
    indicator->measure = MEASURE_MEAN;
    values->measure = MEASURE_VALUE;
    indicator->factor = values->factor = 1;
    struct area_slope means[3];
    for (size_t i = 0; i < 3; i++) {
        struct released_cell *cell =
            world_cell(world, indicator, MOTALAVEJ + i, 2020, 6 + 0.5 * (double)i);
        cell->denominator = 25;
        cell->spread = 2;
        means[i] = (struct area_slope){cell->value, 0.4, 24};
        world_cell(world, values, MOTALAVEJ + i, 2020, (double)i);
    }
    const struct findings *findings = world_findings(world);
    struct slope_heterogeneity expected = heterogeneity_of_slopes(means, 3);
    const struct finding *row = at(world, findings, SAMLET, STATISTIC_LEVEL_HETEROGENEITY);
    assert_near(row->estimate.value, expected.welch_f, 1e-12);
    assert_near(row->p, expected.welch_p, 1e-12);
    assert_int_equal(row->estimate.method, METHOD_WELCH_MEANS);
    row = finding_at(findings, values, &world->areas[SAMLET], STATISTIC_LEVEL_HETEROGENEITY, none);
    assert_int_equal(row->estimate.reason, REASON_NO_COUNTS);
    row = finding_at(findings, values, &world->areas[SYDBYEN], STATISTIC_RANK, none);
    assert_int_equal(row->estimate.state, ESTIMATE_UNDEFINED); /* no rank without its interval */
    assert_int_equal(row->estimate.reason, REASON_NO_COUNTS);
}

static struct area_slope slope_of(const struct series_world *world, const struct findings *findings,
                                  size_t area)
{
    struct released_series series =
        released_series(findings->table, &world->indicators[0], &world->areas[area]);
    double x[10], y[10];
    for (size_t i = 0; i < 10; i++) {
        x[i] = series.cells[i].time;
        y[i] = series.cells[i].value;
    }
    struct line line = line_fit(x, y, 10, 0.95);
    return (struct area_slope){line.slope.value, line.standard_error, 8};
}

static void slopes_are_compared_by_welch_and_pairs_adjusted_by_holm(void **state)
{
    struct series_world *world = *state;
    write_lines(world, world_indicator(world, "andelen", POLARITY_UP));
    const struct findings *findings = world_findings(world);
    struct area_slope slopes[3];
    for (size_t i = 0; i < 3; i++)
        slopes[i] = slope_of(world, findings, MOTALAVEJ + i);
    struct slope_heterogeneity expected = heterogeneity_of_slopes(slopes, 3);
    const struct finding *row = at(world, findings, SAMLET, STATISTIC_SLOPE_HETEROGENEITY);
    assert_near(row->estimate.value, expected.welch_f, 1e-9 * expected.welch_f);
    assert_near(row->p, expected.welch_p, 1e-15);
    const struct finding *close =
        pair(world, findings, MOTALAVEJ, SYDBYEN, STATISTIC_SLOPE_DIFFERENCE);
    assert_near(close->estimate.value, slopes[0].slope - slopes[2].slope, 1e-12);
    assert_near(close->confidence, 1 - 0.05 / 3, 1e-12);
    assert_near(close->p_adjusted, close->p, 1e-15); /* the largest of the three */
    const struct finding *far =
        pair(world, findings, RINGPARKEN, SYDBYEN, STATISTIC_SLOPE_DIFFERENCE);
    assert_true(far->p < close->p);
    assert_near(far->p_adjusted, 3 * far->p, 1e-12 * far->p);
    const struct finding *between =
        pair(world, findings, MOTALAVEJ, RINGPARKEN, STATISTIC_SLOPE_DIFFERENCE);
    assert_true(far->p < between->p && between->p < close->p);
    assert_near(between->p_adjusted, 2 * between->p, 1e-12 * between->p);
    assert_null(pair(world, findings, SYDBYEN, RINGPARKEN, STATISTIC_SLOPE_DIFFERENCE));
}

static void pairs_have_simultaneous_intervals(void **state)
{
    struct series_world *world = *state;
    write_lines(world, world_indicator(world, "andelen", POLARITY_UP));
    const struct findings *findings = world_findings(world);
    const struct finding *row =
        pair(world, findings, MOTALAVEJ, SYDBYEN, STATISTIC_LEVEL_DIFFERENCE);
    struct estimate expected = gap_to_rest(
        released_cell(findings->table, row->indicator, row->area, world_year(2023)),
        released_cell(findings->table, row->indicator, row->comparator, world_year(2023)),
        1 - 0.05 / 3);
    assert_near(row->estimate.lower, expected.lower, 1e-12);
    assert_near(row->estimate.upper, expected.upper, 1e-12);
    assert_near(row->confidence, 1 - 0.05 / 3, 1e-12);
}

/* 36, 44 and 48.5 per cent of 2,000: the middle one is surely above the lowest, below the highest. */
static void ranks_are_what_the_pairs_allow_in_the_good_direction(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "andelen", POLARITY_UP);
    write_lines(world, indicator);
    const struct findings *findings = world_findings(world);
    static const double best[] = {2, 3, 1};
    for (size_t i = 0; i < 3; i++) {
        struct estimate rank = at(world, findings, MOTALAVEJ + i, STATISTIC_RANK)->estimate;
        assert_near(rank.value, best[i], 0);
        assert_near(rank.lower, best[i], 0);
        assert_near(rank.upper, best[i], 0);
    }
    indicator->polarity = POLARITY_DOWN;
    findings = world_findings(world);
    assert_near(at(world, findings, RINGPARKEN, STATISTIC_RANK)->estimate.upper, 1, 0);
    indicator->polarity = POLARITY_NEUTRAL;
    findings = world_findings(world);
    assert_int_equal(at(world, findings, RINGPARKEN, STATISTIC_RANK)->estimate.reason,
                     REASON_NOT_APPLICABLE);
}

static void ranks_that_cannot_be_told_apart_are_all_possible(void **state)
{
    struct series_world *world = *state;
    const struct indicator *indicator = world_indicator(world, "andelen", POLARITY_UP);
    for (size_t i = MOTALAVEJ; i <= SYDBYEN; i++)
        world_cell(world, indicator, i, 2020, i == SYDBYEN ? 41 : 40)->denominator = 200;
    const struct findings *findings = world_findings(world);
    struct estimate rank = at(world, findings, MOTALAVEJ, STATISTIC_RANK)->estimate;
    assert_near(rank.value, 2, 0); /* shared with the equal one */
    assert_near(rank.lower, 1, 0);
    assert_near(rank.upper, 3, 0);
    rank = at(world, findings, RINGPARKEN, STATISTIC_RANK)->estimate;
    assert_near(rank.value, 2, 0);
}

static void a_hidden_area_is_left_out_and_said_to_be(void **state)
{
    struct series_world *world = *state;
    const struct indicator *indicator = world_indicator(world, "andelen", POLARITY_UP);
    for (size_t i = MOTALAVEJ; i <= SYDBYEN; i++)
        for (int year = 2014; year <= 2023; year++) {
            struct released_cell *cell =
                world_cell(world, indicator, i, year, 40 + (double)i + 0.1 * (year % 3));
            if (i == SYDBYEN)
                world_take(cell, RELEASE_HIDDEN, REASON_SUPPRESSED);
        }
    const struct findings *findings = world_findings(world);
    const struct finding *row = at(world, findings, SAMLET, STATISTIC_LEVEL_HETEROGENEITY);
    assert_int_equal(row->compared, 2);
    assert_string_equal(row->text, "motalavej|ringparken");
    row = pair(world, findings, MOTALAVEJ, SYDBYEN, STATISTIC_LEVEL_DIFFERENCE);
    assert_true(row->hidden);
    assert_int_equal(row->estimate.reason, REASON_SUPPRESSED);
    row = pair(world, findings, MOTALAVEJ, SYDBYEN, STATISTIC_SLOPE_DIFFERENCE);
    assert_true(row->hidden);
    row = pair(world, findings, MOTALAVEJ, RINGPARKEN, STATISTIC_SLOPE_DIFFERENCE);
    assert_int_equal(row->estimate.state, ESTIMATE_INTERVAL);
    assert_near(row->confidence, 0.95, 1e-12); /* one pair is left */
    assert_true(at(world, findings, SYDBYEN, STATISTIC_RANK)->hidden);
    assert_true(at(world, findings, MOTALAVEJ, STATISTIC_RANK)->estimate.upper <= 2);
}

static void a_break_leaves_too_few_common_periods(void **state)
{
    struct series_world *world = *state;
    const struct indicator *indicator = world_indicator(world, "andelen", POLARITY_UP);
    write_lines(world, indicator);
    world_break(world, indicator, 2020);
    const struct findings *findings = world_findings(world);
    const struct finding *row = at(world, findings, SAMLET, STATISTIC_SLOPE_HETEROGENEITY);
    assert_int_equal(row->estimate.reason, REASON_SERIES_BREAK);
    assert_int_equal(row->periods, 4);
    row = pair(world, findings, MOTALAVEJ, SYDBYEN, STATISTIC_SLOPE_DIFFERENCE);
    assert_int_equal(row->estimate.reason, REASON_SERIES_BREAK);
    assert_int_equal(at(world, findings, MOTALAVEJ, STATISTIC_RANK)->estimate.state,
                     ESTIMATE_INTERVAL);
}

/*
 * One area is withheld by the source from 2017 on: the others' levels are compared in the latest
 * year, and their slopes in all ten.
 */
static void an_area_that_stopped_does_not_hold_the_others_back(void **state)
{
    struct series_world *world = *state;
    const struct indicator *indicator = world_indicator(world, "andelen", POLARITY_UP);
    write_lines(world, indicator);
    for (size_t i = 0; i < world->count; i++)
        if (world->cells[i].area == &world->areas[MOTALAVEJ] && world->cells[i].period.year > 2016)
            world_take(&world->cells[i], RELEASE_ABSENT, REASON_SUPPRESSED_SOURCE);
    const struct findings *findings = world_findings(world);
    const struct finding *row = at(world, findings, SAMLET, STATISTIC_LEVEL_HETEROGENEITY);
    assert_int_equal(row->to.year, 2023);
    assert_int_equal(row->compared, 2);
    assert_string_equal(row->text, "ringparken|sydbyen");
    row = pair(world, findings, RINGPARKEN, SYDBYEN, STATISTIC_SLOPE_DIFFERENCE);
    assert_int_equal(row->periods, 10);
    assert_true(row->has_p);
    row = pair(world, findings, MOTALAVEJ, SYDBYEN, STATISTIC_SLOPE_DIFFERENCE);
    assert_int_equal(row->estimate.reason, REASON_SUPPRESSED_SOURCE);
    assert_false(row->has_p);
    row = at(world, findings, MOTALAVEJ, STATISTIC_RANK);
    assert_int_equal(row->estimate.reason, REASON_SUPPRESSED_SOURCE);
}

/* Each pair has its own periods; a hidden year takes only its own pairs' tests away. */
static void a_hidden_year_leaves_no_test_of_slopes(void **state)
{
    struct series_world *world = *state;
    write_lines(world, world_indicator(world, "andelen", POLARITY_UP));
    struct released_cell *hidden = &world->cells[14];
    assert_ptr_equal(hidden->area, &world->areas[MOTALAVEJ]);
    world_take(hidden, RELEASE_HIDDEN, REASON_SUPPRESSED);
    const struct findings *findings = world_findings(world);
    const struct finding *row = at(world, findings, SAMLET, STATISTIC_SLOPE_HETEROGENEITY);
    assert_int_equal(row->estimate.state, ESTIMATE_UNDEFINED);
    assert_int_equal(row->estimate.reason, REASON_SUPPRESSED);
    assert_true(row->hidden);
    assert_false(row->has_p);
    row = pair(world, findings, MOTALAVEJ, SYDBYEN, STATISTIC_SLOPE_DIFFERENCE);
    assert_true(row->hidden);
    assert_false(row->has_p || row->has_p_adjusted);
    row = pair(world, findings, RINGPARKEN, SYDBYEN, STATISTIC_SLOPE_DIFFERENCE);
    assert_true(row->has_p);
    assert_near(row->p_adjusted, row->p, 1e-15); /* the only pair that is tested */
    assert_int_equal(at(world, findings, SAMLET, STATISTIC_LEVEL_HETEROGENEITY)->compared, 3);
}

static void one_area_is_compared_with_nobody(void **state)
{
    struct series_world *world = *state;
    const struct indicator *indicator = world_indicator(world, "andelen", POLARITY_UP);
    world_line(world, indicator, BY, 50, 50);
    world_line(world, indicator, MOTALAVEJ, 40, 44);
    const struct findings *findings = world_findings(world);
    for (size_t i = 0; i < findings->count; i++) {
        enum statistic statistic = findings->rows[i].statistic;
        assert_false(statistic >= STATISTIC_POOLED_GAP_SLOPE && statistic <= STATISTIC_RANK);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SERIES_TEST(levels_are_compared_by_their_counts),
        SERIES_TEST(few_events_take_the_exact_test_on_whole_counts),
        SERIES_TEST(rates_are_compared_as_poisson_counts),
        SERIES_TEST(means_are_compared_by_welch_and_values_not_at_all),
        SERIES_TEST(slopes_are_compared_by_welch_and_pairs_adjusted_by_holm),
        SERIES_TEST(pairs_have_simultaneous_intervals),
        SERIES_TEST(ranks_are_what_the_pairs_allow_in_the_good_direction),
        SERIES_TEST(ranks_that_cannot_be_told_apart_are_all_possible),
        SERIES_TEST(a_hidden_area_is_left_out_and_said_to_be),
        SERIES_TEST(a_break_leaves_too_few_common_periods),
        SERIES_TEST(an_area_that_stopped_does_not_hold_the_others_back),
        SERIES_TEST(a_hidden_year_leaves_no_test_of_slopes),
        SERIES_TEST(one_area_is_compared_with_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
