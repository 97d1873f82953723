/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The pieces that sentences are put together from: what is spoken of, when, how much, and between
 * which limits. Amounts are sizes; which way they go is said in words.
 */
#ifndef PEJLING_PRESENT_SENTENCE_WORDS_H
#define PEJLING_PRESENT_SENTENCE_WORDS_H

#include <stdbool.h>

#include "pejling/present/sentence.h"

/* words_say(speaker, danish, english): the one in the speaker's language. */
const char *words_say(const struct speaker *speaker, const char *danish, const char *english)
    __attribute__((format_arg(2), format_arg(3)));

/* words_add(speaker, sentence, text): one sentence more, with its full stop. */
void words_add(const struct speaker *speaker, struct sentence *sentence, const char *text);

/* words_subject(speaker, indicator): `andelen`, `gennemsnittet`, `tallet`, `beløbet`, `antallet`.
 */
const char *words_subject(const struct speaker *speaker, const struct indicator *indicator);

/* words_comparator(language, comparator): `resten af kommunen`, or the municipality as a whole. */
const char *words_comparator(enum language language, const struct area *comparator);

/* words_in_area(speaker, area): `i området`, of the areas together `i områderne`. */
const char *words_in_area(const struct speaker *speaker, const struct area *area);

/* words_unit(speaker, finding): of its amounts; "" for a bare count. Slopes without the year. */
const char *words_unit(const struct speaker *speaker, const struct finding *finding);

/* words_month(language, month): `november`; 1 to 12. */
const char *words_month(enum language language, int month);

/* words_period(speaker, period): `2021`, `skoleåret 2020/21`, `16. november 2021`. */
const char *words_period(const struct speaker *speaker, struct period period);

/* words_in(speaker, period): `i 2021`, `den 16. november 2021`; of an unknown period "". */
const char *words_in(const struct speaker *speaker, struct period period);

/* words_span(speaker, finding): `fra 2014 til 2024`: the periods that the finding rests on. */
const char *words_span(const struct speaker *speaker, const struct finding *finding);

/* words_is_zero(finding, value): whether readers see the value as 0. */
bool words_is_zero(const struct finding *finding, double value);

/*
 * words_amount(speaker, finding, value): its size as the finding is rounded, with the unit; of a
 * level with its sign.
 */
const char *words_amount(const struct speaker *speaker, const struct finding *finding,
                         double value);

/* words_holds_zero(finding): whether its interval holds 0. */
bool words_holds_zero(const struct finding *finding);

/*
 * words_between(speaker, finding): `mellem 0,65 og 2,00`: the limits of an interval that leaves 0
 * out, as sizes; those of a level as they are: `mellem −0,5 og 1,1`.
 */
const char *words_between(const struct speaker *speaker, const struct finding *finding);

/* How the two sides of 0 are called. */
enum words_sides {
    WORDS_CHANGE, /* et fald på 0,8, en stigning på 0,7 */
    WORDS_GAP,    /* en indsnævring på 0,8, en udvidelse på 0,7 */
    WORDS_SIDE    /* 0,8 pct.-point lavere, 0,7 pct.-point højere */
};

/*
 * words_range(speaker, finding, sides, sign): `mellem et fald på 0,8 og en stigning på 0,7
 * pct.-point`: the limits of an interval, each with its side of 0, or `tæt på 0,0` where both are
 * rounded to it. A negative sign turns them.
 */
const char *words_range(const struct speaker *speaker, const struct finding *finding,
                        enum words_sides sides, double sign);

/* Of what is counted in Danish: `én indikator`, `ét område`. */
enum words_gender { WORDS_COMMON, WORDS_NEUTER };

/* words_count(speaker, count, gender): `ingen`, `én` (en: `one`) up to ten, else digits. */
const char *words_count(const struct speaker *speaker, size_t count, enum words_gender gender);

#endif
