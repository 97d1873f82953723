/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Regression to the mean (statistics.md B10): areas get on a list because they are extreme, and who
 * is extreme in a year is so in part by the chance of that year. Measured again they lie nearer the
 * others, without anything having changed. This is how much nearer.
 */
#ifndef PEJLING_STATS_REGRESSION_TO_MEAN_H
#define PEJLING_STATS_REGRESSION_TO_MEAN_H

#include <stddef.h>

/*
 * selection_intensity(chosen, candidates): the mean of the m largest of N independent standard
 * normal values: with q = m / N and z the normal quantile of 1 - q, that of the truncated normal,
 * phi(z) / q, less Burrows' (1972, Biometrics 28:1091) correction for a finite N,
 *   i = phi(z) / q - (N - m) / (2 m (N + 1) phi(z) / q).
 * Low by 0.03 at most where one is chosen, right to 0.005 from three of 40 on. 0 where all are
 * chosen, or none, or more than all.
 */
double selection_intensity(size_t chosen, size_t candidates);

/*
 * regression_to_mean(intensity, within, between): the movement towards the mean that chance alone
 * gives, on average, to areas that were chosen by one year's figure, from that year to any other:
 *   i W / sqrt(W + B),
 * W = `within` the variance of a year's figure about the area's own line, B = `between` the variance
 * of the areas' true figures (the share W / (W + B) of a selection differential i sqrt(W + B); Davis
 * 1976, Am. J. Epidemiol. 104:493). B = 0, all areas alike, gives the most: i sqrt(W). In the unit
 * of the figure; 0 without variance. A mean over several years of which the one of the choice is
 * one of k moves by 1 / k of it.
 */
double regression_to_mean(double intensity, double within, double between);

#endif
