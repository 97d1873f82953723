/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of a plan folder or an edition, and their checksums. */
#ifndef PEJLING_PROGRAM_FOLDER_FILES_H
#define PEJLING_PROGRAM_FOLDER_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "pejling/base/diagnostic.h"

/* Names relative to the folder, in the order of their bytes. */
struct folder_files {
    const char **names;
    size_t count, capacity;
};

/*
 * folder_files_list(diagnostics, folder, wanted): the files of the folder and of those in it, four
 * levels deep, but for hidden ones, and those that `wanted` does not want (NULL: all are wanted).
 * A PROBLEM_FILE where a folder cannot be listed; none where there is no such folder.
 */
struct folder_files folder_files_list(struct diagnostics *diagnostics, const char *folder,
                                      bool (*wanted)(const char *name));

struct file_digest {
    size_t bytes;
    char sha256[65]; /* 64 digits of base 16 */
};

/* folder_file_digest(diagnostics, folder, name, digest): false, and a PROBLEM_FILE, if it cannot be read. */
bool folder_file_digest(struct diagnostics *diagnostics, const char *folder, const char *name,
                        struct file_digest *digest);

/* The files of a folder, each with its size and checksum; "" where these are not asked for. */
struct digested_files {
    struct folder_files files;
    struct file_digest *digests;
};

/*
 * folder_files_digest(diagnostics, folder, wanted): the digests of folder_files_list. A PROBLEM_FILE
 * and "" for one that cannot be read.
 */
struct digested_files folder_files_digest(struct diagnostics *diagnostics, const char *folder,
                                          bool (*wanted)(const char *name));

/*
 * folder_files_settle(diagnostics, folder): the digests of all its files, while what was written of
 * them is synced to disk. A PROBLEM_FILE for one that cannot be read or synced.
 */
struct digested_files folder_files_settle(struct diagnostics *diagnostics, const char *folder);

/* plan_file_is_read(name): whether a file of that name in a plan folder is read; others may lie there too. */
bool plan_file_is_read(const char *name);

#endif
