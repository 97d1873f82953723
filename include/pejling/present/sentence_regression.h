/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Regression to the mean, said beside a change of the gap: areas that were chosen because they were
 * extreme come nearer the others by themselves, so that part of a narrowing, or all, may be that.
 */
#ifndef PEJLING_PRESENT_SENTENCE_REGRESSION_H
#define PEJLING_PRESENT_SENTENCE_REGRESSION_H

#include "pejling/present/sentence.h"

/*
 * sentence_regression_share(speaker, change, first, expected): whether a change of the gap is no
 * larger than what is to be expected, or not certainly larger; "" of one that is, and of a gap
 * that did not come nearer to 0. `first` is the gap before the change.
 */
const char *sentence_regression_share(const struct speaker *speaker, const struct finding *change,
                                      double first, const struct finding *expected);

/*
 * sentence_add_regression_of_year(speaker, sentence, change): adds to what is said of a
 * STATISTIC_GAP_CHANGE how much of it is to be expected were the area chosen by the figure of its
 * first period; quotes STATISTIC_REGRESSION_TO_MEAN_YEAR, and adds nothing without it.
 */
void sentence_add_regression_of_year(const struct speaker *speaker, struct sentence *sentence,
                                     const struct finding *change);

#endif
