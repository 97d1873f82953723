/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two editions compared, told whole: as text for the terminal and as a page. Unlike the news of a
 * pack, which quotes that edition's own findings, it tells the numbers of both.
 */
#ifndef PEJLING_PRESENT_COMPARISON_H
#define PEJLING_PRESENT_COMPARISON_H

#include "pejling/findings/edition_news.h"

/* One kind of news: a heading, what its lines mean ("" for nothing to say), and at least one line. */
struct comparison_part {
    const char *heading, *basis;
    const char **lines;
    size_t count, capacity;
};

#define COMPARISON_PARTS 6

struct comparison {
    const struct edition_news *news;
    const char *then, *now; /* with their marks: `2024 · opdigtede tal · delt` */
    struct comparison_part parts[COMPARISON_PARTS];
    size_t count;        /* of the parts that have lines */
    const char *nothing; /* what there is no news of, in one sentence; "" for none */
};

/*
 * comparison_tell(arena, language, news, then_edition): what there is to say, in the order of its
 * weight; `then_edition` is the name of the earlier edition, `2024`.
 */
struct comparison comparison_tell(struct arena *arena, enum language language,
                                  const struct edition_news *news, const char *then_edition);

/* comparison_text(arena, language, comparison): plain text of at most 100 columns. */
const char *comparison_text(struct arena *arena, enum language language,
                            const struct comparison *comparison);

#endif
