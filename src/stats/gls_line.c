/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Errors with correlation rho^|x_i - x_j| form a Markov chain: given the last one, an error does
 * not depend on the earlier ones. So with u_i = e_i / s_i and a = rho^(x_i - x_(i-1)), the terms
 * (u_i - a u_(i-1)) / sqrt(1 - a^2) are independent with variance 1, and ordinary least squares on
 * rows treated in that way is generalised least squares on the rows as they are.
 */
#include "pejling/stats/gls_line.h"

#include <math.h>
#include <stdbool.h>

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

static struct row scaled(const struct model *model, const struct gls_line *line, size_t i)
{
    const struct gls_points *points = model->points;
    double s = sqrt(points->variance[i] + model->extra);
    double rest = points->y[i] - gls_line_at(line, points->x[i]);
    return (struct row){1 / s, (points->x[i] - line->mean_x) / s, rest / s};
}

static struct row independent(struct row row, struct row last, double a)
{
    double size = sqrt((1 - a) * (1 + a));
    return (struct row){(row.one - a * last.one) / size, (row.time - a * last.time) / size,
                        (row.rest - a * last.rest) / size};
}

static struct sums sum_up(const struct model *model, const struct gls_line *line)
{
    const double *x = model->points->x;
    struct sums s = {0};
    struct row last = {0};
    double apart = 0, a = 0; /* of neighbours, and their correlation; mostly as of those before */
    for (size_t i = 0; i < model->points->n; i++) {
        struct row as_is = scaled(model, line, i), row = as_is;
        if (i > 0 && model->rho > 0) {
            if (x[i] - x[i - 1] < apart || x[i] - x[i - 1] > apart)
                a = pow(model->rho, x[i] - x[i - 1]);
            apart = x[i] - x[i - 1];
            row = independent(as_is, last, a);
        }
        last = as_is;
        s.one_one += row.one * row.one;
        s.one_time += row.one * row.time;
        s.time_time += row.time * row.time;
        s.one_rest += row.one * row.rest;
        s.time_rest += row.time * row.rest;
        s.rest_rest += row.rest * row.rest;
    }
    return s;
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

/* Said of the values themselves: rounding would give a constant series a slope. */
static bool is_constant(const struct gls_points *points)
{
    for (size_t i = 1; i < points->n; i++)
        if (points->y[i] < points->y[0] || points->y[i] > points->y[0])
            return false;
    return true;
}

struct gls_line gls_line_fit(const struct gls_points *points, double rho, double extra)
{
    struct gls_line line = {.reason = fault(points, rho, extra)};
    if (line.reason != REASON_NONE)
        return line;
    for (size_t i = 0; i < points->n; i++)
        line.mean_x += (points->x[i] - points->x[0]) / (double)points->n;
    line.mean_x += points->x[0];
    struct model model = {points, rho, extra};
    double size = 0;
    /* the second round takes up what rounding lost in the first */
    for (int round = 0; round < 2; round++) {
        struct sums s = sum_up(&model, &line);
        size = round == 0 ? s.rest_rest : size;
        double determinant = s.one_one * s.time_time - s.one_time * s.one_time;
        if (!(determinant > 0) || !isfinite(determinant))
            return (struct gls_line){.reason = REASON_TOO_FEW_YEARS};
        line.level_variance = s.time_time / determinant;
        line.slope_variance = s.one_one / determinant;
        line.covariance = -s.one_time / determinant;
        line.level += line.level_variance * s.one_rest + line.covariance * s.time_rest;
        line.slope += line.covariance * s.one_rest + line.slope_variance * s.time_rest;
    }
    if (is_constant(points)) {
        line.level = points->y[0];
        line.slope = 0;
    }
    double q = sum_up(&model, &line).rest_rest;
    line.q = q > ROUNDING * size ? q : 0;
    return line;
}

double gls_line_at(const struct gls_line *line, double x)
{
    return line->level + line->slope * (x - line->mean_x);
}
