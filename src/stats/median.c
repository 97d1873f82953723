/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/median.h"

#include <stdlib.h>

static int compare(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

double median_sorting(double *values, size_t n)
{
    qsort(values, n, sizeof *values, compare);
    double upper = values[n / 2];
    return n % 2 ? upper : values[n / 2 - 1] + (upper - values[n / 2 - 1]) / 2;
}
