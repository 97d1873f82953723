/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/median.h"

/* Shell (1959), in Ciura's gaps (2001): there are mostly few values, and no call is made for each pair. */
static void sort(double *values, size_t n)
{
    static const size_t gaps[] = {3548, 1577, 701, 301, 132, 57, 23, 10, 4, 1};
    for (size_t g = 0; g < sizeof gaps / sizeof *gaps; g++)
        for (size_t i = gaps[g]; i < n; i++) {
            double value = values[i];
            size_t place = i;
            for (; place >= gaps[g] && values[place - gaps[g]] > value; place -= gaps[g])
                values[place] = values[place - gaps[g]];
            values[place] = value;
        }
}

double median_sorting(double *values, size_t n)
{
    sort(values, n);
    double upper = values[n / 2];
    return n % 2 ? upper : values[n / 2 - 1] + (upper - values[n / 2 - 1]) / 2;
}
