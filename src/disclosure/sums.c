/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/disclosure/sums.h"

#include <math.h>

/* What the municipality's own subgroups leave for the persons in none of an area's. */
static void limit_by_groups(const struct equation_builder *builder, const struct relation *relation,
                            struct counted *figure)
{
    const struct exposure *exposure = builder->exposure;
    const struct cell *whole = exposure_whole(exposure, relation->whole);
    const struct cell *part = exposure_whole(exposure, relation->parts[0]);
    bool one_group = relation->kind == RELATION_GROUPS && relation->count == 1;
    if (!one_group || !whole || !part || !measure_has_counts(builder_indicator(builder)->measure))
        return;
    double most = whole->amounts.numerator - part->amounts.numerator;
    double persons = whole->amounts.denominator - part->amounts.denominator;
    if (figure->count <= most &&
        (!builder_counts_persons(builder) || figure->persons - figure->count <= persons - most)) {
        figure->most = most;
        figure->most_without = persons - most;
    }
}

/* Whether the part of a partial relation stands in a full sum of the same whole too. */
static bool is_in_full_sum(const struct equation_builder *builder, const struct relation *relation)
{
    const struct exposure *exposure = builder->exposure;
    size_t at = (size_t)(relation - exposure->relations), first = at;
    while (first > 0 && exposure->relations[first - 1].whole == relation->whole)
        first--;
    for (size_t i = first;
         i < exposure->relation_count && exposure->relations[i].whole == relation->whole; i++)
        for (size_t j = 0; j < exposure->relations[i].count; j++)
            if (!exposure->relations[i].partial &&
                exposure->relations[i].parts[j] == relation->parts[0])
                return true;
    return false;
}

/* A sum on its way into an equation: what is left of the whole once the parts are taken. */
struct remainder {
    struct equation *equation;
    double left, persons;
    size_t lacking, withheld; /* parts without a figure; of them, those the source withholds */
    bool opened;              /* what is known within a part without a figure is taken too */
};

/* The relation that makes a cell of its parts; NULL where there is none. */
static const struct relation *parts_of(const struct exposure *exposure, const struct cell *whole)
{
    size_t low = 0, high = exposure->relation_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (exposure->relations[middle].whole->index < whole->index)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < exposure->relation_count && exposure->relations[low].whole == whole &&
                 exposure->relations[low].kind == RELATION_PARTS;
    return found ? &exposure->relations[low] : NULL;
}

static void take_parts(struct equation_builder *builder, const struct relation *relation, bool open,
                       struct remainder *remainder)
{
    for (size_t i = 0; i < relation->count; i++) {
        const struct cell *part = relation->parts[i];
        size_t place = builder_place(builder, part);
        if (place != NOWHERE) {
            builder_term(remainder->equation, place, -1);
            remainder->left -= builder->all.quantities[place].truth;
            remainder->persons -= part->amounts.denominator;
        }
        if (part->reason == REASON_NONE)
            continue;
        remainder->lacking++;
        remainder->withheld += part->reason == REASON_SUPPRESSED_SOURCE;
        const struct relation *inner = open ? parts_of(builder->exposure, part) : NULL;
        if (!inner)
            continue;
        remainder->opened = true;
        take_parts(builder, inner, open, remainder);
    }
}

/* What is left over has no cell: it becomes a quantity of its own. False where nothing follows. */
static bool name_remainder(struct equation_builder *builder, const struct relation *relation,
                           const struct remainder *remainder)
{
    bool implied = relation->partial && relation->count == 1 && !remainder->lacking &&
                   is_in_full_sum(builder, relation);
    struct span possible = builder_free(builder, remainder->persons);
    if (remainder->equation->count == 1 || !(remainder->persons > 0) ||
        !span_holds(possible, remainder->left))
        return false; /* no parts, or more than the whole */
    /* What the source withholds of one part alone is not ours to give away. */
    bool one_withheld = !relation->partial && remainder->lacking == 1 && remainder->withheld == 1;
    struct counted figure = builder_nameless(builder, remainder->left, remainder->persons);
    limit_by_groups(builder, relation, &figure);
    size_t rest =
        builder_add_nameless(builder, &figure, remainder->left, one_withheld, relation->whole);
    if (implied && !builder->all.quantities[rest].primary) {
        builder->all.count--;
        return false;
    }
    builder_term(remainder->equation, rest, -1);
    return true;
}

/* How many terms a sum can have, with those of the parts of its parts. */
static size_t count_terms(const struct exposure *exposure, const struct relation *relation)
{
    size_t count = relation->count;
    for (size_t i = 0; i < relation->count; i++) {
        const struct relation *inner = parts_of(exposure, relation->parts[i]);
        count += inner ? inner->count : 0;
    }
    return count;
}

/*
 * The sum of a relation, with what is left over where parts are missing. `open`: a part without a
 * figure is taken for what is known within it; true where there was such a part.
 */
static bool add_sum(struct equation_builder *builder, const struct relation *relation, bool open)
{
    size_t whole = builder_place(builder, relation->whole);
    if (whole == NOWHERE)
        return false;
    struct remainder remainder = {
        .equation = builder_begin(builder, count_terms(builder->exposure, relation) + 2),
        .left = builder->all.quantities[whole].truth,
        .persons = relation->whole->amounts.denominator};
    builder_term(remainder.equation, whole, 1);
    take_parts(builder, relation, open, &remainder);
    /* A part without a row may have nobody in it: then the others are the whole. */
    bool nobody_left = fabs(remainder.persons) < 0.5 && fabs(remainder.left) < 0.5;
    bool partial = (relation->partial || remainder.lacking) && !nobody_left;
    if (open && !remainder.opened)
        return false;
    if (partial && !name_remainder(builder, relation, &remainder))
        return true;
    remainder.equation->binds_parts = true;
    builder_end(builder, remainder.equation);
    return true;
}

/* Parts that exceed their whole: by the persons they have in common, or beyond it. */
static void add_overlap(struct equation_builder *builder, const struct relation *relation)
{
    struct equation *equation = builder_begin(builder, relation->count + 2);
    double truth = 0, persons = 0;
    for (size_t i = 0; i <= relation->count; i++) {
        const struct cell *cell = i ? relation->parts[i - 1] : relation->whole;
        size_t place = builder_place(builder, cell);
        int sign = i == 0 ? 1 : -1;
        if (place == NOWHERE)
            return;
        builder_term(equation, place, sign);
        truth -= sign * builder->all.quantities[place].truth;
        persons -= sign * cell->amounts.denominator;
    }
    size_t shared = relation->shared ? builder_place(builder, relation->shared) : NOWHERE;
    if (relation->shared && shared == NOWHERE)
        return;
    if (!relation->shared) {
        const struct counted figure = builder_nameless(builder, truth, persons);
        if (!span_holds(builder_free(builder, persons), truth))
            return;
        shared = builder_add_nameless(builder, &figure, truth, false, relation->whole);
    }
    builder_term(equation, shared, 1);
    builder_end(builder, equation);
}

void sums_add_relation(struct equation_builder *builder, const struct relation *relation)
{
    if (relation->kind == RELATION_GROUPS && area_is_public(relation->whole->area))
        return; /* all of it is known */
    if (relation->overlapping) {
        add_overlap(builder, relation);
        return;
    }
    add_sum(builder, relation, false);
    add_sum(builder, relation, true);
}

void sums_add_pool(struct equation_builder *builder, const struct released_pool *pool)
{
    const struct exposure *exposure = builder->exposure;
    size_t end, first = exposure_years(exposure, pool, &end);
    struct equation *equation = builder_begin(builder, end - first + 1);
    double persons = 0, sum = 0;
    for (size_t i = first; i < end; i++) {
        const struct cell *cell = exposure->cells[i];
        if (builder_place(builder, cell) == NOWHERE)
            continue;
        builder_term(equation, builder_place(builder, cell), 1);
        persons += cell->amounts.denominator;
        sum += builder->all.quantities[builder_place(builder, cell)].truth;
    }
    double told = builder_units(builder, pool->numerator);
    if (equation->count && fabs(persons - pool->denominator) < 0.5 && fabs(sum - told) < 0.5) {
        equation->sum = (struct span){told, told};
        equation->pool = pool;
        builder_end(builder, equation);
    }
}
