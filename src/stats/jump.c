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
    size_t n;
    double median, scale, sigmas;
    bool has_errors;
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

/* How many steps there are; fills in what is usual among them where they are enough. */
static size_t measure(struct arena *arena, struct steps *steps)
{
    double *work = arena_alloc(arena, steps->n + 1, sizeof *work);
    size_t count = 0;
    steps->has_errors = true;
    for (size_t i = 1; i < steps->n; i++) {
        if (!steps->points[i].follows)
            continue;
        work[count++] = step_to(steps, i);
        steps->has_errors = steps->has_errors && steps->points[i].error > 0;
    }
    if (count < JUMP_POINTS - 1)
        return count;
    steps->median = median_sorting(work, count);
    size_t k = 0;
    for (size_t i = 1; i < steps->n; i++)
        if (steps->points[i].follows)
            work[k++] = fabs(step_to(steps, i) - steps->median) / unit_of(steps, i);
    double phi = MAD_TO_SIGMA * median_sorting(work, count);
    double shortness = (steps->has_errors ? SHORT_COUNTS : SHORT_VALUES) / (double)count;
    steps->scale = steps->has_errors ? fmax(1, phi) : phi;
    steps->sigmas =
        (steps->has_errors ? SIGMAS_COUNTS : SIGMAS_VALUES) * (1 + shortness * shortness);
    return count;
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
    struct steps steps = {.points = points, .n = n};
    size_t found = 0, told = 0; /* told: the last step that a spike has used up, 0 being none */
    if (measure(arena, &steps) < JUMP_POINTS - 1)
        return 0;
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
