/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a trend or gap figure shows of one indicator, taken from the findings: a panel for each of
 * the plan's areas with the area's line over real time, and with what it is compared with.
 */
#ifndef PEJLING_PRESENT_TREND_SERIES_H
#define PEJLING_PRESENT_TREND_SERIES_H

#include <stdbool.h>

#include "pejling/findings/findings.h"

/* What the panels show over time. */
enum trend_subject {
    TREND_LEVEL, /* the area's levels, beside its municipality's */
    TREND_GAP    /* the gap that the verdict is on, the line of the verdict, and zero */
};

struct trend_date {
    double x; /* real time */
    struct period period;
};

/* A level or a gap with a value. */
struct trend_point {
    double x, value, lower, upper; /* lower and upper are the value where there is no interval */
    bool has_interval;
    bool joined; /* to the point before it: no period between them, and no break */
};

struct trend_line {
    struct trend_point *points; /* in order of time */
    size_t count;
    double *hidden; /* where a level or gap is withheld */
    size_t hidden_count;
};

/* Most lines of twins and countries: more would hide the area's own. */
#define TREND_FURTHER 2

/* The levels of a twin area or the country, the same in every panel. */
struct trend_further {
    const struct area *area;
    struct trend_line line;
};

struct trend_panel {
    const struct area *area, *municipality; /* municipality may be NULL */
    struct trend_line own;
    struct trend_line other; /* the municipality's; of gaps zero, from end to end of the axis */
    /*
     * Of gaps: the line that decides the verdict, in its first, middle and last time, with what it
     * would be were its slope at the ends of its interval, turning about the middle.
     */
    struct trend_line fit; /* before and after: the means, with their intervals */
    /* Of gaps before and after the plan's start: */
    struct trend_line transition; /* points of periods on both sides of it */
    struct trend_line placebos;   /* the change at each date tried, at the first period after it */
    double start_time;            /* of the one of them that is the start's own */
    const struct target *target;  /* the next one, or the last; NULL for none within the axis */
    double target_time;
};

struct trend_series {
    const struct findings *findings;
    const struct catalogue *catalogue;
    const struct indicator *indicator;
    enum trend_subject subject;
    bool before_after;   /* gaps, with the plan's start as a divide in place of the verdict */
    struct arena *arena; /* of everything made from this */
    enum language language;
    struct trend_panel *panels;
    size_t count;
    struct trend_further further[TREND_FURTHER]; /* of levels joined by a line only */
    size_t further_count;
    struct trend_date *dates; /* of every period there is a row for, in order */
    size_t date_count;
    double first_time, last_time;     /* of what the panels show, targets left aside */
    double x_min, x_max;              /* the axis of time: a little more, targets taken in */
    double low, high;                 /* the values shown, bands included; 0 if there are none */
    double placebo_low, placebo_high; /* the changes shown; both 0 if there are none */
    bool has_values;
    bool hidden[REASON_COUNT]; /* the reasons for which a level or gap is withheld */
};

/*
 * trend_series_make(arena, language, findings, indicator): levels, a panel for each area with a
 * dated one, shown or hidden, and one for all of them together where that makes at most four.
 */
struct trend_series trend_series_make(struct arena *arena, enum language language,
                                      const struct findings *findings,
                                      const struct indicator *indicator);

/* trend_series_gaps(arena, language, findings, indicator): the same of gaps. */
struct trend_series trend_series_gaps(struct arena *arena, enum language language,
                                      const struct findings *findings,
                                      const struct indicator *indicator);

/*
 * trend_series_before_after(arena, language, findings, indicator): gaps with the means before and
 * after the plan's start, and the changes at other dates.
 */
struct trend_series trend_series_before_after(struct arena *arena, enum language language,
                                              const struct findings *findings,
                                              const struct indicator *indicator);

/*
 * trend_rows(series, area, count): the area's levels in the order of periods, or in a series of
 * gaps those to what the verdict compares it with; NULL for none.
 */
const struct finding *trend_rows(const struct trend_series *series, const struct area *area,
                                 size_t *count);

/*
 * trend_is_joined(series): whether points are joined by a line with a band. Surveys and elections
 * say nothing of the time between them; gaps have the line of the verdict.
 */
bool trend_is_joined(const struct trend_series *series);

/*
 * trend_plan_span(series, from, to): the plan's period as far as the axis of time goes; false where
 * it lies outside or has no dates.
 */
bool trend_plan_span(const struct trend_series *series, double *from, double *to);

/*
 * trend_is_broken(series, cut, area): whether this break, one of the catalogue's, is one of what is
 * shown of the area and within the axis of time. A gap is broken where one of its two sides is.
 */
bool trend_is_broken(const struct trend_series *series, const struct series_break *cut,
                     const struct area *area);

#endif
