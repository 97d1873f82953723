/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Trends on the logit and log scale by quasi-likelihood: companions of the additive slope, in per
 * cent a year, with the years' spread about the line, not the counts alone, as their noise.
 */
#ifndef PEJLING_STATS_GLM_H
#define PEJLING_STATS_GLM_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/stats/estimate.h"

enum glm_family {
    GLM_BINOMIAL, /* events of `base` persons: logit of the share */
    GLM_POISSON   /* events in `base` person-years: log of the rate */
};

/* One series: events x, persons or person-years, and time. No element may be missing. */
struct glm_series {
    const double *events, *base, *t;
    size_t n;
};

/* A test of a slope that takes the dispersion as it is, also below 1. */
struct quasi_test {
    bool there;
    double standard_error; /* model_error sqrt(dispersion) */
    double t, df, p;       /* t is 0 where slope and error both are */
};

struct glm_trend {
    struct estimate
        slope;            /* log odds or log rate per unit of t; interval with floored dispersion */
    double level, mean_t; /* the linear predictor is level + slope (t - mean_t) */
    double model_error;   /* of the slope with dispersion 1 */
    double pearson;       /* sum of (x - m)^2 / variance of the family at m */
    double deviance;
    double dispersion;    /* pearson / (n - 2); meaningful with quasi.there, as the next three */
    double floored_error; /* model_error sqrt(max(1, dispersion)): what the interval uses */
    double floored_p;     /* two-sided, Student's t on n - 2, by floored_error */
    struct quasi_test quasi;
};

/*
 * glm_trend_fit(family, series, confidence): logit p = a + b t or log(x/base) = a + b t by maximum
 * likelihood (Fisher scoring; McCullagh & Nelder 1989, ch. 2), dispersion = Pearson's X^2/(n - 2)
 * (Wedderburn 1974, Biometrika 61:439), interval b -+ t(n - 2) se sqrt(max(1, dispersion)).
 * 100 (exp(b) - 1) is the change of odds or rate in per cent per unit of t. At the solution
 * sum(x - m) = 0 and sum t (x - m) = 0. A constant share or rate has slope 0, dispersion 0 and
 * p = 1. With two points the slope is a point (TOO_FEW_YEARS). Undefined, and all else 0:
 * (TOO_FEW_YEARS) for fewer points or a single time, (NO_DENOMINATOR) for a base <= 0,
 * (INCONSISTENT_INPUT) for x outside 0..base (Poisson: below 0), (NO_EVENTS), (ALL_EVENTS), and
 * (SEPARATION) where the likelihood grows with the slope without end: with GLM_BINOMIAL when all
 * events come at or after all non-events, or the reverse; with GLM_POISSON when all events lie in
 * the first or the last time; and where a fitted logit passes 15. Use the additive slope then.
 */
struct glm_trend glm_trend_fit(enum glm_family family, const struct glm_series *series,
                               double confidence);

/* glm_trend_at(trend, t): the fitted log odds or log rate; NaN where the slope is undefined. */
double glm_trend_at(const struct glm_trend *trend, double t);

struct glm_gap {
    struct estimate slope; /* area's slope minus the rest's; interval with floored dispersion */
    struct glm_trend area, rest;
    double model_error;              /* sqrt of the sum of the two squared */
    double dispersion;               /* (X^2 of area + of rest) / (n_area + n_rest - 4) */
    double floored_error, floored_p; /* as in glm_trend, on n_area + n_rest - 4 */
    struct quasi_test quasi;
};

/*
 * glm_gap_fit(family, area, rest, confidence): the interaction group x time of one model with a
 * line for each group, which is the difference of two separate fits with their dispersion pooled.
 * Large rests dominate that dispersion; so this is an illustration, and no test of the verdict.
 * Undefined as soon as one of the two is, for its reason; a point (TOO_FEW_YEARS) where the two
 * have four points together.
 */
struct glm_gap glm_gap_fit(enum glm_family family, const struct glm_series *area,
                           const struct glm_series *rest, double confidence);

struct cochran_armitage {
    enum reason reason; /* REASON_NONE, or why the two are 0 */
    double chi_squared, p;
};

/*
 * cochran_armitage(series): chi-squared for trend in shares on 1 df (Cochran 1954, Biometrics
 * 10:417; Armitage 1955, Biometrics 11:375), N = sum n, R = sum x,
 *   N (N sum x t - R sum n t)^2 / (R (N - R) (N sum n t^2 - (sum n t)^2)):
 * the score test of slope 0 in GLM_BINOMIAL with dispersion 1. It trusts binomial error alone, and
 * so finds trends in ordinary variation between years. Undefined as glm_trend_fit, but defined
 * under separation.
 */
struct cochran_armitage cochran_armitage(const struct glm_series *series);

#endif
