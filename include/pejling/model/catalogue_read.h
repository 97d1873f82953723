/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the catalogue of a plan folder: plan.csv, omraader.csv, indikatorer.csv, and what else is
 * there of brud.csv, maaltal.csv and forandringsteori.csv. */
#ifndef PEJLING_MODEL_CATALOGUE_READ_H
#define PEJLING_MODEL_CATALOGUE_READ_H

#include "pejling/model/catalogue.h"

/*
 * catalogue_read(diagnostics, folder): the catalogue, in the arena of `diagnostics`. Every problem
 * of every file is reported; the catalogue is fit for use if none of them stops the run. A
 * PROBLEM_SERIES of an indicator leaves that indicator, marked, without figures.
 *
 * Derived areas are added behind those of the file: for each municipality with areas a rest (code
 * `rest`), and a total (code `samlet`) unless one is given or there is only one area. Where several
 * municipalities have areas, the codes end in the municipality's: `rest_slagelse`.
 */
struct catalogue catalogue_read(struct diagnostics *diagnostics, const char *folder);

#endif
