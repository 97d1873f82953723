/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/disclosure/secondary.h"

#include <stdlib.h>
#include <string.h>

#include "pejling/disclosure/safety.h"

#define CANDIDATES 12        /* looked at together */
#define MOST_AT_ONCE 3       /* hidden in one step */
#define SETS (12 + 66 + 220) /* of up to MOST_AT_ONCE of them */

struct chooser {
    struct arena *arena;
    struct equations *equations;
    size_t *candidates;
    size_t candidate_count;
};

struct candidate_set {
    size_t members[MOST_AT_ONCE]; /* indices into the candidates */
    size_t count;
    double loss;
};

static bool is_fine_part(const struct quantity *quantity)
{
    return quantity->cell && (quantity->cell->group || quantity->cell->area->role == AREA_SECTION);
}

/*
 * Beside a hidden section or subgroup those with none or everybody are hidden too, so that being
 * hidden does not say of its neighbours that they are neither.
 */
static bool hide_none_and_all(struct equations *equations, const struct equation *equation)
{
    bool beside = false, changed = false;
    for (size_t i = 1; i < equation->count; i++) {
        const struct quantity *part = &equations->quantities[equation->terms[i].quantity];
        beside = beside || (part->hidden && is_fine_part(part));
    }
    for (size_t i = 1; i < equation->count && beside; i++) {
        size_t at = equation->terms[i].quantity;
        struct quantity *part = &equations->quantities[at];
        if (part->hidden || !is_fine_part(part) || !equations_is_none_or_all(equations, at))
            continue;
        part->hidden = changed = true;
    }
    return changed;
}

/* What is hidden, from what is hidden for its own sake and what is chosen. */
static void refresh(struct equations *equations)
{
    bool changed = !equations->continuous;
    for (size_t i = 0; i < equations->count; i++) {
        struct quantity *quantity = &equations->quantities[i];
        quantity->hidden = !quantity->cell || quantity->primary || quantity->chosen;
    }
    while (changed) {
        changed = false;
        for (size_t i = 0; i < equations->equation_count; i++)
            if (equations->items[i].binds_parts)
                changed = hide_none_and_all(equations, &equations->items[i]) || changed;
    }
}

static bool is_open(const struct equations *equations, size_t quantity)
{
    struct span span = equations_span(equations, quantity);
    return span.low < span.high;
}

/*
 * The equations through which something is known of a quantity: its own, and those of every
 * quantity in them that is open. Returned as a set of equations over the same quantities.
 */
static struct equations reached_from(struct chooser *chooser, size_t quantity)
{
    struct equations *all = chooser->equations, reached = *all;
    bool *in = arena_alloc(chooser->arena, all->count, sizeof *in);
    bool *taken = arena_alloc(chooser->arena, all->equation_count + 1, sizeof *taken);
    reached.items = arena_alloc(chooser->arena, all->equation_count + 1, sizeof *reached.items);
    reached.equation_count = 0;
    in[quantity] = true;
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = 0; i < all->equation_count; i++) {
            const struct equation *equation = &all->items[i];
            bool touches = false;
            for (size_t j = 0; j < equation->count && !taken[i]; j++)
                touches = touches || in[equation->terms[j].quantity];
            if (!touches)
                continue;
            taken[i] = changed = true;
            reached.items[reached.equation_count++] = *equation;
            for (size_t j = 0; j < equation->count; j++)
                if (is_open(all, equation->terms[j].quantity))
                    in[equation->terms[j].quantity] = true;
        }
    }
    return reached;
}

static void find_candidates(struct chooser *chooser, const struct equations *reached)
{
    struct equations *all = chooser->equations;
    bool *listed = arena_alloc(chooser->arena, all->count, sizeof *listed);
    chooser->candidates = arena_alloc(chooser->arena, all->count, sizeof(size_t));
    chooser->candidate_count = 0;
    for (size_t i = 0; i < reached->equation_count; i++)
        for (size_t j = 0; j < reached->items[i].count; j++) {
            size_t place = reached->items[i].terms[j].quantity;
            const struct quantity *quantity = &all->quantities[place];
            if (listed[place] || quantity->hidden || !quantity->may_hide)
                continue;
            listed[place] = true;
            chooser->candidates[chooser->candidate_count++] = place;
        }
    for (size_t i = 1; i < chooser->candidate_count; i++) /* few: cheapest first */
        for (size_t j = i; j > 0; j--) {
            size_t *pair = &chooser->candidates[j - 1];
            if (all->quantities[pair[0]].loss <= all->quantities[pair[1]].loss)
                break;
            size_t swapped = pair[0];
            pair[0] = pair[1];
            pair[1] = swapped;
        }
}

static int compare_sets(const void *left, const void *right)
{
    const struct candidate_set *a = left, *b = right;
    if (a->loss < b->loss || a->loss > b->loss)
        return a->loss < b->loss ? -1 : 1;
    return memcmp(a->members, b->members, sizeof a->members);
}

/* Every set of up to MOST_AT_ONCE candidates, the cheapest first. */
static size_t list_sets(const struct chooser *chooser, struct candidate_set sets[SETS])
{
    size_t n = chooser->candidate_count < CANDIDATES ? chooser->candidate_count : CANDIDATES;
    size_t count = 0;
    for (unsigned bits = 1; bits < 1u << n; bits++) {
        struct candidate_set set = {.count = 0};
        size_t members = 0;
        for (size_t i = 0; i < n; i++) {
            if (!(bits >> i & 1))
                continue;
            if (members++ < MOST_AT_ONCE) {
                set.members[set.count++] = i;
                set.loss += chooser->equations->quantities[chooser->candidates[i]].loss;
            }
        }
        if (members <= MOST_AT_ONCE)
            sets[count++] = set;
    }
    qsort(sets, count, sizeof *sets, compare_sets);
    return count;
}

static void choose_set(struct chooser *chooser, const struct candidate_set *set, bool chosen)
{
    for (size_t i = 0; i < set->count; i++)
        chooser->equations->quantities[chooser->candidates[set->members[i]]].chosen = chosen;
    refresh(chooser->equations);
}

static void choose_all(struct chooser *chooser)
{
    for (size_t i = 0; i < chooser->candidate_count; i++)
        chooser->equations->quantities[chooser->candidates[i]].chosen = true;
    refresh(chooser->equations);
}

/*
 * Hides the cheapest candidates with which the quantity is safe, as far as the equations go that
 * tell of it now. A candidate's own further sums are looked at once it is hidden. False where even
 * all candidates do not help.
 */
static bool protect_one(struct chooser *chooser, size_t quantity)
{
    struct candidate_set sets[SETS];
    struct equations reached = reached_from(chooser, quantity);
    struct safety *safety = safety_make(chooser->arena, &reached);
    find_candidates(chooser, &reached);
    size_t count = list_sets(chooser, sets);
    for (size_t i = 0; i < count; i++) {
        choose_set(chooser, &sets[i], true);
        if (safety_holds(safety, quantity))
            return true;
        choose_set(chooser, &sets[i], false);
    }
    /* More than a few at once: hide them all, and let show_again find out which are needed. */
    choose_all(chooser);
    return chooser->candidate_count > 0;
}

/* Shows again what the others protect well enough without, the dearest first. */
static void show_again(struct chooser *chooser, struct safety *safety)
{
    struct equations *equations = chooser->equations;
    for (;;) {
        size_t dearest = equations->count;
        for (size_t i = 0; i < equations->count; i++) {
            const struct quantity *each = &equations->quantities[i];
            bool tried = !each->chosen || !each->may_hide;
            if (!tried &&
                (dearest == equations->count || each->loss > equations->quantities[dearest].loss))
                dearest = i;
        }
        if (dearest == equations->count)
            return;
        equations->quantities[dearest].chosen = false;
        refresh(equations);
        if (safety_first_unsafe(safety) == equations->count)
            continue;
        equations->quantities[dearest].chosen = true;
        equations->quantities[dearest].may_hide = false; /* tried, and needed */
        refresh(equations);
    }
}

/*
 * What is hidden for others' sake, and can be worked out whatever else is hidden, protects nobody:
 * it is shown again. False for what is hidden for its own sake.
 */
static bool give_up(struct chooser *chooser, size_t at)
{
    struct quantity *quantity = &chooser->equations->quantities[at];
    if (!quantity->chosen)
        return false;
    quantity->chosen = quantity->may_hide = false;
    refresh(chooser->equations);
    return true;
}

size_t secondary_protect(struct arena *arena, struct equations *equations)
{
    struct chooser chooser = {.arena = arena, .equations = equations};
    safety_prepare(arena, equations);
    struct safety *safety = safety_make(arena, equations);
    refresh(equations);
    for (;;) {
        size_t unsafe = safety_first_unsafe(safety);
        if (unsafe == equations->count)
            break;
        if (!protect_one(&chooser, unsafe) && !safety_concede(arena, equations, unsafe) &&
            !give_up(&chooser, unsafe))
            return unsafe;
    }
    show_again(&chooser, safety);
    return equations->count;
}
