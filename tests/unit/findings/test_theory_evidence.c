/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/theory_evidence.h"

#include "series_world.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static struct theory_evidence evidence_of(struct series_world *world, size_t area)
{
    assert_int_equal(world->catalogue.theory_count, 1);
    return theory_evidence_of(world_findings(world), &world->theory[0], &world->areas[area]);
}

static void assert_shown(const struct theory_evidence *evidence, enum theory_state state,
                         enum reason reason)
{
    assert_int_equal(evidence->state, state);
    assert_int_equal(evidence->reason, reason);
    assert_int_equal(evidence->verdict != NULL, state != THEORY_NO_DATA);
    assert_int_equal(evidence->slope != NULL, state != THEORY_NO_DATA);
    if (evidence->verdict) {
        assert_ptr_equal(evidence->verdict->area, evidence->area);
        assert_int_equal(evidence->verdict->statistic, STATISTIC_VERDICT);
        assert_int_equal(evidence->slope->statistic, STATISTIC_VERDICT_SLOPE);
    }
}

/* The area moves, the municipality stays; which of the two is higher is no matter. */
static void the_gap_moves_as_expected_or_against_it(void **state)
{
    static const struct {
        double from, to;
        enum polarity expected;
        enum theory_state state;
    } cases[] = {
        {30, 22, POLARITY_DOWN, THEORY_AS_EXPECTED}, {30, 22, POLARITY_UP, THEORY_AGAINST},
        {30, 38, POLARITY_UP, THEORY_AS_EXPECTED},   {30, 38, POLARITY_DOWN, THEORY_AGAINST},
        {12, 18, POLARITY_UP, THEORY_AS_EXPECTED},   {18, 12, POLARITY_UP, THEORY_AGAINST},
        {30, 30, POLARITY_UP, THEORY_UNCHANGED},     {30, 30, POLARITY_DOWN, THEORY_UNCHANGED},
    };
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "neet", POLARITY_DOWN);
    struct theory_step *step = world_step(world, HORIZON_SHORT, indicator, POLARITY_UP);
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        for (size_t area = RINGPARKEN; area <= SAMLET; area += SAMLET - RINGPARKEN) {
            world->count = 0;
            world_line(world, indicator, BY, 20, 20);
            world_line(world, indicator, area, cases[i].from, cases[i].to);
            step->expected = cases[i].expected;
            struct theory_evidence evidence = evidence_of(world, area);
            assert_shown(&evidence, cases[i].state, REASON_NONE);
        }
}

/* An area that moves with the municipality shows nothing of a step. */
static void it_is_the_gap_that_speaks_and_not_the_level(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "neet", POLARITY_DOWN);
    world_step(world, HORIZON_SHORT, indicator, POLARITY_DOWN);
    world_line(world, indicator, BY, 28, 20);
    world_line(world, indicator, RINGPARKEN, 38, 30);
    struct theory_evidence evidence = evidence_of(world, RINGPARKEN);
    assert_shown(&evidence, THEORY_UNCHANGED, REASON_NONE);
}

static void what_cannot_be_told_has_the_reason_of_the_verdict(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "neet", POLARITY_DOWN);
    struct theory_step *step = world_step(world, HORIZON_SHORT, indicator, POLARITY_DOWN);
    world_line(world, indicator, BY, 20, 20);
    struct released_cell *cells = world_line(world, indicator, RINGPARKEN, 30, 22);
    indicator->has_trend = false;
    struct theory_evidence evidence = evidence_of(world, RINGPARKEN);
    assert_shown(&evidence, THEORY_NOT_DETERMINABLE, REASON_NO_TREND);
    indicator->has_trend = true;
    step->expected = POLARITY_NEUTRAL;
    evidence = evidence_of(world, RINGPARKEN);
    assert_shown(&evidence, THEORY_NOT_DETERMINABLE, REASON_NOT_APPLICABLE);
    step->expected = POLARITY_DOWN;
    for (size_t i = 0; i < 10; i++)
        world_take(&cells[i], RELEASE_HIDDEN, REASON_SUPPRESSED);
    evidence = evidence_of(world, RINGPARKEN);
    assert_shown(&evidence, THEORY_NOT_DETERMINABLE, REASON_SUPPRESSED);
}

static void without_figures_there_are_no_data(void **state)
{
    struct series_world *world = *state;
    struct indicator *indicator = world_indicator(world, "neet", POLARITY_DOWN);
    struct theory_step *step = world_step(world, HORIZON_SHORT, indicator, POLARITY_DOWN);
    world_line(world, indicator, BY, 20, 20);
    struct theory_evidence evidence = evidence_of(world, RINGPARKEN);
    assert_shown(&evidence, THEORY_NO_DATA, REASON_NONE);
    world_take(world_cell(world, indicator, RINGPARKEN, 2020, 5), RELEASE_ABSENT, REASON_MISSING);
    evidence = evidence_of(world, RINGPARKEN);
    assert_shown(&evidence, THEORY_NO_DATA, REASON_NONE);
    step->indicator = NULL;
    evidence = evidence_of(world, RINGPARKEN);
    assert_shown(&evidence, THEORY_NO_DATA, REASON_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SERIES_TEST(the_gap_moves_as_expected_or_against_it),
        SERIES_TEST(it_is_the_gap_that_speaks_and_not_the_level),
        SERIES_TEST(what_cannot_be_told_has_the_reason_of_the_verdict),
        SERIES_TEST(without_figures_there_are_no_data),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
