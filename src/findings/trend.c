/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/trend.h"

#include <math.h>

#include "pejling/stats/difference.h"
#include "pejling/stats/line.h"

#define PERIODS_FOR_P 5

static bool has_value(const struct yearly *yearly)
{
    return isfinite(yearly->time) && yearly->estimate.state != ESTIMATE_UNDEFINED;
}

/* The latest break of the area, or of what it is compared with, up to a time; -infinity if none. */
static double last_break(const struct released_table *table, const struct yearly_series *series,
                         double before)
{
    const struct series_break *own =
        catalogue_last_break(table->catalogue, series->indicator, series->area, before);
    const struct area *municipality =
        series->comparator ? area_municipality(series->comparator) : NULL;
    const struct series_break *other =
        municipality
            ? catalogue_last_break(table->catalogue, series->indicator, municipality, before)
            : NULL;
    double time = own ? own->time : -HUGE_VAL;
    return other && other->time > time ? other->time : time;
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

struct finding trend_slope(struct arena *arena, const struct released_table *table,
                           const struct yearly_series *series, enum statistic statistic,
                           double confidence)
{
    struct finding finding = new_finding(series, statistic);
    double start = last_break(table, series, last_time(series));
    double *x = arena_alloc(arena, 2 * series->count + 1, sizeof *x);
    double *y = x + series->count;
    size_t n = 0;
    for (size_t i = 0; i < series->count; i++) {
        const struct yearly *yearly = &series->items[i];
        if (!has_value(yearly) || yearly->time < start)
            continue;
        if (n == 0)
            finding.from = yearly->period;
        finding.to = yearly->period;
        x[n] = yearly->time;
        y[n++] = yearly->estimate.value;
    }
    finding.periods = n;
    if (!series->indicator->has_trend) {
        finding.estimate = estimate_undefined(REASON_NO_TREND);
        return finding;
    }
    struct line line = line_fit(x, y, n, confidence);
    finding.estimate = line.slope;
    finding.has_p = line.has_p && n >= PERIODS_FOR_P;
    finding.p = finding.has_p ? line.p : 0;
    if (n < 2)
        explain_short(series, start, &finding);
    return finding;
}

bool trend_is_baseline(const struct plan *plan, double time)
{
    return time < plan->baseline_year + 1;
}

struct finding trend_change(const struct released_table *table, const struct yearly_series *series,
                            enum statistic statistic)
{
    struct finding finding = new_finding(series, statistic);
    const struct yearly *first = NULL, *last = NULL;
    bool hidden_first = false, hidden_last = false;
    for (size_t i = 0; i < series->count; i++) {
        const struct yearly *yearly = &series->items[i];
        bool is_baseline = trend_is_baseline(&table->catalogue->plan, yearly->time);
        hidden_first = hidden_first || (yearly->hidden && is_baseline);
        hidden_last = hidden_last || (yearly->hidden && !is_baseline);
        if (!has_value(yearly))
            continue;
        last = yearly;
        if (is_baseline)
            first = yearly;
    }
    if (last)
        finding.to = last->period;
    finding.from = first ? first->period : finding.to;
    finding.periods = (size_t)(first != NULL) + (size_t)(last != first);
    if (first && first != last && last_break(table, series, last->time) > first->time) {
        finding.estimate = estimate_undefined(REASON_SERIES_BREAK);
    } else if (first && first != last) {
        finding.estimate = difference_mover(METHOD_MOVER, last->estimate, first->estimate);
    } else {
        finding.hidden = first ? hidden_last : hidden_first;
        finding.estimate = estimate_undefined(finding.hidden ? REASON_SUPPRESSED
                                              : first        ? REASON_TOO_FEW_YEARS
                                                             : REASON_NO_BASELINE);
    }
    return finding;
}
