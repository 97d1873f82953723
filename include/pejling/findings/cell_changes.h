/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What became of each figure between two editions of one plan: of areas and sections, of groups, of
 * the municipality, of twins and the country. The derived rest of a municipality is passed over, for
 * it follows from the others.
 */
#ifndef PEJLING_FINDINGS_CELL_CHANGES_H
#define PEJLING_FINDINGS_CELL_CHANGES_H

#include "pejling/disclosure/released.h"

enum change_kind {
    CHANGE_NEW,        /* a figure where there was none */
    CHANGE_NEW_HIDDEN, /* the same, but hidden */
    CHANGE_REVISED,    /* another figure */
    CHANGE_GONE,       /* no figure where there was one, shown or hidden */
    CHANGE_HIDDEN,     /* was shown */
    CHANGE_SHOWN,      /* was hidden */
    CHANGE_KINDS
};

struct cell_change {
    enum change_kind kind;
    const struct released_cell *cell;       /* its place: `now`, or `then` where that is NULL */
    const struct released_cell *then, *now; /* NULL where the edition has no such row */
    bool follows; /* a sum that is revised as one of its parts is in the same period */
};

/* In the order of indicator, area, group and period. */
struct cell_changes {
    const struct cell_change *items;
    size_t count;
    const struct catalogue *catalogue;
    const size_t *starts; /* of each indicator x area, indicator-major, and one past the last */
};

/*
 * cell_changes_make(arena, then, now): both tables of the same catalogue, and kept. A figure is
 * revised where its value differs by more than the rounding of a shared edition, or its counts do.
 * A revised sum follows from its parts: an area from its sections, the total from its areas,
 * everybody from the groups; a municipality is no sum of areas. Between a shared and an internal
 * edition, what only one of them hides is passed over, and what one of them rounds is no revision.
 */
struct cell_changes cell_changes_make(struct arena *arena, const struct released_table *then,
                                      const struct released_table *now);

/* cell_changes_of(changes, indicator, area): those of one series and its groups; without `starts`. */
struct cell_changes cell_changes_of(const struct cell_changes *changes,
                                    const struct indicator *indicator, const struct area *area);

#endif
