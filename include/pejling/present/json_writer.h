/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON files of the edition, through jansson. */
#ifndef PEJLING_PRESENT_JSON_WRITER_H
#define PEJLING_PRESENT_JSON_WRITER_H

#include <jansson.h>

#include "pejling/present/place.h"
#include "pejling/present/sheet.h"

/*
 * json_of_sheet(sheet): an array with an object a row, by the columns' keys; a blank is null. The
 * caller owns the reference.
 */
json_t *json_of_sheet(const struct sheet *sheet);

/*
 * json_write(place, name, root, digits): writes `root`, indented, keys in the order they were set,
 * numbers with up to `digits` significant digits, and gives up the caller's reference. False, and a
 * PROBLEM_FILE, if it cannot be written.
 */
bool json_write(const struct place *place, const char *name, json_t *root, int digits);

#endif
