/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What every figure has: a colour for its area, a heading, a foot, and words for when there is
 * nothing to show.
 */
#ifndef PEJLING_PRESENT_FIGURE_FRAME_H
#define PEJLING_PRESENT_FIGURE_FRAME_H

#include "pejling/base/number.h"
#include "pejling/findings/findings.h"
#include "pejling/present/gnuplot_script.h"

#define FIGURE_MARGIN 50.0 /* left and right, in pixels */

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

/* figure_nothing(script, language, y): says in the middle of the figure that there is no data. */
void figure_nothing(struct gnuplot_script *script, enum language language, double y);

/* figure_confidence(text, language, findings): the confidence level in per cent: `95`. */
const char *figure_confidence(char text[NUMBER_TEXT], enum language language,
                              const struct findings *findings);

/* figure_period(arena, period): a period inside a sentence: a date by its year. */
const char *figure_period(struct arena *arena, struct period period);

#endif
