/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/forest_blocks.h"

#include "near.h"
#include "plan_world.h"

static void each_indicator_with_figures_has_a_block(void **state)
{
    struct world *world = *state;
    add_two_areas(world);
    add_lines(world, add_indicator(world, "Op", "", POLARITY_UP, 0), 1);
    add_indicator(world, "Intet", "", POLARITY_UP, 2);
    struct indicator *down = add_indicator(world, "Ned", "", POLARITY_DOWN, 3);
    add_lines(world, down, 1);
    down->unit = "kr.";
    const struct findings findings = findings_of(world);
    const struct speaker speaker = speaker_of(world, &findings);
    struct forest_blocks blocks = forest_blocks_make(&speaker, false);
    assert_int_equal(blocks.count, 2);
    assert_int_equal(blocks.area_count, 3);
    assert_int_equal(blocks.items[0].count, 3);
    assert_ptr_equal(blocks.items[0].lines[1].area, &world->areas[2]);
    assert_near(blocks.items[0].sign, 1, 0);
    assert_near(blocks.items[1].sign, -1, 0);
    assert_false(blocks.items[0].own_axis);
    assert_true(blocks.items[1].own_axis);
    assert_false(blocks.items[0].together);
    blocks = forest_blocks_make(&speaker, true);
    assert_int_equal(blocks.count, 1);
    assert_ptr_equal(blocks.items[0].indicator, down);
}

static void one_line_says_why_none_has_a_slope(void **state)
{
    struct world *world = *state;
    add_two_areas(world);
    struct indicator *few = add_indicator(world, "Valg", "", POLARITY_UP, 9);
    struct indicator *mixed = add_indicator(world, "Blandet", "", POLARITY_UP, 8);
    for (size_t i = 0; i < 4; i++) {
        add_line(world, few, &world->areas[i], 2, 50, 0);
        add_line(world, mixed, &world->areas[i], i == 1 ? 2 : 8, 50, 0);
    }
    const struct findings findings = findings_of(world);
    const struct speaker speaker = speaker_of(world, &findings);
    const struct forest_blocks blocks = forest_blocks_make(&speaker, false);
    assert_true(blocks.items[0].together);
    assert_false(blocks.items[1].together);
    assert_false(forest_has_slope(&blocks.items[1].lines[0]));
    assert_true(forest_has_slope(&blocks.items[1].lines[1]));
}

static struct forest_line line_of(struct arena *arena, double value, double half)
{
    struct finding *slope = arena_alloc(arena, 1, sizeof *slope);
    slope->estimate = (struct estimate){.state = half > 0 ? ESTIMATE_INTERVAL : ESTIMATE_POINT,
                                        .value = value,
                                        .lower = value - half,
                                        .upper = value + half};
    return (struct forest_line){.cell = {.slope = slope}};
}

static void one_wide_interval_does_not_set_the_axis(void **state)
{
    struct world *world = *state;
    struct forest_line lines[10];
    for (size_t i = 0; i < 10; i++)
        lines[i] = line_of(world->arena, i % 2 ? 0.5 : -0.5, 1);
    const struct forest_block block = {.lines = lines, .count = 10};
    assert_near(forest_reach(world->arena, &block, 1), 1.5, 1e-12);
    lines[3] = line_of(world->arena, 0.5, 20);
    assert_near(forest_reach(world->arena, &block, 1), 1.5, 1e-12);
    lines[3] = line_of(world->arena, -7, 20); /* but no slope is off it */
    assert_near(forest_reach(world->arena, &block, 1), 7, 1e-12);
    const struct forest_block point = {.lines = (struct forest_line[]){line_of(world->arena, 3, 0)},
                                       .count = 1};
    assert_near(forest_reach(world->arena, &point, 1), 3, 1e-12);
    assert_near(forest_reach(world->arena, NULL, 0), 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(each_indicator_with_figures_has_a_block),
        WORLD_TEST(one_line_says_why_none_has_a_slope),
        WORLD_TEST(one_wide_interval_does_not_set_the_axis),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
