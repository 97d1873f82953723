/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether an unknown of a system can lie within limits, given everything. Three ways, the cheapest
 * first, each exact in what it claims:
 *
 *   repair   from the one solution that is at hand (the truth), move a few unknowns along the
 *            equations: it finds most of the solutions that there are, and proves none away
 *   search   all of the unknown's component, by propagation of bounds and by splitting
 *   glpsol   what takes more steps than that: a MIP in a file for GNU's linear programming kit
 */
#ifndef ATTACK_SOLVE_H
#define ATTACK_SOLVE_H

#include "system.h"

struct search; /* where a search is; between two there is nothing in it */

struct solver {
    const struct system *system;
    struct search *search;
    long *low, *high;   /* of each unknown, after propagation of what is published */
    long *value;        /* the solution last found */
    int *uses, *use_at; /* the equations of each unknown: uses[use_at[i]] ... uses[use_at[i + 1]] */
    int *component, *order, *order_at; /* unknowns by component */
    bool consistent;                   /* the truth solves the system */
    int contradiction;                 /* else: an unknown that it contradicts */
    long glpsol_runs, undecided;
};

/* Solves nothing yet: propagates, and checks that the truth is one of the solutions. */
struct solver solver_make(const struct system *system);
/* The same with tighter limits for some unknowns, to look for solutions like the truth. */
struct solver solver_make_within(const struct system *system, const long *low, const long *high);

/* solver_can(solver, unknown, low, high): then solver->value holds such a solution. */
bool solver_can(struct solver *solver, int unknown, long low, long high);
/* Only by repair, from `value` as it is: quick, and false does not mean never. */
bool solver_move(struct solver *solver, int unknown, long to);

/* How many steps a search may take before glpsol is asked: 0 asks it at once (for tests). */
extern long solver_steps;

#endif
