/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Many tests read together (statistics.md B11): Holm (1979, Scand. J. Stat. 6:65) for the few
 * indicators named beforehand, Benjamini & Hochberg (1995, JRSS B 57:289) for all of them. What
 * could not be tested is no part of the family: it counts in no m.
 */
#ifndef PEJLING_STATS_MULTIPLICITY_H
#define PEJLING_STATS_MULTIPLICITY_H

#include <stdbool.h>
#include <stddef.h>

/* One test of the family. The caller sets is_tested and p, multiplicity_adjust the rest. */
struct family_member {
    bool is_tested; /* set to false where p is no number from 0 to 1; the rest is 0 then */
    double p;       /* unadjusted */
    size_t rank;    /* 1 for the smallest p, then on; equal ones in the order given */
    double holm;    /* p adjusted by Holm: compare with the level for any error at all */
    double bh;      /* p adjusted by Benjamini & Hochberg: compare with the rate of false ones */
};

/*
 * multiplicity_adjust(members, n): with p(1) <= ... <= p(m) the tested ones,
 *   holm(i) = max over j <= i of min(1, (m - j + 1) p(j)),
 *   bh(i)   = min over j >= i of min(1, m p(j) / j).
 * Neither is ever below p, and both rise with p. Returns m.
 */
size_t multiplicity_adjust(struct family_member *members, size_t n);

/* multiplicity_rejected(members, n, q): how many have bh <= q. */
size_t multiplicity_rejected(const struct family_member *members, size_t n, double q);

/*
 * multiplicity_fcr_level(q, rejected, m): the confidence 1 - R q / m at which to give intervals for
 * the R of m that were selected with rate q, so that on average a share q of those intervals fails
 * (Benjamini & Yekutieli 2005, JASA 100:71). With R = 0 there is none to give: the level of a
 * single one then, 1 - q / m; with m = 0 it is 1 - q.
 */
double multiplicity_fcr_level(double q, size_t rejected, size_t m);

#endif
