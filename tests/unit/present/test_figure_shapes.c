/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/figure_shapes.h"

#include <math.h>

#include "figure_bench.h"
#include "near.h"

static struct gnuplot_rows rows_of(struct bench *bench)
{
    return (struct gnuplot_rows){.arena = bench->arena, .columns = 2};
}

/* The smallest box around all corners. */
static struct shape_box around(const struct gnuplot_rows *rows)
{
    struct shape_box box = {HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL};
    for (size_t i = 0; i < rows->count; i++) {
        if (!isfinite(rows->values[i][0]))
            continue;
        box.left = fmin(box.left, rows->values[i][0]);
        box.right = fmax(box.right, rows->values[i][0]);
        box.top = fmin(box.top, rows->values[i][1]);
        box.bottom = fmax(box.bottom, rows->values[i][1]);
    }
    return box;
}

static unsigned pieces(const struct gnuplot_rows *rows)
{
    unsigned count = 0;
    for (size_t i = 0; i < rows->count; i++)
        count += isfinite(rows->values[i][0]) ? 0 : 1;
    return count;
}

static void lines_and_rectangles_go_where_they_should(void **state)
{
    struct gnuplot_rows rows = rows_of(*state);
    shape_line(&rows, 1, 2, 3, 4);
    shape_rectangle(&rows, (struct shape_box){10, 20, 30, 40});
    struct shape_box box = around(&rows);
    assert_int_equal(pieces(&rows), 2);
    assert_int_equal(rows.count, 3 + 6);
    assert_near(box.left, 1, 1e-12);
    assert_near(box.bottom, 40, 1e-12);
    /* Closed, so that it can be a frame. */
    assert_near(rows.values[4][0], rows.values[8][0], 1e-12);
    assert_near(rows.values[4][1], rows.values[8][1], 1e-12);
}

/* The corner of a triangle that is alone on its side shows where it points. */
static void triangles_point_where_they_are_told(void **state)
{
    static const double directions[][2] = {{0, -9}, {0, 9}, {-9, 0}, {9, 0}};
    for (size_t i = 0; i < 4; i++) {
        struct gnuplot_rows rows = rows_of(*state);
        double dx = directions[i][0], dy = directions[i][1];
        shape_arrow(&rows, 100, 100, dx, dy);
        assert_int_equal(rows.count, 5);
        for (size_t k = 2; k < 4; k++)
            assert_true((rows.values[k][0] - 100) * dx + (rows.values[k][1] - 100) * dy < 0);
        assert_near(rows.values[1][0], 100 + dx, 1e-12);
        assert_near(rows.values[1][1], 100 + dy, 1e-12);
    }
}

static void a_disc_is_round(void **state)
{
    struct gnuplot_rows rows = rows_of(*state);
    shape_disc(&rows, 50, 60, 7);
    for (size_t i = 1; i < rows.count; i++)
        assert_near(hypot(rows.values[i][0] - 50, rows.values[i][1] - 60), 7, 1e-9);
}

/* Told apart without colour: by corners, how they are turned, and whether they are open. */
static void each_area_has_a_marker_of_its_own(void **state)
{
    struct gnuplot_rows markers[9], holes[9];
    for (unsigned i = 0; i < 9; i++) {
        markers[i] = holes[i] = rows_of(*state);
        shape_marker(&markers[i], &holes[i], i + 1, 100, 100);
        struct shape_box box = around(&markers[i]);
        assert_near(box.left + box.right, 200, 1e-9);
        assert_near(box.top + box.bottom, 200, 3);
        assert_true(box.right - box.left > 15 && box.right - box.left < 26);
        assert_int_equal(pieces(&holes[i]), i >= 5 && i < 8);
        for (unsigned k = 0; k < i; k++)
            assert_true(markers[k].count != markers[i].count || holes[k].count != holes[i].count ||
                        fabs(markers[k].values[1][1] - markers[i].values[1][1]) > 2);
    }
}

/* Better points up, worse down, whatever the number; clear ones have two. */
static void each_verdict_has_a_shape_of_its_own(void **state)
{
    static const struct {
        enum matrix_class class;
        unsigned pieces;
        int up; /* the first corner above the middle, below it, or neither */
    } cases[] = {{MATRIX_CLEARLY_BETTER, 2, 1}, {MATRIX_BETTER, 1, 1},
                 {MATRIX_UNCHANGED, 1, 0},      {MATRIX_WORSE, 1, -1},
                 {MATRIX_CLEARLY_WORSE, 2, -1}, {MATRIX_NARROWING, 2, 0},
                 {MATRIX_WIDENING, 2, 0},       {MATRIX_UNTOLD, 0, 0},
                 {MATRIX_HIDDEN, 0, 0},         {MATRIX_NO_DATA, 0, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct gnuplot_rows rows = rows_of(*state);
        shape_verdict(&rows, cases[i].class, 100, 100);
        assert_int_equal(pieces(&rows), cases[i].pieces);
        if (!rows.count)
            continue;
        if (cases[i].class == MATRIX_UNCHANGED) {
            assert_true(rows.count > 20); /* round */
            continue;
        }
        double above = 100 - rows.values[1][1];
        assert_true(cases[i].up ? above * cases[i].up > 5 : fabs(above) < 1e-9);
        struct shape_box box = around(&rows);
        assert_true(box.left > 79 && box.right < 121 && box.top > 85 && box.bottom < 115);
    }
    struct gnuplot_rows narrowing = rows_of(*state), widening = rows_of(*state);
    shape_verdict(&narrowing, MATRIX_NARROWING, 100, 100);
    shape_verdict(&widening, MATRIX_WIDENING, 100, 100);
    assert_true(widening.values[1][0] < narrowing.values[1][0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(lines_and_rectangles_go_where_they_should),
        BENCH_TEST(triangles_point_where_they_are_told),
        BENCH_TEST(a_disc_is_round),
        BENCH_TEST(each_area_has_a_marker_of_its_own),
        BENCH_TEST(each_verdict_has_a_shape_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
