/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/control_limits.h"

#include <math.h>

#define SIGMAS 3
#define RANGES_TO_LIMIT 2.66  /* 3 / 1.128 */
#define RANGES_TO_UPPER 3.267 /* 1 + 3 * 0.853 / 1.128 */

struct control_limits control_limits_p(const double *x, const double *n, size_t count, double at)
{
    if (count == 0)
        return (struct control_limits){.reason = REASON_TOO_FEW_YEARS};
    if (!(at > 0))
        return (struct control_limits){.reason = REASON_NO_DENOMINATOR};
    double with = 0, all = 0;
    for (size_t i = 0; i < count; i++) {
        if (!(n[i] > 0) || !isfinite(n[i]))
            return (struct control_limits){.reason = REASON_NO_DENOMINATOR};
        if (!(x[i] >= 0) || !(x[i] <= n[i]))
            return (struct control_limits){.reason = REASON_INCONSISTENT_INPUT};
        with += x[i];
        all += n[i];
    }
    double centre = fmin(1, with / all);
    double half = SIGMAS * sqrt(centre * (1 - centre) / at);
    return (struct control_limits){REASON_NONE, centre, fmax(0, centre - half),
                                   fmin(1, centre + half)};
}

struct xmr_limits control_limits_xmr(const double *y, size_t count)
{
    struct xmr_limits limits = {.values.reason = REASON_TOO_FEW_YEARS};
    if (count < 2)
        return limits;
    double sum = 0, ranges = 0;
    for (size_t i = 0; i < count; i++) {
        sum += y[i] - y[0];
        ranges += i > 0 ? fabs(y[i] - y[i - 1]) : 0;
    }
    double centre = y[0] + sum / (double)count;
    if (!isfinite(centre) || !isfinite(ranges))
        return limits;
    limits.mean_range = ranges / (double)(count - 1);
    limits.range_upper = RANGES_TO_UPPER * limits.mean_range;
    double half = RANGES_TO_LIMIT * limits.mean_range;
    limits.values = (struct control_limits){REASON_NONE, centre, centre - half, centre + half};
    return limits;
}
