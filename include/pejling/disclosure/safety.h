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

/* safety_make(arena, equations): room for checks; see feasible_search_make. */
struct safety *safety_make(struct arena *arena, const struct equations *equations);

/* safety_holds(safety, quantity): whether its need is met, as things stand. */
bool safety_holds(struct safety *safety, size_t quantity);

/* safety_first_unsafe(safety): the first quantity whose need is not met; their number for none. */
size_t safety_first_unsafe(struct safety *safety);

#endif
