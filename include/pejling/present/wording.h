/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers and short phrases as readers see them, in the language of the edition. Every table,
 * figure and sentence takes its words from here, so that they agree.
 */
#ifndef PEJLING_PRESENT_WORDING_H
#define PEJLING_PRESENT_WORDING_H

#include "pejling/base/number.h"
#include "pejling/findings/findings.h"

/* wording_number(text, language, value, decimals): `1.234,5`, `−3,9`; `value` is finite. */
const char *wording_number(char text[NUMBER_TEXT], enum language language, double value,
                           int decimals);

/* wording_change(text, language, value, decimals): the same with the sign always shown. */
const char *wording_change(char text[NUMBER_TEXT], enum language language, double value,
                           int decimals);

/*
 * wording_value(arena, language, finding): a finding's value with its indicator's decimals, or why
 * there is none: `23,1`, `skjult: få personer`, `for få år`. Gaps and changes carry their sign.
 */
const char *wording_value(struct arena *arena, enum language language,
                          const struct finding *finding);

/*
 * wording_reason(language, finding): why a value, or its interval, is not there; "" for a value that
 * is whole, or of a kind that has no interval.
 */
const char *wording_reason(enum language language, const struct finding *finding);

/* wording_interval(arena, language, finding): `20,1 til 26,5`, or "" where there is no interval. */
const char *wording_interval(struct arena *arena, enum language language,
                             const struct finding *finding);

/* wording_unit(arena, language, finding): `pct.`, `pct.-point`, `pct.-point pr. år`, `år`; "". */
const char *wording_unit(struct arena *arena, enum language language,
                         const struct finding *finding);

/* wording_decimals(finding): how many decimals readers see of it. */
int wording_decimals(const struct finding *finding);

/* wording_statistic(language, statistic): what the finding is called, `afstand til kommunen`. */
const char *wording_statistic(enum language language, enum statistic statistic);

/*
 * wording_verdict(arena, language, findings, indicator, area): the verdict on a gap in words, with
 * its strength and direction or its reason: `indsnævres klart (bedre)`, `kan ikke afgøres: for få
 * år`;
 * "" where there is none.
 */
const char *wording_verdict(struct arena *arena, enum language language,
                            const struct findings *findings, const struct indicator *indicator,
                            const struct area *area);

/*
 * wording_verdict_as(arena, language, table, indicator, area, verdict): the same of any verdict on
 * the figures of a table, of which verdict, strength, direction and reason are looked at.
 */
const char *wording_verdict_as(struct arena *arena, enum language language,
                               const struct released_table *table,
                               const struct indicator *indicator, const struct area *area,
                               const struct gap_verdict *verdict);

/* wording_moved(language, code): the words of a STATISTIC_GAP_CHANGE_MOVED's text. */
const char *wording_moved(enum language language, const char *code);

/*
 * wording_pooled_verdict(arena, language, finding): the verdict on the areas as one, `indsnævres`,
 * `kan ikke afgøres (for upræcist)`.
 */
const char *wording_pooled_verdict(struct arena *arena, enum language language,
                                   const struct finding *finding);

/*
 * wording_break(text, indicator, time): when a series is broken, as the series counts time: the
 * school year or quarter that the break lies in (`2019/20`), for other series its year.
 */
const char *wording_break(char text[PERIOD_TEXT], const struct indicator *indicator, double time);

/* wording_invented(language): the words that mark an illustrative plan: `opdigtede tal`. */
const char *wording_invented(enum language language);

/* wording_internal(language): the words that mark an internal edition. */
const char *wording_internal(enum language language);

/*
 * wording_edition(arena, language, table): the edition's name and what it is marked with, for every
 * sheet: `2025 · opdigtede tal`.
 */
const char *wording_edition(struct arena *arena, enum language language,
                            const struct released_table *table);

/* wording_no_cause(language): that the plan takes neither credit nor blame. */
const char *wording_no_cause(enum language language);

/* wording_no_cause_short(language): the same in one line. */
const char *wording_no_cause_short(enum language language);

#endif
