/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a plan is about: its settings, its indicators and its areas, with the breaks, targets and
 * theory of change that go with them. It holds no figures, so every layer may see it. Built once by
 * catalogue_read.h, constant after that; identity is by pointer into it.
 */
#ifndef PEJLING_MODEL_CATALOGUE_H
#define PEJLING_MODEL_CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/base/diagnostic.h"
#include "pejling/base/period.h"

/* What an indicator's figures are: decides their columns, intervals and sums. */
enum measure {
    MEASURE_SHARE,  /* andel: persons counted among persons */
    MEASURE_RATE,   /* rate: events per persons */
    MEASURE_MEAN,   /* gennemsnit: a mean, its number of persons and their spread */
    MEASURE_SURVEY, /* survey: a share among those who answered */
    MEASURE_VALUE   /* værdi: a figure without counts */
};

/* The direction that is better. */
enum polarity { POLARITY_NEUTRAL, POLARITY_UP, POLARITY_DOWN };

/* Stock: mostly the same persons year after year. Flow: events, or a new cohort each year. */
enum accrual { ACCRUAL_STOCK, ACCRUAL_FLOW };

enum area_role {
    AREA_ESTATE,       /* område: one of the plan's areas */
    AREA_SECTION,      /* afdeling: a part of an area */
    AREA_MUNICIPALITY, /* kommune: contains the areas, and is compared with */
    AREA_TOTAL,        /* samlet: all the plan's areas of a municipality together */
    AREA_TWIN,         /* tvilling: a like area elsewhere */
    AREA_COUNTRY,      /* land */
    AREA_REST          /* derived: the municipality without the plan's areas */
};

/* The codes of derived areas, with `_` and the municipality's own where several have areas. */
#define AREA_REST_CODE "rest"
#define AREA_TOTAL_CODE "samlet"

/* What the source says of a figure that is there. */
enum figure_status { FIGURE_FINAL, FIGURE_PROVISIONAL, FIGURE_ESTIMATED };

struct indicator {
    size_t index; /* its place in the catalogue */
    const char *code, *name, *short_name;
    const char *goal, *focus_area; /* mål, indsatsområde */
    const char *unit, *target_group, *source, *note;
    enum measure measure;
    double factor; /* from a share or rate per person to the display unit: 100, 1000 */
    enum polarity polarity;
    enum accrual accrual;
    struct reporting reporting;
    bool has_trend;         /* whether a trend may be fitted */
    unsigned lbf_number;    /* 1 to 9 for the fixed indicators, else 0 */
    unsigned minimum_count; /* the disclosure threshold for this indicator */
    bool sensitive;         /* zero and all are hidden too; of a value, all of an area's */
    double delta;           /* the smallest yearly change that matters, display unit */
    int decimals;           /* of a level, in the display unit */
    bool left_out;          /* its row is faulty: no figure of it is read */
    struct location at;
};

struct area {
    size_t index;
    const char *code, *name, *note;
    const char *aliases; /* further names, separated by `|`; "" for none */
    enum area_role role;
    const struct area
        *part_of;    /* section: its area; area, total, rest: the municipality; or NULL */
    double from, to; /* a section belongs to its area while from <= time < to; infinite if open */
    struct location at;
};

/* A break before a period; `area` NULL for all areas. */
struct series_break {
    const struct indicator *indicator; /* NULL: every indicator (a section joins or leaves) */
    const struct area *area;
    double time;
    const char *cause;
};

/* maaltal.csv: where the board wants an indicator to be. */
struct target {
    const struct indicator *indicator;
    const struct area *area;
    struct period period;
    double value; /* display unit */
    struct location at;
};

enum horizon { HORIZON_SHORT, HORIZON_MIDDLE, HORIZON_LONG };

/* forandringsteori.csv: one step of a theory of change. */
struct theory_step {
    const char *focus_area, *activity, *expected_result;
    enum horizon horizon;
    const struct indicator *indicator; /* NULL where no indicator follows it */
    enum polarity expected;            /* POLARITY_NEUTRAL: unchanged or not said */
};

/* plan.csv. */
struct plan {
    const char *title, *edition, *previous_edition; /* previous_edition: "" for none */
    const struct area *municipality;                /* NULL where there are several */
    struct period start, end;                       /* dates */
    int baseline_year;
    bool illustrative; /* invented figures: every page, figure and sheet says so */
    double confidence; /* 0.95 */
    unsigned threshold, minimum_denominator;
    double delta;
};

struct alias; /* a folded name and its area; see catalogue.c */

struct catalogue {
    struct plan plan;
    struct indicator *indicators;
    size_t indicator_count;
    struct area *areas; /* those of omraader.csv in their order, then the derived ones */
    size_t area_count;
    bool has_shared_names; /* areas share a name that they must not: the plan is refused for that */
    struct series_break *breaks;
    size_t break_count;
    struct target *targets;
    size_t target_count;
    struct theory_step *theory;
    size_t theory_count;
    const struct indicator **indicators_by_code; /* both sorted, for the finders below */
    struct alias *aliases;
    size_t alias_count;
};

/* catalogue_indicator(catalogue, code): NULL where there is none. */
const struct indicator *catalogue_indicator(const struct catalogue *catalogue, const char *code);

/*
 * catalogue_area(catalogue, name): the area whose code, name or alias it is, compared as text_fold
 * does. `name` must be folded already. NULL where there is none, or more than one.
 */
const struct area *catalogue_area(const struct catalogue *catalogue, const char *name);

/*
 * catalogue_area_of_code(catalogue, code): the area of that very code, where catalogue_area would
 * find it by its name too. It needs no index. NULL where there is none.
 */
const struct area *catalogue_area_of_code(const struct catalogue *catalogue, const char *code);

/* catalogue_is_ambiguous(catalogue, name): whether a folded name is that of several areas. */
bool catalogue_is_ambiguous(const struct catalogue *catalogue, const char *name);

/* catalogue_index(catalogue, arena): builds the sorted tables once areas and indicators are set. */
void catalogue_index(struct catalogue *catalogue, struct arena *arena);

/*
 * catalogue_ambiguous_name(catalogue, place, other): the next area, name by name and municipality by
 * municipality, one of whose names is also one of `*other`, the one before it; NULL where there is no
 * further. `*place` is 0 to begin with.
 */
const struct area *catalogue_ambiguous_name(const struct catalogue *catalogue, size_t *place,
                                            const struct area **other);

/*
 * area_municipality(area): the municipality it lies in, itself if it is one, or NULL; also for one of
 * a faulty plan, that lies in itself.
 */
const struct area *area_municipality(const struct area *area);

/* catalogue_rest(catalogue, municipality): the rest of it, or NULL where no area lies in it. */
const struct area *catalogue_rest(const struct catalogue *catalogue,
                                  const struct area *municipality);

/* area_is_public(area): a municipality or a country, whose figures are public elsewhere. */
bool area_is_public(const struct area *area);

/*
 * area_is_active(area, time): whether a section belongs to its area then; true for other roles, and
 * at an unknown time (NaN).
 */
bool area_is_active(const struct area *area, double time);

/*
 * break_is_of(cut, indicator, area): whether a break is one of that indicator's series in the area.
 * A section that joins or leaves breaks its area, and an area's break is one of the total.
 */
bool break_is_of(const struct series_break *cut, const struct indicator *indicator,
                 const struct area *area);

/*
 * catalogue_last_break(catalogue, indicator, area, before): the latest break of the series at or
 * before real time `before`, NULL if it has none.
 */
const struct series_break *catalogue_last_break(const struct catalogue *catalogue,
                                                const struct indicator *indicator,
                                                const struct area *area, double before);

/* group_compare(a, b): the order of subgroups, NULL (everybody) first. */
int group_compare(const char *a, const char *b);

/* measure_has_counts(measure): shares and rates, whose figures come as counts among persons. */
bool measure_has_counts(enum measure measure);

/*
 * measure_counts_persons(measure): shares and surveys, whose counts are persons, so that none is
 * more than the persons there are, and those without can be counted too. Rates count events.
 */
bool measure_counts_persons(enum measure measure);

/*
 * indicator_is_bare_count(arena, indicator): a given value in the unit `antal`, `antal …` or
 * `personer`: a count without the persons it is among.
 */
bool indicator_is_bare_count(struct arena *arena, const struct indicator *indicator);

/* indicator_difference_unit(indicator, language): the unit of a gap: `pct.-point` for `pct.`. */
const char *indicator_difference_unit(const struct indicator *indicator, enum language language);

#endif
