/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/gap_series.h"

#include <math.h>

#include "pejling/findings/level.h"
#include "pejling/findings/trend.h"
#include "pejling/stats/gap_line.h"

static bool has_open_cell(const struct released_table *table, const struct indicator *indicator,
                          const struct area *area)
{
    struct released_series series = released_series(table, indicator, area);
    for (size_t i = 0; i < series.count; i++)
        if (released_is_open(&series.cells[i]))
            return true;
    return false;
}

/* Whether there is a figure, shown or hidden. */
static bool exists(const struct released_cell *cell)
{
    return cell && cell->release != RELEASE_ABSENT;
}

/*
 * Chosen by what there is, before anything is hidden: the rest, unless it lacks in half or more of
 * the periods in which the area and the municipality have figures.
 */
const struct area *gap_comparator(const struct released_table *table,
                                  const struct indicator *indicator, const struct area *area)
{
    const struct area *municipality = area_municipality(area);
    const struct area *rest = catalogue_rest(table->catalogue, municipality);
    if (!rest)
        return municipality;
    struct released_series series = released_series(table, indicator, area);
    size_t with_whole = 0, with_rest = 0;
    for (size_t i = 0; i < series.count; i++) {
        const struct released_cell *cell = &series.cells[i];
        with_whole +=
            exists(cell) && exists(released_cell(table, indicator, municipality, cell->period));
        with_rest += exists(cell) && exists(released_cell(table, indicator, rest, cell->period));
    }
    return 2 * with_rest > with_whole ? rest : municipality;
}

/* The arrays that the variance functions of gap_line.h ask for, of the open years. */
struct columns {
    double *area_events, *area_base, *rest_events, *rest_base, *scale;
    size_t n;
};

/*
 * One year's counts. Against the municipality that contains the area the gap is (1 - w) times that
 * to everybody else in it, and the variance (1 - w)^2 times theirs.
 */
static void add_counts(struct columns *columns, const struct gap_series *series,
                       const struct gap_year *year)
{
    size_t i = columns->n++;
    double factor = series->indicator->factor;
    bool inside = series->comparator->role == AREA_MUNICIPALITY &&
                  series->indicator->measure != MEASURE_SURVEY;
    struct level_counts area = level_counts_of(year->cell), rest = level_counts_of(year->other);
    columns->area_events[i] = area.x;
    columns->area_base[i] = area.n;
    columns->rest_events[i] = rest.x;
    columns->rest_base[i] = rest.n;
    columns->scale[i] = factor * factor;
    if (!inside || !(columns->rest_base[i] > columns->area_base[i]))
        return;
    double others = 1 - columns->area_base[i] / columns->rest_base[i];
    columns->rest_events[i] = fmax(0, columns->rest_events[i] - columns->area_events[i]);
    columns->rest_base[i] -= columns->area_base[i];
    columns->scale[i] *= others * others;
}

static struct mean as_mean(const struct released_cell *cell)
{
    return (struct mean){cell->value, cell->denominator, cell->spread};
}

static double mean_variance(const struct gap_series *series, const struct gap_year *year)
{
    struct mean area = as_mean(year->cell), other = as_mean(year->other);
    if (series->comparator->role != AREA_MUNICIPALITY)
        return gap_mean_variance(area, other);
    double others = 1 - area.n / other.n;
    return others > 0 ? others * others * gap_mean_variance(area, mean_without(other, area)) : 0;
}

static void set_variances(struct arena *arena, struct gap_series *series, struct gap_year *years)
{
    size_t n = series->points.n;
    double *space = arena_alloc(arena, 6 * n + 1, sizeof *space);
    struct columns columns = {space, space + n, space + 2 * n, space + 3 * n, space + 4 * n, 0};
    double *variances = space + 5 * n;
    enum measure measure = series->indicator->measure;
    size_t mean = 0;
    bool has_counts = measure != MEASURE_MEAN && measure != MEASURE_VALUE;
    series->events = has_counts ? columns.area_events : NULL;
    series->base = measure != MEASURE_VALUE ? columns.area_base : NULL;
    for (size_t i = 0; i < series->year_count; i++) {
        if (!years[i].open)
            continue;
        if (!has_counts)
            columns.area_base[mean++] = years[i].cell->denominator;
        if (measure == MEASURE_MEAN)
            years[i].variance = mean_variance(series, &years[i]);
        else if (has_counts)
            add_counts(&columns, series, &years[i]);
    }
    if (columns.n == 0)
        return;
    struct gap_counts counts = {columns.area_events, columns.area_base, columns.rest_events,
                                columns.rest_base, n};
    if (measure == MEASURE_RATE)
        gap_rate_variances(&counts, variances);
    else
        gap_share_variances(&counts, variances);
    for (size_t i = 0, open = 0; i < series->year_count; i++) {
        if (!years[i].open)
            continue;
        years[i].variance = variances[open] * columns.scale[open];
        open++;
    }
}

static void set_points(struct arena *arena, struct gap_series *series)
{
    double *space = arena_alloc(arena, 3 * series->points.n + 1, sizeof *space);
    double *x = space, *y = space + series->points.n, *variance = space + 2 * series->points.n;
    size_t n = 0;
    for (size_t i = 0; i < series->year_count; i++) {
        const struct gap_year *year = &series->years[i];
        if (!year->open)
            continue;
        x[n] = year->cell->time;
        y[n] = year->gap;
        variance[n] = year->variance;
        series->counted = series->counted || year->variance > 0;
        series->mean_gap += year->gap / (double)series->points.n;
        n++;
    }
    series->points = (struct gls_points){x, y, variance, n};
}

/* What everybody knows that the value lies between: the value itself where it is open. */
static bool has_limits(const struct released_cell *cell)
{
    return released_is_open(cell) || (cell && cell->has_limits);
}

static double lowest(const struct released_cell *cell)
{
    return released_is_open(cell) ? cell->value : cell->lowest;
}

static double highest(const struct released_cell *cell)
{
    return released_is_open(cell) ? cell->value : cell->highest;
}

static struct gap_year make_year(const struct released_table *table,
                                 const struct gap_series *series, const struct released_cell *cell)
{
    struct gap_year year = {.cell = cell};
    year.other = released_cell(table, series->indicator, series->comparator, cell->period);
    year.open = released_is_open(cell) && released_is_open(year.other);
    if (year.open)
        year.gap = cell->value - year.other->value;
    year.bounded = !year.open && has_limits(cell) && has_limits(year.other);
    if (year.bounded) {
        year.lowest = lowest(cell) - highest(year.other);
        year.highest = highest(cell) - lowest(year.other);
    }
    return year;
}

static bool is_withheld(const struct released_cell *cell)
{
    return cell && (cell->release == RELEASE_HIDDEN || cell->reason == REASON_SUPPRESSED_SOURCE);
}

/* There is a gap, but not for us to see; without a figure of the area there is none. */
static bool is_hidden(const struct gap_year *year)
{
    /* A rest is incomplete where the source withholds an area: that gap is hidden, not missing. */
    bool comparable =
        exists(year->other) || (year->other && year->other->reason == REASON_INCOMPLETE);
    if (is_withheld(year->cell))
        return comparable || is_withheld(year->other);
    return released_is_open(year->cell) && is_withheld(year->other);
}

static bool is_usable(const struct gap_year *year)
{
    return isfinite(year->cell->time) && (year->open || is_hidden(year));
}

/* The time of the last usable year: a break after it cuts nothing off. */
static double last_time(const struct released_table *table, const struct gap_series *series,
                        const struct released_series *cells)
{
    for (size_t i = cells->count; i-- > 0;) {
        struct gap_year year = make_year(table, series, &cells->cells[i]);
        if (is_usable(&year))
            return year.cell->time;
    }
    return -HUGE_VAL;
}

struct gap_series gap_series_make(struct arena *arena, const struct released_table *table,
                                  const struct indicator *indicator, const struct area *area)
{
    struct gap_series series = {.indicator = indicator, .area = area};
    struct released_series cells = released_series(table, indicator, area);
    series.comparator = gap_comparator(table, indicator, area);
    if (!series.comparator || cells.count == 0)
        return series;
    series.compared = has_open_cell(table, indicator, series.comparator);
    struct gap_year *years = arena_alloc(arena, cells.count, sizeof *years);
    double last = last_time(table, &series, &cells);
    double start = trend_segment_start(table, indicator, area, series.comparator, last);
    for (size_t i = 0; i < cells.count; i++) {
        struct gap_year year = make_year(table, &series, &cells.cells[i]);
        if (!is_usable(&year))
            continue;
        if (year.cell->time < start) {
            series.broken = true;
            continue;
        }
        series.points.n += year.open;
        series.hidden_count += !year.open;
        series.bounded_count += year.bounded;
        years[series.year_count++] = year;
    }
    series.years = years;
    set_variances(arena, &series, years);
    set_points(arena, &series);
    return series;
}

enum reason gap_year_hidden_reason(const struct gap_year *year)
{
    if (year->open)
        return REASON_NONE;
    bool ours = year->cell->release == RELEASE_HIDDEN ||
                (year->other && year->other->release == RELEASE_HIDDEN);
    return ours ? REASON_SUPPRESSED : REASON_SUPPRESSED_SOURCE;
}

enum reason gap_series_hidden_reason(const struct gap_series *series)
{
    enum reason reason = REASON_NONE;
    for (size_t i = 0; i < series->year_count && reason != REASON_SUPPRESSED; i++) {
        enum reason of_year = gap_year_hidden_reason(&series->years[i]);
        reason = of_year ? of_year : reason;
    }
    return reason;
}
