/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sentences about a municipality's areas held up against each other, and against twins and the
 * country. That a difference is not seen is never said to be none.
 */
#ifndef PEJLING_PRESENT_SENTENCE_BETWEEN_H
#define PEJLING_PRESENT_SENTENCE_BETWEEN_H

#include "pejling/present/sentence.h"

/*
 * sentence_between_pooled(speaker, indicator, total): the verdict on the areas as one: `De tre
 * områder under ét: der er tegn på, at afstanden til resten af kommunen er indsnævret med 0,66 pct.-point om året
 * (mellem 0,21 og 1,12) fra 2014 til 2023. Det er i givet fald en forbedring.` Where the
 * areas' own slopes differ, that is said. "" without rows, or of an indicator without a trend.
 */
struct sentence sentence_between_pooled(const struct speaker *speaker,
                                        const struct indicator *indicator,
                                        const struct area *total);

/*
 * sentence_between_levels(speaker, indicator, total): whether the levels differ by more than
 * chance gives, and then which pairs surely do. "" without rows.
 */
struct sentence sentence_between_levels(const struct speaker *speaker,
                                        const struct indicator *indicator,
                                        const struct area *total);

/*
 * sentence_between_slopes(speaker, indicator, total): the same of the areas' development. "" of an
 * indicator without a trend too.
 */
struct sentence sentence_between_slopes(const struct speaker *speaker,
                                        const struct indicator *indicator,
                                        const struct area *total);

/*
 * sentence_between_rank(speaker, rank, all, count): `plads 1–3 af 3`, or `plads 2 af 3` where only
 * one is possible; why there is none. `all` are the ranks of all areas, which say how many there
 * are.
 */
struct sentence sentence_between_rank(const struct speaker *speaker, const struct finding *rank,
                                      const struct finding *const *all, size_t count);

/*
 * sentence_further(speaker, indicator, area, other): how far the area lies from a twin or the
 * country in the latest period with a gap, and whether that is more than chance gives. Why not
 * where there is none; "" without rows.
 */
struct sentence sentence_further(const struct speaker *speaker, const struct indicator *indicator,
                                 const struct area *area, const struct area *other);

/*
 * further_latest(findings, indicator, area, other): the further gap of the latest period that has a
 * value; NULL for none.
 */
const struct finding *further_latest(const struct findings *findings,
                                     const struct indicator *indicator, const struct area *area,
                                     const struct area *other);

#endif
