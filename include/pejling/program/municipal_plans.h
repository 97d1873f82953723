/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The municipalities of a plan folder, each as the plan of its own that it is (catalogue_part.h).
 * They can be made and looked at side by side, and only those at hand are in memory.
 */
#ifndef PEJLING_PROGRAM_MUNICIPAL_PLANS_H
#define PEJLING_PROGRAM_MUNICIPAL_PLANS_H

#include "pejling/model/catalogue_part.h"
#include "pejling/program/pipeline.h"

struct municipal_plans {
    const struct read_plan *whole;
    struct municipalities municipalities;
    struct observation_split split;
    bool related;
};

/*
 * municipal_plans(arena, whole, related): of a plan that may be used; it must outlive them. Related:
 * with the relations among cells (cells.h), which shared editions need.
 */
struct municipal_plans municipal_plans(struct arena *arena, const struct read_plan *whole,
                                       bool related);

struct municipal_plan {
    const struct area *municipality; /* NULL: what lies in none */
    struct catalogue_part part;
    struct cells cells;
    struct earlier_editions earlier;
};

/*
 * municipal_plan(diagnostics, plans, number): the plan of municipalities.items[number], in the arena
 * of the diagnostics, which take what there is to say of its figures. Different ones may be made at
 * the same time.
 */
struct municipal_plan *municipal_plan(struct diagnostics *diagnostics,
                                      const struct municipal_plans *plans, size_t number);

/*
 * municipality_without_figures(diagnostics, municipality): a remark, for a table without a line of it
 * does not tell whether that is meant.
 */
void municipality_without_figures(struct diagnostics *diagnostics, const struct area *municipality);

#endif
