/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A verdict, and what goes with it, as rows of the findings. */
#ifndef PEJLING_FINDINGS_VERDICT_FINDINGS_H
#define PEJLING_FINDINGS_VERDICT_FINDINGS_H

#include "pejling/findings/findings.h"

/*
 * verdict_finding(verdict, statistic): one of STATISTIC_VERDICT_SLOPE, _VERDICT, _VERDICT_STRENGTH,
 * _VERDICT_DIRECTION, _CLOSING_RATE, _YEARS_TO_PARITY, _DETECTABLE_SLOPE, _DETERMINABLE_YEAR.
 *
 * The years to parity stand under the verdict narrowing only, and with Fieller's interval only
 * where it is finite; beyond twice the years looked at the text says `more_than`. The smallest
 * detectable slope is the one that a t test on this series would find four times of five.
 */
struct finding verdict_finding(const struct gap_verdict *verdict, enum statistic statistic);

#endif
