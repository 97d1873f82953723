/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two changes that the change of a gap is the difference of, in a sentence. */
#ifndef PEJLING_PRESENT_SENTENCE_BOTH_CHANGES_H
#define PEJLING_PRESENT_SENTENCE_BOTH_CHANGES_H

#include "pejling/present/sentence.h"

/*
 * sentence_both_changes(speaker, indicator, area): how the area's level and the comparator's changed
 * since the baseline, how much the two differ (the difference-in-differences), and which of them
 * moved by more than chance gives; "" where one of them has no value.
 */
struct sentence sentence_both_changes(const struct speaker *speaker,
                                      const struct indicator *indicator, const struct area *area);

#endif
