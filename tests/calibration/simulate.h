/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The panel of an edition with invented figures in it, of which the truth is known (statistics
 * B9.6): the same indicators, areas, periods, sizes and holes, and in each series that a verdict
 * may be given on
 *   - the share, rate or mean of the real figures of all periods together, in the area and in what
 *     it is compared with, the latter drawn once for all areas, as it is in reality;
 *   - year effects in the area: normal, with the variance between years that engine A finds in that
 *     very series (Paule and Mandel's, at rho 0). Not the class's median, whose units would be
 *     mixed: pct., per 1.000, points. Each estimate is noisy, so the invented series differ more
 *     from one another than the real ones do, which is hard on a pooled engine;
 *   - chance within the year: binomial or Poisson counts, or means with the real spread, by a
 *     Gaussian copula. Given values have year effects only;
 *   - both of them correlated by rho to the power of the distance in years;
 *   - a slope of 0, 1 or 2 deltas a year around the middle of the series. Its sign alternates from
 *     series to series, so that the pool sees no common trend.
 * A total is drawn by itself, not as the sum of its areas, so that its slope is known too. A
 * municipality that an area is compared with is drawn as its areas and everybody else. Shares stay
 * within 0.05 and 99.95 pct., which takes a little off the largest slopes. A shared edition is
 * rounded as it is when released. What is hidden stays hidden, and what may not be judged stays as
 * it is.
 */
#ifndef PEJLING_TESTS_SIMULATE_H
#define PEJLING_TESTS_SIMULATE_H

#include "pejling/findings/gap_verdict.h"
#include "pejling/model/calibration_read.h"

#define SLOPES CALIBRATION_SLOPES

struct scenario {
    enum calibration_rho rho;
    int slope; /* 0, 1 or 2 deltas a year */
};

/* A series that a verdict may be given on. */
struct judged_series {
    const struct gap_verdict *real;
    int sign; /* of its slope, where there is one */
};

struct simulator {
    struct released_table table; /* with invented figures, once they are drawn */
    const struct judged_series *judged;
    size_t judged_count;
    double rho[ACCRUAL_FLOW + 1][CALIBRATION_RHOS];
    const struct simulated_line *lines;
    size_t line_count;
};

/* simulator_make(arena, table): prepares the panel of a released table. */
struct simulator simulator_make(struct arena *arena, const struct released_table *table);

/* simulator_draw(simulator, scenario, seed): new figures into simulator->table. */
void simulator_draw(struct simulator *simulator, struct scenario scenario, unsigned long seed);

#endif
