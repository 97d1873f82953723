/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The line through a series whose yearly errors have known variances and a known correlation: the
 * work-horse of both engines (statistics.md B9). No matrix is formed: see the source.
 */
#ifndef PEJLING_STATS_GLS_LINE_H
#define PEJLING_STATS_GLS_LINE_H

#include <stddef.h>

#include "pejling/base/reason.h"

/* A series on real time: x in years, y, and the variance of each y. */
struct gls_points {
    const double *x, *y, *variance;
    size_t n;
};

/* Everything is 0 unless `reason` is REASON_NONE. */
struct gls_line {
    enum reason reason;
    double mean_x;         /* the plain mean of x; the line is level + slope (x - mean_x) */
    double level, slope;   /* slope per unit of x */
    double level_variance; /* of the level: (X' V^-1 X)^-1, the errors' size taken as known */
    double slope_variance; /* of the slope, likewise */
    double covariance;     /* of the two */
    double q;              /* e' V^-1 e, chi-squared on n - 2 where V is right */
};

/*
 * gls_line_fit(points, rho, extra): generalised least squares (Aitken 1935, Proc. R. Soc. Edinb.
 * 55:42), y = level + slope (x - mean_x), with
 *   V_ij = sqrt((v_i + extra)(v_j + extra)) rho^|x_i - x_j|
 * where 0 <= rho < 1 is the correlation of two errors a year apart and extra >= 0 a variance
 * between years, added to each v. With rho = 0 it is the line weighted by 1/(v + extra). Residuals
 * that are nothing but rounding count as none: q is then 0.
 * Undefined (TOO_FEW_YEARS) for fewer than two points, all x equal, or an x that does not rise
 * where rho > 0, (NO_SPREAD) for a variance v below 0 or a v + extra of 0, (NOT_APPLICABLE) for
 * rho outside [0, 1) or a y that is not finite.
 */
struct gls_line gls_line_fit(const struct gls_points *points, double rho, double extra);

/*
 * gls_line_near(points, rho, extra, near): the same line in one pass, from one that lies near it,
 * such as that with a little less extra variance: as exact as `near` is close. For points, a rho
 * and an extra variance that gls_line_fit has a line for; undefined (TOO_FEW_YEARS) where the
 * variances are too large or too small to be told apart.
 */
struct gls_line gls_line_near(const struct gls_points *points, double rho, double extra,
                              const struct gls_line *near);

/* gls_line_at(line, x): the fitted value at x. */
double gls_line_at(const struct gls_line *line, double x);

#endif
