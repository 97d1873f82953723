/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/target_outlook.h"

#include "series_world.h"

#include "pejling/stats/interval.h"
#include "pejling/stats/line.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static const double falling[10] = {30, 29.5, 28.4, 28.1, 27, 26.3, 26.1, 25, 24.4, 24};

/* The outlook of the world's only target, of its figures as they stand. */
static struct target_outlook outlook_of(struct series_world *world)
{
    const struct findings *findings = world_findings(world);
    assert_int_equal(findings->targets.count, 1);
    assert_int_equal(world->catalogue.target_count, 1);
    return findings->targets.items[0];
}

static void assert_told(const struct target_outlook *outlook, enum target_state state,
                        enum target_basis basis, enum reason reason)
{
    assert_int_equal(outlook->state, state);
    assert_int_equal(outlook->basis, basis);
    assert_int_equal(outlook->reason, reason);
    if (basis == TARGET_BY_NOTHING)
        assert_undefined(outlook->estimate, reason);
}

static void assert_not_told(const struct target_outlook *outlook, enum reason reason)
{
    assert_told(outlook, TARGET_NOT_DETERMINABLE, TARGET_BY_NOTHING, reason);
    assert_int_equal(outlook->periods, 0);
}

/* --- by a figure ------------------------------------------------------------------------------ */
static void the_figure_of_its_own_time_decides_by_the_good_direction(void **state)
{
    static const struct {
        enum polarity polarity;
        double target;
        enum target_state state;
    } cases[] = {
        {POLARITY_DOWN, 24.1, TARGET_REACHED},    {POLARITY_DOWN, 24, TARGET_REACHED},
        {POLARITY_DOWN, 23.9, TARGET_OFF_COURSE}, {POLARITY_UP, 23.9, TARGET_REACHED},
        {POLARITY_UP, 24, TARGET_REACHED},        {POLARITY_UP, 24.1, TARGET_OFF_COURSE},
    };
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "neet", POLARITY_DOWN);
    struct target *target = world_target(world, indicator, RINGPARKEN, 2023, 0);
    world_series(world, indicator, RINGPARKEN, 2014, falling, 10);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        indicator->polarity = cases[i].polarity;
        target->value = cases[i].target;
        struct target_outlook outlook = outlook_of(world);
        assert_told(&outlook, cases[i].state, TARGET_BY_FIGURE, REASON_NONE);
        struct estimate level = estimate_scale(interval_wilson(480, 2000, 0.95), 100);
        assert_interval(outlook.estimate, level.value, level.lower, level.upper, 1e-9);
        assert_int_equal(outlook.estimate.method, METHOD_WILSON);
        assert_int_equal(period_compare(outlook.from, world_year(2023)), 0);
        assert_int_equal(outlook.periods, 1);
        assert_true(target_holds(&outlook));
    }
    target->value = 30;
    struct target_outlook far = outlook_of(world);
    assert_false(target_holds(&far));
}

/* What readers see as 24,0 is not short of a target of 24. */
static void a_figure_is_compared_as_it_is_shown(void **state)
{
    static const struct {
        double figure, target;
        int decimals;
        enum target_state state;
    } cases[] = {{24.04, 24, 1, TARGET_REACHED},        {24.06, 24, 1, TARGET_OFF_COURSE},
                 {24.04, 24, 2, TARGET_OFF_COURSE},     {24.254, 24.25, 1, TARGET_REACHED},
                 {24.256, 24.25, 1, TARGET_OFF_COURSE}, {24.3, 24.25, 0, TARGET_OFF_COURSE}};
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "neet", POLARITY_DOWN);
    struct target *target = world_target(world, indicator, RINGPARKEN, 2023, 0);
    struct released_cell *cell = world_cell(world, indicator, RINGPARKEN, 2023, 0);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        indicator->decimals = cases[i].decimals;
        cell->value = cases[i].figure;
        target->value = cases[i].target;
        struct target_outlook outlook = outlook_of(world);
        assert_told(&outlook, cases[i].state, TARGET_BY_FIGURE, REASON_NONE);
    }
}

static void a_target_has_the_decimals_it_is_written_with(void **state)
{
    (void)state;
    assert_int_equal(target_decimals(20), 0);
    assert_int_equal(target_decimals(6.2), 1);
    assert_int_equal(target_decimals(-0.05), 2);
    assert_int_equal(target_decimals(18.255), 3);
    assert_int_equal(target_decimals(1.0 / 3), 3);
    assert_int_equal(target_decimals(250000), 0);
}

/* A figure has those too, so that both can be held up against each other. */
static void a_figure_has_as_many_decimals_as_its_target(void **state)
{
    const struct indicator indicator = {.decimals = 1};
    struct target target = {.indicator = &indicator, .value = 24};
    (void)state;
    assert_int_equal(target_figure_decimals(&target), 1);
    target.value = 22.25;
    assert_int_equal(target_figure_decimals(&target), 2);
}

static void the_figure_is_that_of_its_time_and_not_the_latest(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "neet", POLARITY_DOWN);
    world_target(world, indicator, RINGPARKEN, 2020, 25);
    struct released_cell *cells = world_series(world, indicator, RINGPARKEN, 2014, falling, 10);
    struct target_outlook outlook = outlook_of(world); /* 26.1 in 2020; 24.0 since */
    assert_told(&outlook, TARGET_OFF_COURSE, TARGET_BY_FIGURE, REASON_NONE);
    assert_near(outlook.estimate.value, 26.1, 1e-9);
    world_take(&cells[6], RELEASE_ABSENT, REASON_MISSING); /* not measured then: the first after */
    outlook = outlook_of(world);
    assert_told(&outlook, TARGET_REACHED, TARGET_BY_FIGURE, REASON_NONE);
    assert_int_equal(period_compare(outlook.from, world_year(2021)), 0);
    world_break(world, indicator, 2021); /* which is then another series */
    outlook = outlook_of(world);
    assert_not_told(&outlook, REASON_SERIES_BREAK);
}

static void a_hidden_figure_of_its_time_is_not_gone_round(void **state)
{
    static const enum reason reasons[] = {REASON_SUPPRESSED, REASON_WITHHELD};
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "neet", POLARITY_DOWN);
    world_target(world, indicator, RINGPARKEN, 2020, 25);
    struct released_cell *cells = world_series(world, indicator, RINGPARKEN, 2014, falling, 10);
    for (size_t i = 0; i < COUNT_OF(reasons); i++) {
        world_take(&cells[6], RELEASE_HIDDEN, reasons[i]);
        struct target_outlook outlook = outlook_of(world);
        assert_not_told(&outlook, reasons[i]);
        assert_true(outlook.hidden);
    }
}

static void a_level_that_meets_it_before_its_time_has_reached_it(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "neet", POLARITY_DOWN);
    struct target *target = world_target(world, indicator, RINGPARKEN, 2025, 24);
    struct released_cell *cells = world_series(world, indicator, RINGPARKEN, 2014, falling, 10);
    struct target_outlook outlook = outlook_of(world);
    assert_told(&outlook, TARGET_REACHED, TARGET_BY_LATEST, REASON_NONE);
    assert_near(outlook.estimate.value, 24, 1e-9);
    indicator->has_trend = false; /* which it takes no trend for */
    outlook = outlook_of(world);
    assert_told(&outlook, TARGET_REACHED, TARGET_BY_LATEST, REASON_NONE);
    target->period = (struct period){.kind = PERIOD_UNKNOWN}; /* nor a time */
    outlook = outlook_of(world);
    assert_told(&outlook, TARGET_REACHED, TARGET_BY_LATEST, REASON_NONE);
    world_take(&cells[9], RELEASE_HIDDEN, REASON_SUPPRESSED); /* but the latest of all */
    outlook = outlook_of(world);
    assert_not_told(&outlook, REASON_SUPPRESSED);
    assert_true(outlook.hidden);
}

/* --- by the trend ----------------------------------------------------------------------------- */
static void the_trend_leads_where_its_line_does(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "neet", POLARITY_DOWN);
    struct target *target = world_target(world, indicator, RINGPARKEN, 2025, 0);
    double x[10];
    for (size_t i = 0; i < 10; i++)
        x[i] = 2014.5 + (double)i;
    world_series(world, indicator, RINGPARKEN, 2014, falling, 10);
    struct line line = line_fit(x, falling, 10, 0.95);
    struct estimate led = line_predict(&line, 2025.5, 0.95);
    const struct {
        double target;
        enum target_state state;
        enum reason reason;
    } cases[] = {
        {23.9, TARGET_ON_COURSE, REASON_NONE},
        {led.upper + 0.01, TARGET_ON_COURSE, REASON_NONE},
        {led.upper - 0.01, TARGET_NOT_DETERMINABLE, REASON_IMPRECISE},
        {led.value, TARGET_NOT_DETERMINABLE, REASON_IMPRECISE},
        {led.lower + 0.01, TARGET_NOT_DETERMINABLE, REASON_IMPRECISE},
        {led.lower - 0.01, TARGET_OFF_COURSE, REASON_NONE},
        {5, TARGET_OFF_COURSE, REASON_NONE},
    };
    assert_true(led.upper < 23.5); /* so that the cases are what they are meant to be */
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        target->value = cases[i].target;
        struct target_outlook outlook = outlook_of(world);
        assert_told(&outlook, cases[i].state, TARGET_BY_TREND, cases[i].reason);
        assert_interval(outlook.estimate, led.value, led.lower, led.upper, 1e-9);
        assert_int_equal(outlook.estimate.method, METHOD_OLS_PREDICTION);
        assert_int_equal(outlook.estimate.reason, cases[i].reason);
        assert_int_equal(target_holds(&outlook), cases[i].reason == REASON_IMPRECISE);
        assert_int_equal(period_compare(outlook.from, world_year(2014)), 0);
        assert_int_equal(period_compare(outlook.to, world_year(2023)), 0);
        assert_int_equal(outlook.periods, 10);
    }
}

static void where_more_is_better_the_sides_change(void **state)
{
    static const struct {
        double target;
        enum target_state state;
    } cases[] = {
        {76.2, TARGET_ON_COURSE}, {77.7, TARGET_NOT_DETERMINABLE}, {80, TARGET_OFF_COURSE}};
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "job", POLARITY_UP);
    struct target *target = world_target(world, indicator, RINGPARKEN, 2025, 0);
    double rising[10];
    for (size_t i = 0; i < 10; i++)
        rising[i] = 100 - falling[i];
    world_series(world, indicator, RINGPARKEN, 2014, rising, 10);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        target->value = cases[i].target;
        assert_int_equal(outlook_of(world).state, cases[i].state);
    }
}

static void real_time_is_what_the_line_is_on(void **state)
{
    static const int elections[] = {2001, 2005, 2009, 2013, 2017, 2021};
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "valg", POLARITY_UP);
    world_target(world, indicator, RINGPARKEN, 2025, 80);
    double x[6];
    for (size_t i = 0; i < 6; i++) {
        x[i] = elections[i] + 0.5;
        world_cell(world, indicator, RINGPARKEN, elections[i], falling[i]);
    }
    struct line line = line_fit(x, falling, 6, 0.95);
    struct estimate led = line_predict(&line, 2025.5, 0.95);
    assert_interval(outlook_of(world).estimate, led.value, led.lower, led.upper, 1e-9);
}

static void a_trend_must_bear_being_followed(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "neet", POLARITY_DOWN);
    struct target *target = world_target(world, indicator, RINGPARKEN, 2027, 5);
    struct released_cell *cells = world_series(world, indicator, RINGPARKEN, 2014, falling, 10);
    assert_int_equal(outlook_of(world).state, TARGET_OFF_COURSE); /* 4 of 9 years ahead */
    target->period = world_year(2028);
    struct target_outlook outlook = outlook_of(world); /* 5 of 9 */
    assert_not_told(&outlook, REASON_TOO_FAR);
    target->period.kind = PERIOD_UNKNOWN;
    outlook = outlook_of(world);
    assert_not_told(&outlook, REASON_UNBOUNDED);
    target->period = world_year(2025);
    indicator->polarity = POLARITY_NEUTRAL;
    outlook = outlook_of(world);
    assert_not_told(&outlook, REASON_NOT_APPLICABLE);
    indicator->polarity = POLARITY_DOWN;
    world_take(&cells[3], RELEASE_ABSENT, REASON_MISSING); /* a hole alone hinders nothing */
    assert_int_equal(outlook_of(world).state, TARGET_OFF_COURSE);
    world_take(&cells[3], RELEASE_HIDDEN, REASON_SUPPRESSED);
    outlook = outlook_of(world);
    assert_not_told(&outlook, REASON_SUPPRESSED);
    assert_true(outlook.hidden);
    indicator->has_trend = false;
    outlook = outlook_of(world);
    assert_not_told(&outlook, REASON_NO_TREND);
    assert_false(outlook.hidden);
}

static void a_trend_takes_the_years_of_a_verdict(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "neet", POLARITY_DOWN);
    world_target(world, indicator, RINGPARKEN, 2019, 5);
    struct released_cell *cells = world_series(world, indicator, RINGPARKEN, 2014, falling, 5);
    assert_int_equal(outlook_of(world).state, TARGET_OFF_COURSE);
    world_take(&cells[2], RELEASE_ABSENT, REASON_MISSING);
    struct target_outlook outlook = outlook_of(world);
    assert_not_told(&outlook, REASON_TOO_FEW_YEARS);
}

static void only_the_last_segment_leads_anywhere(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "neet", POLARITY_DOWN);
    world_target(world, indicator, RINGPARKEN, 2025, 5);
    struct released_cell *cells = world_series(world, indicator, RINGPARKEN, 2014, falling, 10);
    world_take(&cells[1], RELEASE_HIDDEN, REASON_SUPPRESSED);
    world_break(world, indicator, 2019); /* five years are left, and none of them is hidden */
    struct target_outlook outlook = outlook_of(world);
    assert_told(&outlook, TARGET_OFF_COURSE, TARGET_BY_TREND, REASON_NONE);
    assert_int_equal(period_compare(outlook.from, world_year(2019)), 0);
    assert_int_equal(outlook.periods, 5);
    world->breaks[0].time = 2020;
    outlook = outlook_of(world);
    assert_not_told(&outlook, REASON_SERIES_BREAK);
    world->breaks[0].time = 2024; /* still to come */
    outlook = outlook_of(world);
    assert_not_told(&outlook, REASON_SERIES_BREAK);
}

/* Levels near 0: the interval ends there, and a line that crosses it has been followed too far. */
static void nothing_impossible_is_foretold(void **state)
{
    static const double low[] = {6, 5, 4, 3, 2.5, 2.2, 1.5, 1}, lower[] = {8, 7, 6, 5, 4, 3, 2, 1};
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "neet", POLARITY_DOWN);
    world_target(world, indicator, RINGPARKEN, 2023, 0.2);
    struct released_cell *cells = world_series(world, indicator, RINGPARKEN, 2015, low, 8);
    struct target_outlook outlook = outlook_of(world);
    assert_told(&outlook, TARGET_NOT_DETERMINABLE, TARGET_BY_TREND, REASON_IMPRECISE);
    assert_near(outlook.estimate.lower, 0, 0);
    assert_true(outlook.estimate.value > 0 && outlook.estimate.upper > 1);
    indicator->measure = MEASURE_VALUE; /* money may be owed */
    assert_true(outlook_of(world).estimate.lower < 0);
    indicator->measure = MEASURE_SHARE;
    for (size_t i = 0; i < 8; i++)
        cells[i].value = lower[i] - 0.5 * (i == 7);
    outlook = outlook_of(world);
    assert_not_told(&outlook, REASON_TOO_FAR);
    indicator->polarity = POLARITY_UP; /* and the other end */
    world->targets[0].value = 99.8;
    for (size_t i = 0; i < 8; i++)
        cells[i].value = 100 - low[i];
    outlook = outlook_of(world);
    assert_near(outlook.estimate.upper, 100, 0);
    for (size_t i = 0; i < 8; i++)
        cells[i].value = 100 - lower[i] + 0.5 * (i == 7);
    outlook = outlook_of(world);
    assert_not_told(&outlook, REASON_TOO_FAR);
}

static void without_a_figure_there_is_the_reason(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "neet", POLARITY_DOWN);
    world_target(world, indicator, RINGPARKEN, 2025, 5);
    struct target_outlook outlook = outlook_of(world);
    assert_not_told(&outlook, REASON_MISSING);
    indicator->left_out = true;
    outlook = outlook_of(world);
    assert_not_told(&outlook, REASON_LEFT_OUT);
    indicator->left_out = false;
    world_take(world_cell(world, indicator, RINGPARKEN, 2020, 5), RELEASE_ABSENT,
               REASON_INCOMPLETE);
    outlook = outlook_of(world);
    assert_not_told(&outlook, REASON_INCOMPLETE);
    assert_false(outlook.hidden);
}

/* --- among the findings ----------------------------------------------------------------------- */
static void several_targets_are_found_by_their_periods(void **state)
{
    struct series_world *world = *state;
    struct indicator *other = world_indicator(world, "job", POLARITY_UP);
    struct indicator *indicator = world_indicator(world, "neet", POLARITY_DOWN);
    world_target(world, indicator, RINGPARKEN, 2025, 5);
    world_target(world, indicator, RINGPARKEN, 2020, 26.5);
    world_target(world, indicator, MOTALAVEJ, 2025, 7);
    world_target(world, other, SAMLET, 2025, 50);
    world_series(world, indicator, RINGPARKEN, 2014, falling, 10);
    const struct findings *findings = world_findings(world);
    const struct target_outlooks *all = &findings->targets;
    assert_int_equal(all->count, 4);
    assert_ptr_equal(all->items[0].target, &world->targets[3]);
    assert_ptr_equal(all->items[1].target, &world->targets[2]);
    assert_ptr_equal(all->items[2].target, &world->targets[1]);
    assert_ptr_equal(all->items[3].target, &world->targets[0]);
    for (size_t i = 0; i < all->count; i++) {
        const struct target *target = all->items[i].target;
        const struct finding *row =
            finding_at(findings, target->indicator, target->area, STATISTIC_TARGET, target->period);
        const struct finding *value = finding_at(findings, target->indicator, target->area,
                                                 STATISTIC_TARGET_VALUE, target->period);
        assert_ptr_equal(row->outlook, &all->items[i]);
        assert_string_equal(row->text, target_state_code(all->items[i].state));
        assert_ptr_equal(finding_period(row), &target->period);
        assert_near(value->estimate.value, target->value, 0);
    }
    assert_null(finding_at(findings, indicator, &world->areas[RINGPARKEN], STATISTIC_TARGET,
                           world_year(2021)));
    assert_string_equal(all->items[2].state == TARGET_REACHED ? "reached" : "", "reached");
}

static void states_have_the_words_of_the_machine_files(void **state)
{
    static const char *const codes[TARGET_STATES] = {"not_determinable", "reached", "on_course",
                                                     "off_course"};
    (void)state;
    for (size_t i = 0; i < TARGET_STATES; i++)
        assert_string_equal(target_state_code((enum target_state)i), codes[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SERIES_TEST(the_figure_of_its_own_time_decides_by_the_good_direction),
        SERIES_TEST(a_figure_is_compared_as_it_is_shown),
        cmocka_unit_test(a_target_has_the_decimals_it_is_written_with),
        cmocka_unit_test(a_figure_has_as_many_decimals_as_its_target),
        SERIES_TEST(the_figure_is_that_of_its_time_and_not_the_latest),
        SERIES_TEST(a_hidden_figure_of_its_time_is_not_gone_round),
        SERIES_TEST(a_level_that_meets_it_before_its_time_has_reached_it),
        SERIES_TEST(the_trend_leads_where_its_line_does),
        SERIES_TEST(where_more_is_better_the_sides_change),
        SERIES_TEST(real_time_is_what_the_line_is_on),
        SERIES_TEST(a_trend_must_bear_being_followed),
        SERIES_TEST(a_trend_takes_the_years_of_a_verdict),
        SERIES_TEST(only_the_last_segment_leads_anywhere),
        SERIES_TEST(nothing_impossible_is_foretold),
        SERIES_TEST(without_a_figure_there_is_the_reason),
        SERIES_TEST(several_targets_are_found_by_their_periods),
        cmocka_unit_test(states_have_the_words_of_the_machine_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
