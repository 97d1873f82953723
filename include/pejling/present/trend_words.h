/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words of a trend or gap figure that need no place: what is said of each area, the last
 * values, subtitle and summary, and how to read the figure. All in the language of the series.
 */
#ifndef PEJLING_PRESENT_TREND_WORDS_H
#define PEJLING_PRESENT_TREND_WORDS_H

#include <stdbool.h>

#include "pejling/present/trend_series.h"

/*
 * trend_note(series, area): what stands under the area's name. Of levels the gap to the
 * municipality, `Afstand til kommunen: 12,3 pct.-point (17,3 i 2014)`, without the baseline where a
 * break in the series lies between the two, or why there is none; of gaps the verdict, `Indsnævres klart (bedre): −1,3 pct.-point om året (−2,0 til −0,6)`.
 */
const char *trend_note(const struct trend_series *series, const struct area *area);

/* trend_last_value(series, line): the last value of a line; "" where it has none. */
const char *trend_last_value(const struct trend_series *series, const struct trend_line *line);

/* trend_target(series, panel): `mål 22`, no more decimals than it needs; "" where none is shown. */
const char *trend_target(const struct trend_series *series, const struct trend_panel *panel);

/* trend_comparator(series): of gaps, what they are to: `resten af kommunen`. */
const char *trend_comparator(const struct trend_series *series);

/*
 * trend_other_name(series, panel): what stands beside the grey dashed line of a panel, the same in
 * all of them unless they are of several municipalities; "" where it has none.
 */
const char *trend_other_name(const struct trend_series *series, const struct trend_panel *panel);

/* trend_subtitle(series): what is measured, in what unit and when. */
const char *trend_subtitle(const struct trend_series *series);

/* trend_summary(series, panels, count): what a screen reader says of those panels. */
const char *trend_summary(const struct trend_series *series, const struct trend_panel *panels,
                          size_t count);

/*
 * trend_reading(series): how to read the figure, in sentences: bands, lines, the target, the plan,
 * hidden years, breaks, and an axis that does not begin at zero.
 */
const char *trend_reading(const struct trend_series *series);

/* trend_foot(series): that, and on a line of its own the source. */
const char *trend_foot(const struct trend_series *series);

/*
 * trend_left_out(series, foot, left_out): a foot, and how many areas there is no room for on the
 * slide.
 */
const char *trend_left_out(const struct trend_series *series, const char *foot, size_t left_out);

#endif
