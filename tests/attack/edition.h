/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a published folder says: frigivet.csv cell by cell, and every other place where a number can
 * stand. Columns are found by name; those that an edition lacks are read as empty.
 */
#ifndef ATTACK_EDITION_H
#define ATTACK_EDITION_H

#include "plan.h"

enum release {
    UNSAID, /* no row, or a row that says there is no figure */
    OPEN,
    ROUNDED, /* a value without its count */
    HIDDEN
};

struct release_row {
    enum release release;
    int indicator, area, group;
    int from, to;  /* periods; a pooled figure where they differ */
    bool withheld; /* hidden because the edition never shows such a place */
    double value, count, spread, lowest, highest; /* NaN where blank */
    int decimals;                                 /* that the value is printed with */
};

struct edition {
    const char *folder;
    const struct plan *plan;
    const struct release_row **cells; /* by plan_place; never NULL */
    struct release_row *pooled;
    int pooled_count;
};

struct edition edition_read(const char *folder, const struct plan *plan);
const struct release_row *edition_cell(const struct edition *edition, int indicator, int area,
                                       int period, int group);

/*
 * edition_leaks(edition, tell): how many numbers stand in resultater.csv, resultater.json,
 * tabeller/ and seminar.html about places that frigivet.csv says are hidden, or carry more digits
 * than the released figures they are computed from; `tell` prints each.
 */
int edition_leaks(const struct edition *edition, bool tell);

#endif
