/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/rank.h"

#include <math.h>
#include <stdint.h>

#include "pejling/stats/distribution.h"
#include "pejling/stats/median.h"

/* --- Mann-Kendall ------------------------------------------------------------------------------*/

static int sign(double difference)
{
    return (difference > 0) - (difference < 0);
}

/* How many values equal the one at `i`; 0 unless it is the first of them. */
static size_t tie_group(const double *y, size_t n, size_t i)
{
    size_t size = 1;
    for (size_t j = 0; j < n; j++) {
        if (j == i || sign(y[j] - y[i]) != 0)
            continue;
        if (j < i)
            return 0;
        size++;
    }
    return size;
}

/* Number of arrangements by their number of inversions: the coefficients of a polynomial in q. */
struct arrangements {
    size_t degree; /* the most inversions there can be */
    int64_t count[RANK_EXACT * (RANK_EXACT - 1) / 2 + 1];
};

/* Times (1 - q^power), up to the degree of all values distinct. */
static void times(struct arrangements *a, size_t power)
{
    for (size_t k = sizeof a->count / sizeof *a->count; k-- > power;)
        a->count[k] -= a->count[k - power];
}

/* Divided by (1 - q^power): exact, for the product before it has that factor. */
static void over(struct arrangements *a, size_t power)
{
    for (size_t k = power; k < sizeof a->count / sizeof *a->count; k++)
        a->count[k] += a->count[k - power];
}

/*
 * Placing a group of u equal values among m - u others multiplies by the Gaussian binomial
 * prod_{i=1..u} (1 - q^(m-u+i))/(1 - q^i), whose partial products are polynomials too; all
 * coefficients stay below 12!.
 */
static struct arrangements count_arrangements(const double *y, size_t n)
{
    struct arrangements a = {.degree = n * (n - 1) / 2, .count = {1}};
    size_t placed = 0;
    for (size_t i = 0; i < n; i++) {
        size_t size = tie_group(y, n, i);
        for (size_t k = 1; k <= size; k++) {
            times(&a, placed + k);
            over(&a, k);
        }
        placed += size;
        a.degree -= size > 1 ? size * (size - 1) / 2 : 0;
    }
    return a;
}

/* P(S >= s) over the arrangements; S = degree - 2 inversions. */
static double arrangements_tail(const struct arrangements *a, double s)
{
    int64_t all = 0, beyond = 0;
    for (size_t k = 0; k <= a->degree; k++) {
        all += a->count[k];
        if ((double)a->degree - 2 * (double)k >= s)
            beyond += a->count[k];
    }
    return (double)beyond / (double)all;
}

static void normal_test(struct mann_kendall *test)
{
    test->has_normal = test->variance > 0;
    if (!test->has_normal)
        return;
    test->z = (test->s - sign(test->s)) / sqrt(test->variance);
    test->p_normal = normal_two_sided(test->z);
}

struct mann_kendall mann_kendall(const double *y, size_t n)
{
    struct mann_kendall test = {0};
    if (n < 2)
        return test;
    double pairs = (double)n * ((double)n - 1) / 2;
    double tied = 0;
    test.variance = pairs * (2 * (double)n + 5) / 9;
    for (size_t i = 0; i < n; i++) {
        for (size_t j = i + 1; j < n; j++)
            test.s += sign(y[j] - y[i]);
        double size = (double)tie_group(y, n, i);
        tied += size * (size - 1) / 2;
        test.variance -= size * (size - 1) * (2 * size + 5) / 18;
    }
    test.has_tau = pairs > tied;
    if (test.has_tau)
        test.tau_b = test.s / sqrt(pairs * (pairs - tied));
    else
        test.variance = 0;
    normal_test(&test);
    test.has_p = true;
    test.p = test.has_normal ? test.p_normal : 1;
    if (n > RANK_EXACT)
        return test;
    struct arrangements a = count_arrangements(y, n);
    test.is_exact = true;
    test.p = fmin(1, 2 * arrangements_tail(&a, fabs(test.s)));
    test.smallest_p = fmin(1, 2 * arrangements_tail(&a, (double)a.degree));
    return test;
}

/* --- the distribution of S without ties --------------------------------------------------------*/

/*
 * The probabilities of 0, 1, ... `most` inversions, of n(n-1)/2. The i-th value adds 0 ... i - 1
 * inversions, all equally likely, so that the distribution of i values is the running mean of i
 * terms of the one before.
 */
static double *inversions(struct arena *arena, size_t n, size_t most)
{
    double *now = arena_alloc(arena, most + 1, sizeof *now);
    double *next = arena_alloc(arena, most + 1, sizeof *next);
    now[0] = 1;
    for (size_t i = 2; i <= n; i++) {
        double window = 0;
        for (size_t k = 0; k <= i * (i - 1) / 2 && k <= most; k++) {
            window += now[k] - (k >= i ? now[k - i] : 0);
            next[k] = window / (double)i;
        }
        double *swap = now;
        now = next;
        next = swap;
    }
    return now;
}

double rank_tail(struct arena *arena, size_t n, double s)
{
    if (n < 2 || n > RANK_LONGEST)
        return 1;
    size_t degree = n * (n - 1) / 2;
    const double *probability = inversions(arena, n, degree);
    double tail = 0;
    for (size_t k = 0; k <= degree && (double)degree - 2 * (double)k >= s; k++)
        tail += probability[k];
    return fmin(1, tail);
}

/* --- Theil-Sen ---------------------------------------------------------------------------------*/

/* The slopes between pairs at different times; `*n` becomes their number. */
static double *pair_slopes(struct arena *arena, const double *t, const double *y, size_t *n)
{
    size_t count = 0;
    double *slopes = arena_alloc(arena, *n * (*n - 1) / 2, sizeof *slopes);
    for (size_t i = 0; i < *n; i++)
        for (size_t j = i + 1; j < *n; j++)
            if (sign(t[j] - t[i]) != 0)
                slopes[count++] = (y[j] - y[i]) / (t[j] - t[i]);
    *n = count;
    return slopes;
}

/*
 * How many slopes lie outside the interval at each end, the limit among them: S_a = N - 2k for the
 * largest k with P(at most k inversions) <= tail (at most 1/2), and M = (N - S_a)/2 + 1 = k + 1. 0 where no k is
 * that improbable; `*level` becomes the interval's true level.
 */
static size_t limit_rank(struct arena *arena, size_t n, double tail, double *level)
{
    const double *probability = inversions(arena, n, n * (n - 1) / 4 + 1); /* half, at least */
    double below = 0;
    size_t rank = 0;
    /* a level such as 1/6 is met exactly, whatever the rounding */
    while (below + probability[rank] <= tail * (1 + 1e-12))
        below += probability[rank++];
    *level = 1 - 2 * below;
    return rank;
}

struct theil_sen theil_sen(struct arena *arena, const double *t, const double *y, size_t n,
                           double confidence)
{
    struct theil_sen line = {.slope = estimate_undefined(REASON_TOO_FEW_YEARS)};
    if (n < 2)
        return line;
    size_t count = n;
    double *slopes = pair_slopes(arena, t, y, &count);
    line.slopes = count;
    if (count == 0)
        return line;
    double slope = median_reordering(slopes, count);
    double *left = arena_alloc(arena, n, sizeof *left);
    for (size_t i = 0; i < n; i++)
        left[i] = y[i] - slope * t[i];
    line.intercept = median_reordering(left, n);
    enum reason without = n > RANK_LONGEST ? REASON_NOT_APPLICABLE : REASON_TOO_FEW_YEARS;
    line.slope = estimate_point(METHOD_THEIL_SEN, slope, without);
    if (n > RANK_LONGEST || count < n * (n - 1) / 2 || line.slope.state == ESTIMATE_UNDEFINED)
        return line;
    double level = 0;
    size_t rank = limit_rank(arena, n, (1 - confidence) / 2, &level);
    if (rank == 0)
        return line;
    line.exact_confidence = level;
    double lower = order_statistic(slopes, count, rank - 1);
    double upper = order_statistic(slopes, count, count - rank);
    line.slope = estimate_interval(METHOD_THEIL_SEN, slope, lower, upper);
    return line;
}
