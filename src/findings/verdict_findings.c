/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/verdict_findings.h"

#include <math.h>

#include "pejling/stats/detect.h"
#include "pejling/stats/parity.h"

#define FARTHEST 20 /* years ahead that anybody plans for */

static struct finding new_finding(const struct gap_verdict *verdict, enum statistic statistic)
{
    const struct gap_series *series = verdict->series;
    struct finding finding = {.confidence = verdict_rule()->confidence,
                              .indicator = series->indicator,
                              .area = series->area,
                              .comparator = series->comparator,
                              .statistic = statistic,
                              .periods = series->points.n,
                              .hidden = verdict->hidden,
                              .estimate = estimate_undefined(verdict->reason)};
    for (size_t i = 0; i < series->year_count; i++) {
        if (!series->years[i].open)
            continue;
        if (finding.from.kind == PERIOD_UNKNOWN)
            finding.from = series->years[i].cell->period;
        finding.to = series->years[i].cell->period;
    }
    return finding;
}

static void set_slope(const struct gap_verdict *verdict, struct finding *finding)
{
    if (!verdict->decides)
        return;
    finding->estimate = verdict->decides->slope;
    finding->has_p = true;
    finding->p = verdict->decides->p;
    finding->has_p_adjusted = verdict->in_family && verdict->test.is_tested;
    finding->p_adjusted = finding->has_p_adjusted ? verdict->test.bh : 0;
}

static void set_text(struct finding *finding, const char *text)
{
    if (*text)
        finding->text = text;
    else if (!finding->estimate.reason)
        finding->estimate.reason = REASON_NOT_APPLICABLE;
}

static void set_strength(const struct gap_verdict *verdict, struct finding *finding)
{
    set_text(finding, verdict_strength_code(verdict->strength));
    if (finding->text)
        finding->estimate.method =
            verdict_is_agreed(verdict) ? METHOD_BOTH_ENGINES : METHOD_ONE_ENGINE;
}

static struct parity fit_parity(const struct gap_verdict *verdict)
{
    const struct gls_points *points = &verdict->series->points;
    double last = points->n ? points->x[points->n - 1] : 0;
    return parity_fit(points->x, points->y, points->n, last, verdict_rule()->confidence);
}

static void set_parity(const struct gap_verdict *verdict, struct finding *finding)
{
    if (verdict->verdict != VERDICT_NARROWING) {
        bool widening = verdict->verdict == VERDICT_WIDENING;
        finding->estimate = estimate_undefined(widening          ? REASON_NOT_CLOSING
                                               : verdict->hidden ? verdict->reason
                                                                 : REASON_UNBOUNDED);
        return;
    }
    struct parity parity = fit_parity(verdict);
    finding->estimate = parity.years;
    if (!parity.beyond_horizon || parity.years.state == ESTIMATE_UNDEFINED)
        return;
    finding->estimate = estimate_point(METHOD_FIELLER, parity.horizon, REASON_IMPRECISE);
    finding->text = "more_than";
}

static double year_spread(const struct gap_verdict *verdict)
{
    const struct gls_points *points = &verdict->series->points;
    return detect_year_spread(points->variance, points->n, verdict->gap_line.fits[0].random.tau2);
}

static void set_detectable(const struct gap_verdict *verdict, struct finding *finding)
{
    const struct gls_points *points = &verdict->series->points;
    struct detectable detectable =
        detect_slope(verdict->needs, points->x, points->n, year_spread(verdict));
    if (detectable.reason)
        finding->estimate = estimate_undefined(detectable.reason);
    else
        finding->estimate =
            estimate_point(METHOD_NONCENTRAL_T, detectable.exact, REASON_NOT_APPLICABLE);
}

/*
 * Said of a series that is only too imprecise so far; for the others there is no such year. Nor is
 * there where a t test would find the pace already, and only the engine, stricter, does not.
 */
static void set_determinable(const struct gap_verdict *verdict, struct finding *finding)
{
    const struct gls_points *points = &verdict->series->points;
    if (!verdict->decides || verdict->reason != REASON_IMPRECISE)
        return;
    const struct pace pace = {verdict->decides->slope.value, year_spread(verdict)};
    struct first_year first = detect_first_year(verdict->needs, points->x, points->n, &pace);
    if (first.there && first.time - points->x[points->n - 1] > FARTHEST)
        finding->estimate = estimate_undefined(REASON_UNBOUNDED);
    else if (first.there && first.periods > points->n)
        finding->estimate =
            estimate_point(METHOD_NONCENTRAL_T, floor(first.time), REASON_NOT_APPLICABLE);
}

struct finding verdict_finding(const struct gap_verdict *verdict, enum statistic statistic)
{
    struct finding finding = new_finding(verdict, statistic);
    bool judged = verdict->decides != NULL;
    if (statistic == STATISTIC_VERDICT_SLOPE)
        set_slope(verdict, &finding);
    if (statistic == STATISTIC_VERDICT)
        set_text(&finding, verdict_code(verdict->verdict));
    if (statistic == STATISTIC_VERDICT)
        finding.rule = verdict_line_code(verdict->line);
    if (statistic == STATISTIC_VERDICT_STRENGTH)
        set_strength(verdict, &finding);
    if (statistic == STATISTIC_VERDICT_DIRECTION)
        set_text(&finding, verdict_direction_code(verdict->direction));
    if (statistic == STATISTIC_CLOSING_RATE && judged)
        finding.estimate = fit_parity(verdict).closing_rate;
    if (statistic == STATISTIC_YEARS_TO_PARITY && judged)
        set_parity(verdict, &finding);
    if (statistic == STATISTIC_DETECTABLE_SLOPE && judged)
        set_detectable(verdict, &finding);
    if (statistic == STATISTIC_DETERMINABLE_YEAR)
        set_determinable(verdict, &finding);
    if (finding.estimate.state != ESTIMATE_UNDEFINED)
        finding.hidden = false;
    else if (!finding.estimate.reason && !finding.text)
        finding.estimate.reason = REASON_NOT_APPLICABLE;
    return finding;
}
