/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words of a trend figure that need no place: the gaps, the last values, subtitle and summary,
 * and how to read the figure. All in the language of the series.
 */
#ifndef PEJLING_PRESENT_TREND_WORDS_H
#define PEJLING_PRESENT_TREND_WORDS_H

#include <stdbool.h>

#include "pejling/present/trend_series.h"

/*
 * trend_gap(series, area): `Afstand til kommunen: 12,3 pct.-point (17,3 i 2014)`, or why there is
 * no gap.
 */
const char *trend_gap(const struct trend_series *series, const struct area *area);

/* trend_last_value(series, line): the last value of a line; "" where it has none. */
const char *trend_last_value(const struct trend_series *series, const struct trend_line *line);

/* trend_subtitle(series): `Pct., 2014–2024`. */
const char *trend_subtitle(const struct trend_series *series);

/* trend_summary(series): what a screen reader says: the panels' gaps. */
const char *trend_summary(const struct trend_series *series);

/*
 * trend_reading(series, from_zero): how to read the figure: bands, lines, the plan, hidden years,
 * breaks, an axis that does not begin at zero, and on a line of its own the source.
 */
const char *trend_reading(const struct trend_series *series, bool from_zero);

#endif
