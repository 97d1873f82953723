/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two editions compared, as a page in the look of the pack and a table for machines. */
#ifndef PEJLING_PRESENT_COMPARISON_PAGE_H
#define PEJLING_PRESENT_COMPARISON_PAGE_H

#include "pejling/present/comparison.h"
#include "pejling/present/place.h"

#define COMPARISON_PAGE "sammenligning.html"
#define COMPARISON_TABLE "sammenligning.csv"

/*
 * comparison_page_write(place, comparison): COMPARISON_PAGE, which needs no other file. False, and a
 * PROBLEM_FILE, where it cannot be written.
 */
bool comparison_page_write(const struct place *place, const struct comparison *comparison);

/*
 * comparison_table_write(place, news, earlier): COMPARISON_TABLE, the sheet of news_sheet.h for
 * machines; `earlier` is the name of the earlier edition. False, and a PROBLEM_FILE, likewise.
 */
bool comparison_table_write(const struct place *place, const struct edition_news *news,
                            const char *earlier);

#endif
