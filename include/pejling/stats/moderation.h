/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Many variances, each estimated from a few years, drawn towards what they have in common (Smyth
 * 2004, Stat. Appl. Genet. Mol. Biol. 3:3): each true variance is taken to be
 * phi0 d0 / chi-squared(d0), and d0 and phi0 are read off the spread of the logarithms.
 */
#ifndef PEJLING_STATS_MODERATION_H
#define PEJLING_STATS_MODERATION_H

#include <stddef.h>

#include "pejling/base/reason.h"

/* What the variances have in common, with every step on the way. */
struct moderation {
    enum reason reason;   /* why there is nothing; all else is 0 then */
    size_t count;         /* variances in it */
    double floor;         /* smaller ones counted as this before the logarithm */
    double mean_log;      /* mean of e_i, see moderation_log */
    double log_variance;  /* of the e_i, over count - 1 */
    double sampling_part; /* mean of trigamma(df/2): what df years alone explain of it */
    double prior_df;      /* d0; HUGE_VAL where sampling explains all of the spread */
    double prior_phi;     /* phi0 */
    double df_sum;        /* of all variances */
};

/*
 * moderation_fit(phi, df, n): from n variances phi >= 0 with df > 0 degrees of freedom each
 * (others are left out). With e_i as in moderation_log and
 *   trigamma(d0/2) = var(e) - mean trigamma(df/2),
 *   phi0 = exp(mean e + psi(d0/2) - ln(d0/2));
 * where the right side is not positive d0 = infinity and phi0 = exp(mean e). A variance of zero has
 * no logarithm: as in Smyth's own program, small ones count as 1e-5 of a middle one, here the mean.
 * Undefined (TOO_FEW_SERIES) without any variance; all zero gives d0 = infinity and phi0 = 0.
 */
struct moderation moderation_fit(const double *phi, const double *df, size_t n);

/* moderation_log(moderation, phi, df): e = ln phi - psi(df/2) + ln(df/2), of at least the floor. */
double moderation_log(const struct moderation *moderation, double phi, double df);

/* moderation_phi(moderation, phi, df): (d0 phi0 + df phi) / (d0 + df), between phi and phi0. */
double moderation_phi(const struct moderation *moderation, double phi, double df);

/*
 * moderation_df(moderation, df): the degrees of freedom of a t with moderated variance, d0 + df,
 * but no more than there are in all the variances together.
 */
double moderation_df(const struct moderation *moderation, double df);

/*
 * trigamma_inverse(value): the y > 0 with trigamma(y) = value > 0, by the Newton steps of Smyth
 * (2004, appendix) on 1/trigamma. HUGE_VAL for a value of 0 or less.
 */
double trigamma_inverse(double value);

#endif
