/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/detect.h"

#include <math.h>

#include "pejling/stats/distribution.h"

#define INTERVALS 2000 /* of Simpson's rule, even */
#define REACH 10       /* standard deviations of sqrt(w/df) on each side of 1 */
#define HALVINGS 200

/*
 * The density of s = sqrt(w/df) is in proportion to s^(df - 1) exp(-df s^2/2), a hill about 1 with
 * standard deviation near 1/sqrt(2 df). It is integrated beside itself times Phi, so that no
 * normalising constant is needed and its own error cancels.
 */
double noncentral_t_below(double t, double df, double ncp)
{
    double reach = REACH / sqrt(2 * df);
    double low = fmax(0, 1 - reach), high = 1 + reach;
    double width = (high - low) / INTERVALS;
    double top = df > 1 ? sqrt((df - 1) / df) : 0; /* the hill's highest point */
    double log_top = df > 1 ? (df - 1) * log(top) - df * top * top / 2 : 0;
    double all = 0, below = 0;
    for (int i = 0; i <= INTERVALS; i++) {
        double s = low + i * width;
        double weight = i == 0 || i == INTERVALS ? 1 : i % 2 ? 4 : 2;
        double power = df > 1 || df < 1 ? (df - 1) * log(s) : 0;
        double density = weight * exp(power - df * s * s / 2 - log_top);
        if (!isfinite(density))
            continue;
        all += density;
        below += density * normal_below(t * s - ncp);
    }
    return below / all;
}

double detect_power(double ncp, double df, double confidence)
{
    return 1 - noncentral_t_below(student_quantile(0.5 + confidence / 2, df), df, fabs(ncp));
}

double detect_year_spread(const double *variances, size_t n, double tau2)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += variances[i];
    return n ? sqrt(fmax(0, sum / (double)n + tau2)) : 0;
}

/* How many standard errors a slope must have; power rises with it. */
static double needed_ncp(double df, double confidence, double power)
{
    double low = 0, high = 1;
    while (detect_power(high, df, confidence) < power && high < 1e6)
        high *= 2;
    for (int i = 0; i < HALVINGS; i++) {
        double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high)
            break;
        if (detect_power(middle, df, confidence) < power)
            low = middle;
        else
            high = middle;
    }
    return low + (high - low) / 2;
}

/* Sum of squared deviations of the times, and their mean. */
struct times {
    double n, mean, squares;
};

/* With one more time (Welford 1962, Technometrics 4:419). */
static struct times times_with(struct times times, double t)
{
    double before = t - times.mean;
    times.n++;
    times.mean += before / times.n;
    times.squares += before * (t - times.mean);
    return times;
}

static struct detectable detectable(struct times times, double sd, double confidence, double power)
{
    struct detectable found = {.reason = REASON_TOO_FEW_YEARS};
    if (!(times.n >= 3) || !(times.squares > 0) || !(sd >= 0) || !isfinite(sd))
        return found;
    found.reason = REASON_NONE;
    found.df = times.n - 2;
    found.spread = sqrt(times.squares);
    found.exact = needed_ncp(found.df, confidence, power) * sd / found.spread;
    found.approximate =
        (student_quantile(0.5 + confidence / 2, found.df) + student_quantile(power, found.df)) *
        sd / found.spread;
    return found;
}

struct detectable detect_slope(const double *t, size_t n, double sd, double confidence,
                               double power)
{
    struct times times = {0};
    for (size_t i = 0; i < n; i++)
        times = times_with(times, t[i]);
    return detectable(times, sd, confidence, power);
}

struct detectable detect_slope_every_year(size_t n, double sd, double confidence, double power)
{
    struct times times = {0};
    for (size_t i = 0; i < n; i++)
        times = times_with(times, (double)i);
    return detectable(times, sd, confidence, power);
}

struct first_year detect_first_year(const double *t, size_t n, const struct pace *pace)
{
    struct first_year first = {0};
    struct times times = {0};
    for (size_t i = 0; i < n; i++)
        times = times_with(times, t[i]);
    if (n == 0 || !(fabs(pace->slope) > 0) || !(pace->sd >= 0))
        return first;
    for (size_t ahead = 0; ahead <= DETECT_HORIZON; ahead++) {
        double time = t[n - 1] + (double)ahead;
        if (ahead > 0)
            times = times_with(times, time);
        if (!(times.n >= 3) || !(times.squares > 0))
            continue;
        double ncp = fabs(pace->slope) * sqrt(times.squares) / fmax(pace->sd, 1e-300);
        double power = detect_power(ncp, times.n - 2, pace->confidence);
        if (!(power >= pace->power))
            continue;
        return (struct first_year){true, n + ahead, time, power};
    }
    return first;
}

/* Student's quantile, or the normal one where the spread is known. */
static double quantile(double probability, double df)
{
    return isfinite(df) ? student_quantile(probability, df) : normal_quantile(probability);
}

struct estimate detect_change(const struct two_means *means, double confidence, double power)
{
    if (means->figures == 0 || !(means->sd >= 0) || !isfinite(means->sd) || !(means->df > 0))
        return estimate_undefined(REASON_TOO_FEW_YEARS);
    double errors = quantile(0.5 + confidence / 2, means->df) + quantile(power, means->df);
    return estimate_point(isfinite(means->df) ? METHOD_POWER : METHOD_POWER_WITHIN,
                          errors * means->sd * sqrt(2 / (double)means->figures),
                          REASON_NOT_APPLICABLE);
}
