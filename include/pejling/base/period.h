/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Periods as the indicator files write them, and the real time they stand for. Every axis and every
 * slope uses real time, so that elections three and four years apart are not drawn as equal steps.
 */
#ifndef PEJLING_BASE_PERIOD_H
#define PEJLING_BASE_PERIOD_H

#include <stdbool.h>
#include <stddef.h>

/* The years that a period may have. */
#define PERIOD_FIRST_YEAR 1990
#define PERIOD_LAST_YEAR 2100

enum period_kind {
    PERIOD_UNKNOWN,     /* `ukendt`: shown in tables, never on an axis */
    PERIOD_YEAR,        /* 2019 */
    PERIOD_SCHOOL_YEAR, /* 2019/20: 1 August 2019 to 31 July 2020; year is the first */
    PERIOD_QUARTER,     /* 2022K4 */
    PERIOD_DATE         /* 2021-11-16 or 16-11-2021 */
};

/* month holds the quarter of a PERIOD_QUARTER; month and day are 0 where the kind has none. */
struct period {
    enum period_kind kind;
    short year;
    signed char month, day;
};

/* How an indicator counts time: the kind of its periods, and the day of a yearly status. */
struct reporting {
    enum period_kind kind;
    signed char month, day; /* PERIOD_YEAR only: the status day; 0 0 for the year as a whole */
};

enum period_fault {
    PERIOD_OK,
    PERIOD_BLANK,
    PERIOD_YEAR_RANGE,    /* a year that none may have */
    PERIOD_NO_SUCH_DAY,   /* 2021-02-30, 2022K5 */
    PERIOD_NOT_SUCCESSOR, /* 2019/21 */
    PERIOD_SHEET_MONTH,   /* `dec-11`: a spreadsheet made a month of 2011/12 */
    PERIOD_SHEET_SERIAL,  /* `44516`: a spreadsheet's day number */
    PERIOD_NOT_A_PERIOD
};

/* period_parse(text, period): reads one of the forms above; English `2022Q4` is read too. */
enum period_fault period_parse(const char *text, struct period *period);

/* period_fits(period, reporting): whether an indicator reporting so may have this period. */
bool period_fits(struct period period, struct reporting reporting);

/*
 * period_time(period, reporting): real time, year + (day of the year - 1) / days in that year, of
 * the date or status day, or of the middle of the period. NaN for PERIOD_UNKNOWN.
 */
double period_time(struct period period, struct reporting reporting);

/* period_start(period): real time of the first day of the period. NaN for PERIOD_UNKNOWN. */
double period_start(struct period period);

/* period_end(period): real time of the day after its last one. NaN for PERIOD_UNKNOWN. */
double period_end(struct period period);

/* period_compare(a, b): less than, equal to or greater than 0; unknown periods come first. */
int period_compare(struct period a, struct period b);

#define PERIOD_TEXT 16

/* period_text(text, period): `2019`, `2019/20`, `2022K4`, `2021-11-16` or `ukendt`. */
const char *period_text(char text[PERIOD_TEXT], struct period period);

/* period_label(text, period): as a reader sees it: dates as `16.11.2021`, the rest as above. */
const char *period_label(char text[PERIOD_TEXT], struct period period);

/* date_time(year, month, day): real time of a day; the day must exist. */
double date_time(int year, int month, int day);

/* period_days_in_month(year, month): 28 to 31; the month from 1. */
int period_days_in_month(int year, int month);

#endif
