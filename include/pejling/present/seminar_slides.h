/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The slides that the seminar talks from: what the figures show of the theory of change, and how the
 * targets stand.
 */
#ifndef PEJLING_PRESENT_SEMINAR_SLIDES_H
#define PEJLING_PRESENT_SEMINAR_SLIDES_H

#include "pejling/present/figure_frame.h"
#include "pejling/present/gnuplot.h"

/*
 * theory_slide(canvas, focus_area, slide): each expected result of a focus area beside what the
 * data show of it in every area. False where the plan has no theory of it, or one of more steps or
 * areas than can be read on a slide (table_slide.h).
 */
bool theory_slide(const struct figure_canvas *canvas, const char *focus_area,
                  struct gnuplot_figure *slide);

/*
 * target_slide(canvas, slide): the targets of the fixed indicators, or of all where none of those
 * has one: the target, the latest figure and how it stands; of several targets of one indicator and
 * area the last. What there is no room for is told. False where there is no target.
 */
bool target_slide(const struct figure_canvas *canvas, struct gnuplot_figure *slide);

#endif
