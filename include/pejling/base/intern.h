/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Texts that come again and again, each kept once and known by a number from then on: so a column
 * of codes costs one lookup a row, whatever a code stands for.
 */
#ifndef PEJLING_BASE_INTERN_H
#define PEJLING_BASE_INTERN_H

#include <stddef.h>

#include "pejling/base/arena.h"

struct intern;

/* intern_new(arena): an empty collection, which lives in the arena. */
struct intern *intern_new(struct arena *arena);

/* intern_number(intern, text): the text's number, in the order of first appearance from 0 on. */
size_t intern_number(struct intern *intern, const char *text);

/* intern_count(intern): how many texts there are. */
size_t intern_count(const struct intern *intern);

/* intern_text(intern, number): the text of a number below the count. */
const char *intern_text(const struct intern *intern, size_t number);

#endif
