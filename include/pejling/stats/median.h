/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The middle of some numbers. */
#ifndef PEJLING_STATS_MEDIAN_H
#define PEJLING_STATS_MEDIAN_H

#include <stddef.h>

/*
 * median_sorting(values, n): the median, halfway between the middle two of an even number; leaves
 * the values in ascending order. n must be at least 1, the values finite.
 */
double median_sorting(double *values, size_t n);

#endif
