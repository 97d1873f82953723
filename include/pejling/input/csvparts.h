/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A CSV file cut into parts of whole records, which can be read side by side, each from the file
 * when its turn comes: so the file may be larger than the memory.
 *
 * A part begins behind a line feed with an even number of quotes before it, from the beginning of
 * the file on. That is where records end in a text whose quotes match; where they do not, the part
 * with the first fault still begins at a record, so that it is found. To know the number, the file
 * is gone through once before it is cut.
 */
#ifndef PEJLING_INPUT_CSVPARTS_H
#define PEJLING_INPUT_CSVPARTS_H

#include "pejling/input/csvrecords.h"

#define PART_LEAST ((size_t)64 * 1024) /* bytes of a part, but for the last, about */
#define PART_MOST ((size_t)8 << 20)    /* and so many where the records allow it */

struct csv_part {
    size_t start, end; /* offsets in the file, or in its text */
    unsigned line;     /* of its first record */
    size_t lines;      /* at most so many records */
};

struct csv_parts {
    const struct input_file *file;
    int descriptor;   /* of the file; -1 where its text is in memory */
    const char *text; /* UTF-8, where it is in memory */
    size_t length;    /* of the file, or of that text */
    struct csv_part *items;
    size_t count;
};

/*
 * csvparts_open(diagnostics, file, limit): UTF-8 with or without mark is left in the file; text of
 * another encoding is read into memory and converted (encoding.h), as is a file with faults, for
 * them to be told. NULL, and problems of the file's kind, where it cannot be read, or where more
 * than `limit` bytes would have to be in memory at a time. End with csvparts_close.
 */
struct csv_parts *csvparts_open(struct diagnostics *diagnostics, const struct input_file *file,
                                size_t limit);

/* csvparts_whole(diagnostics, file, limit): the same as one part, in memory. */
struct csv_parts *csvparts_whole(struct diagnostics *diagnostics, const struct input_file *file,
                                 size_t limit);

/*
 * csvparts_text(diagnostics, arena, parts, number, text): the text of one part, without a delimiter;
 * it lives in the arena, or as long as the parts. False, and a problem of the file's kind, where the
 * file can no longer be read, or has been changed so that the part has more records than it says, ends
 * within quotes or holds a NUL.
 */
bool csvparts_text(struct diagnostics *diagnostics, struct arena *arena,
                   const struct csv_parts *parts, size_t number, struct csv_text *text);

/* csvparts_close(parts): closes the file. */
void csvparts_close(struct csv_parts *parts);

#endif
