/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/standardise.h"

#include <math.h>
#include <stdbool.h>

#include "pejling/stats/distribution.h"

#define FEWEST_EVENTS 10 /* as in Fingertips: no interval below */

/* --- Kitagawa --------------------------------------------------------------------------------- */
static bool is_size(double value)
{
    return value >= 0 && isfinite(value);
}

static enum reason kitagawa_fault(const struct strata *area, const struct strata *rest)
{
    if (area->count != rest->count)
        return REASON_INCONSISTENT_INPUT;
    double all_area = 0, all_rest = 0;
    for (size_t i = 0; i < area->count; i++) {
        if (!is_size(area->x[i]) || !is_size(area->n[i]) || !is_size(rest->x[i]) ||
            !is_size(rest->n[i]))
            return REASON_INCONSISTENT_INPUT;
        all_area += area->n[i];
        all_rest += rest->n[i];
    }
    if (!(all_area > 0) || !(all_rest > 0))
        return REASON_NO_DENOMINATOR;
    for (size_t i = 0; i < area->count; i++)
        if ((area->n[i] > 0) != (rest->n[i] > 0))
            return REASON_EMPTY_STRATUM;
    return REASON_NONE;
}

static double sum_of(const double *values, const struct strata *strata)
{
    double sum = 0;
    for (size_t i = 0; i < strata->count; i++)
        if (strata->n[i] > 0)
            sum += values[i];
    return sum;
}

struct kitagawa standardise_kitagawa(const struct strata *area, const struct strata *rest)
{
    struct kitagawa result = {.reason = kitagawa_fault(area, rest)};
    if (result.reason != REASON_NONE)
        return result;
    double all_area = sum_of(area->n, area), all_rest = sum_of(rest->n, rest);
    for (size_t i = 0; i < area->count; i++) {
        if (!(area->n[i] > 0))
            continue;
        double rate_area = area->x[i] / area->n[i], rate_rest = rest->x[i] / rest->n[i];
        double part_area = area->n[i] / all_area, part_rest = rest->n[i] / all_rest;
        result.rate_effect += (rate_area - rate_rest) * (part_area + part_rest) / 2;
        result.composition_effect += (part_area - part_rest) * (rate_area + rate_rest) / 2;
    }
    result.crude_area = sum_of(area->x, area) / all_area;
    result.crude_rest = sum_of(rest->x, rest) / all_rest;
    result.total = result.crude_area - result.crude_rest;
    return result;
}

/* The variance of a rate; a share that rounding has carried past 0 or 1 has none. */
static double rate_variance(double x, double n, enum stratum_chance chance)
{
    if (!(n > 0) || !(x > 0))
        return 0;
    return chance == CHANCE_EVENTS ? x / (n * n) : fmax(0, x / n * (1 - x / n) / n);
}

void standardise_kitagawa_errors(const struct strata *area, const struct strata *rest,
                                 enum stratum_chance chance, enum strata_overlap overlap,
                                 struct kitagawa *split)
{
    if (split->reason != REASON_NONE)
        return;
    double all_area = sum_of(area->n, area), all_rest = sum_of(rest->n, rest);
    double of_rates = 0, of_composition = 0;
    for (size_t i = 0; i < area->count; i++) {
        if (!(area->n[i] > 0))
            continue;
        double part_area = area->n[i] / all_area, part_rest = rest->n[i] / all_rest;
        double mean = (part_area + part_rest) / 2, half = (part_area - part_rest) / 2;
        double within = overlap == STRATA_WITHIN ? fmin(1, area->n[i] / rest->n[i]) : 0;
        double own_x = overlap == STRATA_WITHIN ? area->x[i] : 0;
        double own_n = overlap == STRATA_WITHIN ? area->n[i] : 0;
        double one = rate_variance(area->x[i], area->n[i], chance);
        double other = rate_variance(rest->x[i] - own_x, rest->n[i] - own_n, chance);
        double apart = (1 - within) * (1 - within), doubled = (1 + within) * (1 + within);
        of_rates += mean * mean * apart * (one + other);
        of_composition += half * half * (doubled * one + apart * other);
    }
    split->rate_error = sqrt(of_rates);
    split->composition_error = sqrt(of_composition);
}

/* --- direct standardisation ------------------------------------------------------------------- */
/* The sum of the weights; 0, with a reason, where there is nothing to standardise. */
static double sum_weights(const struct strata *strata, const double *weights, enum reason *reason)
{
    double sum = 0;
    *reason = REASON_NONE;
    for (size_t i = 0; i < strata->count; i++) {
        bool is_wrong = !is_size(weights[i]) || !is_size(strata->x[i]) || !is_size(strata->n[i]);
        if (is_wrong)
            *reason = REASON_INCONSISTENT_INPUT;
        else if (weights[i] > 0 && !(strata->n[i] > 0) && *reason == REASON_NONE)
            *reason = REASON_EMPTY_STRATUM;
        sum += weights[i];
    }
    if (*reason == REASON_NONE && (!(sum > 0) || !isfinite(sum)))
        *reason = REASON_NO_DENOMINATOR;
    return *reason == REASON_NONE ? sum : 0;
}

struct standardised standardise_share(const struct strata *strata, const double *weights)
{
    struct standardised result = {0};
    double all = sum_weights(strata, weights, &result.reason);
    double variance = 0;
    for (size_t i = 0; i < strata->count && result.reason == REASON_NONE; i++) {
        if (!(weights[i] > 0))
            continue;
        double part = weights[i] / all, share = strata->x[i] / strata->n[i];
        if (share > 1)
            return (struct standardised){.reason = REASON_INCONSISTENT_INPUT};
        result.value += part * share;
        variance += part * part * share * (1 - share) / strata->n[i];
    }
    result.standard_error = sqrt(variance);
    return result;
}

static double byar(double events, double z)
{
    double root = 1 - 1 / (9 * events) + z / (3 * sqrt(events));
    return events * root * root * root;
}

struct estimate standardise_rate(const struct strata *strata, const double *weights,
                                 double confidence)
{
    enum reason reason;
    double all = sum_weights(strata, weights, &reason);
    if (reason != REASON_NONE)
        return estimate_undefined(reason);
    double value = 0, variance = 0, events = 0;
    for (size_t i = 0; i < strata->count; i++) {
        if (!(weights[i] > 0))
            continue;
        double part = weights[i] / all / strata->n[i];
        value += part * strata->x[i];
        variance += part * part * strata->x[i];
        events += strata->x[i];
    }
    if (!(events >= FEWEST_EVENTS))
        return estimate_point(METHOD_DOBSON, value, REASON_TOO_FEW_EVENTS);
    double z = normal_quantile(0.5 + confidence / 2), scale = sqrt(variance / events);
    return estimate_interval(METHOD_DOBSON, value, value + scale * (byar(events, -z) - events),
                             value + scale * (byar(events + 1, z) - events));
}
