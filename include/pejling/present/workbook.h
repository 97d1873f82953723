/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A book as an Excel workbook in the edition. The writing is done by a child process, since the
 * library it takes (workbook_file.h) does not survive a shortage of memory; and what it leaves is
 * opened and read through before it gets its name.
 */
#ifndef PEJLING_PRESENT_WORKBOOK_H
#define PEJLING_PRESENT_WORKBOOK_H

#include "pejling/present/book.h"
#include "pejling/present/place.h"

/*
 * workbook_write(place, name, book): the file `name` in the edition, and nothing else: not even a
 * part of it where it fails. False then, and a PROBLEM_TOOL is reported, as for a figure: the
 * edition can do without it.
 */
bool workbook_write(const struct place *place, const char *name, const struct book *book);

#endif
