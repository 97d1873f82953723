/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is new since an earlier edition: for each indicator and area the figures that have come, the
 * figures that were revised, and the verdict then and now. Both editions are judged by today's
 * rule, each on the figures it shows, so a changed verdict is never a changed rule.
 *
 * Only what stands open is compared: a figure that either edition hides is neither new nor revised.
 */
#ifndef PEJLING_FINDINGS_EDITION_NEWS_H
#define PEJLING_FINDINGS_EDITION_NEWS_H

#include "pejling/findings/findings.h"

/* The level of one period in both editions, and the cells with the counts behind it. */
struct revised_level {
    const struct finding *then, *now;
    const struct released_cell *cell_then, *cell_now;
};

/* The news of one indicator in one area: one of the plan's, their total, or the municipality. */
struct area_news {
    const struct indicator *indicator;
    const struct area *area;
    const struct finding *latest; /* level; NULL for none */
    /* Levels of periods that the earlier edition had no figure for, in their order. */
    const struct finding **added;
    size_t added_count;
    struct revised_level *revised;
    size_t revised_count;
    bool verdict_changed; /* another verdict, firmer or less firm, or another direction */
};

/* In the order of indicator and area, without those that have no news. */
struct edition_news {
    const struct findings *then, *now;
    const struct area_news *items;
    size_t count;
};

/*
 * edition_news_compare(arena, then, now): both of the same catalogue, and kept. A figure is revised
 * where it differs by more than the rounding of a shared edition, or its counts do. The total is
 * not called revised in a period in which one of its areas is: it follows from that.
 */
struct edition_news edition_news_compare(struct arena *arena, const struct findings *then,
                                         const struct findings *now);

#endif
