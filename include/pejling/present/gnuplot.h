/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Figures through gnuplot: one process draws a figure, as SVG and as PNG, pixel for pixel; or several
 * figures, which share the time it takes to start; or all the pages of a PDF.
 *
 *   struct gnuplot_job *job = gnuplot_start(place, &figure, 1);
 *   ... another figure can be started and drawn meanwhile ...
 *   bool drawn = gnuplot_finish(job);
 */
#ifndef PEJLING_PRESENT_GNUPLOT_H
#define PEJLING_PRESENT_GNUPLOT_H

#include <stdbool.h>

#include "pejling/present/gnuplot_script.h"
#include "pejling/present/place.h"

struct gnuplot_job;

/* A figure as it is to be drawn. */
struct gnuplot_figure {
    const struct gnuplot_script *script;
    const char *name;     /* of the files in the folder `figurer`, without ending: [a-z0-9_-]+ */
    const char *title;    /* what a screen reader says first */
    const char *summary;  /* and then */
    double width, height; /* in pixels */
    bool only_svg;        /* for the page: no PNG, and no size on paper */
    unsigned seconds; /* how long gnuplot may take, 0 for half a minute; that of the first counts */
};

#define FIGURE_CENTIMETRES 17.0 /* the width on paper of what is not for the page */

/*
 * gnuplot_start(place, figures, count): begins to draw `place->folder/figurer/NAME.svg` and `.png` of
 * at least one figure, in one process; the folder `figurer` must exist. Never NULL: what goes wrong is
 * said when finishing. `figures` are copied, the texts they point to are not; none knows of another.
 * Takes as long as the first may, and a second more for every ten further ones. What of several could
 * not be drawn is for the caller to draw once more, each alone (gnuplot_undrawn), so that one that
 * cannot be drawn costs no other.
 */
struct gnuplot_job *gnuplot_start(const struct place *place, const struct gnuplot_figure *figures,
                                  size_t count);

/*
 * gnuplot_start_pages(place, name, pages, count): begins to draw `place->folder/NAME`, a PDF with a
 * page for each of the figures, at least one, all of the width and height of the first. A page is
 * of a size for the screen: 150 pixels are an inch. May take a second more for each further page.
 */
struct gnuplot_job *gnuplot_start_pages(const struct place *place, const char *name,
                                        const struct gnuplot_figure *pages, size_t count);

/*
 * gnuplot_wait_any(jobs, count): waits until one of them has come to its end, and returns its index;
 * `count` where there is none, all of them being NULL.
 */
size_t gnuplot_wait_any(struct gnuplot_job *const *jobs, size_t count);

/*
 * gnuplot_finish(job): waits until all is drawn, makes the SVG fit for a page (figure_svg.h), and
 * takes the time of day out of the PDF. False if anything failed; a PROBLEM_TOOL (PROBLEM_FILE for
 * a full disk) is reported then, unless there is something to draw once more; and none of the files
 * of what failed is there.
 */
bool gnuplot_finish(struct gnuplot_job *job);

/* gnuplot_failed(job): how many of its figures or pages gnuplot_finish reported as missing. */
size_t gnuplot_failed(const struct gnuplot_job *job);

/*
 * gnuplot_undrawn(job, &count): after gnuplot_finish, the figures of several that are not drawn, to
 * be drawn once more, each by gnuplot_start. A whole one is among them where its process failed,
 * unless it was only late: it cannot be relied on.
 */
const struct gnuplot_figure *gnuplot_undrawn(const struct gnuplot_job *job, size_t *count);

#endif
