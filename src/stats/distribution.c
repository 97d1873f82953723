/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/distribution.h"

#include <float.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_version.h>
#include <math.h>
#include <stdbool.h>

#define HALVINGS 200
#define NEWTON_STEPS 200

const char *distribution_library(void)
{
    return gsl_version;
}

void distribution_start(void)
{
    gsl_set_error_handler_off();
}

double normal_quantile(double p)
{
    return gsl_cdf_ugaussian_Pinv(p);
}

double student_two_sided(double t, double df)
{
    double tail = isinf(df) ? gsl_cdf_ugaussian_Q(fabs(t)) : gsl_cdf_tdist_Q(fabs(t), df);
    return fmin(1, 2 * tail);
}

double normal_below(double x)
{
    return gsl_cdf_ugaussian_P(x);
}

double normal_two_sided(double z)
{
    return fmin(1, 2 * gsl_cdf_ugaussian_Q(fabs(z)));
}

double chi_squared_tail(double x, double df)
{
    return x > 0 ? gsl_cdf_chisq_Q(x, df) : 1;
}

/* A distribution with up to two parameters, by both its tails so that neither is 1 - the other. */
struct distribution {
    double (*below)(double x, const double *parameters);
    double (*above)(double x, const double *parameters);
    double parameters[2];
};

/* The x in [low, high] below which a share p lies; halves until the bracket cannot shrink. */
static double quantile(const struct distribution *d, double p, double low, double high)
{
    for (int i = 0; i < HALVINGS; i++) {
        double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high)
            break;
        bool too_low = p <= 0.5 ? d->below(middle, d->parameters) < p
                                : d->above(middle, d->parameters) > 1 - p;
        if (too_low)
            low = middle;
        else
            high = middle;
    }
    return low + (high - low) / 2;
}

static double chi_squared_below(double x, const double *parameters)
{
    return gsl_cdf_chisq_P(x, parameters[0]);
}

static double chi_squared_above(double x, const double *parameters)
{
    return gsl_cdf_chisq_Q(x, parameters[0]);
}

static double beta_below(double x, const double *parameters)
{
    return gsl_cdf_beta_P(x, parameters[0], parameters[1]);
}

static double beta_above(double x, const double *parameters)
{
    return gsl_cdf_beta_Q(x, parameters[0], parameters[1]);
}

/* Doubles `high` until at least a share p lies below it. */
static double upper_bracket(const struct distribution *d, double p, double high)
{
    while (d->above(high, d->parameters) > 1 - p && high < 1e300)
        high *= 2;
    return high;
}

/*
 * Newton's steps on the upper tail from a point above the root: the tail is convex there, so the
 * steps from below it never pass the root again, and only the first may; the bracket keeps that one.
 */
static double student_upper_quantile(double tail, double df)
{
    double low = 0, high = HUGE_VAL, t = gsl_cdf_ugaussian_Qinv(tail);
    for (int i = 0; i < NEWTON_STEPS; i++) {
        double excess = gsl_cdf_tdist_Q(t, df) - tail;
        if (excess > 0)
            low = t;
        else
            high = t;
        double next = t + excess / gsl_ran_tdist_pdf(t, df);
        if (!(next > low) || !(next < high))
            next = isfinite(high) ? low + (high - low) / 2 : 2 * t + 1;
        if (fabs(next - t) <= 2 * DBL_EPSILON * t)
            return next;
        t = next;
    }
    return t;
}

double student_quantile(double p, double df)
{
    double tail = fmin(p, 1 - p);
    double size = tail < 0.5 ? student_upper_quantile(tail, df) : 0;
    return p < 0.5 ? -size : size;
}

double chi_squared_quantile(double p, double df)
{
    struct distribution d = {chi_squared_below, chi_squared_above, {df, 0}};
    return quantile(&d, p, 0, upper_bracket(&d, p, df + 8));
}

double beta_quantile(double p, double a, double b)
{
    struct distribution d = {beta_below, beta_above, {a, b}};
    return quantile(&d, p, 0, 1);
}
