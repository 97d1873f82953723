/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an indicator is, in words: how it is counted, what kind of figure, which way is better. */
#ifndef PEJLING_PRESENT_INDICATOR_WORDS_H
#define PEJLING_PRESENT_INDICATOR_WORDS_H

#include "pejling/base/arena.h"
#include "pejling/model/catalogue.h"

/* indicator_reporting(arena, language, reporting): `status den 1. januar hvert år`, `skoleår`. */
const char *indicator_reporting(struct arena *arena, enum language language,
                                struct reporting reporting);

/* indicator_polarity(language, polarity): `højere er bedre`. */
const char *indicator_polarity(enum language language, enum polarity polarity);

/* indicator_measure(language, measure): `andel: personer talt blandt personer`. */
const char *indicator_measure(enum language language, enum measure measure);

/* area_role_code(role): as in omraader.csv, `område`; `rest` of the derived one. */
const char *area_role_code(enum area_role role);

/* area_role_words(language, role): what such an area is. */
const char *area_role_words(enum language language, enum area_role role);

#endif
