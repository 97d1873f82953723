/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/base/period.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pejling/base/text.h"

#define SCHOOL_YEAR_MONTH 8 /* Danish school years begin on 1 August */

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int period_days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year));
}

double date_time(int year, int month, int day)
{
    int day_of_year = day;
    for (int m = 1; m < month; m++)
        day_of_year += period_days_in_month(year, m);
    return year + (day_of_year - 1) / (is_leap(year) ? 366.0 : 365.0);
}

static bool year_in_range(int year)
{
    return year >= PERIOD_FIRST_YEAR && year <= PERIOD_LAST_YEAR;
}

/* The number that `count` digits at `text` make, or -1. */
static int take_digits(const char *text, size_t count)
{
    int value = 0;
    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

static enum period_fault make_date(int year, int month, int day, struct period *period)
{
    if (!year_in_range(year))
        return PERIOD_YEAR_RANGE;
    if (month < 1 || month > 12 || day < 1 || day > period_days_in_month(year, month))
        return PERIOD_NO_SUCH_DAY;
    *period = (struct period){PERIOD_DATE, (short)year, (signed char)month, (signed char)day};
    return PERIOD_OK;
}

static enum period_fault make_year(int year, struct period *period)
{
    if (!year_in_range(year))
        return PERIOD_YEAR_RANGE;
    *period = (struct period){PERIOD_YEAR, (short)year, 0, 0};
    return PERIOD_OK;
}

static enum period_fault make_quarter(int year, int quarter, struct period *period)
{
    if (!year_in_range(year))
        return PERIOD_YEAR_RANGE;
    if (quarter < 1 || quarter > 4)
        return PERIOD_NO_SUCH_DAY;
    *period = (struct period){PERIOD_QUARTER, (short)year, (signed char)quarter, 0};
    return PERIOD_OK;
}

static enum period_fault make_school_year(int year, int next, struct period *period)
{
    if (!year_in_range(year))
        return PERIOD_YEAR_RANGE;
    if (next != (year + 1) % 100)
        return PERIOD_NOT_SUCCESSOR;
    *period = (struct period){PERIOD_SCHOOL_YEAR, (short)year, 0, 0};
    return PERIOD_OK;
}

/* What only a spreadsheet, or a slip of the finger, would have written. */
static enum period_fault odd_form(const char *text, size_t length)
{
    const char *dash = strchr(text, '-');
    if (dash && (text_month(text, (size_t)(dash - text)) || text_month(dash + 1, strlen(dash + 1))))
        return PERIOD_SHEET_MONTH;
    int number = length >= 4 && length <= 6 ? take_digits(text, length) : -1;
    if (number >= 32874 && number <= 73415) /* 1990-01-01 to 2100-12-31 */
        return PERIOD_SHEET_SERIAL;
    return number >= 0 ? PERIOD_YEAR_RANGE : PERIOD_NOT_A_PERIOD;
}

enum period_fault period_parse(const char *text, struct period *period)
{
    size_t length = strlen(text);
    if (length == 0)
        return PERIOD_BLANK;
    if (strcmp(text, "ukendt") == 0) {
        *period = (struct period){PERIOD_UNKNOWN, 0, 0, 0};
        return PERIOD_OK;
    }
    int year = length >= 4 ? take_digits(text, 4) : -1;
    if (length == 4 && year >= 0)
        return make_year(year, period);
    if (length == 6 && year >= 0 && strchr("KkQq", text[4]) && take_digits(text + 5, 1) >= 0)
        return make_quarter(year, take_digits(text + 5, 1), period);
    if (length == 7 && year >= 0 && text[4] == '/' && take_digits(text + 5, 2) >= 0)
        return make_school_year(year, take_digits(text + 5, 2), period);
    if (length == 10 && year >= 0 && text[4] == '-' && text[7] == '-' &&
        take_digits(text + 5, 2) >= 0 && take_digits(text + 8, 2) >= 0)
        return make_date(year, take_digits(text + 5, 2), take_digits(text + 8, 2), period);
    if (length == 10 && text[2] == '-' && text[5] == '-' && take_digits(text, 2) >= 0 &&
        take_digits(text + 3, 2) >= 0 && take_digits(text + 6, 4) >= 0)
        return make_date(take_digits(text + 6, 4), take_digits(text + 3, 2), take_digits(text, 2),
                         period);
    return odd_form(text, length);
}

bool period_fits(struct period period, struct reporting reporting)
{
    return period.kind == PERIOD_UNKNOWN || period.kind == reporting.kind;
}

double period_start(struct period period)
{
    switch (period.kind) {
    case PERIOD_YEAR:
        return period.year;
    case PERIOD_SCHOOL_YEAR:
        return date_time(period.year, SCHOOL_YEAR_MONTH, 1);
    case PERIOD_QUARTER:
        return date_time(period.year, 3 * period.month - 2, 1);
    case PERIOD_DATE:
        return date_time(period.year, period.month, period.day);
    case PERIOD_UNKNOWN:
    default:
        return (double)NAN;
    }
}

double period_end(struct period period)
{
    switch (period.kind) {
    case PERIOD_YEAR:
        return period.year + 1;
    case PERIOD_SCHOOL_YEAR:
        return date_time(period.year + 1, SCHOOL_YEAR_MONTH, 1);
    case PERIOD_QUARTER:
        return period.month < 4 ? date_time(period.year, 3 * period.month + 1, 1) : period.year + 1;
    case PERIOD_DATE:
        return period_start(period) + 1 / (is_leap(period.year) ? 366.0 : 365.0);
    case PERIOD_UNKNOWN:
    default:
        return (double)NAN;
    }
}

double period_time(struct period period, struct reporting reporting)
{
    if (period.kind == PERIOD_UNKNOWN || period.kind == PERIOD_DATE)
        return period_start(period);
    if (period.kind == PERIOD_YEAR && reporting.month)
        return date_time(period.year, reporting.month, reporting.day);
    return (period_start(period) + period_end(period)) / 2;
}

int period_compare(struct period a, struct period b)
{
    if (a.kind != b.kind && (a.kind == PERIOD_UNKNOWN || b.kind == PERIOD_UNKNOWN))
        return a.kind == PERIOD_UNKNOWN ? -1 : 1;
    if (a.year != b.year)
        return a.year - b.year;
    if (a.month != b.month)
        return a.month - b.month;
    if (a.day != b.day)
        return a.day - b.day;
    return (int)a.kind - (int)b.kind;
}

static const char *write_period(char text[PERIOD_TEXT], struct period period, bool day_first)
{
    unsigned year = (unsigned)period.year % 10000;
    unsigned month = (unsigned)period.month % 100, day = (unsigned)period.day % 100;
    switch (period.kind) {
    case PERIOD_YEAR:
        snprintf(text, PERIOD_TEXT, "%04u", year);
        break;
    case PERIOD_SCHOOL_YEAR:
        snprintf(text, PERIOD_TEXT, "%04u/%02u", year, (year + 1) % 100);
        break;
    case PERIOD_QUARTER:
        snprintf(text, PERIOD_TEXT, "%04uK%u", year, month);
        break;
    case PERIOD_DATE:
        if (day_first)
            snprintf(text, PERIOD_TEXT, "%02u.%02u.%04u", day, month, year);
        else
            snprintf(text, PERIOD_TEXT, "%04u-%02u-%02u", year, month, day);
        break;
    case PERIOD_UNKNOWN:
    default:
        snprintf(text, PERIOD_TEXT, "ukendt");
        break;
    }
    return text;
}

const char *period_text(char text[PERIOD_TEXT], struct period period)
{
    return write_period(text, period, false);
}

const char *period_label(char text[PERIOD_TEXT], struct period period)
{
    return write_period(text, period, true);
}
