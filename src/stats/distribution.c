/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/distribution.h"

#include <float.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_version.h>
#include <math.h>
#include <stdbool.h>

#define HALVINGS 200
#define SUMMED_TAIL 1e-3
#define SUMMED_DF 200

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

static double beta_below(double x, const double *parameters)
{
    return gsl_cdf_beta_P(x, parameters[0], parameters[1]);
}

static double beta_above(double x, const double *parameters)
{
    return gsl_cdf_beta_Q(x, parameters[0], parameters[1]);
}

/* Newton's step; out of any bracket where the density is too small for one. */
static double step(double excess, double density)
{
    return density > 0 ? excess / density : HUGE_VAL;
}

struct tail {
    double above, density;
};

/*
 * Student's tail above t > 0 for whole df as a finite sum, and its density there (Abramowitz &
 * Stegun 1964, 26.7.3 and 26.7.4). The tail is 1 less a sum, so good to the last digits only where
 * it is not small.
 */
static struct tail student_sum(double t, double df)
{
    double angle = atan(t / sqrt(df)), c = cos(angle), s = sin(angle);
    bool odd = fmod(df, 2) > 0;
    double constant = odd ? 1 / M_PI : 0.5;
    double term = odd ? c : 1, sum = df > 1 ? term : 0;
    for (double i = odd ? 3 : 2; i <= df - 2; i += 2) {
        term *= c * c * (i - 1) / i;
        sum += term;
    }
    for (double i = odd ? 3 : 4; i <= df; i += 2)
        constant *= (i - 1) / (i - 2);
    double inside = odd ? 2 / M_PI * (angle + s * sum) : s * sum;
    return (struct tail){(1 - inside) / 2, constant / sqrt(df) * pow(c, df + 1)};
}

static struct tail student_any(double t, double df)
{
    return (struct tail){gsl_cdf_tdist_Q(t, df), gsl_ran_tdist_pdf(t, df)};
}

/*
 * Newton's steps on the upper tail. It is convex above 0, so that steps from below the root never
 * pass it; a step from above may, and the bracket catches it.
 */
static double student_upper_quantile(double tail, double df)
{
    bool summed = tail >= SUMMED_TAIL && df <= SUMMED_DF && !(df > floor(df));
    double low = 0, high = HUGE_VAL, t = gsl_cdf_ugaussian_Qinv(tail), last;
    do {
        last = t;
        struct tail here = summed ? student_sum(t, df) : student_any(t, df);
        double excess = here.above - tail;
        if (excess > 0)
            low = t;
        else
            high = t;
        t += step(excess, here.density);
        if (!(t > low) || !(t < high))
            t = isfinite(high) ? low + (high - low) / 2 : 2 * last + 1;
    } while (fabs(t - last) > 2 * DBL_EPSILON * t);
    return t;
}

double student_quantile(double p, double df)
{
    double tail = fmin(p, 1 - p);
    double size = tail < 0.5 ? student_upper_quantile(tail, df) : 0;
    return p < 0.5 ? -size : size;
}

/*
 * Newton's steps on the nearer tail from Wilson & Hilferty's (1931) approximation, kept within a
 * bracket that closes around the root.
 */
double chi_squared_quantile(double p, double df)
{
    double low = 0, high = HUGE_VAL, spread = 2 / (9 * df);
    double root = 1 - spread + gsl_cdf_ugaussian_Pinv(p) * sqrt(spread);
    double x = root > 0 ? df * root * root * root : DBL_EPSILON * df, last;
    do {
        last = x;
        /* how much too low: of the tail that is not close to 1 */
        double short_of = p <= 0.5 ? p - gsl_cdf_chisq_P(x, df) : gsl_cdf_chisq_Q(x, df) - (1 - p);
        if (short_of > 0)
            low = x;
        else
            high = x;
        x += step(short_of, gsl_ran_chisq_pdf(x, df));
        if (!(x > low) || !(x < high))
            x = isfinite(high) ? low + (high - low) / 2 : 2 * last + 1;
    } while (fabs(x - last) > 2 * DBL_EPSILON * x);
    return x;
}

double beta_quantile(double p, double a, double b)
{
    struct distribution d = {beta_below, beta_above, {a, b}};
    return quantile(&d, p, 0, 1);
}
