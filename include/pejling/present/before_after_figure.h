/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The before-and-after figure: the gap of each of the plan's areas over real time with the mean
 * before and after the plan's start, periods in transition hollow; and below each panel the change
 * that the same sum gives at every date that can be tried, so that the start's own is seen among
 * them.
 */
#ifndef PEJLING_PRESENT_BEFORE_AFTER_FIGURE_H
#define PEJLING_PRESENT_BEFORE_AFTER_FIGURE_H

#include "pejling/present/figure_frame.h"
#include "pejling/present/gnuplot.h"

/*
 * before_after_figure_has_data(findings, indicator): whether before and after can be compared in
 * one of the plan's areas.
 */
bool before_after_figure_has_data(const struct findings *findings,
                                  const struct indicator *indicator);

/* before_after_figure_draw(canvas, indicator): the figure `foer_efter_CODE`, as high as it needs. */
struct gnuplot_figure before_after_figure_draw(const struct figure_canvas *canvas,
                                               const struct indicator *indicator);

/* before_after_panel_areas(canvas, indicator, count): the areas that have a panel, in order. */
const struct area **before_after_panel_areas(const struct figure_canvas *canvas,
                                             const struct indicator *indicator, size_t *count);

/*
 * before_after_figure_single(canvas, indicator, count): its panels one by one for the page,
 * `foer_efter_CODE-AREA`, level with each other; none without data.
 */
const struct gnuplot_figure *before_after_figure_single(const struct figure_canvas *canvas,
                                                        const struct indicator *indicator,
                                                        size_t *count);

/* before_after_figure_reading(canvas, indicator): how it is read, in sentences. */
const char *before_after_figure_reading(const struct figure_canvas *canvas,
                                        const struct indicator *indicator);

#endif
