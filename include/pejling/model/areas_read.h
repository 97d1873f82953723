/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads omraader.csv, and adds the areas that follow from it. */
#ifndef PEJLING_MODEL_AREAS_READ_H
#define PEJLING_MODEL_AREAS_READ_H

#include "pejling/model/catalogue.h"

/*
 * areas_read(diagnostics, folder, catalogue): fills the catalogue's areas and, for sections that
 * join or leave their area inside the plan, its breaks; indexes the catalogue. An area without
 * del_af lies in the only municipality, where there is just one.
 */
void areas_read(struct diagnostics *diagnostics, const char *folder, struct catalogue *catalogue);

#endif
