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

int main(void)
{
    const struct CMUnitTest tests[] = {
        SERIES_TEST(each_period_is_a_finding_and_an_item_of_the_series),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
