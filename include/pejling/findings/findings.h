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
    /* Before and after the plan's start, of the gap. */
    STATISTIC_EXPOSURE,           /* one a period: how much of it lies after the start */
    STATISTIC_MEAN_GAP_BEFORE,    /* of the periods before the start, `periods` of them */
    STATISTIC_MEAN_GAP_AFTER,     /* of those after it */
    STATISTIC_BEFORE_AFTER_MEAN,  /* mean after less mean before */
    STATISTIC_BEFORE_AFTER_STEP,  /* the step, given one slope for both sides */
    STATISTIC_GAP_SLOPE_BEFORE,   /* of the periods before alone: was it on its way already? */
    STATISTIC_PLACEBO_CHANGE,     /* one a date that is tried: the mean change there */
    STATISTIC_PLACEBO_SHARE,      /* of `periods` dates: a mean change as large as at the start */
    STATISTIC_BREAKDOWN,          /* drift that would explain it, in the largest seen before */
    STATISTIC_REGRESSION_TO_MEAN, /* to expect of the mean change, if areas were chosen as extreme */
    STATISTIC_REGRESSION_TO_MEAN_YEAR, /* to expect of the change since the year of the choice */
    STATISTIC_GAP_CHANGE_AREA,         /* the two changes that gap_change is the difference of */
    STATISTIC_GAP_CHANGE_COMPARATOR,   /* the other one */
    STATISTIC_GAP_CHANGE_MOVED,        /* in `text`: which of the two moved beyond noise */
    /* Between the areas of a municipality; the first four stand at their total. */
    STATISTIC_POOLED_GAP_SLOPE,    /* of the areas as one */
    STATISTIC_POOLED_VERDICT,      /* in `text` */
    STATISTIC_LEVEL_HETEROGENEITY, /* whether their levels differ */
    STATISTIC_SLOPE_HETEROGENEITY, /* whether the slopes of their levels differ */
    STATISTIC_LEVEL_DIFFERENCE,    /* one a pair of areas */
    STATISTIC_SLOPE_DIFFERENCE,    /* one a pair of areas */
    STATISTIC_RANK,                /* 1 is the best */
    /* Against a twin area or the country. */
    STATISTIC_FURTHER_GAP,        /* one a comparator and period */
    STATISTIC_FURTHER_GAP_SLOPE,  /* one a comparator */
    STATISTIC_FURTHER_GAP_CHANGE, /* one a comparator: since the baseline year */
    /* Ages taken out of the comparison. */
    STATISTIC_AGE_STANDARDISED,       /* one a period: level with the comparator's ages */
    STATISTIC_AGE_RATE_EFFECT,        /* one a period: gap left at the same ages, and ... */
    STATISTIC_AGE_COMPOSITION_EFFECT, /* ... what the ages make; they add up to the gap */
    STATISTIC_AGE_RATE_CHANGE,        /* of both, since the baseline year */
    STATISTIC_AGE_COMPOSITION_CHANGE, /* the other one */
    /* Those who stay and those who move. */
    STATISTIC_STAYERS_CHANGE,    /* part of the level's change that stayers make, and ... */
    STATISTIC_MOVES_CHANGE,      /* ... moves in and out; they add up to it */
    STATISTIC_MOVERS_DIFFERENCE, /* one a period: in-movers' level less out-movers' */
    /* What further years could show. */
    STATISTIC_DETECTABLE_CHANGE,       /* of the gap from the last figure to the next */
    STATISTIC_DETECTABLE_CHANGE_YEARS, /* the same of means of three years */
    STATISTIC_DETECTABLE_CHANGE_AREAS, /* the same of the areas as one, at their total */
    STATISTIC_VERDICT_YEAR,            /* the first year that a verdict is possible in */
    STATISTIC_COUNT
};

struct finding {
    const struct indicator *indicator;
    const struct area *area, *comparator; /* comparator NULL for a level and its slope */
    enum statistic statistic;
    /* One period in both for a yearly finding; the first and last it rests on for the others. */
    struct period from, to;
    size_t periods;           /* how many it rests on */
    size_t compared;          /* of a comparison among areas: how many; else 0 */
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
 * findings_summarise(arena, table, tables): of each indicator in each area the level and the gaps of the
 * last period that has a value, and what its series says as a whole, STATISTIC_LEVEL_SLOPE to
 * STATISTIC_TARGET_VALUE: the same rows as findings_compute makes, and no others. Many may
 * be made at the same time with the same tables.
 */
struct findings findings_summarise(struct arena *arena, const struct released_table *table,
                                   const struct verdict_tables *tables);

/*
 * finding_at(findings, indicator, area, statistic, period): the yearly finding of a period, or that
 * of the target of a period; with a statistic that is one an area, that one (`period` is then not
 * looked at). NULL for none.
 */
const struct finding *finding_at(const struct findings *findings, const struct indicator *indicator,
                                 const struct area *area, enum statistic statistic,
                                 struct period period);

/* finding_single(findings, indicator, area, statistic): of a statistic that is one an area. */
const struct finding *finding_single(const struct findings *findings,
                                     const struct indicator *indicator, const struct area *area,
                                     enum statistic statistic);

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
 * own where there is one a period, the first of a pool's, the target's of a target's; NULL of one
 * that is one an area.
 */
const struct period *finding_period(const struct finding *finding);

/* finding_has_value(finding): whether it is there and has a value; false for NULL. */
bool finding_has_value(const struct finding *finding);

/* finding_is_sure(finding): whether it has an interval that leaves 0 out; false for NULL. */
bool finding_is_sure(const struct finding *finding);

/*
 * finding_other(finding): the comparator that tells a finding from others of the same statistic,
 * as the other area of a pair; NULL where there is one comparator at most.
 */
const struct area *finding_other(const struct finding *finding);

/*
 * finding_against(findings, indicator, area, other, statistic, period): of a statistic with several
 * comparators, the one against `other`; else as finding_at. NULL for none.
 */
const struct finding *finding_against(const struct findings *findings,
                                      const struct indicator *indicator, const struct area *area,
                                      const struct area *other, enum statistic statistic,
                                      struct period period);

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

#endif
