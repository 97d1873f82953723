/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a file in `observationer`, and what a row of it says of its figure. */
#ifndef PEJLING_MODEL_FIGURE_ROW_H
#define PEJLING_MODEL_FIGURE_ROW_H

#include "pejling/input/csvfile.h"
#include "pejling/model/observations.h"

enum figure_column {
    FIGURE_INDICATOR,
    FIGURE_AREA,
    FIGURE_PERIOD,
    FIGURE_GROUP,
    FIGURE_NUMERATOR,
    FIGURE_DENOMINATOR,
    FIGURE_VALUE,
    FIGURE_SPREAD,
    FIGURE_STATUS,
    FIGURE_NOTE,
    FIGURE_RESPONSE_RATE,
    FIGURE_DESIGN_EFFECT,
    FIGURE_POPULATION,
    FIGURE_COLUMNS
};

extern const struct csv_column figure_columns[FIGURE_COLUMNS];

/*
 * figure_row_read(diagnostics, fields, observation): reads status, reason and amounts of the row
 * into the observation, whose indicator is set. Each fault is a PROBLEM_SERIES.
 */
void figure_row_read(struct diagnostics *diagnostics, const struct csv_field *fields,
                     struct observation *observation);

#endif
