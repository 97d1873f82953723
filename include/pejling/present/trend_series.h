/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a trend figure shows of one indicator, taken from the findings: a panel for each of the
 * plan's areas, with the area's line over real time and its municipality's.
 */
#ifndef PEJLING_PRESENT_TREND_SERIES_H
#define PEJLING_PRESENT_TREND_SERIES_H

#include <stdbool.h>

#include "pejling/findings/findings.h"

struct trend_date {
    double x; /* real time */
    struct period period;
};

/* A level with a value. */
struct trend_point {
    double x, value, lower, upper; /* lower and upper are the value where there is no interval */
    bool has_interval;
    bool joined; /* to the point before it: no period between them, and no break */
};

struct trend_line {
    struct trend_point *points; /* in order of time */
    size_t count;
    double *hidden; /* where a level is withheld */
    size_t hidden_count;
};

struct trend_panel {
    const struct area *area, *municipality; /* municipality may be NULL */
    struct trend_line own, other;           /* other: the municipality's */
};

struct trend_series {
    const struct findings *findings;
    const struct catalogue *catalogue;
    const struct indicator *indicator;
    struct arena *arena; /* of everything made from this */
    enum language language;
    struct trend_panel *panels;
    size_t count;
    struct trend_date *dates; /* of every period there is a row for, in order */
    size_t date_count;
    double first_time, last_time; /* of what the panels show */
    double x_min, x_max;          /* the axis of time: a little more */
    double low, high;             /* the values shown, bands included; 0 if there are none */
    bool has_values;
    bool hidden[REASON_COUNT]; /* the reasons for which a level is withheld */
};

/*
 * trend_series_make(arena, language, findings, indicator): a panel for each area with a dated
 * level, shown or hidden, and one for all of them together where that makes at most four.
 */
struct trend_series trend_series_make(struct arena *arena, enum language language,
                                      const struct findings *findings,
                                      const struct indicator *indicator);

/* trend_levels(series, area, count): the area's levels in the order of periods; NULL for none. */
const struct finding *trend_levels(const struct trend_series *series, const struct area *area,
                                   size_t *count);

/*
 * trend_plan_span(series, from, to): the plan's period as far as the axis of time goes; false where
 * it lies outside or has no dates.
 */
bool trend_plan_span(const struct trend_series *series, double *from, double *to);

/*
 * trend_is_broken(series, cut, area): whether this break, one of the catalogue's, is one of the
 * area's series and within the axis of time.
 */
bool trend_is_broken(const struct trend_series *series, const struct series_break *cut,
                     const struct area *area);

#endif
