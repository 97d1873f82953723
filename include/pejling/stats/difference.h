/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Absolute gaps between two levels, with intervals. The sign is first minus second. */
#ifndef PEJLING_STATS_DIFFERENCE_H
#define PEJLING_STATS_DIFFERENCE_H

#include "pejling/base/moments.h"
#include "pejling/stats/estimate.h"

/*
 * difference_mover(method, a, b): d = a - b with
 *   L = d - sqrt((a - la)^2 + (ub - b)^2),  U = d + sqrt((ua - a)^2 + (b - lb)^2)
 * from the limits (la, ua), (lb, ub) of two independent estimates: the method of variance estimates
 * recovery (Zou & Donner 2008, Statist. Med. 27:1693). With Wilson limits it is Newcombe's hybrid
 * method 10 (1998b, Statist. Med. 17:873), with Garwood limits a difference of rates. A point where
 * one of the two has no interval; undefined, for the same reason, where one has no value.
 */
struct estimate difference_mover(enum method method, struct estimate a, struct estimate b);

/*
 * difference_welch(a, b, confidence): of two means, Welch (1947, Biometrika 34:28) with
 * Satterthwaite's degrees of freedom. A point (NO_SPREAD) without both spreads, or under two
 * persons in either. Two spreads of zero: an interval without width.
 */
struct estimate difference_welch(struct mean a, struct mean b, double confidence);

#endif
