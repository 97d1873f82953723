/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads indikatorer.csv. */
#ifndef PEJLING_MODEL_INDICATORS_READ_H
#define PEJLING_MODEL_INDICATORS_READ_H

#include "pejling/model/catalogue.h"

/*
 * indicators_read(diagnostics, folder, catalogue): fills the catalogue's indicators; its plan must
 * be read already, for the policy that an indicator without mindste_antal or delta takes over.
 * An indicator whose row is faulty is reported as a PROBLEM_SERIES and marked `left_out`.
 */
void indicators_read(struct diagnostics *diagnostics, const char *folder,
                     struct catalogue *catalogue);

#endif
