/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A survey's share from single answers with weights (statistics.md B15). */
#ifndef PEJLING_STATS_SURVEY_H
#define PEJLING_STATS_SURVEY_H

#include <stddef.h>

#include "pejling/stats/estimate.h"

/* 0 throughout where `share` is undefined. */
struct survey_share {
    struct estimate share;   /* METHOD_WILSON_SURVEY */
    double design_effect;    /* Kish: n sum w^2 / (sum w)^2, at least 1 */
    double effective;        /* n / design_effect: independent answers it is worth */
    double not_asked;        /* 1 - n / population: 0 where everybody answered, 1 if unknown */
    double effective_of_all; /* effective / not_asked: HUGE_VAL where everybody answered */
};

/*
 * survey_share(weights, yes, n, population, confidence): p = sum w y / sum w of n answers, y 1 for
 * yes and 0 for no, weights w >= 0; with Wilson's interval for p n* of n* answers, n* =
 * effective_of_all (Kish 1965, Survey Sampling; finite population by 1 - n / population, population
 * 0 where it is not known). Where everybody answered the interval is the point. It covers the
 * choice of whom to ask, not those who did not answer. Undefined (NO_DENOMINATOR) without an answer
 * of positive weight, (INCONSISTENT_INPUT) for a negative weight or a y outside 0 to 1.
 */
struct survey_share survey_share(const double *weights, const double *yes, size_t n,
                                 double population, double confidence);

#endif
