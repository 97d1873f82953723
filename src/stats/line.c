/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/line.h"

#include <math.h>

#include "pejling/stats/distribution.h"

/* In two passes, the second taking up what rounding lost in the first. */
static double mean(const double *values, size_t n)
{
    double sum = 0, lost = 0;
    for (size_t i = 0; i < n; i++)
        sum += values[i];
    double first = sum / (double)n;
    for (size_t i = 0; i < n; i++)
        lost += values[i] - first;
    return first + lost / (double)n;
}

/* Said of the values themselves: their deviations from a rounded mean need not be zero. */
static bool is_constant(const double *values, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (values[i] < values[0] || values[i] > values[0])
            return false;
    return true;
}

/* The residuals' sum of squares; what rounding leaves of an exact line counts as zero. */
static double residual_squares(const double *x, const double *y, size_t n, const struct line *line)
{
    double sum = 0, size = 0;
    for (size_t i = 0; i < n; i++) {
        double residual = y[i] - line_at(line, x[i]);
        sum += residual * residual;
        size += y[i] * y[i];
    }
    return sum > 1e-28 * size ? sum : 0;
}

struct line line_fit(const double *x, const double *y, size_t n, double confidence)
{
    struct line line = {.slope = estimate_undefined(REASON_TOO_FEW_YEARS)};
    if (n == 0)
        return line;
    line.n = n;
    line.mean_x = mean(x, n);
    line.mean_y = mean(y, n);
    double sxx = 0, sxy = 0, syy = 0;
    for (size_t i = 0; i < n; i++) {
        double dx = x[i] - line.mean_x;
        sxx += dx * dx;
        sxy += dx * (y[i] - line.mean_y);
        syy += (y[i] - line.mean_y) * (y[i] - line.mean_y);
    }
    line.sxx = sxx;
    if (n < 2 || !(sxx > 0))
        return line;
    double slope = is_constant(y, n) ? 0 : sxy / sxx;
    line.slope = estimate_point(METHOD_OLS_T, slope, REASON_TOO_FEW_YEARS);
    if (n < 3 || line.slope.state == ESTIMATE_UNDEFINED)
        return line;
    double df = (double)n - 2;
    double squares = residual_squares(x, y, n, &line);
    line.residual_spread = sqrt(squares / df);
    line.r_squared = syy > 0 ? fmax(0, 1 - squares / syy) : 1;
    line.standard_error = sqrt(squares / df / sxx);
    double half = student_quantile(0.5 + confidence / 2, df) * line.standard_error;
    line.slope = estimate_interval(METHOD_OLS_T, slope, slope - half, slope + half);
    line.has_p = true;
    if (line.standard_error > 0)
        line.p = student_two_sided(slope / line.standard_error, df);
    else
        line.p = fabs(slope) > 0 ? 0 : 1;
    return line;
}

double line_at(const struct line *line, double x)
{
    double slope = line->slope.state == ESTIMATE_UNDEFINED ? 0 : line->slope.value;
    return line->mean_y + slope * (x - line->mean_x);
}

double line_error_at(const struct line *line, double x)
{
    double distance = x - line->mean_x;
    return line->sxx > 0
               ? line->residual_spread * sqrt(1 / (double)line->n + distance * distance / line->sxx)
               : 0;
}

struct estimate line_predict(const struct line *line, double x, double confidence)
{
    double value = line_at(line, x);
    if (line->slope.state == ESTIMATE_UNDEFINED)
        return estimate_undefined(line->slope.reason);
    if (line->slope.state == ESTIMATE_POINT)
        return estimate_point(METHOD_OLS_PREDICTION, value, line->slope.reason);
    double error = hypot(line->residual_spread, line_error_at(line, x));
    double half = student_quantile(0.5 + confidence / 2, (double)line->n - 2) * error;
    return estimate_interval(METHOD_OLS_PREDICTION, value, value - half, value + half);
}
