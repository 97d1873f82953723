/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/detect.h"

#include <math.h>
#include <stdatomic.h>

#include "pejling/stats/distribution.h"
#include "pejling/stats/root.h"

#define TAIL 40     /* where the logarithm of a density is so far below its top, nothing is left */
#define MOST 2000   /* steps */
#define CLOSE 1e-14 /* of the need itself */
#define KEPT 128    /* degrees of freedom whose needs are kept */

/* The density of s = sqrt(w/df) over ln s, at places in equal steps. */
struct hill {
    int count;
    double all; /* the sum of the densities */
    double places[MOST + 2], densities[MOST + 2];
};

static void add_place(struct hill *hill, double log_s, double density)
{
    hill->places[hill->count] = exp(log_s);
    hill->densities[hill->count++] = density;
    hill->all += density;
}

/* Over ln s it is in proportion to s^df exp(-df s^2/2), and 1 at its top, where s = 1. */
static double density_at(double log_s, double df)
{
    return exp(df * (log_s - expm1(2 * log_s) / 2));
}

/*
 * Over ln s, density and Phi are smooth and fall off at least exponentially on both sides, so that
 * equal steps are exact to rounding (Trefethen & Weideman 2014, SIAM Review 56:385). The density is
 * summed beside itself times Phi, so that no constant is needed. For an ncp up to that given.
 */
static void hill_make(double df, double ncp, struct hill *hill)
{
    double step = 1 / sqrt(60 + 5 * df + 2.5 * ncp * ncp);   /* a part of what is narrowest */
    step = fmax(step, (TAIL / df + sqrt(TAIL / df)) / MOST); /* as far as it is from end to end */
    double least = exp(-TAIL), density;
    hill->count = 0;
    hill->all = 0;
    /* GCOVR_EXCL_BR_START: the step is so long that there is room for all of them */
    for (double at = 0; (density = density_at(at, df)) > least && hill->count <= MOST; at += step)
        add_place(hill, at, density);
    for (double at = -step; (density = density_at(at, df)) > least && hill->count <= MOST;
         at -= step)
        add_place(hill, at, density);
    /* GCOVR_EXCL_BR_STOP */
}

static double hill_below(const struct hill *hill, double t, double ncp)
{
    double below = 0;
    for (int i = 0; i < hill->count; i++)
        below += hill->densities[i] * normal_below(t * hill->places[i] - ncp);
    return below / hill->all;
}

double noncentral_t_below(double t, double df, double ncp)
{
    struct hill hill;
    hill_make(df, ncp, &hill);
    return hill_below(&hill, t, ncp);
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

struct detect_needs {
    double confidence, power;
    _Atomic double by_df[KEPT]; /* 0 where it has not been asked for; whoever asks first sets it */
};

struct detect_needs *detect_needs_new(struct arena *arena, double confidence, double power)
{
    struct detect_needs *needs = arena_alloc(arena, 1, sizeof *needs);
    needs->confidence = confidence;
    needs->power = power;
    return needs;
}

/* A test whose power is to be reached. */
struct sought_power {
    const struct hill *hill;
    double critical, power;
};

static double power_beyond(const void *context, double ncp)
{
    const struct sought_power *sought = context;
    return 1 - hill_below(sought->hill, sought->critical, ncp) - sought->power;
}

/* Power rises with ncp. */
static double find_need(double critical, double df, double power)
{
    struct hill hill;
    const struct sought_power sought = {&hill, critical, power};
    hill_make(df, 2 * critical, &hill);
    struct bracket bracket = {.high = critical + 1, .below = power_beyond(&sought, 0)};
    while ((bracket.above = power_beyond(&sought, bracket.high)) < 0)
        bracket.high *= 2;
    return root_within(bracket, power_beyond, &sought, CLOSE);
}

double detect_need(struct detect_needs *needs, double df)
{
    size_t place = df >= 1 && df < KEPT && !(df > floor(df)) ? (size_t)df : 0;
    double kept = place ? atomic_load_explicit(&needs->by_df[place], memory_order_relaxed) : 0;
    if (kept > 0)
        return kept;
    double critical = student_quantile(0.5 + needs->confidence / 2, df);
    double need = find_need(critical, df, needs->power);
    if (place)
        atomic_store_explicit(&needs->by_df[place], need, memory_order_relaxed);
    return need;
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

static struct detectable detectable(struct detect_needs *needs, struct times times, double sd)
{
    struct detectable found = {.reason = REASON_TOO_FEW_YEARS};
    if (!(times.n >= 3) || !(times.squares > 0) || !(sd >= 0) || !isfinite(sd))
        return found;
    found.reason = REASON_NONE;
    found.df = times.n - 2;
    found.spread = sqrt(times.squares);
    found.exact = detect_need(needs, found.df) * sd / found.spread;
    found.approximate = (student_quantile(0.5 + needs->confidence / 2, found.df) +
                         student_quantile(needs->power, found.df)) *
                        sd / found.spread;
    return found;
}

struct detectable detect_slope(struct detect_needs *needs, const double *t, size_t n, double sd)
{
    struct times times = {0};
    for (size_t i = 0; i < n; i++)
        times = times_with(times, t[i]);
    return detectable(needs, times, sd);
}

struct detectable detect_slope_every_year(struct detect_needs *needs, size_t n, double sd)
{
    struct times times = {0};
    for (size_t i = 0; i < n; i++)
        times = times_with(times, (double)i);
    return detectable(needs, times, sd);
}

struct first_year detect_first_year(struct detect_needs *needs, const double *t, size_t n,
                                    const struct pace *pace)
{
    /* no number of years needs less than where the spread is known */
    double least = normal_quantile(0.5 + needs->confidence / 2) + normal_quantile(needs->power);
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
        if (ncp >= least && ncp >= detect_need(needs, times.n - 2))
            return (struct first_year){true, n + ahead, time};
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
