/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The codebook of an edition's machine files (kodebog.csv, kodebog.json): every column, and every
 * code that can stand in one, defined in Danish and English side by side.
 */
#ifndef PEJLING_PRESENT_CODEBOOK_H
#define PEJLING_PRESENT_CODEBOOK_H

#include "pejling/findings/findings.h"
#include "pejling/present/place.h"
#include "pejling/present/sheet.h"

#define CODEBOOK_FILE "kodebog.csv"
#define CODEBOOK_JSON "kodebog.json"

/*
 * codebook_sheet(arena, catalogue): one row a thing defined. `part` says what it is: the name of a
 * file for its columns, or of the column that has the code: `statistic`, `text`, `method`, `status`,
 * `reason`, `unit`, `indicator`, `area`, `release`, `figure`. The plan's own words, of indicators
 * and areas, are in the language that the plan has.
 */
struct sheet codebook_sheet(struct arena *arena, const struct catalogue *catalogue);

/* codebook_write(place, catalogue): both files. False, and a PROBLEM_FILE, if one cannot be written. */
bool codebook_write(const struct place *place, const struct catalogue *catalogue);

#endif
