/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/before_after_findings.h"

#include <math.h>

#include "pejling/findings/level.h"
#include "pejling/stats/before_after.h"
#include "pejling/stats/difference.h"
#include "pejling/stats/regression_to_mean.h"

/* Periods on each side. Before: no single year, that of the choice least of all, is a baseline. */
#define LEAST_BEFORE 3
#define LEAST_AFTER 2

/* --- what lies before and after ----------------------------------------------------------------- */

static bool has_length(struct period period, struct reporting reporting)
{
    return period.kind == PERIOD_SCHOOL_YEAR || period.kind == PERIOD_QUARTER ||
           (period.kind == PERIOD_YEAR && !reporting.month);
}

static double exposure(const struct plan *plan, const struct indicator *indicator,
                       struct period period)
{
    double start = period_start(plan->start), time = period_time(period, indicator->reporting);
    return has_length(period, indicator->reporting)
               ? exposure_after(period_start(period), period_end(period), start)
               : exposure_after(time, time, start);
}

/* The years of a segment that are compared, in order: `before` of them, then the others. */
struct compared_years {
    const struct gap_series *series;
    double *x, *gap, *variance;
    struct period *periods;
    size_t n, before;
    enum reason fault; /* why there is nothing to compare; REASON_NONE where there is */
};

static enum reason find_fault(const struct compared_years *years)
{
    if (years->series->year_count == 0 && !years->series->compared)
        return REASON_NO_COMPARATOR;
    if (years->before < LEAST_BEFORE)
        return years->series->broken ? REASON_SERIES_BREAK : REASON_TOO_FEW_BEFORE;
    return years->n - years->before < LEAST_AFTER ? REASON_TOO_FEW_AFTER : REASON_NONE;
}

static void add_year(struct compared_years *years, const struct gap_year *year, bool before)
{
    years->x[years->n] = year->cell->time;
    years->gap[years->n] = year->gap;
    years->variance[years->n] = year->variance;
    years->periods[years->n++] = year->cell->period;
    years->before += before;
}

static struct compared_years compared_years(const struct finding_list *list,
                                            const struct gap_series *series)
{
    const struct plan *plan = &list->table->catalogue->plan;
    struct compared_years years = {.series = series};
    double *space = arena_alloc(list->arena, 3 * series->year_count + 1, sizeof *space);
    years.x = space;
    years.gap = space + series->year_count;
    years.variance = space + 2 * series->year_count;
    years.periods = arena_alloc(list->arena, series->year_count + 1, sizeof *years.periods);
    for (size_t i = 0; i < series->year_count; i++) {
        const struct gap_year *year = &series->years[i];
        double after = exposure(plan, series->indicator, year->cell->period);
        if (after > 0 && after < 1)
            continue;
        if (year->open)
            add_year(&years, year, !(after > 0));
        else if (years.fault != REASON_SUPPRESSED)
            years.fault = gap_year_hidden_reason(year);
    }
    if (!years.fault)
        years.fault = find_fault(&years);
    return years;
}

/* --- the findings ------------------------------------------------------------------------------- */

static struct finding new_finding(const struct gap_series *series, enum statistic statistic)
{
    return (struct finding){.indicator = series->indicator,
                            .area = series->area,
                            .comparator = series->comparator,
                            .statistic = statistic};
}

/* A finding that rests on `count` of the compared years from `first` on. */
static struct finding of_years(const struct compared_years *years, enum statistic statistic,
                               size_t first, size_t count)
{
    struct finding finding = new_finding(years->series, statistic);
    finding.hidden = years->fault == REASON_SUPPRESSED;
    finding.periods = count;
    finding.estimate = estimate_undefined(years->fault);
    if (count > 0) {
        finding.from = years->periods[first];
        finding.to = years->periods[first + count - 1];
    }
    return finding;
}

static void add_exposures(struct finding_list *list, const struct gap_series *series)
{
    const struct plan *plan = &list->table->catalogue->plan;
    struct released_series cells = released_series(list->table, series->indicator, series->area);
    for (size_t i = 0; i < cells.count; i++) {
        const struct released_cell *cell = &cells.cells[i];
        if (cell->release == RELEASE_ABSENT || !isfinite(cell->time))
            continue;
        struct finding finding = {.indicator = series->indicator,
                                  .area = series->area,
                                  .statistic = STATISTIC_EXPOSURE,
                                  .from = cell->period,
                                  .to = cell->period,
                                  .periods = 1};
        finding.estimate = estimate_point(
            METHOD_CALENDAR, 100 * exposure(plan, series->indicator, cell->period), REASON_NONE);
        finding_list_add(list, finding);
    }
}

static void add(struct finding_list *list, struct finding finding, struct estimate estimate)
{
    if (!finding.estimate.reason)
        finding.estimate = estimate;
    finding_list_add(list, finding);
}

/* The same number, made by another method. */
static struct estimate made_by(enum method method, struct estimate estimate, double factor)
{
    if (estimate.state == ESTIMATE_UNDEFINED)
        return estimate;
    return estimate_point(method, estimate.value * factor, REASON_NONE);
}

static void add_changes(struct finding_list *list, const struct compared_years *years,
                        const struct before_after *result)
{
    size_t before = years->before, after = years->n - years->before;
    add(list, of_years(years, STATISTIC_MEAN_GAP_BEFORE, 0, before), result->before_mean.estimate);
    add(list, of_years(years, STATISTIC_MEAN_GAP_AFTER, before, after),
        result->after_mean.estimate);
    add(list, of_years(years, STATISTIC_BEFORE_AFTER_MEAN, 0, years->n), result->mean.estimate);
    add(list, of_years(years, STATISTIC_BEFORE_AFTER_STEP, 0, years->n), result->step.estimate);
    add(list, of_years(years, STATISTIC_GAP_SLOPE_BEFORE, 0, before), result->before_line.slope);
}

static void add_placebos(struct finding_list *list, const struct compared_years *years,
                         const struct before_after *result)
{
    bool tried = !years->fault && years->series->indicator->has_trend;
    for (size_t i = PLACEBO_SIDE; tried && i + PLACEBO_SIDE <= years->n; i++) {
        struct finding finding = of_years(years, STATISTIC_PLACEBO_CHANGE, i, 1);
        finding.periods = years->n;
        add(list, finding,
            estimate_point(METHOD_PLACEBO_DATES, placebo_change(years->gap, years->n, i),
                           REASON_NONE));
    }
    struct finding share = of_years(years, STATISTIC_PLACEBO_SHARE, 0, years->n);
    share.periods = result->placebo_dates;
    add(list, share,
        !tried || result->placebo_dates > 1
            ? made_by(METHOD_PLACEBO_DATES, result->placebo_share, 100)
            : estimate_undefined(REASON_TOO_FEW_YEARS));
}

/* Of the mean before, in which the year of the choice is one of `before`, and of that year alone. */
static void add_regression(struct finding_list *list, const struct compared_years *years)
{
    static const struct chosen_areas alone = {.count = 0}; /* an area without a municipality */
    const struct gap_series *series = years->series;
    const struct area *municipality = area_municipality(series->area);
    size_t first = series->indicator->index * list->table->catalogue->area_count;
    const struct chosen_areas *chosen =
        municipality ? &list->chosen[first + municipality->index] : &alone;
    struct finding mean = of_years(years, STATISTIC_REGRESSION_TO_MEAN, 0, years->n);
    struct finding year = of_years(years, STATISTIC_REGRESSION_TO_MEAN_YEAR, 0, years->before);
    if (!series->indicator->has_trend) {
        add(list, mean, estimate_undefined(REASON_NO_TREND));
        add(list, year, estimate_undefined(REASON_NO_TREND));
        return;
    }
    struct estimate moved =
        chosen->measured ? estimate_point(METHOD_REGRESSION_TO_MEAN, chosen->moved, REASON_NONE)
                         : estimate_undefined(REASON_TOO_FEW_BEFORE);
    add(list, mean,
        years->before ? made_by(METHOD_REGRESSION_TO_MEAN, moved, 1 / (double)years->before)
                      : estimate_undefined(REASON_TOO_FEW_BEFORE));
    if (chosen->measured) { /* it is of the areas together, and needs nothing after the start */
        year.estimate = moved;
        year.hidden = false;
    }
    add(list, year, moved);
}

/* Years that may overlap are no independent draws: the means may be told, and nothing of chance. */
static void keep_points(struct before_after *result)
{
    struct estimate *const means[] = {&result->before_mean.estimate, &result->after_mean.estimate,
                                      &result->mean.estimate};
    for (size_t i = 0; i < sizeof means / sizeof *means; i++)
        *means[i] = estimate_point(METHOD_BEFORE_AFTER, means[i]->value, REASON_NO_TREND);
    result->step.estimate = result->before_line.slope = estimate_undefined(REASON_NO_TREND);
    result->placebo_share = result->breakdown = estimate_undefined(REASON_NO_TREND);
}

static void add_before_after(struct finding_list *list, const struct gap_series *series)
{
    struct compared_years years = compared_years(list, series);
    struct before_after result = {.before = 0};
    if (!years.fault)
        result = before_after(years.x, years.gap, years.variance, years.n, years.before,
                              list->confidence);
    if (!years.fault && !series->indicator->has_trend)
        keep_points(&result);
    add_exposures(list, series);
    add_changes(list, &years, &result);
    add_placebos(list, &years, &result);
    add(list, of_years(&years, STATISTIC_BREAKDOWN, 0, years.n),
        made_by(METHOD_RELATIVE_MAGNITUDE, result.breakdown, 1));
    add_regression(list, &years);
}

/* --- the difference-in-differences -------------------------------------------------------------- */

/* The area's change of the gap since the baseline, which is among its rows already. */
static const struct finding *gap_change(const struct finding_list *list,
                                        const struct gap_series *series)
{
    for (size_t i = list->count; i-- > 0 && list->rows[i].area == series->area;)
        if (list->rows[i].indicator == series->indicator &&
            list->rows[i].statistic == STATISTIC_GAP_CHANGE)
            return &list->rows[i];
    return NULL;
}

/* One side's own change between the two periods of the gap's. */
static struct finding own_change(const struct finding_list *list, const struct finding *change,
                                 enum statistic statistic, const struct area *area)
{
    struct finding own = *change;
    own.statistic = statistic;
    if (change->estimate.state == ESTIMATE_UNDEFINED)
        return own;
    const struct released_cell *last =
        released_cell(list->table, change->indicator, area, change->to);
    const struct released_cell *first =
        released_cell(list->table, change->indicator, area, change->from);
    own.estimate = difference_mover(METHOD_MOVER, level_estimate(last, list->confidence),
                                    level_estimate(first, list->confidence));
    return own;
}

static bool has_moved(const struct finding *change)
{
    return change->estimate.lower > 0 || change->estimate.upper < 0;
}

/* Which of two has moved, by three tests: one side's own says little where the gap's holds 0. */
static const char *moved_code(const struct finding *gap, const struct finding *area,
                              const struct finding *comparator)
{
    if (has_moved(area) && has_moved(comparator))
        return "both";
    if (has_moved(gap) && has_moved(area))
        return "area";
    if (has_moved(gap) && has_moved(comparator))
        return "comparator";
    return has_moved(gap) || has_moved(area) || has_moved(comparator) ? "undetermined" : "neither";
}

static void set_moved(struct finding *moved, const struct finding *gap, const struct finding *area,
                      const struct finding *comparator)
{
    const struct finding *less =
        area->estimate.state == ESTIMATE_INTERVAL ? comparator : area; /* the one that may lack */
    moved->estimate = estimate_undefined(less->estimate.reason);
    if (less->estimate.state == ESTIMATE_INTERVAL)
        moved->text = moved_code(gap, area, comparator);
}

static void add_gap_change_parts(struct finding_list *list, const struct gap_series *series)
{
    const struct finding *found = gap_change(list, series);
    if (!found)
        return;
    const struct finding change = *found; /* the list moves as it grows */
    struct finding area = own_change(list, &change, STATISTIC_GAP_CHANGE_AREA, series->area);
    struct finding comparator =
        own_change(list, &change, STATISTIC_GAP_CHANGE_COMPARATOR, change.comparator);
    struct finding moved = change;
    moved.statistic = STATISTIC_GAP_CHANGE_MOVED;
    set_moved(&moved, &change, &area, &comparator);
    finding_list_add(list, area);
    finding_list_add(list, comparator);
    finding_list_add(list, moved);
}

void before_after_findings(struct finding_list *list, const struct indicator *indicator,
                           const struct area *area)
{
    const struct gap_verdict *verdict = verdict_of(list->verdicts, indicator, area);
    if (!verdict)
        return;
    if (isfinite(period_start(list->table->catalogue->plan.start)))
        add_before_after(list, verdict->series);
    add_gap_change_parts(list, verdict->series);
}

/* --- what chance gives back --------------------------------------------------------------------- */

/* The open years before the start: as years stand in order, the first ones. */
static struct gls_points points_before(const struct plan *plan, const struct gap_series *series)
{
    struct gls_points points = series->points;
    points.n = 0;
    for (size_t i = 0; i < series->year_count; i++)
        points.n += series->years[i].open &&
                    !(exposure(plan, series->indicator, series->years[i].cell->period) > 0);
    return points;
}

static double mean(const double *values, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += values[i];
    return sum / (double)n;
}

struct chosen_areas chosen_areas(const struct verdicts *verdicts, const struct indicator *indicator,
                                 const struct area *municipality)
{
    struct chosen_areas chosen = {.count = 0};
    double sum = 0, error = 0, mean_gap = 0, squares = 0;
    for (size_t i = 0; i < verdicts->catalogue->area_count; i++) {
        const struct area *area = &verdicts->catalogue->areas[i];
        const struct gap_verdict *verdict = verdict_of(verdicts, indicator, area);
        if (area->role != AREA_ESTATE || area_municipality(area) != municipality || !verdict)
            continue;
        chosen.count++;
        struct gls_points points = points_before(&verdicts->catalogue->plan, verdict->series);
        if (points.n < LEAST_BEFORE)
            continue;
        double variance = mean(points.variance, points.n) + gap_variance_between_years(&points, 0);
        double gap = mean(points.y, points.n), off = gap - mean_gap;
        sum += variance;
        error += variance / (double)points.n;
        mean_gap += off / (double)++chosen.measured;
        squares += off * (gap - mean_gap); /* Welford (1962) */
    }
    if (!chosen.measured)
        return chosen;
    double n = (double)chosen.measured;
    chosen.within = sum / n;
    chosen.between = chosen.measured > 1 ? fmax(0, squares / (n - 1) - error / n) : 0;
    chosen.intensity = selection_intensity(chosen.count, SELECTION_CANDIDATES);
    chosen.moved = regression_to_mean(chosen.intensity, chosen.within, chosen.between);
    return chosen;
}

const struct chosen_areas *chosen_areas_all(struct arena *arena, const struct verdicts *verdicts)
{
    const struct catalogue *catalogue = verdicts->catalogue;
    size_t areas = catalogue->area_count;
    struct chosen_areas *all =
        arena_alloc(arena, catalogue->indicator_count * areas + 1, sizeof *all);
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        for (size_t j = 0; j < areas; j++)
            if (catalogue->areas[j].role == AREA_MUNICIPALITY)
                all[i * areas + j] =
                    chosen_areas(verdicts, &catalogue->indicators[i], &catalogue->areas[j]);
    return all;
}
