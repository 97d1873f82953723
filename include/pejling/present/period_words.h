/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Periods as a sentence names them. */
#ifndef PEJLING_PRESENT_PERIOD_WORDS_H
#define PEJLING_PRESENT_PERIOD_WORDS_H

#include "pejling/base/arena.h"
#include "pejling/base/language.h"
#include "pejling/base/period.h"

/*
 * period_when(arena, language, period): `i 2025`, `i skoleåret 2024/25`, `i 2022K4`, `den
 * 18.11.2025`, with a blank that does not break before the figures.
 */
const char *period_when(struct arena *arena, enum language language, struct period period);

#endif
