/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/trend_series.h"

#include <math.h>
#include <stdlib.h>

#define MAX_PANELS 4 /* with one for all areas together */

const struct finding *trend_levels(const struct trend_series *series, const struct area *area,
                                   size_t *count)
{
    const struct findings *findings = series->findings;
    size_t slot = series->indicator->index * series->catalogue->area_count + area->index;
    size_t first = findings->starts[slot], end = findings->starts[slot + 1];
    *count = 0;
    while (first + *count < end && findings->rows[first + *count].statistic == STATISTIC_LEVEL)
        ++*count;
    return *count ? &findings->rows[first] : NULL;
}

static double time_of(const struct trend_series *series, struct period period)
{
    return period_time(period, series->indicator->reporting);
}

static bool is_hidden(const struct finding *level)
{
    return level->hidden || level->estimate.reason == REASON_SUPPRESSED_SOURCE;
}

static int compare_dates(const void *left, const void *right)
{
    const struct trend_date *a = left, *b = right;
    return (a->x > b->x) - (a->x < b->x);
}

static bool is_drawn(const struct area *area)
{
    return area->role == AREA_ESTATE || area->role == AREA_TOTAL || area->role == AREA_MUNICIPALITY;
}

/* Every period the indicator has a row for, shown or not, in one of the areas drawn. */
static void collect_dates(struct trend_series *series)
{
    size_t capacity = 0, count = 0;
    struct trend_date *dates = NULL;
    for (size_t i = 0; i < series->catalogue->area_count; i++) {
        const struct area *area = &series->catalogue->areas[i];
        size_t rows;
        const struct finding *row = trend_levels(series, area, &rows);
        for (size_t k = 0; is_drawn(area) && k < rows; k++) {
            dates = arena_grow(series->arena, dates, count, &capacity, sizeof *dates);
            dates[count] = (struct trend_date){time_of(series, row[k].from), row[k].from};
            count += isfinite(dates[count].x) ? 1 : 0;
        }
    }
    if (count)
        qsort(dates, count, sizeof *dates, compare_dates);
    series->dates = dates;
    for (size_t i = 0; i < count; i++)
        if (series->date_count == 0 || dates[i].x > dates[series->date_count - 1].x)
            dates[series->date_count++] = dates[i];
}

/* Whether two periods stand next to each other in the indicator. */
static bool are_neighbours(const struct trend_series *series, double before, double after)
{
    for (size_t i = 0; i < series->date_count; i++)
        if (series->dates[i].x > before && series->dates[i].x < after)
            return false;
    return true;
}

/*
 * Whether the line goes on from a point to the next. Each survey has its own years, so there only a
 * row without a figure between two points parts them.
 */
static bool is_joined(const struct trend_series *series, const struct area *area, double before,
                      double after)
{
    const struct indicator *indicator = series->indicator;
    if (indicator->measure != MEASURE_SURVEY && !are_neighbours(series, before, after))
        return false;
    return catalogue_last_break(series->catalogue, indicator, area, before) ==
           catalogue_last_break(series->catalogue, indicator, area, after);
}

static struct trend_line collect_line(struct trend_series *series, const struct area *area)
{
    size_t count;
    const struct finding *row = trend_levels(series, area, &count);
    struct trend_line line = {arena_alloc(series->arena, count, sizeof *line.points), 0,
                              arena_alloc(series->arena, count, sizeof *line.hidden), 0};
    bool follows = false; /* the row before this one has a point */
    for (size_t i = 0; i < count; i++) {
        const struct estimate *estimate = &row[i].estimate;
        double x = time_of(series, row[i].from);
        if (!isfinite(x))
            continue;
        if (estimate->state == ESTIMATE_UNDEFINED) {
            follows = false;
            if (is_hidden(&row[i]))
                line.hidden[line.hidden_count++] = x;
            continue;
        }
        bool interval = estimate->state == ESTIMATE_INTERVAL;
        bool joined = follows && is_joined(series, area, line.points[line.count - 1].x, x);
        line.points[line.count++] =
            (struct trend_point){x,
                                 estimate->value,
                                 interval ? estimate->lower : estimate->value,
                                 interval ? estimate->upper : estimate->value,
                                 interval,
                                 joined};
        follows = true;
    }
    return line;
}

static void note_hidden(struct trend_series *series, const struct area *area)
{
    size_t count;
    const struct finding *row = trend_levels(series, area, &count);
    for (size_t i = 0; i < count; i++)
        if (is_hidden(&row[i]) && isfinite(time_of(series, row[i].from)))
            series->hidden[row[i].estimate.reason] = true;
}

static void add_panels(struct trend_series *series, enum area_role role)
{
    for (size_t i = 0; i < series->catalogue->area_count; i++) {
        const struct area *area = &series->catalogue->areas[i];
        struct trend_panel panel = {.area = area, .municipality = area_municipality(area)};
        if (area->role != role)
            continue;
        panel.own = collect_line(series, area);
        if (!panel.own.count && !panel.own.hidden_count)
            continue;
        if (panel.municipality)
            panel.other = collect_line(series, panel.municipality);
        series->panels[series->count++] = panel;
        note_hidden(series, area);
    }
}

static void collect_panels(struct trend_series *series)
{
    series->panels =
        arena_alloc(series->arena, series->catalogue->area_count, sizeof *series->panels);
    collect_dates(series);
    add_panels(series, AREA_ESTATE);
    size_t estates = series->count;
    add_panels(series, AREA_TOTAL);
    if (estates && series->count > MAX_PANELS)
        series->count = estates;
}

static void extend(struct trend_series *series, const struct trend_line *line)
{
    for (size_t i = 0; i < line->count; i++) {
        series->low = fmin(series->low, line->points[i].lower);
        series->high = fmax(series->high, line->points[i].upper);
        series->first_time = fmin(series->first_time, line->points[i].x);
        series->last_time = fmax(series->last_time, line->points[i].x);
    }
    for (size_t i = 0; i < line->hidden_count; i++) {
        series->first_time = fmin(series->first_time, line->hidden[i]);
        series->last_time = fmax(series->last_time, line->hidden[i]);
    }
}

/* The ranges of time and of values, over all panels. */
static void measure(struct trend_series *series)
{
    series->first_time = series->low = HUGE_VAL;
    series->last_time = series->high = -HUGE_VAL;
    for (size_t i = 0; i < series->count; i++) {
        extend(series, &series->panels[i].own);
        extend(series, &series->panels[i].other);
    }
    series->has_values = series->low <= series->high;
    if (!series->has_values)
        series->low = series->high = 0;
    double span = series->last_time - series->first_time;
    double pad = span > 0 ? 0.045 * span : 1;
    series->x_min = series->first_time - pad;
    series->x_max = series->last_time + pad;
}

struct trend_series trend_series_make(struct arena *arena, enum language language,
                                      const struct findings *findings,
                                      const struct indicator *indicator)
{
    struct trend_series series = {.findings = findings,
                                  .catalogue = findings->table->catalogue,
                                  .indicator = indicator,
                                  .arena = arena,
                                  .language = language};
    collect_panels(&series);
    measure(&series);
    return series;
}

bool trend_plan_span(const struct trend_series *series, double *from, double *to)
{
    const struct plan *plan = &series->catalogue->plan;
    *from = fmax(period_start(plan->start), series->x_min);
    *to = fmin(period_start(plan->end), series->x_max);
    return plan->start.kind != PERIOD_UNKNOWN && plan->end.kind != PERIOD_UNKNOWN && *from < *to;
}

bool trend_is_broken(const struct trend_series *series, const struct series_break *cut,
                     const struct area *area)
{
    const struct series_break *found =
        catalogue_last_break(series->catalogue, series->indicator, area, cut->time);
    return cut->time > series->x_min && cut->time < series->x_max && found &&
           !(found->time < cut->time);
}
