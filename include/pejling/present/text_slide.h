/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Slides of words: what the seminar is about, where a part of it begins, and how its figures are
 * read. Each is a figure without a name, for the pages of a PDF only.
 */
#ifndef PEJLING_PRESENT_TEXT_SLIDE_H
#define PEJLING_PRESENT_TEXT_SLIDE_H

#include "pejling/present/figure_frame.h"
#include "pejling/present/gnuplot.h"

/* A part of the slides. */
struct slide_chapter {
    const char *over; /* a few words above the title: `Mål 1 af 4` */
    const char *title;
    const char *const *findings; /* a line or two each, as many as there is room for; "" for none */
    size_t count;
};

/*
 * text_slide_title(canvas): the plan, its areas, what they are compared with, the edition with what
 * it is marked by, and that the plan takes neither credit nor blame.
 */
struct gnuplot_figure text_slide_title(const struct figure_canvas *canvas);

/* text_slide_chapter(canvas, chapter): the first slide of a part, with what it will tell. */
struct gnuplot_figure text_slide_chapter(const struct figure_canvas *canvas,
                                         const struct slide_chapter *chapter);

/* text_slide_reading(canvas, note): how figures are read; `note` stands at the foot. */
struct gnuplot_figure text_slide_reading(const struct figure_canvas *canvas, const char *note);

#endif
