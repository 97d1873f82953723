/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an internal edition was made from, kept in its folder `indata`, so that it can be repeated:
 * the files of the plan folder that were read, empty files in the place of those that lie among the
 * figures and were not, and what was read of the earlier editions that the plan names, in
 * `indata/tidligere_udgave` by earlier_copy_name.
 */
#ifndef PEJLING_PROGRAM_INPUT_COPY_H
#define PEJLING_PROGRAM_INPUT_COPY_H

#include "pejling/model/catalogue.h"
#include "pejling/present/place.h"

#define INPUT_COPY "indata"

/* input_copy_write(place, plan, catalogue): false, and a PROBLEM_FILE, where a file cannot be copied. */
bool input_copy_write(const struct place *place, const char *plan,
                      const struct catalogue *catalogue);

#endif
