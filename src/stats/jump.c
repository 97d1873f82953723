/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/stats/jump.h"

#include <math.h>

#include "pejling/stats/median.h"

#define MAD_TO_SIGMA 1.4826 /* 1 / the third quartile of a standard normal value */
#define SIGMAS_COUNTS 5.0
#define SIGMAS_VALUES 6.0
/* The steps at which the limit is twice that of a long series. */
#define SHORT_COUNTS 3.0
#define SHORT_VALUES 8.0
#define TAKEN_BACK 0.5 /* of a step, for its point to be a spike */

/* The steps of a series, and what is usual among them. */
struct steps {
    const struct jump_point *points;
    size_t n, count;
    double least, greatest, least_error;
    bool has_errors, some_matter;
    double sigmas, median, scale;
};

static double step_to(const struct steps *steps, size_t i)
{
    return steps->points[i].y - steps->points[i - 1].y;
}

/* Of a step, its count noise, or 1 where the series has no counts. */
static double unit_of(const struct steps *steps, size_t i)
{
    return steps->has_errors ? steps->points[i].error : 1;
}

/* How many errors a jump lies outside, without unrest; the number of steps must not be 0. */
static double sigmas_of(const struct steps *steps)
{
    double shortness = (steps->has_errors ? SHORT_COUNTS : SHORT_VALUES) / (double)steps->count;
    return (steps->has_errors ? SIGMAS_COUNTS : SIGMAS_VALUES) * (1 + shortness * shortness);
}

static struct steps look_at(const struct jump_point *points, size_t n)
{
    struct steps steps = {.points = points,
                          .n = n,
                          .least = HUGE_VAL,
                          .greatest = -HUGE_VAL,
                          .least_error = HUGE_VAL,
                          .has_errors = true};
    for (size_t i = 1; i < n; i++) {
        if (!points[i].follows)
            continue;
        double step = step_to(&steps, i), error = points[i].error;
        steps.count++;
        steps.least = step < steps.least ? step : steps.least;
        steps.greatest = step > steps.greatest ? step : steps.greatest;
        steps.least_error = error < steps.least_error ? error : steps.least_error;
        steps.has_errors = steps.has_errors && error > 0;
        steps.some_matter = steps.some_matter || fabs(step) > points[i].matters;
    }
    return steps;
}

/*
 * Whether there can be a jump at all. Between the least and the greatest step lies their median, so
 * no step is further from it than those are from each other; and no limit is nearer than that of the
 * least error without unrest.
 */
static bool may_jump(const struct steps *steps)
{
    return steps->count >= JUMP_POINTS - 1 && steps->some_matter &&
           (!steps->has_errors ||
            steps->greatest - steps->least > sigmas_of(steps) * steps->least_error);
}

/* Fills in what is usual among the steps. */
static void measure(struct arena *arena, struct steps *steps)
{
    double *work = arena_alloc(arena, steps->count, sizeof *work);
    size_t k = 0;
    for (size_t i = 1; i < steps->n; i++)
        if (steps->points[i].follows)
            work[k++] = step_to(steps, i);
    steps->median = median_reordering(work, k);
    k = 0;
    for (size_t i = 1; i < steps->n; i++)
        if (steps->points[i].follows)
            work[k++] = fabs(step_to(steps, i) - steps->median) / unit_of(steps, i);
    double phi = MAD_TO_SIGMA * median_reordering(work, k);
    steps->scale = steps->has_errors ? fmax(1, phi) : phi;
    steps->sigmas = sigmas_of(steps);
}

static bool is_jump(const struct steps *steps, size_t i)
{
    if (!steps->points[i].follows)
        return false;
    double limit = steps->sigmas * steps->scale * unit_of(steps, i);
    return fabs(step_to(steps, i)) > steps->points[i].matters &&
           fabs(step_to(steps, i) - steps->median) > limit;
}

/* Whether the step to `other` goes back by half or more of the step to `i`. */
static bool takes_back(const struct steps *steps, size_t i, size_t other)
{
    if (other >= steps->n || !steps->points[other].follows)
        return false;
    double there = step_to(steps, i) - steps->median, back = step_to(steps, other) - steps->median;
    return there * back < 0 && fabs(back) >= TAKEN_BACK * fabs(there);
}

size_t jump_find(struct arena *arena, const struct jump_point *points, size_t n, struct jump *jumps)
{
    struct steps steps = look_at(points, n);
    size_t found = 0, told = 0; /* told: the last step that a spike has used up, 0 being none */
    if (!may_jump(&steps))
        return 0;
    measure(arena, &steps);
    for (size_t i = 1; i < n; i++) {
        if (i == told || !is_jump(&steps, i))
            continue;
        if (takes_back(&steps, i, i + 1)) {
            jumps[found++] = (struct jump){i, true};
            told = i + 1;
        } else if (told != i - 1 && takes_back(&steps, i, i - 1)) {
            jumps[found++] = (struct jump){i - 1, true};
        } else {
            jumps[found++] = (struct jump){i, false};
        }
    }
    return found;
}
