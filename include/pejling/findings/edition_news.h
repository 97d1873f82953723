/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is new since an earlier edition of the same plan: for each indicator and area the figures
 * that have come, were revised, are gone, hidden or shown; what moved by more than chance and the years'
 * usual ups and downs; and the verdict
 * then and now with what made it another one.
 *
 * Figures that either edition hides are never compared: what becomes of them is told without them.
 */
#ifndef PEJLING_FINDINGS_EDITION_NEWS_H
#define PEJLING_FINDINGS_EDITION_NEWS_H

#include "pejling/findings/cell_changes.h"
#include "pejling/findings/findings.h"

/*
 * What made a verdict another one, as flags: each is a step from the verdict that the earlier
 * edition told to today's, and one verdict may have changed in several steps.
 */
enum verdict_cause {
    CAUSE_METHOD = 1,  /* today's rule on the earlier edition's own figures and breaks */
    CAUSE_BREAKS = 2,  /* today's breaks */
    CAUSE_REVISED = 4, /* figures that the earlier edition had, as they are now, its own or ... */
    CAUSE_HIDDEN = 8,  /* ... hidden where they were shown, or the other way round */
    CAUSE_NEW = 16,    /* figures of its own or its comparator that have come */
    CAUSE_OTHER_SERIES = 32 /* none of its own: other series that are judged together with it */
};
#define VERDICT_CAUSES 6

/* A level or gap whose change between the latest periods of both editions leaves 0 out. */
struct latest_move {
    const struct finding *from, *to; /* of the new edition; NULL where nothing has moved */
    struct estimate change;          /* to less from */
};

/* Indicators or areas, each once. */
struct indicator_list {
    const struct indicator **items;
    size_t count;
};
struct area_list {
    const struct area **items;
    size_t count;
};

/* The news of one indicator in one area. */
struct area_news {
    const struct indicator *indicator;
    const struct area *area;
    const struct finding *latest;      /* level; NULL for none */
    const struct cell_change *changes; /* of everybody and of groups, those that follow too */
    size_t change_count;
    struct latest_move level, gap;
    const struct gap_verdict *verdict_then; /* as it was told, where that is known */
    bool verdict_changed;         /* another verdict, firmer or less firm, or another direction */
    unsigned causes;              /* of enum verdict_cause */
    struct indicator_list others; /* with CAUSE_OTHER_SERIES: of the same class and municipality,
                                     with figures of areas or municipality that have changed ... */
    unsigned other_changes;       /* ... in these ways, as flags 1 << enum change_kind */
};

struct edition_news {
    const struct findings *then, *now;
    const struct catalogue *definitions; /* the earlier edition's own; NULL where not known */
    bool method_changed; /* any verdict it told is another by today's rule on its own figures */
    const struct area_news *items; /* in the order of indicator and area, those with news only */
    size_t count;
    struct indicator_list new_indicators, gone_indicators; /* that only one edition has */
    struct area_list new_areas, gone_areas;                /* likewise, without the derived rest */
};

/* What is compared. */
struct edition_pair {
    const struct findings *then, *now;   /* of the same catalogue, today's; kept */
    const struct catalogue *definitions; /* the earlier edition's own; NULL where not known */
    const struct verdicts *told;         /* the verdicts that it told, of which verdict, strength,
                                            direction and reason are there; NULL likewise */
};

/*
 * edition_news_compare(arena, pair): a level or gap has moved where the interval of its change
 * from the earlier edition's latest period to this one's, both as this edition has them, leaves 0
 * out, and no break lies between. The interval is METHOD_MOVER (difference.h), chance within the two
 * years; on each side at least t(n - 2) s sqrt 2, where the segment has n >= 5 periods that lie about
 * their least-squares line with the spread s: years that vary for reasons of their own (statistics.md
 * B10: within-year intervals alone err in .15 of such comparisons). With fewer periods it is chance
 * within the years alone.
 */
struct edition_news edition_news_compare(struct arena *arena, const struct edition_pair *pair);

/* verdict_cause_code(cause): `revised`, for machine files. */
const char *verdict_cause_code(enum verdict_cause cause);

#endif
