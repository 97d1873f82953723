/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Means of groups, put together and taken apart by sums and sums of squares. */
#ifndef PEJLING_BASE_MOMENTS_H
#define PEJLING_BASE_MOMENTS_H

/* A mean of n persons; `spread` their standard deviation (n - 1), negative where not known. */
struct mean {
    double mean, n, spread;
};

/*
 * mean_together(a, b): the two groups as one. A group of nobody changes nothing; the spread is
 * unknown where one of the two is, or where the two are one person at most.
 */
struct mean mean_together(struct mean a, struct mean b);

/*
 * mean_without(whole, part): the mean and spread of those in `whole` who are not in `part`. n is 0
 * or less where nobody is left, and the mean then 0; the spread is unknown where one of the two is,
 * where fewer than two are left, or where the sums of squares contradict each other.
 */
struct mean mean_without(struct mean whole, struct mean part);

#endif
