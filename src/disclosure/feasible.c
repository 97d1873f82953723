/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/disclosure/feasible.h"

#include <math.h>
#include <string.h>

#include "pejling/disclosure/linear_program.h"

#define NARROWINGS 100000 /* in one search; more is a ring that tightens person by person */

struct change {
    size_t quantity;
    struct span before;
};

struct feasible_search {
    struct arena *arena;
    const struct equations *equations;
    size_t *starts, *uses; /* the equations of each quantity */
    struct span *spans;
    size_t *queue; /* equations to look at again */
    bool *queued;
    size_t queue_length;
    struct change *trail; /* what to put back */
    size_t trail_length, trail_capacity;
    size_t nodes, narrowings;
};

static void index_uses(struct feasible_search *search)
{
    const struct equations *equations = search->equations;
    size_t terms = 0;
    for (size_t i = 0; i < equations->equation_count; i++)
        for (size_t j = 0; j < equations->items[i].count; j++, terms++)
            search->starts[equations->items[i].terms[j].quantity + 1]++;
    for (size_t i = 0; i < equations->count; i++)
        search->starts[i + 1] += search->starts[i];
    search->uses = arena_alloc(search->arena, terms + 1, sizeof *search->uses);
    size_t *next = arena_alloc(search->arena, equations->count + 1, sizeof *next);
    memcpy(next, search->starts, equations->count * sizeof *next);
    for (size_t i = 0; i < equations->equation_count; i++)
        for (size_t j = 0; j < equations->items[i].count; j++)
            search->uses[next[equations->items[i].terms[j].quantity]++] = i;
}

struct feasible_search *feasible_search_make(struct arena *arena, const struct equations *equations)
{
    struct feasible_search *search = arena_alloc(arena, 1, sizeof *search);
    search->arena = arena;
    search->equations = equations;
    search->starts = arena_alloc(arena, equations->count + 1, sizeof *search->starts);
    search->spans = arena_alloc(arena, equations->count + 1, sizeof *search->spans);
    search->queue = arena_alloc(arena, equations->equation_count + 1, sizeof *search->queue);
    search->queued = arena_alloc(arena, equations->equation_count + 1, sizeof *search->queued);
    index_uses(search);
    return search;
}

static void enqueue(struct feasible_search *search, size_t equation)
{
    if (search->queued[equation])
        return;
    search->queued[equation] = true;
    search->queue[search->queue_length++] = equation;
}

static void clear_queue(struct feasible_search *search)
{
    while (search->queue_length)
        search->queued[search->queue[--search->queue_length]] = false;
}

/* Narrows a quantity; false where nothing is left of it. */
static bool narrow(struct feasible_search *search, size_t quantity, struct span to)
{
    struct span *span = &search->spans[quantity];
    if (to.low <= span->low && to.high >= span->high)
        return true;
    search->trail = arena_grow(search->arena, search->trail, search->trail_length,
                               &search->trail_capacity, sizeof *search->trail);
    search->trail[search->trail_length++] = (struct change){quantity, *span};
    *span = (struct span){fmax(span->low, to.low), fmin(span->high, to.high)};
    search->narrowings++;
    for (size_t i = search->starts[quantity]; i < search->starts[quantity + 1]; i++)
        enqueue(search, search->uses[i]);
    return span->low <= span->high;
}

static struct span signed_span(const struct feasible_search *search, const struct term *term)
{
    struct span span = search->spans[term->quantity];
    return term->sign > 0 ? span : (struct span){-span.high, -span.low};
}

/* What the other terms of an equation leave for each. */
static bool narrow_by(struct feasible_search *search, const struct equation *equation)
{
    struct span sum = {0, 0};
    for (size_t i = 0; i < equation->count; i++) {
        struct span span = signed_span(search, &equation->terms[i]);
        sum.low += span.low;
        sum.high += span.high;
    }
    if (sum.low > equation->sum.high || sum.high < equation->sum.low)
        return false;
    for (size_t i = 0; i < equation->count; i++) {
        const struct term *term = &equation->terms[i];
        struct span own = signed_span(search, term);
        struct span left = {equation->sum.low - (sum.high - own.high),
                            equation->sum.high - (sum.low - own.low)};
        if (term->sign < 0)
            left = (struct span){-left.high, -left.low};
        if (!narrow(search, term->quantity, left))
            return false;
    }
    return true;
}

static bool narrow_all(struct feasible_search *search)
{
    while (search->queue_length && search->narrowings < NARROWINGS) {
        size_t equation = search->queue[--search->queue_length];
        search->queued[equation] = false;
        if (!narrow_by(search, &search->equations->items[equation])) {
            clear_queue(search);
            return false;
        }
    }
    clear_queue(search);
    return true;
}

static void restore(struct feasible_search *search, size_t length)
{
    while (search->trail_length > length) {
        const struct change *change = &search->trail[--search->trail_length];
        search->spans[change->quantity] = change->before;
    }
}

/* The open quantity with the narrowest span; `count` where none is open. */
static size_t narrowest(const struct feasible_search *search)
{
    size_t best = search->equations->count;
    double width = HUGE_VAL;
    for (size_t i = 0; i < search->equations->count; i++) {
        double each = search->spans[i].high - search->spans[i].low;
        if (each > 0 && each < width) {
            best = i;
            width = each;
        }
    }
    return best;
}

static enum possibility explore(struct feasible_search *search)
{
    if (++search->nodes > FEASIBLE_NODES || search->narrowings >= NARROWINGS)
        return UNDECIDED;
    if (!narrow_all(search))
        return IMPOSSIBLE;
    size_t open = narrowest(search);
    if (open == search->equations->count)
        return POSSIBLE;
    struct span span = search->spans[open];
    double middle = fmin(fmax(search->equations->quantities[open].truth, span.low), span.high);
    const struct span pieces[] = {
        {middle, middle}, {span.low, middle - 1}, {middle + 1, span.high}};
    enum possibility answer = IMPOSSIBLE;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t length = search->trail_length;
        if (pieces[i].low > pieces[i].high)
            continue;
        enum possibility piece = narrow(search, open, pieces[i]) ? explore(search) : IMPOSSIBLE;
        if (piece == POSSIBLE)
            return POSSIBLE;
        if (piece == UNDECIDED)
            return UNDECIDED;
        restore(search, length);
    }
    return answer;
}

static void begin(struct feasible_search *search)
{
    search->nodes = search->narrowings = search->trail_length = 0;
    clear_queue(search);
    for (size_t i = 0; i < search->equations->count; i++)
        search->spans[i] = equations_span(search->equations, i);
    for (size_t i = 0; i < search->equations->equation_count; i++)
        enqueue(search, i);
}

bool feasible_spans(struct feasible_search *search, struct span *spans)
{
    begin(search);
    bool possible = narrow_all(search);
    memcpy(spans, search->spans, search->equations->count * sizeof *spans);
    return possible;
}

static size_t count_open(const struct feasible_search *search)
{
    size_t count = 0;
    for (size_t i = 0; i < search->equations->count; i++)
        count += search->spans[i].low < search->spans[i].high;
    return count;
}

enum possibility feasible_at(struct feasible_search *search, size_t quantity, double value,
                             double *counts, bool *found)
{
    *found = false;
    begin(search);
    if (!narrow(search, quantity, (struct span){value, value}) || !narrow_all(search))
        return IMPOSSIBLE;
    enum possibility answer = count_open(search) > FEASIBLE_OPEN ? UNDECIDED : explore(search);
    if (answer == UNDECIDED)
        return linear_program_possible(search->equations, quantity, value);
    *found = answer == POSSIBLE;
    for (size_t i = 0; *found && i < search->equations->count; i++)
        counts[i] = search->spans[i].low;
    return answer;
}
