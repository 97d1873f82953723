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

#define DEFINITIONS_TEXT_LIMIT 4000 /* characters of one text */

/*
 * definitions_json(catalogue): the caller owns the reference. An indicator that is left out has no
 * figures, and is not in it.
 */
json_t *definitions_json(const struct catalogue *catalogue);

/*
 * definitions_read(arena, definitions, fault): the catalogue again, with its indexes; targets,
 * theory of change, notes and aliases are not in it. NULL where anything is missing, of another
 * type or such as no plan gives; `*fault` then names the place, `indikatorer[3].faktor`. Beyond
 * what the readers of the plan's files ask for, a text has at most DEFINITIONS_TEXT_LIMIT
 * characters and each list at most 30,000 items, and there are at most 5,000,000 indicators x
 * areas: more than a country needs, and few enough to be worked through at once. Whether an area
 * lacks the derived total is not looked at, for a plan may give its own, or none where it has one
 * area.
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
