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
#include "pejling/model/catalogue_part.h"

/* No number of a shared edition has more decimals, in any of its files. */
#define SHARED_DECIMALS 6

#define COUNT_DECIMALS 2 /* the finest of a count: hundredths of a person */

/* Persons: sums that are apart by less are the same, but for the rounding of decimals. */
#define PERSONS_ROUNDING 0.05

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
    const char *group;  /* NULL for everybody */
    double time;        /* real time; NaN for an unknown period */
    struct location at; /* its row; line 0 for a sum, and where it was read from a file of cells */
    enum release release;
    enum reason reason; /* REASON_NONE for an open cell */
    enum figure_status status;
    bool has_numerator; /* an open count; without it the value is rounded, and its count not told */
    bool has_limits;    /* hidden, and everybody may know what the value lies between, ... */
    double lowest, highest; /* ... in the display unit; the denominator is then told too */
    /* All zero in a cell that is not open, but for the denominator that goes with limits. */
    double value, numerator, denominator, spread;
    double design_effect, population, response_rate;
};

/* Three years of one area taken together, offered where some of them are hidden. Always open. */
struct released_pool {
    const struct indicator *indicator;
    const struct area *area;
    struct period from, to;
    double value, numerator, denominator;
};

/* Cells in the order of indicator, area, group (everybody first) and period. */
struct released_table {
    enum edition edition;
    const struct catalogue *catalogue;
    const struct released_cell *cells;
    size_t count;
    const size_t *starts; /* of each indicator x area, indicator-major, and one past the last */
    const size_t *groups; /* where the cells of its groups begin, behind those of everybody */
    const struct released_pool *pools; /* in the order of indicator, area and period */
    size_t pool_count;
};

/* Shared editions that went out before, made into tables with this plan's catalogue. */
struct earlier_editions {
    const struct released_table *tables; /* in the order of `tidligere_udgave`, the latest first */
    size_t count;
    const char *latest; /* what the first calls itself, `2024`; NULL for none */
};

/* A run of cells of one indicator in one area, for everybody in the order of periods. */
struct released_series {
    const struct released_cell *cells;
    size_t count;
};

/* released_series(table, indicator, area): empty where the table has no such cell. */
struct released_series released_series(const struct released_table *table,
                                       const struct indicator *indicator, const struct area *area);

/*
 * released_groups(table, indicator, area): the cells of the groups, in the order of groups and
 * within each of periods; empty where there are none.
 */
struct released_series released_groups(const struct released_table *table,
                                       const struct indicator *indicator, const struct area *area);

/* released_cell(table, indicator, area, period): for everybody; NULL where there is none. */
const struct released_cell *released_cell(const struct released_table *table,
                                          const struct indicator *indicator,
                                          const struct area *area, struct period period);

/*
 * released_cell_of_group(table, cell): the cell in the place of `place` (its indicator, area, group
 * and period); NULL where there is none.
 */
const struct released_cell *released_cell_of_group(const struct released_table *table,
                                                   const struct released_cell *place);

/*
 * released_table_make(arena, catalogue, edition, cells, count): sorts `cells`, which the table then
 * owns, and indexes them. It has no pools yet.
 */
struct released_table released_table_make(struct arena *arena, const struct catalogue *catalogue,
                                          enum edition edition, struct released_cell *cells,
                                          size_t count);

/*
 * earlier_editions_part(arena, whole, part): what earlier editions showed of the areas of a part of
 * the catalogue.
 */
struct earlier_editions earlier_editions_part(struct arena *arena,
                                              const struct earlier_editions *whole,
                                              const struct catalogue_part *part);

/*
 * released_limit(indicator, count, persons): a count that is a limit, in the display unit; the one
 * way in which limits are made and read back.
 */
double released_limit(const struct indicator *indicator, double count, double persons);

/* released_is_open(cell): whether there is a cell and its figure is shown; false for NULL. */
bool released_is_open(const struct released_cell *cell);

/*
 * released_count(cell): the persons or events of an open cell as its value tells them,
 * value / factor * denominator, of shares at most everybody. Findings take this one everywhere, also
 * where the numerator is open: so levels, gaps and their parts agree with each other and with what
 * is shown.
 */
double released_count(const struct released_cell *cell);

/* released_table_pool(table, pools, count): sorts `pools`, which the table then owns. */
void released_table_pool(struct released_table *table, struct released_pool *pools, size_t count);

#endif
