/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/residual_correlation.h"

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <math.h>
#include <pthread.h>

#include "pejling/base/memory.h"
#include "pejling/stats/line.h"

#define FIRST_TABLED 5
#define LAST_TABLED 12
#define STEPS RESIDUAL_CORRELATION_STEPS
#define NEARLY_WHOLE 0.02 /* years: the middle of a leap year lies half a day later */
#define DRAWS 20000
#define SEED 20211001UL

/*
 * h_T(rho): a row for T = 5 to 12 years in a row, a column for rho = -0.4 to 0.9. Our own
 * simulation, four decimals; the unit test compares it with the exact integral.
 */
static const double tabled[LAST_TABLED - FIRST_TABLED + 1][STEPS] = {
    {-0.4822, -0.459, -0.4375, -0.4172, -0.3997, -0.3833, -0.3703, -0.357, -0.3459, -0.3368,
     -0.3284, -0.3228, -0.3171, -0.316},
    {-0.4558, -0.4225, -0.3907, -0.3613, -0.3327, -0.3084, -0.2841, -0.2641, -0.2459, -0.2292,
     -0.2146, -0.2049, -0.1957, -0.1905},
    {-0.4417, -0.3998, -0.3594, -0.3216, -0.2848, -0.2516, -0.2204, -0.1925, -0.1661, -0.143,
     -0.1236, -0.1083, -0.0961, -0.0876},
    {-0.4311, -0.3843, -0.3374, -0.2933, -0.2508, -0.2092, -0.1712, -0.1353, -0.1035, -0.0741,
     -0.05, -0.0286, -0.012, -0.0011},
    {-0.4248, -0.373, -0.3204, -0.2709, -0.2224, -0.1759, -0.1315, -0.0901, -0.052, -0.0163, 0.0126,
     0.0383, 0.059, 0.0722},
    {-0.4203, -0.363, -0.3075, -0.2529, -0.1995, -0.1491, -0.0994, -0.0533, -0.0097, 0.0301, 0.0648,
     0.0955, 0.1189, 0.1353},
    {-0.4173, -0.3559, -0.2969, -0.2383, -0.1817, -0.1258, -0.0731, -0.0213, 0.0265, 0.0696, 0.1095,
     0.1445, 0.1712, 0.1897},
    {-0.4136, -0.351, -0.2884, -0.2274, -0.1666, -0.1079, -0.0507, 0.0038, 0.0557, 0.1044, 0.1488,
     0.1863, 0.2162, 0.2378},
};

double residual_correlation_rho(size_t step)
{
    return ((double)step - 4) / 10;
}

/* --- what is seen ----------------------------------------------------------------------------- */
struct estimate residual_correlation(const double *x, const double *y, size_t n)
{
    struct line line = line_fit(x, y, n, 0.95);
    if (n < 3 || line.slope.state == ESTIMATE_UNDEFINED)
        return estimate_undefined(REASON_TOO_FEW_YEARS);
    if (!(line.standard_error > 0))
        return estimate_undefined(REASON_NO_VARIATION);
    double products = 0, squares = 0, last = 0;
    for (size_t i = 0; i < n; i++) {
        double e = y[i] - line_at(&line, x[i]);
        products += e * last;
        squares += e * e;
        last = e;
    }
    return estimate_point(METHOD_NONE, products / squares, REASON_NONE);
}

/* --- what is to be expected ------------------------------------------------------------------- */
static double distance(double from, double to)
{
    double years = to - from;
    double whole = round(years);
    return whole > 0 && fabs(years - whole) <= NEARLY_WHOLE ? whole : years;
}

static bool is_whole(double years)
{
    return fabs(years - round(years)) <= 0;
}

static bool is_rising(const double *x, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (!(x[i] > x[i - 1]) || !isfinite(x[i] - x[0]))
            return false;
    return true;
}

bool residual_correlation_same(const double *x, const double *y, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (fabs(distance(x[i - 1], x[i]) - distance(y[i - 1], y[i])) > NEARLY_WHOLE / 2)
            return false;
    return true;
}

/* One pattern of years, prepared for many draws. */
struct pattern {
    size_t n;
    double *time; /* centred */
    double time_squares;
    double *carried, *fresh; /* n for each step: weights of the last error and of a new one */
    double *drawn, *errors;  /* n each: independent numbers, and errors made of them */
};

static struct pattern pattern_of(struct arena *arena, const double *x, size_t n)
{
    struct pattern p = {.n = n};
    p.time = arena_alloc(arena, n, sizeof *p.time);
    p.carried = arena_alloc(arena, n * STEPS, sizeof *p.carried);
    p.fresh = arena_alloc(arena, n * STEPS, sizeof *p.fresh);
    p.drawn = arena_alloc(arena, n, sizeof *p.drawn);
    p.errors = arena_alloc(arena, n, sizeof *p.errors);
    double mean = 0;
    bool all_whole = true;
    for (size_t i = 1; i < n; i++) {
        p.time[i] = p.time[i - 1] + distance(x[i - 1], x[i]);
        mean += p.time[i] / (double)n;
        all_whole = all_whole && is_whole(distance(x[i - 1], x[i]));
    }
    for (size_t i = 0; i < n; i++) {
        p.time[i] -= mean;
        p.time_squares += p.time[i] * p.time[i];
    }
    for (size_t step = 0; step < STEPS; step++)
        for (size_t i = 0; i < n; i++) {
            double rho = residual_correlation_rho(step);
            if (rho < 0 && !all_whole)
                rho = 0;
            double a = i > 0 ? pow(rho, distance(x[i - 1], x[i])) : 0;
            p.carried[step * n + i] = a;
            p.fresh[step * n + i] = sqrt((1 - a) * (1 + a));
        }
    return p;
}

/* r of errors made from the numbers drawn, with the correlation of one step. */
static double drawn_correlation(const struct pattern *p, size_t step)
{
    const double *carried = p->carried + step * p->n, *fresh = p->fresh + step * p->n;
    double last = 0, sum = 0, tilt = 0;
    for (size_t i = 0; i < p->n; i++) {
        last = carried[i] * last + fresh[i] * p->drawn[i];
        p->errors[i] = last;
        sum += last;
        tilt += p->time[i] * last;
    }
    double level = sum / (double)p->n, slope = tilt / p->time_squares;
    double products = 0, squares = 0;
    last = 0;
    for (size_t i = 0; i < p->n; i++) {
        double e = p->errors[i] - level - slope * p->time[i];
        products += e * last;
        squares += e * e;
        last = e;
    }
    return squares > 0 ? products / squares : 0;
}

/* The same draws serve every rho, so that h is smooth in rho whatever luck the draws had. */
static void simulate(const double *x, size_t n, gsl_rng *generator, double h[STEPS])
{
    struct arena *scratch = arena_new();
    struct pattern pattern = pattern_of(scratch, x, n);
    gsl_rng_set(generator, SEED);
    for (int draw = 0; draw < DRAWS; draw++) {
        for (size_t i = 0; i < n; i++)
            pattern.drawn[i] = gsl_ran_ugaussian(generator);
        for (size_t step = 0; step < STEPS; step++)
            h[step] += drawn_correlation(&pattern, step) / DRAWS;
    }
    arena_free(scratch);
}

struct expected_correlation residual_correlation_expected(const double *x, size_t n)
{
    struct expected_correlation expected = {.reason = REASON_TOO_FEW_YEARS};
    if (n < 3 || !is_rising(x, n))
        return expected;
    bool in_a_row = true;
    for (size_t i = 1; i < n; i++)
        in_a_row = in_a_row && fabs(distance(x[i - 1], x[i]) - 1) <= 0;
    if (in_a_row && n >= FIRST_TABLED && n <= LAST_TABLED) {
        for (size_t step = 0; step < STEPS; step++)
            expected.h[step] = tabled[n - FIRST_TABLED][step];
        expected.reason = REASON_NONE;
        return expected;
    }
    gsl_rng *generator = gsl_rng_alloc(gsl_rng_mt19937);
    if (!generator) /* GCOVR_EXCL_BR_LINE: out of memory */
        memory_end();
    simulate(x, n, generator, expected.h);
    gsl_rng_free(generator);
    expected.is_simulated = true;
    expected.reason = REASON_NONE;
    return expected;
}

/* --- what is kept ------------------------------------------------------------------------------ */
struct kept_pattern {
    const struct kept_pattern *next;
    size_t n;
    const double *distances; /* n - 1 */
    struct expected_correlation expected;
};

struct expected_correlations {
    struct arena *arena;
    pthread_mutex_t lock;
    const struct kept_pattern *patterns;
};

struct expected_correlations *expected_correlations_new(struct arena *arena)
{
    struct expected_correlations *kept = arena_alloc(arena, 1, sizeof *kept);
    kept->arena = arena;
    pthread_mutex_init(&kept->lock, NULL);
    return kept;
}

/* To the last bit, so that what is found does not depend on which pattern was met first. */
static bool is_pattern(const struct kept_pattern *pattern, const double *x, size_t n)
{
    if (pattern->n != n)
        return false;
    for (size_t i = 1; i < n; i++)
        if (fabs(pattern->distances[i - 1] - distance(x[i - 1], x[i])) > 0)
            return false;
    return true;
}

static const struct kept_pattern *keep_pattern(struct expected_correlations *kept, const double *x,
                                               size_t n)
{
    struct kept_pattern *pattern = arena_alloc(kept->arena, 1, sizeof *pattern);
    double *distances = arena_alloc(kept->arena, n, sizeof *distances);
    for (size_t i = 1; i < n; i++)
        distances[i - 1] = distance(x[i - 1], x[i]);
    *pattern =
        (struct kept_pattern){kept->patterns, n, distances, residual_correlation_expected(x, n)};
    kept->patterns = pattern;
    return pattern;
}

struct expected_correlation expected_correlations_of(struct expected_correlations *kept,
                                                     const double *x, size_t n)
{
    pthread_mutex_lock(&kept->lock);
    const struct kept_pattern *pattern = kept->patterns;
    while (pattern && !is_pattern(pattern, x, n))
        pattern = pattern->next;
    if (!pattern)
        pattern = keep_pattern(kept, x, n);
    struct expected_correlation expected = pattern->expected;
    pthread_mutex_unlock(&kept->lock);
    return expected;
}

/* --- from one to the other -------------------------------------------------------------------- */
double residual_correlation_at(const double h[RESIDUAL_CORRELATION_STEPS], double rho)
{
    if (!(rho > residual_correlation_rho(0)))
        return h[0];
    for (size_t step = 1; step < STEPS; step++) {
        double from = residual_correlation_rho(step - 1), to = residual_correlation_rho(step);
        if (rho <= to)
            return h[step - 1] + (h[step] - h[step - 1]) * (rho - from) / (to - from);
    }
    return h[STEPS - 1];
}

double residual_correlation_solve(const double h[RESIDUAL_CORRELATION_STEPS], double seen)
{
    if (!(seen > h[0]))
        return residual_correlation_rho(0);
    for (size_t step = 1; step < STEPS; step++) {
        if (seen > h[step])
            continue;
        double from = residual_correlation_rho(step - 1), to = residual_correlation_rho(step);
        return from + (to - from) * (seen - h[step - 1]) / (h[step] - h[step - 1]);
    }
    return residual_correlation_rho(STEPS - 1);
}
