/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/target_outlook.h"

#include <math.h>
#include <stdlib.h>

#include "pejling/base/number.h"
#include "pejling/findings/level.h"
#include "pejling/findings/trend.h"
#include "pejling/stats/line.h"
#include "pejling/stats/verdict.h"

/* How far ahead a line may be followed, of the span it was fitted to. */
#define SPAN_AHEAD 0.5
#define MOST_DECIMALS 3

/* A target and the figures that it is held against. */
struct outlook_maker {
    struct arena *arena;
    const struct released_table *table;
    struct released_series series;
    double confidence, time; /* of the target; NaN for an unknown period */
    struct target_outlook outlook;
};

const char *target_state_code(enum target_state state)
{
    static const char *const codes[TARGET_STATES] = {[TARGET_NOT_DETERMINABLE] = "not_determinable",
                                                     [TARGET_REACHED] = "reached",
                                                     [TARGET_ON_COURSE] = "on_course",
                                                     [TARGET_OFF_COURSE] = "off_course"};
    return codes[state];
}

int target_decimals(double value)
{
    int decimals = 0;
    while (decimals < MOST_DECIMALS && fabs(number_round(value, decimals) - value) > 0)
        decimals++;
    return decimals;
}

int target_figure_decimals(const struct target *target)
{
    int own = target->indicator->decimals, written = target_decimals(target->value);
    return own > written ? own : written;
}

/* How much a figure is above the target, both as readers see them: 24,04 is not above 24,0. */
static double excess(const struct target *target, double figure)
{
    int decimals = target_figure_decimals(target);
    return number_round(figure, decimals) - number_round(target->value, decimals);
}

bool target_holds(const struct target_outlook *outlook)
{
    const struct estimate *estimate = &outlook->estimate;
    return estimate->state == ESTIMATE_INTERVAL && excess(outlook->target, estimate->lower) <= 0 &&
           excess(outlook->target, estimate->upper) >= 0;
}

static bool is_figure(const struct released_cell *cell)
{
    return cell->release != RELEASE_ABSENT && isfinite(cell->time);
}

static bool is_open(const struct released_cell *cell)
{
    return cell->release == RELEASE_OPEN && isfinite(cell->time);
}

/* How far a value is beyond the target in the good direction; negative where it is short of it. */
static double beyond(const struct outlook_maker *maker, double value)
{
    double more = excess(maker->outlook.target, value);
    return maker->outlook.target->indicator->polarity == POLARITY_UP ? more : -more;
}

static void give_up(struct outlook_maker *maker, enum reason reason)
{
    maker->outlook.reason = reason;
    maker->outlook.estimate = estimate_undefined(reason);
}

static void give_up_hidden(struct outlook_maker *maker, const struct released_cell *cell)
{
    give_up(maker, cell->reason);
    maker->outlook.hidden = true;
}

/* The first figure, shown or hidden, at the target's time or after it; NULL before that. */
static const struct released_cell *figure_of_its_time(const struct outlook_maker *maker)
{
    for (size_t i = 0; i < maker->series.count; i++) {
        const struct released_cell *cell = &maker->series.cells[i];
        if (is_figure(cell) && cell->time >= maker->time)
            return cell;
    }
    return NULL;
}

static const struct released_cell *last_figure(const struct outlook_maker *maker)
{
    for (size_t i = maker->series.count; i-- > 0;)
        if (is_figure(&maker->series.cells[i]))
            return &maker->series.cells[i];
    return NULL;
}

/* Why an area has no figure at all. */
static enum reason reason_of_none(const struct outlook_maker *maker)
{
    if (maker->outlook.target->indicator->left_out)
        return REASON_LEFT_OUT;
    for (size_t i = maker->series.count; i-- > 0;)
        if (maker->series.cells[i].release == RELEASE_ABSENT)
            return maker->series.cells[i].reason;
    return REASON_MISSING;
}

static void rest_on(struct outlook_maker *maker, const struct released_cell *cell,
                    enum target_basis basis)
{
    maker->outlook.basis = basis;
    maker->outlook.from = maker->outlook.to = cell->period;
    maker->outlook.periods = 1;
    maker->outlook.estimate = level_estimate(cell, maker->confidence);
}

/* Whether the series changes its meaning after one time and not after another. */
static bool breaks_between(const struct outlook_maker *maker, double after, double until)
{
    const struct target *target = maker->outlook.target;
    return trend_segment_start(maker->table, target->indicator, target->area, NULL, until) > after;
}

static void decide_by_figure(struct outlook_maker *maker, const struct released_cell *cell)
{
    if (cell->release == RELEASE_HIDDEN) {
        give_up_hidden(maker, cell);
    } else if (breaks_between(maker, maker->time, cell->time)) {
        give_up(maker, REASON_SERIES_BREAK);
    } else {
        rest_on(maker, cell, TARGET_BY_FIGURE);
        maker->outlook.state = beyond(maker, cell->value) >= 0 ? TARGET_REACHED : TARGET_OFF_COURSE;
    }
}

/* What no level of an indicator lies below and above; infinite where nothing is known of it. */
static void find_possible(const struct indicator *indicator, double possible[2])
{
    possible[0] =
        measure_has_counts(indicator->measure) || measure_counts_persons(indicator->measure)
            ? 0
            : -HUGE_VAL;
    possible[1] = measure_counts_persons(indicator->measure) ? indicator->factor : HUGE_VAL;
}

static double between(double value, const double ends[2])
{
    return fmin(fmax(value, ends[0]), ends[1]);
}

/* The open levels of the segment that the last of them is in. */
struct levels {
    double *x, *y;
    size_t n, earlier; /* earlier: levels that a break cuts off */
    const struct released_cell *first, *last, *hidden;
};

static struct levels last_levels(const struct outlook_maker *maker, double last)
{
    const struct target *target = maker->outlook.target;
    double start = trend_segment_start(maker->table, target->indicator, target->area, NULL, last);
    struct levels levels = {.n = 0};
    levels.x = arena_alloc(maker->arena, 2 * maker->series.count + 1, sizeof *levels.x);
    levels.y = levels.x + maker->series.count;
    for (size_t i = 0; i < maker->series.count; i++) {
        const struct released_cell *cell = &maker->series.cells[i];
        bool within = is_figure(cell) && cell->time >= start;
        levels.earlier += is_open(cell) && !within;
        if (within && cell->release == RELEASE_HIDDEN)
            levels.hidden = cell;
        if (!within || !is_open(cell))
            continue;
        if (!levels.first)
            levels.first = cell;
        levels.last = cell;
        levels.x[levels.n] = cell->time;
        levels.y[levels.n++] = cell->value;
    }
    return levels;
}

/* Why the levels cannot be followed to the target's time; REASON_NONE where they can. */
static enum reason hindrance(const struct outlook_maker *maker, const struct levels *levels)
{
    const struct verdict_series enough = {.counts = VERDICT_VALUES, .x = levels->x, .n = levels->n};
    if (!maker->outlook.target->indicator->has_trend)
        return REASON_NO_TREND;
    if (levels->hidden)
        return levels->hidden->reason;
    if (verdict_admission(&enough) != REASON_NONE)
        return levels->earlier ? REASON_SERIES_BREAK : REASON_TOO_FEW_YEARS;
    double first = levels->x[0], last = levels->x[levels->n - 1];
    if (!isfinite(maker->time))
        return REASON_UNBOUNDED;
    return maker->time - last > SPAN_AHEAD * (last - first) ? REASON_TOO_FAR : REASON_NONE;
}

static void judge_trend(struct outlook_maker *maker)
{
    const struct estimate *led = &maker->outlook.estimate;
    double one = beyond(maker, led->lower), other = beyond(maker, led->upper);
    if (fmin(one, other) >= 0)
        maker->outlook.state = TARGET_ON_COURSE;
    else if (fmax(one, other) < 0)
        maker->outlook.state = TARGET_OFF_COURSE;
    else
        maker->outlook.reason = maker->outlook.estimate.reason = REASON_IMPRECISE;
}

static void decide_by_trend(struct outlook_maker *maker, const struct released_cell *last)
{
    struct levels levels = last_levels(maker, last->time);
    enum reason reason = hindrance(maker, &levels);
    double possible[2];
    if (reason != REASON_NONE) {
        give_up(maker, reason);
        maker->outlook.hidden = levels.hidden && reason == levels.hidden->reason;
        return;
    }
    struct line line = line_fit(levels.x, levels.y, levels.n, maker->confidence);
    struct estimate led = line_predict(&line, maker->time, maker->confidence);
    find_possible(maker->outlook.target->indicator, possible);
    if (led.value < possible[0] || led.value > possible[1]) {
        give_up(maker, REASON_TOO_FAR);
        return;
    }
    maker->outlook.basis = TARGET_BY_TREND;
    /* Levels that are admitted are several. NOLINTNEXTLINE(clang-analyzer-core.NullDereference) */
    maker->outlook.from = levels.first->period;
    maker->outlook.to = levels.last->period;
    maker->outlook.periods = levels.n;
    maker->outlook.estimate = estimate_interval(led.method, led.value, between(led.lower, possible),
                                                between(led.upper, possible));
    judge_trend(maker);
}

static void decide_before_its_time(struct outlook_maker *maker)
{
    const struct released_cell *last = last_figure(maker);
    if (!last) {
        give_up(maker, reason_of_none(maker));
    } else if (last->release == RELEASE_HIDDEN) {
        give_up_hidden(maker, last);
    } else if (isfinite(maker->time) && breaks_between(maker, last->time, maker->time)) {
        give_up(maker, REASON_SERIES_BREAK);
    } else if (beyond(maker, last->value) >= 0) {
        rest_on(maker, last, TARGET_BY_LATEST);
        maker->outlook.state = TARGET_REACHED;
    } else {
        decide_by_trend(maker, last);
    }
}

struct target_outlook target_outlook_make(struct arena *arena, const struct released_table *table,
                                          const struct target *target)
{
    struct outlook_maker maker = {
        .arena = arena,
        .table = table,
        .series = released_series(table, target->indicator, target->area),
        .confidence = table->catalogue->plan.confidence,
        .time = period_time(target->period, target->indicator->reporting),
        .outlook = {.target = target, .estimate = estimate_undefined(REASON_NONE)}};
    const struct released_cell *figure = figure_of_its_time(&maker);
    if (target->indicator->polarity == POLARITY_NEUTRAL)
        give_up(&maker, REASON_NOT_APPLICABLE);
    else if (figure)
        decide_by_figure(&maker, figure);
    else
        decide_before_its_time(&maker);
    return maker.outlook;
}

static int compare(const void *left, const void *right)
{
    const struct target *a = ((const struct target_outlook *)left)->target;
    const struct target *b = ((const struct target_outlook *)right)->target;
    if (a->indicator != b->indicator)
        return a->indicator->index < b->indicator->index ? -1 : 1;
    if (a->area != b->area)
        return a->area->index < b->area->index ? -1 : 1;
    return period_compare(a->period, b->period);
}

struct target_outlooks target_outlooks_make(struct arena *arena, const struct released_table *table)
{
    const struct catalogue *catalogue = table->catalogue;
    size_t count = catalogue->target_count;
    struct target_outlook *items = arena_alloc(arena, count, sizeof *items);
    for (size_t i = 0; i < count; i++)
        items[i] = target_outlook_make(arena, table, &catalogue->targets[i]);
    if (count)
        qsort(items, count, sizeof *items, compare);
    return (struct target_outlooks){items, count};
}
