/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pipeline from a plan folder to an edition folder, in the order of the layers. */
#ifndef PEJLING_PROGRAM_PIPELINE_H
#define PEJLING_PROGRAM_PIPELINE_H

#include "pejling/model/calibration_read.h"
#include "pejling/model/cells.h"
#include "pejling/model/observation_rows.h"
#include "pejling/program/manifest.h"

/* A plan folder that has been read, its figures row by row. */
struct read_plan {
    const struct catalogue *catalogue;
    struct observation_rows rows;
    struct earlier_editions earlier;
    struct calibrations calibrations;
};

/*
 * pipeline_read(diagnostics, folder): reads and checks every file; what it found is in the
 * diagnostics, which say whether the result may be used.
 */
struct read_plan pipeline_read(struct diagnostics *diagnostics, const char *folder);

/* The same with what follows from the figures of all areas together. */
struct loaded_plan {
    const struct catalogue *catalogue;
    struct cells cells;
    struct earlier_editions earlier;
    struct calibrations calibrations;
};

/* pipeline_load(diagnostics, folder): pipeline_read, and the cells, where it may be used. */
struct loaded_plan pipeline_load(struct diagnostics *diagnostics, const char *folder);

/*
 * pipeline_release(diagnostics, plan, edition, table): everything behind this point rests on the
 * released table alone. False, and a problem reported, where something cannot be protected.
 */
bool pipeline_release(struct diagnostics *diagnostics, const struct loaded_plan *plan,
                      enum edition edition, struct released_table *table);

/*
 * pipeline_run(diagnostics, options): reads, protects, computes, writes and publishes. True if an
 * edition was published; the diagnostics then say what is left out of it.
 */
bool pipeline_run(struct diagnostics *diagnostics, const struct run_options *options);

#endif
