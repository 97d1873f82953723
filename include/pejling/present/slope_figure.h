/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The slope figure: the indicators of one goal from the baseline year to now, a panel each on a
 * scale of its own, with a line for every area and one for the municipality. Where the two cannot be
 * compared there are points without a line, and the reason.
 */
#ifndef PEJLING_PRESENT_SLOPE_FIGURE_H
#define PEJLING_PRESENT_SLOPE_FIGURE_H

#include "pejling/present/figure_frame.h"
#include "pejling/present/gnuplot.h"
#include "pejling/present/slope_rows.h"

/*
 * slope_figure_draw(canvas, goal, number): the figure `baseline_til_nu_NUMBER` of one of
 * slope_goals, as report or slide. A slide has as many of the indicators as it has room for, and
 * says so.
 */
struct gnuplot_figure slope_figure_draw(const struct figure_canvas *canvas,
                                        const struct slope_goal *goal, unsigned number);

#endif
