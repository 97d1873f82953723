/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A series of levels or gaps made into a figure: its panels drawn, and the words put around them. */
#ifndef PEJLING_PRESENT_TREND_PANELS_H
#define PEJLING_PRESENT_TREND_PANELS_H

#include "pejling/present/figure_frame.h"
#include "pejling/present/gnuplot.h"
#include "pejling/present/trend_series.h"

/*
 * trend_panels_draw(canvas, series): `tendens_CODE` of levels, `afstand_CODE` of gaps: all panels
 * of the series under the headline of its indicator. A hidden year is a gap in the line and a cross
 * below it. Without a panel the figure says that there is nothing to show.
 */
struct gnuplot_figure trend_panels_draw(const struct figure_canvas *canvas,
                                        const struct trend_series *series);

/*
 * trend_panels_single(canvas, series, count): each panel alone for the page, `tendens_CODE-AREA`,
 * in their order: on the axes of them all, and all of the same height.
 */
const struct gnuplot_figure *trend_panels_single(const struct figure_canvas *canvas,
                                                 const struct trend_series *series, size_t *count);

/* trend_panels_areas(series, count): the areas that have a panel, in their order. */
const struct area **trend_panels_areas(const struct trend_series *series, size_t *count);

#endif
