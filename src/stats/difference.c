/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/difference.h"

#include <math.h>

#include "pejling/stats/distribution.h"
#include "pejling/stats/interval.h"

#define HALVINGS 60 /* of an interval of 2 at most: beyond the last place */

struct estimate difference_mover(enum method method, struct estimate a, struct estimate b)
{
    if (a.state == ESTIMATE_UNDEFINED)
        return estimate_undefined(a.reason);
    if (b.state == ESTIMATE_UNDEFINED)
        return estimate_undefined(b.reason);
    double d = a.value - b.value;
    if (a.state == ESTIMATE_POINT)
        return estimate_point(METHOD_DIFFERENCE, d, a.reason);
    if (b.state == ESTIMATE_POINT)
        return estimate_point(METHOD_DIFFERENCE, d, b.reason);
    return estimate_interval(method, d, d - hypot(a.value - a.lower, b.upper - b.value),
                             d + hypot(a.upper - a.value, b.value - b.lower));
}

struct estimate difference_mover_sum(const struct estimate *terms, const double *weights,
                                     size_t count)
{
    double sum = 0, below = 0, above = 0;
    enum reason reason = REASON_NONE;
    for (size_t i = 0; i < count; i++) {
        const struct estimate *term = &terms[i];
        if (!(weights[i] > 0) && !(weights[i] < 0))
            continue;
        if (term->state == ESTIMATE_UNDEFINED)
            return estimate_undefined(term->reason);
        if (term->state == ESTIMATE_POINT && reason == REASON_NONE)
            reason = term->reason;
        sum += weights[i] * term->value;
        double down = weights[i] * (term->value - term->lower);
        double up = weights[i] * (term->upper - term->value);
        below += weights[i] > 0 ? down * down : up * up;
        above += weights[i] > 0 ? up * up : down * down;
    }
    if (reason != REASON_NONE)
        return estimate_point(METHOD_MOVER, sum, reason);
    return estimate_interval(METHOD_MOVER, sum, sum - sqrt(below), sum + sqrt(above));
}

struct difference_test difference_welch_test(struct mean a, struct mean b, double confidence)
{
    double d = a.mean - b.mean;
    struct difference_test test = {.difference =
                                       estimate_point(METHOD_DIFFERENCE, d, REASON_NO_SPREAD)};
    if (!(a.n >= 2) || !(b.n >= 2) || !(a.spread >= 0) || !(b.spread >= 0))
        return test;
    double va = a.spread * a.spread / a.n;
    double vb = b.spread * b.spread / b.n;
    double variance = va + vb;
    test.difference = estimate_interval(METHOD_WELCH, d, d, d);
    if (!(variance > 0))
        return test;
    /* as shares of the whole, for their squares may be too small to hold */
    double a_part = va / variance, b_part = vb / variance;
    test.df = 1 / (a_part * a_part / (a.n - 1) + b_part * b_part / (b.n - 1));
    test.standard_error = sqrt(variance);
    test.has_p = true;
    test.p = student_two_sided(d / test.standard_error, test.df);
    double half = student_quantile(0.5 + confidence / 2, test.df) * test.standard_error;
    test.difference = estimate_interval(METHOD_WELCH, d, d - half, d + half);
    return test;
}

struct estimate difference_welch(struct mean a, struct mean b, double confidence)
{
    return difference_welch_test(a, b, confidence).difference;
}

/* --- Miettinen and Nurminen --------------------------------------------------------------------*/

struct shares {
    double x1, n1, x2, n2;
};

/*
 * The most likely second share where the first is `apart` higher: the one root of the likelihood's
 * cubic l3 q^3 + l2 q^2 + l1 q + l0 that lies where both are shares, by Viete's cosine.
 */
static double constrained_share(const struct shares *s, double apart)
{
    double n = s->n1 + s->n2;
    double l2 = (s->n1 + 2 * s->n2) * apart - n - (s->x1 + s->x2);
    double l1 = (s->n2 * apart - n - 2 * s->x2) * apart + s->x1 + s->x2;
    double l0 = s->x2 * apart * (1 - apart);
    double third = l2 / (3 * n);
    double q = third * third * third - l1 * l2 / (6 * n * n) + l0 / (2 * n);
    double size = sqrt(fmax(0, third * third - l1 / (3 * n)));
    double root = -third;
    if (size * size * size > 0) {
        double signed_size = q >= 0 ? size : -size;
        double cosine = q / (signed_size * signed_size * signed_size);
        double angle = (acos(-1) + acos(fmax(-1, fmin(1, cosine)))) / 3;
        root = 2 * signed_size * cos(angle) - third;
    }
    return fmin(fmax(root, fmax(0, -apart)), fmin(1, 1 - apart));
}

/* The score statistic for a true difference of `apart`; falls as that rises. */
static double score(const struct shares *s, double apart)
{
    double n = s->n1 + s->n2;
    double second = constrained_share(s, apart);
    double first = fmin(fmax(second + apart, 0), 1);
    double variance = (first * (1 - first) / s->n1 + second * (1 - second) / s->n2) * n / (n - 1);
    double distance = s->x1 / s->n1 - s->x2 / s->n2 - apart;
    /* both shares are 0 or 1 only where `apart` is the difference seen */
    return variance > 0 ? distance / sqrt(variance) : 0;
}

/* Where between low and high the score passes `target`. */
static double score_crossing(const struct shares *s, double low, double high, double target)
{
    for (int i = 0; i < HALVINGS; i++) {
        double middle = low + (high - low) / 2;
        if (score(s, middle) > target)
            low = middle;
        else
            high = middle;
    }
    return low + (high - low) / 2;
}

static bool are_counts(double x, double n)
{
    return x >= 0 && x <= n && isfinite(n);
}

struct estimate difference_miettinen_nurminen(double x1, double n1, double x2, double n2,
                                              double confidence)
{
    if (!(n1 > 0) || !(n2 > 0))
        return estimate_undefined(REASON_NO_DENOMINATOR);
    if (!are_counts(x1, n1) || !are_counts(x2, n2) || !(n1 + n2 > 1))
        return estimate_undefined(REASON_INCONSISTENT_INPUT);
    struct shares shares = {x1, n1, x2, n2};
    double z = normal_quantile(0.5 + confidence / 2);
    double d = x1 / n1 - x2 / n2;
    double lower = d > -1 ? score_crossing(&shares, -1, d, z) : -1;
    double upper = d < 1 ? score_crossing(&shares, d, 1, -z) : 1;
    return estimate_interval(METHOD_MIETTINEN_NURMINEN, d, lower, upper);
}

/* --- part and whole ----------------------------------------------------------------------------*/

static struct part_whole part_whole_undefined(enum reason reason)
{
    return (struct part_whole){.gap_rest = estimate_undefined(reason),
                               .gap_whole = estimate_undefined(reason)};
}

struct part_whole difference_part_whole(double x, double n, double whole_x, double whole_n,
                                        double confidence)
{
    double rest_x = whole_x - x, rest_n = whole_n - n;
    if (!(n > 0))
        return part_whole_undefined(REASON_NO_DENOMINATOR);
    if (!are_counts(x, n) || !are_counts(rest_x, rest_n))
        return part_whole_undefined(REASON_INCONSISTENT_INPUT);
    if (!(rest_n > 0))
        return part_whole_undefined(REASON_NO_COMPARATOR);
    struct part_whole gap = {.w = n / whole_n, .part = x / n};
    gap.rest = rest_x / rest_n;
    gap.whole = whole_x / whole_n;
    gap.gap_rest = difference_mover(METHOD_NEWCOMBE10, interval_wilson(x, n, confidence),
                                    interval_wilson(rest_x, rest_n, confidence));
    gap.gap_whole = estimate_scale(gap.gap_rest, rest_n / whole_n);
    gap.gap_whole.method = METHOD_NEWCOMBE10_PART_WHOLE;
    double part_variance = gap.part * (1 - gap.part) / n;
    double rest_variance = gap.rest * (1 - gap.rest) / rest_n;
    double whole_variance = gap.whole * (1 - gap.whole) / whole_n;
    gap.correct_error = rest_n / whole_n * sqrt(part_variance + rest_variance);
    gap.naive_error = sqrt(part_variance + whole_variance);
    return gap;
}
