/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/ratio.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>

#include "pejling/stats/distribution.h"
#include "pejling/stats/interval.h"

#define SMALLEST_FOR_LOG 10

/* Why the shares have no ratio; REASON_NONE where they have one. */
static enum reason shares_fault(double x1, double n1, double x2, double n2)
{
    if (!(n1 > 0) || !(n2 > 0))
        return REASON_NO_DENOMINATOR;
    if (!(x1 >= 0) || !(x1 <= n1) || !(x2 >= 0) || !(x2 <= n2))
        return REASON_INCONSISTENT_INPUT;
    return x2 > 0 ? REASON_NONE : REASON_NO_EVENTS;
}

struct estimate ratio_katz_log(double x1, double n1, double x2, double n2, double confidence)
{
    enum reason fault = shares_fault(x1, n1, x2, n2);
    if (fault == REASON_NONE && !(x1 > 0))
        fault = REASON_NO_EVENTS;
    if (fault != REASON_NONE)
        return estimate_undefined(fault);
    double ratio = (x1 / n1) / (x2 / n2);
    double z = normal_quantile(0.5 + confidence / 2);
    double spread = z * sqrt(fmax(0, 1 / x1 - 1 / n1 + 1 / x2 - 1 / n2));
    return estimate_interval(METHOD_KATZ_LOG, ratio, ratio * exp(-spread), ratio * exp(spread));
}

/*
 * The limit of p1/p2 that leans on `limit1` of the first share and `limit2` of the second: the root
 * of (p1 - r p2)^2 = (p1 - limit1)^2 + r^2 (limit2 - p2)^2 on that side. The lower one is written
 * as b over the sum, for c passes through zero at some shares.
 */
static double mover_limit(double p1, double limit1, double p2, double limit2, int side)
{
    double product = p1 * p2;
    double b = limit1 * (2 * p1 - limit1);
    double c = limit2 * (2 * p2 - limit2);
    double root = sqrt(fmax(0, product * product - b * c));
    if (side > 0)
        return (product + root) / c;
    return b > 0 ? b / (product + root) : 0;
}

struct ratio_limits ratio_mover_limits(double x1, double n1, double x2, double n2,
                                       double confidence)
{
    struct estimate a = interval_wilson(x1, n1, confidence);
    struct estimate b = interval_wilson(x2, n2, confidence);
    double lower = mover_limit(a.value, a.lower, b.value, b.upper, -1);
    double upper = x2 > 0 ? mover_limit(a.value, a.upper, b.value, b.lower, +1) : HUGE_VAL;
    return (struct ratio_limits){fmax(0, lower), upper};
}

struct estimate ratio_of_shares(double x1, double n1, double x2, double n2, double confidence)
{
    enum reason fault = shares_fault(x1, n1, x2, n2);
    if (fault != REASON_NONE)
        return estimate_undefined(fault);
    if (x1 >= SMALLEST_FOR_LOG && x2 >= SMALLEST_FOR_LOG)
        return ratio_katz_log(x1, n1, x2, n2, confidence);
    struct ratio_limits limits = ratio_mover_limits(x1, n1, x2, n2, confidence);
    return estimate_interval(METHOD_MOVER_WILSON, (x1 / n1) / (x2 / n2), limits.lower,
                             limits.upper);
}

struct ratio_limits ratio_exact_limits(double x1, double e1, double x2, double e2,
                                       double confidence)
{
    double tail = (1 - confidence) / 2;
    double scale = e2 / e1;
    struct ratio_limits limits = {0, HUGE_VAL};
    if (x1 > 0) {
        double low = beta_quantile(tail, x1, x2 + 1);
        limits.lower = low / (1 - low) * scale;
    }
    if (x2 > 0) {
        /* 1 - U, from the other end: with x2 well below 1, U itself rounds to 1 */
        double rest = beta_quantile(tail, x2, x1 + 1);
        limits.upper = (1 - rest) / rest * scale;
    }
    return limits;
}

struct estimate ratio_of_rates(double x1, double e1, double x2, double e2, double confidence)
{
    if (!(e1 > 0) || !(e2 > 0))
        return estimate_undefined(REASON_NO_DENOMINATOR);
    if (!(x1 >= 0) || !(x2 >= 0))
        return estimate_undefined(REASON_INCONSISTENT_INPUT);
    if (!(x2 > 0))
        return estimate_undefined(REASON_NO_EVENTS);
    struct ratio_limits limits = ratio_exact_limits(x1, e1, x2, e2, confidence);
    return estimate_interval(METHOD_EXACT_RATIO, x1 / x2 * (e2 / e1), limits.lower, limits.upper);
}

/* --- the exact p-value -------------------------------------------------------------------------*/

#define LARGEST_COUNT 1e9
#define AS_PROBABLE (1 + 1e-7)

/* The binomial probability of `count`; log-gamma keeps it right where a plain product underflows.
 */
static double binomial_probability(double count, double n, double share)
{
    return gsl_ran_binomial_pdf((unsigned)count, share, (unsigned)n);
}

/*
 * The probability beyond the mode, on the far side from `seen`, of the counts no more probable than
 * `limit`; the probabilities fall away from the mode, so that the first such count is found by
 * halving. `side` is +1 where the far side lies above.
 */
static double far_tail(double n, double share, double limit, int side)
{
    double mode = fmin(n, floor((n + 1) * share));
    double inside = mode, outside = side > 0 ? n + 1 : -1;
    while (fabs(outside - inside) > 1) {
        double middle = floor((inside + outside) / 2);
        if (binomial_probability(middle, n, share) <= limit)
            outside = middle;
        else
            inside = middle;
    }
    if (outside < 0 || outside > n)
        return 0;
    unsigned first = (unsigned)outside, trials = (unsigned)n;
    if (side > 0)
        return gsl_cdf_binomial_Q(first - 1, share, trials);
    return gsl_cdf_binomial_P(first, share, trials);
}

static bool is_count(double x)
{
    return x >= 0 && x <= LARGEST_COUNT && !(x > floor(x));
}

bool ratio_of_rates_p(double x1, double e1, double x2, double e2, double *p)
{
    if (!(e1 > 0) || !(e2 > 0) || !is_count(x1) || !is_count(x2) || !is_count(x1 + x2))
        return false;
    double n = x1 + x2, share = e1 / (e1 + e2);
    if (!(share > 0) || !(share < 1))
        return false;
    double limit = binomial_probability(x1, n, share) * AS_PROBABLE;
    double mode = fmin(n, floor((n + 1) * share));
    double sum = 1;
    if (binomial_probability(mode, n, share) > limit) {
        unsigned seen = (unsigned)x1, trials = (unsigned)n;
        if (x1 < mode)
            sum = gsl_cdf_binomial_P(seen, share, trials) + far_tail(n, share, limit, +1);
        else
            sum = gsl_cdf_binomial_Q(seen - 1, share, trials) + far_tail(n, share, limit, -1);
    }
    if (!isfinite(sum))
        return false;
    *p = fmin(1, sum);
    return true;
}
