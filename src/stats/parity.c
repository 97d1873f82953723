/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/parity.h"

#include <math.h>

#include "pejling/stats/distribution.h"

/* The two roots of a x^2 + 2 b x + c = 0 in order, without cancellation; there must be two. */
static void roots(double a, double b, double c, double root[2])
{
    double size = sqrt(fmax(0, b * b - a * c));
    double sum = -(b + (b < 0 ? -size : size));
    double first = sum / a;
    double second = fabs(sum) > 0 ? c / sum : first;
    root[0] = fmin(first, second);
    root[1] = fmax(first, second);
}

struct fieller fieller_zero(const struct fieller_line *line, double c)
{
    struct fieller fieller = {.has_zero = fabs(line->b) > 0};
    if (fieller.has_zero) {
        fieller.zero = -line->a / line->b;
        fieller.g = c * c * line->variance_b / (line->b * line->b);
        fieller.has_zero = isfinite(fieller.zero);
        fieller.has_g = isfinite(fieller.g);
    }
    double square = line->b * line->b - c * c * line->variance_b;
    double linear = line->a * line->b - c * c * line->covariance;
    double constant = line->a * line->a - c * c * line->variance_a;
    double discriminant = linear * linear - square * constant;
    if (!isfinite(discriminant))
        return fieller;
    if (!(line->variance_b > 0) && fieller.has_zero) {
        fieller.set = FIELLER_FINITE;
        fieller.lower = fieller.upper = fieller.zero;
        return fieller;
    }
    if (square > 0)
        fieller.set = FIELLER_FINITE;
    else
        fieller.set = discriminant > 0 ? FIELLER_EXCLUSIVE : FIELLER_WHOLE_LINE;
    if (fieller.set == FIELLER_WHOLE_LINE || !(fabs(square) > 0))
        return fieller;
    double root[2];
    roots(square, linear, constant, root);
    fieller.lower = root[0];
    fieller.upper = root[1];
    return fieller;
}

/* The printable waiting time, or why there is none. */
static struct estimate waiting_years(const struct parity *parity)
{
    const struct fieller *fieller = &parity->fieller;
    if (!parity->closing)
        return estimate_undefined(REASON_NOT_CLOSING);
    if (fieller->set != FIELLER_FINITE)
        return estimate_undefined(REASON_UNBOUNDED);
    return estimate_interval(METHOD_FIELLER, fieller->zero, fmax(0, fieller->lower),
                             fieller->upper);
}

static struct fieller fieller_from(const struct line *line, double origin, double confidence)
{
    double error = line_error_at(line, origin);
    double variance = line->standard_error * line->standard_error;
    const struct fieller_line at_origin = {
        .a = line_at(line, origin),
        .b = line->slope.value,
        .variance_a = error * error,
        .covariance = variance * (origin - line->mean_x),
        .variance_b = variance,
    };
    return fieller_zero(&at_origin, student_quantile(0.5 + confidence / 2, (double)line->n - 2));
}

static void describe_change(struct parity *parity, double span)
{
    double change = fabs(parity->last) - fabs(parity->first);
    parity->change = estimate_point(METHOD_OLS_T, change, REASON_NOT_APPLICABLE);
    parity->closing_rate = estimate_undefined(REASON_NOT_APPLICABLE);
    if (fabs(parity->first) > 0)
        parity->closing_rate = estimate_point(
            METHOD_OLS_T, -100 * change / (fabs(parity->first) * span), REASON_NOT_APPLICABLE);
}

struct parity parity_fit(const double *t, const double *gap, size_t n, double origin,
                         double confidence)
{
    struct parity parity = {.line = line_fit(t, gap, n, confidence)};
    enum reason reason = parity.line.slope.reason;
    parity.years = parity.change = parity.closing_rate =
        estimate_undefined(reason == REASON_NONE ? REASON_TOO_FEW_YEARS : reason);
    if (parity.line.slope.state == ESTIMATE_UNDEFINED)
        return parity;
    double first = t[0], last = t[0];
    for (size_t i = 1; i < n; i++) {
        first = fmin(first, t[i]);
        last = fmax(last, t[i]);
    }
    parity.first = line_at(&parity.line, first);
    parity.last = line_at(&parity.line, last);
    parity.horizon = 2 * (last - first);
    parity.crossed = parity.first * parity.last < 0;
    double slope = parity.line.slope.value, at_origin = line_at(&parity.line, origin);
    parity.closing = (at_origin > 0 && slope < 0) || (at_origin < 0 && slope > 0);
    describe_change(&parity, last - first);
    if (parity.line.slope.state == ESTIMATE_POINT) {
        const struct fieller_line bare = {.a = at_origin, .b = slope};
        parity.fieller = fieller_zero(&bare, 0);
        parity.fieller.set = FIELLER_NONE;
        parity.fieller.has_g = false;
        return parity;
    }
    parity.fieller = fieller_from(&parity.line, origin, confidence);
    parity.years = waiting_years(&parity);
    parity.beyond_horizon =
        parity.years.state == ESTIMATE_INTERVAL && parity.years.value > parity.horizon;
    return parity;
}

struct mechanism mechanism_split(double gap, double area_slope, double rest_slope)
{
    double sign = (gap > 0) - (gap < 0);
    return (struct mechanism){
        .gap_slope = area_slope - rest_slope,
        .area_toward = area_slope * sign<0, .rest_toward = rest_slope * sign> 0,
    };
}
