/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Age, or another grouping, taken out of a comparison (statistics.md B17). The groups run in the
 * same order in all arrays.
 */
#ifndef PEJLING_STATS_STANDARDISE_H
#define PEJLING_STATS_STANDARDISE_H

#include <stddef.h>

#include "pejling/stats/estimate.h"

/* Events and persons in each of `count` groups. */
struct strata {
    const double *x, *n;
    size_t count;
};

/* A crude gap in two parts; per person, everything 0 unless `reason` is REASON_NONE. */
struct kitagawa {
    enum reason reason;
    double crude_area, crude_rest;
    double total;              /* crude_area - crude_rest = rate_effect + composition_effect */
    double rate_effect;        /* would be left if the two had their mean composition */
    double composition_effect; /* would be left if both had their mean rates */
    double rate_error, composition_error; /* standard errors from the chance in the rates alone */
};

/* How chance moves the rate of a group. */
enum stratum_chance {
    CHANCE_SHARE, /* persons counted among persons: variance p (1 - p) / n */
    CHANCE_EVENTS /* events: variance x / n^2 */
};

/* Whom an area is held up against. */
enum strata_overlap {
    STRATA_APART, /* others */
    STRATA_WITHIN /* a whole that the area is a part of, group by group */
};

/*
 * standardise_kitagawa(area, rest): Kitagawa (1955, JASA 50:1168). With rates r = x/n and
 * composition c = n / sum n in each group,
 *   rate effect        = sum (rA - rR) (cA + cR) / 2,
 *   composition effect = sum (cA - cR) (rA + rR) / 2.
 * Swapping the two negates everything. A group that is empty in both is left out; undefined
 * (EMPTY_STRATUM) where it is empty in one (join groups instead), (INCONSISTENT_INPUT) where the
 * two differ in their number of groups or a count is negative, (NO_DENOMINATOR) without anybody.
 * The standard errors are 0 here.
 */
struct kitagawa standardise_kitagawa(const struct strata *area, const struct strata *rest);

/*
 * standardise_kitagawa_errors(area, rest, chance, overlap, split): adds to `split`, which is theirs,
 * the standard errors that it has when the compositions are taken as they are and the rates of the
 * groups as independent, with variances vA and vR. With m = (cA + cR)/2 and d = (cA - cR)/2
 *   rate effect         sqrt(sum m^2 (vA + vR)),
 *   composition effect  sqrt(sum d^2 (vA + vR)).
 * With STRATA_WITHIN the rest is the whole: with w = nA/nR in each group and vO the variance of the
 * rate of the others in it, (xR - xA)/(nR - nA),
 *   rate effect         sqrt(sum m^2 (1 - w)^2 (vA + vO)),
 *   composition effect  sqrt(sum d^2 ((1 + w)^2 vA + (1 - w)^2 vO)).
 */
void standardise_kitagawa_errors(const struct strata *area, const struct strata *rest,
                                 enum stratum_chance chance, enum strata_overlap overlap,
                                 struct kitagawa *split);

/* A share with standardised composition. */
struct standardised {
    enum reason reason; /* why the rest is 0 */
    double value, standard_error;
};

/*
 * standardise_share(strata, weights): the share the area would have with the groups in the
 * proportions of `weights`, say the rest's persons: sum c x/n, c = weights / sum weights; variance
 * sum c^2 p (1 - p) / n. Groups without weight are left out. Undefined (EMPTY_STRATUM) where a
 * group with weight has nobody, (NO_DENOMINATOR) without any weight, (INCONSISTENT_INPUT) for a
 * negative weight or x outside 0 to n.
 */
struct standardised standardise_share(const struct strata *strata, const double *weights);

/*
 * standardise_rate(strata, weights, confidence): directly standardised rate of events, with the
 * limits of Dobson et al. (1991, Statist. Med. 10:457)
 *   value + sqrt(v / O) (B - O),  v = sum c^2 x / n^2,
 * O the events of the groups that have weight and B Byar's limits for O:
 *   O (1 - 1/(9 O) - z/(3 sqrt O))^3 and the same of O + 1 with a plus.
 * METHOD_DOBSON. A point (TOO_FEW_EVENTS) below 10 events; undefined as standardise_share, but x
 * may exceed n.
 */
struct estimate standardise_rate(const struct strata *strata, const double *weights,
                                 double confidence);

#endif
