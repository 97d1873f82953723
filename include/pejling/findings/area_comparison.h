/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A municipality's areas held up against each other (statistics.md B8). There are rows only where
 * two areas or more have a series.
 *
 * At their total: the areas as one (pooled_areas.h), and whether the areas differ.
 *   pooled_gap_slope, pooled_verdict
 *   level_heterogeneity: in the latest period that two or more areas are open in
 *     (compared_areas.h) chi-squared of shares, of a survey's answers by what they are worth, of a rate's Poisson counts; Welch's F
 *     (1951) of means. p is the exact one of Freeman & Halton where an expected count is under 5;
 *     none (TOO_FEW_EVENTS) where that is not to be had. The shared edition's counts come from
 *     rounded shares; for the exact p they are rounded to whole ones, which they were.
 *   slope_heterogeneity: Welch's F of the own least-squares slopes of the areas of the levels'
 *     comparison, in the periods that they have in common (area_slopes.h): none where one of these
 *     is hidden. A year that moves all areas alike makes it the more careful.
 * The estimate is then the test statistic, a point.
 *
 * At each area, to each later one of the catalogue, so one row a pair:
 *   level_difference: in the period of level_heterogeneity, as gap_to_rest
 *   slope_difference: Welch's difference of the slopes in the periods that these two have in
 *     common, also where their levels are not compared; p, and p adjusted by Holm over the pairs
 *     that are tested
 * Their intervals hold together with the plan's confidence c: each has 1 - (1 - c)/pairs
 * (Bonferroni; of levels or of slopes, whichever are more), which the finding's `confidence` says.
 *   rank: one an area. 1 is the best in the indicator's good direction, equal values share the best
 *     of their ranks; from 1 + the areas that are certainly better to n - those certainly worse,
 *     certainly by the simultaneous intervals, so that all ranks lie within theirs at the same time
 *     with confidence c (Mogstad, Romano, Shaikh & Wilhelm 2024, Rev. Econ. Stud. 91:476). Without
 *     a good direction NOT_APPLICABLE; no rank without its interval, so undefined for the reason
 *     that a difference has none.
 * No rows of these three in a municipality of more than AREA_COMPARISON_PAIRS areas.
 *
 * The level of an area that is not open in the period is compared with none of the others; `compared` of a
 * finding says how many were, and `text`, of the heterogeneity and the pooled slope, which.
 */
#ifndef PEJLING_FINDINGS_AREA_COMPARISON_H
#define PEJLING_FINDINGS_AREA_COMPARISON_H

#include "pejling/findings/finding_list.h"

/* The number of pairs grows with the square; beyond this nobody reads them. */
#define AREA_COMPARISON_PAIRS 10

/* area_comparison_findings(list, indicator, area): adds the rows of an area, or of the total. */
void area_comparison_findings(struct finding_list *list, const struct indicator *indicator,
                              const struct area *area);

#endif
