/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/findings/step_error.h"

#include <math.h>

/* Answers as many as they are worth; persons otherwise. */
static double persons(const struct released_cell *cell)
{
    return cell->indicator->measure == MEASURE_SURVEY ? cell->denominator / cell->design_effect
                                                      : cell->denominator;
}

/* Half a count is added, for nothing counted twice is not certain to be nothing again. */
static double error_of_counts(const struct released_cell *a, const struct released_cell *b)
{
    double factor = a->indicator->factor, n = persons(a), m = persons(b);
    double counted = (a->value * n + b->value * m) / factor + 0.5;
    bool is_rate = a->indicator->measure == MEASURE_RATE;
    double share = counted / (n + m + 1);
    double variance = is_rate ? counted / (n + m) : fmax(0, share * (1 - share));
    return factor * sqrt(variance * (1 / n + 1 / m));
}

static double error_of_means(const struct released_cell *a, const struct released_cell *b)
{
    if (a->spread < 0 || b->spread < 0)
        return 0;
    return sqrt(a->spread * a->spread / a->denominator + b->spread * b->spread / b->denominator);
}

double step_error(const struct released_cell *a, const struct released_cell *b)
{
    enum measure measure = a->indicator->measure;
    if (measure == MEASURE_VALUE || !(persons(a) > 0) || !(persons(b) > 0))
        return 0;
    return measure == MEASURE_MEAN ? error_of_means(a, b) : error_of_counts(a, b);
}
