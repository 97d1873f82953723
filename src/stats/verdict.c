/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/verdict.h"

#include <math.h>

#define DAY 0.003 /* years: a little more than one, for the leap years */

const char *verdict_code(enum verdict verdict)
{
    static const char *const codes[] = {
        [VERDICT_NOT_DETERMINABLE] = "not_determinable",
        [VERDICT_NARROWING] = "narrowing",
        [VERDICT_WIDENING] = "widening",
        [VERDICT_UNCHANGED] = "unchanged",
    };
    _Static_assert(sizeof codes / sizeof *codes == VERDICT_COUNT, "a code for each verdict");
    return codes[verdict];
}

/* The value that `rank` others, and no more, come before; equal ones count by their place. */
static double in_order(const double *values, size_t n, size_t rank)
{
    for (size_t i = 0; i < n; i++) {
        size_t before = 0;
        for (size_t j = 0; j < n; j++)
            before += values[j] < values[i] || (j < i && !(values[j] > values[i]));
        if (before == rank)
            return values[i];
    }
    return 0;
}

static double median(const double *values, size_t n)
{
    return (in_order(values, n, (n - 1) / 2) + in_order(values, n, n / 2)) / 2;
}

enum reason verdict_admission(const struct verdict_series *series)
{
    size_t n = series->n;
    if (n < VERDICT_YEARS || !(series->x[n - 1] - series->x[0] >= VERDICT_SPAN - DAY))
        return REASON_TOO_FEW_YEARS;
    if (series->base && !(median(series->base, n) >= VERDICT_PERSONS))
        return REASON_TOO_FEW_EVENTS;
    if (series->counts == VERDICT_VALUES)
        return REASON_NONE;
    if (!series->base || !series->events)
        return REASON_NO_COUNTS;
    double with = 0, without = 0;
    for (size_t i = 0; i < n; i++) {
        with += series->events[i];
        without += series->base[i] - series->events[i];
    }
    bool is_nearly_all = series->counts == VERDICT_SHARES && !(without >= VERDICT_EVENTS);
    return !(with >= VERDICT_EVENTS) || is_nearly_all ? REASON_TOO_FEW_EVENTS : REASON_NONE;
}

struct judgement verdict_judge(const struct verdict_evidence *evidence, struct verdict_delta delta)
{
    struct judgement judgement = {
        .delta = fmax(delta.relative * fabs(evidence->mean_gap), delta.absolute),
        .change = fabs(evidence->last) - fabs(evidence->first),
        .crossed = evidence->first * evidence->last < 0,
    };
    struct estimate slope = evidence->slope;
    if (slope.state != ESTIMATE_INTERVAL)
        judgement.reason = slope.reason;
    else if (slope.lower > 0 || slope.upper < 0)
        judgement.verdict = judgement.change < 0 ? VERDICT_NARROWING : VERDICT_WIDENING;
    else if (evidence->equivalence[0] > -judgement.delta &&
             evidence->equivalence[1] < judgement.delta)
        judgement.verdict = VERDICT_UNCHANGED;
    else
        judgement.reason = REASON_IMPRECISE;
    return judgement;
}
