/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What further years could show of a gap, for those who plan what to follow and how: the change
 * that the next figure, means of the figures of three years, or the areas taken as one would show four times of
 * five (detect.h), and the first year that a verdict is possible in.
 *
 * A figure's spread is that of engine A, sqrt(mean v + tau2), on n - 2 degrees of freedom. A
 * segment shorter than a verdict takes says too little of how years vary: there it is chance within
 * the years alone, and the change a lower limit (METHOD_POWER_WITHIN).
 * Means of three years and the areas as one are better by what they would be if years, and areas,
 * were independent; neighbouring years that resemble each other buy less.
 */
#ifndef PEJLING_FINDINGS_PLANNING_H
#define PEJLING_FINDINGS_PLANNING_H

#include "pejling/findings/finding_list.h"
#include "pejling/stats/detect.h"

#define PLANNING_POWER DETECT_POWER /* four times of five */
#define PLANNING_YEARS 3            /* of the means that are held against each other */
#define PLANNING_HORIZON 50         /* periods ahead that are looked at for a verdict */

/*
 * planning_findings(list, indicator, area): STATISTIC_DETECTABLE_CHANGE, _CHANGE_YEARS and
 * STATISTIC_VERDICT_YEAR of one of the plan's areas or their total, and of the total
 * STATISTIC_DETECTABLE_CHANGE_AREAS; none for other areas, or without a figure.
 *
 * The areas as one are their mean gap, weighted by the inverse of their variances, about a line of
 * its own, in the years that all of them have.
 *
 * The year of a verdict is the first in which verdict.h admits the series, if periods, persons and
 * events go on as they have: TOO_FEW_EVENTS where that is never within PLANNING_HORIZON periods,
 * NOT_APPLICABLE where one is possible already. Undefined as the verdict is where hidden years, a
 * missing comparator or an indicator without a trend are in the way.
 */
void planning_findings(struct finding_list *list, const struct indicator *indicator,
                       const struct area *area);

#endif
