/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The judge knows the truth and says what the attacker got. A count is small if it is from 1 to the
 * threshold less 1; so is what lacks to everybody, in a share.
 *
 * Faults:
 *   open        a place is shown that must not be: a small count or complement, fewer persons than
 *               the smallest denominator, or zero or everybody of a sensitive indicator
 *   exact       a hidden count has one possible value (a mean of few: less room than a spread
 *               either way), for whoever reads the editions, or knows besides which years are small
 *               and reads what three of them have together
 *   narrow      of a hidden small count not every small one is possible; of a hidden count of few
 *               persons fewer values than there are small ones. (One that is hidden for the sake of
 *               another has as much room as that one has.)
 *   limits      published limits exclude what the attacker cannot
 *   leak        a number about a hidden place, or with too many digits, in any file
 *   needless    something is hidden in a plan without any small count, of which the source withholds
 *               nothing either
 *   claim       a zero, or everybody, of an area is hidden, though the attacker may think it never
 *               is
 *   unsound     the truth contradicts what is published: a wrong number, or a fault of the attacker
 *
 * What a whole leaves of its parts, and who came between two editions, is a place of its own.
 *
 * No fault: a zero (in a share: everybody) that is known, where the indicator is not sensitive,
 * since a published zero of an area is a zero of each of its sections; a place that is not small
 * and that the edition never shows, whatever is in it; and what somebody knows who has not seen the
 * edition attacked: from an earlier one and from the municipality's public figures.
 */
#ifndef ATTACK_JUDGE_H
#define ATTACK_JUDGE_H

#include "solve.h"

enum fault {
    FAULT_OPEN,
    FAULT_EXACT,
    FAULT_NARROW,
    FAULT_LIMITS,
    FAULT_LEAK,
    FAULT_NEEDLESS,
    FAULT_CLAIM,
    FAULT_UNSOUND,
    FAULTS
};
extern const char *const fault_names[FAULTS];

struct tally {
    long faults[FAULTS];
    long places[COUNTRY + 1], primary[COUNTRY + 1], secondary[COUNTRY + 1]; /* by role */
    long judged, known_zeros, glpsol_runs, undecided;
    long afterwards; /* faults on what an earlier edition hid */
    bool any_small, any_hidden;
};

/* judge_indicator(views, indicator, tell, tally): adds to `tally`; `tell` prints each fault. */
void judge_indicator(const struct view views[2], int indicator, bool tell, struct tally *tally);

/* Means: no counts, so intervals instead of equations over whole numbers. */
void judge_means(const struct view *view, int indicator, bool tell, struct tally *tally);

/* report(view, indicator, area, period, group, fault, text): one line about a fault. */
void report_fault(const struct plan *plan, int indicator, const struct unknown *place,
                  enum fault fault, const char *text);

/*
 * judge_twin(views, folder, first): writes into `folder`, a copy of the plan's, other counts with
 * which every place stays what it is (small, zero, everybody or neither) and every open one keeps
 * its figure; how many were moved, others along with each. All that can be, for a `first` of 0;
 * else one, looked for from place number `first` on.
 */
int judge_twin(const struct view views[2], const char *folder, int first);

#endif
