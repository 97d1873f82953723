/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/ratio.h"

#include <math.h>

#include "pejling/stats/distribution.h"
#include "pejling/stats/interval.h"

#define SMALLEST_FOR_LOG 10

static struct estimate katz_log(double x1, double n1, double x2, double n2, double confidence)
{
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

static struct estimate mover_wilson(double x1, double n1, double x2, double n2, double confidence)
{
    struct estimate a = interval_wilson(x1, n1, confidence);
    struct estimate b = interval_wilson(x2, n2, confidence);
    double lower = mover_limit(a.value, a.lower, b.value, b.upper, -1);
    double upper = mover_limit(a.value, a.upper, b.value, b.lower, +1);
    return estimate_interval(METHOD_MOVER_WILSON, a.value / b.value, fmax(0, lower), upper);
}

struct estimate ratio_of_shares(double x1, double n1, double x2, double n2, double confidence)
{
    if (!(n1 > 0) || !(n2 > 0))
        return estimate_undefined(REASON_NO_DENOMINATOR);
    if (!(x1 >= 0) || !(x1 <= n1) || !(x2 >= 0) || !(x2 <= n2))
        return estimate_undefined(REASON_INCONSISTENT_INPUT);
    if (!(x2 > 0))
        return estimate_undefined(REASON_NO_EVENTS);
    if (x1 >= SMALLEST_FOR_LOG && x2 >= SMALLEST_FOR_LOG)
        return katz_log(x1, n1, x2, n2, confidence);
    return mover_wilson(x1, n1, x2, n2, confidence);
}

struct estimate ratio_of_rates(double x1, double e1, double x2, double e2, double confidence)
{
    if (!(e1 > 0) || !(e2 > 0))
        return estimate_undefined(REASON_NO_DENOMINATOR);
    if (!(x1 >= 0) || !(x2 >= 0))
        return estimate_undefined(REASON_INCONSISTENT_INPUT);
    if (!(x2 > 0))
        return estimate_undefined(REASON_NO_EVENTS);
    double tail = (1 - confidence) / 2;
    double low = x1 > 0 ? beta_quantile(tail, x1, x2 + 1) : 0;
    /* 1 - U, from the other end: with x2 well below 1, U itself rounds to 1 */
    double rest = beta_quantile(tail, x2, x1 + 1);
    double scale = e2 / e1;
    return estimate_interval(METHOD_EXACT_RATIO, x1 / x2 * scale, low / (1 - low) * scale,
                             (1 - rest) / rest * scale);
}
