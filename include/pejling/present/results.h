/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The files that machines read: every finding (resultater.csv, resultater.json), what they mean
 * (kodebog.csv, kodebog.json; codebook.h), and the remarks on the data (bemaerkninger.csv).
 */
#ifndef PEJLING_PRESENT_RESULTS_H
#define PEJLING_PRESENT_RESULTS_H

#include "pejling/findings/findings.h"
#include "pejling/present/place.h"
#include "pejling/present/sheet.h"

/* The columns of results_sheet. */
enum result_column {
    RESULT_INDICATOR,
    RESULT_AREA,
    RESULT_COMPARATOR,
    RESULT_PERIOD,
    RESULT_PERIOD_FROM,
    RESULT_PERIOD_TO,
    RESULT_STATISTIC,
    RESULT_VALUE,
    RESULT_LOWER,
    RESULT_UPPER,
    RESULT_CONFIDENCE,
    RESULT_UNIT,
    RESULT_N_PERIODS,
    RESULT_P,
    RESULT_P_ADJUSTED,
    RESULT_TEXT,
    RESULT_METHOD,
    RESULT_STATUS,
    RESULT_REASON,
    RESULT_COLUMNS
};

/* The rows of findings while they are made, and the texts of the periods written last. */
struct result_rows {
    struct sheet sheet;
    const struct findings *findings;
    struct period_words {
        struct period period;
        const char *text;
    } own, from, to;
};

/* result_rows_begin(arena, findings): no row yet. */
struct result_rows result_rows_begin(struct arena *arena, const struct findings *findings);

/* result_rows_add(rows, finding): the row of one of the findings. */
void result_rows_add(struct result_rows *rows, const struct finding *finding);

/*
 * results_sheet(arena, findings): one row a finding. A shared edition's numbers have six decimals,
 * an internal one's all their digits.
 */
struct sheet results_sheet(struct arena *arena, const struct findings *findings);

/* remarks_sheet(arena, diagnostics): one row a problem found in the input. */
struct sheet remarks_sheet(struct arena *arena, const struct diagnostics *diagnostics);

/* remarks_write(place): bemaerkninger.csv, of the place's diagnostics. */
bool remarks_write(const struct place *place);

/* results_write(place, findings): all the files named above. */
bool results_write(const struct place *place, const struct findings *findings);

#endif
