/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Periods as portals, surveys and spreadsheets write them: more forms than a plan's own files have. */
#ifndef PEJLING_INPUT_SOURCE_PERIOD_H
#define PEJLING_INPUT_SOURCE_PERIOD_H

#include <stdbool.h>

#include "pejling/base/period.h"

enum source_period_kind {
    SOURCE_YEAR,        /* 2019 */
    SOURCE_SCHOOL_YEAR, /* 2019/20, 2019/2020 */
    SOURCE_QUARTER,     /* 2022K4, 2022Q4, 4. kvartal 2022, K4 2022 */
    SOURCE_MONTH,       /* 2008M01, januar 2008 */
    SOURCE_DATE,        /* 2021-11-16, 16-11-2021, 16.11.2021, 16/11/2021, 16. november 2021 */
    SOURCE_TWO_YEARS    /* 2018-2019: both years together */
};

struct source_period {
    enum source_period_kind kind;
    short year;             /* the first of two */
    signed char month, day; /* month: also the number of a quarter; 0 where the kind has none */
    bool provisional;       /* an asterisk behind it */
};

/*
 * source_period_parse(text, period): reads one of the forms above, in Danish or English, any case;
 * `pr.`, `ultimo`, `år` and the like may stand before it, the mark of a footnote behind it.
 * PERIOD_BLANK, PERIOD_SHEET_MONTH and the other faults of period_parse where it is none. Years
 * from 1900 are read: a plan has them from 1990, but a source can go further back.
 */
enum period_fault source_period_parse(const char *text, struct source_period *period);

/* source_period_compare(a, b): by time, then kind; less than, equal to or greater than 0. */
int source_period_compare(struct source_period a, struct source_period b);

/*
 * source_period_plain(period, plain): as the plan's files have it, PERIOD_YEAR with the last year
 * for two years together. False for a month, which they do not have, and for a year out of range.
 */
bool source_period_plain(struct source_period period, struct period *plain);

#define SOURCE_PERIOD_TEXT 24

/* source_period_text(text, period): as above, the first form of each. */
const char *source_period_text(char text[SOURCE_PERIOD_TEXT], struct source_period period);

#endif
