/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a dumbbell figure shows of one area, taken from the findings: a row for each indicator with
 * a value.
 */
#ifndef PEJLING_PRESENT_DUMBBELL_ROWS_H
#define PEJLING_PRESENT_DUMBBELL_ROWS_H

#include <stdbool.h>

#include "pejling/present/sentence.h"

/* All but the level may be NULL, where there is no such finding. */
struct dumbbell_row {
    const struct indicator *indicator;
    const struct area *comparator; /* of the gap's change: the rest of the municipality, or all */
    const struct finding *level, *other; /* the area's latest, the comparator's of then */
    const struct finding *gap, *change;  /* to the comparator, so that the change is the gap's */
};

struct dumbbell_rows {
    const struct findings *findings;
    /* The rest of the municipality where a row is compared with it, else all of it, or NULL. */
    const struct area *area, *comparator;
    struct arena *arena; /* of everything made from this */
    enum language language;
    struct dumbbell_row *items; /* in the order of their goals */
    size_t count;
    struct period period; /* of most rows */
    bool has_axis;        /* a row is in per cent */
    bool has_hidden;      /* an indicator has no row because its values are hidden */
    bool has_whole;       /* a row is compared with all of the municipality */
    bool has_neutral;     /* a difference is sure, but neither good nor bad */
};

/*
 * dumbbell_rows_make(speaker, area, fixed_only): the rows of an area; `fixed_only` as in
 * indicator_order.h.
 */
struct dumbbell_rows dumbbell_rows_make(const struct speaker *speaker, const struct area *area,
                                        bool fixed_only);

/* dumbbell_is_on_axis(row): whether both values are per cents from 0 to 100. */
bool dumbbell_is_on_axis(const struct dumbbell_row *row);

#endif
