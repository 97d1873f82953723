/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a series could have shown: the smallest slope that a t test would find, and from when on a
 * slope like the present one can be told from none. This is what stands beside "not determinable".
 */
#ifndef PEJLING_STATS_DETECT_H
#define PEJLING_STATS_DETECT_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/base/arena.h"
#include "pejling/stats/estimate.h"

#define DETECT_POWER 0.8   /* by custom, and B12 */
#define DETECT_HORIZON 100 /* years ahead that detect_first_year looks */

/*
 * noncentral_t_below(t, df, ncp): P(T <= t), T Student's t with df > 0 degrees of freedom about
 * ncp: the mean of Phi(t sqrt(w/df) - ncp) over chi-squared w, summed over equal steps of log w
 * (GSL has no such function). Right to about 1e-14 for 0.3 <= df <= 1000 and ncp up to 20.
 */
double noncentral_t_below(double t, double df, double ncp);

/*
 * detect_power(ncp, df, confidence): the probability that a t test at that level finds a slope
 * whose size is ncp of its standard errors, in its own direction: P(T > t(1 - a/2; df)). The chance
 * of finding the opposite is not counted.
 */
double detect_power(double ncp, double df, double confidence);

/* detect_year_spread(variances, n, tau2): sqrt(mean v + tau2), a year's standard deviation about
 * the line; 0 for n = 0. */
double detect_year_spread(const double *variances, size_t n, double tau2);

/*
 * How many standard errors a slope must have to be found, by degrees of freedom: dear to work out,
 * the same for every series, and so kept. Any number of threads may ask at a time.
 */
struct detect_needs;

/*
 * detect_needs_new(arena, confidence, power): for a t test at that level with that power (0.5 to
 * 0.999).
 */
struct detect_needs *detect_needs_new(struct arena *arena, double confidence, double power);

/* detect_need(needs, df): detect_power(it, df, confidence) = power. */
double detect_need(struct detect_needs *needs, double df);

struct detectable {
    enum reason reason; /* REASON_NONE, or TOO_FEW_YEARS and all else 0 */
    double spread;      /* sqrt(sum of (t - mean t)^2) */
    double df;          /* n - 2 */
    double exact;       /* size of the slope found with that power, per unit of t */
    double approximate; /* (t(1 - a/2) + t(power)) sd / spread, both on n - 2 */
};

/*
 * detect_slope(needs, t, n, sd): the smallest slope that a t test on n - 2 finds with that power
 * where each year scatters about the line with standard deviation `sd` in the series' unit.
 * TOO_FEW_YEARS for n < 3, a single time or an sd that is not 0 or more.
 */
struct detectable detect_slope(struct detect_needs *needs, const double *t, size_t n, double sd);

/* detect_slope_every_year(needs, n, sd): the same for n consecutive years. */
struct detectable detect_slope_every_year(struct detect_needs *needs, size_t n, double sd);

/* Two means that are held against each other: how many figures each has, and of what spread. */
struct two_means {
    double sd;      /* a figure's standard deviation about its line, in the series' unit */
    size_t figures; /* in each mean, 1 or more */
    double df;      /* that sd is known with; HUGE_VAL: known, from chance within the years */
};

/*
 * detect_change(means, confidence, power): the smallest difference of two means that is found with
 * that power (0.5 to 0.999), where the figures in them are independent:
 *   (t(1 - a/2; df) + t(power; df)) sd sqrt(2/figures).
 * METHOD_POWER, or with a known sd METHOD_POWER_WITHIN. With one figure in each it is
 * detect_slope's approximate slope over the year between them. Years that resemble their neighbours
 * show less than that with more figures. Undefined (TOO_FEW_YEARS) for no figures, an sd that is
 * not 0 or more, or a df that is not positive.
 */
struct estimate detect_change(const struct two_means *means, double confidence, double power);

/* A pace that may or may not be found in time. */
struct pace {
    double slope, sd; /* per year; a year's standard deviation about the line */
};

struct first_year {
    bool there;     /* false: not within DETECT_HORIZON years, or the slope is 0 */
    size_t periods; /* how many there are by then */
    double time;    /* the last of them: t[n - 1] where the series suffices as it is */
};

/*
 * detect_first_year(needs, t, n, pace): "determinable in year Y if the present pace continues": the
 * smallest number of periods, one more each year after the last, in which a t test finds it with
 * the power of `needs`. t in the order of time.
 */
struct first_year detect_first_year(struct detect_needs *needs, const double *t, size_t n,
                                    const struct pace *pace);

#endif
