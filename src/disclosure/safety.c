/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/disclosure/safety.h"

#include <math.h>
#include <string.h>

#include "pejling/disclosure/linear_program.h"

struct safety {
    const struct equations *equations;
    struct feasible_search *search;
    double *counts;     /* a set of counts that a search found */
    struct span *spans; /* outside of which nothing is possible */
    size_t *starts;     /* of each quantity's needed values in `seen` */
    bool *seen;         /* which of them a search has come upon */
};

static size_t needed(const struct quantity *quantity)
{
    return quantity->need.small + quantity->need.complement;
}

/* The needed values of a quantity: 1, 2 ..., then as many fewer than all. */
static double needed_value(const struct equations *equations, const struct quantity *quantity,
                           size_t which)
{
    double unit = equations->unit;
    if (which < quantity->need.small)
        return unit * (double)(which + 1);
    return unit * (quantity->persons - (double)(which - quantity->need.small + 1));
}

struct safety *safety_make(struct arena *arena, const struct equations *equations)
{
    struct safety *safety = arena_alloc(arena, 1, sizeof *safety);
    safety->equations = equations;
    safety->search = feasible_search_make(arena, equations);
    safety->counts = arena_alloc(arena, equations->count + 1, sizeof *safety->counts);
    safety->spans = arena_alloc(arena, equations->count + 1, sizeof *safety->spans);
    safety->starts = arena_alloc(arena, equations->count + 1, sizeof *safety->starts);
    for (size_t i = 0; i < equations->count; i++)
        safety->starts[i + 1] = safety->starts[i] + needed(&equations->quantities[i]);
    safety->seen = arena_alloc(arena, safety->starts[equations->count] + 1, sizeof *safety->seen);
    return safety;
}

static bool is_value(double a, double b)
{
    return fabs(a - b) < 0.5;
}

/* One set of counts that fits may show values that several quantities need. */
static void note_found(struct safety *safety)
{
    const struct equations *equations = safety->equations;
    for (size_t i = 0; i < equations->count; i++) {
        const struct quantity *quantity = &equations->quantities[i];
        for (size_t which = 0; which < needed(quantity); which++)
            if (is_value(needed_value(equations, quantity, which), safety->counts[i]))
                safety->seen[safety->starts[i] + which] = true;
    }
}

static bool is_possible(struct safety *safety, size_t quantity, double value)
{
    bool found;
    enum possibility answer = feasible_at(safety->search, quantity, value, safety->counts, &found);
    if (found)
        note_found(safety);
    return answer == POSSIBLE;
}

static bool has_needed(struct safety *safety, size_t at)
{
    const struct quantity *quantity = &safety->equations->quantities[at];
    for (size_t which = 0; which < needed(quantity); which++)
        if (!safety->seen[safety->starts[at] + which] &&
            !is_possible(safety, at, needed_value(safety->equations, quantity, which)))
            return false;
    return true;
}

/* Whether so many values are possible, looked for on both sides of the true one. */
static bool has_enough(struct safety *safety, size_t at)
{
    const struct quantity *quantity = &safety->equations->quantities[at];
    struct span span = safety->spans[at];
    unsigned found = 1; /* the true one */
    double unit = safety->equations->unit;
    for (double step = unit; found < quantity->need.least; step += unit) {
        bool below = quantity->truth - step >= span.low;
        bool above = quantity->truth + step <= span.high;
        if (!below && !above)
            return false;
        found += below && is_possible(safety, at, quantity->truth - step);
        if (found < quantity->need.least)
            found += above && is_possible(safety, at, quantity->truth + step);
    }
    return true;
}

static bool keeps_distance(const struct safety *safety, size_t at)
{
    const struct quantity *quantity = &safety->equations->quantities[at];
    if (!(quantity->room > 0))
        return true;
    struct span span = linear_program_span(safety->equations, at);
    return span.low <= quantity->truth - quantity->room &&
           span.high >= quantity->truth + quantity->room;
}

static bool check(struct safety *safety, size_t at)
{
    const struct quantity *quantity = &safety->equations->quantities[at];
    if (!quantity->hidden || quantity->known)
        return true;
    if (safety->equations->continuous)
        return keeps_distance(safety, at);
    return has_needed(safety, at) && has_enough(safety, at);
}

/* What was found before holds no longer where other quantities are hidden or shown. */
static void start_over(struct safety *safety)
{
    memset(safety->seen, 0, safety->starts[safety->equations->count] * sizeof *safety->seen);
    if (!safety->equations->continuous)
        feasible_spans(safety->search, safety->spans);
}

bool safety_holds(struct safety *safety, size_t quantity)
{
    start_over(safety);
    return check(safety, quantity);
}

size_t safety_first_unsafe(struct safety *safety)
{
    start_over(safety);
    for (size_t i = 0; i < safety->equations->count; i++)
        if (!check(safety, i))
            return i;
    return safety->equations->count;
}
