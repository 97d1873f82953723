/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/planning.h"

#include <math.h>

#include "pejling/findings/level.h"
#include "pejling/findings/verdict_findings.h"
#include "pejling/stats/distribution.h"
#include "pejling/stats/heterogeneity.h"

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
        const struct gap_fit fit = gap_fit_at(points, 0, verdict_rule()->confidence);
        double sd = detect_year_spread(points->variance, points->n, fit.random.tau2);
        return (struct spread){REASON_NONE, sd, (double)points->n - 2};
    }
    if (!series->counted)
        return (struct spread){.reason = REASON_NO_COUNTS};
    return (struct spread){REASON_NONE, detect_year_spread(points->variance, points->n, 0),
                           HUGE_VAL};
}

static struct estimate detectable(struct spread spread, size_t figures)
{
    const struct two_means means = {spread.sd, figures, spread.df};
    return spread.reason ? estimate_undefined(spread.reason)
                         : detect_change(&means, verdict_rule()->confidence, PLANNING_POWER);
}

/* The comparator's own standard error, in the mean of its open years; 0 where it has none. */
static double comparator_error(const struct gap_series *series)
{
    double confidence = verdict_rule()->confidence, sum = 0;
    double z = normal_quantile(0.5 + confidence / 2);
    for (size_t i = 0; i < series->year_count; i++) {
        if (!series->years[i].open)
            continue;
        struct estimate level = level_estimate(series->years[i].other, confidence);
        double error = level.state == ESTIMATE_INTERVAL ? (level.upper - level.lower) / (2 * z) : 0;
        sum += error * error / (double)series->points.n;
    }
    return sqrt(sum);
}

/* The areas of a municipality as one: those that have a spread. */
static struct spread spread_of_areas(const struct finding_list *list,
                                     const struct indicator *indicator,
                                     const struct area *municipality)
{
    const struct catalogue *catalogue = list->table->catalogue;
    struct area_slope *areas = arena_alloc(list->arena, catalogue->area_count, sizeof *areas);
    double shared = HUGE_VAL, df = 0;
    size_t count = 0;
    for (size_t i = 0; i < catalogue->area_count; i++) {
        const struct area *area = &catalogue->areas[i];
        const struct gap_verdict *verdict = verdict_of(list->verdicts, indicator, area);
        if (!verdict || area->role != AREA_ESTATE || area_municipality(area) != municipality)
            continue;
        const struct spread spread = spread_of(verdict->series);
        if (spread.reason || !(spread.sd > 0))
            continue;
        areas[count++] = (struct area_slope){.standard_error = spread.sd, .df = spread.df};
        shared = fmin(shared, fmin(spread.sd, comparator_error(verdict->series)));
        df += spread.df;
    }
    const struct pooled_gap_slope pooled = heterogeneity_pooled_gap(areas, count, shared);
    return (struct spread){count < 2 ? REASON_TOO_FEW_SERIES : pooled.reason, pooled.standard_error,
                           df};
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

/* Years between two figures, as it has been or else as the indicator counts time. */
static double step_of(const struct gap_series *series)
{
    const struct gls_points *points = &series->points;
    if (points->n > 1)
        return (points->x[points->n - 1] - points->x[0]) / (double)(points->n - 1);
    return series->indicator->reporting.kind == PERIOD_QUARTER ? 0.25 : 1;
}

static struct estimate verdict_year(struct arena *arena, const struct gap_verdict *verdict)
{
    const struct gap_series *series = verdict->series;
    const struct verdict_series now = verdict_series_of(series);
    bool waits = verdict->reason == REASON_TOO_FEW_YEARS ||
                 verdict->reason == REASON_TOO_FEW_EVENTS || verdict->reason == REASON_SERIES_BREAK;
    if (!verdict->decides && (!waits || now.n == 0))
        return estimate_undefined(verdict->reason);
    for (size_t ahead = 0; ahead <= PLANNING_HORIZON; ahead++) {
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
    add(list, verdict, STATISTIC_DETECTABLE_CHANGE_YEARS, detectable(spread, PLANNING_YEARS));
    if (area->role == AREA_TOTAL)
        add(list, verdict, STATISTIC_DETECTABLE_CHANGE_AREAS,
            detectable(spread_of_areas(list, indicator, area_municipality(area)), 1));
    add(list, verdict, STATISTIC_VERDICT_YEAR, verdict_year(list->arena, verdict));
}
