/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `pejling run PLAN --summary`: every municipality of a plan folder, each as the plan of its own that
 * it is (catalogue_part.h), in one file (summary.h), and nothing drawn. The municipalities are
 * computed side by side; what comes out does not depend on how many at a time.
 */
#ifndef PEJLING_PROGRAM_SUMMARY_RUN_H
#define PEJLING_PROGRAM_SUMMARY_RUN_H

#include "pejling/program/pipeline.h"

/* summary_run(diagnostics, options): as pipeline_run, for a summary. */
bool summary_run(struct diagnostics *diagnostics, const struct run_options *options);

#endif
