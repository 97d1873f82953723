/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The libraries that the program is linked with, and their versions as it runs: what --version says,
 * and what the manifest of an edition tells the auditor. The C library and gnuplot are not of them;
 * minizip names no version of its own, and goes with zlib.
 */
#ifndef PEJLING_PROGRAM_LIBRARIES_H
#define PEJLING_PROGRAM_LIBRARIES_H

#include <stddef.h>

struct library {
    const char *name, *version; /* "gsl", "2.7.1" */
};

/* library_at(index): in the order of their names; behind the last both are NULL. */
struct library library_at(size_t index);

#endif
