/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Small sets of equations for tests, put together by hand or by chance, and what is possible in
 * them by trying every assignment of whole numbers. Nothing here uses the code under test.
 *
 * BENCH_TEST(test) gives a test an empty bench as its state. Quantities are hidden, and a shown
 * one is exactly its truth, until the test says otherwise.
 */
#ifndef PEJLING_TESTS_EQUATIONS_BENCH_H
#define PEJLING_TESTS_EQUATIONS_BENCH_H

#include "near.h"

#include "pejling/base/arena.h"
#include "pejling/disclosure/equations.h"

#define BENCH_MOST 80 /* quantities, and equations */
#define BENCH_TERMS 400
#define BENCH_VALUES 16 /* where everything is tried, no span reaches beyond 0 to 15 */

struct bench {
    struct arena *arena;
    struct equations equations;
    struct quantity quantities[BENCH_MOST];
    struct equation items[BENCH_MOST];
    struct term terms[BENCH_TERMS];
    size_t term_count;
};

/* --- by hand ---------------------------------------------------------------------------------- */
/* bench_clear(bench): no quantities and no equations; counts are of whole persons. */
static inline void bench_clear(struct bench *bench)
{
    *bench = (struct bench){.arena = bench->arena};
    bench->equations =
        (struct equations){.quantities = bench->quantities, .items = bench->items, .unit = 1};
}

/* bench_quantity(bench, low, high, truth): one more, hidden; returned to be filled in further. */
static inline struct quantity *bench_quantity(struct bench *bench, double low, double high,
                                              double truth)
{
    assert_true(bench->equations.count < BENCH_MOST);
    struct quantity *quantity = &bench->quantities[bench->equations.count++];
    *quantity = (struct quantity){.persons = high,
                                  .truth = truth,
                                  .hidden = true,
                                  .shown = {truth, truth},
                                  .concealed = {low, high}};
    return quantity;
}

/*
 * bench_equation(bench, signs, low, high): one more. `signs` has a character for each quantity from
 * the first: `+`, `-`, or `.` for one that is not in it.
 */
static inline void bench_equation(struct bench *bench, const char *signs, double low, double high)
{
    assert_true(bench->equations.equation_count < BENCH_MOST);
    struct equation *equation = &bench->items[bench->equations.equation_count++];
    *equation = (struct equation){.terms = bench->terms + bench->term_count, .sum = {low, high}};
    for (size_t i = 0; signs[i]; i++) {
        if (signs[i] == '.')
            continue;
        assert_true(i < bench->equations.count && bench->term_count < BENCH_TERMS);
        bench->terms[bench->term_count++] = (struct term){i, signs[i] == '+' ? 1 : -1};
        equation->count++;
    }
}

/* --- by chance -------------------------------------------------------------------------------- */
static inline unsigned bench_chance(unsigned *seed, unsigned from, unsigned to)
{
    *seed = *seed * 1664525 + 1013904223;
    return from + (*seed >> 8) % (to - from + 1);
}

/* Up to two of room on each side, three times in four none. */
static inline double bench_slack(unsigned *seed)
{
    return bench_chance(seed, 0, 3) ? 0 : bench_chance(seed, 0, 2);
}

/* The sum that an equation has with the truth. */
static inline double bench_true_sum(const struct bench *bench, const struct equation *equation)
{
    double sum = 0;
    for (size_t i = 0; i < equation->count; i++)
        sum += equation->terms[i].sign * bench->quantities[equation->terms[i].quantity].truth;
    return sum;
}

/* Gives an equation a sum that the truth fits. */
static inline void bench_set_sum(struct bench *bench, unsigned *seed, struct equation *equation)
{
    double sum = bench_true_sum(bench, equation);
    equation->sum.low = sum - bench_slack(seed);
    equation->sum.high = sum + bench_slack(seed);
}

/* bench_change_sum(bench, seed): another sum that the truth fits, for one of the equations. */
static inline void bench_change_sum(struct bench *bench, unsigned *seed)
{
    unsigned last = (unsigned)bench->equations.equation_count - 1;
    bench_set_sum(bench, seed, &bench->items[bench_chance(seed, 0, last)]);
}

static inline void bench_true_equation(struct bench *bench, unsigned *seed, const char *signs)
{
    bench_equation(bench, signs, 0, 0);
    bench_set_sum(bench, seed, &bench->items[bench->equations.equation_count - 1]);
}

/* Quantities with spans of up to six values, among them the true one. */
static inline void bench_random_quantities(struct bench *bench, unsigned *seed, unsigned count)
{
    bench_clear(bench);
    for (unsigned i = 0; i < count; i++) {
        unsigned low = bench_chance(seed, 0, 3), high = low + bench_chance(seed, 0, 5);
        bench_quantity(bench, low, high, bench_chance(seed, low, high));
    }
}

/* bench_random(bench, seed): three to six quantities and up to four equations, mostly in rings. */
static inline void bench_random(struct bench *bench, unsigned *seed)
{
    unsigned count = bench_chance(seed, 3, 6), equations = bench_chance(seed, 1, 4);
    bench_random_quantities(bench, seed, count);
    for (unsigned i = 0; i < equations; i++) {
        char signs[BENCH_VALUES] = "";
        for (unsigned j = 0; j < count; j++)
            signs[j] = ".+-"[bench_chance(seed, 0, 2)];
        signs[bench_chance(seed, 0, count - 1)] = '+';
        bench_true_equation(bench, seed, signs);
    }
}

/* bench_contradict(bench, seed): moves the sum of one equation away from the truth. */
static inline void bench_contradict(struct bench *bench, unsigned *seed)
{
    unsigned last = (unsigned)bench->equations.equation_count - 1;
    struct span *sum = &bench->items[bench_chance(seed, 0, last)].sum;
    unsigned by = bench_chance(seed, 1, 4);
    sum->low = sum->high += by;
}

/* bench_random_tree(bench, seed): each equation binds new quantities to one of those before. */
static inline void bench_random_tree(struct bench *bench, unsigned *seed)
{
    unsigned count = bench_chance(seed, 3, 6), bound = 1;
    bench_random_quantities(bench, seed, count);
    while (bound < count) {
        char signs[BENCH_VALUES] = "";
        unsigned more = bench_chance(seed, 1, 2);
        for (unsigned j = 0; j < count; j++)
            signs[j] = j >= bound && j < bound + more ? "+-"[bench_chance(seed, 0, 1)] : '.';
        signs[bench_chance(seed, 0, bound - 1)] = "+-"[bench_chance(seed, 0, 1)];
        bench_true_equation(bench, seed, signs);
        bound += more;
    }
}

/* bench_shuffle(bench, seed): the equations, and the terms of each, in another order. */
static inline void bench_shuffle(struct bench *bench, unsigned *seed)
{
    for (unsigned i = (unsigned)bench->equations.equation_count; i-- > 0;) {
        struct equation *other = &bench->items[bench_chance(seed, 0, i)], kept = *other;
        *other = bench->items[i];
        bench->items[i] = kept;
        for (unsigned j = (unsigned)kept.count; j-- > 0;) {
            struct term *term = &kept.terms[bench_chance(seed, 0, j)], last = kept.terms[j];
            kept.terms[j] = *term;
            *term = last;
        }
    }
}

/* --- trying everything ------------------------------------------------------------------------ */
static inline struct span bench_span(const struct bench *bench, size_t quantity)
{
    const struct quantity *each = &bench->quantities[quantity];
    return each->hidden ? each->concealed : each->shown;
}

/* bench_fits(bench, counts): whether counts lie in every span and fit every equation. */
static inline bool bench_fits(const struct bench *bench, const double *counts)
{
    for (size_t i = 0; i < bench->equations.count; i++)
        if (counts[i] < bench_span(bench, i).low || counts[i] > bench_span(bench, i).high)
            return false;
    for (size_t i = 0; i < bench->equations.equation_count; i++) {
        const struct equation *equation = &bench->items[i];
        double sum = 0;
        for (size_t j = 0; j < equation->count; j++)
            sum += equation->terms[j].sign * counts[equation->terms[j].quantity];
        if (sum < equation->sum.low || sum > equation->sum.high)
            return false;
    }
    return true;
}

struct bench_trial {
    bool possible[BENCH_MOST][BENCH_VALUES]; /* of each quantity, each value */
    size_t fitting;                          /* assignments that fit */
};

static inline bool bench_next(const struct bench *bench, double *counts)
{
    for (size_t i = 0; i < bench->equations.count; i++) {
        if (++counts[i] <= bench_span(bench, i).high)
            return true;
        counts[i] = bench_span(bench, i).low;
    }
    return false;
}

/* bench_try(bench): what is possible, from every assignment there is. */
static inline struct bench_trial bench_try(const struct bench *bench)
{
    struct bench_trial trial = {.fitting = 0};
    double counts[BENCH_MOST];
    for (size_t i = 0; i < bench->equations.count; i++) {
        counts[i] = bench_span(bench, i).low;
        assert_true(counts[i] >= 0 && bench_span(bench, i).high < BENCH_VALUES);
    }
    do {
        if (!bench_fits(bench, counts))
            continue;
        trial.fitting++;
        for (size_t i = 0; i < bench->equations.count; i++)
            trial.possible[i][(size_t)counts[i]] = true;
    } while (bench_next(bench, counts));
    return trial;
}

/* bench_possible(trial, quantity, value): false for values that no span reaches. */
static inline bool bench_possible(const struct bench_trial *trial, size_t quantity, double value)
{
    return value >= 0 && value < BENCH_VALUES && trial->possible[quantity][(size_t)value];
}

/* bench_ends(trial, quantity): the least and the greatest that is possible; one must be. */
static inline struct span bench_ends(const struct bench_trial *trial, size_t quantity)
{
    struct span ends = {HUGE_VAL, -HUGE_VAL};
    for (size_t value = 0; value < BENCH_VALUES; value++)
        if (trial->possible[quantity][value])
            ends = (struct span){fmin(ends.low, (double)value), fmax(ends.high, (double)value)};
    assert_true(ends.low <= ends.high);
    return ends;
}

/* --- making and removing ---------------------------------------------------------------------- */
static inline int bench_setup(void **state)
{
    struct arena *arena = arena_new();
    struct bench *bench = arena_alloc(arena, 1, sizeof *bench);
    bench->arena = arena;
    bench_clear(bench);
    *state = bench;
    return 0;
}

static inline int bench_teardown(void **state)
{
    struct bench *bench = *state;
    arena_free(bench->arena);
    return 0;
}

/* A test with a bench of its own as its state. */
#define BENCH_TEST(test) cmocka_unit_test_setup_teardown(test, bench_setup, bench_teardown)

#endif
