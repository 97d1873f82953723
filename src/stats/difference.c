/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/difference.h"

#include <math.h>

#include "pejling/stats/distribution.h"

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

struct estimate difference_welch(struct mean a, struct mean b, double confidence)
{
    double d = a.mean - b.mean;
    if (!(a.n >= 2) || !(b.n >= 2) || !(a.spread >= 0) || !(b.spread >= 0))
        return estimate_point(METHOD_DIFFERENCE, d, REASON_NO_SPREAD);
    double va = a.spread * a.spread / a.n;
    double vb = b.spread * b.spread / b.n;
    double variance = va + vb;
    if (!(variance > 0))
        return estimate_interval(METHOD_WELCH, d, d, d);
    double df = variance * variance / (va * va / (a.n - 1) + vb * vb / (b.n - 1));
    double half = student_quantile(0.5 + confidence / 2, df) * sqrt(variance);
    return estimate_interval(METHOD_WELCH, d, d - half, d + half);
}
