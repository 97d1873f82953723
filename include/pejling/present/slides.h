/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The slides of the seminar, `slides.pdf`: one finding a page, for two days at the projector. They
 * go from the whole to the parts: all verdicts and slopes, targets and news, goal by goal the
 * indicators with what the seminar is to talk about, area by area, and last how the figures are
 * read and what is not here.
 */
#ifndef PEJLING_PRESENT_SLIDES_H
#define PEJLING_PRESENT_SLIDES_H

#include "pejling/findings/findings.h"
#include "pejling/present/gnuplot.h"
#include "pejling/present/news.h"

#define SLIDES_FILE "slides.pdf"

/*
 * More than these, and nobody looks at the last ones. Where not all have room, these are left out,
 * one after the other until the rest has: indicators that are not among the fixed ones (in a plan
 * that has any), the areas each by itself, the gaps over time, what comes last. The last slide tells.
 */
#define SLIDES_MOST 40

/* Pages in their order. */
struct slides {
    struct gnuplot_figure *pages;
    size_t count;
};

/*
 * slides_make(place, findings, news): all slides; goals, indicators and areas without data have
 * none. `news` is NULL where no earlier edition is named.
 */
struct slides slides_make(const struct place *place, const struct findings *findings,
                          const struct news *news);

/*
 * slides_start(place, findings, news): begins to draw them into `place->folder`; gnuplot_finish tells
 * whether the file is there.
 */
struct gnuplot_job *slides_start(const struct place *place, const struct findings *findings,
                                 const struct news *news);

#endif
