/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An SVG as gnuplot writes it, made fit for a page: fonts that browsers know, title and summary for
 * screen readers, and ids of its own, so that several figures can stand on one page. One for a
 * report has its size on paper, so that a word processor puts it in at that width.
 */
#ifndef PEJLING_PRESENT_FIGURE_SVG_H
#define PEJLING_PRESENT_FIGURE_SVG_H

#include "pejling/base/arena.h"
#include "pejling/base/sink.h"

/* What the file itself does not say. */
struct figure_svg {
    const char *name;    /* put before its ids */
    const char *title;   /* what a screen reader says first */
    const char *summary; /* and then */
    double centimetres;  /* its width on paper; 0 leaves it in pixels */
};

/*
 * figure_svg_write(sink, scratch, figure, svg): the whole text of the file `svg`, made fit. Labels
 * keep their words; the titles that gnuplot gave go, and so do groups with nothing in them.
 */
void figure_svg_write(struct sink *sink, struct arena *scratch, const struct figure_svg *figure,
                      const char *svg);

#endif
