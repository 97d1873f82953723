/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/gnuplot_fault.h"

#include <stdbool.h>
#include <string.h>

#define FIGURES "figurer" /* the folder */

/* Nothing of gnuplot's own message: it quotes the script, and the script holds figures. */
static const char *fault_text(enum language language, enum gnuplot_fault fault)
{
    switch (fault) {
    case GNUPLOT_MISSING:
        return say(language,
                   "er ikke tegnet, for gnuplot findes ikke her · installer pakken "
                   "gnuplot-nox, eller lad PEJLING_GNUPLOT pege på programmet",
                   "not drawn, since there is no gnuplot here · install the package "
                   "gnuplot-nox, or let PEJLING_GNUPLOT point to the program");
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
    case GNUPLOT_LETTERS:
        return say(
            language,
            "er ikke tegnet, for gnuplot finder ingen skrifttype her og tegner uden bogstaver "
            "· installer pakken fonts-open-sans",
            "not drawn, since gnuplot finds no typeface here and draws without letters "
            "· install the package fonts-open-sans");
    case GNUPLOT_NUMBER:
    case GNUPLOT_FAILED:
    case GNUPLOT_NONE:
    case GNUPLOT_REPORTED:
        break;
    }
    return say(language,
               "gnuplot stoppede ved en fejl · se, om disken er fuld; installer ellers gnuplot-nox "
               "igen, og meld fejlen, hvis den bliver ved",
               "gnuplot stopped at an error · see whether the disk is full; else install "
               "gnuplot-nox anew, and report the error if it stays");
}

static bool is_of_figures(const char *name)
{
    return strncmp(name, FIGURES "/", sizeof FIGURES) == 0;
}

/* Whether that has been said, of this file or, of a figure, of another one. */
static bool is_told(const struct diagnostics *diagnostics, const char *name, const char *text)
{
    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct diagnostic *item = &diagnostics->items[i];
        if (item->problem == PROBLEM_TOOL && strcmp(item->text, text) == 0 &&
            (strcmp(item->at.file, name) == 0 ||
             (is_of_figures(name) && is_of_figures(item->at.file))))
            return true;
    }
    return false;
}

void gnuplot_fault_report(struct diagnostics *diagnostics, enum gnuplot_fault fault,
                          const char *name)
{
    const char *text = fault_text(diagnostics->language, fault);
    if (fault == GNUPLOT_MISSING && is_of_figures(name))
        name = FIGURES;
    if (fault != GNUPLOT_REPORTED && !is_told(diagnostics, name, text))
        diagnostics_report(diagnostics, PROBLEM_TOOL, (struct location){.file = name}, "%s", "%s",
                           text);
}

void gnuplot_fault_count(struct diagnostics *diagnostics, size_t failed)
{
    size_t told = 0;
    for (size_t i = 0; i < diagnostics->count; i++)
        told += diagnostics->items[i].problem == PROBLEM_TOOL &&
                is_of_figures(diagnostics->items[i].at.file);
    if (told && failed > told)
        diagnostics_report(diagnostics, PROBLEM_TOOL, (struct location){.file = FIGURES},
                           "flere figurer mangler af samme grund: %zu · ret fejlen, og kør igen",
                           "more figures are missing for the same reason: %zu · mend the fault, "
                           "and run again",
                           failed - told);
}
