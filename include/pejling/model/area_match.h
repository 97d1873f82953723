/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The area of a plan that a name in somebody else's table means. */
#ifndef PEJLING_MODEL_AREA_MATCH_H
#define PEJLING_MODEL_AREA_MATCH_H

#include "pejling/model/catalogue.h"

/*
 * area_match(catalogue, text, exact): by name or alias, or by the code as it is written. `*exact` is
 * false, and somebody should be told, for a number alone, and for what is found by a part:
 *   - `330 Slagelse` or `12. Slagelse` by the name behind the number, unless the number is an alias
 *     of another area, or the area has another number of its own in the same form;
 *   - `Slagelse` for a municipality called `Slagelse Kommune`, and the other way round;
 *   - `81` for an alias `081`, which a spreadsheet takes the zero from;
 *   - `hele landet` or `All Denmark` for the only country;
 *   - `slagelse_kommune`, with blanks for `_`.
 * NULL for none, or more than one; a name that several areas have is not looked for in parts.
 */
const struct area *area_match(const struct catalogue *catalogue, const char *text, bool *exact);

#endif
