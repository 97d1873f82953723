/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/gnuplot_fault.h"

#include <string.h>

/* Without gnuplot every figure fails for the same reason; once is enough. */
static void report_missing(struct diagnostics *diagnostics, const char *program)
{
    struct location at = {.file = program};
    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct diagnostic *item = &diagnostics->items[i];
        if (item->problem == PROBLEM_TOOL && item->at.file && strcmp(item->at.file, at.file) == 0)
            return;
    }
    diagnostics_report(diagnostics, PROBLEM_TOOL, at,
                       "gnuplot findes ikke her, så ingen figurer er tegnet · installer pakken "
                       "gnuplot-nox, eller lad PEJLING_GNUPLOT pege på programmet",
                       "there is no gnuplot here, so no figures are drawn · install the package "
                       "gnuplot-nox, or let PEJLING_GNUPLOT point to the program");
}

/* Nothing of gnuplot's own message: it quotes the script, and the script holds figures. */
static const char *fault_text(enum language language, enum gnuplot_fault fault)
{
    switch (fault) {
    case GNUPLOT_SCRIPT:
        return say(language, "et figurskript mangler · lad PEJLING_PLOTS pege på mappen plots",
                   "a figure script is missing · let PEJLING_PLOTS point to the folder plots");
    case GNUPLOT_PATH:
        return say(language, "stien har tegn, som gnuplot ikke kan tage imod · vælg en anden mappe",
                   "the path has characters that gnuplot cannot take · choose another folder");
    case GNUPLOT_START:
        return say(language, "gnuplot kunne ikke startes · luk andre programmer og kør igen",
                   "gnuplot could not be started · close other programs and run again");
    case GNUPLOT_TIME:
        return say(language, "gnuplot blev ikke færdig i tide og er stoppet · kør igen",
                   "gnuplot did not finish in time and was stopped · run again");
    case GNUPLOT_KILLED:
        return say(language, "gnuplot blev afbrudt · kør igen",
                   "gnuplot was interrupted · run again");
    case GNUPLOT_INCOMPLETE:
        return say(language, "filen blev ikke hel · se, om disken er fuld, og kør igen",
                   "the file is not whole · see whether the disk is full, and run again");
    case GNUPLOT_NUMBER:
    case GNUPLOT_FAILED:
    case GNUPLOT_NONE:
    case GNUPLOT_MISSING:
    case GNUPLOT_REPORTED:
        break;
    }
    return say(
        language,
        "gnuplot stoppede ved en fejl · installer gnuplot-nox igen, og meld fejlen, hvis den "
        "bliver ved",
        "gnuplot stopped at an error · install gnuplot-nox anew, and report the error if it stays");
}

void gnuplot_fault_report(struct diagnostics *diagnostics, enum gnuplot_fault fault,
                          const char *program, const char *name)
{
    struct location at = {.file = name};
    if (fault == GNUPLOT_MISSING)
        report_missing(diagnostics, program);
    else if (fault != GNUPLOT_REPORTED)
        diagnostics_report(diagnostics, PROBLEM_TOOL, at, "%s", "%s",
                           fault_text(diagnostics->language, fault));
}
