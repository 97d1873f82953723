/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what a plan folder may have beside its figures: brud.csv, maaltal.csv and
 * forandringsteori.csv. */
#ifndef PEJLING_MODEL_CONTEXT_READ_H
#define PEJLING_MODEL_CONTEXT_READ_H

#include "pejling/model/catalogue.h"

/*
 * context_read(diagnostics, folder, catalogue): adds breaks, targets and steps of the theory of
 * change to a catalogue whose areas and indicators are read. A file that is not there adds nothing.
 */
void context_read(struct diagnostics *diagnostics, const char *folder, struct catalogue *catalogue);

#endif
