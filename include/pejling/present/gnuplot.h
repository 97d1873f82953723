/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Figures through gnuplot: one process draws one figure, as SVG and as PNG, pixel for pixel.
 *
 *   struct gnuplot_job *job = gnuplot_start(place, &figure);
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
    const char *name;    /* of the files in the folder `figurer`, without ending: [a-z0-9_]+ */
    const char *title;   /* what a screen reader says first */
    const char *summary; /* and then */
    double width, height;
    bool only_svg;    /* no PNG */
    unsigned seconds; /* how long gnuplot may take, 0 for a minute */
};

/*
 * gnuplot_start(place, figure): begins to draw `place->folder/figurer/NAME.svg` and `.png`; the
 * folder `figurer` must exist. The program is `/usr/bin/gnuplot`, or what the environment
 * variable PEJLING_GNUPLOT says. Never NULL: what goes wrong is said when finishing. `figure` is
 * copied, the texts it points to are not.
 */
struct gnuplot_job *gnuplot_start(const struct place *place, const struct gnuplot_figure *figure);

/*
 * gnuplot_finish(job): waits until the figure is drawn and makes the SVG fit for a page
 * (figure_svg.h). False if anything failed; a PROBLEM_TOOL (PROBLEM_FILE for a full disk) is
 * reported then, and neither file is there.
 */
bool gnuplot_finish(struct gnuplot_job *job);

#endif
