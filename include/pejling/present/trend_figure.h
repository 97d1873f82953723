/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The trend figure: one indicator over real time, a panel for each of the plan's areas beside its
 * municipality, on one and the same axis; with the confidence bands, the plan's period, the breaks
 * in the series, and the gap to the municipality in words.
 */
#ifndef PEJLING_PRESENT_TREND_FIGURE_H
#define PEJLING_PRESENT_TREND_FIGURE_H

#include "pejling/findings/findings.h"
#include "pejling/present/gnuplot.h"

/*
 * trend_figure_start(place, findings, indicator): begins to draw `figurer/tendens_CODE.svg` and
 * `.png`; gnuplot_finish waits for it. There is a panel for each area with a dated level, shown or
 * hidden, and one for all of them together where that makes at most four. A hidden year is a gap
 * in the line and a cross below it. Without a panel the figure says that there is nothing to show.
 */
struct gnuplot_job *trend_figure_start(const struct place *place, const struct findings *findings,
                                       const struct indicator *indicator);

/* What the other figures share with this one. */

/* figure_colour(catalogue, area): its place in the palette of `style.gp`, from 1. */
unsigned figure_colour(const struct catalogue *catalogue, const struct area *area);

/* figure_heading(script, title, subtitle): puts both down and returns the y below them. */
double figure_heading(struct gnuplot_script *script, const char *title, const char *subtitle);

/*
 * figure_foot(script, findings, language, y, text): the line at the foot, how to read the figure to
 * the left (a newline begins a line), what edition it is of to the right. Returns the height of the
 * figure.
 */
double figure_foot(struct gnuplot_script *script, const struct findings *findings,
                   enum language language, double y, const char *text);

#endif
