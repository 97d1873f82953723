/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The released table: what one edition makes known, cell by cell, and the only thing that findings,
 * texts, figures and files are computed from. A number that is not in it cannot be published, for
 * nothing behind it is within reach of those layers.
 *
 * A cell is an indicator in an area in a period, for everybody or for one group. What its fields
 * mean depends on the indicator's measure:
 *
 *   measure  value (display unit)      denominator       also
 *   share    factor * share            persons           numerator, where counts are released
 *   rate     factor * events/persons   persons           numerator, likewise
 *   mean     mean                      persons           spread, negative where not known
 *   survey   factor * share            answers           design_effect, population,
 *                                                        response_rate (0: not known)
 *   value    the value                 0                 -
 */
#ifndef PEJLING_DISCLOSURE_RELEASED_H
#define PEJLING_DISCLOSURE_RELEASED_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/base/reason.h"
#include "pejling/model/catalogue.h"

enum edition {
    EDITION_SHARED,  /* delt: protected and rounded, may be handed out */
    EDITION_INTERNAL /* intern: everything at full precision, never to leave the house */
};

enum release {
    RELEASE_OPEN,
    RELEASE_HIDDEN, /* disclosure control withholds it; `reason` says so */
    RELEASE_ABSENT  /* there is no figure; `reason` says why */
};

struct released_cell {
    const struct indicator *indicator;
    const struct area *area;
    struct period period;
    const char *group; /* NULL for everybody */
    double time;       /* real time; NaN for an unknown period */
    enum release release;
    enum reason reason; /* REASON_NONE for an open cell */
    enum figure_status status;
    bool has_numerator;
    bool has_limits; /* hidden for a small count: everybody may know the value's limits, ... */
    double lowest, highest; /* ... which are never printed with more than they say in words */
    /* All zero in a cell that is not open. */
    double value, numerator, denominator, spread;
    double design_effect, population, response_rate;
};

/* Cells in the order of indicator, area, group (everybody first) and period. */
struct released_table {
    enum edition edition;
    const struct catalogue *catalogue;
    const struct released_cell *cells;
    size_t count;
    const size_t *starts; /* of each indicator x area, indicator-major, and one past the last */
};

/* A run of cells of one indicator in one area for everybody, in the order of periods. */
struct released_series {
    const struct released_cell *cells;
    size_t count;
};

/* released_series(table, indicator, area): empty where the table has no such cell. */
struct released_series released_series(const struct released_table *table,
                                       const struct indicator *indicator, const struct area *area);

/* released_cell(table, indicator, area, period): for everybody; NULL where there is none. */
const struct released_cell *released_cell(const struct released_table *table,
                                          const struct indicator *indicator,
                                          const struct area *area, struct period period);

/*
 * released_table_make(arena, catalogue, edition, cells, count): sorts `cells`, which the table then
 * owns, and indexes them.
 */
struct released_table released_table_make(struct arena *arena, const struct catalogue *catalogue,
                                          enum edition edition, struct released_cell *cells,
                                          size_t count);

#endif
