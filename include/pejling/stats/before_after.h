/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A gap before and after a date (statistics.md B10): description, not proof. With three areas that
 * were chosen because they were extreme, and no others to compare with, no before-and-after test
 * has a p-value below 0.2 that means anything: the p-values here are for the one who checks the
 * sums, not for print. Say "changed after", never "because of"; and take for the time before at
 * least three years, none of them the one the areas were chosen by (regression to the mean).
 */
#ifndef PEJLING_STATS_BEFORE_AFTER_H
#define PEJLING_STATS_BEFORE_AFTER_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/stats/estimate.h"
#include "pejling/stats/line.h"

/*
 * exposure_after(from, to, date): the share of a measuring period, from..to on real time, that lies
 * after the date: 0 before, 1 after. Real time runs by days, so 92/365 and not a quarter of calendar
 * year 2021 lies after 1 October 2021. A status day (from = to) counts as after from the date itself on. Points with a share between 0 and 1 are
 * in transition: draw them hollow and leave them out of before_after.
 */
double exposure_after(double from, double to, double date);

/* One contrast of before and after. */
struct change {
    struct estimate estimate; /* METHOD_BEFORE_AFTER, or no value and why */
    double standard_error;    /* by the scatter of the years about the model */
    double known_error;       /* by chance within the years alone; 0 where not known */
    double df;                /* of the first: years less parameters */
    bool has_p;
    double p; /* two-sided, Student's t of the first */
};

/* `level`, `slope` and `slope_may_be_shown` are read by the reference cases only. */
struct before_after {
    size_t before, after;                  /* points on each side */
    struct change before_mean, after_mean; /* their means, by the scatter of both sides together */
    struct change mean;                    /* mean after less mean before */
    struct change step;                    /* the jump, given one slope for both sides */
    struct change level;     /* the jump at the first point after, given a slope for each side */
    struct change slope;     /* slope after less slope before, per year */
    bool slope_may_be_shown; /* two points or more on each side, and 8 in all */
    struct line
        before_line; /* through the points before: a passed test of its slope shows nothing */
    struct estimate largest_yearly_change; /* before, in size, per year; a point */
    size_t placebo_dates;                  /* dates that leave two points or more on each side */
    struct estimate placebo_share; /* of them with a mean change as large as the real date's */
    struct estimate breakdown;     /* see before_after; below 1: could be ordinary drift */
};

/*
 * before_after(x, gap, variance, n, before, confidence): of n points on real time x, rising, the
 * first `before` lie before the date. `variance` of each gap by chance within the year, or NULL.
 * Least squares with the models 1 + after, 1 + x + after, (1 + x) * after; intervals
 * estimate -+ max(t(1 - a/2; df) standard_error, z known_error): chance within the years is the
 * floor, as in engine A. The means of the sides have theirs by the first model.
 *
 * A change without degrees of freedom is a point (TOO_FEW_YEARS); it is undefined (TOO_FEW_BEFORE,
 * TOO_FEW_AFTER) without a point, for level and slope without two points, on that side, and for
 * step and slopes (TOO_FEW_YEARS) where all x of a side fall together or x does not rise.
 * placebo_share is undefined, likewise, where the real date does not leave two points on each side;
 * it cannot fall below 1 / placebo_dates. slope_may_be_shown says whether the change of slope
 * answers anything at this length (it hardly ever does).
 *
 * The breakdown value is Rambachan & Roth's (2023, Rev. Econ. Stud. 90:2555) relative magnitude, in
 * simple form: were the gap to drift after the date by as much as its largest yearly change before,
 * the mean change would be off by at most that times the years from the last point before to the
 * mean of those after, (after + 1) / 2 in a series with a point each year;
 *   breakdown = max(0, |mean| - half width)
 *             / (largest_yearly_change (mean x after - last x before)).
 * Undefined (NO_VARIATION) where the gap did not move before, and where either part is.
 */
struct before_after before_after(const double *x, const double *gap, const double *variance,
                                 size_t n, size_t before, double confidence);

#define PLACEBO_SIDE 2 /* points that a date that is tried leaves on each side, at least */

/*
 * placebo_change(gap, n, before): the mean change were the date after the first `before` points:
 * before_after's `mean` at any other date, 0 < before < n. All dates with PLACEBO_SIDE points or
 * more on each side make the placebo distribution, from PLACEBO_SIDE to n - PLACEBO_SIDE, the real
 * date one of them; `placebo_share` says where in it the real date stands.
 */
double placebo_change(const double *gap, size_t n, size_t before);

/* x events among n persons. */
struct counted {
    double x, n;
};

struct difference_in_differences {
    enum reason reason;    /* why the rest is 0 */
    double value;          /* (area after - area before) - (rest after - rest before) */
    double standard_error; /* sqrt(sum p (1 - p) / n): chance within the years alone */
    bool has_z;
    double z; /* value / standard_error: too large whenever years vary by more than chance */
};

/*
 * difference_in_differences(area_before, area_after, rest_before, rest_after): of four shares.
 * Undefined (NO_DENOMINATOR) for an n <= 0, (INCONSISTENT_INPUT) for x outside 0 to n.
 */
struct difference_in_differences difference_in_differences(struct counted area_before,
                                                           struct counted area_after,
                                                           struct counted rest_before,
                                                           struct counted rest_after);

#endif
