/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The figures of a plan folder as they were given, checked one by one. Raw: for model and
 * disclosure only.
 */
#ifndef PEJLING_MODEL_OBSERVATIONS_H
#define PEJLING_MODEL_OBSERVATIONS_H

#include <stdint.h>

#include "pejling/base/reason.h"
#include "pejling/model/catalogue_part.h"

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

struct observation_rows;

/*
 * observations_all(diagnostics, rows): an observation a row. A repeated row is a PROBLEM_SERIES, and
 * a series (indicator in an area) with a fault is without figures (LEFT_OUT). Texts are those of the
 * rows.
 */
struct observations observations_all(struct diagnostics *diagnostics,
                                     const struct observation_rows *rows);

/* observations_read(diagnostics, folder, catalogue): all of observation_rows_read. */
struct observations observations_read(struct diagnostics *diagnostics, const char *folder,
                                      const struct catalogue *catalogue);

/* Which rows belong to which municipality. */
struct observation_split {
    const struct observation_rows *rows;
    const size_t *starts;    /* by municipality: where its numbers begin, and one past the last */
    const uint32_t *numbers; /* of rows, counted over all pieces */
};

/* observations_split(arena, rows, municipalities): by the municipality of the row's area. */
struct observation_split observations_split(struct arena *arena,
                                            const struct observation_rows *rows,
                                            const struct municipalities *municipalities);

/*
 * observations_of(diagnostics, split, number, part): as observations_all, of one municipality, in
 * the areas of its part of the catalogue. Different municipalities may be made at the same time.
 */
struct observations observations_of(struct diagnostics *diagnostics,
                                    const struct observation_split *split, size_t number,
                                    const struct catalogue_part *part);

#endif
