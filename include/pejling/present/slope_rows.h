/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a slope figure shows, taken from the findings: under each goal its indicators, and in each
 * of them the areas and their municipality, in the baseline year and now.
 */
#ifndef PEJLING_PRESENT_SLOPE_ROWS_H
#define PEJLING_PRESENT_SLOPE_ROWS_H

#include <stdbool.h>

#include "pejling/findings/findings.h"

/* One area in one indicator. */
struct slope_line {
    const struct area *area;
    const struct finding *baseline; /* its level then; NULL for none, or where it is the latest */
    const struct finding *latest;   /* NULL where it has no level with a value */
    double from, to;                /* real time of the two */
    enum reason reason;             /* why they are not joined; REASON_NONE where they are */
    bool sure;                      /* joined, and the change's interval leaves 0 out */
};

/* One indicator. */
struct slope_panel {
    const struct indicator *indicator;
    struct slope_line *lines; /* the areas, their totals where there are few, the municipalities */
    size_t count;
    const struct finding *first, *last; /* of the earliest and the latest period shown */
    double first_time, last_time, low, high;
};

struct slope_goal {
    const char *name;           /* of the goal */
    struct slope_panel *panels; /* the fixed indicators first */
    size_t count;
};

/*
 * slope_goals(arena, findings, count): the goals that have an indicator with a dated level, in the
 * order of the follow-up table.
 */
const struct slope_goal *slope_goals(struct arena *arena, const struct findings *findings,
                                     size_t *count);

#endif
