/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/disclosure/equations.h"

#include <math.h>

#include "pejling/disclosure/earlier.h"
#include "pejling/disclosure/sums.h"

/* What hiding a cell costs, by what it is: parts before areas, areas before sums of them. */
#define LOSS_PART 1.0
#define LOSS_AREA 1e3
#define LOSS_TOTAL 1e6
#define LOSS_REST 1e9
#define LOSS_A_PERSON 1e-7 /* of two alike, the one with fewer persons */

/* The smallest power of ten that makes every count a whole number; never more than hundredths. */
static double find_unit(const struct exposure *exposure)
{
    double unit = 1;
    for (int decimals = 0; decimals < COUNT_DECIMALS; decimals++) {
        bool whole = true;
        for (size_t i = 0; i < exposure->count && whole; i++) {
            double count = unit * primary_count(exposure->cells[i]);
            whole = fabs(count - round(count)) < 1e-6;
        }
        if (whole)
            return unit;
        unit *= 10;
    }
    return unit;
}

static double truth_of(const struct equation_builder *builder, const struct cell *cell)
{
    if (builder_is_continuous(builder))
        return cell->amounts.value * cell->amounts.denominator;
    return builder_units(builder, primary_count(cell));
}

static struct span concealed_span(const struct equation_builder *builder, const struct cell *cell,
                                  const struct counted *figure)
{
    struct span span = builder_free(builder, figure->persons);
    if (builder_is_continuous(builder))
        return builder_mean_span(exposure_whole(builder->exposure, cell), figure->persons,
                                 truth_of(builder, cell));
    if (exposure_shows_zero(builder->exposure, cell, figure)) {
        span.low += 1;
        span.high -= builder_counts_persons(builder);
    }
    span.high = fmin(span.high, builder_units(builder, figure->most));
    if (builder_counts_persons(builder))
        span.low = fmax(span.low, builder_units(builder, figure->persons - figure->most_without));
    return span;
}

static double loss_of(const struct cell *cell)
{
    double loss = LOSS_AREA;
    if (cell->group || cell->area->role == AREA_SECTION)
        loss = LOSS_PART;
    else if (cell->area->role == AREA_TOTAL)
        loss = LOSS_TOTAL;
    else if (cell->area->role == AREA_REST)
        loss = LOSS_REST;
    return loss + LOSS_A_PERSON * cell->amounts.denominator;
}

static void add_cell(struct equation_builder *builder, size_t index)
{
    const struct exposure *exposure = builder->exposure;
    const struct cell *cell = exposure->cells[index];
    const struct released_cell *shown = &exposure->shown[index];
    const struct cell *whole = exposure_whole(exposure, cell);
    const struct counted figure = exposure_counted(exposure, cell);
    struct quantity quantity = {.cell = cell,
                                .persons = figure.persons,
                                .truth = truth_of(builder, cell),
                                .primary = primary_hides(cell, &figure, exposure->plan),
                                .hidden = shown->release == RELEASE_HIDDEN,
                                .need = primary_need(&figure),
                                .loss = loss_of(cell)};
    quantity.concealed = concealed_span(builder, cell, &figure);
    quantity.shown = quantity.hidden ? quantity.concealed : builder_shown(builder, shown);
    if (area_is_public(cell->area)) /* with all decimals that its source has */
        quantity.shown = (struct span){quantity.truth, quantity.truth};
    if (!exposure_shows_zero(exposure, cell, &figure))
        quantity.need.least += 2; /* none, and one more than where none is ruled out */
    bool between = span_holds(quantity.concealed, quantity.truth);
    quantity.may_hide = !area_is_public(cell->area) && between;
    if (builder_is_continuous(builder)) {
        quantity.need = (struct need){0};
        quantity.room = quantity.primary ? builder_room(whole, figure.persons) : 0;
    }
    /* A survey's weighted share need not be that of any whole number of answers. */
    quantity.shown.low = fmin(quantity.shown.low, quantity.truth);
    quantity.shown.high = fmax(quantity.shown.high, quantity.truth);
    builder->place_of_cell[index] = builder_add(builder, quantity);
}

static void add_cells(struct equation_builder *builder)
{
    const struct exposure *exposure = builder->exposure;
    for (size_t i = 0; i < exposure->count; i++) {
        const struct cell *cell = exposure->cells[i];
        builder->place_of_cell[i] = NOWHERE;
        if (!cell->reason && cell->amounts.denominator > 0 &&
            exposure->shown[i].release != RELEASE_ABSENT)
            add_cell(builder, i);
    }
}

static size_t root_of(size_t *roots, size_t at)
{
    while (roots[at] != at)
        at = roots[at] = roots[roots[at]];
    return at;
}

/* Which part each quantity goes to; NOWHERE for those that stand beside nothing hidden. */
static size_t number_parts(const struct equations *all, size_t *roots, size_t *part_of)
{
    size_t parts = 0;
    for (size_t i = 0; i < all->count; i++)
        part_of[i] = NOWHERE;
    for (size_t i = 0; i < all->count; i++) {
        size_t root = root_of(roots, i);
        const struct quantity *quantity = &all->quantities[i];
        bool secret = quantity->hidden && (quantity->cell || quantity->primary);
        if (secret && part_of[root] == NOWHERE)
            part_of[root] = parts++;
    }
    for (size_t i = 0; i < all->count; i++)
        part_of[i] = part_of[root_of(roots, i)];
    return parts;
}

/* Hands quantities and equations to their parts, numbered anew in each. */
static void fill_parts(struct equation_builder *builder, const size_t *part_of,
                       struct equations_list *list)
{
    const struct equations *all = &builder->all;
    size_t *number = arena_alloc(builder->arena, all->count + 1, sizeof *number);
    for (size_t i = 0; i < all->count; i++)
        if (part_of[i] != NOWHERE)
            list->items[part_of[i]].count++;
    for (size_t i = 0; i < all->equation_count; i++)
        if (part_of[all->items[i].terms[0].quantity] != NOWHERE)
            list->items[part_of[all->items[i].terms[0].quantity]].equation_count++;
    for (size_t i = 0; i < list->count; i++) {
        struct equations *part = &list->items[i];
        part->unit = all->unit;
        part->continuous = all->continuous;
        part->has_earlier = all->has_earlier;
        part->quantities = arena_alloc(builder->arena, part->count, sizeof *part->quantities);
        part->items = arena_alloc(builder->arena, part->equation_count + 1, sizeof *part->items);
        part->count = part->equation_count = 0;
    }
    for (size_t i = 0; i < all->count; i++) {
        if (part_of[i] == NOWHERE)
            continue;
        struct equations *part = &list->items[part_of[i]];
        number[i] = part->count;
        part->quantities[part->count++] = all->quantities[i];
    }
    for (size_t i = 0; i < all->equation_count; i++) {
        struct equation *equation = &all->items[i];
        size_t at = part_of[equation->terms[0].quantity];
        if (at == NOWHERE)
            continue;
        for (size_t j = 0; j < equation->count; j++)
            equation->terms[j].quantity = number[equation->terms[j].quantity];
        list->items[at].items[list->items[at].equation_count++] = *equation;
    }
}

static struct equations_list take_apart(struct equation_builder *builder)
{
    const struct equations *all = &builder->all;
    size_t *roots = arena_alloc(builder->arena, all->count + 1, sizeof *roots);
    size_t *part_of = arena_alloc(builder->arena, all->count + 1, sizeof *part_of);
    struct equations_list list = {0};
    for (size_t i = 0; i < all->count; i++)
        roots[i] = i;
    for (size_t i = 0; i < all->equation_count; i++)
        for (size_t j = 1; j < all->items[i].count; j++) {
            size_t a = root_of(roots, all->items[i].terms[0].quantity);
            size_t b = root_of(roots, all->items[i].terms[j].quantity);
            roots[a > b ? a : b] = a > b ? b : a;
        }
    list.count = number_parts(all, roots, part_of);
    list.items = arena_alloc(builder->arena, list.count, sizeof *list.items);
    fill_parts(builder, part_of, &list);
    return list;
}

struct equations_list equations_build(struct arena *arena, const struct exposure *exposure)
{
    struct equation_builder builder = {.arena = arena, .exposure = exposure};
    if (exposure->cells[0]->indicator->measure == MEASURE_VALUE)
        return (struct equations_list){0};
    builder.first = exposure->cells[0]->index;
    builder.all.continuous = exposure->cells[0]->indicator->measure == MEASURE_MEAN;
    builder.all.unit = builder.all.continuous ? 1 : find_unit(exposure);
    builder.all.has_earlier = exposure->earlier->count > 0;
    builder.place_of_cell = arena_alloc(arena, exposure->count, sizeof *builder.place_of_cell);
    add_cells(&builder);
    for (size_t i = 0; i < exposure->relation_count; i++)
        sums_add_relation(&builder, &exposure->relations[i]);
    for (size_t i = 0; i < exposure->pool_count; i++)
        sums_add_pool(&builder, &exposure->pools[i]);
    for (size_t i = 0; i < exposure->earlier->count; i++)
        earlier_learn(&builder, &exposure->earlier->tables[i]);
    return take_apart(&builder);
}

bool span_holds(struct span span, double number)
{
    return span.low <= number && number <= span.high;
}

struct span equations_span(const struct equations *equations, size_t quantity)
{
    const struct quantity *each = &equations->quantities[quantity];
    return each->hidden ? each->concealed : each->shown;
}

bool equations_is_none_or_all(const struct equations *equations, size_t quantity)
{
    const struct quantity *each = &equations->quantities[quantity];
    bool persons = !each->cell || measure_counts_persons(each->cell->indicator->measure);
    return !equations->continuous &&
           (each->truth < 0.5 || (persons && each->truth > equations->unit * each->persons - 0.5));
}
