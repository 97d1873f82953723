/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a figure could not be drawn, and what is said of it. */
#ifndef PEJLING_PRESENT_GNUPLOT_FAULT_H
#define PEJLING_PRESENT_GNUPLOT_FAULT_H

#include "pejling/base/diagnostic.h"

enum gnuplot_fault {
    GNUPLOT_NONE,
    GNUPLOT_MISSING,    /* no gnuplot */
    GNUPLOT_SCRIPT,     /* a script of plots/ cannot be read */
    GNUPLOT_PATH,       /* a path gnuplot cannot be told */
    GNUPLOT_NUMBER,     /* a number that is none */
    GNUPLOT_START,      /* no process, pipe or temporary file */
    GNUPLOT_TIME,       /* it did not end */
    GNUPLOT_KILLED,     /* a signal ended it */
    GNUPLOT_FAILED,     /* it stopped at an error, or complained */
    GNUPLOT_INCOMPLETE, /* a file without an end */
    GNUPLOT_LETTERS,    /* it finds no typeface, and draws without letters */
    GNUPLOT_REPORTED    /* the sink has said why already */
};

/*
 * gnuplot_fault_report(diagnostics, fault, name): reports a PROBLEM_TOOL about the file of that
 * name (`figurer/p.svg`, `slides.pdf`); of the figures only the first that fails for a reason, and
 * where gnuplot is missing their folder, since then all of them are. Says nothing of
 * GNUPLOT_REPORTED.
 */
void gnuplot_fault_report(struct diagnostics *diagnostics, enum gnuplot_fault fault,
                          const char *name);

/*
 * gnuplot_fault_count(diagnostics, failed): when all are drawn, how many of the figures that failed
 * have not been named.
 */
void gnuplot_fault_count(struct diagnostics *diagnostics, size_t failed);

#endif
