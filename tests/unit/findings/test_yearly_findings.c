/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/yearly_findings.h"

#include "series_world.h"

#include "pejling/findings/level.h"

static void each_period_is_a_finding_and_an_item_of_the_series(void **state)
{
    struct series_world *world = *state;
    const struct indicator *indicator = world_indicator(world, "andelen", POLARITY_UP);
    world_line(world, indicator, BY, 50, 50);
    world_line(world, indicator, MOTALAVEJ, 40, 44);
    world_take(&world->cells[3], RELEASE_HIDDEN, REASON_SUPPRESSED);
    world_take(&world->cells[15], RELEASE_ABSENT, REASON_MISSING);
    const struct findings *findings = world_findings(world);
    struct finding_list list = {
        .arena = world->arena, .table = findings->table, .confidence = 0.95};
    struct released_series cells =
        released_series(findings->table, indicator, &world->areas[MOTALAVEJ]);
    const struct yearly_comparison gap = {STATISTIC_GAP, &world->areas[BY], gap_to_whole};
    struct yearly_series series = yearly_findings(&list, &cells, &gap);
    assert_int_equal(list.count, 10);
    assert_int_equal(series.count, 10);
    assert_ptr_equal(series.comparator, &world->areas[BY]);
    for (size_t i = 0; i < 10; i++) {
        assert_int_equal(list.rows[i].from.year, 2014 + (int)i);
        assert_int_equal(list.rows[i].hidden, i == 3);
        assert_int_equal(series.items[i].hidden, i == 3);
        assert_int_equal(series.items[i].estimate.state,
                         i == 3 || i == 5 ? ESTIMATE_UNDEFINED : ESTIMATE_INTERVAL);
    }
    assert_int_equal(list.rows[3].estimate.reason, REASON_SUPPRESSED);
    assert_int_equal(list.rows[5].estimate.reason, REASON_MISSING);
}

/* A rate, whose intervals are the dear ones, with gaps in its series. */
static struct released_series rates(struct series_world *world, struct finding_list *list)
{
    struct indicator *indicator = world_indicator(world, "raten", POLARITY_DOWN);
    indicator->measure = MEASURE_RATE;
    world_line(world, indicator, BY, 50, 50);
    world_line(world, indicator, MOTALAVEJ, 40, 44);
    const struct findings *findings = world_findings(world);
    *list =
        (struct finding_list){.arena = world->arena, .table = findings->table, .confidence = 0.95};
    return released_series(findings->table, indicator, &world->areas[MOTALAVEJ]);
}

static struct released_cell *cell_of(struct released_series *series, size_t at)
{
    return (struct released_cell *)(uintptr_t)&series->cells[at];
}

static void check_same(const struct finding *a, const struct finding *b)
{
    assert_int_equal(a->from.year, b->from.year);
    assert_int_equal(a->to.year, b->to.year);
    assert_int_equal(a->statistic, b->statistic);
    assert_int_equal(a->hidden, b->hidden);
    assert_int_equal(a->estimate.state, b->estimate.state);
    assert_int_equal(a->estimate.reason, b->estimate.reason);
    if (a->estimate.state == ESTIMATE_INTERVAL)
        assert_interval(a->estimate, b->estimate.value, b->estimate.lower, b->estimate.upper, 0);
}

/* The last with a value; where none has, the last of all with its reason. */
static void the_last_of_a_series_is_that_of_all_its_findings(void **state)
{
    struct series_world *world = *state;
    struct finding_list list;
    struct released_series cells = rates(world, &list);
    const struct yearly_comparison gap = {STATISTIC_GAP, &world->areas[BY], gap_to_whole};
    for (size_t closed = 0; closed <= cells.count; closed++) {
        if (closed)
            world_take(cell_of(&cells, cells.count - closed),
                       closed % 2 ? RELEASE_HIDDEN : RELEASE_ABSENT,
                       closed % 2 ? REASON_SUPPRESSED : REASON_MISSING);
        list.count = 0;
        yearly_findings(&list, &cells, &gap);
        yearly_last(&list, &cells, &gap);
        yearly_ends(&list, &cells, &gap);
        assert_int_equal(list.count, cells.count + 2);
        size_t expected = closed < cells.count ? cells.count - 1 - closed : cells.count - 1;
        for (size_t i = cells.count; i < list.count; i++)
            check_same(&list.rows[i], &list.rows[expected]);
    }
}

/* All values, and the intervals of the last and of the last until the baseline year alone. */
static void the_ends_of_a_series_have_intervals_and_the_rest_values(void **state)
{
    struct series_world *world = *state;
    struct finding_list list;
    struct released_series cells = rates(world, &list);
    const struct yearly_comparison gap = {STATISTIC_GAP, &world->areas[BY], gap_to_whole};
    const struct plan *plan = &world->catalogue.plan;
    world_take(cell_of(&cells, cells.count - 1), RELEASE_ABSENT, REASON_MISSING);
    size_t first = cells.count, last = cells.count - 2;
    for (size_t i = 0; i < cells.count && trend_is_baseline(plan, cells.cells[i].time); i++)
        first = i;
    assert_true(first > 0 && first < last);
    struct yearly_series all = yearly_findings(&list, &cells, &gap);
    struct yearly_series ends = yearly_ends(&list, &cells, &gap);
    assert_int_equal(ends.count, all.count);
    assert_ptr_equal(ends.comparator, all.comparator);
    for (size_t i = 0; i < all.count; i++) {
        const struct yearly *one = &all.items[i], *other = &ends.items[i];
        assert_near(other->time, one->time, 0);
        if (i == first || i == last) {
            assert_int_equal(other->estimate.state, ESTIMATE_INTERVAL);
            assert_near(other->estimate.lower, one->estimate.lower, 0);
            assert_near(other->estimate.upper, one->estimate.upper, 0);
        } else if (i < last) {
            assert_int_equal(other->estimate.state, ESTIMATE_POINT);
        }
        if (i <= last)
            assert_near(other->estimate.value, one->estimate.value, 0);
        else
            assert_int_equal(other->estimate.reason, REASON_MISSING);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SERIES_TEST(each_period_is_a_finding_and_an_item_of_the_series),
        SERIES_TEST(the_last_of_a_series_is_that_of_all_its_findings),
        SERIES_TEST(the_ends_of_a_series_have_intervals_and_the_rest_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
