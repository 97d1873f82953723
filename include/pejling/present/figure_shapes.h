/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Shapes as lines and polygons of a datablock, in pixels from above left. A point of gnuplot's has
 * another size in each terminal; these are the same in SVG and PNG.
 */
#ifndef PEJLING_PRESENT_FIGURE_SHAPES_H
#define PEJLING_PRESENT_FIGURE_SHAPES_H

#include "pejling/present/gnuplot_script.h"
#include "pejling/present/matrix_cells.h"

/* What stands between two corners. */
struct shape_box {
    double left, top, right, bottom;
};

/* shape_line(rows, x1, y1, x2, y2): a straight line. */
void shape_line(struct gnuplot_rows *rows, double x1, double y1, double x2, double y2);

/* shape_rectangle(rows, box): a closed rectangle, to be filled or drawn as a frame. */
void shape_rectangle(struct gnuplot_rows *rows, struct shape_box box);

/* shape_arrow(rows, x, y, dx, dy): a triangle around (x, y) that points to (x + dx, y + dy). */
void shape_arrow(struct gnuplot_rows *rows, double x, double y, double dx, double dy);

/* shape_disc(rows, x, y, radius): a filled circle. */
void shape_disc(struct gnuplot_rows *rows, double x, double y, double radius);

/*
 * shape_marker(rows, holes, place, x, y): the marker of an area by its place in the palette, 1 to 9,
 * of the shape that `style.gp` gives it; what is to be white inside an open one goes into `holes`.
 */
void shape_marker(struct gnuplot_rows *rows, struct gnuplot_rows *holes, unsigned place, double x,
                  double y);

/*
 * shape_verdict(rows, class, x, y): the symbol of a verdict (matrix_class_symbol) around that
 * point, 42 pixels wide at most: drawn, since Open Sans has no such characters. Nothing for a
 * class without a verdict.
 */
void shape_verdict(struct gnuplot_rows *rows, enum matrix_class class, double x, double y);

#endif
