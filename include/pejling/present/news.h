/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is new since an earlier edition, in sentences and as a table. The sentences quote findings
 * of this edition only, so that their numbers stand in resultater.csv; what a revised figure was
 * before is told by the table, tabeller/nyt.csv.
 */
#ifndef PEJLING_PRESENT_NEWS_H
#define PEJLING_PRESENT_NEWS_H

#include "pejling/findings/edition_news.h"
#include "pejling/present/place.h"
#include "pejling/present/sentence.h"

/* Changed verdicts first, then what moved, figures that have come, were revised, or are gone. */
struct news {
    const char *basis; /* two or three sentences: what is compared with what, by which rule */
    const struct sentence *items;
    size_t count;                        /* at least 1: where nothing is new, that is said, ... */
    const struct edition_news *compared; /* ... but 0 where this is NULL, and nothing compared; */
    const char *earlier;                 /* the name of the earlier edition */
};

/* news_tell(speaker, news, earlier): `earlier` is the name of that edition, `2024`. */
struct news news_tell(const struct speaker *speaker, const struct edition_news *news,
                      const char *earlier);

/*
 * news_refused(arena, language, earlier, reason): that the earlier edition is not compared with, and
 * why: no items, and nothing compared.
 */
struct news news_refused(struct arena *arena, enum language language, const char *earlier,
                         const char *reason);

/* news_write(place, news, earlier): tabeller/nyt.csv; the folder must be there. */
bool news_write(const struct place *place, const struct edition_news *news, const char *earlier);

#endif
