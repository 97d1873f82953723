/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A CSV file of any columns as a grid: exports of portals and of spreadsheets, with whatever titles
 * and footnotes they have around their table.
 */
#ifndef PEJLING_INPUT_CSVGRID_H
#define PEJLING_INPUT_CSVGRID_H

#include "pejling/base/file.h"
#include "pejling/input/grid.h"

/*
 * csvgrid_read(diagnostics, file, bytes, length, grid): `bytes` as file_read gave them. The
 * separator is `;`, TAB or `,`: the first of them that stands in at least half of the lines, or
 * else in most. Blank lines are rows of the grid, so that row i is line i + 1 as long as no field
 * holds a line end; each cell knows its line anyhow. False, and problems of the file's kind, where
 * it is no text, cannot be taken apart, has a formula, or more than 6,000,000 cells.
 */
bool csvgrid_read(struct diagnostics *diagnostics, const struct input_file *file, const char *bytes,
                  size_t length, struct grid *grid);

#endif
