/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sammenfatning.csv: many municipalities in one file, each row as in resultater.csv with the
 * municipality before it. The tests of all of them are one family, so the rows of a municipality
 * can be written out before the others are known, but for what depends on the family: the adjusted p
 * and the strength of a verdict. Both are filled in at the end; so the same municipalities give the
 * same file, whether they were computed in one run or in many that are joined.
 */
#ifndef PEJLING_PRESENT_SUMMARY_H
#define PEJLING_PRESENT_SUMMARY_H

#include "pejling/findings/findings.h"
#include "pejling/present/place.h"

#define SUMMARY_FILE "sammenfatning.csv"
#define NO_STRENGTH ((size_t)-1)

/* One test of the family, and where in the block's text it is filled in. */
struct summary_test {
    double p;
    size_t adjusted_at, strength_at; /* NO_STRENGTH for a verdict that has none */
    bool agreed;                     /* both engines say it */
};

/* The rows of one municipality. */
struct summary_block {
    const char *municipality; /* its code; "" for what lies in none */
    const char *text;         /* rows with their line ends */
    size_t length;
    const struct summary_test *tests; /* in the order of the text */
    size_t test_count;
};

/*
 * summary_block_make(arena, findings, municipality): of findings_summarise. Of the edition's
 * precision: a test counts in the family with the p that is shown.
 */
struct summary_block summary_block_make(struct arena *arena, const struct findings *findings,
                                        const char *municipality);

/*
 * summary_write(place, edition, blocks, count): the file, in the order of the blocks. False, and a
 * PROBLEM_FILE, if it cannot be written.
 */
bool summary_write(const struct place *place, enum edition edition,
                   const struct summary_block *blocks, size_t count);

#endif
