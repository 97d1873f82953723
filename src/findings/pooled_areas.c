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
    struct engine_answer *answers; /* of the engine that decides, or at the hidden years' bounds */
    struct area_slope *slopes;     /* theirs */
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

static struct area_slope slope_of(const struct engine_answer *answer)
{
    double error = error_of(answer, verdict_rule()->confidence);
    return (struct area_slope){answer->slope.value, error, HUGE_VAL};
}

static struct members no_members(struct arena *arena, size_t most)
{
    return (struct members){arena_alloc(arena, most + 1, sizeof(const struct gap_verdict *)),
                            arena_alloc(arena, most + 1, sizeof(const struct area *)),
                            arena_alloc(arena, most + 1, sizeof(struct engine_answer)),
                            arena_alloc(arena, most + 1, sizeof(struct area_slope)), 0};
}

static void add_member(struct members *members, const struct gap_verdict *verdict,
                       const struct engine_answer *answer)
{
    members->verdicts[members->count] = verdict;
    members->areas[members->count] = verdict->series->area;
    members->answers[members->count] = *answer;
    members->slopes[members->count++] = slope_of(answer);
}

/* Who is in it; sets the reason where somebody is missing who may not be. */
static struct members find_members(struct arena *arena, const struct verdicts *verdicts,
                                   const struct indicator *indicator, struct compared_areas all,
                                   struct pooled_areas *pooled)
{
    struct members members = no_members(arena, all.count);
    enum reason reason = REASON_TOO_FEW_SERIES;
    for (size_t i = 0; i < all.count; i++) {
        const struct gap_verdict *verdict = verdict_of(verdicts, indicator, all.items[i]);
        if (takes_part(verdict)) {
            add_member(&members, verdict, verdict->decides);
            continue;
        }
        bool only_values = verdict->decides && !verdict->series->counted;
        reason = only_values ? REASON_NO_COUNTS : verdict->reason;
        if (is_withheld(reason) && !pooled->hidden) {
            pooled->reason = reason;
            pooled->hidden = reason == REASON_SUPPRESSED;
        }
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

/*
 * The comparator's own slope in the periods that all have; sets how many these are. As it is a part
 * of each area's slope, its error is no larger than the smallest of theirs. Where the few years
 * suggest more, or nothing, it is taken to be that: the most that the areas can share, which leaves
 * the pooled slope the least certain.
 */
static double comparator_error(struct arena *arena, const struct members *members,
                               double shared_at_most, size_t *periods)
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
    bool is_known = line.slope.state == ESTIMATE_INTERVAL;
    return is_known ? fmin(line.standard_error, shared_at_most) : shared_at_most;
}

/* The weighted means of the areas' fitted gaps and mean gaps, their weights as in the slope. */
static struct verdict_evidence weighted_gaps(const struct members *members)
{
    struct verdict_evidence mean = {0};
    double weights = 0;
    for (size_t i = 0; i < members->count; i++)
        weights += 1 / (members->slopes[i].standard_error * members->slopes[i].standard_error);
    for (size_t i = 0; i < members->count; i++) {
        double error = members->slopes[i].standard_error, weight = 1 / (error * error) / weights;
        mean.first += weight * members->answers[i].first;
        mean.last += weight * members->answers[i].last;
        mean.mean_gap += weight * members->verdicts[i]->series->mean_gap;
    }
    return mean;
}

static double smallest_error(const struct members *members)
{
    double smallest = HUGE_VAL;
    for (size_t i = 0; i < members->count; i++)
        smallest = fmin(smallest, members->slopes[i].standard_error);
    return smallest;
}

static struct estimate interval_at(struct pooled_gap_slope slope, double confidence)
{
    double half = slope.standard_error * normal_quantile((1 + confidence) / 2);
    return estimate_interval(METHOD_INVERSE_VARIANCE, slope.slope, slope.slope - half,
                             slope.slope + half);
}

/* The rule on the areas' slope. */
static struct judgement judge(const struct members *members, struct pooled_gap_slope slope)
{
    double confidence = verdict_rule()->confidence;
    struct verdict_evidence evidence = weighted_gaps(members);
    struct estimate equivalence = interval_at(slope, 2 * confidence - 1);
    evidence.slope = interval_at(slope, confidence);
    evidence.equivalence[0] = equivalence.lower;
    evidence.equivalence[1] = equivalence.upper;
    return verdict_judge(&evidence, members->verdicts[0]->delta);
}

static bool has_limits(const struct members *members)
{
    bool all = true;
    for (size_t i = 0; i < members->count; i++) {
        const struct gap_series *series = members->verdicts[i]->series;
        all = all && series->hidden_count == series->bounded_count;
    }
    return all;
}

/* The areas with their hidden years at one end, as far as their engines have an answer there. */
static struct members at_bound(struct arena *arena, const struct members *members, bool highest)
{
    struct members there = no_members(arena, members->count);
    for (size_t i = 0; i < members->count; i++) {
        const struct engine_answer answer =
            gap_verdict_at_bound(arena, members->verdicts[i], highest);
        if (answer.available)
            add_member(&there, members->verdicts[i], &answer);
    }
    return there;
}

static bool same_verdict(const struct members *there, const struct pooled_areas *pooled)
{
    double shared = fmin(pooled->shared_error, smallest_error(there));
    struct pooled_gap_slope slope = heterogeneity_pooled_gap(there->slopes, there->count, shared);
    bool same_side = (slope.slope > 0) == (pooled->slope.value > 0);
    return !slope.reason && judge(there, slope).verdict == pooled->verdict &&
           (pooled->verdict == VERDICT_UNCHANGED || same_side);
}

/*
 * Whether the verdict is the same wherever the hidden years lie; not known without limits. With the
 * errors that the areas then have, and with those of their open years: an area whose hidden year
 * lies far out loses its weight there, but not all the way to it.
 */
static bool stands_for_hidden(struct arena *arena, const struct members *members,
                              const struct pooled_areas *pooled)
{
    bool same = has_limits(members);
    for (int highest = 0; same && highest < 2; highest++) {
        struct members there = at_bound(arena, members, highest);
        same = there.count == members->count && same_verdict(&there, pooled);
        for (size_t i = 0; same && i < there.count; i++)
            there.slopes[i].standard_error = members->slopes[i].standard_error;
        same = same && same_verdict(&there, pooled);
    }
    return same;
}

/* Who hides what is hidden inside the series: disclosure control or the source; or nobody. */
static enum reason hidden_years(const struct members *members)
{
    enum reason reason = REASON_NONE;
    for (size_t i = 0; i < members->count; i++) {
        const struct gap_series *series = members->verdicts[i]->series;
        if (series->hidden_count && reason != REASON_SUPPRESSED)
            reason = gap_series_hidden_reason(series);
    }
    return reason;
}

static void decide(struct arena *arena, const struct members *members,
                   struct pooled_gap_slope slope, struct pooled_areas *pooled)
{
    struct judgement judgement = judge(members, slope);
    pooled->verdict = judgement.verdict;
    pooled->reason = judgement.reason;
    if (pooled->verdict == VERDICT_NOT_DETERMINABLE || !hidden_years(members) ||
        stands_for_hidden(arena, members, pooled))
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
    pooled.slope = interval_at(slope, verdict_rule()->confidence);
    pooled.p = normal_two_sided(slope.slope / slope.standard_error);
    decide(arena, &members, slope, &pooled);
    return pooled;
}
