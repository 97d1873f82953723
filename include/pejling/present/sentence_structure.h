/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sentences about what of a gap goes with the ages of those who live in an area, and what of a change
 * goes with moves. Both are ways to divide a number; none of them says what has caused it.
 */
#ifndef PEJLING_PRESENT_SENTENCE_STRUCTURE_H
#define PEJLING_PRESENT_SENTENCE_STRUCTURE_H

#include "pejling/present/sentence.h"

/*
 * sentence_ages(speaker, indicator, area): `Nord: med samme alderssammensætning som resten af
 * kommunen ville andelen i 2023 være 41,2 pct. (mellem 38,0 og 44,4) mod de viste 43,0 pct. …`, and
 * what the ages amount to; of the latest period that has it, or why none has. "" without age groups.
 */
struct sentence sentence_ages(const struct speaker *speaker, const struct indicator *indicator,
                              const struct area *area);

/*
 * sentence_moves(speaker, indicator, area): how the change of the level divides between stayers and
 * moves, or why it cannot be divided. "" where stayers and in-movers are not given.
 */
struct sentence sentence_moves(const struct speaker *speaker, const struct indicator *indicator,
                               const struct area *area);

/*
 * sentence_movers(speaker, indicator, area): in-movers beside out-movers in the latest period that
 * has both. "" where there is none.
 */
struct sentence sentence_movers(const struct speaker *speaker, const struct indicator *indicator,
                                const struct area *area);

/* structure_last(findings, indicator, area, statistic): the latest with a value, else the last. */
const struct finding *structure_last(const struct findings *findings,
                                     const struct indicator *indicator, const struct area *area,
                                     enum statistic statistic);

/* structure_gap(findings, finding): the gap of a finding's own period to its comparator; or NULL. */
const struct finding *structure_gap(const struct findings *findings, const struct finding *finding);

/*
 * words_moves_unknown(language): that figures do not tell whether they are about the same people:
 * stands beside those that have no groups of movers.
 */
const char *words_moves_unknown(enum language language);

/* structure_has_movers(findings, indicator): whether a change is divided for any of its areas. */
bool structure_has_movers(const struct findings *findings, const struct indicator *indicator);

#endif
