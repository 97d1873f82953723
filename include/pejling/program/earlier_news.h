/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is new since the latest of the editions that a plan names, for the edition being made. */
#ifndef PEJLING_PROGRAM_EARLIER_NEWS_H
#define PEJLING_PROGRAM_EARLIER_NEWS_H

#include "pejling/present/news.h"

/*
 * earlier_news_write(place, plan, earlier, findings, news): tells the news of `findings`, and writes
 * tabeller/nyt.csv. `*news` is NULL where the plan in the folder `plan` names no edition. One that
 * cannot be compared with, as it is of other definitions or another policy, stops nothing: `*news`
 * then says why. False, and a PROBLEM_FILE, where the table cannot be written.
 */
bool earlier_news_write(const struct place *place, const char *plan,
                        const struct earlier_editions *earlier, const struct findings *findings,
                        const struct news **news);

#endif
