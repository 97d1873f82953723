/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/label_spread.h"

#include <math.h>
#include <stdlib.h>

static int compare(const void *left, const void *right)
{
    double *const *a = left, *const *b = right;
    if (**a < **b || **a > **b)
        return **a < **b ? -1 : 1;
    return (*a > *b) - (*a < *b);
}

/*
 * With i * apart taken off, heights that are far enough apart are heights that do not fall, and the
 * nearest of those are found by pooling neighbours that do (Ayer et al. 1955).
 */
void label_spread(double **heights, size_t count, struct label_room room)
{
    if (count == 0)
        return;
    qsort(heights, count, sizeof *heights, compare);
    for (size_t i = 0; i < count; i++) {
        *heights[i] -= (double)i * room.apart;
        size_t first = i;
        double sum = *heights[i];
        while (first > 0 && *heights[first - 1] > sum / (double)(i - first + 1))
            sum += *heights[--first];
        for (size_t k = first; k <= i; k++)
            *heights[k] = sum / (double)(i - first + 1);
    }
    double high = room.high - (double)(count - 1) * room.apart;
    for (size_t i = 0; i < count; i++)
        *heights[i] = fmax(fmin(*heights[i], high), room.low) + (double)i * room.apart;
}
