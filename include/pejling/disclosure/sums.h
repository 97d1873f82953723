/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sums that bind counts, as equations: sections and areas, the municipality and its rest,
 * subgroups, years taken together. Where parts are missing, what is left of the whole is a quantity
 * of its own, and must be protected like one.
 */
#ifndef PEJLING_DISCLOSURE_SUMS_H
#define PEJLING_DISCLOSURE_SUMS_H

#include "pejling/disclosure/equation_builder.h"

/* sums_add_relation(builder, relation): the equations of one relation. */
void sums_add_relation(struct equation_builder *builder, const struct relation *relation);

/*
 * sums_add_pool(builder, pool): the sum of the periods of one of this edition's pools, where the
 * figures have that sum.
 */
void sums_add_pool(struct equation_builder *builder, const struct released_pool *pool);

#endif
