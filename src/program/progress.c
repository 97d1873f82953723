/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/progress.h"

#include <stdio.h>
#include <unistd.h>

void progress_show(enum language language, enum stage stage)
{
    static const char *const texts[STAGES][2] = {
        [STAGE_READ] = {"Læser planen", "Reading the plan"},
        [STAGE_PROTECT] = {"Beskytter små tal", "Protecting small numbers"},
        [STAGE_COMPUTE] = {"Beregner", "Computing"},
        [STAGE_TABLES] = {"Skriver tabeller og regneark", "Writing tables and the workbook"},
        [STAGE_DRAW] = {"Tegner figurer og slides", "Drawing figures and slides"},
        [STAGE_PAGE] = {"Skriver siden", "Writing the page"},
        [STAGE_PDF] = {"Laver siden til PDF", "Making the page into a PDF"},
    };
    if (isatty(STDERR_FILENO))
        fprintf(stderr, "%s …\n", say(language, texts[stage][0], texts[stage][1]));
}
