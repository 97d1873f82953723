/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The dumbbell figure: all indicators of one area, a row each, grouped by goal. In a row: the
 * latest value beside that of what the area is compared with (the rest of the municipality where
 * there are figures for it) in the same period, on an axis from 0 to 100 per cent or, in another
 * unit, in words; their difference; and how that has changed since the baseline year.
 */
#ifndef PEJLING_PRESENT_DUMBBELL_FIGURE_H
#define PEJLING_PRESENT_DUMBBELL_FIGURE_H

#include "pejling/present/figure_frame.h"
#include "pejling/present/gnuplot.h"

/*
 * dumbbell_figure_draw(canvas, area): the figure `omraade_CODE`. Indicators without a value in the
 * area have no row; those without a goal come last. A report is as high as its rows need; a slide
 * has the fixed indicators, as many as fit, and how many do not, in the foot; on a page, of the fixed
 * ones too, the name of an indicator stands above its row, and the change since the baseline is left to the table.
 */
struct gnuplot_figure dumbbell_figure_draw(const struct figure_canvas *canvas,
                                           const struct area *area);

#endif
