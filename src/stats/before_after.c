/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each of the four contrasts is a sum c_i gap_i, with c_i = level + tilt (x_i - mean x of its side)
 * for a level and a tilt of its side; so is its standard error, s sqrt(sum c_i^2), and the one from
 * known variances, sqrt(sum c_i^2 v_i). No design matrix is needed.
 */
#include "pejling/stats/before_after.h"

#include <math.h>

#include "pejling/stats/distribution.h"

#define SHOWN_FROM 8     /* points, for a change of slope; statistics.md B10 */
#define EQUAL_SIZE 1e-12 /* of the largest gap: two mean changes that differ by rounding */
#define ROUNDING 1e-28   /* share of the sum of squares that an exact model may leave behind */

enum side { BEFORE, AFTER, SIDES };

/* The points of one side. */
struct half {
    size_t n;
    double mean_x, mean_gap, sxx, sxy;
};

struct study {
    const double *x, *gap, *variance;
    size_t n, before;
    double confidence;
    struct half halves[SIDES];
};

struct contrast {
    double level[SIDES], tilt[SIDES];
    double slopes[SIDES]; /* of the model, for its residuals */
    size_t parameters;
};

double exposure_after(double from, double to, double date)
{
    if (!(to > from))
        return from >= date ? 1 : 0;
    return fmin(1, fmax(0, (to - date) / (to - from)));
}

/* --- the two sides ---------------------------------------------------------------------------- */
static struct half half_of(const double *x, const double *gap, size_t n)
{
    struct half half = {.n = n};
    for (size_t i = 0; i < n; i++) {
        half.mean_x += (x[i] - x[0]) / (double)n;
        half.mean_gap += (gap[i] - gap[0]) / (double)n;
    }
    if (n > 0) {
        half.mean_x += x[0];
        half.mean_gap += gap[0];
    }
    for (size_t i = 0; i < n; i++) {
        half.sxx += (x[i] - half.mean_x) * (x[i] - half.mean_x);
        half.sxy += (x[i] - half.mean_x) * (gap[i] - half.mean_gap);
    }
    return half;
}

static enum side side_of(const struct study *study, size_t i)
{
    return i < study->before ? BEFORE : AFTER;
}

static enum reason sides_fault(const struct study *study, size_t fewest)
{
    if (study->halves[BEFORE].n < fewest)
        return REASON_TOO_FEW_BEFORE;
    return study->halves[AFTER].n < fewest ? REASON_TOO_FEW_AFTER : REASON_NONE;
}

/* --- one contrast ----------------------------------------------------------------------------- */
static double residual_squares(const struct study *study, const struct contrast *contrast)
{
    double sum = 0, size = 0;
    for (size_t i = 0; i < study->n; i++) {
        enum side side = side_of(study, i);
        const struct half *half = &study->halves[side];
        double off = study->gap[i] - half->mean_gap;
        double e = off - contrast->slopes[side] * (study->x[i] - half->mean_x);
        sum += e * e;
        size += study->gap[i] * study->gap[i];
    }
    return sum > ROUNDING * size ? sum : 0;
}

static struct change change_of(const struct study *study, const struct contrast *contrast)
{
    struct change change = {0};
    double value = 0, squares = 0, known = 0;
    for (size_t i = 0; i < study->n; i++) {
        enum side side = side_of(study, i);
        double c = contrast->level[side] +
                   contrast->tilt[side] * (study->x[i] - study->halves[side].mean_x);
        value += c * (study->gap[i] - study->halves[side].mean_gap);
        squares += c * c;
        known += study->variance ? c * c * study->variance[i] : 0;
    }
    for (enum side side = BEFORE; side < SIDES; side++)
        value +=
            contrast->level[side] * (double)study->halves[side].n * study->halves[side].mean_gap;
    change.known_error = known > 0 ? sqrt(known) : 0;
    change.estimate = estimate_point(METHOD_BEFORE_AFTER, value, REASON_TOO_FEW_YEARS);
    if (study->n <= contrast->parameters || change.estimate.state == ESTIMATE_UNDEFINED)
        return change;
    change.df = (double)(study->n - contrast->parameters);
    change.standard_error = sqrt(residual_squares(study, contrast) / change.df * squares);
    change.has_p = true;
    if (change.standard_error > 0)
        change.p = student_two_sided(value / change.standard_error, change.df);
    else
        change.p = fabs(value) > 0 ? 0 : 1;
    double upper = 0.5 + study->confidence / 2;
    double half = fmax(student_quantile(upper, change.df) * change.standard_error,
                       normal_quantile(upper) * change.known_error);
    change.estimate = estimate_interval(METHOD_BEFORE_AFTER, value, value - half, value + half);
    return change;
}

static struct change undefined(enum reason reason)
{
    return (struct change){.estimate = estimate_undefined(reason)};
}

static struct change mean_change(const struct study *study)
{
    enum reason reason = sides_fault(study, 1);
    if (reason != REASON_NONE)
        return undefined(reason);
    struct contrast contrast = {.parameters = 2};
    contrast.level[BEFORE] = -1 / (double)study->halves[BEFORE].n;
    contrast.level[AFTER] = 1 / (double)study->halves[AFTER].n;
    return change_of(study, &contrast);
}

/* The mean of one side, by the scatter about both. */
static struct change side_mean(const struct study *study, enum side side)
{
    enum reason fault = side == BEFORE ? REASON_TOO_FEW_BEFORE : REASON_TOO_FEW_AFTER;
    if (study->halves[side].n == 0)
        return undefined(fault);
    struct contrast contrast = {.parameters = (size_t)(study->halves[BEFORE].n > 0) +
                                              (size_t)(study->halves[AFTER].n > 0)};
    contrast.level[side] = 1 / (double)study->halves[side].n;
    return change_of(study, &contrast);
}

static struct change step_given_line(const struct study *study)
{
    const struct half *before = &study->halves[BEFORE], *after = &study->halves[AFTER];
    enum reason reason = sides_fault(study, 1);
    double sxx = before->sxx + after->sxx;
    if (reason != REASON_NONE || !(sxx > 0))
        return undefined(reason != REASON_NONE ? reason : REASON_TOO_FEW_YEARS);
    struct contrast contrast = {.parameters = 3};
    double slope = (before->sxy + after->sxy) / sxx;
    contrast.level[BEFORE] = -1 / (double)before->n;
    contrast.level[AFTER] = 1 / (double)after->n;
    for (enum side side = BEFORE; side < SIDES; side++) {
        contrast.slopes[side] = slope;
        contrast.tilt[side] = -(after->mean_x - before->mean_x) / sxx;
    }
    return change_of(study, &contrast);
}

/* The contrast of the two lines at x, or with `slopes` of their slopes. */
static struct change between_lines(const struct study *study, bool slopes)
{
    enum reason reason = sides_fault(study, 2);
    struct contrast contrast = {.parameters = 4};
    for (enum side side = BEFORE; side < SIDES && reason == REASON_NONE; side++) {
        const struct half *half = &study->halves[side];
        double sign = side == AFTER ? 1 : -1;
        if (!(half->sxx > 0))
            return undefined(REASON_TOO_FEW_YEARS);
        double at = study->x[study->before] - half->mean_x;
        contrast.slopes[side] = half->sxy / half->sxx;
        contrast.level[side] = slopes ? 0 : sign / (double)half->n;
        contrast.tilt[side] = sign * (slopes ? 1 : at) / half->sxx;
    }
    return reason != REASON_NONE ? undefined(reason) : change_of(study, &contrast);
}

/* --- how much to believe ---------------------------------------------------------------------- */
static double mean(const double *values, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += values[i] - values[0];
    return values[0] + sum / (double)n;
}

double placebo_change(const double *gap, size_t n, size_t before)
{
    return mean(gap + before, n - before) - mean(gap, before);
}

static void add_placebo(const struct study *study, struct before_after *result)
{
    result->placebo_dates = study->n > 3 ? study->n - 3 : 0;
    enum reason reason = sides_fault(study, PLACEBO_SIDE);
    result->placebo_share = estimate_undefined(reason);
    if (reason != REASON_NONE)
        return;
    double size = 0;
    for (size_t i = 0; i < study->n; i++)
        size = fmax(size, fabs(study->gap[i]));
    double limit = fabs(placebo_change(study->gap, study->n, study->before)) - EQUAL_SIZE * size;
    size_t as_large = 0;
    for (size_t before = PLACEBO_SIDE; before + PLACEBO_SIDE <= study->n; before++)
        as_large += fabs(placebo_change(study->gap, study->n, before)) >= limit;
    result->placebo_share = estimate_point(
        METHOD_BEFORE_AFTER, (double)as_large / (double)result->placebo_dates, REASON_NONE);
}

static void add_breakdown(const struct study *study, struct before_after *result)
{
    result->largest_yearly_change = estimate_undefined(REASON_TOO_FEW_BEFORE);
    result->breakdown = estimate_undefined(REASON_TOO_FEW_BEFORE);
    if (study->before < 2)
        return;
    double largest = 0;
    for (size_t i = 1; i < study->before; i++)
        largest = fmax(largest,
                       fabs(study->gap[i] - study->gap[i - 1]) / (study->x[i] - study->x[i - 1]));
    result->largest_yearly_change = estimate_point(METHOD_BEFORE_AFTER, largest, REASON_NONE);
    struct estimate mean = result->mean.estimate;
    double years = study->halves[AFTER].mean_x - study->x[study->before - 1];
    if (mean.state != ESTIMATE_INTERVAL)
        result->breakdown = estimate_undefined(mean.reason);
    else if (!(largest > 0))
        result->breakdown = estimate_undefined(REASON_NO_VARIATION);
    else
        result->breakdown = estimate_point(
            METHOD_BEFORE_AFTER,
            fmax(0, fabs(mean.value) - (mean.upper - mean.value)) / (largest * years), REASON_NONE);
}

static struct before_after nothing(enum reason reason)
{
    struct before_after result = {.mean = undefined(reason)};
    result.step = result.level = result.slope = result.mean;
    result.before_mean = result.after_mean = result.mean;
    result.before_line.slope = result.mean.estimate;
    result.largest_yearly_change = result.placebo_share = result.breakdown = result.mean.estimate;
    return result;
}

struct before_after before_after(const double *x, const double *gap, const double *variance,
                                 size_t n, size_t before, double confidence)
{
    for (size_t i = 0; i < n; i++)
        if (!isfinite(x[i]) || !isfinite(gap[i]) || (i > 0 && !(x[i] > x[i - 1])))
            return nothing(REASON_TOO_FEW_YEARS);
    if (before > n || n == 0)
        return nothing(n == 0 ? REASON_TOO_FEW_BEFORE : REASON_TOO_FEW_AFTER);
    struct study study = {x, gap, variance, n, before, confidence, {{0}}};
    study.halves[BEFORE] = half_of(x, gap, before);
    study.halves[AFTER] = half_of(x + before, gap + before, n - before);
    struct before_after result = {.before = before, .after = n - before};
    result.before_mean = side_mean(&study, BEFORE);
    result.after_mean = side_mean(&study, AFTER);
    result.mean = mean_change(&study);
    result.step = step_given_line(&study);
    result.level = between_lines(&study, false);
    result.slope = between_lines(&study, true);
    result.slope_may_be_shown = result.slope.estimate.state == ESTIMATE_INTERVAL && n >= SHOWN_FROM;
    result.before_line = line_fit(x, gap, before, confidence);
    add_placebo(&study, &result);
    add_breakdown(&study, &result);
    return result;
}

/* --- four shares ------------------------------------------------------------------------------ */
struct difference_in_differences difference_in_differences(struct counted area_before,
                                                           struct counted area_after,
                                                           struct counted rest_before,
                                                           struct counted rest_after)
{
    const struct counted counts[] = {area_after, area_before, rest_after, rest_before};
    const double signs[] = {1, -1, -1, 1};
    struct difference_in_differences result = {0};
    double variance = 0;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        if (!(counts[i].n > 0))
            return (struct difference_in_differences){.reason = REASON_NO_DENOMINATOR};
        double share = counts[i].x / counts[i].n;
        if (!(share >= 0) || !(share <= 1))
            return (struct difference_in_differences){.reason = REASON_INCONSISTENT_INPUT};
        result.value += signs[i] * share;
        variance += share * (1 - share) / counts[i].n;
    }
    result.standard_error = sqrt(variance);
    result.has_z = variance > 0;
    result.z = result.has_z ? result.value / result.standard_error : 0;
    return result;
}
