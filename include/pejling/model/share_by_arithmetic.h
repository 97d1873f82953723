/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A share, its count and what it is of, known by their figures where their headings do not tell:
 * `Antal i restgruppen`, `Antal 15-29-årige`, `Andel`. Arithmetic, and no guess.
 */
#ifndef PEJLING_MODEL_SHARE_BY_ARITHMETIC_H
#define PEJLING_MODEL_SHARE_BY_ARITHMETIC_H

#include "pejling/model/table_series.h"

/*
 * share_agrees(share, cell, exact): whether a share, as it is written in the cell with so many
 * decimals, is the rounding of what it is exactly.
 */
bool share_agrees(double share, const struct grid_cell *cell, double exact);

/*
 * share_by_arithmetic(series): of three columns of figures, where one is the per cent that the
 * second is of the third in each row that has all three, of other areas too, and in three rows at
 * least whose counts differ, they are parts of one series from here on. 0, and nothing changed,
 * where none is or more than one could be; else how many rows agree.
 */
size_t share_by_arithmetic(struct table_series *series);

#endif
