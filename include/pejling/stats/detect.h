/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a series could have shown: the smallest slope that a t test would find, and from when on a
 * slope like the present one can be told from none. This is what stands beside "not determinable".
 */
#ifndef PEJLING_STATS_DETECT_H
#define PEJLING_STATS_DETECT_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/stats/estimate.h"

#define DETECT_POWER 0.8   /* by custom, and B12 */
#define DETECT_HORIZON 100 /* years ahead that detect_first_year looks */

/*
 * noncentral_t_below(t, df, ncp): P(T <= t), T Student's t with df > 0 degrees of freedom about
 * ncp: the mean of Phi(t sqrt(w/df) - ncp) over chi-squared w, integrated by Simpson's rule (GSL
 * has no such function). Right to about 1e-10 for df >= 1.
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

struct detectable {
    enum reason reason; /* REASON_NONE, or TOO_FEW_YEARS and all else 0 */
    double spread;      /* sqrt(sum of (t - mean t)^2) */
    double df;          /* n - 2 */
    double exact;       /* size of the slope found with that power, per unit of t */
    double approximate; /* (t(1 - a/2) + t(power)) sd / spread, both on n - 2 */
};

/*
 * detect_slope(t, n, sd, confidence, power): the smallest slope that a t test on n - 2 finds with
 * that power (0.5 to 0.999) where each year scatters about the line with standard deviation `sd` in
 * the series' unit. TOO_FEW_YEARS for n < 3, a single time or an sd that is not 0 or more.
 */
struct detectable detect_slope(const double *t, size_t n, double sd, double confidence,
                               double power);

/* detect_slope_every_year(n, sd, confidence, power): the same for n consecutive years. */
struct detectable detect_slope_every_year(size_t n, double sd, double confidence, double power);

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
    double confidence, power;
};

struct first_year {
    bool there;     /* false: not within DETECT_HORIZON years, or the slope is 0 */
    size_t periods; /* how many there are by then */
    double time;    /* the last of them: t[n - 1] where the series suffices as it is */
    double power;   /* then */
};

/*
 * detect_first_year(t, n, pace): "determinable in year Y if the present pace continues": the
 * smallest number of periods, one more each year after the last, with at least that power. t in the
 * order of time.
 */
struct first_year detect_first_year(const double *t, size_t n, const struct pace *pace);

#endif
