/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything the edition says in numbers, one finding a row, computed from the released table only.
 * Tables, figures and sentences look their numbers up here and compute none themselves.
 */
#ifndef PEJLING_FINDINGS_FINDINGS_H
#define PEJLING_FINDINGS_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/disclosure/released.h"
#include "pejling/stats/estimate.h"

/* In the order in which an area's rows stand in the files. */
enum statistic {
    STATISTIC_LEVEL,       /* one a period */
    STATISTIC_GAP,         /* one a period, to the municipality */
    STATISTIC_GAP_REST,    /* one a period, to the rest of the municipality */
    STATISTIC_RATIO,       /* one a period, to the rest */
    STATISTIC_LEVEL_SLOPE, /* one an area, from here on */
    STATISTIC_GAP_SLOPE,
    STATISTIC_GAP_CHANGE,   /* since the baseline year */
    STATISTIC_LEVEL_CHANGE, /* likewise */
    STATISTIC_COUNT
};

struct finding {
    const struct indicator *indicator;
    const struct area *area, *comparator; /* comparator NULL for a level and its slope */
    enum statistic statistic;
    /* One period in both for a yearly finding; the first and last it rests on for the others. */
    struct period from, to;
    size_t periods;           /* how many it rests on */
    bool hidden;              /* not there because disclosure control hid a cell it needs */
    struct estimate estimate; /* display unit; slopes per calendar year */
    bool has_p;
    double p;
};

/* Rows in the order of indicator, area, statistic and period. */
struct findings {
    const struct released_table *table;
    double confidence;
    const struct finding *rows;
    size_t count;
    const size_t *starts; /* of each indicator x area, indicator-major, and one past the last */
};

/* findings_compute(arena, table): every finding of the table. */
struct findings findings_compute(struct arena *arena, const struct released_table *table);

/*
 * finding_at(findings, indicator, area, statistic, period): the yearly finding of a period, or with
 * a statistic that is one an area, that one (`period` is then not looked at). NULL for none.
 */
const struct finding *finding_at(const struct findings *findings, const struct indicator *indicator,
                                 const struct area *area, enum statistic statistic,
                                 struct period period);

/*
 * finding_latest(findings, indicator, area, statistic): the yearly finding of the latest period
 * that has a value; of an unknown period only where no dated one has. NULL for none.
 */
const struct finding *finding_latest(const struct findings *findings,
                                     const struct indicator *indicator, const struct area *area,
                                     enum statistic statistic);

/*
 * finding_baseline(findings, indicator, area, statistic): the yearly finding of the last period not
 * after the plan's baseline year that has a value. NULL for none.
 */
const struct finding *finding_baseline(const struct findings *findings,
                                       const struct indicator *indicator, const struct area *area,
                                       enum statistic statistic);

/* statistic_code(statistic): the name in the machine files, `gap_slope`. */
const char *statistic_code(enum statistic statistic);

/* statistic_is_slope(statistic): whether it is per calendar year. */
bool statistic_is_slope(enum statistic statistic);

/* statistic_is_yearly(statistic): whether there is one a period rather than one an area. */
bool statistic_is_yearly(enum statistic statistic);

#endif
