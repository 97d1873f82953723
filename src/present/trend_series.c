/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/trend_series.h"

#include <math.h>
#include <stdlib.h>

#define MAX_PANELS 4  /* with one for all areas together */
#define YEARS_AHEAD 5 /* the axis goes on to a target no farther away */

/* The statistic of the rows that are shown of an area. */
static enum statistic shown(const struct trend_series *series, const struct area *area)
{
    const struct gap_verdict *verdict =
        verdict_of(&series->findings->verdicts, series->indicator, area);
    if (series->subject == TREND_LEVEL)
        return STATISTIC_LEVEL;
    const struct area *comparator = verdict ? verdict->series->comparator : NULL;
    return comparator && comparator->role == AREA_REST ? STATISTIC_GAP_REST : STATISTIC_GAP;
}

const struct finding *trend_rows(const struct trend_series *series, const struct area *area,
                                 size_t *count)
{
    const struct findings *findings = series->findings;
    enum statistic statistic = shown(series, area);
    size_t slot = series->indicator->index * series->catalogue->area_count + area->index;
    size_t first = findings->starts[slot], end = findings->starts[slot + 1];
    *count = 0;
    while (first < end && findings->rows[first].statistic != statistic)
        first++;
    while (first + *count < end && findings->rows[first + *count].statistic == statistic)
        ++*count;
    return *count ? &findings->rows[first] : NULL;
}

bool trend_is_joined(const struct trend_series *series)
{
    return series->subject == TREND_LEVEL && series->indicator->has_trend &&
           series->indicator->reporting.kind != PERIOD_DATE;
}

static double time_of(const struct trend_series *series, struct period period)
{
    return period_time(period, series->indicator->reporting);
}

static bool is_hidden(const struct finding *row)
{
    return row->hidden || row->estimate.reason == REASON_SUPPRESSED_SOURCE;
}

static bool is_break_of(const struct trend_series *series, const struct series_break *cut,
                        const struct area *area)
{
    const struct area *municipality = series->subject == TREND_GAP ? area_municipality(area) : NULL;
    return break_is_of(cut, series->indicator, area) ||
           (municipality && break_is_of(cut, series->indicator, municipality));
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
        const struct finding *row = trend_rows(series, area, &rows);
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

/* Whether no break of the series, or of the municipality that a gap is to, lies between two times. */
static bool is_unbroken(const struct trend_series *series, const struct area *area, double before,
                        double after)
{
    for (size_t i = 0; i < series->catalogue->break_count; i++) {
        const struct series_break *cut = &series->catalogue->breaks[i];
        if (cut->time > before && cut->time <= after && is_break_of(series, cut, area))
            return false;
    }
    return true;
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
    return is_unbroken(series, area, before, after);
}

static struct trend_line collect_line(struct trend_series *series, const struct area *area)
{
    size_t count;
    const struct finding *row = trend_rows(series, area, &count);
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
    const struct finding *row = trend_rows(series, area, &count);
    for (size_t i = 0; i < count; i++)
        if (is_hidden(&row[i]) && isfinite(time_of(series, row[i].from)))
            series->hidden[row[i].estimate.reason] = true;
}

/* The line that decides the verdict, where it has an interval. */
static struct trend_line collect_fit(const struct trend_series *series, const struct area *area)
{
    const struct gap_verdict *verdict =
        verdict_of(&series->findings->verdicts, series->indicator, area);
    struct trend_line fit = {0};
    if (series->subject != TREND_GAP || !verdict || !verdict->decides)
        return fit;
    const struct engine_answer *answer = verdict->decides;
    const struct gls_points *points = &verdict->series->points;
    const struct gls_line *line =
        answer == &verdict->a ? &verdict->gap_line.fits[0].random.line : &verdict->pooled.line;
    double first = points->x[0], last = points->x[points->n - 1];
    double before = first - line->mean_x, after = last - line->mean_x;
    double lower = answer->slope.lower, upper = answer->slope.upper;
    fit.count = 3;
    fit.points = arena_alloc(series->arena, fit.count, sizeof *fit.points);
    fit.points[0] = (struct trend_point){
        first, answer->first, line->level + before * upper, line->level + before * lower,
        true,  false};
    fit.points[1] =
        (struct trend_point){line->mean_x, line->level, line->level, line->level, true, true};
    fit.points[2] = (struct trend_point){
        last, answer->last, line->level + after * lower, line->level + after * upper, true, true};
    return fit;
}

static const struct finding *one_finding(const struct trend_series *series, const struct area *area,
                                         enum statistic statistic)
{
    const struct finding *finding =
        finding_single(series->findings, series->indicator, area, statistic);
    return finding && finding->estimate.state != ESTIMATE_UNDEFINED ? finding : NULL;
}

static struct trend_point point_of(double x, const struct estimate *estimate, bool joined)
{
    bool interval = estimate->state == ESTIMATE_INTERVAL;
    return (struct trend_point){x,
                                estimate->value,
                                interval ? estimate->lower : estimate->value,
                                interval ? estimate->upper : estimate->value,
                                interval,
                                joined};
}

/* The mean of each side, from its first period to its last. */
static struct trend_line collect_means(const struct trend_series *series, const struct area *area)
{
    struct trend_line line = {.points = arena_alloc(series->arena, 4, sizeof *line.points)};
    for (int side = 0; side < 2; side++) {
        const struct finding *mean =
            one_finding(series, area, side ? STATISTIC_MEAN_GAP_AFTER : STATISTIC_MEAN_GAP_BEFORE);
        if (!mean)
            continue;
        double from = time_of(series, mean->from), to = time_of(series, mean->to);
        line.points[line.count++] = point_of(from, &mean->estimate, false);
        line.points[line.count++] = point_of(to, &mean->estimate, true);
    }
    return line;
}

/* The points of periods that lie on both sides of the start. */
static struct trend_line collect_transition(const struct trend_series *series,
                                            const struct area *area, const struct trend_line *own)
{
    struct trend_line line = {.points =
                                  arena_alloc(series->arena, own->count + 1, sizeof *line.points)};
    for (size_t i = 0; i < series->date_count; i++) {
        const struct finding *exposure = finding_at(series->findings, series->indicator, area,
                                                    STATISTIC_EXPOSURE, series->dates[i].period);
        double share = exposure ? exposure->estimate.value : 0;
        for (size_t k = 0; k < own->count && share > 0 && share < 100; k++)
            if (!(own->points[k].x < series->dates[i].x) &&
                !(own->points[k].x > series->dates[i].x) && line.count < own->count)
                line.points[line.count++] = own->points[k];
    }
    return line;
}

static struct trend_line collect_placebos(const struct trend_series *series,
                                          const struct area *area)
{
    struct trend_line line = {
        .points = arena_alloc(series->arena, series->date_count + 1, sizeof *line.points)};
    for (size_t i = 0; i < series->date_count; i++) {
        const struct finding *change =
            finding_at(series->findings, series->indicator, area, STATISTIC_PLACEBO_CHANGE,
                       series->dates[i].period);
        if (change)
            line.points[line.count++] = point_of(series->dates[i].x, &change->estimate, false);
    }
    return line;
}

static void divide(struct trend_series *series, struct trend_panel *panel)
{
    const struct finding *after = one_finding(series, panel->area, STATISTIC_MEAN_GAP_AFTER);
    panel->fit = collect_means(series, panel->area);
    panel->transition = collect_transition(series, panel->area, &panel->own);
    panel->placebos = collect_placebos(series, panel->area);
    panel->start_time = after ? time_of(series, after->from) : 0;
    for (size_t i = 0; i < panel->placebos.count; i++) {
        series->placebo_low = fmin(series->placebo_low, panel->placebos.points[i].value);
        series->placebo_high = fmax(series->placebo_high, panel->placebos.points[i].value);
    }
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
        if (panel.municipality && series->subject == TREND_LEVEL)
            panel.other = collect_line(series, panel.municipality);
        panel.fit = collect_fit(series, area);
        if (series->before_after)
            divide(series, &panel);
        series->panels[series->count++] = panel;
        note_hidden(series, area);
    }
}

/* The first of the twins and countries that have levels. */
static void collect_further(struct trend_series *series)
{
    if (series->subject != TREND_LEVEL || !trend_is_joined(series) || !series->count)
        return;
    for (size_t i = 0; i < series->catalogue->area_count; i++) {
        const struct area *area = &series->catalogue->areas[i];
        bool wanted = area->role == AREA_TWIN || area->role == AREA_COUNTRY;
        if (!wanted || series->further_count == TREND_FURTHER)
            continue;
        struct trend_further further = {area, collect_line(series, area)};
        if (further.line.count)
            series->further[series->further_count++] = further;
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
    collect_further(series);
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

/* They lengthen the axis of values alone, and have no bands. */
static void take_in_values(struct trend_series *series, const struct trend_line *line)
{
    for (size_t i = 0; i < line->count; i++) {
        double x = line->points[i].x;
        if (x < series->first_time || x > series->last_time)
            continue;
        series->low = fmin(series->low, line->points[i].value);
        series->high = fmax(series->high, line->points[i].value);
    }
}

/* The next target of an area, or where they are all past the last one. */
static void choose_target(const struct trend_series *series, struct trend_panel *panel)
{
    for (size_t i = 0; i < series->catalogue->target_count; i++) {
        const struct target *target = &series->catalogue->targets[i];
        double time = time_of(series, target->period);
        if (target->indicator != series->indicator || target->area != panel->area ||
            !(time >= series->first_time && time <= series->last_time + YEARS_AHEAD))
            continue;
        bool ahead = time >= series->last_time,
             chosen_ahead = panel->target_time >= series->last_time;
        if (panel->target &&
            (ahead == chosen_ahead ? (time > panel->target_time) == ahead : !ahead))
            continue;
        panel->target = target;
        panel->target_time = time;
    }
}

/* Targets lengthen the axis of time, and may the axis of values. */
static double take_in_targets(struct trend_series *series)
{
    double end = series->last_time;
    for (size_t i = 0; i < series->count && series->subject == TREND_LEVEL; i++) {
        struct trend_panel *panel = &series->panels[i];
        choose_target(series, panel);
        if (!panel->target)
            continue;
        end = fmax(end, panel->target_time);
        series->low = fmin(series->low, panel->target->value);
        series->high = fmax(series->high, panel->target->value);
    }
    return end;
}

static void draw_zero(struct trend_series *series)
{
    series->low = fmin(series->low, 0);
    series->high = fmax(series->high, 0);
    for (size_t i = 0; i < series->count; i++) {
        struct trend_line *zero = &series->panels[i].other;
        zero->count = 2;
        zero->points = arena_alloc(series->arena, zero->count, sizeof *zero->points);
        zero->points[0].x = series->x_min;
        zero->points[1].x = series->x_max;
        zero->points[1].joined = true;
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
        extend(series, &series->panels[i].fit);
    }
    for (size_t i = 0; i < series->further_count; i++)
        take_in_values(series, &series->further[i].line);
    double end = take_in_targets(series), span = end - series->first_time;
    series->has_values = series->low <= series->high;
    if (!series->has_values)
        series->low = series->high = 0;
    double pad = span > 0 ? 0.045 * span : 1;
    series->x_min = series->first_time - pad;
    series->x_max = end + pad;
    if (series->subject == TREND_GAP)
        draw_zero(series);
}

static struct trend_series make(struct trend_series series)
{
    series.catalogue = series.findings->table->catalogue;
    collect_panels(&series);
    measure(&series);
    return series;
}

struct trend_series trend_series_make(struct arena *arena, enum language language,
                                      const struct findings *findings,
                                      const struct indicator *indicator)
{
    return make((struct trend_series){.findings = findings,
                                      .indicator = indicator,
                                      .subject = TREND_LEVEL,
                                      .arena = arena,
                                      .language = language});
}

struct trend_series trend_series_gaps(struct arena *arena, enum language language,
                                      const struct findings *findings,
                                      const struct indicator *indicator)
{
    return make((struct trend_series){.findings = findings,
                                      .indicator = indicator,
                                      .subject = TREND_GAP,
                                      .arena = arena,
                                      .language = language});
}

struct trend_series trend_series_before_after(struct arena *arena, enum language language,
                                              const struct findings *findings,
                                              const struct indicator *indicator)
{
    return make((struct trend_series){.findings = findings,
                                      .indicator = indicator,
                                      .subject = TREND_GAP,
                                      .before_after = true,
                                      .arena = arena,
                                      .language = language});
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
    return cut->time > series->x_min && cut->time < series->x_max && is_break_of(series, cut, area);
}
