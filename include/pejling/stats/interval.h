/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Intervals for one level. A register counts everybody, so there is no sampling error: the interval
 * describes the process that produced this year's count, so that noise is not read as news.
 * `confidence` is a share, 0.95, throughout; of interval_wilson and interval_garwood 0 asks for the
 * value alone (a point, NOT_APPLICABLE), which costs little. Shares and rates are per person.
 */
#ifndef PEJLING_STATS_INTERVAL_H
#define PEJLING_STATS_INTERVAL_H

#include "pejling/stats/estimate.h"

/*
 * interval_wilson(x, n, confidence): share x/n with the score interval
 *   (2x + z^2 -+ z sqrt(z^2 + 4x(1 - x/n))) / (2(n + z^2))
 * of Wilson (1927, JASA 22:209), recommended by Newcombe (1998a, Statist. Med. 17:857). x may have
 * decimals (full-time persons). The lower limit is exactly 0 at x = 0, the upper exactly 1 at
 * x = n. Undefined (NO_DENOMINATOR) for n <= 0, (INCONSISTENT_INPUT) outside 0 <= x <= n.
 */
struct estimate interval_wilson(double x, double n, double confidence);

/*
 * interval_clopper_pearson(x, n, confidence): share x/n with the exact binomial limits
 *   Beta^-1(a/2; x, n - x + 1), Beta^-1(1 - a/2; x + 1, n - x)
 * of Clopper & Pearson (1934, Biometrika 26:404): never below its level, and wide. Lower limit
 * exactly 0 at x = 0, upper exactly 1 at x = n; x may have decimals. Undefined as Wilson's.
 */
struct estimate interval_clopper_pearson(double x, double n, double confidence);

/*
 * interval_garwood(events, exposure, confidence): rate events/exposure with the exact Poisson
 * limits chi2(a/2; 2 events)/2 and chi2(1 - a/2; 2 events + 2)/2, over the exposure, of Garwood
 * (1936, Biometrika 28:437). Lower limit exactly 0 without events. Undefined (NO_DENOMINATOR) for
 * exposure <= 0, (INCONSISTENT_INPUT) for negative events.
 */
struct estimate interval_garwood(double events, double exposure, double confidence);

/*
 * interval_byar(events, exposure, confidence): rate events/exposure with Byar's approximation to
 * Garwood's limits as PHEindicatormethods has it (Breslow & Day 1987, IARC 82, p. 69)
 *   x (1 - 1/(9x) - z/(3 sqrt x))^3, the upper one with y = x + 1 for x and + for -z
 * over the exposure; the form that uses x + 1/2 in both limits goes by the same name elsewhere. The
 * lower limit is 0 where the cube is negative. A point (NO_EVENTS) without events, where Byar's
 * lower limit does not exist (interval_byar_upper does); else undefined as Garwood's.
 */
struct estimate interval_byar(double events, double exposure, double confidence);

/* interval_byar_upper(events, confidence): Byar's upper limit of a count of 0 or more. */
double interval_byar_upper(double events, double confidence);

/*
 * interval_mean(mean, n, spread, confidence): mean -+ t(1 - a/2; n - 1) spread / sqrt(n), Student
 * (1908). `spread` is the standard deviation between persons. A point without interval (NO_SPREAD)
 * for n < 2 or a spread that is not known (negative).
 */
struct estimate interval_mean(double mean, double n, double spread, double confidence);

/*
 * survey_effective_answers(answers, design_effect, population): the number of independent answers a
 * survey is worth: answers / design effect (Kish 1965), over 1 - answers / population for a finite
 * population; population 0 where it is not known. Everybody asked: infinity, and Wilson's interval
 * shrinks to the point.
 */
double survey_effective_answers(double answers, double design_effect, double population);

#endif
