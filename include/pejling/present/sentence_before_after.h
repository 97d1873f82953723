/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Before and after the plan's start in sentences: "ændret efter planens start", never because of
 * it, and never better or worse. What would explain a change without any plan stands with it: that
 * the gap was on its way already, that other dates show as much, that it is no more than drift, and
 * what regression to the mean alone must be expected to give.
 */
#ifndef PEJLING_PRESENT_SENTENCE_BEFORE_AFTER_H
#define PEJLING_PRESENT_SENTENCE_BEFORE_AFTER_H

#include "pejling/present/sentence.h"

/*
 * sentence_before_after(speaker, indicator, area): the mean gap before and after, the change with
 * its interval, and all that speaks against making much of it; or why the two cannot be compared.
 * "" where there is nothing to compare.
 */
struct sentence sentence_before_after(const struct speaker *speaker,
                                      const struct indicator *indicator, const struct area *area);

/*
 * sentence_before_after_short(speaker, indicator, area): the means, the change, of a change that is
 * sure an earlier drift and whether drift is enough for it, and regression to the mean; "" where
 * before and after cannot be compared.
 */
struct sentence sentence_before_after_short(const struct speaker *speaker,
                                            const struct indicator *indicator,
                                            const struct area *area);

#endif
