/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * When a gap would be closed if it goes on as it has, how fast it closes, and who moves. All of it
 * extends a straight line; say so where it is shown.
 */
#ifndef PEJLING_STATS_PARITY_H
#define PEJLING_STATS_PARITY_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/stats/estimate.h"
#include "pejling/stats/line.h"

enum fieller_set {
    FIELLER_NONE,      /* no errors to make a set from */
    FIELLER_FINITE,    /* lower to upper */
    FIELLER_EXCLUSIVE, /* everything but what lies between lower and upper */
    FIELLER_WHOLE_LINE /* everything: no time is ruled out */
};

/* A straight line a + b u with the variances of a and b and their covariance. */
struct fieller_line {
    double a, b;
    double variance_a, covariance, variance_b;
};

struct fieller {
    enum fieller_set set;
    bool has_zero;
    double zero; /* -a/b */
    bool has_g;
    double g;            /* c^2 variance_b / b^2; below 1 exactly where the set is finite */
    double lower, upper; /* 0 unless the set has them */
};

/*
 * fieller_zero(line, c): the u with (a + b u)^2 <= c^2 Var(a + b u), c a quantile of Student's t:
 * between, or outside, the roots of
 *   (b^2 - c^2 Vbb) u^2 + 2 (ab - c^2 Vab) u + (a^2 - c^2 Vaa) = 0
 * (Fieller 1954, J. R. Stat. Soc. B 16:175). An exact line has the one point -a/b. No zero where
 * b = 0.
 */
struct fieller fieller_zero(const struct fieller_line *line, double c);

struct parity {
    struct line line;       /* least squares through the gaps */
    double first, last;     /* fitted gap at the first and the last time */
    bool closing;           /* the fitted line runs towards zero at the origin */
    bool crossed;           /* it has passed zero between the first and the last time */
    struct fieller fieller; /* u in years from the origin, possibly negative */
    struct estimate years;  /* what may be shown; METHOD_FIELLER */
    double horizon;         /* 2 (last time - first time) */
    bool beyond_horizon;    /* years lies beyond it: show "more than" the horizon */
    struct estimate change; /* of |gap| over the window, |last| - |first|: a point */
    struct estimate
        closing_rate; /* 100 (|first| - |last|)/(|first| (t_n - t_1)): per cent a year */
};

/*
 * parity_fit(t, gap, n, origin, confidence): from the least-squares line with Student's t on n - 2.
 * `years` is -a/b, a the fitted gap at the origin (the last year), with Fieller's set where that is
 * finite, its lower end 0 at least. It is undefined for the line's reason, (TOO_FEW_YEARS) for
 * fewer than three points, (NOT_CLOSING) where the line does not run towards zero, and (UNBOUNDED)
 * where the set is not finite: the slope is not distinct from 0. Never a negative wait. The caller
 * shows it under the verdict "narrowing" only. `change` and `closing_rate` are undefined with the
 * slope, the rate also (NOT_APPLICABLE) from a gap of 0.
 */
struct parity parity_fit(const double *t, const double *gap, size_t n, double origin,
                         double confidence);

/* Who closes or opens a gap. */
struct mechanism {
    double gap_slope; /* area_slope - rest_slope */
    bool area_toward; /* the area moves towards the rest */
    bool rest_toward; /* the rest moves towards the area */
};

/*
 * mechanism_split(gap, area_slope, rest_slope): for a gap (area minus rest) of that sign at the
 * start. Fitted to the same periods, least-squares slopes satisfy the first line exactly. With a
 * gap of 0 there is no towards.
 */
struct mechanism mechanism_split(double gap, double area_slope, double rest_slope);

#endif
