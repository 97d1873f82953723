/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/disclosure/safety.h"

#include <math.h>

#include "pejling/disclosure/linear_program.h"

/* A set of counts that fits every equation, told by where it departs from the truth. */
struct witness {
    size_t *quantities;
    double *values;
    size_t count;
    bool fits; /* still, with what is hidden and shown now */
};

/* A value that a quantity was found to be able to have. */
struct possible {
    double value;
    size_t witness;
};

struct possible_list {
    struct possible *items;
    size_t count, capacity;
};

struct safety {
    struct arena *arena;
    const struct equations *equations;
    struct feasible_search *search;
    double *counts;     /* a set of counts that a search found */
    struct span *spans; /* outside of which nothing is possible */
    struct witness *witnesses;
    size_t witness_count, witness_capacity;
    struct possible_list *possible;      /* of each quantity, but for the truth */
    struct span *seen_spans, *seen_sums; /* as they were when the witnesses were last looked at */
    bool undecided; /* a search gave up, so that unsafe need not mean worked out */
};

/* The same equations with all of ours hidden and no pool of ours told. */
static struct equations all_hidden(struct arena *arena, const struct equations *equations)
{
    struct equations hidden = *equations;
    hidden.quantities = arena_alloc(arena, equations->count, sizeof *hidden.quantities);
    hidden.items = arena_alloc(arena, equations->equation_count + 1, sizeof *hidden.items);
    for (size_t i = 0; i < equations->count; i++) {
        struct quantity *each = &hidden.quantities[i];
        *each = equations->quantities[i];
        bool is_public = each->cell && area_is_public(each->cell->area);
        /* A zero that is shown would not be hidden. */
        each->hidden = !is_public && span_holds(each->concealed, each->truth);
    }
    for (size_t i = 0; i < equations->equation_count; i++) {
        hidden.items[i] = equations->items[i];
        if (equations->items[i].pool)
            hidden.items[i].sum = (struct span){-HUGE_VAL, HUGE_VAL};
    }
    return hidden;
}

void safety_prepare(struct arena *arena, struct equations *equations)
{
    const struct equations hidden = all_hidden(arena, equations);
    struct span *spans = arena_alloc(arena, equations->count, sizeof *spans);
    bool known =
        !equations->continuous && feasible_spans(feasible_search_make(arena, &hidden), spans);
    for (size_t i = 0; i < equations->count; i++)
        equations->quantities[i].best = known ? spans[i] : equations->quantities[i].concealed;
}

/* Whether one small count after the other is possible from the first to the last. */
static bool reaches(const struct quantity *quantity, double first, double last)
{
    return span_holds(quantity->best, first) && span_holds(quantity->best, last);
}

bool safety_can_hold(const struct equations *equations, size_t *quantity)
{
    double unit = equations->unit;
    for (*quantity = 0; *quantity < equations->count; ++*quantity) {
        const struct quantity *each = &equations->quantities[*quantity];
        struct need need = each->primary ? each->need : (struct need){0};
        double most = unit * need.small, least = unit * (each->persons - need.complement);
        /* Each from one person on, or from one lacking; unless the municipality has fewer. */
        double first = fmin(most, fmax(unit, each->concealed.low));
        double last = fmax(least, fmin(unit * (each->persons - 1), each->concealed.high));
        if ((need.small && !reaches(each, first, most)) ||
            (need.complement && !reaches(each, last, least)))
            return false;
    }
    return true;
}

struct safety *safety_make(struct arena *arena, const struct equations *equations)
{
    struct safety *safety = arena_alloc(arena, 1, sizeof *safety);
    size_t quantities = equations->count + 1, sums = equations->equation_count + 1;
    safety->arena = arena;
    safety->equations = equations;
    safety->search = feasible_search_make(arena, equations);
    safety->counts = arena_alloc(arena, quantities, sizeof *safety->counts);
    safety->spans = arena_alloc(arena, quantities, sizeof *safety->spans);
    safety->possible = arena_alloc(arena, quantities, sizeof *safety->possible);
    safety->seen_spans = arena_alloc(arena, quantities, sizeof *safety->seen_spans);
    safety->seen_sums = arena_alloc(arena, sums, sizeof *safety->seen_sums);
    return safety;
}

static bool is_value(double a, double b)
{
    return fabs(a - b) < 0.5;
}

/* --- what was found before --- */

static double witnessed(const struct safety *safety, const struct witness *witness, size_t quantity)
{
    for (size_t i = 0; i < witness->count; i++)
        if (witness->quantities[i] == quantity)
            return witness->values[i];
    return safety->equations->quantities[quantity].truth;
}

static bool fits_spans(const struct safety *safety, const struct witness *witness)
{
    for (size_t i = 0; i < witness->count; i++)
        if (!span_holds(equations_span(safety->equations, witness->quantities[i]),
                        witness->values[i]))
            return false;
    return true;
}

static bool fits_sum(const struct safety *safety, const struct witness *witness,
                     const struct equation *equation)
{
    double sum = 0;
    for (size_t i = 0; i < equation->count; i++)
        sum += equation->terms[i].sign * witnessed(safety, witness, equation->terms[i].quantity);
    return span_holds(equation->sum, sum);
}

static bool is_narrower(struct span now, struct span then)
{
    return now.low > then.low || now.high < then.high;
}

/* Drops the witnesses that do not fit what is shown since they were found. */
static void catch_up(struct safety *safety)
{
    const struct equations *equations = safety->equations;
    bool narrower = false;
    for (size_t i = 0; i < equations->count; i++) {
        struct span now = equations_span(equations, i);
        narrower = narrower || is_narrower(now, safety->seen_spans[i]);
        safety->seen_spans[i] = now;
    }
    for (size_t i = 0; narrower && i < safety->witness_count; i++) {
        struct witness *witness = &safety->witnesses[i];
        witness->fits = witness->fits && fits_spans(safety, witness);
    }
    for (size_t i = 0; i < equations->equation_count; i++) {
        bool changed = is_narrower(equations->items[i].sum, safety->seen_sums[i]);
        for (size_t j = 0; changed && j < safety->witness_count; j++) {
            struct witness *witness = &safety->witnesses[j];
            witness->fits = witness->fits && fits_sum(safety, witness, &equations->items[i]);
        }
        safety->seen_sums[i] = equations->items[i].sum;
    }
    if (!equations->continuous)
        feasible_spans(safety->search, safety->spans);
}

static bool is_known(const struct safety *safety, size_t quantity, double value)
{
    const struct possible_list *list = &safety->possible[quantity];
    for (size_t i = 0; i < list->count; i++)
        if (is_value(list->items[i].value, value) && safety->witnesses[list->items[i].witness].fits)
            return true;
    return is_value(safety->equations->quantities[quantity].truth, value);
}

/* Keeps the counts that a search found, and what they show to be possible. */
static void keep_witness(struct safety *safety)
{
    const struct equations *equations = safety->equations;
    struct witness witness = {.fits = true};
    witness.quantities = arena_alloc(safety->arena, equations->count, sizeof(size_t));
    witness.values = arena_alloc(safety->arena, equations->count, sizeof(double));
    for (size_t i = 0; i < equations->count; i++) {
        double value = safety->counts[i];
        if (is_value(value, equations->quantities[i].truth))
            continue;
        witness.quantities[witness.count] = i;
        witness.values[witness.count++] = value;
        if (!equations->quantities[i].hidden || is_known(safety, i, value))
            continue;
        struct possible_list *list = &safety->possible[i];
        list->items = arena_grow(safety->arena, list->items, list->count, &list->capacity,
                                 sizeof *list->items);
        list->items[list->count++] = (struct possible){value, safety->witness_count};
    }
    safety->witnesses = arena_grow(safety->arena, safety->witnesses, safety->witness_count,
                                   &safety->witness_capacity, sizeof *safety->witnesses);
    safety->witnesses[safety->witness_count++] = witness;
}

static bool is_possible(struct safety *safety, size_t quantity, double value)
{
    if (!span_holds(safety->spans[quantity], value))
        return false;
    if (is_known(safety, quantity, value))
        return true;
    enum possibility answer = feasible_at(safety->search, quantity, value, safety->counts);
    if (answer == POSSIBLE)
        keep_witness(safety);
    safety->undecided = safety->undecided || answer == UNDECIDED;
    return answer == POSSIBLE;
}

/* --- needs --- */

/* What follows from public figures and earlier editions alone is not ours to keep possible. */
static bool may_be(struct safety *safety, size_t at, double value)
{
    return !span_holds(safety->equations->quantities[at].best, value) ||
           is_possible(safety, at, value);
}

/* Whether each count from 1 to the needed one is possible, and each as far from everybody. */
static bool has_needed(struct safety *safety, size_t at)
{
    const struct quantity *quantity = &safety->equations->quantities[at];
    double unit = safety->equations->unit;
    for (unsigned count = 1; count <= quantity->need.small; count++)
        if (!may_be(safety, at, unit * count))
            return false;
    for (unsigned count = 1; count <= quantity->need.complement; count++)
        if (!may_be(safety, at, unit * (quantity->persons - count)))
            return false;
    return true;
}

/*
 * How many counts must be possible, a person apart: no more than could be, if nothing of ours were
 * known.
 */
static unsigned least_needed(const struct safety *safety, size_t at)
{
    const struct quantity *quantity = &safety->equations->quantities[at];
    struct span span = quantity->best;
    double unit = safety->equations->unit;
    double counts = floor((span.high - quantity->truth) / unit) +
                    floor((quantity->truth - span.low) / unit) + 1;
    return counts < quantity->need.least ? (unsigned)fmax(0, counts) : quantity->need.least;
}

/*
 * Whether so many counts are possible, looked for on both sides of the true one as far as one
 * follows another.
 */
static bool has_enough(struct safety *safety, size_t at)
{
    const struct quantity *quantity = &safety->equations->quantities[at];
    double unit = safety->equations->unit;
    unsigned least = least_needed(safety, at), found = 1; /* the true one */
    bool below = true, above = true;
    for (unsigned steps = 1; found < least && (below || above); steps++) {
        double step = steps * unit;
        below = below && is_possible(safety, at, quantity->truth - step);
        found += below;
        above = above && is_possible(safety, at, quantity->truth + step);
        found += above;
    }
    return found >= least;
}

static bool keeps_distance(struct safety *safety, size_t at)
{
    const struct quantity *quantity = &safety->equations->quantities[at];
    if (!(quantity->room > 0))
        return true;
    struct span span;
    if (!linear_program_span(safety->equations, at, &span)) {
        safety->undecided = true;
        return false;
    }
    double far_enough = quantity->room * (1 - 1e-9); /* where a scale ends just there */
    return span.low <= quantity->truth - far_enough && span.high >= quantity->truth + far_enough;
}

/* None, or everybody, where that may be shown: hidden for its neighbours' sake alone. */
static bool is_no_secret(const struct safety *safety, size_t at)
{
    return !safety->equations->quantities[at].primary &&
           equations_is_none_or_all(safety->equations, at);
}

static bool check(struct safety *safety, size_t at)
{
    const struct quantity *quantity = &safety->equations->quantities[at];
    if (!quantity->hidden || quantity->known || is_no_secret(safety, at))
        return true;
    if (safety->equations->continuous)
        return keeps_distance(safety, at);
    return has_needed(safety, at) && has_enough(safety, at);
}

bool safety_holds(struct safety *safety, size_t quantity)
{
    catch_up(safety);
    return check(safety, quantity);
}

/* The value closest to `end` that is possible, between it and the truth, which is. */
static double find_end(struct safety *safety, size_t at, double end)
{
    double possible = safety->equations->quantities[at].truth;
    if (feasible_at(safety->search, at, end, safety->counts) != IMPOSSIBLE)
        return end;
    while (fabs(possible - end) > 1.5) {
        double middle = trunc((possible + end) / 2);
        if (feasible_at(safety->search, at, middle, safety->counts) == IMPOSSIBLE)
            end = middle;
        else
            possible = middle;
    }
    return possible;
}

/* Lowers the needs of a count to what is possible; whether that is less than it was. */
static bool concede_count(struct safety *safety, struct quantity *conceded, size_t at)
{
    struct span ends = conceded->best;
    ends.low = find_end(safety, at, ends.low);
    if (ends.high < NO_LIMIT / 2)
        ends.high = find_end(safety, at, ends.high);
    bool less = is_narrower(ends, conceded->best);
    conceded->best = ends;
    return less;
}

/* The same for a mean, of which it was decided that it is closer than it needs to be. */
static bool concede_mean(const struct safety *safety, struct quantity *conceded, size_t at)
{
    struct span span;
    linear_program_span(safety->equations, at, &span);
    conceded->room = fmin(conceded->truth - span.low, span.high - conceded->truth);
    return conceded->room > 0;
}

bool safety_settle(struct safety *safety, struct equations *equations, size_t quantity)
{
    struct quantity *settled = &equations->quantities[quantity];
    if (safety_holds(safety, quantity))
        return true;
    concede_count(safety, settled, quantity);
    return safety_holds(safety, quantity);
}

bool safety_concede(struct arena *arena, struct equations *equations, size_t quantity)
{
    const struct equations hidden = all_hidden(arena, equations);
    struct safety *safety = safety_make(arena, &hidden);
    struct quantity *conceded = &equations->quantities[quantity];
    if (!equations->has_earlier || safety_holds(safety, quantity) || safety->undecided)
        return false;
    conceded->known = equations->continuous ? !concede_mean(safety, conceded, quantity)
                                            : !concede_count(safety, conceded, quantity);
    return true;
}

size_t safety_first_unsafe(struct safety *safety)
{
    catch_up(safety);
    for (size_t i = 0; i < safety->equations->count; i++)
        if (!check(safety, i))
            return i;
    return safety->equations->count;
}
