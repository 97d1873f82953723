/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is new since an earlier edition as a table: a row for each changed verdict, each level or gap
 * that moved, each figure and each indicator or area that only one edition has.
 */
#ifndef PEJLING_PRESENT_NEWS_SHEET_H
#define PEJLING_PRESENT_NEWS_SHEET_H

#include "pejling/findings/edition_news.h"
#include "pejling/present/sheet.h"

/* For readers in names and words, or for machines in codes and with all digits. */
enum news_form { NEWS_FOR_READERS, NEWS_FOR_MACHINES };

/* news_sheet(arena, language, form, news, earlier): `earlier` is the name of that edition. */
struct sheet news_sheet(struct arena *arena, enum language language, enum news_form form,
                        const struct edition_news *news, const char *earlier);

#endif
