/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The slides of the seminar, `slides.pdf`: one finding a page, for two days at the projector. They
 * go from the whole to the parts: all verdicts and slopes, goal by goal the fixed indicators, area by area, and
 * last how the figures are read.
 */
#ifndef PEJLING_PRESENT_SLIDES_H
#define PEJLING_PRESENT_SLIDES_H

#include "pejling/findings/findings.h"
#include "pejling/present/gnuplot.h"

#define SLIDES_FILE "slides.pdf"

/*
 * More than these, and nobody looks at the last ones. Indicators that are not among the fixed ones
 * have slides only if all of them still fit; else the last slide tells where they are.
 */
#define SLIDES_MOST 40

/* Pages in their order. */
struct slides {
    struct gnuplot_figure *pages;
    size_t count;
};

/* slides_make(place, findings): all slides; indicators and areas without data have none. */
struct slides slides_make(const struct place *place, const struct findings *findings);

/*
 * slides_start(place, findings): begins to draw them into `place->folder`; gnuplot_finish tells
 * whether the file is there.
 */
struct gnuplot_job *slides_start(const struct place *place, const struct findings *findings);

#endif
