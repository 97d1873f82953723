/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A book through libxlsxwriter. The library takes what it is given, a number that is none or a byte
 * that is no character, and crashes where memory runs out: so everything is looked at before it
 * gets it, and whoever calls this does so in a process of its own (workbook.h).
 */
#ifndef PEJLING_PRESENT_WORKBOOK_FILE_H
#define PEJLING_PRESENT_WORKBOOK_FILE_H

#include "pejling/present/book.h"

#define WORKBOOK_TEXT_LIMIT 32767 /* of one cell, in UTF-16 units as Excel counts them */

/*
 * workbook_text(arena, text, limit): a text as a cell can hold it: printable (printable.h), nothing
 * in it that Excel reads as a code for a character (`_x0041_`), and no more than `limit` units, the
 * last of them an ellipsis where it was cut.
 */
const char *workbook_text(struct arena *arena, const char *text, size_t limit);

/* workbook_name_fits(name): whether Excel takes it as the name of a sheet. */
bool workbook_name_fits(const char *name);

enum workbook_outcome {
    WORKBOOK_WRITTEN,
    WORKBOOK_UNFINISHED, /* the file could not be written to its end */
    WORKBOOK_REFUSED     /* something in the book cannot be in a workbook, or memory ran out */
};

/*
 * workbook_file_write(arena, book, path, folder): writes the file; `folder` is for the library's
 * temporary ones. The same book gives the same bytes, on any day and in any time zone. The file may
 * be there in part where it was not written.
 */
enum workbook_outcome workbook_file_write(struct arena *arena, const struct book *book,
                                          const char *path, const char *folder);

/* workbook_library(): the version of libxlsxwriter in use, `1.1.4`. */
const char *workbook_library(void);

#endif
