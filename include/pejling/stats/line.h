/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The least-squares line through a short series on real time. */
#ifndef PEJLING_STATS_LINE_H
#define PEJLING_STATS_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/stats/estimate.h"

struct line {
    struct estimate slope;  /* per unit of x; METHOD_OLS_T */
    double mean_x, mean_y;  /* the line passes through them */
    double sxx;             /* sum of (x - mean_x)^2 */
    double standard_error;  /* of the slope; meaningful with an interval only, as the next two */
    double residual_spread; /* sqrt(residual sum of squares / (n - 2)) */
    double r_squared; /* share of y's sum of squares that the line takes; 1 where y is constant */
    size_t n;
    bool has_p;
    double p; /* two-sided, for slope 0 */
};

/*
 * line_fit(x, y, n, confidence): ordinary least squares, y = a + b x, with x centred. The interval
 * is b -+ t(1 - a/2; n - 2) se(b), se from the residuals (Legendre 1805; Student 1908). Two points
 * or more with n >= 3 for an interval and a p-value: with two the slope is a point (TOO_FEW_YEARS),
 * with fewer, or all x equal, it is undefined (TOO_FEW_YEARS). A constant series has slope 0 and
 * p = 1; a line without residuals and with a slope has an interval without width and p = 0.
 */
struct line line_fit(const double *x, const double *y, size_t n, double confidence);

/* line_at(line, x): the fitted value at x. */
double line_at(const struct line *line, double x);

/*
 * line_error_at(line, x): the standard error of the fitted value,
 * s sqrt(1/n + (x - mean_x)^2/sxx); of the intercept at x = 0. Meaningful with an interval only.
 */
double line_error_at(const struct line *line, double x);

/*
 * line_predict(line, x, confidence): the next observation at x if it comes from the same line, with
 * the prediction interval
 *   y(x) -+ t(1 - a/2; n - 2) s sqrt(1 + 1/n + (x - mean_x)^2/sxx)
 * (Draper & Smith 1998, Applied Regression Analysis, 3rd ed., section 3.1): METHOD_OLS_PREDICTION.
 * Without an interval, and undefined, as the slope is.
 */
struct estimate line_predict(const struct line *line, double x, double confidence);

#endif
