/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/regression_to_mean.h"

#include <math.h>

#include "pejling/stats/distribution.h"

#define PI 3.14159265358979323846

static double normal_density(double z)
{
    return exp(-z * z / 2) / sqrt(2 * PI);
}

double selection_intensity(size_t chosen, size_t candidates)
{
    if (chosen == 0 || chosen >= candidates)
        return 0;
    double m = (double)chosen, n = (double)candidates;
    double unlimited = normal_density(normal_quantile(1 - m / n)) * n / m;
    return unlimited - (n - m) / (2 * m * (n + 1) * unlimited);
}

double regression_to_mean(double intensity, double within, double between)
{
    double variance = within + between;
    return within > 0 && isfinite(variance) ? intensity * within / sqrt(variance) : 0;
}
