/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Before and after the plan's start (statistics.md B10), of the gap that the verdict is on: its last
 * segment without a break, area less comparator, so that what moves both is out of it. Description,
 * not proof: intervals and never a p, and beside each change what would explain it without a plan.
 *
 * A period lies before the start, after it, or in transition, by its exposure: the share of what it
 * measures that lies after plan.start, by days; 25.2 per cent (92 of 365) of calendar year 2021 with
 * the start on 1 October, 100 for a status day on the start or later. Periods in transition are left out of every
 * comparison, and a hidden one among them so changes nothing.
 *
 * Undefined, and then all of them: SUPPRESSED or SUPPRESSED_SOURCE with a hidden period that is not
 * in transition; NO_COMPARATOR; SERIES_BREAK, TOO_FEW_BEFORE, TOO_FEW_AFTER with fewer than
 * three periods before or two after: one year is a poor witness (its z test errs in 15 of 100), and
 * least of all the one that the areas were chosen by.
 *
 * Of an indicator without a trend, whose years may overlap, the two means and their change are
 * points (NO_TREND) and the rest is undefined (NO_TREND).
 */
#ifndef PEJLING_FINDINGS_BEFORE_AFTER_FINDINGS_H
#define PEJLING_FINDINGS_BEFORE_AFTER_FINDINGS_H

#include "pejling/findings/finding_list.h"

#define SELECTION_CANDIDATES 40 /* areas that those of the plan are the most extreme of; B10 */

/*
 * before_after_findings(list, indicator, area): adds, for one of the plan's areas or their total,
 * exposures to the changes' own parts; nothing for other areas and without figures. Without a
 * plan.start only the last three:
 *
 *   exposure           per cent, one a period with a figure, shown or hidden
 *   mean_gap_before, mean_gap_after, before_after_mean, before_after_step, placebo_share (per cent
 *                      of `periods` dates, the start one of them), breakdown: see before_after.h.
 *                      placebo_share: TOO_FEW_YEARS where there is no date but the start
 *   gap_slope_before   least squares through the periods before; says more of a drift than its
 *                      interval does, which is wide
 *   placebo_change     one a date, by the first period after it; `periods` are all periods
 *   regression_to_mean see chosen_areas, a size: what to expect of the mean change, in whose mean
 *                      before the year of the choice is one of k, so `moved` / k. Reasons as
 *                      above, and TOO_FEW_BEFORE where no area has three open periods before
 *   regression_to_mean_year
 *                      `moved` itself: what to expect of gap_change, whose baseline is one year,
 *                      where that is the year of the choice. It is the areas' together, and there
 *                      although the area's own periods cannot be compared
 *   gap_change_area, gap_change_comparator
 *                      each one's change of level between exactly the two periods of gap_change,
 *                      MOVER; gap_change is the first less the second, the difference-in-differences
 *   gap_change_moved   `both`, whose intervals both leave out 0; `area` or `comparator` where
 *                      one's does and gap_change's does too; `neither` where none of the three
 *                      does; else `undetermined`: that one's leaves out 0 and another's does not,
 *                      is no difference between them (Gelman & Stern 2006)
 */
void before_after_findings(struct finding_list *list, const struct indicator *indicator,
                           const struct area *area);

/* How much of an indicator's gaps before the start is chance, in the plan's areas of one municipality. */
struct chosen_areas {
    size_t count;            /* areas with a figure */
    size_t measured;         /* of them with three open years before the start; 0: the rest is 0 */
    double within, between;  /* variances: of a year about its line, and of the areas' true gaps */
    double intensity, moved; /* of `count` of SELECTION_CANDIDATES; see regression_to_mean.h */
};

/*
 * chosen_areas(verdicts, indicator, municipality): of the open years before the start alone, since
 * areas are chosen before it and a change at the start is no chance: W = the areas' mean of mean v + tau2 (chance
 * within the years and between them, Paule & Mandel, at rho = 0), B = max(0, variance of their mean
 * gaps - the mean of W / T). From one area B is 0, which gives the most and so is the careful
 * choice; areas all chosen as extreme are more alike than the candidates, which errs the same way.
 */
struct chosen_areas chosen_areas(const struct verdicts *verdicts, const struct indicator *indicator,
                                 const struct area *municipality);

/* chosen_areas_all(arena, verdicts): all of them, by indicator x area; 0 but at municipalities. */
const struct chosen_areas *chosen_areas_all(struct arena *arena, const struct verdicts *verdicts);

#endif
