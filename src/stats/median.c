/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/median.h"

#include <stdbool.h>

#define FEW 12 /* are sorted as cards are */

static void sort(double *values, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        double value = values[i];
        size_t place = i;
        for (; place > 0 && values[place - 1] > value; place--)
            values[place] = values[place - 1];
        values[place] = value;
    }
}

static double middle_of(double a, double b, double c)
{
    double least = a < b ? a : b, most = a < b ? b : a, next = c < most ? c : most;
    return least > next ? least : next;
}

/*
 * Puts those below the pivot first, or those not above it, and returns how many. No branch hangs on
 * a value, for a processor would guess half of them wrong.
 */
static size_t partition(double *values, size_t n, double pivot, bool not_above)
{
    size_t first = 0;
    for (size_t i = 0; i < n; i++) {
        double value = values[i];
        values[i] = values[first];
        values[first] = value;
        first += not_above ? !(value > pivot) : value < pivot;
    }
    return first;
}

double order_statistic(double *values, size_t n, size_t rank)
{
    while (n > FEW) {
        double pivot = middle_of(values[0], values[n / 2], values[n - 1]);
        size_t first = partition(values, n, pivot, false);
        if (first == 0) { /* none is less, so it is the least; perhaps many are like it */
            first = partition(values, n, pivot, true);
            if (rank < first)
                return pivot;
        }
        if (rank < first) {
            n = first;
        } else {
            values += first;
            n -= first;
            rank -= first;
        }
    }
    sort(values, n);
    return values[rank];
}

double median_reordering(double *values, size_t n)
{
    double upper = order_statistic(values, n, n / 2);
    if (n % 2)
        return upper;
    double lower = values[0];
    for (size_t i = 1; i < n / 2; i++)
        lower = values[i] > lower ? values[i] : lower;
    return lower + (upper - lower) / 2;
}
