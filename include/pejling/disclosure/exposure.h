/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an edition shows of one indicator, beside the raw cells and the sums that bind them: what
 * disclosure control looks at, indicator by indicator.
 */
#ifndef PEJLING_DISCLOSURE_EXPOSURE_H
#define PEJLING_DISCLOSURE_EXPOSURE_H

#include "pejling/disclosure/primary.h"
#include "pejling/disclosure/released.h"

/* What a table shows of the cells of one indicator, and what binds them. */
struct exposure {
    const struct plan *plan;
    const struct cell *const *cells; /* of the indicator */
    const struct released_cell *shown;
    size_t count;
    const struct relation *relations; /* whose wholes are among the cells */
    size_t relation_count;
    const struct released_pool *pools; /* of the indicator */
    size_t pool_count;
    const struct earlier_editions *earlier;
    bool for_limits; /* to tell limits, which must not say that a hidden total is not small */
};

/*
 * exposure_counted(exposure, cell): a cell's count, with what its municipality's public figures for
 * the same group and period leave room for; infinite where there are none, or they do not fit.
 */
struct counted exposure_counted(const struct exposure *exposure, const struct cell *cell);

/*
 * exposure_shows_zero(exposure, cell, figure): whether everybody may know that the cell, if hidden,
 * is neither none nor everybody; see primary_shows_zero.
 */
bool exposure_shows_zero(const struct exposure *exposure, const struct cell *cell,
                         const struct counted *figure);

/*
 * exposure_hides(exposure, cell): whether the rule of primary.h hides a cell of the indicator;
 * false for one without a figure.
 */
bool exposure_hides(const struct exposure *exposure, const struct cell *cell);

/*
 * exposure_next(exposure, cells): moves on to the cells and relations of the next indicator, of the
 * first one to begin with, and takes pools and shown cells away. False behind the last.
 */
bool exposure_next(struct exposure *exposure, const struct cells *cells);

/*
 * exposure_of_limits(exposure): the same, as limits are told from it: of this edition alone, for
 * what else follows from earlier ones is not for us to tell; and with for_limits.
 */
struct exposure exposure_of_limits(const struct exposure *exposure);

/*
 * exposure_find(exposure, area, group, period): where the first cell stands that does not come
 * before that place; the number of cells for none.
 */
size_t exposure_find(const struct exposure *exposure, const struct area *area, const char *group,
                     struct period period);

/* exposure_years(exposure, pool, end): the first of a pool's cells; `end`: behind its last. */
size_t exposure_years(const struct exposure *exposure, const struct released_pool *pool,
                      size_t *end);

/*
 * exposure_whole(exposure, cell): the cell of its municipality for the same group and period, which
 * everybody can hold it against; NULL for none, or none with a figure.
 */
const struct cell *exposure_whole(const struct exposure *exposure, const struct cell *cell);

#endif
