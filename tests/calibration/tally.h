/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What became of the verdicts on invented figures, by group of series: all of them, each class,
 * each indicator. Whole numbers only, so that the sum does not depend on who counted what.
 */
#ifndef PEJLING_TESTS_TALLY_H
#define PEJLING_TESTS_TALLY_H

#include <stdint.h>

#include "simulate.h"

enum outcome {
    OUTCOME_MOVED, /* narrowing or widening, right or wrong */
    OUTCOME_RIGHT, /* of those, the way the slope goes; without a slope, the way it would go */
    OUTCOME_WRONG,
    OUTCOME_FIRM, /* moved, and firm; and so on */
    OUTCOME_FIRM_RIGHT,
    OUTCOME_FIRM_WRONG,
    OUTCOME_UNDETERMINED,
    OUTCOMES
};

/* The groups: GROUP_ALL, GROUP_STOCK, GROUP_FLOW, then one an indicator, in their order. */
enum { GROUP_ALL, GROUP_STOCK, GROUP_FLOW, GROUP_INDICATORS };

/* Over the runs of a scenario: the series of the group with that outcome, and their squares. */
struct count {
    uint64_t sum, squares;
};

struct tally {
    size_t groups;
    struct count *counts; /* scenario-major, then group, then outcome */
};

/* tally_make(arena, simulator): all counts 0. */
struct tally tally_make(struct arena *arena, const struct simulator *simulator);

/* tally_size(tally): how many counts there are. */
size_t tally_size(const struct tally *tally);

/* tally_series(simulator, group): the number of series in a group. */
size_t tally_series(const struct simulator *simulator, size_t group);

/* tally_add(tally, simulator, scenario, verdicts): counts one run. */
void tally_add(struct tally *tally, const struct simulator *simulator, struct scenario scenario,
               const struct verdicts *verdicts);

/* A share of the series, on average over the runs, and the standard error of that. */
struct rate {
    double value, error;
};

/* What to read from a tally. */
struct tally_cell {
    struct scenario scenario;
    size_t group;
    enum outcome outcome;
};

/* tally_rate(tally, simulator, runs, cell): 0 for a group without series. */
struct rate tally_rate(const struct tally *tally, const struct simulator *simulator, size_t runs,
                       struct tally_cell cell);

#endif
