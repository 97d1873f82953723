/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether the equations keep every hidden quantity as uncertain as it needs to be: every small
 * count still possible, or so many counts, or a mean not told more closely than persons differ.
 * What cannot be decided counts as unsafe.
 */
#ifndef PEJLING_DISCLOSURE_SAFETY_H
#define PEJLING_DISCLOSURE_SAFETY_H

#include "pejling/disclosure/feasible.h"

struct safety;

/*
 * safety_prepare(arena, equations): works out what would be known of each quantity with all of ours
 * hidden, from public figures and earlier editions alone: no need goes beyond that. To be called
 * before safety_make.
 */
void safety_prepare(struct arena *arena, struct equations *equations);

/*
 * safety_can_hold(equations, quantity): whether every small count that must stay possible is so
 * with all of ours hidden; else false, and the first quantity of which it is not. For prepared
 * equations without earlier editions, which could not be helped.
 */
bool safety_can_hold(const struct equations *equations, size_t *quantity);

/*
 * safety_concede(arena, equations, quantity): whether earlier editions already tell so much that
 * its need would not be met with all of ours hidden either; they cannot be taken back. Then no more
 * is needed of it than they leave: what lies beyond the ends of what is possible, of a mean the
 * distance to them; or nothing, where something between the ends is impossible. False without
 * earlier editions, and where a search gave up. To be called again while the quantity is unsafe.
 */
bool safety_concede(struct arena *arena, struct equations *equations, size_t quantity);

/* safety_make(arena, equations): room for checks; see feasible_search_make. */
struct safety *safety_make(struct arena *arena, const struct equations *equations);

/* safety_holds(safety, quantity): whether its need is met, as things stand. */
bool safety_holds(struct safety *safety, size_t quantity);

/*
 * safety_settle(safety, equations, quantity): lowers the need of a count that is not met to what is
 * possible as things stand; whether it is met then. `equations` are those that `safety` was made of.
 */
bool safety_settle(struct safety *safety, struct equations *equations, size_t quantity);

/* safety_first_unsafe(safety): the first quantity whose need is not met; their number for none. */
size_t safety_first_unsafe(struct safety *safety);

#endif
