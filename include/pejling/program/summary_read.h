/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A summary edition (run --summary) read back, to be joined with others. */
#ifndef PEJLING_PROGRAM_SUMMARY_READ_H
#define PEJLING_PROGRAM_SUMMARY_READ_H

#include "pejling/present/summary.h"

struct summary_edition {
    const char *folder;
    enum edition edition;
    const char *version;                 /* of the program that made it */
    const struct catalogue *definitions; /* of its plan (definitions.h) */
    struct summary_block *blocks;
    size_t count;
};

/*
 * summary_read(diagnostics, folder, summary): manifest.json, and sammenfatning.csv as blocks whose
 * text, written by summary_write, has the bytes of the file. A block is all rows that follow each
 * other with one municipality; its tests are the verdict_slope rows with an adjusted p. False, and
 * a PROBLEM_INPUT at each place, where the folder holds no summary, where either file has another
 * checksum than the folder's (none is asked for), or where the rows are not those of a summary; a
 * PROBLEM_FILE where it may not be read.
 */
bool summary_read(struct diagnostics *diagnostics, const char *folder,
                  struct summary_edition *summary);

#endif
