/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the figures of an edition mean, as `definitions` of its manifest.json: the plan with its
 * policy, the indicators with all that defines them, the areas and the breaks. Two editions can so
 * be compared without the plan folders they came from. It holds no figures, and neither notes nor
 * aliases, which define nothing.
 */
#ifndef PEJLING_PROGRAM_DEFINITIONS_H
#define PEJLING_PROGRAM_DEFINITIONS_H

#include <jansson.h>

#include "pejling/model/catalogue.h"

/* definitions_json(catalogue): the caller owns the reference. */
json_t *definitions_json(const struct catalogue *catalogue);

/*
 * definitions_read(arena, definitions, fault): the catalogue again, with its indexes; targets,
 * theory of change, notes and aliases are not in it. NULL where anything is missing, of another type or outside what a
 * plan may have; `*fault` then names the place, `indikatorer[3].faktor`.
 */
const struct catalogue *definitions_read(struct arena *arena, const json_t *definitions,
                                         const char **fault);

/* Words that a field of an indicator or area is written with, as the plan's own files have them. */
const char *definitions_measure(enum measure measure);
const char *definitions_polarity(enum polarity polarity);
const char *definitions_accrual(enum accrual accrual);
const char *definitions_role(enum area_role role);
const char *definitions_reporting(struct arena *arena, struct reporting reporting);

#endif
