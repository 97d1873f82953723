/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/figure_axis.h"

#include <math.h>

#include "pejling/base/number.h"

/* Four or five ticks, rarely three, at round numbers that hold low and high between them. */
static struct figure_axis round_axis(double low, double high)
{
    static const double steps[] = {1, 2, 2.5, 5};
    const size_t count = sizeof steps / sizeof *steps;
    if (!(high > low))
        high = low + 1;
    double exponent = floor(log10((high - low) / 4));
    struct figure_axis axis = {.from_zero = true};
    for (size_t i = 0; i == 0 || axis.last - axis.first > 4 * axis.step * (1 + 1e-9); i++) {
        axis.step = steps[i % count] * pow(10, exponent + floor((double)i / (double)count));
        axis.first = floor(low / axis.step + 1e-9) * axis.step;
        axis.last = ceil(high / axis.step - 1e-9) * axis.step;
    }
    while (axis.decimals < 9 &&
           fabs(axis.step - number_round(axis.step, axis.decimals)) > 1e-6 * axis.step)
        axis.decimals++;
    return axis;
}

struct figure_axis figure_axis_make(double low, double high)
{
    double spread = high - low;
    if (low > high / 2 && spread < high / 4 && spread > high / 100) {
        struct figure_axis axis = round_axis(low, high);
        axis.from_zero = axis.first <= 0;
        return axis;
    }
    return round_axis(fmin(low, 0), fmax(high, 0));
}

size_t figure_axis_ticks(const struct figure_axis *axis)
{
    return (size_t)lround((axis->last - axis->first) / axis->step) + 1;
}

double figure_axis_tick(const struct figure_axis *axis, size_t i)
{
    return axis->first + (double)i * axis->step;
}
