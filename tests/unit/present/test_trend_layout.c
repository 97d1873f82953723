/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/trend_layout.h"

#include "trend_world.h"

static struct trend_series series_of(struct world *world)
{
    struct findings *findings = arena_alloc(world->arena, 1, sizeof *findings);
    *findings = findings_of(world);
    return trend_series_make(world->arena, LANGUAGE_DANISH, findings, &world->indicator);
}

static void panels_stand_side_by_side_inside_the_canvas(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    struct trend_series series = series_of(world);
    struct trend_layout layout = layout_of(world, &series);
    assert_int_equal(layout.columns, 3);
    assert_true(layout.lower_strip < 1);
    for (size_t i = 0; i < 3; i++) {
        const struct trend_frame *frame = &layout.frames[i];
        assert_ptr_equal(frame->panel, &series.panels[i]);
        assert_true(frame->left > (i ? layout.frames[i - 1].right + layout.gutter : 0));
        assert_true(frame->left < frame->right && frame->right + layout.gutter < FIGURE_WIDTH);
        assert_true(100 < frame->name.y && frame->name.y < frame->note.y);
        assert_true(frame->note.y < frame->top && frame->top < frame->bottom);
        assert_true(frame->bottom < layout.bottom);
    }
    hide(cell_of(world, 1, 2016));
    series = series_of(world);
    layout = layout_of(world, &series);
    assert_true(fabs(layout.lower_strip - TREND_LOWER_STRIP) < 1e-9);
}

static void times_and_values_have_their_place(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    struct trend_series series = series_of(world);
    struct trend_layout layout = layout_of(world, &series);
    const struct trend_frame *frame = &layout.frames[1];
    assert_true(fabs(trend_x(&layout, frame, series.x_min) - frame->left) < 1e-9);
    assert_true(fabs(trend_x(&layout, frame, series.x_max) - frame->right) < 1e-9);
    assert_true(fabs(trend_y(&layout, frame, layout.axis.first) - frame->bottom) < 1e-9);
    assert_true(fabs(trend_y(&layout, frame, layout.axis.last) - frame->top - TREND_UPPER_STRIP) <
                1e-9);
    assert_true(fabs(trend_y(&layout, frame, 5) -
                     trend_y(&layout, frame, 5 + trend_unit(&layout, frame)) - 1) < 1e-9);
    assert_string_equal(trend_tick(&layout, 0), "0");
    assert_string_equal(trend_tick(&layout, 1), "10");
    assert_true(trend_ends_at_edge(&series, &frame->panel->own));
    hide(cell_of(world, 1, 2024));
    series = series_of(world);
    assert_false(trend_ends_at_edge(&series, &series.panels[0].own));
}

static void a_layout_fills_the_height_it_is_given(void **state)
{
    struct world *world = *state;
    static const size_t columns[] = {1, 2, 3, 4, 3, 3, 4, 4, 5, 5};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        const struct area *area = add_area(world, "x", "Park", AREA_ESTATE, world->areas);
        add(world, area, year(2020), 20, 300);
        struct trend_series series = series_of(world);
        struct trend_layout layout = trend_layout_fit(&series, 120, 1000);
        assert_true(fabs(layout.bottom - 1000) < 1e-6);
        assert_int_equal(layout.count, i + 1);
        assert_int_equal(layout.columns, columns[i]);
        for (size_t k = 0; k < layout.count; k++)
            assert_true(layout.frames[k].top > 120 &&
                        layout.frames[k].bottom - layout.frames[k].top > 150);
    }
}

static void a_single_panel_has_the_axes_of_them_all(void **state)
{
    struct world *world = *state;
    add_three_areas(world);
    world->areas[2].name = "Ringparken ved den gamle havn og den nye bro";
    for (int k = 0; k < YEARS; k++) /* a short note, and a strip below every panel */
        hide(cell_of(world, 1, 2014 + k));
    struct trend_series series = series_of(world);
    struct trend_layout all = layout_of(world, &series);
    double top = 0;
    for (size_t i = 0; i < series.count; i++) {
        struct trend_layout one = trend_layout_single(&series, &series.panels[i]);
        const struct trend_frame *frame = &one.frames[0];
        assert_int_equal(one.count, 1);
        assert_ptr_equal(frame->panel, &series.panels[i]);
        assert_true(fabs(one.axis.first - all.axis.first) < 1e-9 &&
                    fabs(one.axis.last - all.axis.last) < 1e-9);
        assert_true(fabs(one.lower_strip - TREND_LOWER_STRIP) < 1e-9);
        assert_true(frame->left > 0 && frame->right + one.gutter < FIGURE_PAGE_WIDTH);
        assert_true(frame->name.y > 20 && frame->note.y > frame->name.y);
        struct text_box room = frame->name;
        room.lines = 9;
        assert_true(text_box_lines(trend_style(TREND_TEXT_NAME), room,
                                   series.panels[i].area->name) <= one.names);
        assert_true(frame->bottom > frame->top && (i == 0 || fabs(frame->top - top) < 1e-9));
        top = frame->top;
    }
}

static void low_panels_get_fewer_words_and_then_fewer_areas(void **state)
{
    struct world *world = *state;
    for (size_t i = 0; i < 8; i++) {
        const struct area *area =
            add_area(world, "x", "Boligområdet omkring Nørrevangskvarteret og Søndermarken",
                     AREA_ESTATE, world->areas);
        add(world, area, year(2020), 20, 300);
    }
    struct trend_series series = series_of(world);
    size_t names = 4;
    for (double bottom = 1200; bottom > 500; bottom -= 50) {
        struct trend_layout layout = trend_layout_fit(&series, 120, bottom);
        assert_true(fabs(layout.bottom - bottom) < 1e-6);
        assert_true(layout.frames[0].bottom - layout.frames[0].top > 139.9);
        assert_int_equal(layout.count + layout.left_out, 8);
        assert_true(layout.names <= names);
        assert_true(layout.left_out == 0 || (layout.left_out == 4 && layout.names == 1));
        names = layout.names;
    }
    assert_int_equal(trend_layout_fit(&series, 120, 1000).left_out, 0);
    assert_int_equal(trend_layout_fit(&series, 120, 500).left_out, 4);
}

static void nothing_to_show_takes_no_room(void **state)
{
    struct world *world = *state;
    struct trend_series series = series_of(world);
    struct trend_layout layout = layout_of(world, &series);
    assert_true(fabs(layout.bottom - 100) < 1e-9);
}

static void one_to_eight_areas_have_room(void **state)
{
    struct world *world = *state;
    static const char *const names[] = {"Et",  "To",   "Tre", "Fire",
                                        "Fem", "Seks", "Syv", "Otte parker ved den gamle havn"};
    for (size_t i = 0; i < 8; i++) {
        const struct area *area = add_area(world, names[i], names[i], AREA_ESTATE, world->areas);
        for (int k = 2014; k < 2025; k++)
            add(world, area, year(k), 20 + (double)i, 300);
        assert_int_equal(labels(world, drawn(world), "Et"), 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(panels_stand_side_by_side_inside_the_canvas),
        WORLD_TEST(times_and_values_have_their_place),
        WORLD_TEST(a_layout_fills_the_height_it_is_given),
        WORLD_TEST(a_single_panel_has_the_axes_of_them_all),
        WORLD_TEST(low_panels_get_fewer_words_and_then_fewer_areas),
        WORLD_TEST(nothing_to_show_takes_no_room),
        WORLD_TEST(one_to_eight_areas_have_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
