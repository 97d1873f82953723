/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/planning.h"

#include <math.h>

#include "pejling/findings/verdict_findings.h"

/* The spread of one figure of a gap about its line, and how well that is known. */
struct spread {
    enum reason reason; /* why there is none */
    double sd, df;
};

static struct spread spread_of(const struct gap_series *series)
{
    const struct gls_points *points = &series->points;
    if (points->n == 0)
        return (struct spread){.reason = REASON_TOO_FEW_YEARS};
    if (points->n >= VERDICT_YEARS) {
        double tau2 = gap_variance_between_years(points, 0);
        double sd = detect_year_spread(points->variance, points->n, tau2);
        return (struct spread){REASON_NONE, sd, (double)points->n - 2};
    }
    if (!series->counted)
        return (struct spread){.reason = REASON_NO_COUNTS};
    return (struct spread){REASON_NONE, detect_year_spread(points->variance, points->n, 0),
                           HUGE_VAL};
}

/* Years between two figures, as it has been or else as the indicator counts time. */
static double step_of(const struct gap_series *series)
{
    const struct gls_points *points = &series->points;
    if (points->n > 1)
        return (points->x[points->n - 1] - points->x[0]) / (double)(points->n - 1);
    return series->indicator->reporting.kind == PERIOD_QUARTER ? 0.25 : 1;
}

/* How many figures three years have; at least one. */
static size_t figures_of(const struct gap_series *series)
{
    return (size_t)fmax(1, round(PLANNING_YEARS / step_of(series)));
}

static struct estimate detectable(struct spread spread, size_t figures)
{
    const struct two_means means = {spread.sd, figures, spread.df};
    return spread.reason ? estimate_undefined(spread.reason)
                         : detect_change(&means, verdict_rule()->confidence, PLANNING_POWER);
}

/* The areas that are taken as one, and how much each weighs. */
struct members {
    const struct gap_series **series;
    double *weights;
    size_t count;
};

/* The areas of a municipality whose series have `least` years or more, and a spread. */
static struct members find_members(const struct finding_list *list,
                                   const struct indicator *indicator,
                                   const struct area *municipality, size_t least)
{
    const struct catalogue *catalogue = list->table->catalogue;
    struct members members = {
        arena_alloc(list->arena, catalogue->area_count, sizeof(struct gap_series *)),
        arena_alloc(list->arena, catalogue->area_count, sizeof(double)), 0};
    for (size_t i = 0; i < catalogue->area_count; i++) {
        const struct area *area = &catalogue->areas[i];
        const struct gap_verdict *verdict = verdict_of(list->verdicts, indicator, area);
        if (!verdict || area->role != AREA_ESTATE || area_municipality(area) != municipality)
            continue;
        const struct spread spread = spread_of(verdict->series);
        if (spread.reason || !(spread.sd > 0) || verdict->series->points.n < least)
            continue;
        members.series[members.count] = verdict->series;
        members.weights[members.count++] = 1 / (spread.sd * spread.sd);
    }
    return members;
}

/* Where a series has a point at that time; points.n for nowhere. */
static size_t point_at(const struct gap_series *series, double time)
{
    size_t i = 0;
    while (i < series->points.n && (series->points.x[i] < time || series->points.x[i] > time))
        i++;
    return i;
}

/* The mean gap of the members at one time, and its variance; false where one of them has none. */
static bool mean_gap(const struct members *members, double time, double *gap, double *variance)
{
    double total = 0;
    *gap = *variance = 0;
    for (size_t i = 0; i < members->count; i++) {
        const struct gap_series *series = members->series[i];
        size_t at = point_at(series, time);
        if (at == series->points.n)
            return false;
        double weight = members->weights[i];
        *gap += weight * series->points.y[at];
        *variance += weight * weight * series->points.variance[at];
        total += weight;
    }
    *gap /= total;
    *variance /= total * total;
    return true;
}

/*
 * Of the areas as one: the spread of their mean gap about its own line, which holds what they have
 * in common, as a comparator that moves. Short series say little of that, and are left out where
 * two or more are long enough.
 */
static struct spread spread_of_areas(const struct finding_list *list,
                                     const struct indicator *indicator,
                                     const struct area *municipality)
{
    struct members members = find_members(list, indicator, municipality, VERDICT_YEARS);
    if (members.count < 2)
        members = find_members(list, indicator, municipality, 1);
    if (members.count < 2)
        return (struct spread){.reason = REASON_TOO_FEW_SERIES};
    const struct gls_points *first = &members.series[0]->points;
    double *x = arena_alloc(list->arena, 3 * first->n, sizeof *x);
    double *gaps = x + first->n, *variances = gaps + first->n;
    size_t n = 0;
    for (size_t i = 0; i < first->n; i++)
        if (mean_gap(&members, first->x[i], &gaps[n], &variances[n]))
            x[n++] = first->x[i];
    const struct gap_series together = {.counted = members.series[0]->counted,
                                        .points = {x, gaps, variances, n}};
    return spread_of(&together);
}

/* The series with `ahead` periods more, each as the mean of those it has. */
static struct verdict_series extended(struct arena *arena, const struct verdict_series *series,
                                      size_t ahead, double step)
{
    size_t n = series->n + ahead;
    double *x = arena_alloc(arena, 3 * n, sizeof *x), *events = x + n, *base = x + 2 * n;
    double mean_events = 0, mean_base = 0;
    for (size_t i = 0; i < n; i++) {
        bool is_there = i < series->n;
        x[i] = is_there ? series->x[i] : x[i - 1] + step;
        events[i] = series->events && is_there ? series->events[i] : mean_events;
        base[i] = series->base && is_there ? series->base[i] : mean_base;
        mean_events += is_there ? events[i] / (double)series->n : 0;
        mean_base += is_there ? base[i] / (double)series->n : 0;
    }
    return (struct verdict_series){series->counts, x, series->events ? events : NULL,
                                   series->base ? base : NULL, n};
}

static struct estimate verdict_year(struct arena *arena, const struct gap_verdict *verdict)
{
    const struct gap_series *series = verdict->series;
    const struct verdict_series now = verdict_series_of(series);
    bool waits = verdict->reason == REASON_TOO_FEW_YEARS ||
                 verdict->reason == REASON_TOO_FEW_EVENTS || verdict->reason == REASON_SERIES_BREAK;
    if (verdict->decides)
        return estimate_undefined(REASON_NOT_APPLICABLE); /* it is possible already */
    if (!waits || now.n == 0)
        return estimate_undefined(verdict->reason);
    for (size_t ahead = 1; ahead <= PLANNING_HORIZON; ahead++) {
        const struct verdict_series then = extended(arena, &now, ahead, step_of(series));
        if (verdict_admission(&then) == REASON_NONE)
            return estimate_point(METHOD_REQUIREMENTS, floor(then.x[then.n - 1]),
                                  REASON_NOT_APPLICABLE);
    }
    return estimate_undefined(REASON_TOO_FEW_EVENTS);
}

static void add(struct finding_list *list, const struct gap_verdict *verdict,
                enum statistic statistic, struct estimate estimate)
{
    struct finding finding = verdict_finding(verdict, STATISTIC_VERDICT_SLOPE);
    finding.statistic = statistic;
    finding.has_p = finding.has_p_adjusted = false;
    finding.estimate = estimate;
    finding.hidden = estimate.state == ESTIMATE_UNDEFINED && verdict->hidden;
    if (finding.hidden)
        finding.estimate = estimate_undefined(verdict->reason);
    finding_list_add(list, finding);
}

void planning_findings(struct finding_list *list, const struct indicator *indicator,
                       const struct area *area)
{
    const struct gap_verdict *verdict = verdict_of(list->verdicts, indicator, area);
    if (!verdict)
        return;
    const struct spread spread = spread_of(verdict->series);
    add(list, verdict, STATISTIC_DETECTABLE_CHANGE, detectable(spread, 1));
    add(list, verdict, STATISTIC_DETECTABLE_CHANGE_YEARS,
        detectable(spread, figures_of(verdict->series)));
    if (area->role == AREA_TOTAL)
        add(list, verdict, STATISTIC_DETECTABLE_CHANGE_AREAS,
            detectable(spread_of_areas(list, indicator, area_municipality(area)), 1));
    add(list, verdict, STATISTIC_VERDICT_YEAR, verdict_year(list->arena, verdict));
}
