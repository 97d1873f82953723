/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading files, whole or piece by piece, and what paths say; and saying in plain words why a file
 * cannot be read or written.
 */
#ifndef PEJLING_BASE_FILE_H
#define PEJLING_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/base/diagnostic.h"

#define FILE_IN_MEMORY_LIMIT ((size_t)1 << 30) /* bytes of a CSV file that are there at a time */

/* A file to be read, and what a fault in it means for the run. */
struct input_file {
    const char *path;
    const char *name; /* as messages call it: relative to the plan folder */
    enum problem problem;
};

/*
 * file_read(diagnostics, file, limit, length): the bytes of the file, a NUL behind them, in the
 * arena of `diagnostics`; `*length` is their number without the NUL. NULL, and a problem of the
 * file's kind reported, where it cannot be read or is larger than `limit` bytes.
 */
char *file_read(struct diagnostics *diagnostics, const struct input_file *file, size_t limit,
                size_t *length);

/*
 * file_open(file, size): a descriptor of an ordinary file, for those who read it piece by piece with
 * file_read_at, and its size in bytes; -1 where there is none or it cannot be read: file_read says
 * why. Close it with close(2).
 */
int file_open(const struct input_file *file, size_t *size);

/* file_read_at(descriptor, bytes, length, offset): false where not all of them can be read. */
bool file_read_at(int descriptor, char *bytes, size_t length, size_t offset);

/*
 * file_report_change(diagnostics, file, line): a problem of the file's kind, where file_read_at
 * cannot read again what has been read, from a line on.
 */
void file_report_change(struct diagnostics *diagnostics, const struct input_file *file,
                        unsigned line);

/*
 * file_fits(diagnostics, file, needed): whether the figures of a plan up to this file, which take so
 * many bytes at least, can be in memory (memory_most). False, and a PROBLEM_FILE with both numbers.
 */
bool file_fits(struct diagnostics *diagnostics, const struct input_file *file, size_t needed);

/*
 * file_sync(descriptor): what was written of a file is on disk, or the file lies where there is
 * nothing to sync. False, with errno.
 */
bool file_sync(int descriptor);

/* file_report(diagnostics, path, fault): a PROBLEM_FILE for an errno met when writing `path`. */
void file_report(struct diagnostics *diagnostics, const char *path, int fault);

/*
 * file_lies_in(path, folder): whether `path` is the folder, or lies in it, with links followed;
 * false where one of them is not there.
 */
bool file_lies_in(const char *path, const char *folder);

/* file_bare_name(path): what stands behind the last slash. */
const char *file_bare_name(const char *path);

/* file_without_slash(arena, path): without the slashes at its end, but for that of `/`. */
const char *file_without_slash(struct arena *arena, const char *path);

/* file_stem(arena, path): the same without its ending. */
const char *file_stem(struct arena *arena, const char *path);

struct file_list {
    const char **names;
    size_t count;
};

/*
 * file_names(arena, path, list): the names of what is in a folder but for `.` and `..`, in the order
 * of their bytes. False, with errno, and none, where the folder cannot be read to its end.
 */
bool file_names(struct arena *arena, const char *path, struct file_list *list);

/*
 * file_remove_tree(path): removes a file, or a folder with everything in it; links are removed, not
 * followed. False, with errno, where something stays.
 */
bool file_remove_tree(const char *path);

#endif
