/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a target of the board's (maaltal.csv) stands: reached, on course, off course, or that this
 * cannot be told. The first of these that fits decides:
 *
 *   1. The indicator has no good direction: not determinable (NOT_APPLICABLE).
 *   2. A level of the target's own time, or where that was not measured the first one after it:
 *      reached if it is at least as good as the target, else off course. The figure decides as
 *      readers see it (target_figure_decimals); whether chance alone could carry it across the
 *      target, its interval says. Not determinable where the figure is hidden, or a break in the
 *      series lies between the two.
 *   3. Before that time, the latest level is already at least as good as the target: reached.
 *   4. Where the trend leads: the prediction interval (line.h) at the target's time of the
 *      least-squares line through the levels of the last segment without a break, on real time. On
 *      course where all of it is at least as good as the target, off course where none of it is,
 *      else not determinable (IMPRECISE).
 *
 * There is a trend to follow only with a trend (NO_TREND), 5 levels over 4 years as a verdict takes
 * (TOO_FEW_YEARS, or SERIES_BREAK where a break cuts earlier ones off), no hidden period among them
 * (its own reason) and no break ahead, and for no longer than half of their span (TOO_FAR). A line
 * that by then has left what is possible, as a share below 0, has been followed too far as well. A
 * limit of the interval that has is set to the end of what is possible: the same values are in it.
 *
 * The interval is for one further figure, not for a mean. It holds the chance in that figure, the
 * spread of the levels about the line and the doubt about the line. It does not hold that the line
 * may bend, that breaks and revisions may come, nor that a year far from the line is followed by
 * one on the same side. Measured on 40,000 straight series of 5 to 12 years each, it holds the
 * figure 2 years ahead, and half of the span ahead, in 95 per cent of the cases where years are
 * independent; at a correlation of neighbouring years of 0.3 in 90 to 92, at 0.5 (statistics B9.2
 * on stocks) in 84 to 90, at 0.6 in 80 to 89. Each side is missed half as often. The correlation
 * cannot be had from one series so short (B6); so the words to the reader are "if the development
 * goes on", and the interval is not one for what an effort can do.
 */
#ifndef PEJLING_FINDINGS_TARGET_OUTLOOK_H
#define PEJLING_FINDINGS_TARGET_OUTLOOK_H

#include "pejling/disclosure/released.h"
#include "pejling/stats/estimate.h"

enum target_state {
    TARGET_NOT_DETERMINABLE,
    TARGET_REACHED,
    TARGET_ON_COURSE,
    TARGET_OFF_COURSE,
    TARGET_STATES
};

/* What the estimate of an outlook is. */
enum target_basis {
    TARGET_BY_NOTHING,
    TARGET_BY_FIGURE, /* the level of the target's time, or the first one after it */
    TARGET_BY_LATEST, /* the latest level, before that time */
    TARGET_BY_TREND   /* where the line leads at that time */
};

struct target_outlook {
    const struct target *target;
    enum target_state state;
    enum target_basis basis;
    enum reason reason;       /* of what is not determinable, else REASON_NONE */
    bool hidden;              /* because disclosure control hides a figure it needs */
    struct period from, to;   /* the levels that it rests on, the first and the last, */
    size_t periods;           /* and how many they are */
    struct estimate estimate; /* display unit; undefined by nothing, with the reason */
};

/* By indicator, area and period. */
struct target_outlooks {
    const struct target_outlook *items;
    size_t count;
};

/* target_outlook_make(arena, table, target): the outlook of one target. */
struct target_outlook target_outlook_make(struct arena *arena, const struct released_table *table,
                                          const struct target *target);

/* target_outlooks_make(arena, table): those of all targets of the plan. */
struct target_outlooks target_outlooks_make(struct arena *arena,
                                            const struct released_table *table);

/* target_decimals(value): as many as a target is written with, 0 to 3. */
int target_decimals(double value);

/*
 * target_figure_decimals(target): those of a figure that is held against it: the indicator's, or
 * the target's where those are more. Both are compared so rounded, as readers see them.
 */
int target_figure_decimals(const struct target *target);

/* target_holds(outlook): whether the estimate's interval holds the target itself. */
bool target_holds(const struct target_outlook *outlook);

/* target_state_code(state): the word of the machine files, `on_course`. */
const char *target_state_code(enum target_state state);

#endif
