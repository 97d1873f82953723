/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The gap figure: how far each of the plan's areas lies from the rest of its municipality, year by
 * year with intervals, a panel an area on one and the same axis around zero; with the line that the
 * verdict rests on, the interval of its slope, and the verdict in words.
 */
#ifndef PEJLING_PRESENT_GAP_FIGURE_H
#define PEJLING_PRESENT_GAP_FIGURE_H

#include "pejling/present/figure_frame.h"
#include "pejling/present/gnuplot.h"

/* gap_figure_draw(canvas, indicator): the figure `afstand_CODE`, as report or slide. */
struct gnuplot_figure gap_figure_draw(const struct figure_canvas *canvas,
                                      const struct indicator *indicator);

/*
 * gap_panel_areas(canvas, indicator, count): the areas that have a panel in it, in order; where
 * there are none, there is no gap over time to draw.
 */
const struct area **gap_panel_areas(const struct figure_canvas *canvas,
                                    const struct indicator *indicator, size_t *count);

/*
 * gap_figure_single(canvas, indicator, count): its panels one by one for the page,
 * `afstand_CODE-AREA`, level with each other.
 */
const struct gnuplot_figure *gap_figure_single(const struct figure_canvas *canvas,
                                               const struct indicator *indicator, size_t *count);

/* gap_figure_reading(canvas, indicator): how its figure is read, in sentences. */
const char *gap_figure_reading(const struct figure_canvas *canvas,
                               const struct indicator *indicator);

#endif
