/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts that are given as values, and so pass as anything but counts of persons. */
#ifndef PEJLING_FINDINGS_PLAUSIBLE_COUNTS_H
#define PEJLING_FINDINGS_PLAUSIBLE_COUNTS_H

#include "pejling/disclosure/released.h"

/*
 * plausible_counts_remark(diagnostics, table): remarks, at the indicator's row, on given values
 * whose unit is `antal`, alone or with what is counted, or `personer`, whose open figures are all
 * whole and some of which, in other places than municipalities and countries, are from 1 to the
 * indicator's threshold less 1. Nothing hides them, since a value has no persons to the program;
 * and an area's count beside the municipality's says how large the areas are.
 */
void plausible_counts_remark(struct diagnostics *diagnostics, const struct released_table *table);

#endif
