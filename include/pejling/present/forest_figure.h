/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The forest figure: the deciding slope of every gap with its interval. An indicator a block, an
 * area a line in it, with its colour and mark, the number and the verdict beside it. All lines are
 * turned so that right is better; those of an indicator in another unit have an axis of their own.
 */
#ifndef PEJLING_PRESENT_FOREST_FIGURE_H
#define PEJLING_PRESENT_FOREST_FIGURE_H

#include "pejling/present/figure_frame.h"
#include "pejling/present/gnuplot.h"

/*
 * forest_figure_draw(canvas): the figure `haeldninger`. As a report it has all indicators with a
 * figure and is as high as they need; on a slide the fixed ones, as many as fit, and how many do
 * not, in the foot.
 */
struct gnuplot_figure forest_figure_draw(const struct figure_canvas *canvas);

#endif
