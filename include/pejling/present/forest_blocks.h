/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a forest figure shows, taken from the findings: blocks of lines, and how far its axes go. */
#ifndef PEJLING_PRESENT_FOREST_BLOCKS_H
#define PEJLING_PRESENT_FOREST_BLOCKS_H

#include "pejling/present/matrix_cells.h"

struct forest_line {
    const struct area *area;
    struct matrix_cell cell;
};

/* An indicator. Where no area has a slope, and all for one reason, one line says so of them all. */
struct forest_block {
    const struct indicator *indicator;
    struct forest_line *lines; /* the areas with figures, in their order; never none */
    size_t count;
    bool together; /* one line only is drawn: none has a slope, all for the same reason */
    bool own_axis; /* its unit is not per cent */
    double sign;   /* -1 where less is better: what turns it so that right is better */
};

struct forest_blocks {
    const struct area **areas;
    size_t area_count;
    struct forest_block *items; /* in the order of their goals */
    size_t count;
};

/* forest_blocks_make(speaker, fixed_only): the blocks; indicators without a figure have none. */
struct forest_blocks forest_blocks_make(const struct speaker *speaker, bool fixed_only);

/* forest_has_slope(line): whether it has a place on an axis. */
bool forest_has_slope(const struct forest_line *line);

/*
 * forest_reach(arena, blocks, count): how far from 0 an axis of these blocks goes: all slopes are
 * on it, and most of the limits; the longest intervals may leave it, since one imprecise series
 * would press all others flat. 0 without a slope.
 */
double forest_reach(struct arena *arena, const struct forest_block *blocks, size_t count);

#endif
