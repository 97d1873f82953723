/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/trend.h"

#include <math.h>

#include "pejling/base/number.h"
#include "pejling/stats/difference.h"
#include "pejling/stats/line.h"
#include "pejling/stats/rank.h"

#define PERIODS_FOR_P 5
#define NO_WIDTH 1e-9
#define TIE_DECIMALS 9 /* values that agree so far are tied */

static bool has_value(const struct yearly *yearly)
{
    return isfinite(yearly->time) && yearly->estimate.state != ESTIMATE_UNDEFINED;
}

double trend_segment_start(const struct released_table *table, const struct indicator *indicator,
                           const struct area *area, const struct area *comparator, double before)
{
    const struct series_break *own =
        catalogue_last_break(table->catalogue, indicator, area, before);
    const struct area *broken =
        comparator && comparator->role == AREA_REST ? area_municipality(comparator) : comparator;
    const struct series_break *other =
        broken ? catalogue_last_break(table->catalogue, indicator, broken, before) : NULL;
    double time = own ? own->time : -HUGE_VAL;
    return other && other->time > time ? other->time : time;
}

/* Where the segment begins that a time is in. */
static double segment_start(const struct released_table *table, const struct yearly_series *series,
                            double time)
{
    return trend_segment_start(table, series->indicator, series->area, series->comparator, time);
}

static double last_time(const struct yearly_series *series)
{
    double time = -HUGE_VAL;
    for (size_t i = 0; i < series->count; i++)
        if (has_value(&series->items[i]))
            time = series->items[i].time;
    return time;
}

static struct finding new_finding(const struct yearly_series *series, enum statistic statistic)
{
    return (struct finding){.indicator = series->indicator,
                            .area = series->area,
                            .comparator = series->comparator,
                            .statistic = statistic};
}

/* Why a segment with fewer than two periods is so short. */
static void explain_short(const struct yearly_series *series, double start, struct finding *finding)
{
    size_t earlier = 0;
    bool hidden = false;
    for (size_t i = 0; i < series->count; i++) {
        earlier += has_value(&series->items[i]) && series->items[i].time < start;
        hidden = hidden || (series->items[i].hidden && !(series->items[i].time < start));
    }
    finding->hidden = hidden;
    if (hidden)
        finding->estimate = estimate_undefined(REASON_SUPPRESSED);
    else if (earlier)
        finding->estimate = estimate_undefined(REASON_SERIES_BREAK);
}

/* The years of a series that a trend speaks of. */
struct segment {
    double *x, *y;
    size_t n;
    double start;
};

static struct segment last_segment(struct arena *arena, const struct released_table *table,
                                   const struct yearly_series *series, struct finding *finding)
{
    struct segment segment = {.start = segment_start(table, series, last_time(series))};
    segment.x = arena_alloc(arena, 2 * series->count + 1, sizeof *segment.x);
    segment.y = segment.x + series->count;
    for (size_t i = 0; i < series->count; i++) {
        const struct yearly *yearly = &series->items[i];
        if (!has_value(yearly) || yearly->time < segment.start)
            continue;
        if (segment.n == 0)
            finding->from = yearly->period;
        finding->to = yearly->period;
        segment.x[segment.n] = yearly->time;
        segment.y[segment.n++] = yearly->estimate.value;
    }
    finding->periods = segment.n;
    return segment;
}

/*
 * Rounded figures of a few years can lie on a line exactly, and then their scatter says nothing of
 * how certain it is.
 */
static struct estimate without_false_certainty(struct estimate slope)
{
    bool has_no_width = slope.state == ESTIMATE_INTERVAL && slope.upper - slope.lower < NO_WIDTH;
    return has_no_width ? estimate_point(slope.method, slope.value, REASON_NO_VARIATION) : slope;
}

struct finding trend_slope(struct arena *arena, const struct released_table *table,
                           const struct yearly_series *series, enum statistic statistic,
                           double confidence)
{
    struct finding finding = new_finding(series, statistic);
    struct segment segment = last_segment(arena, table, series, &finding);
    if (!series->indicator->has_trend) {
        finding.estimate = estimate_undefined(REASON_NO_TREND);
        return finding;
    }
    struct line line = line_fit(segment.x, segment.y, segment.n, confidence);
    finding.estimate = without_false_certainty(line.slope);
    finding.has_p = line.has_p && segment.n >= PERIODS_FOR_P;
    finding.p = finding.has_p ? line.p : 0;
    if (segment.n < 2)
        explain_short(series, segment.start, &finding);
    return finding;
}

struct finding trend_theil_sen(struct arena *arena, const struct released_table *table,
                               const struct yearly_series *series, enum statistic statistic,
                               double confidence)
{
    struct finding finding = new_finding(series, statistic);
    struct segment segment = last_segment(arena, table, series, &finding);
    if (!series->indicator->has_trend) {
        finding.estimate = estimate_undefined(REASON_NO_TREND);
        return finding;
    }
    struct theil_sen median = theil_sen(arena, segment.x, segment.y, segment.n, confidence);
    finding.estimate = median.slope;
    finding.confidence = median.exact_confidence; /* short series have few levels to choose from */
    if (segment.n < 2)
        explain_short(series, segment.start, &finding);
    return finding;
}

struct finding trend_mann_kendall(struct arena *arena, const struct released_table *table,
                                  const struct yearly_series *series)
{
    struct finding finding = new_finding(series, STATISTIC_MANN_KENDALL_S);
    struct segment segment = last_segment(arena, table, series, &finding);
    finding.estimate =
        estimate_undefined(series->indicator->has_trend ? REASON_TOO_FEW_YEARS : REASON_NO_TREND);
    if (segment.n < 2 && series->indicator->has_trend)
        explain_short(series, segment.start, &finding);
    if (segment.n < 2 || !series->indicator->has_trend)
        return finding;
    for (size_t i = 0; i < segment.n; i++) /* a difference's last bits make no two years unlike */
        segment.y[i] = number_round(segment.y[i], TIE_DECIMALS);
    struct mann_kendall test = mann_kendall(segment.y, segment.n);
    finding.estimate = estimate_point(METHOD_MANN_KENDALL, test.s, REASON_NOT_APPLICABLE);
    finding.has_p = test.has_p && segment.n >= PERIODS_FOR_P;
    finding.p = finding.has_p ? test.p : 0;
    return finding;
}

bool trend_is_baseline(const struct plan *plan, double time)
{
    return time < plan->baseline_year + 1;
}

/* The last figure of all, and the last not after the baseline year; NULL for none. */
struct ends {
    const struct yearly *first, *last;
    bool hidden_first, hidden_last; /* a figure is, until that year or after it */
};

static struct ends find_ends(const struct plan *plan, const struct yearly_series *series)
{
    struct ends ends = {NULL, NULL, false, false};
    for (size_t i = 0; i < series->count; i++) {
        const struct yearly *yearly = &series->items[i];
        bool is_baseline = trend_is_baseline(plan, yearly->time);
        if (yearly->hidden)
            *(is_baseline ? &ends.hidden_first : &ends.hidden_last) = true;
        if (!has_value(yearly))
            continue;
        ends.last = yearly;
        if (is_baseline)
            ends.first = yearly;
    }
    return ends;
}

struct finding trend_change(const struct released_table *table, const struct yearly_series *series,
                            enum statistic statistic)
{
    struct finding finding = new_finding(series, statistic);
    const struct ends ends = find_ends(&table->catalogue->plan, series);
    const struct yearly *first = ends.first, *last = ends.last;
    if (last)
        finding.to = last->period;
    finding.from = first ? first->period : finding.to;
    finding.periods = (size_t)(first != NULL) + (size_t)(last != first);
    bool apart = first && last && first != last;
    if (apart && segment_start(table, series, last->time) > first->time) {
        finding.estimate = estimate_undefined(REASON_SERIES_BREAK);
    } else if (apart) {
        finding.estimate = difference_mover(METHOD_MOVER, last->estimate, first->estimate);
    } else {
        finding.hidden = first ? ends.hidden_last : ends.hidden_first;
        finding.estimate = estimate_undefined(finding.hidden ? REASON_SUPPRESSED
                                              : first        ? REASON_TOO_FEW_YEARS
                                                             : REASON_NO_BASELINE);
    }
    return finding;
}
