/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/heterogeneity.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sf_gamma.h>
#include <math.h>

#define AS_PROBABLE (1 + 1e-7) /* tables that are equally probable, but for rounding */
#define LARGEST_EXACT 1e5      /* persons in a group; the sum over tables takes long beyond */

/* --- slopes ----------------------------------------------------------------------------------- */
static enum reason slope_fault(const struct area_slope *areas, size_t n)
{
    if (n < 2)
        return REASON_INCOMPLETE;
    for (size_t i = 0; i < n; i++) {
        double variance = areas[i].standard_error * areas[i].standard_error;
        if (!(areas[i].standard_error > 0) || !(variance > 0) || !isfinite(1 / variance) ||
            !isfinite(variance) || !isfinite(areas[i].slope))
            return REASON_NO_SPREAD;
    }
    return REASON_NONE;
}

static double weight_of(const struct area_slope *area)
{
    return 1 / (area->standard_error * area->standard_error);
}

static void add_welch(struct slope_heterogeneity *result, const struct area_slope *areas, size_t n)
{
    double k = (double)n, sum = 0;
    for (size_t i = 0; i < n; i++) {
        if (!(areas[i].df > 0))
            return;
        double rest = 1 - weight_of(&areas[i]) * result->pooled_error * result->pooled_error;
        sum += rest * rest / areas[i].df;
    }
    result->has_welch = true;
    result->welch_f = result->q / (k - 1) / (1 + 2 * (k - 2) * sum / (k * k - 1));
    result->welch_df = sum > 0 ? (k * k - 1) / (3 * sum) : HUGE_VAL;
    result->welch_p = isinf(result->welch_df)
                          ? result->p
                          : gsl_cdf_fdist_Q(result->welch_f, k - 1, result->welch_df);
}

struct slope_heterogeneity heterogeneity_of_slopes(const struct area_slope *areas, size_t n)
{
    struct slope_heterogeneity result = {.reason = slope_fault(areas, n)};
    if (result.reason != REASON_NONE)
        return result;
    double weights = 0, sum = 0;
    for (size_t i = 0; i < n; i++) {
        weights += weight_of(&areas[i]);
        sum += weight_of(&areas[i]) * (areas[i].slope - areas[0].slope);
    }
    result.pooled = areas[0].slope + sum / weights;
    result.pooled_error = 1 / sqrt(weights);
    for (size_t i = 0; i < n; i++) {
        double off = areas[i].slope - result.pooled;
        result.q += weight_of(&areas[i]) * off * off;
    }
    result.df = (double)n - 1;
    result.p = gsl_cdf_chisq_Q(result.q, result.df);
    add_welch(&result, areas, n);
    return result;
}

struct pooled_gap_slope heterogeneity_pooled_gap(const struct area_slope *areas, size_t n,
                                                 double rest_error)
{
    struct slope_heterogeneity own = heterogeneity_of_slopes(areas, n);
    struct pooled_gap_slope pooled = {.reason = own.reason};
    double variance = own.pooled_error * own.pooled_error, squares = 0;
    for (size_t i = 0; i < n && pooled.reason == REASON_NONE; i++) {
        double part = weight_of(&areas[i]) * variance;
        squares += part * part;
        if (!(rest_error >= 0) || rest_error > areas[i].standard_error)
            pooled.reason = REASON_NO_SPREAD;
    }
    if (pooled.reason != REASON_NONE)
        return pooled;
    pooled.slope = own.pooled;
    pooled.standard_error = sqrt(variance + rest_error * rest_error * (1 - squares));
    return pooled;
}

struct difference_test heterogeneity_of_pair(struct area_slope a, struct area_slope b,
                                             double confidence)
{
    const struct area_slope slopes[] = {a, b};
    struct mean means[2];
    struct difference_test test = {
        .difference = estimate_point(METHOD_WELCH_SLOPES, a.slope - b.slope, REASON_NO_SPREAD)};
    if (slope_fault(slopes, 2) || !(a.df > 0) || !(b.df > 0) || isinf(a.df) || isinf(b.df))
        return test;
    for (size_t i = 0; i < 2; i++) { /* a mean of df + 1 with the same error has the same df */
        double n = slopes[i].df + 1;
        means[i] = (struct mean){slopes[i].slope, n, slopes[i].standard_error * sqrt(n)};
    }
    test = difference_welch_test(means[0], means[1], confidence);
    test.difference.method = METHOD_WELCH_SLOPES;
    return test;
}

/* --- levels ----------------------------------------------------------------------------------- */
/* The margins of a table of three areas, smallest group first, counting the rarer of the two. */
struct margins {
    unsigned n[HETEROGENEITY_EXACT_AREAS], total, with;
};

static double log_choose(unsigned n, unsigned k)
{
    return gsl_sf_lnchoose(n, k);
}

static double log_probability(const struct margins *m, unsigned first, unsigned second)
{
    return log_choose(m->n[0], first) + log_choose(m->n[1], second) +
           log_choose(m->n[2], m->with - first - second) - log_choose(m->total, m->with);
}

static double sum_no_more_probable(const struct margins *m, double observed)
{
    double limit = observed + log(AS_PROBABLE), sum = 0;
    for (unsigned first = 0; first <= m->n[0] && first <= m->with; first++)
        for (unsigned second = 0; second <= m->n[1] && first + second <= m->with; second++) {
            if (m->with - first - second > m->n[2])
                continue;
            double probability = log_probability(m, first, second);
            if (probability <= limit)
                sum += exp(probability);
        }
    return fmin(1, sum);
}

/* Of a value that is 0 or more. */
static bool is_count(double value)
{
    return value <= LARGEST_EXACT && fabs(value - round(value)) <= 0;
}

static void sort_by_size(struct area_count areas[HETEROGENEITY_EXACT_AREAS])
{
    for (size_t i = 1; i < HETEROGENEITY_EXACT_AREAS; i++)
        for (size_t j = i; j > 0 && areas[j].n < areas[j - 1].n; j--) {
            struct area_count larger = areas[j - 1];
            areas[j - 1] = areas[j];
            areas[j] = larger;
        }
}

static void add_exact(struct level_heterogeneity *result, const struct area_count *areas, size_t n)
{
    if (n > HETEROGENEITY_EXACT_AREAS)
        return;
    struct area_count sorted[HETEROGENEITY_EXACT_AREAS] = {{0, 0}};
    double with = 0, total = 0;
    for (size_t i = 0; i < n; i++) {
        if (!is_count(areas[i].x) || !is_count(areas[i].n))
            return;
        sorted[i] = areas[i];
        with += areas[i].x;
        total += areas[i].n;
    }
    sort_by_size(sorted);
    struct margins margins = {.total = (unsigned)total, .with = (unsigned)fmin(with, total - with)};
    unsigned counts[HETEROGENEITY_EXACT_AREAS];
    for (size_t i = 0; i < HETEROGENEITY_EXACT_AREAS; i++) {
        margins.n[i] = (unsigned)sorted[i].n;
        counts[i] = (unsigned)(with <= total - with ? sorted[i].x : sorted[i].n - sorted[i].x);
    }
    result->has_exact = true;
    result->exact_p =
        sum_no_more_probable(&margins, log_probability(&margins, counts[0], counts[1]));
}

static enum reason level_fault(const struct area_count *areas, size_t n)
{
    if (n < 2)
        return REASON_INCOMPLETE;
    for (size_t i = 0; i < n; i++) {
        if (!(areas[i].n > 0))
            return REASON_NO_DENOMINATOR;
        if (!(areas[i].x >= 0) || !(areas[i].x <= areas[i].n) || !isfinite(areas[i].n))
            return REASON_INCONSISTENT_INPUT;
    }
    return REASON_NONE;
}

struct level_heterogeneity heterogeneity_of_levels(const struct area_count *areas, size_t n)
{
    struct level_heterogeneity result = {.reason = level_fault(areas, n)};
    if (result.reason != REASON_NONE)
        return result;
    double with = 0, total = 0, smallest = HUGE_VAL;
    for (size_t i = 0; i < n; i++) {
        with += areas[i].x;
        total += areas[i].n;
        smallest = fmin(smallest, areas[i].n);
    }
    if (!(with > 0) || !(with < total))
        return (struct level_heterogeneity){.reason = REASON_NO_VARIATION};
    double share = with / total;
    result.smallest_expected = smallest * fmin(share, 1 - share);
    for (size_t i = 0; i < n; i++) {
        double off = areas[i].x - areas[i].n * share;
        result.chi_squared += off * off / (areas[i].n * share * (1 - share));
    }
    result.df = (double)n - 1;
    result.p = gsl_cdf_chisq_Q(result.chi_squared, result.df);
    if (result.smallest_expected < HETEROGENEITY_EXPECTED)
        add_exact(&result, areas, n);
    return result;
}

struct level_heterogeneity heterogeneity_of_rates(const struct area_count *areas, size_t n)
{
    struct level_heterogeneity result = {.reason = n < 2 ? REASON_INCOMPLETE : REASON_NONE};
    double events = 0, exposure = 0, smallest = HUGE_VAL;
    for (size_t i = 0; i < n && !result.reason; i++) {
        if (!(areas[i].n > 0))
            result.reason = REASON_NO_DENOMINATOR;
        else if (!(areas[i].x >= 0) || !isfinite(areas[i].x) || !isfinite(areas[i].n))
            result.reason = REASON_INCONSISTENT_INPUT;
        events += areas[i].x;
        exposure += areas[i].n;
        smallest = fmin(smallest, areas[i].n);
    }
    if (!result.reason && !(events > 0))
        result.reason = REASON_NO_VARIATION;
    if (result.reason)
        return result;
    result.smallest_expected = smallest * events / exposure;
    for (size_t i = 0; i < n; i++) {
        double expected = areas[i].n * events / exposure;
        result.chi_squared += (areas[i].x - expected) * (areas[i].x - expected) / expected;
    }
    result.df = (double)n - 1;
    result.p = gsl_cdf_chisq_Q(result.chi_squared, result.df);
    return result;
}
