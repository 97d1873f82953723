/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Equations on their way: the quantities of one indicator and the sums between them, before they
 * are taken apart into connected sets. For equations.h, sums.h and earlier.h alone.
 */
#ifndef PEJLING_DISCLOSURE_EQUATION_BUILDER_H
#define PEJLING_DISCLOSURE_EQUATION_BUILDER_H

#include <stdint.h>

#include "pejling/disclosure/equations.h"

#define NOWHERE SIZE_MAX /* no quantity */

struct equation_builder {
    struct arena *arena;
    const struct exposure *exposure;
    size_t first;          /* the index of the indicator's first cell */
    size_t *place_of_cell; /* its quantity, or NOWHERE */
    struct equations all;  /* of the indicator, before it is taken apart */
    size_t quantity_capacity, equation_capacity;
};

/* builder_indicator(builder): whose equations they are. */
const struct indicator *builder_indicator(const struct equation_builder *builder);

/* builder_is_continuous(builder): of means. */
bool builder_is_continuous(const struct equation_builder *builder);

/* builder_counts_persons(builder): no count can be more than the persons; not so of events. */
bool builder_counts_persons(const struct equation_builder *builder);

/* builder_units(builder, count): persons in units; of means as they are. */
double builder_units(const struct equation_builder *builder, double count);

/* builder_shown(builder, shown): what a released cell tells of its count, at its own decimals. */
struct span builder_shown(const struct equation_builder *builder,
                          const struct released_cell *shown);

/* builder_free(builder, persons): anything that a count of so many persons can be. */
struct span builder_free(const struct equation_builder *builder, double persons);

/* span_intersection(a, b): what both hold; low > high where nothing is. */
struct span span_intersection(struct span a, struct span b);

/*
 * builder_room(whole, persons): how close nobody may come to a mean, times persons: the spread
 * among the municipality's persons; infinite where that is not known.
 */
double builder_room(const struct cell *whole, double persons);

/*
 * builder_mean_span(whole, persons, truth): where everybody knows a hidden mean to lie, times
 * persons: on a scale that ends, taken to be two spreads from the municipality's mean, or further
 * where the true mean needs that; infinite where the spread is not known.
 */
struct span builder_mean_span(const struct cell *whole, double persons, double truth);

/* builder_add(builder, quantity): returns its place. */
size_t builder_add(struct equation_builder *builder, struct quantity quantity);

/* builder_place(builder, cell): the cell's quantity; NOWHERE for one without a figure. */
size_t builder_place(const struct equation_builder *builder, const struct cell *cell);

/* builder_nameless(builder, truth, persons): the count of persons who are no cell. */
struct counted builder_nameless(const struct equation_builder *builder, double truth,
                                double persons);

/*
 * builder_add_nameless(builder, figure, truth, must_hide, place): adds such a count, near `place`;
 * it must stay hidden where it is small, or `must_hide`.
 */
size_t builder_add_nameless(struct equation_builder *builder, const struct counted *figure,
                            double truth, bool must_hide, const struct cell *place);

/*
 * builder_begin(builder, count) -> builder_term(equation, quantity, sign) ... ->
 * builder_end(builder, equation): an equation with room for `count` terms. What is not ended is
 * dropped with the next one. The end widens the sum to what the true figures have: whoever reads on
 * from figures that do not add up is off by as much.
 */
struct equation *builder_begin(struct equation_builder *builder, size_t count);
void builder_term(struct equation *equation, size_t quantity, int sign);
void builder_end(struct equation_builder *builder, struct equation *equation);

/* builder_true_sum(builder, equation): of its terms as they truly are. */
double builder_true_sum(const struct equation_builder *builder, const struct equation *equation);

#endif
