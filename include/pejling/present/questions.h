/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Questions for the seminar: what the figures of a focus area give reason to talk about. Each
 * follows by a rule from findings that it quotes, and is not asked once one of them changes so that
 * the rule no longer holds. A question is open: it explains nothing, praises and blames nobody, and
 * what is known in the areas is asked for, not told.
 *
 *   areas_differ         the gap became better in one area, and worse or stayed in another
 *   chain_breaks         an early step of the theory of change went as expected, and in the same
 *                        area its long-run result did not: unchanged, or the other way
 *   municipality_moved   the level became better in the area and in what it is compared with, and
 *                        the gap stayed or became worse
 *   target_off_course    a target is off course, or was not reached
 *   gap_stands           the area is clearly worse off, and the gap has not changed
 *   areas_apart          the latest levels of two areas differ by more than both intervals
 *   no_verdict           the level is known before and after, but no verdict can be given
 *
 * An area in which a figure of the indicator is hidden is in no question: what is asked of it could
 * tell of what is hidden.
 */
#ifndef PEJLING_PRESENT_QUESTIONS_H
#define PEJLING_PRESENT_QUESTIONS_H

#include "pejling/present/sentence.h"

enum question_rule {
    QUESTION_AREAS_DIFFER,
    QUESTION_CHAIN_BREAKS,
    QUESTION_MUNICIPALITY_MOVED,
    QUESTION_TARGET_OFF_COURSE,
    QUESTION_GAP_STANDS,
    QUESTION_AREAS_APART,
    QUESTION_NO_VERDICT,
    QUESTION_RULES
};

#define QUESTIONS_MOST 3

struct question {
    enum question_rule rule;
    const struct indicator *indicator, *other; /* other: of the chain's long-run result, or NULL */
    struct sentence sentence;                  /* quotes two findings or more */
};

struct questions {
    struct question items[QUESTIONS_MOST];
    size_t count;
};

/*
 * questions_of(speaker, focus_area): up to three, by the order of the rules and of the follow-up
 * table, each of another rule and another indicator. Where that gives fewer than two, a rule comes
 * a second time, and at the last an indicator.
 */
struct questions questions_of(const struct speaker *speaker, const char *focus_area);

/*
 * question_ask(speaker, focus_area, rule, indicator, question): whether the rule holds of an
 * indicator of the focus area in some area, and then the question.
 */
bool question_ask(const struct speaker *speaker, const char *focus_area, enum question_rule rule,
                  const struct indicator *indicator, struct question *question);

/* question_rule_code(rule): `areas_differ`; stays as it is. */
const char *question_rule_code(enum question_rule rule);

#endif
