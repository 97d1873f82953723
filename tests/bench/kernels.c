/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * kernels [NAME]: calls one of the statistics that every series goes through CALLS times, on series
 * of eleven years that differ from call to call, and prints their sum, so that nothing is left out.
 * Without a name it lists `name function calls` for kernels.sh, which counts the instructions.
 */
#include <stdio.h>
#include <string.h>

#include "pejling/base/arena.h"
#include "pejling/stats/difference.h"
#include "pejling/stats/distribution.h"
#include "pejling/stats/gap_line.h"
#include "pejling/stats/glm.h"
#include "pejling/stats/interval.h"
#include "pejling/stats/line.h"
#include "pejling/stats/rank.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

enum { YEARS = 11, CALLS = 200 };

/* A share of an area and one of its rest over the years, as counts, per cent and their gap. */
struct series {
    double x[YEARS], events[YEARS], base[YEARS], rest_events[YEARS], rest_base[YEARS];
    double share[YEARS], gap[YEARS], variance[YEARS];
};

static struct series make_series(unsigned number)
{
    struct series series;
    unsigned state = number * 2654435761U + 1;
    for (int i = 0; i < YEARS; i++) {
        state = state * 1664525U + 1013904223U;
        series.x[i] = 2014 + i;
        series.base[i] = 600 + 3 * i;
        series.events[i] = 190 - 2 * i + (double)(state >> 27);
        series.rest_base[i] = 40000 + 50 * i;
        series.rest_events[i] = 9000 + (double)(state >> 21 & 63);
        series.share[i] = series.events[i] / series.base[i];
        series.gap[i] = series.share[i] - series.rest_events[i] / series.rest_base[i];
    }
    struct gap_counts counts = {series.events, series.base, series.rest_events, series.rest_base,
                                YEARS};
    gap_share_variances(&counts, series.variance);
    return series;
}

static double call_line(struct arena *arena, const struct series *series)
{
    (void)arena;
    return line_fit(series->x, series->share, YEARS, 0.95).slope.upper;
}

static double call_gls(struct arena *arena, const struct series *series)
{
    (void)arena;
    struct gls_points points = {series->x, series->gap, series->variance, YEARS};
    return gls_line_fit(&points, GAP_RHO_STOCK, 0).slope;
}

static double call_gap_line(struct arena *arena, const struct series *series)
{
    (void)arena;
    struct gls_points points = {series->x, series->gap, series->variance, YEARS};
    return gap_line_fit(&points, GAP_RHO_STOCK, 0.95).slope.upper;
}

static double call_theil_sen(struct arena *arena, const struct series *series)
{
    return theil_sen(arena, series->x, series->share, YEARS, 0.95).slope.upper;
}

static double call_mann_kendall(struct arena *arena, const struct series *series)
{
    (void)arena;
    return mann_kendall(series->share, YEARS).p;
}

static double call_wilson(struct arena *arena, const struct series *series)
{
    (void)arena;
    return interval_wilson(series->events[0], series->base[0], 0.95).upper;
}

static double call_garwood(struct arena *arena, const struct series *series)
{
    (void)arena;
    return interval_garwood(series->events[0], series->base[0], 0.95).upper;
}

static double call_newcombe(struct arena *arena, const struct series *series)
{
    (void)arena;
    struct estimate area = {ESTIMATE_INTERVAL, REASON_NONE,          METHOD_WILSON,
                            series->share[0],  series->share[0] - 1, series->share[0] + 1};
    struct estimate rest = {ESTIMATE_INTERVAL, REASON_NONE, METHOD_WILSON, 0.2, 0.1, 0.3};
    return difference_mover(METHOD_NEWCOMBE10, area, rest).upper;
}

static double call_glm(struct arena *arena, const struct series *series)
{
    (void)arena;
    struct glm_series area = {series->events, series->base, series->x, YEARS};
    return glm_trend_fit(GLM_BINOMIAL, &area, 0.95).slope.upper;
}

static double call_glm_gap(struct arena *arena, const struct series *series)
{
    (void)arena;
    struct glm_series area = {series->events, series->base, series->x, YEARS};
    struct glm_series rest = {series->rest_events, series->rest_base, series->x, YEARS};
    return glm_gap_fit(GLM_BINOMIAL, &area, &rest, 0.95).slope.upper;
}

static double call_student(struct arena *arena, const struct series *series)
{
    (void)arena;
    return student_two_sided(10 * series->share[0], YEARS - 2);
}

/* `function` is what the instructions are counted in, with all it calls. */
static const struct {
    const char *name, *function;
    double (*call)(struct arena *arena, const struct series *series);
} kernels[] = {
    {"line", "line_fit", call_line},
    {"gls", "gls_line_fit", call_gls},
    {"gap_line", "gap_line_fit", call_gap_line},
    {"theil_sen", "theil_sen", call_theil_sen},
    {"mann_kendall", "mann_kendall", call_mann_kendall},
    {"wilson", "interval_wilson", call_wilson},
    {"garwood", "interval_garwood", call_garwood},
    {"newcombe", "difference_mover", call_newcombe},
    {"glm", "glm_trend_fit", call_glm},
    {"glm_gap", "glm_gap_fit", call_glm_gap},
    {"student_p", "student_two_sided", call_student},
};

int main(int argc, char **argv)
{
    distribution_start();
    for (size_t i = 0; i < COUNT_OF(kernels); i++) {
        if (argc < 2) {
            printf("%s %s %d\n", kernels[i].name, kernels[i].function, CALLS);
            continue;
        }
        if (strcmp(argv[1], kernels[i].name) != 0)
            continue;
        struct arena *arena = arena_new();
        double sum = 0;
        for (unsigned number = 0; number < CALLS; number++) {
            struct series series = make_series(number);
            sum += kernels[i].call(arena, &series);
        }
        arena_free(arena);
        printf("%.9g\n", sum);
        return 0;
    }
    return argc < 2 ? 0 : 2;
}
