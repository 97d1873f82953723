/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/disclosure/equations.h"

#include <math.h>
#include <stdint.h>

#include "pejling/base/number.h"

#define FINEST_DECIMALS 2 /* of a count: hundredths of a person */

/* What hiding a cell costs, by what it is: parts before areas, areas before sums of them. */
#define LOSS_PART 1.0
#define LOSS_AREA 1e3
#define LOSS_TOTAL 1e6
#define LOSS_REST 1e9
#define LOSS_A_PERSON 1e-7 /* of two alike, the one with fewer persons */

#define NOWHERE SIZE_MAX
#define NO_LIMIT 1e12 /* of events, whose number no number of persons limits */

struct builder {
    struct arena *arena;
    const struct exposure *exposure;
    size_t first; /* the index of the indicator's first cell */
    size_t *place_of_cell;
    struct equations all; /* of the indicator, before it is taken apart */
    size_t quantity_capacity, equation_capacity;
};

static const struct indicator *indicator_of(const struct builder *builder)
{
    return builder->exposure->cells[0]->indicator;
}

static bool is_continuous(const struct builder *builder)
{
    return builder->all.continuous;
}

static bool is_share(const struct builder *builder)
{
    enum measure measure = indicator_of(builder)->measure;
    return measure == MEASURE_SHARE || measure == MEASURE_SURVEY;
}

/* The smallest power of ten that makes every count a whole number; never more than hundredths. */
static double find_unit(const struct exposure *exposure)
{
    double unit = 1;
    for (int decimals = 0; decimals < FINEST_DECIMALS; decimals++, unit *= 10) {
        bool whole = true;
        for (size_t i = 0; i < exposure->count && whole; i++) {
            double count = unit * primary_count(exposure->cells[i]);
            whole = fabs(count - round(count)) < 1e-6;
        }
        if (whole)
            return unit;
    }
    return unit;
}

static double units(const struct builder *builder, double count)
{
    return is_continuous(builder) ? count : round(count * builder->all.unit);
}

static double truth_of(const struct builder *builder, const struct cell *cell)
{
    if (is_continuous(builder))
        return cell->amounts.value * cell->amounts.denominator;
    return units(builder, primary_count(cell));
}

/* The order of cells, for a cell and another place of the same indicator. */
static int compare_place(const struct cell *cell, const struct area *area, const char *group,
                         struct period period)
{
    if (cell->area != area)
        return cell->area->index < area->index ? -1 : 1;
    int order = group_compare(cell->group, group);
    return order ? order : period_compare(cell->period, period);
}

/* Where the first cell stands that is not before the place. */
static size_t find_place(const struct exposure *exposure, const struct area *area,
                         const char *group, struct period period)
{
    size_t low = 0, high = exposure->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_place(exposure->cells[middle], area, group, period) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The municipality's cell that everybody can hold this one against; NULL for none. */
static const struct cell *public_whole(const struct exposure *exposure, const struct cell *cell)
{
    const struct area *municipality = area_municipality(cell->area);
    if (!municipality)
        return NULL;
    size_t at = find_place(exposure, municipality, cell->group, cell->period);
    if (at == exposure->count)
        return NULL;
    const struct cell *other = exposure->cells[at];
    bool found = compare_place(other, municipality, cell->group, cell->period) == 0;
    return found && !other->reason ? other : NULL;
}

struct counted exposure_counted(const struct exposure *exposure, const struct cell *cell)
{
    enum measure measure = cell->indicator->measure;
    const struct cell *whole = public_whole(exposure, cell);
    struct counted figure = {.indicator = cell->indicator,
                             .count = primary_count(cell),
                             .persons = cell->amounts.denominator,
                             .most = HUGE_VAL,
                             .most_without = HUGE_VAL};
    if (!whole || whole == cell || (measure != MEASURE_SHARE && measure != MEASURE_RATE))
        return figure;
    double most = whole->amounts.numerator;
    double most_without = whole->amounts.denominator - whole->amounts.numerator;
    bool within = figure.count <= most &&
                  (measure == MEASURE_RATE || figure.persons - figure.count <= most_without);
    if (within) { /* else the two are not counted alike */
        figure.most = most;
        figure.most_without = most_without;
    }
    return figure;
}

bool exposure_hides(const struct exposure *exposure, const struct cell *cell)
{
    if (cell->reason)
        return false;
    const struct counted figure = exposure_counted(exposure, cell);
    return primary_hides(cell, &figure, exposure->plan);
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
static struct span rounded_span(const struct builder *builder, double value, double persons)
{
    const struct indicator *indicator = indicator_of(builder);
    int decimals = decimals_of(value, indicator);
    double half = 0.5 * pow(10, -decimals);
    if (is_continuous(builder))
        return (struct span){(value - half) * persons, (value + half) * persons};
    double scale = persons / indicator->factor * builder->all.unit;
    struct span span = {ceil((value - half) * scale - 1), floor((value + half) * scale + 1)};
    /* The ends as the rounding rule of the program has them. */
    while (span.low < value * scale && number_round(span.low / scale, decimals) < value)
        span.low++;
    while (span.high > value * scale && number_round(span.high / scale, decimals) > value)
        span.high--;
    span.low = fmax(0, span.low);
    if (is_share(builder))
        span.high = fmin(span.high, units(builder, persons));
    return span;
}

/* What a released cell tells of its count. */
static struct span shown_span(const struct builder *builder, const struct released_cell *shown)
{
    if (shown->has_numerator) {
        double count = units(builder, shown->numerator);
        return (struct span){count, count};
    }
    return rounded_span(builder, shown->value, shown->denominator);
}

static struct span intersection(struct span a, struct span b)
{
    return (struct span){fmax(a.low, b.low), fmin(a.high, b.high)};
}

static bool holds(struct span span, double number)
{
    return span.low <= number && number <= span.high;
}

/* Anything that a count of so many persons can be. */
static struct span free_span(const struct builder *builder, double persons)
{
    if (is_continuous(builder))
        return (struct span){-HUGE_VAL, HUGE_VAL};
    return (struct span){0, is_share(builder) ? units(builder, persons) : NO_LIMIT};
}

static struct span concealed_span(const struct builder *builder, const struct cell *cell,
                                  const struct counted *figure)
{
    struct span span = free_span(builder, figure->persons);
    if (is_continuous(builder))
        return span;
    if (primary_shows_zero(cell, figure, builder->exposure->plan)) {
        span.low += 1;
        span.high -= is_share(builder);
    }
    span.high = fmin(span.high, units(builder, figure->most));
    if (is_share(builder))
        span.low = fmax(span.low, units(builder, figure->persons - figure->most_without));
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

/* How close nobody may come to a mean: the spread among the municipality's persons. */
static double room_of(const struct cell *whole, double persons)
{
    return whole && whole->amounts.spread > 0 ? whole->amounts.spread * persons : HUGE_VAL;
}

static size_t add_quantity(struct builder *builder, struct quantity quantity)
{
    struct equations *all = &builder->all;
    all->quantities = arena_grow(builder->arena, all->quantities, all->count,
                                 &builder->quantity_capacity, sizeof *all->quantities);
    all->quantities[all->count] = quantity;
    return all->count++;
}

static void add_cell(struct builder *builder, size_t index)
{
    const struct exposure *exposure = builder->exposure;
    const struct cell *cell = exposure->cells[index];
    const struct released_cell *shown = &exposure->shown[index];
    const struct cell *whole = public_whole(exposure, cell);
    const struct counted figure = exposure_counted(exposure, cell);
    struct quantity quantity = {.cell = cell,
                                .persons = figure.persons,
                                .truth = truth_of(builder, cell),
                                .primary = primary_hides(cell, &figure, exposure->plan),
                                .hidden = shown->release == RELEASE_HIDDEN,
                                .need = primary_need(&figure),
                                .loss = loss_of(cell)};
    quantity.concealed = concealed_span(builder, cell, &figure);
    quantity.shown = quantity.hidden ? quantity.concealed : shown_span(builder, shown);
    if (primary_is_public(cell->area)) /* with all decimals that its source has */
        quantity.shown = (struct span){quantity.truth, quantity.truth};
    if (!primary_shows_zero(cell, &figure, exposure->plan))
        quantity.need.least += 2; /* none, and one more than where none is ruled out */
    bool between = holds(quantity.concealed, quantity.truth);
    quantity.may_hide = !primary_is_public(cell->area) && between;
    if (is_continuous(builder)) {
        quantity.need = (struct need){0};
        quantity.room = quantity.primary ? room_of(whole, figure.persons) : 0;
    }
    /* A survey's weighted share need not be that of any whole number of answers. */
    quantity.shown.low = fmin(quantity.shown.low, quantity.truth);
    quantity.shown.high = fmax(quantity.shown.high, quantity.truth);
    builder->place_of_cell[index] = add_quantity(builder, quantity);
}

static void add_cells(struct builder *builder)
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

static size_t place_of(const struct builder *builder, const struct cell *cell)
{
    return builder->place_of_cell[cell->index - builder->first];
}

/* An equation with room for `count` terms; it is kept once it has two. */
static struct equation *begin_equation(struct builder *builder, size_t count)
{
    struct equations *all = &builder->all;
    all->items = arena_grow(builder->arena, all->items, all->equation_count,
                            &builder->equation_capacity, sizeof *all->items);
    struct equation *equation = &all->items[all->equation_count];
    *equation = (struct equation){.terms = arena_alloc(builder->arena, count, sizeof(struct term))};
    return equation;
}

static void add_term(struct equation *equation, size_t quantity, int sign)
{
    equation->terms[equation->count++] = (struct term){quantity, sign};
}

/* The sum of an equation's terms as they truly are now. */
static double true_sum(const struct builder *builder, const struct equation *equation)
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
static void end_equation(struct builder *builder, struct equation *equation)
{
    double sum = 0;
    for (size_t i = 0; i < equation->count; i++)
        sum += equation->terms[i].sign * builder->all.quantities[equation->terms[i].quantity].truth;
    if (is_continuous(builder)) {
        double tiny = 1e-6 * (1 + fabs(sum));
        equation->sum.low -= tiny;
        equation->sum.high += tiny;
    }
    equation->sum.low = fmin(equation->sum.low, sum);
    equation->sum.high = fmax(equation->sum.high, sum);
    builder->all.equation_count++;
}

/* A count that has no cell of its own; `must_hide`: whatever its size. */
static size_t add_nameless(struct builder *builder, const struct counted *figure, double truth,
                           bool must_hide, const struct cell *place)
{
    struct quantity quantity = {.persons = figure->persons, .truth = truth, .hidden = true};
    quantity.primary = must_hide || primary_is_small(figure, builder->exposure->plan);
    quantity.concealed = free_span(builder, figure->persons);
    if (is_continuous(builder)) {
        const struct cell *whole = public_whole(builder->exposure, place);
        quantity.room = quantity.primary ? room_of(whole, figure->persons) : 0;
    } else {
        quantity.concealed.high = fmin(quantity.concealed.high, units(builder, figure->most));
        if (quantity.primary)
            quantity.need = primary_need(figure);
    }
    quantity.shown = quantity.concealed;
    return add_quantity(builder, quantity);
}

static struct counted nameless(const struct builder *builder, double truth, double persons)
{
    return (struct counted){.indicator = indicator_of(builder),
                            .count = truth / builder->all.unit,
                            .persons = persons,
                            .most = HUGE_VAL,
                            .most_without = HUGE_VAL};
}

/* A count of which nothing is known, and which needs no protection here. */
static size_t add_unknown(struct builder *builder, double truth, double persons)
{
    struct quantity quantity = {.persons = persons, .truth = truth, .hidden = true};
    quantity.concealed = quantity.shown = free_span(builder, persons);
    return add_quantity(builder, quantity);
}

/* What the municipality's own subgroups leave for the persons in none of an area's. */
static void limit_by_groups(const struct builder *builder, const struct relation *relation,
                            struct counted *figure)
{
    const struct exposure *exposure = builder->exposure;
    const struct cell *whole = public_whole(exposure, relation->whole);
    const struct cell *part = public_whole(exposure, relation->parts[0]);
    bool one_group = relation->kind == RELATION_GROUPS && relation->count == 1;
    if (!one_group || !whole || !part || is_continuous(builder))
        return;
    double most = whole->amounts.numerator - part->amounts.numerator;
    double persons = whole->amounts.denominator - part->amounts.denominator;
    if (figure->count <= most && figure->persons - figure->count <= persons - most) {
        figure->most = most;
        figure->most_without = persons - most;
    }
}

/* Whether the part of a partial relation stands in a full sum of the same whole too. */
static bool is_in_full_sum(const struct builder *builder, const struct relation *relation)
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

static void take_parts(struct builder *builder, const struct relation *relation, bool open,
                       struct remainder *remainder)
{
    for (size_t i = 0; i < relation->count; i++) {
        const struct cell *part = relation->parts[i];
        size_t place = place_of(builder, part);
        if (place != NOWHERE) {
            add_term(remainder->equation, place, -1);
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
static bool name_remainder(struct builder *builder, const struct relation *relation,
                           const struct remainder *remainder)
{
    bool implied = relation->partial && relation->count == 1 && !remainder->lacking &&
                   is_in_full_sum(builder, relation);
    struct span possible = free_span(builder, remainder->persons);
    if (remainder->equation->count == 1 || !(remainder->persons > 0) ||
        !holds(possible, remainder->left))
        return false; /* no parts, or more than the whole */
    /* What the source withholds of one part alone is not ours to give away. */
    bool one_withheld = !relation->partial && remainder->lacking == 1 && remainder->withheld == 1;
    struct counted figure = nameless(builder, remainder->left, remainder->persons);
    limit_by_groups(builder, relation, &figure);
    size_t rest = add_nameless(builder, &figure, remainder->left, one_withheld, relation->whole);
    if (implied && !builder->all.quantities[rest].primary) {
        builder->all.count--;
        return false;
    }
    add_term(remainder->equation, rest, -1);
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
static bool add_sum(struct builder *builder, const struct relation *relation, bool open)
{
    size_t whole = place_of(builder, relation->whole);
    if (whole == NOWHERE)
        return false;
    struct remainder remainder = {
        .equation = begin_equation(builder, count_terms(builder->exposure, relation) + 2),
        .left = builder->all.quantities[whole].truth,
        .persons = relation->whole->amounts.denominator};
    add_term(remainder.equation, whole, 1);
    take_parts(builder, relation, open, &remainder);
    /* A part without a row may have nobody in it: then the others are the whole. */
    bool nobody_left = fabs(remainder.persons) < 0.5 && fabs(remainder.left) < 0.5;
    bool partial = (relation->partial || remainder.lacking) && !nobody_left;
    if (open && !remainder.opened)
        return false;
    if (partial && !name_remainder(builder, relation, &remainder))
        return true;
    remainder.equation->binds_parts = true;
    end_equation(builder, remainder.equation);
    return true;
}

/* Two bands of ages that overlap: their union and what they share are as many as they are. */
static void add_overlap(struct builder *builder, const struct relation *relation)
{
    const struct cell *const cells[] = {relation->whole, relation->parts[0], relation->parts[1]};
    struct equation *equation = begin_equation(builder, 4);
    double truth = 0, persons = 0;
    for (size_t i = 0; i < 3; i++) {
        size_t place = place_of(builder, cells[i]);
        int sign = i == 0 ? 1 : -1;
        if (place == NOWHERE)
            return;
        add_term(equation, place, sign);
        truth -= sign * builder->all.quantities[place].truth;
        persons -= sign * cells[i]->amounts.denominator;
    }
    size_t shared = relation->shared ? place_of(builder, relation->shared) : NOWHERE;
    if (relation->shared && shared == NOWHERE)
        return;
    if (!relation->shared) {
        const struct counted figure = nameless(builder, truth, persons);
        if (!(persons > 0) || !holds(free_span(builder, persons), truth))
            return;
        shared = add_nameless(builder, &figure, truth, false, relation->whole);
    }
    add_term(equation, shared, 1);
    end_equation(builder, equation);
}

static void add_relation(struct builder *builder, const struct relation *relation)
{
    if (relation->kind == RELATION_GROUPS && primary_is_public(relation->whole->area))
        return; /* all of it is known */
    if (relation->overlapping) {
        add_overlap(builder, relation);
        return;
    }
    add_sum(builder, relation, false);
    add_sum(builder, relation, true);
}

/* The sum of an area's counts over a pool's periods, where that is what the pool says. */
static void add_pool(struct builder *builder, const struct released_pool *pool, bool is_ours)
{
    const struct exposure *exposure = builder->exposure;
    size_t first = find_place(exposure, pool->area, NULL, pool->from), end = first;
    while (end < exposure->count &&
           compare_place(exposure->cells[end], pool->area, NULL, pool->to) <= 0)
        end++;
    struct equation *equation = begin_equation(builder, end - first + 1);
    double persons = 0, sum = 0;
    for (size_t i = first; i < end; i++) {
        const struct cell *cell = exposure->cells[i];
        if (place_of(builder, cell) == NOWHERE)
            continue;
        add_term(equation, place_of(builder, cell), 1);
        persons += cell->amounts.denominator;
        sum += builder->all.quantities[place_of(builder, cell)].truth;
    }
    double told = units(builder, pool->numerator);
    if (equation->count && fabs(persons - pool->denominator) < 0.5 && fabs(sum - told) < 0.5) {
        equation->sum = (struct span){told, told};
        equation->pool = is_ours ? pool : NULL;
        end_equation(builder, equation);
    }
}

/* --- what earlier editions told ------------------------------------------------------------------
 * A figure that stands as it stood is known, hidden now or not. One of more or fewer persons than
 * then tells about the persons in between. One that changed otherwise tells about nobody in
 * particular; but the sums of its edition still hold among the figures of that edition. */

/* What an earlier edition says of a cell; NULL where it showed nothing. */
static const struct released_cell *earlier_figure(const struct released_table *table,
                                                  const struct cell *cell)
{
    const struct released_cell place = {.indicator = cell->indicator,
                                        .area = cell->area,
                                        .period = cell->period,
                                        .group = cell->group};
    const struct released_cell *found = released_cell_of_group(table, &place);
    return found && found->release == RELEASE_OPEN ? found : NULL;
}

static bool same_persons(const struct released_cell *earlier, const struct cell *cell)
{
    return fabs(earlier->denominator - cell->amounts.denominator) < 0.5;
}

/* The persons who came to a figure, or left it, since an earlier edition. */
static void add_difference(struct builder *builder, size_t place, struct span then,
                           double persons_then)
{
    const struct quantity now = builder->all.quantities[place];
    double persons = now.persons - persons_then;
    int sign = persons > 0 ? 1 : -1;
    double middle = is_continuous(builder) ? (then.low + then.high) / 2 : then.low;
    double difference = sign * (now.truth - middle);
    struct span possible = free_span(builder, fabs(persons));
    if (!holds(possible, difference))
        return; /* a correction rather than so many persons more or fewer */
    struct quantity *revised = &builder->all.quantities[place];
    struct span reach = {then.low + (sign > 0 ? possible.low : -possible.high),
                         then.high + (sign > 0 ? possible.high : -possible.low)};
    revised->concealed = intersection(revised->concealed, reach);
    const struct counted figure = nameless(builder, difference, fabs(persons));
    size_t others = add_nameless(builder, &figure, difference, false, now.cell);
    struct equation *equation = begin_equation(builder, 2);
    add_term(equation, place, 1);
    add_term(equation, others, -sign);
    equation->sum = then;
    end_equation(builder, equation);
}

static void know(struct quantity *quantity, struct span told)
{
    quantity->concealed = intersection(quantity->concealed, told);
    quantity->shown = intersection(quantity->shown, told);
    bool pinned = !(quantity->concealed.low < quantity->concealed.high);
    quantity->known = quantity->known || pinned;
    quantity->may_hide = quantity->may_hide && !quantity->known;
}

static void learn_figures(struct builder *builder, const struct released_table *earlier)
{
    const struct exposure *exposure = builder->exposure;
    for (size_t i = 0; i < exposure->count; i++) {
        const struct cell *cell = exposure->cells[i];
        size_t place = builder->place_of_cell[i];
        const struct released_cell *then = earlier_figure(earlier, cell);
        if (place == NOWHERE || !then || primary_is_public(cell->area))
            continue;
        struct span told = shown_span(builder, then);
        struct quantity *now = &builder->all.quantities[place];
        if (!same_persons(then, cell) && cell->area->role != AREA_REST)
            add_difference(builder, place, told, then->denominator);
        else if (same_persons(then, cell) && holds(told, now->truth))
            know(now, told);
    }
}

static bool is_revised(const struct builder *builder, const struct released_table *earlier,
                       const struct cell *cell)
{
    size_t place = place_of(builder, cell);
    const struct released_cell *then = earlier_figure(earlier, cell);
    return place != NOWHERE && then &&
           !(same_persons(then, cell) &&
             holds(shown_span(builder, then), builder->all.quantities[place].truth));
}

/* Adds what an edition showed of a cell to `sum`, or what it hid as a term. */
static bool add_then(struct builder *builder, const struct released_table *earlier,
                     const struct cell *cell, int sign, struct equation *equation)
{
    const struct released_cell *then = earlier_figure(earlier, cell);
    size_t place = place_of(builder, cell);
    if (!then && place == NOWHERE)
        return false;
    if (!then) {
        add_term(equation, place, sign);
        return true;
    }
    struct span told = shown_span(builder, then);
    equation->sum.low -= sign > 0 ? told.high : -told.low;
    equation->sum.high -= sign > 0 ? told.low : -told.high;
    return true;
}

/* The persons that an edition had for a figure it hid; as far as it tells. */
static double persons_then(const struct builder *builder, const struct released_table *earlier,
                           const struct quantity *now)
{
    const struct released_cell place = {.indicator = now->cell->indicator,
                                        .area = now->cell->area,
                                        .period = now->cell->period,
                                        .group = now->cell->group};
    const struct released_cell *then = released_cell_of_group(earlier, &place);
    double few = (double)builder->exposure->plan->minimum_denominator - 1;
    return then && then->has_limits ? then->denominator : fmin(now->persons, few);
}

/* Whether a figure that an edition hid had other persons then, so that it may have been revised. */
static bool may_be_revised(const struct builder *builder, const struct released_table *earlier,
                           const struct quantity *now)
{
    return now->cell && fabs(persons_then(builder, earlier, now) - now->persons) > 0.5;
}

/* The persons between what a hidden figure was and what it is. */
static void link_revised(struct builder *builder, size_t now, size_t was)
{
    const struct quantity is = builder->all.quantities[now];
    double persons = is.persons - builder->all.quantities[was].persons;
    int sign = persons > 0 ? 1 : -1;
    double difference = sign * (is.truth - builder->all.quantities[was].truth);
    if (fabs(persons) < 0.5 || !holds(free_span(builder, fabs(persons)), difference))
        return;
    const struct counted figure = nameless(builder, difference, fabs(persons));
    size_t others = add_nameless(builder, &figure, difference, false, is.cell);
    struct equation *equation = begin_equation(builder, 3);
    add_term(equation, now, 1);
    add_term(equation, was, -1);
    add_term(equation, others, -sign);
    end_equation(builder, equation);
}

/*
 * Where the figures of an earlier edition do not add up with what it hid as that is now, one of the
 * hidden ones was revised since. What it was then follows from the others, and is a count that must
 * stay hidden as well.
 */
static void suppose_revised(struct builder *builder, const struct released_table *earlier,
                            const struct equation *then, size_t which)
{
    struct equation copy = *then;
    const struct quantity now = builder->all.quantities[then->terms[which].quantity];
    double others = true_sum(builder, then) - then->terms[which].sign * now.truth;
    double truth = then->terms[which].sign * ((then->sum.low + then->sum.high) / 2 - others);
    double persons = persons_then(builder, earlier, &now);
    if (!is_continuous(builder))
        truth = round(truth);
    if (!holds(free_span(builder, persons), truth))
        return;
    const struct counted figure = nameless(builder, truth, persons);
    size_t was = add_nameless(builder, &figure, truth, false, now.cell);
    link_revised(builder, then->terms[which].quantity, was);
    size_t *places = arena_alloc(builder->arena, copy.count, sizeof *places);
    for (size_t i = 0; i < copy.count; i++) {
        const struct quantity other = builder->all.quantities[copy.terms[i].quantity];
        places[i] = copy.terms[i].quantity;
        if (i == which)
            places[i] = was;
        else if (may_be_revised(builder, earlier, &other))
            places[i] = add_unknown(builder, other.truth, other.persons);
    }
    struct equation *equation = begin_equation(builder, copy.count);
    for (size_t i = 0; i < copy.count; i++)
        add_term(equation, places[i], copy.terms[i].sign);
    equation->sum = copy.sum;
    end_equation(builder, equation);
}

/* What an earlier edition left over of a whole whose parts were not all there. */
static void name_rest_then(struct builder *builder, const struct released_table *earlier,
                           const struct relation *relation, const struct equation *then)
{
    double persons = 0;
    for (size_t i = 0; i <= relation->count; i++) {
        const struct cell *cell = i ? relation->parts[i - 1] : relation->whole;
        const struct released_cell *shown = earlier_figure(earlier, cell);
        double each = shown ? shown->denominator : cell->amounts.denominator;
        persons += i ? -each : each;
    }
    double truth = true_sum(builder, then) - (then->sum.low + then->sum.high) / 2;
    if (!(persons > 0) || !holds(free_span(builder, persons), truth))
        return;
    const struct counted figure = nameless(builder, truth, persons);
    struct equation copy = *then;
    add_term(&copy, add_nameless(builder, &figure, truth, false, relation->whole), -1);
    struct equation *equation = begin_equation(builder, 0);
    *equation = copy;
    end_equation(builder, equation);
}

/* A sum as it stood in an earlier edition, where it has figures that were revised since. */
static void learn_relation(struct builder *builder, const struct released_table *earlier,
                           const struct relation *relation)
{
    bool revised = is_revised(builder, earlier, relation->whole);
    for (size_t i = 0; i < relation->count; i++)
        revised = revised || is_revised(builder, earlier, relation->parts[i]);
    if (!revised || relation->overlapping)
        return;
    struct equation *equation = begin_equation(builder, relation->count + 2);
    bool complete = add_then(builder, earlier, relation->whole, 1, equation);
    for (size_t i = 0; i < relation->count && complete; i++)
        complete = add_then(builder, earlier, relation->parts[i], -1, equation);
    if (!complete || !equation->count)
        return;
    const struct equation then = *equation;
    bool hidden_revised = false;
    for (size_t i = 0; i < then.count; i++) {
        const struct quantity now = builder->all.quantities[then.terms[i].quantity];
        if (!may_be_revised(builder, earlier, &now))
            continue;
        hidden_revised = true;
        suppose_revised(builder, earlier, &then, i);
    }
    if (relation->partial) {
        if (!hidden_revised)
            name_rest_then(builder, earlier, relation, &then);
        return;
    }
    bool adds_up = holds(then.sum, true_sum(builder, &then));
    for (size_t i = 0; i < then.count && !hidden_revised && !adds_up; i++)
        suppose_revised(builder, earlier, &then, i); /* counts alone: any of them may be it */
    if (hidden_revised || !adds_up)
        return;
    equation = begin_equation(builder, 0);
    *equation = then;
    end_equation(builder, equation);
}

static void learn(struct builder *builder, const struct released_table *earlier)
{
    const struct exposure *exposure = builder->exposure;
    learn_figures(builder, earlier);
    for (size_t i = 0; i < exposure->relation_count; i++)
        learn_relation(builder, earlier, &exposure->relations[i]);
    for (size_t i = 0; i < earlier->pool_count; i++)
        if (earlier->pools[i].indicator == indicator_of(builder))
            add_pool(builder, &earlier->pools[i], false);
}

/* --- connected parts ------------------------------------------------------------------------- */

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
static void fill_parts(struct builder *builder, const size_t *part_of, struct equations_list *list)
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

static struct equations_list take_apart(struct builder *builder)
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

bool exposure_next(struct exposure *exposure, const struct cells *cells)
{
    size_t first = 0, relation = 0, end;
    if (exposure->cells)
        first = (size_t)(exposure->cells - cells->items) + exposure->count;
    if (exposure->relations)
        relation = (size_t)(exposure->relations - cells->relations) + exposure->relation_count;
    if (first == cells->count)
        return false;
    for (end = first + 1;
         end < cells->count && cells->items[end]->indicator == cells->items[first]->indicator;)
        end++;
    exposure->cells = cells->items + first;
    exposure->count = end - first;
    exposure->relations = cells->relations + relation;
    while (relation < cells->relation_count && cells->relations[relation].whole->index < end)
        relation++;
    exposure->relation_count = (size_t)(cells->relations + relation - exposure->relations);
    exposure->shown = NULL;
    exposure->pools = NULL;
    exposure->pool_count = 0;
    return true;
}

struct equations_list equations_build(struct arena *arena, const struct exposure *exposure)
{
    struct builder builder = {.arena = arena, .exposure = exposure};
    if (exposure->count == 0 || exposure->cells[0]->indicator->measure == MEASURE_VALUE)
        return (struct equations_list){0};
    builder.first = exposure->cells[0]->index;
    builder.all.continuous = exposure->cells[0]->indicator->measure == MEASURE_MEAN;
    builder.all.unit = builder.all.continuous ? 1 : find_unit(exposure);
    builder.all.has_earlier = exposure->earlier->count > 0;
    builder.place_of_cell = arena_alloc(arena, exposure->count, sizeof *builder.place_of_cell);
    add_cells(&builder);
    for (size_t i = 0; i < exposure->relation_count; i++)
        add_relation(&builder, &exposure->relations[i]);
    for (size_t i = 0; i < exposure->pool_count; i++)
        add_pool(&builder, &exposure->pools[i], true);
    for (size_t i = 0; i < exposure->earlier->count; i++)
        learn(&builder, &exposure->earlier->tables[i]);
    return take_apart(&builder);
}

struct span equations_span(const struct equations *equations, size_t quantity)
{
    const struct quantity *each = &equations->quantities[quantity];
    return each->hidden ? each->concealed : each->shown;
}
