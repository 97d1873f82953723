/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/hidden_years.h"

#include <math.h>

enum pick { PICK_LOWEST, PICK_HIGHEST, PICK_SHOWN };

static bool is_hidden(const struct public_counts *counts, size_t i)
{
    return counts->low[i] < counts->high[i];
}

/* The mean year, of all or of those shown, as a distance from the first: so it loses no digits. */
static double mean_distance(const struct public_counts *counts, enum pick pick)
{
    double sum = 0, years = 0;
    for (size_t i = 0; i < counts->count; i++)
        if (pick != PICK_SHOWN || !is_hidden(counts, i)) {
            sum += counts->x[i] - counts->x[0];
            years++;
        }
    return years > 0 ? sum / years : 0;
}

/* The count that makes the slope lowest or highest, for a year this far from the mean year. */
static double picked(const struct public_counts *counts, size_t i, double from_mean, bool highest)
{
    return (from_mean > 0) == highest ? counts->high[i] : counts->low[i];
}

void hidden_years_fill(const struct public_counts *counts, bool highest, double *filled)
{
    double mean = mean_distance(counts, PICK_HIGHEST);
    for (size_t i = 0; i < counts->count; i++)
        filled[i] = picked(counts, i, counts->x[i] - counts->x[0] - mean, highest);
}

/* Least-squares slope of the shares picked; its sum of squared x is 0 where there is none. */
static double slope_of(const struct public_counts *counts, enum pick pick, double *squares)
{
    double mean = mean_distance(counts, pick), products = 0;
    *squares = 0;
    for (size_t i = 0; i < counts->count; i++) {
        if (pick == PICK_SHOWN && is_hidden(counts, i))
            continue;
        double from_mean = counts->x[i] - counts->x[0] - mean;
        products += from_mean * picked(counts, i, from_mean, pick == PICK_HIGHEST) / counts->n[i];
        *squares += from_mean * from_mean;
    }
    return *squares > 0 ? products / *squares : 0;
}

static enum reason fault(const struct public_counts *counts)
{
    for (size_t i = 0; i < counts->count; i++) {
        if (!(counts->n[i] > 0))
            return REASON_NO_DENOMINATOR;
        if (!(counts->low[i] >= 0) || !(counts->high[i] >= counts->low[i]) ||
            !isfinite(counts->high[i]) || !isfinite(counts->n[i]) || !isfinite(counts->x[i]))
            return REASON_INCONSISTENT_INPUT;
    }
    return REASON_NONE;
}

struct slope_bounds hidden_years_slope(const struct public_counts *counts)
{
    struct slope_bounds bounds = {.reason = fault(counts)};
    double squares = 0;
    if (bounds.reason == REASON_NONE) {
        bounds.lowest = slope_of(counts, PICK_LOWEST, &squares);
        bounds.highest = slope_of(counts, PICK_HIGHEST, &squares);
        if (!(squares > 0))
            bounds.reason = REASON_TOO_FEW_YEARS;
    }
    bounds.dropping = estimate_undefined(bounds.reason);
    if (bounds.reason != REASON_NONE)
        return bounds;
    for (size_t i = 0; i < counts->count; i++)
        bounds.hidden += is_hidden(counts, i);
    bounds.sign_is_certain = bounds.lowest > 0 || bounds.highest < 0;
    double slope = slope_of(counts, PICK_SHOWN, &squares);
    bounds.dropping = squares > 0 ? estimate_point(METHOD_OLS_T, slope, REASON_NONE)
                                  : estimate_undefined(REASON_TOO_FEW_YEARS);
    return bounds;
}
