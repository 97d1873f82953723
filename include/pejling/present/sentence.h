/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sentences about findings, in the language of the edition. Each carries the findings it quotes, so
 * that whoever reads it, a test too, finds every number of it in resultater.csv and can hold every
 * word against them.
 *
 * Each begins with the name of its area (`Ringparken: andelen …`), which so needs no preposition.
 * They describe and never explain: a figure "er faldet", nothing "har sænket" it. What is better
 * and worse comes from the indicator's good direction, never from a sign.
 */
#ifndef PEJLING_PRESENT_SENTENCE_H
#define PEJLING_PRESENT_SENTENCE_H

#include "pejling/findings/findings.h"

#define SENTENCE_QUOTES 64 /* a headline over more verdicts notes the first of them */

struct sentence {
    const char *text; /* one or more whole sentences, plain text; "" for none */
    const struct finding *quoted[SENTENCE_QUOTES];
    size_t count;
};

/* What sentences are made from and with. */
struct speaker {
    struct arena *arena;
    enum language language;
    const struct findings *findings;
};

/* sentence_quote(sentence, finding): notes that it is quoted; NULL and what is noted already are not. */
void sentence_quote(struct sentence *sentence, const struct finding *finding);

/*
 * sentence_key(arena, finding): its place in resultater.csv: indicator, area, statistic, where there
 * are several the comparator, and where there are several the period: `neet/nord/level/2023`,
 * `neet/nord/level_difference/syd`.
 */
const char *sentence_key(struct arena *arena, const struct finding *finding);

/*
 * sentence_unnamed(arena, sentence, area): the same without the area's name in front, for a place
 * where it is read already: `Andelen er faldet …`.
 */
struct sentence sentence_unnamed(struct arena *arena, struct sentence sentence,
                                 const struct area *area);

/*
 * sentence_level(speaker, indicator, area): the level now, what it was at the baseline and whether
 * it has become better or worse since then: `Ringparken: andelen er faldet fra 16,2 pct. i 2021 til
 * 12,7 pct. i 2024. Det er en forbedring på 3,5 pct.-point (mellem 1,4 og 5,6), mere end tilfældige
 * udsving plejer at give.` Where the two cannot be compared, the level alone and why.
 */
struct sentence sentence_level(const struct speaker *speaker, const struct indicator *indicator,
                               const struct area *area);

/*
 * sentence_gap(speaker, indicator, area): how far the area now lies from what it is compared with,
 * on which side, and how sure that is.
 */
struct sentence sentence_gap(const struct speaker *speaker, const struct indicator *indicator,
                             const struct area *area);

/*
 * sentence_gap_change(speaker, indicator, area): how much larger or smaller the gap is than at the
 * baseline. It is the answer of series that are too short for a verdict; "" where there is none.
 */
struct sentence sentence_gap_change(const struct speaker *speaker,
                                    const struct indicator *indicator, const struct area *area);

/*
 * sentence_verdict(speaker, indicator, area): the verdict on the gap with its change a year and the
 * interval of it, or why nothing can be said, and when it can be at the earliest. Who has moved is
 * said where the slopes of both levels bear it out. "" where there is no verdict to get.
 */
struct sentence sentence_verdict(const struct speaker *speaker, const struct indicator *indicator,
                                 const struct area *area);

#endif
