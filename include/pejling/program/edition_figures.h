/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of an edition: the folder `figurer`, and the slides. */
#ifndef PEJLING_PROGRAM_EDITION_FIGURES_H
#define PEJLING_PROGRAM_EDITION_FIGURES_H

#include "pejling/findings/findings.h"
#include "pejling/present/news.h"
#include "pejling/present/place.h"

struct edition_figures;

/*
 * edition_figures_prepare(place): asks gnuplot whether it can draw here, and does not wait for the
 * answer; the folder `figurer` must be there, and `place` stay. Never NULL. Whoever calls it also
 * calls edition_figures_end, so that no process is left.
 */
struct edition_figures *edition_figures_prepare(const struct place *place);

/*
 * edition_figures_begin(all, findings, news): begins to draw, several processes beside each other
 * and beside what the caller does next. `news` may be NULL.
 */
void edition_figures_begin(struct edition_figures *all, const struct findings *findings,
                           const struct news *news);

/*
 * edition_figures_end(all): draws the rest, unless a file fault has been reported. What cannot be
 * drawn is a PROBLEM_TOOL, and costs no other; where gnuplot draws nothing at all, or no letters,
 * that is said of `figurer` and `slides.pdf`, and nothing else is tried. What was not begun is not
 * drawn.
 *
 *   tendens_INDICATOR, afstand_INDICATOR    levels and gaps over time, all areas
 *   ...-AREA                                one of their panels, for the page
 *   baseline_til_nu_N                       then and now, goal by goal
 *   omraade_AREA, omraade_AREA-side         all indicators of an area, and those for the page
 *   vurderinger, haeldninger                all verdicts, and the slopes they rest on
 */
void edition_figures_end(struct edition_figures *all);

#endif
