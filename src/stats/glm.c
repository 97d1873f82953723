/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/glm.h"

#include <math.h>

#include "pejling/stats/distribution.h"

#define STEPS 100
#define NEAR 1e-3        /* change of deviance that a step may promise to be taken unseen */
#define LARGEST_LOGIT 15 /* a fitted share beyond this counts as 0 or 1 */
#define ROUNDING 1e-12   /* of a score, relative to the sum of its terms' sizes */

/* --- what stops a fit --------------------------------------------------------------------------*/

static bool one_time(const struct glm_series *series)
{
    for (size_t i = 1; i < series->n; i++)
        if (series->t[i] < series->t[0] || series->t[i] > series->t[0])
            return false;
    return true;
}

static enum reason input_fault(enum glm_family family, const struct glm_series *series)
{
    if (series->n < 2 || one_time(series))
        return REASON_TOO_FEW_YEARS;
    double events = 0, base = 0;
    for (size_t i = 0; i < series->n; i++) {
        double x = series->events[i];
        if (!(series->base[i] > 0))
            return REASON_NO_DENOMINATOR;
        if (!(x >= 0) || (family == GLM_BINOMIAL && !(x <= series->base[i])))
            return REASON_INCONSISTENT_INPUT;
        if (!isfinite(x) || !isfinite(series->base[i]) || !isfinite(series->t[i]))
            return REASON_INCONSISTENT_INPUT;
        events += x;
        base += series->base[i];
    }
    if (!(events > 0))
        return REASON_NO_EVENTS;
    return family == GLM_BINOMIAL && !(events < base) ? REASON_ALL_EVENTS : REASON_NONE;
}

/* First and last time with something in it. */
struct span {
    double first, last;
};

static struct span span_of(const struct glm_series *series, enum glm_family family, bool events)
{
    struct span span = {HUGE_VAL, -HUGE_VAL};
    for (size_t i = 0; i < series->n; i++) {
        double others = family == GLM_BINOMIAL ? series->base[i] - series->events[i] : 1;
        if (!((events ? series->events[i] : others) > 0))
            continue;
        span.first = fmin(span.first, series->t[i]);
        span.last = fmax(span.last, series->t[i]);
    }
    return span;
}

/*
 * The likelihood has a maximum exactly if the times of events and of non-events overlap in more
 * than a point (Albert & Anderson 1984, Biometrika 71:1). Exposure in a Poisson series stands for
 * non-events: there all times have some.
 */
static bool is_separated(enum glm_family family, const struct glm_series *series)
{
    struct span events = span_of(series, family, true);
    struct span others = span_of(series, family, false);
    return events.last <= others.first || others.last <= events.first;
}

/* --- the fit -----------------------------------------------------------------------------------*/

struct fit {
    enum glm_family family;
    const struct glm_series *series;
    double mean_t;
    double level, slope;
};

/* Fitted mean, its variance under the family, and the deviance of one point. */
struct point {
    double mean, variance, deviance;
};

/* x log(x/m), 0 at x = 0 */
static double entropy(double x, double m)
{
    return x > 0 ? x * log(x / m) : 0;
}

static struct point point_at(const struct fit *fit, size_t i)
{
    const struct glm_series *series = fit->series;
    double eta = fit->level + fit->slope * (series->t[i] - fit->mean_t);
    double n = series->base[i], x = series->events[i];
    if (fit->family == GLM_POISSON) {
        double mean = n * exp(eta);
        return (struct point){mean, mean, 2 * (entropy(x, mean) - (x - mean))};
    }
    double share = 1 / (1 + exp(-eta)), rest = 1 / (1 + exp(eta));
    return (struct point){n * share, n * share * rest,
                          2 * (entropy(x, n * share) + entropy(n - x, n * rest))};
}

/* NaN where a mean is beyond the doubles. */
static double deviance_of(const struct fit *fit)
{
    double sum = 0;
    for (size_t i = 0; i < fit->series->n; i++)
        sum += point_at(fit, i).deviance;
    return sum < 0 ? 0 : sum;
}

/* Score and information at the present level and slope. */
struct equations {
    double score[2];
    double size[2]; /* sum of the terms' sizes in each score */
    double information[3];
    double determinant;
};

static struct equations equations_at(const struct fit *fit)
{
    struct equations e = {0};
    for (size_t i = 0; i < fit->series->n; i++) {
        struct point point = point_at(fit, i);
        double t = fit->series->t[i] - fit->mean_t;
        double residual = fit->series->events[i] - point.mean;
        e.score[0] += residual;
        e.score[1] += t * residual;
        e.size[0] += point.mean;
        e.size[1] += fabs(t) * point.mean;
        e.information[0] += point.variance;
        e.information[1] += t * point.variance;
        e.information[2] += t * t * point.variance;
    }
    e.determinant = e.information[0] * e.information[2] - e.information[1] * e.information[1];
    return e;
}

/*
 * One step of Fisher scoring. Far from the solution it is halved until the deviance does not grow;
 * near it (the step changes the deviance by less than NEAR) it is taken whole, for there the
 * deviance is flat and its rounding says nothing. False where no step helps.
 */
static bool step(struct fit *fit, const struct equations *e, double *deviance)
{
    double level = (e->information[2] * e->score[0] - e->information[1] * e->score[1]);
    double slope = (e->information[0] * e->score[1] - e->information[1] * e->score[0]);
    double scale = 1 / e->determinant;
    bool near = (level * e->score[0] + slope * e->score[1]) * scale < NEAR;
    for (int i = 0; i < STEPS; i++) {
        struct fit tried = *fit;
        tried.level += level * scale;
        tried.slope += slope * scale;
        scale /= 2;
        double now = deviance_of(&tried);
        if (!isfinite(now) || (!near && now > *deviance))
            continue;
        *fit = tried;
        *deviance = now;
        return true;
    }
    return false;
}

static void start(struct fit *fit)
{
    double events = 0, base = 0, weighted = 0;
    const struct glm_series *series = fit->series;
    for (size_t i = 0; i < series->n; i++) {
        events += series->events[i];
        base += series->base[i];
        weighted += series->base[i] * (series->t[i] - series->t[0]);
    }
    fit->mean_t = series->t[0] + weighted / base;
    fit->level = fit->family == GLM_POISSON ? log(events / base) : log(events / (base - events));
}

static bool is_solved(const struct equations *e)
{
    return fabs(e->score[0]) <= ROUNDING * e->size[0] && fabs(e->score[1]) <= ROUNDING * e->size[1];
}

/* Fills level and slope; false where they run away. */
static bool solve(struct fit *fit)
{
    start(fit);
    double deviance = deviance_of(fit);
    for (int i = 0; i < STEPS; i++) {
        struct equations e = equations_at(fit);
        if (is_solved(&e))
            break;
        if (!(e.determinant > 0) || !step(fit, &e, &deviance))
            break;
    }
    struct equations e = equations_at(fit);
    if (!(e.determinant > 0))
        return false;
    for (size_t i = 0; i < fit->series->n; i++) {
        double eta = fit->level + fit->slope * (fit->series->t[i] - fit->mean_t);
        if (fit->family == GLM_BINOMIAL && fabs(eta) > LARGEST_LOGIT)
            return false;
    }
    return fabs(e.score[1]) <= 1e-6 * e.size[1];
}

/* --- tests -------------------------------------------------------------------------------------*/

static double p_of(double slope, double standard_error, double df)
{
    if (standard_error > 0)
        return student_two_sided(slope / standard_error, df);
    return fabs(slope) > 0 ? 0 : 1;
}

static struct quasi_test quasi_test(double slope, double model_error, double dispersion, double df)
{
    struct quasi_test test = {.there = true, .df = df};
    test.standard_error = model_error * sqrt(dispersion);
    test.t = test.standard_error > 0 ? slope / test.standard_error : 0;
    test.p = p_of(slope, test.standard_error, df);
    return test;
}

static enum method method_of(enum glm_family family)
{
    return family == GLM_POISSON ? METHOD_QUASI_POISSON : METHOD_QUASI_BINOMIAL;
}

static struct estimate slope_estimate(enum glm_family family, double slope, double half)
{
    return estimate_interval(method_of(family), slope, slope - half, slope + half);
}

struct glm_trend glm_trend_fit(enum glm_family family, const struct glm_series *series,
                               double confidence)
{
    enum reason fault = input_fault(family, series);
    struct fit fit = {.family = family, .series = series};
    if (fault == REASON_NONE && (is_separated(family, series) || !solve(&fit)))
        fault = REASON_SEPARATION;
    struct glm_trend trend = {.slope = estimate_undefined(fault)};
    if (fault != REASON_NONE)
        return trend;
    trend.level = fit.level;
    trend.mean_t = fit.mean_t;
    struct equations e = equations_at(&fit);
    trend.model_error = sqrt(e.information[0] / e.determinant);
    double size = 0;
    for (size_t i = 0; i < series->n; i++) {
        struct point point = point_at(&fit, i);
        double residual = series->events[i] - point.mean;
        trend.pearson += residual * residual / point.variance;
        size += point.mean * point.mean / point.variance;
    }
    if (trend.pearson <= ROUNDING * ROUNDING * size)
        trend.pearson = 0;
    trend.deviance = trend.pearson > 0 ? deviance_of(&fit) : 0;
    trend.slope = estimate_point(method_of(family), fit.slope, REASON_TOO_FEW_YEARS);
    if (series->n < 3)
        return trend;
    double df = (double)series->n - 2;
    trend.dispersion = trend.pearson / df;
    trend.floored_error = trend.model_error * sqrt(fmax(1, trend.dispersion));
    trend.floored_p = p_of(fit.slope, trend.floored_error, df);
    trend.quasi = quasi_test(fit.slope, trend.model_error, trend.dispersion, df);
    trend.slope = slope_estimate(family, fit.slope,
                                 student_quantile(0.5 + confidence / 2, df) * trend.floored_error);
    return trend;
}

double glm_trend_at(const struct glm_trend *trend, double t)
{
    return trend->level + trend->slope.value * (t - trend->mean_t);
}

struct glm_gap glm_gap_fit(enum glm_family family, const struct glm_series *area,
                           const struct glm_series *rest, double confidence)
{
    struct glm_gap gap = {.area = glm_trend_fit(family, area, confidence),
                          .rest = glm_trend_fit(family, rest, confidence)};
    gap.slope = estimate_undefined(gap.area.slope.reason);
    if (gap.area.slope.state == ESTIMATE_UNDEFINED)
        return gap;
    gap.slope = estimate_undefined(gap.rest.slope.reason);
    if (gap.rest.slope.state == ESTIMATE_UNDEFINED)
        return gap;
    double slope = gap.area.slope.value - gap.rest.slope.value;
    gap.model_error = hypot(gap.area.model_error, gap.rest.model_error);
    gap.slope = estimate_point(method_of(family), slope, REASON_TOO_FEW_YEARS);
    double df = (double)(area->n + rest->n) - 4;
    if (!(df > 0))
        return gap;
    gap.dispersion = (gap.area.pearson + gap.rest.pearson) / df;
    gap.floored_error = gap.model_error * sqrt(fmax(1, gap.dispersion));
    gap.floored_p = p_of(slope, gap.floored_error, df);
    gap.quasi = quasi_test(slope, gap.model_error, gap.dispersion, df);
    gap.slope = slope_estimate(family, slope,
                               student_quantile(0.5 + confidence / 2, df) * gap.floored_error);
    return gap;
}

struct cochran_armitage cochran_armitage(const struct glm_series *series)
{
    struct cochran_armitage test = {.reason = input_fault(GLM_BINOMIAL, series)};
    if (test.reason != REASON_NONE)
        return test;
    struct fit fit = {.family = GLM_BINOMIAL, .series = series};
    start(&fit);
    double events = 0, base = 0, products = 0, squares = 0;
    for (size_t i = 0; i < series->n; i++) {
        double t = series->t[i] - fit.mean_t; /* so that sum n t = 0 */
        events += series->events[i];
        base += series->base[i];
        products += series->events[i] * t;
        squares += series->base[i] * t * t;
    }
    test.chi_squared = products * products / (events / base * (1 - events / base) * squares);
    test.p = chi_squared_tail(test.chi_squared, 1);
    return test;
}
