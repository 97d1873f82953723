/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/disclosure/earlier.h"

#include <math.h>

#include "pejling/disclosure/sums.h"

/* An edition being taken in, and the quantities that stand for what it hid of each quantity now. */
struct learner {
    struct equation_builder *builder;
    const struct released_table *earlier;
    size_t *was;   /* NOWHERE where that is the same */
    bool *learned; /* by relation */
};

/* Adds an equation that was put together elsewhere. */
static void keep(struct equation_builder *builder, const struct equation *equation)
{
    struct equation *kept = builder_begin(builder, 0);
    *kept = *equation;
    builder_end(builder, kept);
}

/* What an earlier edition has in the place of a cell, shown, hidden or absent; NULL for no row. */
static const struct released_cell *earlier_cell(const struct released_table *table,
                                                const struct cell *cell)
{
    const struct released_cell place = {.indicator = cell->indicator,
                                        .area = cell->area,
                                        .period = cell->period,
                                        .group = cell->group};
    return released_cell_of_group(table, &place);
}

/* What it showed of a cell; NULL where that was nothing. */
static const struct released_cell *earlier_figure(const struct released_table *table,
                                                  const struct cell *cell)
{
    const struct released_cell *found = earlier_cell(table, cell);
    return found && found->release == RELEASE_OPEN ? found : NULL;
}

/* Adds a count of persons who are no cell, near one; to be protected where it is small. */
static size_t add_count(struct equation_builder *builder, double truth, double persons,
                        const struct cell *near)
{
    const struct counted figure = builder_nameless(builder, truth, persons);
    return builder_add_nameless(builder, &figure, truth, false, near);
}

/*
 * Adds the count of a cell that an earlier edition hid; neither none nor everybody where it would
 * have shown that. `of_few`: it may have been hidden for its few persons, so it must stay hidden.
 */
static size_t add_hidden_count(struct equation_builder *builder, double truth, double persons,
                               bool of_few, const struct cell *cell)
{
    const struct counted then = builder_nameless(builder, truth, persons);
    size_t added = builder_add_nameless(builder, &then, truth, of_few, cell);
    struct span *concealed = &builder->all.quantities[added].concealed;
    const struct counted figure = exposure_counted(builder->exposure, cell);
    if (builder_is_continuous(builder) || !exposure_shows_zero(builder->exposure, cell, &figure))
        return added;
    concealed->low = fmin(fmax(concealed->low, 1), truth);
    if (builder_counts_persons(builder))
        concealed->high = fmax(fmin(concealed->high, builder_units(builder, persons) - 1), truth);
    return added;
}

static bool was_hidden(const struct released_table *table, const struct cell *cell)
{
    const struct released_cell *found = earlier_cell(table, cell);
    return found && found->release == RELEASE_HIDDEN;
}

/* The persons it told of for a cell; those of now where it told nothing. */
static double told_persons(const struct released_table *table, const struct cell *cell)
{
    const struct released_cell *then = earlier_cell(table, cell);
    bool told = then && (then->release == RELEASE_OPEN || then->has_limits);
    return told ? then->denominator : cell->amounts.denominator;
}

static bool same_persons(const struct released_cell *earlier, const struct cell *cell)
{
    return fabs(earlier->denominator - cell->amounts.denominator) < 0.5;
}

/*
 * What the municipality's own revision leaves for `came` persons who came to a part of it, or left:
 * no more of them are counted, or not, than of all who did.
 */
static struct span moved_span(const struct equation_builder *builder,
                              const struct released_table *earlier, const struct cell *cell,
                              double came)
{
    struct span possible = builder_free(builder, fabs(came));
    const struct cell *whole = exposure_whole(builder->exposure, cell);
    const struct released_cell *then = whole ? earlier_figure(earlier, whole) : NULL;
    if (!then || !measure_has_counts(cell->indicator->measure))
        return possible;
    int sign = came > 0 ? 1 : -1;
    double persons = sign * (whole->amounts.denominator - then->denominator);
    double counted = sign * (whole->amounts.numerator - then->numerator);
    if (persons < fabs(came) - 0.5)
        return possible; /* others went the other way */
    possible.high = fmin(possible.high, builder_units(builder, counted));
    if (builder_counts_persons(builder))
        possible.low = fmax(possible.low, builder_units(builder, fabs(came) - (persons - counted)));
    return possible;
}

/* Adds the count of persons who came to a cell, or left it; see moved_span. */
static size_t add_moved(struct equation_builder *builder, const struct released_table *earlier,
                        double truth, double came, const struct cell *cell)
{
    size_t added = add_count(builder, truth, fabs(came), cell);
    struct span possible = moved_span(builder, earlier, cell, came);
    if (span_holds(possible, truth)) /* else others were corrected as well */
        builder->all.quantities[added].concealed = possible;
    return added;
}

/* The persons who came to a figure, or left it, since an earlier edition. */
static void add_difference(struct equation_builder *builder, const struct released_table *earlier,
                           size_t place, struct span then, double persons_then)
{
    const struct quantity now = builder->all.quantities[place];
    double persons = now.persons - persons_then;
    int sign = persons > 0 ? 1 : -1;
    double middle = builder_is_continuous(builder) ? (then.low + then.high) / 2 : then.low;
    double difference = sign * (now.truth - middle);
    struct span possible = builder_free(builder, fabs(persons));
    if (!span_holds(possible, difference))
        return; /* a correction rather than so many persons more or fewer */
    struct quantity *revised = &builder->all.quantities[place];
    struct span reach = {then.low + (sign > 0 ? possible.low : -possible.high),
                         then.high + (sign > 0 ? possible.high : -possible.low)};
    revised->concealed = span_intersection(revised->concealed, reach);
    size_t others = add_moved(builder, earlier, difference, persons, now.cell);
    struct equation *equation = builder_begin(builder, 2);
    builder_term(equation, place, 1);
    builder_term(equation, others, -sign);
    equation->sum = then;
    builder_end(builder, equation);
}

static void know(struct quantity *quantity, struct span told)
{
    quantity->concealed = span_intersection(quantity->concealed, told);
    quantity->shown = span_intersection(quantity->shown, told);
    if (quantity->concealed.low < quantity->concealed.high)
        return;
    quantity->known = true;
    quantity->may_hide = false;
}

static void learn_figures(struct equation_builder *builder, const struct released_table *earlier)
{
    const struct exposure *exposure = builder->exposure;
    for (size_t i = 0; i < exposure->count; i++) {
        const struct cell *cell = exposure->cells[i];
        size_t place = builder->place_of_cell[i];
        const struct released_cell *then = earlier_figure(earlier, cell);
        if (place == NOWHERE || !then || area_is_public(cell->area))
            continue;
        struct span told = builder_shown(builder, then);
        struct quantity *now = &builder->all.quantities[place];
        if (!same_persons(then, cell) && cell->area->role != AREA_REST)
            add_difference(builder, earlier, place, told, then->denominator);
        else if (same_persons(then, cell) && span_holds(told, now->truth))
            know(now, told);
    }
}

static bool is_revised(const struct equation_builder *builder, const struct released_cell *then,
                       const struct quantity *now)
{
    return !same_persons(then, now->cell) || !span_holds(builder_shown(builder, then), now->truth);
}

/* Adds what an edition showed of a cell to `sum`, or what it hid as a term. */
static bool add_then(struct equation_builder *builder, const struct released_table *earlier,
                     const struct cell *cell, int sign, struct equation *equation)
{
    const struct released_cell *then = earlier_figure(earlier, cell);
    size_t place = builder_place(builder, cell);
    bool untold = place == NOWHERE || !was_hidden(earlier, cell) || primary_is_withheld(cell);
    if (!then && untold)
        return false; /* it had no figure to add up, or one that not even its persons are told of */
    if (!then) {
        builder_term(equation, place, sign);
        return true;
    }
    struct span told = builder_shown(builder, then);
    equation->sum.low -= sign > 0 ? told.high : -told.low;
    equation->sum.high -= sign > 0 ? told.low : -told.high;
    return true;
}

/*
 * Whether an edition hid a figure without a word of its persons: a count of few, or one about which
 * it could tell no limits. Of what is not a count of persons it never tells.
 */
static bool is_untold(const struct equation_builder *builder, const struct released_table *earlier,
                      const struct cell *cell)
{
    return was_hidden(earlier, cell) && !earlier_cell(earlier, cell)->has_limits &&
           builder_counts_persons(builder);
}

/*
 * Whether a figure that an edition hid may have been another then: it had other persons, or may
 * have had. To take those of now would make a revision look as if it were known already.
 */
static bool may_be_revised(const struct equation_builder *builder,
                           const struct released_table *earlier, const struct quantity *now)
{
    return was_hidden(earlier, now->cell) &&
           (is_untold(builder, earlier, now->cell) ||
            fabs(told_persons(earlier, now->cell) - now->persons) > 0.5);
}

/* The persons between what a hidden figure was and what it is. */
static void link_revised(struct equation_builder *builder, const struct released_table *earlier,
                         size_t now, size_t was)
{
    const struct quantity is = builder->all.quantities[now];
    double persons = is.persons - builder->all.quantities[was].persons;
    int sign = persons > 0 ? 1 : -1;
    double difference = sign * (is.truth - builder->all.quantities[was].truth);
    if (!span_holds(builder_free(builder, fabs(persons)), difference))
        return;
    size_t others = add_moved(builder, earlier, difference, persons, is.cell);
    struct equation *equation = builder_begin(builder, 3);
    builder_term(equation, now, 1);
    builder_term(equation, was, -1);
    builder_term(equation, others, -sign);
    builder_end(builder, equation);
}

/* What a hidden figure was in an edition where it had other persons: a count of its own. */
static size_t quantity_then(struct learner *learner, size_t now, double truth)
{
    struct equation_builder *builder = learner->builder;
    const struct quantity is = builder->all.quantities[now];
    double persons = told_persons(learner->earlier, is.cell);
    bool untold = is_untold(builder, learner->earlier, is.cell);
    struct span possible = builder_free(builder, persons);
    if (!builder_is_continuous(builder))
        truth = round(truth);
    truth = fmin(fmax(truth, possible.low), possible.high);
    learner->was[now] = add_hidden_count(builder, truth, persons, untold, is.cell);
    if (!untold)
        link_revised(builder, learner->earlier, now, learner->was[now]);
    return learner->was[now];
}

/* What a term must be for the equation to hold, as the others truly are. */
static double implied_truth(const struct equation_builder *builder, const struct equation *equation,
                            size_t which)
{
    const struct term *term = &equation->terms[which];
    double own = term->sign * builder->all.quantities[term->quantity].truth;
    double others = builder_true_sum(builder, equation) - own;
    return term->sign * ((equation->sum.low + equation->sum.high) / 2 - others);
}

/*
 * Puts what hidden figures were then in the place of what they are, where their persons changed.
 * `complete`: nothing else is in the sum, so that it tells what the last of them was.
 */
static void put_then(struct learner *learner, struct equation *equation, bool complete)
{
    struct equation_builder *builder = learner->builder;
    size_t last = equation->count;
    for (size_t i = 0; i < equation->count; i++) {
        size_t now = equation->terms[i].quantity;
        const struct quantity is = builder->all.quantities[now];
        if (!may_be_revised(builder, learner->earlier, &is))
            continue;
        if (learner->was[now] != NOWHERE)
            equation->terms[i].quantity = learner->was[now];
        else if (!complete || last < equation->count) /* of two, one is taken to be as it is */
            equation->terms[i].quantity = quantity_then(learner, now, is.truth);
        else
            last = i;
    }
    if (last < equation->count)
        equation->terms[last].quantity = quantity_then(learner, equation->terms[last].quantity,
                                                       implied_truth(builder, equation, last));
}

/*
 * Where the figures of an earlier edition do not add up with what it hid as that is now, though no
 * persons changed, the count of one was revised. What it was then follows from the others, and must
 * stay hidden as well; any of them may be it.
 */
static void suppose_revised(struct learner *learner, const struct equation *then, size_t which)
{
    struct equation_builder *builder = learner->builder;
    const struct quantity now = builder->all.quantities[then->terms[which].quantity];
    double truth = implied_truth(builder, then, which);
    if (!builder_is_continuous(builder))
        truth = round(truth);
    if (!now.cell || !span_holds(builder_free(builder, now.persons), truth))
        return;
    struct equation copy = *then;
    copy.terms = arena_alloc(builder->arena, copy.count, sizeof *copy.terms);
    for (size_t i = 0; i < copy.count; i++)
        copy.terms[i] = then->terms[i];
    copy.terms[which].quantity = add_hidden_count(builder, truth, now.persons, false, now.cell);
    keep(builder, &copy);
}

/* A relation's cells one by one: its whole, its parts, and what they share; NULL behind the last. */
static const struct cell *cell_of(const struct relation *relation, size_t at)
{
    if (at == 0)
        return relation->whole;
    return at <= relation->count       ? relation->parts[at - 1]
           : at == relation->count + 1 ? relation->shared
                                       : NULL;
}

/* With which sign that cell stands in the sum: whole - parts + shared. */
static int sign_of(const struct relation *relation, size_t at)
{
    return at == 0 || at > relation->count ? 1 : -1;
}

/* Whether persons who are no cell are in the sum: what the parts leave, or what they share. */
static bool has_nameless(const struct relation *relation)
{
    return relation->partial || (relation->overlapping && !relation->shared);
}

/* What an earlier edition left over of a whole, or of parts that exceed it. */
static void name_rest_then(struct equation_builder *builder, const struct released_table *earlier,
                           const struct relation *relation, const struct equation *then)
{
    int sign = relation->overlapping ? -1 : 1;
    double persons = 0;
    for (size_t i = 0; cell_of(relation, i); i++)
        persons += sign * sign_of(relation, i) * told_persons(earlier, cell_of(relation, i));
    double truth = sign * (builder_true_sum(builder, then) - (then->sum.low + then->sum.high) / 2);
    if (!(persons > 0) || !span_holds(builder_free(builder, persons), truth))
        return;
    struct equation copy = *then;
    builder_term(&copy, add_count(builder, truth, persons, relation->whole), -sign);
    keep(builder, &copy);
}

/* Whether a figure of the relation differs from what the edition showed, or hid. */
static bool has_revised(const struct learner *learner, const struct relation *relation)
{
    const struct equation_builder *builder = learner->builder;
    for (size_t i = 0; cell_of(relation, i); i++) {
        const struct cell *cell = cell_of(relation, i);
        size_t place = builder_place(builder, cell);
        const struct released_cell *then = earlier_figure(learner->earlier, cell);
        if (place == NOWHERE && then)
            return true; /* it has no figure any more, but the edition's sum still holds */
        if (place == NOWHERE)
            continue;
        const struct quantity *now = &builder->all.quantities[place];
        bool still_few = is_untold(builder, learner->earlier, cell) &&
                         now->persons < builder->exposure->plan->minimum_denominator;
        if (then ? is_revised(builder, then, now)
                 : may_be_revised(builder, learner->earlier, now) && !still_few)
            return true;
    }
    return false;
}

/* Keeps a sum of an earlier edition, or what follows from it if the count of one was revised. */
static void keep_then(struct learner *learner, const struct equation *then)
{
    if (span_holds(then->sum, builder_true_sum(learner->builder, then)))
        keep(learner->builder, then);
    else
        for (size_t i = 0; i < then->count; i++)
            suppose_revised(learner, then, i);
}

/* A sum as it stood in an earlier edition, where it has figures that were revised since. */
static void learn_relation(struct learner *learner, const struct relation *relation)
{
    struct equation_builder *builder = learner->builder;
    if (!has_revised(learner, relation))
        return;
    struct equation *equation = builder_begin(builder, relation->count + 3);
    bool complete = true;
    for (size_t i = 0; cell_of(relation, i) && complete; i++)
        complete = add_then(builder, learner->earlier, cell_of(relation, i), sign_of(relation, i),
                            equation);
    if (!complete || !equation->count)
        return;
    struct equation then = *equation;
    put_then(learner, &then, !has_nameless(relation));
    if (has_nameless(relation))
        name_rest_then(builder, learner->earlier, relation, &then);
    else
        keep_then(learner, &then);
}

/*
 * Whether the years that a pool was told of can have had the persons it was told with: just those
 * where all were told, else no more.
 */
static bool can_be_of(const struct exposure *exposure, const struct released_table *earlier,
                      const struct released_pool *pool)
{
    size_t end;
    double left = pool->denominator;
    bool all_told = true;
    for (size_t i = exposure_years(exposure, pool, &end); i < end; i++) {
        const struct released_cell *then = earlier_cell(earlier, exposure->cells[i]);
        bool told = !then || then->release != RELEASE_HIDDEN || then->has_limits;
        all_told = all_told && told;
        left -= told ? told_persons(earlier, exposure->cells[i]) : 0;
    }
    return all_told ? fabs(left) < 0.5 : left > -0.5;
}

/* Years that an edition told together, of which it may have shown some, and some were revised. */
static void learn_pool(struct learner *learner, const struct released_pool *pool)
{
    struct equation_builder *builder = learner->builder;
    const struct exposure *exposure = builder->exposure;
    size_t end, first = exposure_years(exposure, pool, &end);
    struct equation *equation = builder_begin(builder, end - first + 1);
    double told = builder_units(builder, pool->numerator);
    equation->sum = (struct span){told, told};
    for (size_t i = first; i < end; i++) {
        const struct cell *cell = exposure->cells[i];
        const struct released_cell *shown = earlier_figure(learner->earlier, cell);
        size_t place = builder_place(builder, cell);
        if (place != NOWHERE && !shown)
            builder_term(equation, place, 1);
        else if (!add_then(builder, learner->earlier, cell, 1, equation))
            return;
    }
    if (!equation->count || !can_be_of(exposure, learner->earlier, pool))
        return;
    struct equation then = *equation;
    put_then(learner, &then, true);
    keep_then(learner, &then);
}

/* Of how many figures of a relation it is not known yet what they were. */
static size_t count_unknown(const struct learner *learner, const struct relation *relation)
{
    const struct equation_builder *builder = learner->builder;
    size_t unknown = 0;
    for (size_t i = 0; cell_of(relation, i); i++) {
        size_t place = builder_place(builder, cell_of(relation, i));
        unknown += place != NOWHERE && learner->was[place] == NOWHERE &&
                   may_be_revised(builder, learner->earlier, &builder->all.quantities[place]);
    }
    return unknown;
}

/* How little a sum tells of what its figures were: a rounded rest less, an unnamed remainder nothing. */
enum vagueness { FULL_SUM, SUM_WITH_REST, PARTIAL_SUM };

static enum vagueness vagueness_of(const struct relation *relation)
{
    if (has_nameless(relation))
        return PARTIAL_SUM;
    return relation->kind == RELATION_REST ? SUM_WITH_REST : FULL_SUM;
}

/* Takes in relations with so many unknown figures at most; each makes more of them known. */
static void learn_relations(struct learner *learner, enum vagueness vagueness, size_t most_unknown)
{
    const struct exposure *exposure = learner->builder->exposure;
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < exposure->relation_count; i++) {
            const struct relation *relation = &exposure->relations[i];
            if (learner->learned[i] || vagueness_of(relation) != vagueness ||
                count_unknown(learner, relation) > most_unknown)
                continue;
            learn_relation(learner, relation);
            learner->learned[i] = more = true;
        }
    }
}

void earlier_learn(struct equation_builder *builder, const struct released_table *earlier)
{
    const struct exposure *exposure = builder->exposure;
    struct learner learner = {builder, earlier,
                              arena_alloc(builder->arena, builder->all.count + 1, sizeof(size_t)),
                              arena_alloc(builder->arena, exposure->relation_count + 1, 1)};
    for (size_t i = 0; i < builder->all.count; i++)
        learner.was[i] = NOWHERE;
    learn_figures(builder, earlier);
    /* What a hidden figure was is told best where it is the only one. */
    learn_relations(&learner, FULL_SUM, 1);
    for (size_t i = 0; i < earlier->pool_count; i++)
        if (earlier->pools[i].indicator == builder_indicator(builder))
            learn_pool(&learner, &earlier->pools[i]);
    learn_relations(&learner, FULL_SUM, SIZE_MAX);
    learn_relations(&learner, SUM_WITH_REST, SIZE_MAX);
    learn_relations(&learner, PARTIAL_SUM, SIZE_MAX);
}
