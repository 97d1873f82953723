/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One indicator's sheet in seminar.html: what has become of it, area by area, in three numbers and
 * a sentence; its figures with the table behind them; and what a reader must know of the figures.
 */
#ifndef PEJLING_PRESENT_SEMINAR_SHEET_H
#define PEJLING_PRESENT_SEMINAR_SHEET_H

#include "pejling/present/seminar.h"

/*
 * seminar_sheet_write(seminar, indicator, first): the article `indikator-CODE`. `first` of a
 * chapter: it follows the chapter's heading on paper, where others begin a page.
 */
void seminar_sheet_write(const struct seminar *seminar, const struct indicator *indicator,
                         bool first);

/* seminar_targets_write(seminar, indicator): a sentence for each target that areas have; or nothing. */
void seminar_targets_write(const struct seminar *seminar, const struct indicator *indicator);

/* seminar_facts_write(seminar, indicator): what a reader must know of its figures. */
void seminar_facts_write(const struct seminar *seminar, const struct indicator *indicator);

#endif
