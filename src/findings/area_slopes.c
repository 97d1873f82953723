/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/area_slopes.h"

#include <math.h>

#include "pejling/findings/trend.h"
#include "pejling/stats/line.h"
#include "pejling/stats/verdict.h"

/* What the areas have in a period: all of them a figure, or one of them not. */
enum common { COMMON_NOT, COMMON_OPEN, COMMON_WITHHELD, COMMON_HIDDEN };

static enum common own(const struct released_cell *cell)
{
    if (!cell)
        return COMMON_NOT;
    if (cell->release == RELEASE_OPEN)
        return COMMON_OPEN;
    if (cell->release == RELEASE_HIDDEN)
        return COMMON_HIDDEN;
    return cell->reason == REASON_SUPPRESSED_SOURCE ? COMMON_WITHHELD : COMMON_NOT;
}

static enum common common_in(const struct released_table *table, const struct indicator *indicator,
                             struct compared_areas areas, struct period period)
{
    enum common common = COMMON_OPEN;
    for (size_t i = 0; i < areas.count && common != COMMON_NOT; i++) {
        enum common each = own(released_cell(table, indicator, areas.items[i], period));
        if (each == COMMON_NOT || each > common)
            common = each;
    }
    return common;
}

/* The periods that the areas have in common, of the last segment without a break. */
struct segment {
    struct period *open;
    double *times;
    size_t n, earlier; /* open in all of them; and before the segment */
    enum common hidden;
};

static double segment_start(const struct released_table *table, const struct indicator *indicator,
                            struct compared_areas areas)
{
    struct released_series series = released_series(table, indicator, areas.items[0]);
    double last = -HUGE_VAL, start = -HUGE_VAL;
    for (size_t i = 0; i < series.count; i++)
        if (isfinite(series.cells[i].time) &&
            common_in(table, indicator, areas, series.cells[i].period) != COMMON_NOT)
            last = series.cells[i].time;
    for (size_t i = 0; i < areas.count; i++)
        start = fmax(start, trend_segment_start(table, indicator, areas.items[i], NULL, last));
    return start;
}

static struct segment find_segment(struct arena *arena, const struct released_table *table,
                                   const struct indicator *indicator, struct compared_areas areas)
{
    struct released_series series = released_series(table, indicator, areas.items[0]);
    struct segment segment = {arena_alloc(arena, series.count + 1, sizeof *segment.open),
                              arena_alloc(arena, series.count + 1, sizeof *segment.times), 0, 0,
                              COMMON_NOT};
    double start = segment_start(table, indicator, areas);
    for (size_t i = 0; i < series.count; i++) {
        const struct released_cell *cell = &series.cells[i];
        enum common common = common_in(table, indicator, areas, cell->period);
        if (!isfinite(cell->time) || common == COMMON_NOT)
            continue;
        if (cell->time < start) {
            segment.earlier++;
        } else if (common == COMMON_OPEN) {
            segment.times[segment.n] = cell->time;
            segment.open[segment.n++] = cell->period;
        } else if (common > segment.hidden) {
            segment.hidden = common;
        }
    }
    return segment;
}

static enum reason why_none(const struct indicator *indicator, const struct segment *segment)
{
    const struct verdict_series admitted = {VERDICT_VALUES, segment->times, NULL, NULL, segment->n};
    if (!indicator->has_trend)
        return REASON_NO_TREND;
    if (segment->hidden)
        return segment->hidden == COMMON_HIDDEN ? REASON_SUPPRESSED : REASON_SUPPRESSED_SOURCE;
    enum reason reason = verdict_admission(&admitted);
    return reason == REASON_TOO_FEW_YEARS && segment->earlier ? REASON_SERIES_BREAK : reason;
}

struct area_slopes area_slopes_fit(struct arena *arena, const struct released_table *table,
                                   const struct indicator *indicator, struct compared_areas areas)
{
    const struct segment segment = find_segment(arena, table, indicator, areas);
    struct area_slopes slopes = {.periods = segment.n, .reason = why_none(indicator, &segment)};
    slopes.hidden = slopes.reason == REASON_SUPPRESSED;
    if (segment.n) {
        slopes.from = segment.open[0];
        slopes.to = segment.open[segment.n - 1];
    }
    if (slopes.reason)
        return slopes;
    struct area_slope *items = arena_alloc(arena, areas.count, sizeof *items);
    double *y = arena_alloc(arena, segment.n, sizeof *y);
    for (size_t i = 0; i < areas.count; i++) {
        for (size_t j = 0; j < segment.n; j++)
            y[j] = released_cell(table, indicator, areas.items[i], segment.open[j])->value;
        struct line line = line_fit(segment.times, y, segment.n, table->catalogue->plan.confidence);
        items[i] =
            (struct area_slope){line.slope.value, line.standard_error, (double)segment.n - 2};
    }
    slopes.items = items;
    return slopes;
}
