/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/verdict_companions.h"

#include <math.h>
#include <string.h>

#include "pejling/stats/glm.h"
#include "pejling/stats/line.h"
#include "pejling/stats/median.h"

static double median(struct arena *arena, const double *values, size_t n)
{
    double *copy = arena_alloc(arena, n, sizeof *copy);
    memcpy(copy, values, n * sizeof *copy);
    return median_reordering(copy, n);
}

static void set_admission(struct arena *arena, const struct gap_series *series,
                          struct verdict_companions *companions)
{
    enum measure measure = series->indicator->measure;
    size_t n = series->points.n;
    companions->has_base = measure != MEASURE_VALUE && series->base;
    companions->has_events = companions->has_base && series->events && measure != MEASURE_MEAN;
    companions->has_without = companions->has_events && measure != MEASURE_RATE;
    if (n == 0)
        return;
    companions->span = series->points.x[n - 1] - series->points.x[0];
    if (companions->has_base)
        companions->median_base = median(arena, series->base, n);
    for (size_t i = 0; i < n && companions->has_events; i++) {
        companions->events += series->events[i];
        if (companions->has_without)
            companions->without += series->base[i] - series->events[i];
    }
}

/* The figures of the open years, and the counts behind them. */
struct open_years {
    double *area, *other, *events, *base, *other_events, *other_base;
    size_t n;
};

static struct open_years gather(struct arena *arena, const struct gap_series *series)
{
    size_t n = series->points.n;
    double *space = arena_alloc(arena, 6 * n + 1, sizeof *space);
    struct open_years open = {space,         space + n, space + 2 * n, space + 3 * n, space + 4 * n,
                              space + 5 * n, 0};
    for (size_t i = 0; i < series->year_count; i++) {
        const struct gap_year *year = &series->years[i];
        if (!year->open)
            continue;
        open.area[open.n] = year->cell->value;
        open.other[open.n] = year->other->value;
        open.base[open.n] = year->cell->denominator;
        open.events[open.n] = released_count(year->cell);
        open.other_base[open.n] = year->other->denominator;
        open.other_events[open.n] = released_count(year->other);
        open.n++;
    }
    return open;
}

static void set_split(const struct gap_series *series, const struct open_years *open,
                      struct verdict_companions *companions)
{
    double confidence = verdict_rule()->confidence;
    struct line area = line_fit(series->points.x, open->area, open->n, confidence);
    struct line other = line_fit(series->points.x, open->other, open->n, confidence);
    companions->has_split =
        area.slope.state != ESTIMATE_UNDEFINED && other.slope.state != ESTIMATE_UNDEFINED;
    if (!companions->has_split)
        return;
    companions->area_slope = area.slope.value;
    companions->other_slope = other.slope.value;
    companions->mechanism =
        mechanism_split(series->points.y[0], area.slope.value, other.slope.value);
}

static double per_cent(double slope)
{
    return 100 * expm1(slope);
}

static struct quasi_change as_change(struct estimate slope, double dispersion, double p)
{
    struct quasi_change change = {.change = slope};
    if (slope.state == ESTIMATE_UNDEFINED)
        return change;
    change.change.value = per_cent(slope.value);
    if (slope.state != ESTIMATE_INTERVAL)
        return change;
    change.change.lower = per_cent(slope.lower);
    change.change.upper = per_cent(slope.upper);
    change.dispersion = dispersion;
    change.p = p;
    return change;
}

static void set_quasi(const struct gap_series *series, const struct open_years *open,
                      struct verdict_companions *companions)
{
    double confidence = verdict_rule()->confidence;
    enum glm_family family = companions->is_rate ? GLM_POISSON : GLM_BINOMIAL;
    struct glm_series area = {open->events, open->base, series->points.x, open->n};
    struct glm_series rest = {open->other_events, open->other_base, series->points.x, open->n};
    struct glm_trend trend = glm_trend_fit(family, &area, confidence);
    companions->area = as_change(trend.slope, trend.dispersion, trend.floored_p);
    if (series->comparator->role != AREA_REST)
        return;
    struct glm_gap gap = glm_gap_fit(family, &area, &rest, confidence);
    companions->gap = as_change(gap.slope, gap.dispersion, gap.floored_p);
}

struct verdict_companions verdict_companions_make(struct arena *arena,
                                                  const struct gap_verdict *verdict)
{
    const struct gap_series *series = verdict->series;
    enum measure measure = series->indicator->measure;
    struct estimate none = estimate_undefined(REASON_NOT_APPLICABLE);
    struct verdict_companions companions = {
        .is_rate = measure == MEASURE_RATE, .area.change = none, .gap.change = none};
    if (series->points.n == 0)
        return companions;
    set_admission(arena, series, &companions);
    if (!series->indicator->has_trend)
        return companions;
    struct open_years open = gather(arena, series);
    set_split(series, &open, &companions);
    if (measure_has_counts(measure))
        set_quasi(series, &open, &companions);
    return companions;
}
