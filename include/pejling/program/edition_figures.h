/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of an edition: the folder `figurer`, and the slides. */
#ifndef PEJLING_PROGRAM_EDITION_FIGURES_H
#define PEJLING_PROGRAM_EDITION_FIGURES_H

#include "pejling/findings/findings.h"
#include "pejling/present/news.h"
#include "pejling/present/place.h"

/*
 * edition_figures_draw(place, findings, news): draws all of them, several at a time; the folder
 * `figurer` must be there, `news` may be NULL. What cannot be drawn is a PROBLEM_TOOL, and costs no
 * other; where gnuplot draws nothing at all, or no letters, that is said of `figurer` and
 * `slides.pdf`, and nothing else is tried.
 *
 *   tendens_INDICATOR, afstand_INDICATOR    levels and gaps over time, all areas
 *   ...-AREA                                one of their panels, for the page
 *   baseline_til_nu_N                       then and now, goal by goal
 *   omraade_AREA, omraade_AREA-side         all indicators of an area, and those for the page
 *   vurderinger, haeldninger                all verdicts, and the slopes they rest on
 */
void edition_figures_draw(const struct place *place, const struct findings *findings,
                          const struct news *news);

#endif
