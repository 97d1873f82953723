/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Errors with correlation rho^|x_i - x_j| form a Markov chain: given the last one, an error does
 * not depend on the earlier ones. So with u_i = e_i / s_i and a = rho^(x_i - x_(i-1)), the terms
 * u_i - a u_(i-1) are independent with variance 1 - a^2, and weighted least squares on rows treated
 * in that way is generalised least squares on the rows as they are.
 */
#include "pejling/stats/gls_line.h"

#include <math.h>

#define ROUNDING 1e-28 /* share of the sum of squares that an exact line may leave behind */

/* One point's part in the design, the time centred, and in what is still to be explained. */
struct row {
    double one, time, rest;
};

/* The sums of squares and products of the normal equations. */
struct sums {
    double one_one, one_time, time_time, one_rest, time_rest, rest_rest;
};

struct model {
    const struct gls_points *points;
    double rho, extra;
};

static struct row scaled(const struct model *model, const struct gls_line *about, size_t i)
{
    const struct gls_points *points = model->points;
    double one = 1 / sqrt(points->variance[i] + model->extra);
    double time = points->x[i] - about->mean_x;
    double rest = points->y[i] - (about->level + about->slope * time);
    return (struct row){one, time * one, rest * one};
}

/* How much of an error the next one carries on, and the weight of what is new in that. */
struct link {
    double apart, carried, weight;
};

/* The points are mostly as far apart as those before. */
static struct link link_over(double rho, double apart, struct link last)
{
    if (!(apart < last.apart) && !(apart > last.apart))
        return last;
    double carried = pow(rho, apart);
    return (struct link){apart, carried, 1 / ((1 - carried) * (1 + carried))};
}

static struct sums sum_up(const struct model *model, const struct gls_line *about)
{
    const double *x = model->points->x;
    struct sums s = {0};
    struct row last = {0};
    struct link link = {0};
    for (size_t i = 0; i < model->points->n; i++) {
        struct row row = scaled(model, about, i), fresh = row;
        double weight = 1;
        if (i > 0 && model->rho > 0) {
            link = link_over(model->rho, x[i] - x[i - 1], link);
            weight = link.weight;
            fresh.one -= link.carried * last.one;
            fresh.time -= link.carried * last.time;
            fresh.rest -= link.carried * last.rest;
        }
        last = row;
        double one = weight * fresh.one, time = weight * fresh.time;
        s.one_one += one * fresh.one;
        s.one_time += one * fresh.time;
        s.time_time += time * fresh.time;
        s.one_rest += one * fresh.rest;
        s.time_rest += time * fresh.rest;
        s.rest_rest += weight * fresh.rest * fresh.rest;
    }
    return s;
}

/* The sum of squares of y itself, of that of y less a line. */
static double size_of(const struct sums *s, const struct gls_line *line)
{
    double level = line->level, slope = line->slope;
    return s->rest_rest + 2 * (level * s->one_rest + slope * s->time_rest) +
           level * level * s->one_one + 2 * level * slope * s->one_time +
           slope * slope * s->time_time;
}

static enum reason fault(const struct gls_points *points, double rho, double extra)
{
    if (points->n < 2)
        return REASON_TOO_FEW_YEARS;
    if (!(rho >= 0) || !(rho < 1) || !(extra >= 0))
        return REASON_NOT_APPLICABLE;
    for (size_t i = 0; i < points->n; i++) {
        if (!isfinite(points->y[i]) || !isfinite(points->x[i]))
            return REASON_NOT_APPLICABLE;
        if (i > 0 && rho > 0 && !(points->x[i] > points->x[i - 1]))
            return REASON_TOO_FEW_YEARS;
        double variance = points->variance[i] + extra;
        if (!(points->variance[i] >= 0) || !(variance > 0) || !isfinite(1 / variance))
            return REASON_NO_SPREAD;
    }
    return REASON_NONE;
}

struct gls_line gls_line_near(const struct gls_points *points, double rho, double extra,
                              const struct gls_line *near)
{
    const struct model model = {points, rho, extra};
    struct sums s = sum_up(&model, near);
    double determinant = s.one_one * s.time_time - s.one_time * s.one_time;
    if (!(determinant > 0) || !isfinite(determinant))
        return (struct gls_line){.reason = REASON_TOO_FEW_YEARS};
    struct gls_line line = *near;
    line.level_variance = s.time_time / determinant;
    line.slope_variance = s.one_one / determinant;
    line.covariance = -s.one_time / determinant;
    double higher = line.level_variance * s.one_rest + line.covariance * s.time_rest;
    double steeper = line.covariance * s.one_rest + line.slope_variance * s.time_rest;
    line.level += higher;
    line.slope += steeper;
    line.q = s.rest_rest - higher * s.one_rest - steeper * s.time_rest;
    if (!(line.q > ROUNDING * size_of(&s, near)))
        line.q = 0;
    return line;
}

static double mean(const double *values, size_t n)
{
    double sum = 0;
    for (size_t i = 1; i < n; i++)
        sum += values[i] - values[0];
    return values[0] + sum / (double)n;
}

struct gls_line gls_line_fit(const struct gls_points *points, double rho, double extra)
{
    enum reason reason = fault(points, rho, extra);
    if (reason != REASON_NONE)
        return (struct gls_line){.reason = reason};
    /* level, so that a constant series leaves exactly nothing */
    struct gls_line line = {.mean_x = mean(points->x, points->n), .level = points->y[0]};
    /* the second round takes up what rounding lost in the first */
    for (int round = 0; round < 2 && line.reason == REASON_NONE; round++)
        line = gls_line_near(points, rho, extra, &line);
    return line;
}

double gls_line_at(const struct gls_line *line, double x)
{
    return line->level + line->slope * (x - line->mean_x);
}
