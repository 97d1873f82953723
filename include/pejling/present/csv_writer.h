/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet as a CSV file, for machines or for a Danish spreadsheet. */
#ifndef PEJLING_PRESENT_CSV_WRITER_H
#define PEJLING_PRESENT_CSV_WRITER_H

#include "pejling/base/sink.h"
#include "pejling/present/place.h"
#include "pejling/present/sheet.h"

#define CSV_BYTE_ORDER_MARK "\xEF\xBB\xBF" /* else Excel takes a file for Windows-1252 */

enum csv_dialect {
    CSV_MACHINE, /* keys as header, comma, decimal point, LF, numbers in full */
    CSV_DANISH   /* labels as header, UTF-8 mark, semicolon, decimal comma, CRLF, shown decimals */
};

/*
 * csv_write(place, name, sheet, dialect): the file `name` in the edition. A text that a spreadsheet
 * would take for a formula (first of `= + - @`, TAB, CR, also full-width, blanks before it) gets an
 * apostrophe before it; and so does what stands behind `,`, `;`, TAB or a line end in a text, for
 * that is a cell of its own to a spreadsheet of another country. False, and a PROBLEM_FILE, if it cannot be written.
 */
bool csv_write(const struct place *place, const char *name, const struct sheet *sheet,
               enum csv_dialect dialect);

/* csv_write_header(sink, sheet, dialect): the first line, with its mark and line end. */
void csv_write_header(struct sink *sink, const struct sheet *sheet, enum csv_dialect dialect);

/* csv_write_rows(sink, sheet, dialect): the rows, with their line ends. */
void csv_write_rows(struct sink *sink, const struct sheet *sheet, enum csv_dialect dialect);

/* csv_write_cell(sink, cell, dialect): one field of a sheet. */
void csv_write_cell(struct sink *sink, const struct sheet_cell *cell, enum csv_dialect dialect);

/* csv_write_text(sink, text, separator): one field, quoted and guarded where it must be. */
void csv_write_text(struct sink *sink, const char *text, char separator);

#endif
