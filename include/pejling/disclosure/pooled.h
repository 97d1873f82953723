/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Three years together, offered in place of years that are hidden. The windows are counted from the
 * plan's baseline year, which ends one: so they are the same in every edition, and two editions
 * cannot be set against each other. Only of shares and rates reported by calendar or school year,
 * of areas and their total, for everybody; and only where nothing hidden is told by it.
 */
#ifndef PEJLING_DISCLOSURE_POOLED_H
#define PEJLING_DISCLOSURE_POOLED_H

#include "pejling/disclosure/equations.h"

#define POOLED_YEARS 3

struct pool_list {
    struct released_pool *items;
    size_t count, capacity;
};

/*
 * pooled_candidates(arena, exposure, catalogue): the windows of an indicator with a hidden year in
 * them, all years there, no break between them, and a count that is not small by itself.
 */
struct pool_list pooled_candidates(struct arena *arena, const struct exposure *exposure,
                                   const struct catalogue *catalogue);

/*
 * pooled_accept(arena, equations, pools): of the pools whose sums are among the equations, appends
 * those to `pools` that leave every need met, one by one; the sums of the others are lifted. The
 * needs must be met, as far as they are without pools, for somebody too who has found out which of
 * the figures are small: four, four and four are told by their sum.
 */
void pooled_accept(struct arena *arena, struct equations *equations, struct pool_list *pools);

#endif
