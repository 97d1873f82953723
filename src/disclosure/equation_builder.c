/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/disclosure/equation_builder.h"

#include <math.h>

#include "pejling/base/number.h"

/* Means stand on scales that end; marks from -3 to 12 do so two to four spreads from their mean. */
#define SCALE_IN_SPREADS 2

const struct indicator *builder_indicator(const struct equation_builder *builder)
{
    return builder->exposure->cells[0]->indicator;
}

bool builder_is_continuous(const struct equation_builder *builder)
{
    return builder->all.continuous;
}

bool builder_counts_persons(const struct equation_builder *builder)
{
    return measure_counts_persons(builder_indicator(builder)->measure);
}

double builder_units(const struct equation_builder *builder, double count)
{
    return builder_is_continuous(builder) ? count : round(count * builder->all.unit);
}

/* With how many decimals a value is told: those of its indicator, or more where it has more. */
static int decimals_of(double value, const struct indicator *indicator)
{
    int decimals = indicator->decimals;
    while (decimals < SHARED_DECIMALS && fabs(number_round(value, decimals) - value) > 1e-9)
        decimals++;
    return decimals;
}

/* The count or mean times persons behind `value`, as far as its decimals tell. */
static struct span rounded_span(const struct equation_builder *builder, double value,
                                double persons)
{
    const struct indicator *indicator = builder_indicator(builder);
    int decimals = decimals_of(value, indicator);
    double half = 0.5 * pow(10, -decimals);
    if (builder_is_continuous(builder))
        return (struct span){(value - half) * persons, (value + half) * persons};
    double scale = persons / indicator->factor * builder->all.unit;
    struct span span = {ceil((value - half) * scale - 1), floor((value + half) * scale + 1)};
    /* The ends as the rounding rule of the program has them. */
    while (span.low < value * scale && number_round(span.low / scale, decimals) < value)
        span.low++;
    while (span.high > value * scale && number_round(span.high / scale, decimals) > value)
        span.high--;
    span.low = fmax(0, span.low);
    if (builder_counts_persons(builder))
        span.high = fmin(span.high, builder_units(builder, persons));
    return span;
}

struct span builder_shown(const struct equation_builder *builder, const struct released_cell *shown)
{
    if (shown->has_numerator) {
        double count = builder_units(builder, shown->numerator);
        return (struct span){count, count};
    }
    return rounded_span(builder, shown->value, shown->denominator);
}

struct span span_intersection(struct span a, struct span b)
{
    return (struct span){fmax(a.low, b.low), fmin(a.high, b.high)};
}

struct span builder_free(const struct equation_builder *builder, double persons)
{
    if (builder_is_continuous(builder))
        return (struct span){-HUGE_VAL, HUGE_VAL};
    return (struct span){0, builder_counts_persons(builder) ? builder_units(builder, persons)
                                                            : NO_LIMIT};
}

double builder_room(const struct cell *whole, double persons)
{
    return whole && whole->amounts.spread > 0 ? whole->amounts.spread * persons : HUGE_VAL;
}

struct span builder_mean_span(const struct cell *whole, double persons, double truth)
{
    double room = builder_room(whole, persons);
    if (!(room < HUGE_VAL))
        return (struct span){-HUGE_VAL, HUGE_VAL};
    double usual = whole->amounts.value * persons, reach = SCALE_IN_SPREADS * room;
    return (struct span){fmin(usual - reach, truth - room), fmax(usual + reach, truth + room)};
}

size_t builder_add(struct equation_builder *builder, struct quantity quantity)
{
    struct equations *all = &builder->all;
    all->quantities = arena_grow(builder->arena, all->quantities, all->count,
                                 &builder->quantity_capacity, sizeof *all->quantities);
    all->quantities[all->count] = quantity;
    return all->count++;
}

size_t builder_place(const struct equation_builder *builder, const struct cell *cell)
{
    return builder->place_of_cell[cell->index - builder->first];
}

struct equation *builder_begin(struct equation_builder *builder, size_t count)
{
    struct equations *all = &builder->all;
    all->items = arena_grow(builder->arena, all->items, all->equation_count,
                            &builder->equation_capacity, sizeof *all->items);
    struct equation *equation = &all->items[all->equation_count];
    *equation = (struct equation){.terms = arena_alloc(builder->arena, count, sizeof(struct term))};
    return equation;
}

void builder_term(struct equation *equation, size_t quantity, int sign)
{
    equation->terms[equation->count++] = (struct term){quantity, sign};
}

double builder_true_sum(const struct equation_builder *builder, const struct equation *equation)
{
    double sum = 0;
    for (size_t i = 0; i < equation->count; i++)
        sum += equation->terms[i].sign * builder->all.quantities[equation->terms[i].quantity].truth;
    return sum;
}

/*
 * Keeps the equation with the sum that the true figures have: none, where they add up. Where they
 * do not (an area's own row beside its sections), whoever reads on from them is off by as much.
 */
void builder_end(struct equation_builder *builder, struct equation *equation)
{
    double sum = builder_true_sum(builder, equation);
    double tiny = builder_is_continuous(builder) ? 1e-6 * (1 + fabs(sum)) : 0;
    equation->sum.low -= tiny;
    equation->sum.high += tiny;
    equation->inexact = !span_holds(equation->sum, sum);
    equation->sum.low = fmin(equation->sum.low, sum);
    equation->sum.high = fmax(equation->sum.high, sum);
    builder->all.equation_count++;
}

size_t builder_add_nameless(struct equation_builder *builder, const struct counted *figure,
                            double truth, bool must_hide, const struct cell *place)
{
    struct quantity quantity = {.persons = figure->persons, .truth = truth, .hidden = true};
    quantity.primary = must_hide || primary_is_small(figure, builder->exposure->plan);
    quantity.concealed = builder_free(builder, figure->persons);
    if (builder_is_continuous(builder)) {
        const struct cell *whole = exposure_whole(builder->exposure, place);
        quantity.concealed = builder_mean_span(whole, figure->persons, truth);
        quantity.room = quantity.primary ? builder_room(whole, figure->persons) : 0;
    } else {
        quantity.concealed.high =
            fmin(quantity.concealed.high, builder_units(builder, figure->most));
        if (builder_counts_persons(builder))
            quantity.concealed.low =
                fmax(quantity.concealed.low,
                     builder_units(builder, figure->persons - figure->most_without));
        if (quantity.primary)
            quantity.need = primary_need(figure);
    }
    quantity.shown = quantity.concealed;
    return builder_add(builder, quantity);
}

struct counted builder_nameless(const struct equation_builder *builder, double truth,
                                double persons)
{
    return (struct counted){.indicator = builder_indicator(builder),
                            .count = truth / builder->all.unit,
                            .persons = persons,
                            .most = HUGE_VAL,
                            .most_without = HUGE_VAL};
}
