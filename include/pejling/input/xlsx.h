/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An Excel workbook (.xlsx) as grids of cells. Read are the values of its visible worksheets; see
 * xlsx_sheet.h for what becomes of the cells. Hidden sheets, charts and links to other files are
 * not looked at. A workbook whose figures could be others than a reader thinks (formulas, macros),
 * and one that does harm to whoever unzips it, are refused.
 */
#ifndef PEJLING_INPUT_XLSX_H
#define PEJLING_INPUT_XLSX_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/base/file.h"
#include "pejling/input/grid.h"

/*
 * xlsx_recognised(bytes, length): whether the bytes begin like a workbook: like a zip archive, or
 * like what Excel makes of a workbook with a password, and of the old .xls, which xlsx_read has
 * better words for than a reader of text.
 */
bool xlsx_recognised(const char *bytes, size_t length);

/*
 * xlsx_read(diagnostics, file, bytes, length, workbook): the visible sheets of the workbook whose
 * bytes were read from `file`, in the arena of `diagnostics`. Places name the file, or, where more
 * than one sheet is visible, `file.xlsx [sheet]`. False, problems of the file's kind reported and
 * `workbook` empty, where it cannot be read or has formulas.
 */
bool xlsx_read(struct diagnostics *diagnostics, const struct input_file *file, const char *bytes,
               size_t length, struct workbook *workbook);

/* xlsx_library(): the version of expat in use, `2.5.0`. */
const char *xlsx_library(void);

#endif
