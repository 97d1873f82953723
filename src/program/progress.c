/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/progress.h"

#include <stdio.h>
#include <unistd.h>

static const char *text_of(enum language language, enum stage stage)
{
    switch (stage) {
    case STAGE_READ:
        return say(language, "Læser planen", "Reading the plan");
    case STAGE_PROTECT:
        return say(language, "Beskytter små tal", "Protecting small numbers");
    case STAGE_COMPUTE:
        return say(language, "Beregner", "Computing");
    case STAGE_DRAW:
        break;
    case STAGE_PAGE:
        return say(language, "Skriver siden", "Writing the page");
    case STAGE_PDF:
        return say(language, "Laver siden til PDF", "Making the page into a PDF");
    }
    return say(language, "Tegner figurer", "Drawing figures");
}

void progress_show(enum language language, enum stage stage, size_t count)
{
    if (!isatty(STDERR_FILENO))
        return;
    if (stage == STAGE_DRAW && count == 1)
        fprintf(stderr, "%s\n", say(language, "Tegner 1 figur …", "Drawing 1 figure …"));
    else if (stage == STAGE_DRAW && count)
        fprintf(stderr, say(language, "Tegner %zu figurer …\n", "Drawing %zu figures …\n"), count);
    else
        fprintf(stderr, "%s …\n", text_of(language, stage));
}
