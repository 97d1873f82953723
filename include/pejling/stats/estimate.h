/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a statistic returns: a value with an interval, a value that can have no interval, or nothing
 * at all, and then why. Statistics are total functions: they never abort, and never return NaN in a
 * field that `state` says is there.
 */
#ifndef PEJLING_STATS_ESTIMATE_H
#define PEJLING_STATS_ESTIMATE_H

#include "pejling/base/reason.h"

enum estimate_state {
    ESTIMATE_UNDEFINED, /* value, lower and upper are NaN; `reason` says why */
    ESTIMATE_POINT,     /* value alone; `reason` says why there is no interval */
    ESTIMATE_INTERVAL   /* lower <= value <= upper */
};

/* How a number was made; the name stands beside it in every file. */
enum method {
    METHOD_NONE,
    METHOD_GIVEN,                    /* the value as the source gives it */
    METHOD_WILSON,                   /* share: Wilson (1927) score interval */
    METHOD_WILSON_SURVEY,            /* survey share: Wilson on the effective number of answers */
    METHOD_GARWOOD,                  /* rate: Garwood (1936) exact interval */
    METHOD_T,                        /* mean: Student's t */
    METHOD_NEWCOMBE10,               /* difference of shares: Newcombe (1998b), method 10 */
    METHOD_MOVER_GARWOOD,            /* difference of rates: MOVER with Garwood limits */
    METHOD_WELCH,                    /* difference of means: Welch (1947) */
    METHOD_NEWCOMBE10_PART_WHOLE,    /* the same three for an area inside its municipality: */
    METHOD_MOVER_GARWOOD_PART_WHOLE, /* (1 - w) times the difference to the municipality less */
    METHOD_WELCH_PART_WHOLE,         /* this one area, w the area's share of the denominator */
    METHOD_DIFFERENCE,               /* difference without an interval */
    METHOD_KATZ_LOG,                 /* ratio of shares: Katz et al. (1978) */
    METHOD_MOVER_WILSON,             /* ratio of shares: Donner & Zou (2012) */
    METHOD_EXACT_RATIO,              /* ratio of rates: conditional on the sum of events */
    METHOD_OLS_T,                    /* least-squares line, Student's t on n - 2 */
    METHOD_MOVER,                    /* difference of two estimates from their intervals */
    METHOD_ENGINE_B,                 /* slope with pooled correlation and moderated variance */
    METHOD_DOBSON,                   /* directly standardised rate: Dobson et al. (1991) */
    METHOD_BEFORE_AFTER,             /* change after a date: least squares, Student's t */
    METHOD_CLOPPER_PEARSON,          /* share: Clopper & Pearson (1934) exact interval */
    METHOD_BYAR,                     /* rate: Byar's approximation to the exact interval */
    METHOD_MIETTINEN_NURMINEN,       /* difference of shares: score interval (1985) */
    METHOD_THEIL_SEN,                /* median of the slopes between pairs of points */
    METHOD_QUASI_BINOMIAL,           /* logit line, dispersion from the residuals */
    METHOD_QUASI_POISSON,            /* log line, dispersion from the residuals */
    METHOD_ENGINE_A,                 /* union of four intervals for the slope of a gap */
    METHOD_FIELLER,                  /* where a line crosses zero: Fieller (1954) */
    METHOD_NONCENTRAL_T,             /* smallest slope that a t test finds with given power */
    METHOD_MANN_KENDALL,             /* Kendall's S, exact under no trend */
    METHOD_OLS_PREDICTION,           /* where a least-squares line leads: the next observation */
    METHOD_CALENDAR,                 /* counted from dates */
    METHOD_PLACEBO_DATES,            /* how many other dates show as large a change */
    METHOD_RELATIVE_MAGNITUDE,       /* Rambachan & Roth (2023), in simple form */
    METHOD_REGRESSION_TO_MEAN,       /* what chance gives back to areas chosen as extreme */
    METHOD_INVERSE_VARIANCE,         /* slopes as one, by the inverse of their variances */
    METHOD_CHI_SQUARED,              /* Pearson's chi-squared (1900) of a table */
    METHOD_FREEMAN_HALTON,           /* exact test of a table: Freeman & Halton (1951) */
    METHOD_WELCH_SLOPES,             /* slopes compared: Welch's F (1951), or a pair by Welch's t */
    METHOD_WELCH_MEANS,              /* several means compared: Welch's F (1951) */
    METHOD_RANK_PAIRS,               /* rank, and those that the pairwise intervals allow */
    METHOD_DIRECT,                   /* directly standardised share, normal interval */
    METHOD_KITAGAWA,                 /* a gap in two parts: Kitagawa (1955) */
    METHOD_POWER,                    /* smallest difference of two that is found with given power */
    METHOD_POWER_WITHIN,             /* the same, of chance within the years alone: a lower limit */
    METHOD_REQUIREMENTS,             /* when the requirements of a verdict are met */
    METHOD_BOTH_ENGINES,             /* of a verdict's strength: engines A and B say the same */
    METHOD_ONE_ENGINE,               /* of a verdict's strength: only one engine says it */
    METHOD_COUNT
};

struct estimate {
    enum estimate_state state;
    enum reason reason;
    enum method method;
    double value, lower, upper;
};

/* estimate_undefined(reason): no value, for this reason. */
struct estimate estimate_undefined(enum reason reason);

/* estimate_point(method, value, reason): a value without interval, for this reason. */
struct estimate estimate_point(enum method method, double value, enum reason reason);

/*
 * estimate_interval(method, value, lower, upper): a limit on the wrong side of the value, where
 * rounding can carry it, is set to the value.
 */
struct estimate estimate_interval(enum method method, double value, double lower, double upper);

/* estimate_scale(estimate, factor): value and limits times `factor`, which must be positive. */
struct estimate estimate_scale(struct estimate estimate, double factor);

/* method_code(method): the name in the machine files, `wilson`; "" for METHOD_NONE. */
const char *method_code(enum method method);

#endif
