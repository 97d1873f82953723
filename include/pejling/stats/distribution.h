/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Quantiles of the reference distributions, by inverting the distribution functions here: of the
 * chi-squared GSL 2.7.1's own inverse returns NaN for a part of the counts that occur in municipal
 * tables (from about 2,200 events), and its distribution function is off by a millionth at 10
 * million events. The quantiles of chi-squared are right to 14 digits, those of Student and of the
 * beta distribution as far as GSL's functions are: where a and b are millions, to 10 digits.
 */
#ifndef PEJLING_STATS_DISTRIBUTION_H
#define PEJLING_STATS_DISTRIBUTION_H

/* normal_quantile(p): of the standard normal distribution, 0 < p < 1. */
double normal_quantile(double p);

/* student_quantile(p, df): of Student's t with df > 0 degrees of freedom, 0 < p < 1. */
double student_quantile(double p, double df);

/*
 * student_two_sided(t, df): the two-sided p-value of a statistic t, at least 0 and at most 1. With
 * df = HUGE_VAL that of the normal distribution.
 */
double student_two_sided(double t, double df);

/* normal_below(x): the probability below x of the standard normal distribution. */
double normal_below(double x);

/* normal_two_sided(z): the two-sided p-value of a statistic z, at least 0 and at most 1. */
double normal_two_sided(double z);

/* chi_squared_tail(x, df): the probability above x >= 0 of chi-squared, df > 0: its p-value. */
double chi_squared_tail(double x, double df);

/* chi_squared_quantile(p, df): of chi-squared with df > 0 degrees of freedom, 0 < p < 1. */
double chi_squared_quantile(double p, double df);

/* beta_quantile(p, a, b): of the beta distribution with a, b > 0, 0 < p < 1. */
double beta_quantile(double p, double a, double b);

/* distribution_library(): the version of GSL in use. */
const char *distribution_library(void);

/*
 * distribution_start(): GSL ends the process at a domain error unless told otherwise; call this
 * once before anything in stats. Every call into GSL is guarded, so nothing is lost by it.
 */
void distribution_start(void);

#endif
