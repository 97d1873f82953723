/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/pooled_areas.h"

#include <math.h>

#include "pejling/stats/distribution.h"
#include "pejling/stats/heterogeneity.h"
#include "pejling/stats/line.h"

/* The areas that are in it, side by side. */
struct members {
    const struct gap_verdict **verdicts;
    const struct area **areas;
    struct area_slope *slopes;
    size_t count;
};

static bool is_withheld(enum reason reason)
{
    return reason == REASON_SUPPRESSED || reason == REASON_SUPPRESSED_SOURCE;
}

static bool takes_part(const struct gap_verdict *verdict)
{
    return verdict->decides && verdict->series->counted && !is_withheld(verdict->reason);
}

/* The engine's interval read as one of known variance: wider than the slope needs, not narrower. */
static double error_of(const struct engine_answer *answer, double confidence)
{
    double half =
        fmax(answer->slope.upper - answer->slope.value, answer->slope.value - answer->slope.lower);
    return half / normal_quantile((1 + confidence) / 2);
}

/* Who is in it; sets the reason where somebody is missing who may not be. */
static struct members find_members(struct arena *arena, const struct verdicts *verdicts,
                                   const struct indicator *indicator, struct compared_areas all,
                                   struct pooled_areas *pooled)
{
    struct members members = {arena_alloc(arena, all.count + 1, sizeof *members.verdicts),
                              arena_alloc(arena, all.count + 1, sizeof *members.areas),
                              arena_alloc(arena, all.count + 1, sizeof *members.slopes), 0};
    enum reason reason = REASON_TOO_FEW_SERIES;
    for (size_t i = 0; i < all.count; i++) {
        const struct gap_verdict *verdict = verdict_of(verdicts, indicator, all.items[i]);
        if (!takes_part(verdict)) {
            bool only_values = verdict->decides && !verdict->series->counted;
            reason = only_values ? REASON_NO_COUNTS : verdict->reason;
            if (is_withheld(reason) && !pooled->hidden)
                pooled->reason = reason;
            pooled->hidden = pooled->hidden || verdict->hidden;
            continue;
        }
        members.verdicts[members.count] = verdict;
        members.areas[members.count] = all.items[i];
        members.slopes[members.count++] =
            (struct area_slope){verdict->decides->slope.value,
                                error_of(verdict->decides, verdict_rule()->confidence), HUGE_VAL};
    }
    if (!pooled->reason && members.count < 2)
        pooled->reason = reason;
    return members;
}

static const struct released_cell *open_end(const struct gap_series *series, bool last)
{
    const struct released_cell *end = NULL;
    for (size_t i = 0; i < series->year_count; i++)
        if (series->years[i].open && (last || !end))
            end = series->years[i].cell;
    return end;
}

/* Slopes over different years, or against different groups, are no estimates of the same. */
static bool are_alike(const struct members *members)
{
    const struct gap_series *first = members->verdicts[0]->series;
    for (size_t i = 1; i < members->count; i++) {
        const struct gap_series *series = members->verdicts[i]->series;
        if (series->comparator != first->comparator ||
            period_compare(open_end(series, false)->period, open_end(first, false)->period) != 0 ||
            period_compare(open_end(series, true)->period, open_end(first, true)->period) != 0)
            return false;
    }
    return true;
}

static bool is_open_year(const struct gap_series *series, struct period period)
{
    for (size_t i = 0; i < series->year_count; i++)
        if (series->years[i].open && period_compare(series->years[i].cell->period, period) == 0)
            return true;
    return false;
}

/* The comparator's own slope in the periods that all have; sets how many these are. */
static double comparator_error(struct arena *arena, const struct members *members, double most,
                               size_t *periods)
{
    const struct gap_series *first = members->verdicts[0]->series;
    double *x = arena_alloc(arena, 2 * first->year_count + 1, sizeof *x);
    double *y = x + first->year_count;
    size_t n = 0;
    for (size_t i = 0; i < first->year_count; i++) {
        bool shared = first->years[i].open;
        for (size_t j = 1; j < members->count && shared; j++)
            shared = is_open_year(members->verdicts[j]->series, first->years[i].cell->period);
        if (!shared)
            continue;
        x[n] = first->years[i].other->time;
        y[n++] = first->years[i].other->value;
    }
    *periods = n;
    struct line line = line_fit(x, y, n, verdict_rule()->confidence);
    return line.slope.state == ESTIMATE_INTERVAL ? fmin(line.standard_error, most) : most;
}

/* The weighted mean of what each area has, its weight as in the slope. */
static double weighted(const struct members *members, double (*value)(const struct gap_verdict *))
{
    double sum = 0, weights = 0;
    for (size_t i = 0; i < members->count; i++) {
        double error = members->slopes[i].standard_error;
        weights += 1 / (error * error);
        sum += value(members->verdicts[i]) / (error * error);
    }
    return sum / weights;
}

static double first_gap(const struct gap_verdict *verdict)
{
    return verdict->decides->first;
}

static double last_gap(const struct gap_verdict *verdict)
{
    return verdict->decides->last;
}

static double mean_gap(const struct gap_verdict *verdict)
{
    return verdict->series->mean_gap;
}

static double smallest_error(const struct members *members)
{
    double smallest = HUGE_VAL;
    for (size_t i = 0; i < members->count; i++)
        smallest = fmin(smallest, members->slopes[i].standard_error);
    return smallest;
}

static struct estimate interval_at(double slope, double error, double confidence)
{
    double half = error * normal_quantile((1 + confidence) / 2);
    return estimate_interval(METHOD_INVERSE_VARIANCE, slope, slope - half, slope + half);
}

/* The rule on a slope and its error, the gaps' ends moved along with the slope. */
static struct judgement judge(const struct members *members, double slope, double error,
                              double shift)
{
    double confidence = verdict_rule()->confidence;
    const struct gap_series *series = members->verdicts[0]->series;
    double span = open_end(series, true)->time - open_end(series, false)->time;
    struct estimate equivalence = interval_at(slope + shift, error, 2 * confidence - 1);
    const struct verdict_evidence evidence = {
        .slope = interval_at(slope + shift, error, confidence),
        .equivalence = {equivalence.lower, equivalence.upper},
        .first = weighted(members, first_gap) - shift * span / 2,
        .last = weighted(members, last_gap) + shift * span / 2,
        .mean_gap = weighted(members, mean_gap)};
    return verdict_judge(&evidence, members->verdicts[0]->delta);
}

/* How far hidden years can carry a least-squares slope, where their limits are public. */
static double slope_shift(struct arena *arena, const struct gap_series *series, bool highest)
{
    size_t n = series->year_count;
    double *x = arena_alloc(arena, 2 * n + 1, sizeof *x), *y = x + n, mean = 0;
    for (size_t i = 0; i < n; i++)
        mean += series->years[i].cell->time / (double)n;
    for (size_t i = 0; i < n; i++) {
        const struct gap_year *year = &series->years[i];
        bool high = (year->cell->time > mean) == highest;
        x[i] = year->cell->time;
        y[i] = year->open ? year->gap : high ? year->highest : year->lowest;
    }
    const struct gls_points *open = &series->points;
    return line_fit(x, y, n, 0.95).slope.value -
           line_fit(open->x, open->y, open->n, 0.95).slope.value;
}

/* Whether the verdict is the same wherever the hidden years lie; not known without limits. */
static bool stands_for_hidden(struct arena *arena, const struct members *members,
                              const struct pooled_areas *pooled, double error)
{
    for (int highest = 0; highest < 2; highest++) {
        double shift = 0, weights = 0;
        for (size_t i = 0; i < members->count; i++) {
            const struct gap_series *series = members->verdicts[i]->series;
            double weight =
                1 / (members->slopes[i].standard_error * members->slopes[i].standard_error);
            weights += weight;
            if (series->hidden_count > series->bounded_count)
                return false;
            if (series->hidden_count)
                shift += weight * slope_shift(arena, series, highest);
        }
        shift /= weights;
        bool same_side = (pooled->slope.value + shift > 0) == (pooled->slope.value > 0);
        if (judge(members, pooled->slope.value, error, shift).verdict != pooled->verdict ||
            (pooled->verdict != VERDICT_UNCHANGED && !same_side))
            return false;
    }
    return true;
}

static bool is_hidden(const struct gap_year *year)
{
    return year->cell->release == RELEASE_HIDDEN ||
           (year->other && year->other->release == RELEASE_HIDDEN);
}

/* Who hides what is hidden inside the series: disclosure control or the source; or nobody. */
static enum reason hidden_years(const struct members *members)
{
    enum reason reason = REASON_NONE;
    for (size_t i = 0; i < members->count; i++) {
        const struct gap_series *series = members->verdicts[i]->series;
        if (series->hidden_count && !reason)
            reason = REASON_SUPPRESSED_SOURCE;
        for (size_t j = 0; j < series->year_count; j++)
            if (is_hidden(&series->years[j]))
                reason = REASON_SUPPRESSED;
    }
    return reason;
}

static void decide(struct arena *arena, const struct members *members, double error,
                   struct pooled_areas *pooled)
{
    struct judgement judgement = judge(members, pooled->slope.value, error, 0);
    pooled->verdict = judgement.verdict;
    pooled->reason = judgement.reason;
    if (pooled->verdict == VERDICT_NOT_DETERMINABLE || !hidden_years(members) ||
        stands_for_hidden(arena, members, pooled, error))
        return;
    pooled->verdict = VERDICT_NOT_DETERMINABLE;
    pooled->reason = hidden_years(members);
    pooled->hidden = pooled->reason == REASON_SUPPRESSED;
}

static void show_members(struct arena *arena, const struct members *members,
                         struct pooled_areas *pooled)
{
    double *slopes = arena_alloc(arena, 2 * members->count, sizeof *slopes);
    double *errors = slopes + members->count;
    for (size_t i = 0; i < members->count; i++) {
        slopes[i] = members->slopes[i].slope;
        errors[i] = members->slopes[i].standard_error;
    }
    pooled->areas = (struct compared_areas){members->areas, members->count};
    pooled->slopes = slopes;
    pooled->errors = errors;
}

struct pooled_areas pooled_areas_judge(struct arena *arena, const struct released_table *table,
                                       const struct verdicts *verdicts,
                                       const struct indicator *indicator,
                                       const struct area *municipality)
{
    struct pooled_areas pooled = {.verdict = VERDICT_NOT_DETERMINABLE};
    struct compared_areas all = compared_areas_all(arena, table, indicator, municipality);
    struct members members = find_members(arena, verdicts, indicator, all, &pooled);
    if (!pooled.reason && !are_alike(&members)) {
        enum reason reason = hidden_years(&members);
        pooled.hidden = reason == REASON_SUPPRESSED;
        pooled.reason = reason ? reason : REASON_INCOMPLETE;
    }
    pooled.slope = estimate_undefined(pooled.reason);
    if (pooled.reason)
        return pooled;
    pooled.comparator = members.verdicts[0]->series->comparator;
    pooled.from = open_end(members.verdicts[0]->series, false)->period;
    pooled.to = open_end(members.verdicts[0]->series, true)->period;
    double shared = comparator_error(arena, &members, smallest_error(&members), &pooled.periods);
    struct pooled_gap_slope slope = heterogeneity_pooled_gap(members.slopes, members.count, shared);
    pooled.reason = slope.reason;
    pooled.slope = estimate_undefined(slope.reason);
    if (slope.reason)
        return pooled;
    show_members(arena, &members, &pooled);
    pooled.shared_error = shared;
    pooled.slope = interval_at(slope.slope, slope.standard_error, verdict_rule()->confidence);
    pooled.p = normal_two_sided(slope.slope / slope.standard_error);
    decide(arena, &members, slope.standard_error, &pooled);
    return pooled;
}
