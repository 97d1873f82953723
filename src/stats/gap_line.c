/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/gap_line.h"

#include <math.h>

#include "pejling/stats/distribution.h"
#include "pejling/stats/root.h"

#define CLOSE 1e-15    /* of what is sought: the last bits */
#define ROUNDING 1e-13 /* of a line's size, that it may move by without a slope */

static double sum(const double *values, size_t n)
{
    double total = 0;
    for (size_t i = 0; i < n; i++)
        total += values[i];
    return total;
}

void gap_share_variances(const struct gap_counts *counts, double *variances)
{
    size_t n = counts->n;
    double area = (sum(counts->area_events, n) + 0.5) / (sum(counts->area_base, n) + 1);
    double rest = (sum(counts->rest_events, n) + 0.5) / (sum(counts->rest_base, n) + 1);
    for (size_t i = 0; i < n; i++)
        variances[i] =
            area * (1 - area) / counts->area_base[i] + rest * (1 - rest) / counts->rest_base[i];
}

void gap_rate_variances(const struct gap_counts *counts, double *variances)
{
    size_t n = counts->n;
    double area = (sum(counts->area_events, n) + 0.5) / sum(counts->area_base, n);
    double rest = (sum(counts->rest_events, n) + 0.5) / sum(counts->rest_base, n);
    for (size_t i = 0; i < n; i++)
        variances[i] = area / counts->area_base[i] + rest / counts->rest_base[i];
}

double gap_mean_variance(struct mean area, struct mean rest)
{
    if (!(area.n > 0) || !(rest.n > 0) || !(area.spread >= 0) || !(rest.spread >= 0))
        return 0;
    return area.spread * area.spread / area.n + rest.spread * rest.spread / rest.n;
}

/* The line, where an exact one that only rounding tilts is level. */
static struct gls_line levelled(struct gls_line line, const struct gls_points *points)
{
    if (line.reason != REASON_NONE || line.q > 0)
        return line;
    double size = 0, far = 0;
    for (size_t i = 0; i < points->n; i++) {
        size = fmax(size, fabs(points->y[i]));
        far = fmax(far, fabs(points->x[i] - line.mean_x));
    }
    if (fabs(line.slope) * far <= ROUNDING * size)
        line.slope = 0;
    return line;
}

static struct gls_line fit_line(const struct gls_points *points, double rho, double extra)
{
    return levelled(gls_line_fit(points, rho, extra), points);
}

/* A line whose variance between years is sought, from one that it lies near. */
struct sought_line {
    const struct gls_points *points;
    double rho;
    struct gls_line *near;
};

/* 1/Q, which is nearly straight in tau2 and rises with it, less what it must be. */
static double inverse_less(double q, const struct gls_points *points)
{
    return 1 / q - 1 / ((double)points->n - 2);
}

static double inverse_beyond(const void *context, double tau2)
{
    const struct sought_line *sought = context;
    struct gls_line line = gls_line_near(sought->points, sought->rho, tau2, sought->near);
    if (line.reason != REASON_NONE) /* a variance of 0, and almost nothing added */
        return inverse_less(HUGE_VAL, sought->points);
    *sought->near = line;
    return inverse_less(line.q, sought->points);
}

/*
 * The root of Q(tau2) = n - 2, where Q(0) lies above: `high` is doubled until Q lies below. A line
 * near that at `high` becomes the one at the root.
 */
static double paule_mandel(const struct gls_points *points, double rho, double q0, double high,
                           struct gls_line *near)
{
    const struct sought_line sought = {points, rho, near};
    struct bracket bracket = {.high = high, .below = inverse_less(q0, points)};
    while ((bracket.above = inverse_beyond(&sought, bracket.high)) < 0 && isfinite(bracket.high)) {
        bracket.low = bracket.high;
        bracket.below = bracket.above;
        bracket.high *= 2;
    }
    if (!isfinite(bracket.high))
        return bracket.high;
    double root = root_within(bracket, inverse_beyond, &sought, CLOSE);
    *near = levelled(gls_line_near(points, rho, root, near), points);
    return root;
}

/* Quantiles: the normal one, and Student's where there are degrees of freedom. */
struct critical {
    struct half_widths z, t;
};

static struct critical critical_at(size_t n, double confidence)
{
    double df = (double)n - 2;
    struct critical critical = {
        .z = {normal_quantile(0.5 + confidence / 2), normal_quantile(confidence)}};
    if (df > 0)
        critical.t = (struct half_widths){student_quantile(0.5 + confidence / 2, df),
                                          student_quantile(confidence, df)};
    return critical;
}

static struct half_widths times(struct half_widths quantiles, double error)
{
    return (struct half_widths){quantiles.full * error, quantiles.equivalence * error};
}

static struct gap_known known_line(const struct gls_points *points, double rho,
                                   struct half_widths z)
{
    struct gap_known known = {.line = fit_line(points, rho, 0)};
    if (known.line.reason != REASON_NONE)
        return known;
    known.there = true;
    known.standard_error = sqrt(known.line.slope_variance);
    if (points->n > 2)
        known.scaled_error = known.standard_error * sqrt(known.line.q / ((double)points->n - 2));
    known.z = known.line.slope / known.standard_error;
    known.p = normal_two_sided(known.z);
    known.half = times(z, known.standard_error);
    return known;
}

static double largest(const double *values, size_t n)
{
    double most = 0;
    for (size_t i = 0; i < n; i++)
        most = fmax(most, values[i]);
    return most;
}

/* What tau2 is where all years have the same variance, which is then their harmonic mean. */
static double moment_estimate(const struct gls_points *points, double q0)
{
    double precision = 0;
    for (size_t i = 0; i < points->n; i++)
        precision += 1 / points->variance[i];
    return (double)points->n / precision * (q0 / ((double)points->n - 2) - 1);
}

/*
 * The line with its variance between years, from the one without. Where a year's own variance is 0,
 * Q(0) has no bound; the search then starts from a line whose years all vary, and where that leaves
 * no residuals there is nothing to search for.
 */
static struct gls_line random_fit(const struct gls_points *points, double rho,
                                  struct gls_line without, double *tau2)
{
    double df = (double)points->n - 2, q0 = HUGE_VAL, start;
    struct gls_line line = without;
    *tau2 = 0;
    if (line.reason == REASON_NO_SPREAD) {
        start = largest(points->variance, points->n);
        line = fit_line(points, rho, start > 0 ? start : 1);
        if (line.reason != REASON_NONE || !(df > 0) || !(line.q > 0))
            return line;
        start = start > 0 ? start : line.q / df;
    } else if (line.reason != REASON_NONE || !(df > 0) || line.q <= df) {
        return line;
    } else {
        q0 = line.q;
        start = moment_estimate(points, q0);
    }
    struct gls_line best = line;
    double root = paule_mandel(points, rho, q0, start, &best);
    if (!isfinite(root) || best.reason != REASON_NONE) /* GCOVR_EXCL_BR_LINE: at roots years vary */
        return line;
    *tau2 = root;
    return best;
}

static struct gap_random random_line(const struct gls_points *points, double rho,
                                     struct gls_line without, struct half_widths t)
{
    struct gap_random random = {0};
    random.line = random_fit(points, rho, without, &random.tau2);
    if (random.line.reason != REASON_NONE || points->n < 3)
        return random;
    random.there = true;
    random.df = (double)points->n - 2;
    random.factor = random.line.q / random.df;
    random.standard_error = sqrt(random.factor * random.line.slope_variance);
    random.floored_error = sqrt(fmax(1, random.factor) * random.line.slope_variance);
    double slope = random.line.slope;
    if (random.standard_error > 0) {
        random.t = slope / random.standard_error;
        random.p = student_two_sided(random.t, random.df);
    } else {
        random.p = fabs(slope) > 0 ? 0 : 1;
    }
    random.half = times(t, random.standard_error);
    return random;
}

double gap_variance_between_years(const struct gls_points *points, double rho)
{
    double tau2 = 0;
    random_fit(points, rho, fit_line(points, rho, 0), &tau2);
    return tau2;
}

static struct gap_fit fit_at(const struct gls_points *points, double rho,
                             const struct critical *critical)
{
    struct gap_fit fit = {.rho = rho};
    fit.known = known_line(points, rho, critical->z);
    fit.random = random_line(points, rho, fit.known.line, critical->t);
    fit.reason = fit.random.line.reason;
    fit.half_width = fmax(fit.known.half.full, fit.random.half.full);
    return fit;
}

/* Takes one interval into the union. */
static void widen(double limits[2], double slope, double half)
{
    limits[0] = fmin(limits[0], slope - half);
    limits[1] = fmax(limits[1], slope + half);
}

struct gap_line gap_line_fit(const struct gls_points *points, double rho, double confidence)
{
    const struct critical critical = critical_at(points->n, confidence);
    struct gap_line gap = {.fits = {fit_at(points, 0, &critical), fit_at(points, rho, &critical)}};
    for (size_t i = 0; i < 2; i++) {
        gap.slope = estimate_undefined(gap.fits[i].reason);
        if (gap.fits[i].reason != REASON_NONE)
            return gap;
    }
    const struct gls_line *line = &gap.fits[0].random.line;
    gap.first = gls_line_at(line, points->x[0]);
    gap.last = gls_line_at(line, points->x[points->n - 1]);
    gap.slope = estimate_point(METHOD_ENGINE_A, line->slope, REASON_TOO_FEW_YEARS);
    if (!gap.fits[0].random.there || gap.slope.state == ESTIMATE_UNDEFINED)
        return gap;
    double full[2] = {line->slope, line->slope};
    gap.equivalence[0] = gap.equivalence[1] = line->slope;
    for (size_t i = 0; i < 2; i++) {
        const struct gap_random *random = &gap.fits[i].random;
        const struct gap_known *known = &gap.fits[i].known;
        widen(full, random->line.slope, random->half.full);
        widen(gap.equivalence, random->line.slope, random->half.equivalence);
        gap.p = fmax(gap.p, random->p);
        if (!known->there)
            continue;
        widen(full, known->line.slope, known->half.full);
        widen(gap.equivalence, known->line.slope, known->half.equivalence);
        gap.p = fmax(gap.p, known->p);
    }
    gap.slope = estimate_interval(METHOD_ENGINE_A, line->slope, full[0], full[1]);
    return gap;
}
