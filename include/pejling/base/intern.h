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

/* intern_texts(intern): the texts by number, the caller's until the next one is added. */
const char **intern_texts(struct intern *intern);

#endif
