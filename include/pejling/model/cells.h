/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The cells of a plan and the sums that bind them: sections make areas, areas make the total, and
 * the municipality is the areas and the rest. Raw figures: for model and disclosure only.
 *
 * Sums are of counts; percentages are never averaged. A sum with a missing part has no figure.
 * Where an area has rows of its own and sections too, its own rows hold, and a difference is a
 * remark. Surveys and given values are not added up, and have no rest; but a survey's total that is
 * given is bound to its areas where their answers add up to its own.
 */
#ifndef PEJLING_MODEL_CELLS_H
#define PEJLING_MODEL_CELLS_H

#include "pejling/model/observations.h"

struct cell {
    const struct indicator *indicator;
    const struct area *area;
    struct period period;
    const char *group;  /* NULL for everybody */
    double time;        /* real time; NaN for an unknown period */
    enum reason reason; /* REASON_NONE for a cell with a figure */
    enum figure_status status;
    struct amounts amounts;   /* zero in a cell without a figure */
    struct location at;       /* line 0 for a derived cell */
    const struct cell *total; /* of an area: the one it is summed up in; NULL for none */
    size_t index;             /* its place in the cells */
};

enum relation_kind {
    RELATION_PARTS, /* sections make an area, areas the total */
    RELATION_REST,  /* areas and the rest make the municipality */
    RELATION_GROUPS /* subgroups make everybody, or one of them holds another (groups.h) */
};

/*
 * whole = the sum of the parts, as counts, and of what has no cell where the relation is partial:
 * parts that are missing altogether, or persons in none of the groups. Overlapping: the parts
 * exceed the whole by persons they have in common, or beyond it: those of `shared`, NULL where that
 * is no cell.
 */
struct relation {
    enum relation_kind kind;
    const struct cell *whole;
    const struct cell *const *parts;
    size_t count;
    bool partial, overlapping;
    const struct cell *shared;
};

/*
 * Cells in the order of indicator, area, group and period; relations in the order of wholes, and
 * within that of kinds.
 */
struct cells {
    const struct cell *const *items;
    size_t count;
    const struct relation *relations;
    size_t relation_count;
    bool unrelated; /* nobody asked for relations: must not be shared */
};

/*
 * cells_build(diagnostics, catalogue, observations, related): the cells, and where `related` their
 * relations, in the arena of `diagnostics`; remarks on sums that do not fit. Relations are as many
 * as the cells and more, and only disclosure control and the sources of a figure look at them: what
 * is computed for an internal edition alone needs none.
 */
struct cells cells_build(struct diagnostics *diagnostics, const struct catalogue *catalogue,
                         const struct observations *observations, bool related);

/* cell_value(cell): its figure in the display unit; the cell must have one, and a denominator. */
double cell_value(const struct cell *cell);

#endif
