/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the attacker can write down about one indicator: unknown counts, the limits each must keep,
 * and equations between them. Counts are whole numbers of units (tenths of a person where counts
 * have a decimal).
 *
 *   sections      = area, within the dates they belong to it
 *   areas         = total;  areas + rest = municipality, whose count is public
 *   twin areas + others = rest
 *   age bands that do not overlap + everybody else = a band that holds them, or everybody
 *   three years   = a pooled figure
 *   now           = the earlier edition + the persons who came, where the denominator changed; but
 *                   not in the rest, where as many come and go
 *
 * Where a part is missing or withheld, what the whole leaves of the known parts is a cell of its
 * own. A count in an earlier edition is the same as now where it was not revised. That no attacker
 * can know for sure; the judge tells this one, which makes it the strongest there can be.
 */
#ifndef ATTACK_SYSTEM_H
#define ATTACK_SYSTEM_H

#include "edition.h"

enum role_in_system {
    CELL,      /* a place of frigivet.csv */
    POOLED,    /* three years of one */
    REMAINDER, /* what a whole leaves of its known parts */
    REVISION   /* who came or went between two editions */
};

struct unknown {
    enum role_in_system role;
    enum release release;
    int area, period, group;
    int edition; /* 0 the current one, 1 the earlier */
    bool withheld, known_before;
    bool breaks_claim; /* hidden, though the program says that it never hides such a one */
    double persons;
    double lowest, highest; /* published limits, NaN where there are none */
    long low, high;         /* in units; what the attacker starts with */
    long truth;             /* the judge's; a hint where a search begins, never a limit */
};

struct term {
    int unknown;
    long sign;
};

struct equation { /* the terms add up to nothing */
    int first, count;
};

struct system {
    const struct plan *plan;
    int indicator;
    struct unknown *unknowns;
    struct term *terms;
    struct equation *equations;
    int unknown_count, term_count, equation_count;
    int unknown_room, term_room, equation_room;
};

/* One edition with what the attacker and what the judge see of its plan. */
struct view {
    const struct plan *known, *truth;
    const struct edition *edition;
};

enum reader {
    BEFOREHAND, /* trusting, but has not seen the current edition, only the earlier one and what is
                   public */
    EVERY_EDITION,
    TRUSTING, /* takes hidden figures to be unrevised where they are, see below */
    INSIDER,  /* has been told which hidden figures are small */
    INSIDER_WITHOUT_POOLS
};

/*
 * views[1] is the earlier edition; its plan is NULL where there is none. In a period of which some
 * figure was revised, only figures that an edition shows are taken to be the same in both; a
 * trusting attacker takes hidden ones too, where they are.
 */
struct system system_build(const struct view views[2], int indicator, enum reader reader);

#endif
