/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Steps of a series that the noise of its counts, and its usual unrest, do not explain: for a
 * person to look at, never for the program to take away.
 */
#ifndef PEJLING_STATS_JUMP_H
#define PEJLING_STATS_JUMP_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/base/arena.h"

/* A series of fewer points is too short to know what is usual in it. */
#define JUMP_POINTS 7

/* One point and the step that leads to it. */
struct jump_point {
    double y;
    bool
        follows; /* comes right after the point before: no hole and no break between; not the first */
    double error;   /* standard error of the step, from its counts; 0 where there are none */
    double matters; /* a step no greater than this is never named */
};

struct jump {
    size_t at;     /* the point that stands out, or the one that the series has jumped to */
    bool is_spike; /* the series comes back: the point alone stands out */
};

/*
 * jump_find(arena, points, n, jumps): finds them among the steps d_i = y_i - y_(i-1) of points that
 * follow. With m the median of the steps (a trend is no jump), e_i their errors, and
 *   phi = 1.4826 median |d_i - m|/e_i
 * (the median absolute deviation, Hampel 1974, JASA 69:383; 1.4826 makes it sigma for a normal
 * series) a step is a jump where |d_i| > matters and
 *   |d_i - m| > T e_i max(1, phi),  T = 5 (1 + (3/k)^2)
 * for k steps: unrest beyond the counts widens the limit, quiet never narrows it, and a short
 * series, whose phi is uncertain, must stand out more. Without errors e_i = 1, phi has no floor and
 * T = 6 (1 + (8/k)^2).
 *
 * A jump that the step after it, or before it, takes back by half or more is one spike, named once,
 * at the point between. Returns how many were put into `jumps`, which has room for n; none below
 * JUMP_POINTS - 1 steps. The arena is for work space.
 *
 * False alarms, of simulated series without jumps (8 to 11 points, shares of 5, 30 and 60 per cent
 * of 60 to 1,500 persons, the years independent or autocorrelated at 0.5, with a trend): of those
 * with counts under 0.05 per cent where the level varies as much as the counts do, under 0.8 where
 * twice as much; without counts 0.2 to 0.6 (11 points) and 0.5 to 1.2 per cent (8 points), of
 * random walks up to 4.3.
 */
size_t jump_find(struct arena *arena, const struct jump_point *points, size_t n,
                 struct jump *jumps);

#endif
