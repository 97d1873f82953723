/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A CSV file of known columns, row by row, each field with the place where it stands.
 *
 * Read as Danish Excel writes it: `;`, `,` or TAB, told from the header line; a `sep=;` line before
 * it; UTF-8 with or without mark, or Windows-1252; any line ends. Rows without content are skipped,
 * as are empty fields beyond the header; fields a row lacks at its end are blank (Excel leaves them
 * out).
 */
#ifndef PEJLING_INPUT_CSVFILE_H
#define PEJLING_INPUT_CSVFILE_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/input/csvrecords.h"

#define CSV_MAX_COLUMNS 64

struct csv_column {
    const char *name; /* as the contract spells it; compared with æ ø å and ae oe aa alike */
    bool required;
};

/* `fields` has one field a known column, in the order of the columns. Valid during the call. */
struct csv_row {
    struct location at;
    const struct csv_field *fields;
};

struct csv_format {
    const struct csv_column *columns;
    size_t count;                                          /* at most CSV_MAX_COLUMNS */
    void (*row)(void *context, const struct csv_row *row); /* called for each row */
};

/*
 * csvfile_read(diagnostics, file, format, context): reads the file and hands each row to
 * `format->row`. False, and problems of the file's kind reported, where it cannot be read, where
 * its header has an unknown, repeated or missing column (then no row is handed on), or where a row
 * cannot be taken apart (the reading goes on at the next line, so that all problems show in one
 * run). What the row function reports does not count. A last line that is shorter than the one before
 * it and has no end is a remark: the file may have been cut.
 */
bool csvfile_read(struct diagnostics *diagnostics, const struct input_file *file,
                  const struct csv_format *format, void *context);

/* A file whose header has been read, for those who read its rows in parts, side by side. */
struct csv_source;

/*
 * csvfile_open(diagnostics, file, format): NULL where it cannot be read, as csvfile_read; `file` and
 * `format` must outlive it. Problems of the header are reported, and no row is handed on then. The
 * rows are left in the file (csvparts.h), which may be larger than the memory. End with
 * csvfile_close.
 */
struct csv_source *csvfile_open(struct diagnostics *diagnostics, const struct input_file *file,
                                const struct csv_format *format);

/*
 * csvfile_open_whole(diagnostics, file, format): the same as a single part, in memory. Where a part
 * of a file cannot be taken apart the rows must be read again so: only that tells all that is wrong.
 */
struct csv_source *csvfile_open_whole(struct diagnostics *diagnostics,
                                      const struct input_file *file,
                                      const struct csv_format *format);

/* csvfile_parts(source): how many parts there are, 1 or more. */
size_t csvfile_parts(const struct csv_source *source);

/* csvfile_lines(source, number): how many rows that part has at most. */
size_t csvfile_lines(const struct csv_source *source, size_t number);

/* csvfile_fits(source): whether the file, as UTF-8, is small enough for csvfile_open_whole. */
bool csvfile_fits(const struct csv_source *source);

/*
 * csvfile_read_part(diagnostics, source, number, context): the rows of one part, as csvfile_read.
 */
bool csvfile_read_part(struct diagnostics *diagnostics, struct csv_source *source, size_t number,
                       void *context);

/* csvfile_close(source): closes the file. */
void csvfile_close(struct csv_source *source);

/*
 * csvfile_delimiter(text): the one of `;`, `,` and TAB that the first line has most of, outside
 * quotes; '\0' where two are even.
 */
char csvfile_delimiter(const struct csv_text *text);

/*
 * csvfile_begin_part(diagnostics, text, delimiter): begins a part that the header may be in
 * (csvrecords_begin), and gives it the file's delimiter. That is '\0' before the first part, and
 * remembered for the next ones as soon as a `sep=;` line or the first line with content tells it.
 * False, and a problem of the file's kind, where that line cannot.
 */
bool csvfile_begin_part(struct diagnostics *diagnostics, struct csv_text *text, char *delimiter);

#endif
