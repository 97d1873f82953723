/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The verdict matrix: an indicator a row, grouped by goal, an area a column, their totals last. In
 * each cell the verdict on the gap (matrix_cells.h) by colour, symbol, word and number.
 */
#ifndef PEJLING_PRESENT_MATRIX_FIGURE_H
#define PEJLING_PRESENT_MATRIX_FIGURE_H

#include "pejling/present/figure_frame.h"
#include "pejling/present/gnuplot.h"

/*
 * matrix_figure_draw(canvas): the figure `vurderinger`. As a report it has all indicators and is as
 * high as they need; on a slide the fixed ones, as many as fit, and how many do not, in the foot.
 */
struct gnuplot_figure matrix_figure_draw(const struct figure_canvas *canvas);

#endif
