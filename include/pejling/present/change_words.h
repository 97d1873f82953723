/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words for what is new between two editions, the same in every text and table. */
#ifndef PEJLING_PRESENT_CHANGE_WORDS_H
#define PEJLING_PRESENT_CHANGE_WORDS_H

#include "pejling/findings/edition_news.h"

/* change_listed(arena, language, words, count): `a`, `a og b`, `a, b og c`; "" for none. */
const char *change_listed(struct arena *arena, enum language language, const char *const *words,
                          size_t count);

/* change_period(arena, period): as readers see it. */
const char *change_period(struct arena *arena, struct period period);

/* A set of periods in their order, each once. */
struct change_periods {
    struct period *items;
    size_t count, capacity;
};

/* change_periods_add(arena, periods, period): unless it is there. */
void change_periods_add(struct arena *arena, struct change_periods *periods, struct period period);

/* change_periods_text(arena, language, periods): `2023`, `2022 og 2023`, `6 perioder fra 2014 til 2023`. */
const char *change_periods_text(struct arena *arena, enum language language,
                                const struct change_periods *periods);

/* change_kind(language, kind): `revideret tal`. change_kind_code(kind): `revised`. */
const char *change_kind(enum language language, enum change_kind kind);
const char *change_kind_code(enum change_kind kind);

/*
 * change_causes(arena, language, item): what made its verdict another one, `nye tal og en ændret
 * metode`; of other series also which they are.
 */
const char *change_causes(struct arena *arena, enum language language,
                          const struct area_news *item);

/* change_causes_code(arena, causes): `new_figures method`. */
const char *change_causes_code(struct arena *arena, unsigned causes);

/* change_basis(language, news): by which rule both editions are judged, one sentence. */
const char *change_basis(enum language language, const struct edition_news *news);

/* change_direction(language, move): ` (bedre)`, ` (værre)`, or "" where there is no good direction. */
const char *change_direction(enum language language, const struct latest_move *move);

#endif
