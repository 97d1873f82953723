/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/figure_shapes.h"

#include <math.h>
#include <stdbool.h>

#define CORNERS 24 /* of a circle: no corner shows at the sizes of a figure */
#define FULL_TURN (2 * 3.14159265358979323846)

void shape_line(struct gnuplot_rows *rows, double x1, double y1, double x2, double y2)
{
    gnuplot_gap(rows);
    gnuplot_row(rows, x1, y1, 0);
    gnuplot_row(rows, x2, y2, 0);
}

void shape_rectangle(struct gnuplot_rows *rows, struct shape_box box)
{
    gnuplot_gap(rows);
    gnuplot_row(rows, box.left, box.top, 0);
    gnuplot_row(rows, box.right, box.top, 0);
    gnuplot_row(rows, box.right, box.bottom, 0);
    gnuplot_row(rows, box.left, box.bottom, 0);
    gnuplot_row(rows, box.left, box.top, 0);
}

void shape_arrow(struct gnuplot_rows *rows, double x, double y, double dx, double dy)
{
    const double width = 1.15; /* of half the base, in heights: an equal-sided triangle */
    gnuplot_gap(rows);
    gnuplot_row(rows, x + dx, y + dy, 0);
    gnuplot_row(rows, x - dx * 0.8 - dy * width, y - dy * 0.8 + dx * width, 0);
    gnuplot_row(rows, x - dx * 0.8 + dy * width, y - dy * 0.8 - dx * width, 0);
    gnuplot_row(rows, x + dx, y + dy, 0);
}

/* All sides equal, the first corner so many turns clockwise from the top. */
static void polygon(struct gnuplot_rows *rows, double x, double y, double radius, unsigned corners,
                    double turns)
{
    gnuplot_gap(rows);
    for (unsigned i = 0; i <= corners; i++) {
        double angle = FULL_TURN * (turns + (double)i / corners);
        gnuplot_row(rows, x + radius * sin(angle), y - radius * cos(angle), 0);
    }
}

void shape_disc(struct gnuplot_rows *rows, double x, double y, double radius)
{
    polygon(rows, x, y, radius, CORNERS, 0);
}

void shape_marker(struct gnuplot_rows *rows, struct gnuplot_rows *holes, unsigned place, double x,
                  double y)
{
    static const struct {
        double radius, turns;
        unsigned corners;
        bool open;
    } markers[] = {{9, 0, CORNERS, false}, {11.5, 0.125, 4, false}, {11.5, 0, 3, false},
                   {11.5, 0.5, 3, false},  {10.5, 0, 5, false},     {11.5, 0.125, 4, true},
                   {12.5, 0, 3, true},     {9.5, 0, CORNERS, true}, {12, 0, 4, false}};
    const double hole = 0.58;
    const unsigned i = place - 1, corners = markers[i].corners;
    /* The middle of a triangle's box, not of its circle. */
    if (corners == 3)
        y += markers[i].radius / 4 * (markers[i].turns > 0 ? -1 : 1);
    polygon(rows, x, y, markers[i].radius, corners, markers[i].turns);
    if (markers[i].open)
        polygon(holes, x, y, markers[i].radius * hole, corners, markers[i].turns);
}

/* Two triangles side by side, each pointing the same way or away from each other. */
static void two_arrows(struct gnuplot_rows *rows, double x, double y, double out, double down)
{
    const double apart = 10.5;
    shape_arrow(rows, x - apart, y, -out, down);
    shape_arrow(rows, x + apart, y, out, down);
}

void shape_verdict(struct gnuplot_rows *rows, enum matrix_class class, double x, double y)
{
    const double size = 8.5, lift = 1; /* a triangle looks centred a little off its middle */
    switch (class) {
    case MATRIX_CLEARLY_BETTER:
        two_arrows(rows, x, y + lift, 0, -size);
        break;
    case MATRIX_BETTER:
        shape_arrow(rows, x, y + lift, 0, -size);
        break;
    case MATRIX_UNCHANGED:
        shape_disc(rows, x, y, 7.5);
        break;
    case MATRIX_WORSE:
        shape_arrow(rows, x, y - lift, 0, size);
        break;
    case MATRIX_CLEARLY_WORSE:
        two_arrows(rows, x, y - lift, 0, size);
        break;
    case MATRIX_NARROWING:
        two_arrows(rows, x, y, -7, 0);
        break;
    case MATRIX_WIDENING:
        two_arrows(rows, x, y, 7, 0);
        break;
    case MATRIX_UNTOLD:
    case MATRIX_HIDDEN:
    case MATRIX_NO_DATA:
    case MATRIX_CLASSES:
        break;
    }
}
