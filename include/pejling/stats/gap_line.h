/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Engine A (statistics.md B9.2): the slope of one gap series, area minus rest, with an interval
 * that stands up both to chance within the years and to chance between them, and to neighbouring
 * years that resemble each other. Four intervals, of two lines at two correlations, each with the
 * one weakness that another has not; the verdict uses their union. Every step is in the result, for
 * `explain`. Call gap_share_variances, gap_rate_variances or gap_mean_variance first, then
 * gap_line_fit.
 */
#ifndef PEJLING_STATS_GAP_LINE_H
#define PEJLING_STATS_GAP_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/base/moments.h"
#include "pejling/stats/estimate.h"
#include "pejling/stats/gls_line.h"

/* The correlation that neighbouring years are taken to have when it is not known. */
#define GAP_RHO_FLOW 0.3  /* events or new cohorts each year */
#define GAP_RHO_STOCK 0.5 /* mostly the same people each year */

/* Counts behind a gap series; no element may be missing. */
struct gap_counts {
    const double *area_events, *area_base, *rest_events, *rest_base;
    size_t n;
};

/*
 * gap_share_variances(counts, variances): into `variances`, one for each period, what chance within
 * the year makes of a difference of shares, by the share of all periods together so that weights do
 * not follow the noise (B7): p = (sum x + 1/2)/(sum n + 1) for each of the two,
 * v = p_area (1 - p_area)/n_area + p_rest (1 - p_rest)/n_rest. Bases must be positive.
 */
void gap_share_variances(const struct gap_counts *counts, double *variances);

/* gap_rate_variances(counts, variances): of rates; l = (sum x + 1/2)/sum e, v = l/e, added. */
void gap_rate_variances(const struct gap_counts *counts, double *variances);

/* gap_mean_variance(area, rest): of means in one period, s^2/n added; 0 where one is not known. */
double gap_mean_variance(struct mean area, struct mean rest);

/* Half of an interval's width, at the confidence asked for and at the one for equivalence. */
struct half_widths {
    double full, equivalence;
};

/* (i) The line whose errors are those within the years, and their size known. */
struct gap_known {
    bool there;           /* false where a variance is 0: the year's own error is not known */
    struct gls_line line; /* extra variance 0 */
    double standard_error, z, p;
    double scaled_error; /* standard_error sqrt(q/(n - 2)), were only the variances' ratios known */
    struct half_widths half;
};

/* (ii) The line whose years vary beyond that, by as much as the residuals say. */
struct gap_random {
    bool there;            /* false below three points: a line, but no error */
    struct gls_line line;  /* with extra variance tau2 */
    double tau2;           /* between years: 0 if Q(0) <= n - 2, else the root of Q(tau2) = n - 2 */
    double factor;         /* Q(tau2)/(n - 2), Knapp and Hartung's; 1 where tau2 > 0 */
    double standard_error; /* sqrt(factor line.slope_variance): not floored */
    double floored_error;  /* sqrt(max(1, factor) line.slope_variance), for comparison only */
    double df, t, p;       /* n - 2; t is 0 where the standard error is */
    struct half_widths half;
};

/*
 * Both lines through y on x (years) with the variances given and errors correlated rho^|x_i - x_j|:
 *  (i) generalised least squares, b -+ z se;
 *  (ii) variances v + tau2, tau2 by Paule & Mandel (1982, J. Res. Natl. Bur. Stand. 87:377);
 *    b -+ t(1 - a/2; n - 2) se, se after Knapp & Hartung (2003, Statist. Med. 22:2693).
 * The equivalence widths are those at confidence 2c - 1 (0.90 for 0.95), for two one-sided tests
 * (Schuirmann 1987). With all v = 0 there is no (i), and (ii) at rho = 0 is least squares with
 * Student's t. Residuals and slopes that are nothing but rounding count as none. The reason is that
 * of gls_line_fit.
 */
struct gap_fit {
    enum reason reason; /* REASON_NONE, or why there is neither */
    double rho;
    struct gap_known known;
    struct gap_random random;
    double half_width; /* the larger of the two full ones: 0 where there is neither */
};

/* gap_variance_between_years(points, rho): tau2 of (ii) alone; 0 where there is no (ii). */
double gap_variance_between_years(const struct gls_points *points, double rho);

struct gap_line {
    struct estimate slope;  /* (ii) at rho = 0, with the union of the four; METHOD_ENGINE_A */
    double equivalence[2];  /* lower and upper of the union of the four equivalence intervals */
    double p;               /* the largest of the four; with an interval only, as equivalence */
    double first, last;     /* fitted by (ii) at rho = 0, at the first and last x */
    struct gap_fit fits[2]; /* at rho = 0 and at the stress value */
};

/*
 * gap_line_fit(points, rho, confidence): engine A with the stress value GAP_RHO_FLOW or
 * GAP_RHO_STOCK, or another 0 <= rho < 1. The known-variance interval is the floor under a lucky
 * fit, the t interval covers years that vary for reasons of their own. A point (TOO_FEW_YEARS) with
 * two points, undefined for the reason of the fits; whether a series is long enough for a verdict
 * is not asked here.
 */
struct gap_line gap_line_fit(const struct gls_points *points, double rho, double confidence);

#endif
