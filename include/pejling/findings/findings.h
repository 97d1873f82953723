/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything the edition says in numbers, one finding a row, computed from the released table only.
 * Tables, figures and sentences look their numbers up here and compute none themselves.
 */
#ifndef PEJLING_FINDINGS_FINDINGS_H
#define PEJLING_FINDINGS_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/findings/gap_verdict.h"
#include "pejling/findings/target_outlook.h"

/* In the order in which an area's rows stand in the files. */
enum statistic {
    STATISTIC_LEVEL,       /* one a period */
    STATISTIC_GAP,         /* one a period, to the municipality */
    STATISTIC_GAP_REST,    /* one a period, to the rest of the municipality */
    STATISTIC_RATIO,       /* one a period, to the rest */
    STATISTIC_LEVEL_SLOPE, /* one an area, from here on */
    STATISTIC_GAP_SLOPE,
    STATISTIC_VERDICT_SLOPE, /* the slope of the gap that decides, and its interval */
    STATISTIC_VERDICT,       /* this and the next two in `text` */
    STATISTIC_VERDICT_STRENGTH,
    STATISTIC_VERDICT_DIRECTION,
    STATISTIC_GAP_CHANGE, /* since the baseline year */
    STATISTIC_THEIL_SEN,
    STATISTIC_GAP_THEIL_SEN,
    STATISTIC_MANN_KENDALL_S,    /* of the gap */
    STATISTIC_CLOSING_RATE,      /* per cent of the first gap, a year */
    STATISTIC_YEARS_TO_PARITY,   /* from the last year */
    STATISTIC_DETECTABLE_SLOPE,  /* the smallest change a year that this series would show */
    STATISTIC_DETERMINABLE_YEAR, /* when there will be a verdict, at the present pace */
    STATISTIC_LEVEL_CHANGE,      /* since the baseline year */
    STATISTIC_POOLED_LEVEL,      /* one for three years together, where some are hidden */
    STATISTIC_TARGET,            /* one a target: where it stands, in `text`, and by which figure */
    STATISTIC_TARGET_VALUE,      /* one a target: the target itself */
    STATISTIC_MEANINGFUL_SLOPE,  /* the smallest change of the gap a year that matters */
    STATISTIC_RESPONSE_RATE,     /* of a survey, one a period: who answered, per cent */
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
    double confidence;        /* of its interval, 0.95 */
    bool has_p, has_p_adjusted;
    double p, p_adjusted;
    const char *text; /* of a finding in words: its code; else NULL */
    const char *rule; /* of a verdict: the line of the rule that gave it; else NULL */
    const struct target_outlook *outlook; /* of a target's two findings; else NULL */
};

/* Rows in the order of indicator, area, statistic and period. */
struct findings {
    const struct released_table *table;
    double confidence;
    struct verdicts verdicts;       /* what the verdict rows rest on */
    struct target_outlooks targets; /* what the rows of targets rest on */
    const struct finding *rows;
    size_t count;
    const size_t *starts; /* of each indicator x area, indicator-major, and one past the last */
};

/* findings_compute(arena, table): every finding of the table. */
struct findings findings_compute(struct arena *arena, const struct released_table *table);

/*
 * finding_at(findings, indicator, area, statistic, period): the yearly finding of a period, or that
 * of the target of a period; with a statistic that is one an area, that one (`period` is then not
 * looked at). NULL for none.
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

/*
 * finding_period(finding): the period that tells a finding from others of the same statistic: its
 * own of a yearly one and of a response rate, the first of a pool's, the target's of a target's; NULL of one that is one an
 * area.
 */
const struct period *finding_period(const struct finding *finding);

/* What the value of a statistic is an amount of. */
enum statistic_unit {
    UNIT_LEVEL,      /* the indicator's unit */
    UNIT_DIFFERENCE, /* the same, between two levels */
    UNIT_SLOPE,      /* the same, per calendar year */
    UNIT_RATE,       /* per cent a year */
    UNIT_YEARS,
    UNIT_PERCENT, /* of those asked */
    UNIT_NONE
};

/* statistic_unit(statistic): its unit. */
enum statistic_unit statistic_unit(enum statistic statistic);

/* statistic_code(statistic): the name in the machine files, `gap_slope`. */
const char *statistic_code(enum statistic statistic);

/* statistic_is_yearly(statistic): whether there is one a period. */
bool statistic_is_yearly(enum statistic statistic);

#endif
