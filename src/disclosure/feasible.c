/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/disclosure/feasible.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "pejling/disclosure/linear_program.h"

#define REPAIR_DEPTH 20 /* counts changed in one repair */
#define REPAIR_NODES 300
#define REPAIR_MISSED 3  /* equations a change may upset */
#define NARROWINGS 10000 /* in one search; more is a ring that tightens person by person */

struct change {
    size_t quantity;
    struct span before;
};

struct feasible_search {
    struct arena *arena;
    const struct equations *equations;
    size_t *starts, *uses; /* the equations of each quantity */
    struct span *told,
        *sums; /* spans and sums as they were when `spans` was narrowed to begin with */
    struct span *spans;
    bool begun, contradictory; /* ... which was done; and nothing fits */
    size_t *queue;             /* equations to look at again */
    bool *queued;
    size_t queue_length;
    struct change *trail; /* what to put back */
    size_t trail_length, trail_capacity;
    size_t terms; /* of all equations */
    size_t nodes, narrowings;
    double *supposed,
        *totals; /* a count for each quantity, and the sums of the equations with them */
    bool *moved;
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
    search->terms = terms;
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
    search->told = arena_alloc(arena, equations->count + 1, sizeof *search->told);
    search->sums = arena_alloc(arena, equations->equation_count + 1, sizeof *search->sums);
    search->spans = arena_alloc(arena, equations->count + 1, sizeof *search->spans);
    search->supposed = arena_alloc(arena, equations->count + 1, sizeof *search->supposed);
    search->totals = arena_alloc(arena, equations->equation_count + 1, sizeof *search->totals);
    search->moved = arena_alloc(arena, equations->count + 1, sizeof *search->moved);
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

static double clamp(double number, struct span span)
{
    return fmin(fmax(number, span.low), span.high);
}

static void suppose(struct feasible_search *search, size_t quantity, double value)
{
    const struct equations *equations = search->equations;
    double change = value - search->supposed[quantity];
    search->supposed[quantity] = value;
    for (size_t i = search->starts[quantity]; i < search->starts[quantity + 1]; i++) {
        const struct equation *equation = &equations->items[search->uses[i]];
        for (size_t j = 0; j < equation->count; j++)
            if (equation->terms[j].quantity == quantity)
                search->totals[search->uses[i]] += equation->terms[j].sign * change;
    }
}

/* Supposes the truth of a quantity, or what is closest to it within its span. */
static void suppose_true(struct feasible_search *search, size_t quantity)
{
    double value = clamp(search->equations->quantities[quantity].truth, search->spans[quantity]);
    if (value < search->supposed[quantity] || value > search->supposed[quantity])
        suppose(search, quantity, value);
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
    suppose_true(search, quantity);
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
        suppose_true(search, change->quantity);
    }
}

/* --- repair: one count is changed, and others make up for it --- */

/* By how much an equation is missed: what its terms must change by in all. */
static double missing(const struct feasible_search *search, size_t equation)
{
    struct span sum = search->equations->items[equation].sum;
    return clamp(search->totals[equation], sum) - search->totals[equation];
}

/* How many equations of a quantity would be missed with it at `value`. */
static size_t count_missed(struct feasible_search *search, size_t quantity, double value)
{
    double before = search->supposed[quantity];
    size_t missed = 0;
    suppose(search, quantity, value);
    for (size_t i = search->starts[quantity]; i < search->starts[quantity + 1]; i++)
        missed += fabs(missing(search, search->uses[i])) > 0;
    suppose(search, quantity, before);
    return missed;
}

/* The value with which a term makes up for what its equation misses; false where it may not. */
static bool can_make_up(const struct feasible_search *search, const struct term *term, double need,
                        double *value)
{
    struct span span = search->spans[term->quantity];
    *value = search->supposed[term->quantity] + term->sign * need;
    return !search->moved[term->quantity] && span.low <= *value && *value <= span.high;
}

/* The missed equation that the fewest quantities can make up for; their number for none missed. */
static size_t tightest_missed(const struct feasible_search *search)
{
    const struct equations *equations = search->equations;
    size_t best = equations->equation_count, fewest = SIZE_MAX;
    double value;
    for (size_t i = 0; i < equations->equation_count; i++) {
        double need = missing(search, i);
        size_t ways = 0;
        if (!(fabs(need) > 0))
            continue;
        for (size_t j = 0; j < equations->items[i].count && ways < fewest; j++)
            ways += can_make_up(search, &equations->items[i].terms[j], need, &value);
        if (ways < fewest) {
            fewest = ways;
            best = i;
        }
    }
    return best;
}

/*
 * Makes up for what an equation misses by changing one of its quantities, the one that upsets the
 * fewest others first, and so on; each is changed once. Finds the short exchanges between
 * neighbours that there mostly are; what it does not find may still be possible.
 */
static bool repair(struct feasible_search *search, size_t depth)
{
    size_t at = tightest_missed(search);
    if (at == search->equations->equation_count)
        return true;
    if (depth == REPAIR_DEPTH || ++search->nodes > REPAIR_NODES)
        return false;
    const struct equation *equation = &search->equations->items[at];
    double need = missing(search, at);
    for (size_t most = 0; most <= REPAIR_MISSED; most++)
        for (size_t i = 0; i < equation->count; i++) {
            size_t quantity = equation->terms[i].quantity;
            double before = search->supposed[quantity], value;
            if (!can_make_up(search, &equation->terms[i], need, &value) ||
                count_missed(search, quantity, value) != most)
                continue;
            search->moved[quantity] = true;
            suppose(search, quantity, value);
            if (repair(search, depth + 1))
                return true;
            suppose(search, quantity, before);
            search->moved[quantity] = false;
        }
    return false;
}

/* Everything as it truly is, or as close to that as its span allows. */
static void suppose_truth(struct feasible_search *search)
{
    const struct equations *equations = search->equations;
    for (size_t i = 0; i < equations->count; i++)
        search->supposed[i] = clamp(equations->quantities[i].truth, search->spans[i]);
    for (size_t i = 0; i < equations->equation_count; i++) {
        const struct equation *equation = &equations->items[i];
        search->totals[i] = 0;
        for (size_t j = 0; j < equation->count; j++)
            search->totals[i] +=
                equation->terms[j].sign * search->supposed[equation->terms[j].quantity];
    }
}

static bool can_be_repaired(struct feasible_search *search)
{
    search->nodes = 0;
    return repair(search, 0);
}

/* --- exhaustive search --- */

/* How to go on: a quantity that can change, and the value it takes first. */
struct step {
    size_t quantity;
    double value;
};

/* Of an equation that is missed, the change that goes furthest and upsets the fewest others. */
static bool choose_step(struct feasible_search *search, size_t at, struct step *step)
{
    const struct equation *equation = &search->equations->items[at];
    double need = missing(search, at), shortest = HUGE_VAL;
    for (size_t i = 0; i < equation->count; i++) {
        const struct term *term = &equation->terms[i];
        struct span span = search->spans[term->quantity];
        double before = search->supposed[term->quantity];
        double value = clamp(before + term->sign * need, span);
        double left = fabs(need) - fabs(value - before);
        if (!(span.low < span.high) || !(left < shortest))
            continue;
        double cost = left + 1e-3 * (double)count_missed(search, term->quantity, value);
        if (cost < shortest) {
            shortest = cost;
            *step = (struct step){term->quantity, value};
        }
    }
    return shortest < HUGE_VAL;
}

/* Splits an open span until what is supposed fits everywhere, or nothing does. */
static enum possibility explore(struct feasible_search *search)
{
    struct step step = {0, 0};
    if (++search->nodes * search->terms > FEASIBLE_STEPS || search->narrowings >= NARROWINGS)
        return UNDECIDED;
    if (!narrow_all(search))
        return IMPOSSIBLE;
    if (search->narrowings >= NARROWINGS)
        return UNDECIDED;
    size_t at = tightest_missed(search);
    if (at == search->equations->equation_count)
        return POSSIBLE;
    if (!choose_step(search, at, &step)) /* GCOVR_EXCL_BR_LINE: narrow_all refutes such first */
        return IMPOSSIBLE;
    struct span span = search->spans[step.quantity];
    const struct span pieces[] = {
        {step.value, step.value}, {step.value + 1, span.high}, {span.low, step.value - 1}};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t length = search->trail_length;
        if (pieces[i].low > pieces[i].high)
            continue;
        narrow(search, step.quantity, pieces[i]);
        enum possibility piece = explore(search);
        if (piece != IMPOSSIBLE)
            return piece;
        clear_queue(search);
        restore(search, length);
    }
    return IMPOSSIBLE;
}

static enum possibility explore_all(struct feasible_search *search)
{
    search->nodes = 0;
    enum possibility answer = explore(search);
    clear_queue(search);
    return answer;
}

static bool is_same(struct span a, struct span b)
{
    return !(a.low < b.low || a.low > b.low || a.high < b.high || a.high > b.high);
}

/* Whether something was hidden, shown or lifted since the spans were narrowed. */
static bool is_stale(const struct feasible_search *search)
{
    const struct equations *equations = search->equations;
    for (size_t i = 0; i < equations->count; i++)
        if (!is_same(search->told[i], equations_span(equations, i)))
            return true;
    for (size_t i = 0; i < equations->equation_count; i++)
        if (!is_same(search->sums[i], equations->items[i].sum))
            return true;
    return false;
}

/* Back to what every search starts from: all spans as narrow as the equations make them. */
static void begin(struct feasible_search *search)
{
    const struct equations *equations = search->equations;
    restore(search, 0);
    search->nodes = search->narrowings = 0;
    if (search->begun && !is_stale(search))
        return;
    for (size_t i = 0; i < equations->count; i++)
        search->spans[i] = search->told[i] = equations_span(equations, i);
    suppose_truth(search);
    for (size_t i = 0; i < equations->equation_count; i++) {
        search->sums[i] = equations->items[i].sum;
        enqueue(search, i);
    }
    search->contradictory = !narrow_all(search);
    search->begun = true;
    search->trail_length = search->narrowings = 0;
}

bool feasible_spans(struct feasible_search *search, struct span *spans)
{
    begin(search);
    memcpy(spans, search->spans, search->equations->count * sizeof *spans);
    return !search->contradictory;
}

enum possibility feasible_at(struct feasible_search *search, size_t quantity, double value,
                             double *counts)
{
    begin(search);
    if (search->contradictory || !narrow(search, quantity, (struct span){value, value})) {
        clear_queue(search);
        return IMPOSSIBLE;
    }
    if (!narrow_all(search))
        return IMPOSSIBLE;
    enum possibility answer = can_be_repaired(search) ? POSSIBLE : explore_all(search);
    if (answer == UNDECIDED)
        return linear_program_possible(search->equations, quantity, value, counts);
    if (answer == POSSIBLE) { /* and forget what was changed in a repair */
        memcpy(counts, search->supposed, search->equations->count * sizeof *counts);
        memset(search->moved, 0, search->equations->count * sizeof *search->moved);
        suppose_truth(search);
    }
    return answer;
}
