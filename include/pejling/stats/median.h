/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The middle of some numbers, and others of a given place among them. */
#ifndef PEJLING_STATS_MEDIAN_H
#define PEJLING_STATS_MEDIAN_H

#include <stddef.h>

/*
 * order_statistic(values, n, rank): the value that has `rank` others before it when they stand in
 * ascending order, rank < n, the values finite (Hoare 1961, Algorithm 65: Find). Reorders them so
 * that none before that place is greater and none after it less.
 */
double order_statistic(double *values, size_t n, size_t rank);

/*
 * median_reordering(values, n): the median, halfway between the middle two of an even number;
 * leaves the values in another order. n must be at least 1, the values finite.
 */
double median_reordering(double *values, size_t n);

#endif
