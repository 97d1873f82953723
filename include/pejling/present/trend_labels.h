/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words on the panels of a trend or gap figure, each where nothing else stands. */
#ifndef PEJLING_PRESENT_TREND_LABELS_H
#define PEJLING_PRESENT_TREND_LABELS_H

#include "pejling/present/gnuplot_script.h"
#include "pejling/present/trend_layout.h"

/*
 * trend_labels_put(script, layout): names and notes above the panels, ticks, the plan's name, the
 * last values and targets, crosses for hidden years, and once for each municipality the name of the
 * dashed line. For a script that
 * is drawn after the panels, in pixels of the canvas.
 */
void trend_labels_put(struct gnuplot_script *script, const struct trend_layout *layout);

#endif
