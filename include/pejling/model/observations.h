/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The figures of a plan folder as they were given, checked one by one. Raw: for model and
 * disclosure only.
 */
#ifndef PEJLING_MODEL_OBSERVATIONS_H
#define PEJLING_MODEL_OBSERVATIONS_H

#include "pejling/base/reason.h"
#include "pejling/model/catalogue.h"

/*
 * What is counted. Which fields mean something follows from the indicator's measure:
 *   share, rate  numerator (may have decimals) and denominator; a value beside them is held up
 *                against them and not kept
 *   mean         value, denominator (persons) and spread, negative where not given
 *   survey       value (display unit) and denominator (answers); design_effect, 1 if not given;
 *                population and response_rate (per cent), 0 where not given
 *   value        value (display unit)
 */
struct amounts {
    double numerator, denominator, value, spread;
    double design_effect, population, response_rate;
};

struct observation {
    const struct indicator *indicator;
    const struct area *area;
    struct period period;
    const char *group;  /* NULL for everybody */
    enum reason reason; /* REASON_NONE, or why there is no figure */
    enum figure_status status;
    struct amounts amounts; /* zero where there is no figure */
    struct location at;
};

struct observations {
    struct observation *items; /* in the order of indicator, area, group, period */
    size_t count;
};

/*
 * observations_read(diagnostics, folder, catalogue): every CSV file of the folder `observationer`,
 * in the order of their names. A faulty or repeated row is a PROBLEM_SERIES, and the whole series
 * (indicator in an area) is then without figures (LEFT_OUT); so are all series of a file that
 * cannot be taken apart, and rows that name no known indicator or area. A group whose name is almost
 * that of those who stay or move (mover_group_meant) is a remark, once an indicator. Texts live in the arena of
 * `diagnostics`.
 */
struct observations observations_read(struct diagnostics *diagnostics, const char *folder,
                                      const struct catalogue *catalogue);

#endif
