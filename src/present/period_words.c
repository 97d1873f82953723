/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/period_words.h"

#define NBSP "\xC2\xA0"

const char *period_when(struct arena *arena, enum language language, struct period period)
{
    char text[PERIOD_TEXT];
    const char *before = say(language, "i", "in");
    if (period.kind == PERIOD_UNKNOWN)
        return say(language, "på et tidspunkt, der ikke er angivet", "at a time that is not given");
    if (period.kind == PERIOD_DATE)
        before = say(language, "den", "on");
    else if (period.kind == PERIOD_SCHOOL_YEAR)
        before = say(language, "i skoleåret", "in the school year");
    return arena_printf(arena, "%s" NBSP "%s", before, period_label(text, period));
}
