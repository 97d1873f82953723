/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A plan folder, seen with two pairs of eyes. The attacker knows its structure, thresholds and
 * every denominator, but no count, value or spread except those of municipalities and countries,
 * which are public; the reader blanks the rest, so that no later step can use them. The judge sees
 * all. Both see the same cells at the same places.
 *
 * Assumes one municipality, and periods whose order is the order of their texts.
 */
#ifndef ATTACK_PLAN_H
#define ATTACK_PLAN_H

#include "sheet.h"

enum eyes { ATTACKER, JUDGE };
enum role { SECTION, ESTATE, TOTAL, REST, TWIN, MUNICIPALITY, COUNTRY };
enum measure { SHARE, RATE, MEAN, SURVEY, VALUE };
enum standing {
    NOWHERE,  /* no row and nothing to derive it from */
    MISSING,  /* a row without a figure */
    WITHHELD, /* a row that the source withholds */
    HERE
};

struct area {
    const char *code, *name;
    enum role role;
    int part_of;     /* the area it is part of, or -1 */
    double from, to; /* years, for sections */
};

struct indicator {
    const char *code, *name;
    enum measure measure;
    double factor, threshold;
    bool sensitive;
    int decimals;
    long unit; /* 10 where counts have a decimal, else 1: counts are kept as whole units */
};

struct cell {
    enum standing standing;
    bool given;                           /* in a row, not derived */
    double persons, count, value, spread; /* NaN where not known */
};

struct plan {
    const char *folder;
    struct area *areas;
    struct indicator *indicators;
    const char **periods; /* in order */
    const char **groups;  /* groups[0] is "", everybody */
    int area_count, indicator_count, period_count, group_count;
    int municipality;
    double smallest_denominator;
    struct cell *cells; /* by indicator, area, period, group */
};

/* plan_read(folder, eyes, like): with the areas, periods and groups of `like` where given. */
struct plan plan_read(const char *folder, enum eyes eyes, const struct plan *like);
size_t plan_place(const struct plan *plan, int indicator, int area, int period, int group);
struct cell *plan_cell(const struct plan *plan, int indicator, int area, int period, int group);
int plan_area(const struct plan *plan, const char *code);
int plan_indicator(const struct plan *plan, const char *code);
int plan_period(const struct plan *plan, const char *period);
int plan_group(const struct plan *plan, const char *group);
/* Whether a section belongs to its area in that period; true for other areas. */
bool is_active(const struct area *area, const char *period);
/* Whose figures are public anyway. */
bool is_public(const struct area *area);

/* plan_write_counts(plan, folder): the observations of `plan` with its counts, into `folder`. */
void plan_write_counts(const struct plan *plan, const char *folder);

#endif
