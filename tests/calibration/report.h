/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the simulations of one panel came to: for people, against the limits, and as a file. */
#ifndef PEJLING_TESTS_REPORT_H
#define PEJLING_TESTS_REPORT_H

#include "pejling/base/sink.h"
#include "tally.h"

/* The limits on the mean over all series, at correlations up to the estimated one. */
#define LIMIT_FALSE 0.06
#define LIMIT_WRONG 0.01

struct result {
    const struct simulator *simulator;
    const struct tally *tally;
    const char *panel; /* its key */
    size_t runs;       /* of each scenario */
    unsigned long seed;
};

/* report_print(result): the rates by group on standard output, and what B9.5 has for such. */
void report_print(const struct result *result);

/*
 * report_judge(result): prints each limit with PASS or FAIL; true where all are kept, or where
 * there is no series to be wrong about.
 */
bool report_judge(const struct result *result);

/* report_header(sink), report_rows(sink, result): kalibrering.csv, for calibration_read.h. */
void report_header(struct sink *sink);
void report_rows(struct sink *sink, const struct result *result);

#endif
