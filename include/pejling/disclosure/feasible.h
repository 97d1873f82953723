/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which counts are possible for whoever knows the equations: an exact search over whole numbers.
 * It narrows the spans of all quantities by every equation until nothing moves, and then supposes
 * that each is what it truly is, or as close to that as its span allows. Where an equation does not
 * hold so, one of its quantities is split in what is supposed and what lies above and below, and
 * the search goes on in each piece. Beyond FEASIBLE_STEPS an integer program decides
 * (linear_program.h).
 *
 *   feasible_search_make -> feasible_spans, feasible_at ... for as long as the equations stand
 */
#ifndef PEJLING_DISCLOSURE_FEASIBLE_H
#define PEJLING_DISCLOSURE_FEASIBLE_H

#include "pejling/disclosure/equations.h"

#define FEASIBLE_STEPS 400000 /* terms of equations looked at in one search */

enum possibility { IMPOSSIBLE, POSSIBLE, UNDECIDED };

struct feasible_search;

/*
 * feasible_search_make(arena, equations): room for searches. The quantities may be hidden and shown
 * again between them, and sums change; equations and their terms must stay.
 */
struct feasible_search *feasible_search_make(struct arena *arena,
                                             const struct equations *equations);

/*
 * feasible_spans(search, spans): what the equations leave of each quantity's span, written to
 * `spans`. Nothing possible lies outside them; where no equations form a ring, every whole number
 * inside them is possible. False where the equations contradict each other.
 */
bool feasible_spans(struct feasible_search *search, struct span *spans);

/*
 * feasible_at(search, quantity, value, counts): whether the quantity can be `value`, in units.
 * Where it can, `counts` holds a full set of counts that fits every equation.
 */
enum possibility feasible_at(struct feasible_search *search, size_t quantity, double value,
                             double *counts);

#endif
