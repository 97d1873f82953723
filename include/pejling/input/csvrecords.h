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
    const char *text; /* UTF-8, blanks at the ends gone; "" where blank or no such column */
    struct csv_place *place;
    size_t number; /* in its record, from 0 */
};

/* Valid during the call it is handed to. */
struct csv_record {
    unsigned line;                  /* where it begins */
    const struct csv_field *fields; /* NULL for a record that cannot be taken apart */
    size_t count;
};

/* A file's text, and where in it the records begin. */
struct csv_text {
    const struct input_file *file;
    const char *text; /* UTF-8, NUL-terminated */
    size_t length;
    char delimiter; /* `;`, `,` or TAB; '\0' while not known */
    size_t start;   /* offset of the first record */
    unsigned line;  /* and its line */
    size_t lines;   /* of a part (csvrecords_split): at most so many records */
};

/*
 * csvrecords_open(diagnostics, file, limit, text): the file's bytes as UTF-8 text. A `sep=;` line,
 * an Excel habit, is no record: it sets the delimiter; so are empty lines at the beginning. False,
 * and problems of the file's kind, where it is no text or has more than `limit` bytes.
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

/*
 * csvrecords_split(text, parts, most): cuts the text into 1 to `most` parts of about equal length,
 * each from the beginning of a record on: behind a line feed with an even number of quotes before
 * it. That is where records end in a text whose quotes match; where they do not, the part with the
 * first fault still begins at a record, so that it is found. A part has at least PART_BYTES, but for the last. Returns how many there are.
 */
#define PART_BYTES ((size_t)64 * 1024)
size_t csvrecords_split(const struct csv_text *text, struct csv_text *parts, size_t most);

/* csvrecords_library(): the version of libcsv compiled against; at run time it names none. */
const char *csvrecords_library(void);

#endif
