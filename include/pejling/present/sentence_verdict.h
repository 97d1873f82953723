/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sentences about a verdict on a gap: what has become of it and how sure that is, whether it is
 * for the better, and who has moved; or why it cannot be determined.
 */
#ifndef PEJLING_PRESENT_SENTENCE_VERDICT_H
#define PEJLING_PRESENT_SENTENCE_VERDICT_H

#include "pejling/present/sentence.h"

/*
 * verdict_say_briefly(speaker, verdict, sentence): adds what has become of the gap, with the
 * interval and whether it is for the better, or why it cannot be determined, and quotes what that
 * rests on.
 */
void verdict_say_briefly(const struct speaker *speaker, const struct gap_verdict *verdict,
                         struct sentence *sentence);

/* verdict_say(speaker, verdict, sentence): the same, and how sure it is, who moved, what is ahead. */
void verdict_say(const struct speaker *speaker, const struct gap_verdict *verdict,
                 struct sentence *sentence);

/*
 * verdict_has_crossed(verdict): whether the area has gone from one side of what it is compared with
 * to the other.
 */
bool verdict_has_crossed(const struct gap_verdict *verdict);

/* verdict_was_ahead(verdict): of one that has moved and not crossed: whether it is a lead. */
bool verdict_was_ahead(const struct gap_verdict *verdict);

#endif
