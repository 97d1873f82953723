/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Absolute gaps between two levels, with intervals. The sign is first minus second. */
#ifndef PEJLING_STATS_DIFFERENCE_H
#define PEJLING_STATS_DIFFERENCE_H

#include <stdbool.h>
#include <stddef.h>

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
 * difference_mover_sum(terms, weights, count): s = sum w e of independent estimates, the same for
 * more than two (Zou & Donner 2008): each term moves the lower limit by (w (e - l))^2 where its
 * weight is positive and by (w (u - e))^2 where it is negative,
 *   L = s - sqrt(sum of those),  U = s + sqrt(sum of the same with l and u exchanged).
 * METHOD_MOVER. A point where a term with weight has no interval; undefined where it has no value,
 * for the reason of the first such.
 */
struct estimate difference_mover_sum(const struct estimate *terms, const double *weights,
                                     size_t count);

/*
 * difference_welch(a, b, confidence): of two means, Welch (1947, Biometrika 34:28) with
 * Satterthwaite's degrees of freedom. A point (NO_SPREAD) without both spreads, or under two
 * persons in either. Two spreads of zero: an interval without width.
 */
struct estimate difference_welch(struct mean a, struct mean b, double confidence);

/* Welch's comparison with its pieces; se, df and p are there with `has_p` only. */
struct difference_test {
    struct estimate difference; /* as difference_welch */
    bool has_p;
    double standard_error, df;
    double p; /* two-sided, for no difference */
};

/*
 * difference_welch_test(a, b, confidence): difference_welch with se = sqrt(va + vb), v =
 * spread^2/n, df = (va + vb)^2 / (va^2/(na - 1) + vb^2/(nb - 1)) (Satterthwaite 1946, Biometrics
 * Bull. 2:110) and the p-value of d/se on df. No p where two spreads are zero, or one is not known.
 */
struct difference_test difference_welch_test(struct mean a, struct mean b, double confidence);

/*
 * difference_miettinen_nurminen(x1, n1, x2, n2, confidence): p1 - p2 with the score interval of
 * Miettinen & Nurminen (1985, Statist. Med. 4:213), every th with
 *   |p1 - p2 - th| <= z sqrt([q1(1 - q1)/n1 + q2(1 - q2)/n2] N/(N - 1)), N = n1 + n2,
 * where q1 = q2 + th are the most likely shares th apart (closed form of Farrington & Manning 1990,
 * Statist. Med. 9:1447). Undefined (NO_DENOMINATOR) for n <= 0, (INCONSISTENT_INPUT) outside
 * 0 <= x <= n or for N <= 1.
 */
struct estimate difference_miettinen_nurminen(double x1, double n1, double x2, double n2,
                                              double confidence);

/*
 * An area beside the municipality that contains it. The gap to the whole is (1 - w) times the gap
 * to the rest, exactly, and so are its limits; the p-value is the same (statistics.md B2).
 */
struct part_whole {
    double w;                  /* n of the area over n of the municipality */
    double part, rest, whole;  /* the three shares */
    struct estimate gap_rest;  /* area minus rest: Newcombe (1998b), method 10 */
    struct estimate gap_whole; /* area minus municipality */
    double correct_error;      /* of gap_whole: (1 - w) sqrt(v_area + v_rest), v = p(1 - p)/n */
    double naive_error;        /* sqrt(v_area + v_municipality), which forgets the overlap */
};

/*
 * difference_part_whole(x, n, whole_x, whole_n, confidence): shares x/n of an area and
 * whole_x/whole_n of the municipality, the area included. Where the two gaps are undefined all else
 * is 0: (NO_DENOMINATOR) for n <= 0, (NO_COMPARATOR) for whole_n = n, where nobody is left,
 * (INCONSISTENT_INPUT) where the area or the rest is not between 0 and its n.
 */
struct part_whole difference_part_whole(double x, double n, double whole_x, double whole_n,
                                        double confidence);

#endif
