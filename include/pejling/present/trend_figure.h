/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The trend figure: one indicator over real time, a panel for each of the plan's areas beside its
 * municipality, on one and the same axis; with the confidence bands, the plan's period, the targets,
 * the breaks in the series, and the gap to the municipality in words.
 */
#ifndef PEJLING_PRESENT_TREND_FIGURE_H
#define PEJLING_PRESENT_TREND_FIGURE_H

#include "pejling/present/figure_frame.h"
#include "pejling/present/gnuplot.h"

/*
 * trend_figure_has_data(findings, indicator): whether any of the plan's areas has a dated level of
 * it, shown or hidden; without one there is nothing to draw over time.
 */
bool trend_figure_has_data(const struct findings *findings, const struct indicator *indicator);

/* trend_figure_draw(canvas, indicator): the figure `tendens_CODE`, as report or slide. */
struct gnuplot_figure trend_figure_draw(const struct figure_canvas *canvas,
                                        const struct indicator *indicator);

/* trend_panel_areas(canvas, indicator, count): the areas that have a panel in it, in order. */
const struct area **trend_panel_areas(const struct figure_canvas *canvas,
                                      const struct indicator *indicator, size_t *count);

/*
 * trend_figure_single(canvas, indicator, count): its panels one by one for the page,
 * `tendens_CODE-AREA`, level with each other.
 */
const struct gnuplot_figure *trend_figure_single(const struct figure_canvas *canvas,
                                                 const struct indicator *indicator, size_t *count);

/* trend_figure_reading(canvas, indicator): how its figure is read, in sentences. */
const char *trend_figure_reading(const struct figure_canvas *canvas,
                                 const struct indicator *indicator);

#endif
