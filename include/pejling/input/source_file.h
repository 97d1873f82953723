/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of figures from a portal, a survey or a spreadsheet, told by its content, not its name. */
#ifndef PEJLING_INPUT_SOURCE_FILE_H
#define PEJLING_INPUT_SOURCE_FILE_H

#include "pejling/base/file.h"
#include "pejling/input/grid.h"

/*
 * source_file_read(diagnostics, file, workbook): the sheets of an XLSX workbook, or the one of a
 * CSV file. False, and problems of the file's kind, where it cannot be read or is something else:
 * an old or protected workbook, a page, a PDF, a PC-Axis or JSON file. At most 64 MB.
 */
bool source_file_read(struct diagnostics *diagnostics, const struct input_file *file,
                      struct workbook *workbook);

#endif
