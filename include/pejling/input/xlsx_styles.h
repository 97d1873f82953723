/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the formats of a workbook say of its numbers: that one is a percentage or a day. All else
 * about a format (decimals, colours, words around the number) leaves the number as it is.
 */
#ifndef PEJLING_INPUT_XLSX_STYLES_H
#define PEJLING_INPUT_XLSX_STYLES_H

#include "pejling/base/period.h"
#include "pejling/input/xml_part.h"

#define XLSX_STYLES 65536 /* of cells, and of number formats: more than Excel writes */

enum xlsx_format {
    XLSX_FORMAT_PLAIN, /* also times of day and durations */
    XLSX_FORMAT_PERCENT,
    XLSX_FORMAT_DATE,
    XLSX_FORMAT_YEAR /* the year alone of a day */
};

/* By the number that a cell's `s` gives; a workbook without styles has one, the plain one. */
struct xlsx_styles {
    const enum xlsx_format *formats;
    size_t count;
};

/* xlsx_styles_read(package, part, arena, styles): the styles part, in `arena`. */
enum package_fault xlsx_styles_read(struct package *package, const char *part, struct arena *arena,
                                    struct xlsx_styles *styles);

/* xlsx_format_known(id): what one of the formats that a file does not spell out means. */
enum xlsx_format xlsx_format_known(unsigned id);

/*
 * xlsx_format_of(code): what a format's code means. A percentage has a `%`; a day has `y`, `d`, or
 * `m` without hours and seconds beside it, and no place for digits; a year only `y`. What is
 * quoted, escaped or in brackets is not looked at, but for `[h]` and the like, which are durations.
 */
enum xlsx_format xlsx_format_of(const char *code);

/*
 * xlsx_date_text(text, serial, from_1904): the day of a workbook's day number as `2021-11-16`, the
 * time of day left out; false where it is none (before 1900, from year 10000). Days count from 1904
 * or as if 1900 had been a leap year, so that 60 is the 29 February 1900 that never was.
 */
bool xlsx_date_text(char text[PERIOD_TEXT], double serial, bool from_1904);

#endif
