/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/interval.h"

#include <math.h>

#include "pejling/stats/distribution.h"

struct estimate interval_wilson(double x, double n, double confidence)
{
    if (!(n > 0))
        return estimate_undefined(REASON_NO_DENOMINATOR);
    double share = x / n;
    if (!(x >= 0) || !(x <= n) || !isfinite(share))
        return estimate_undefined(REASON_INCONSISTENT_INPUT);
    if (!(confidence > 0))
        return estimate_point(METHOD_WILSON, share, REASON_NOT_APPLICABLE);
    double z = normal_quantile(0.5 + confidence / 2);
    double middle = 2 * x + z * z;
    double half = z * sqrt(z * z + 4 * x * (1 - share));
    double lower = x > 0 ? (middle - half) / (2 * (n + z * z)) : 0;
    double upper = x < n ? (middle + half) / (2 * (n + z * z)) : 1;
    return estimate_interval(METHOD_WILSON, share, lower, upper);
}

struct estimate interval_clopper_pearson(double x, double n, double confidence)
{
    if (!(n > 0))
        return estimate_undefined(REASON_NO_DENOMINATOR);
    double share = x / n;
    if (!(x >= 0) || !(x <= n) || !isfinite(share))
        return estimate_undefined(REASON_INCONSISTENT_INPUT);
    double tail = (1 - confidence) / 2;
    double lower = x > 0 ? beta_quantile(tail, x, n - x + 1) : 0;
    double upper = x < n ? beta_quantile(1 - tail, x + 1, n - x) : 1;
    return estimate_interval(METHOD_CLOPPER_PEARSON, share, lower, upper);
}

struct estimate interval_garwood(double events, double exposure, double confidence)
{
    if (!(exposure > 0))
        return estimate_undefined(REASON_NO_DENOMINATOR);
    if (!(events >= 0) || !isfinite(events / exposure))
        return estimate_undefined(REASON_INCONSISTENT_INPUT);
    if (!(confidence > 0))
        return estimate_point(METHOD_GARWOOD, events / exposure, REASON_NOT_APPLICABLE);
    double tail = (1 - confidence) / 2;
    double lower = events > 0 ? chi_squared_quantile(tail, 2 * events) / 2 : 0;
    double upper = chi_squared_quantile(1 - tail, 2 * events + 2) / 2;
    return estimate_interval(METHOD_GARWOOD, events / exposure, lower / exposure, upper / exposure);
}

/* One of Byar's limits: a count of x > 0, z negative for the lower one. */
static double byar_limit(double x, double z)
{
    double root = 1 - 1 / (9 * x) + z / (3 * sqrt(x));
    return root > 0 ? x * root * root * root : 0;
}

double interval_byar_upper(double events, double confidence)
{
    return byar_limit(fmax(0, events) + 1, normal_quantile(0.5 + confidence / 2));
}

struct estimate interval_byar(double events, double exposure, double confidence)
{
    if (!(exposure > 0))
        return estimate_undefined(REASON_NO_DENOMINATOR);
    if (!(events >= 0) || !isfinite(events / exposure))
        return estimate_undefined(REASON_INCONSISTENT_INPUT);
    if (!(events > 0))
        return estimate_point(METHOD_BYAR, 0, REASON_NO_EVENTS);
    double z = normal_quantile(0.5 + confidence / 2);
    return estimate_interval(METHOD_BYAR, events / exposure, byar_limit(events, -z) / exposure,
                             interval_byar_upper(events, confidence) / exposure);
}

struct estimate interval_mean(double mean, double n, double spread, double confidence)
{
    if (!(n >= 2) || !(spread >= 0))
        return estimate_point(METHOD_GIVEN, mean, REASON_NO_SPREAD);
    double half = student_quantile(0.5 + confidence / 2, n - 1) * spread / sqrt(n);
    return estimate_interval(METHOD_T, mean, mean - half, mean + half);
}

double survey_effective_answers(double answers, double design_effect, double population)
{
    double effective = answers / design_effect;
    double asked = population > 0 ? answers / population : 0;
    return asked < 1 ? effective / (1 - asked) : HUGE_VAL;
}
