/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The panel of an edition: which series it has, over which periods, of how many persons, with which
 * holes. Error rates that were measured on one panel (calibration_read.h) say nothing of another,
 * so they carry the key of theirs.
 */
#ifndef PEJLING_FINDINGS_PANEL_H
#define PEJLING_FINDINGS_PANEL_H

#include "pejling/disclosure/released.h"

/*
 * panel_key(arena, table): the key of the table's panel, a `p` and 16 hexadecimal digits (so that
 * no spreadsheet takes it for a number). The same for the same
 *   - indicators, with what decides how they are judged: measure, class, trend or none, delta;
 *   - areas, their totals, and what they are compared with;
 *   - periods, whether the figure is open, and its denominator (surveys: what the answers are
 * worth);
 *   - breaks of the series;
 * whatever the order they stand in. The figures themselves are not in it, nor are sections and
 * subgroups. The two editions of a plan have keys of their own where one of them hides something.
 * FNV-1a, 64 bits: against mistakes, not against intent.
 */
const char *panel_key(struct arena *arena, const struct released_table *table);

#endif
