/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A plan folder of many municipalities taken apart: the plan of one of them. Nothing binds the
 * figures of two municipalities to each other, so each is protected, pooled and judged by itself,
 * as if it had a folder of its own.
 */
#ifndef PEJLING_MODEL_CATALOGUE_PART_H
#define PEJLING_MODEL_CATALOGUE_PART_H

#include "pejling/model/catalogue.h"

#define NOT_IN_PART ((size_t)-1)

/* The municipalities of a plan in the order of their codes, after what lies in none (NULL). */
struct municipalities {
    const struct area *const *items;
    size_t count;
    const size_t *of_area; /* by area: the place of its municipality in items */
};

/* catalogue_municipalities(arena, catalogue): those there are; no NULL where every area is in one. */
struct municipalities catalogue_municipalities(struct arena *arena,
                                               const struct catalogue *catalogue);

struct catalogue_part {
    struct catalogue catalogue;
    const size_t *places; /* by area of the whole: its index in the part, or NOT_IN_PART */
};

/*
 * catalogue_part(arena, whole, municipalities, number): one municipality and all that lies in it, in
 * the order of the whole, with its breaks and targets. Indicators and theory are those of the whole.
 * Codes of derived areas carry the municipality's, as where several have areas.
 * It has no index: its areas are not to be looked up by name.
 */
struct catalogue_part catalogue_part(struct arena *arena, const struct catalogue *whole,
                                     const struct municipalities *municipalities, size_t number);

/* catalogue_part_area(part, area): an area of the whole in the part; NULL where it is not in it. */
const struct area *catalogue_part_area(const struct catalogue_part *part, const struct area *area);

#endif
