/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * CSV text taken apart into records, each field with the place where it stands. libcsv does it,
 * strictly: a quote out of place is an error, not the end of the world. What the fields mean is for
 * others: csvfile.h reads the plan's own files, csvgrid.h those of others.
 */
#ifndef PEJLING_INPUT_CSVRECORDS_H
#define PEJLING_INPUT_CSVRECORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/base/file.h"

#define CSV_MAX_FIELDS ((size_t)16384) /* in a record: as many as a sheet has columns */

/* How far a record has been gone through: the field that begins at an offset of the text. */
struct csv_walk {
    size_t field, at;
    unsigned line, column;
};

/*
 * Where a record stands, from which the places of its fields are told when they are asked for: few
 * are. Without a text, all of them are at `at`.
 */
struct csv_place {
    struct location at; /* the record's line; also of fields that it lacks */
    const struct csv_text *text;
    size_t count; /* of its fields */
    struct csv_walk start, reached;
};

/* Valid during the call it is handed to; ask csvrecords_at where it stands. */
struct csv_field {
    const char *text;        /* UTF-8, blanks at the ends gone; "" where blank or no such column */
    struct csv_place *place; /* the same for all records of one csvrecords_read */
    size_t number;           /* in its record, from 0 */
};

/* Valid during the call it is handed to. */
struct csv_record {
    unsigned line;                  /* where it begins */
    const struct csv_field *fields; /* NULL for a record that cannot be taken apart */
    size_t count;
};

/* A file's text, or that of a part of it, and where in it the records begin. */
struct csv_text {
    const struct input_file *file;
    const char *text; /* UTF-8; behind `length` comes a NUL, or it ends with a line end */
    size_t length;
    char delimiter; /* `;`, `,` or TAB; '\0' while not known */
    size_t start;   /* offset of the first record */
    unsigned line;  /* and its line */
};

/*
 * csvrecords_begin(text): skips what is no record at the beginning: a `sep=;` line, an Excel habit,
 * in the first line, which sets the delimiter, and empty lines.
 */
void csvrecords_begin(struct csv_text *text);

/*
 * csvrecords_open(diagnostics, file, limit, text): the file's bytes as UTF-8 text, begun
 * (csvrecords_begin). False, and problems of the file's kind, where it is no text or has more than
 * `limit` bytes.
 */
bool csvrecords_open(struct diagnostics *diagnostics, const struct input_file *file, size_t limit,
                     struct csv_text *text);

/*
 * csvrecords_decode(diagnostics, file, bytes, length, text): the same for bytes that have been read
 * already, a NUL behind them.
 */
bool csvrecords_decode(struct diagnostics *diagnostics, const struct input_file *file,
                       const char *bytes, size_t length, struct csv_text *text);

/*
 * csvrecords_read(diagnostics, text, record, context): hands each record on, those without content
 * among them. False, and a problem for each, where one cannot be taken apart; the reading goes on
 * at the next line, so that all problems show in one run.
 */
bool csvrecords_read(struct diagnostics *diagnostics, const struct csv_text *text,
                     void (*record)(void *context, const struct csv_record *record), void *context);

/*
 * csvrecords_at(field): where it stands; of a field that its record lacks, the record's line. Each
 * after the one before, the fields of a record take one pass over it.
 */
struct location csvrecords_at(const struct csv_field *field);

/* csvrecords_is_blank(record): whether nothing stands in any of its fields. */
bool csvrecords_is_blank(const struct csv_record *record);

/*
 * csvrecords_first(diagnostics, text, record, context): the same of the first record alone, and
 * `text` then begins behind it; where its quotes never close, of all the rest.
 */
bool csvrecords_first(struct diagnostics *diagnostics, struct csv_text *text,
                      void (*record)(void *context, const struct csv_record *record),
                      void *context);

/* csvrecords_library(): the version of libcsv compiled against; at run time it names none. */
const char *csvrecords_library(void);

#endif
