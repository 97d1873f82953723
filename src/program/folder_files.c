/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/folder_files.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pejling/base/file.h"
#include "pejling/base/memory.h"
#include "pejling/base/text.h"
#include "pejling/base/workers.h"
#include "pejling/model/observation_rows.h"

#define LEVELS 4 /* of an internal edition: indata/tidligere_udgave/NAME/frigivet.csv */

struct collector {
    struct diagnostics *diagnostics;
    bool (*wanted)(const char *name);
    struct folder_files files;
};

static void add(struct collector *collector, const char *name)
{
    struct folder_files *files = &collector->files;
    if (collector->wanted && !collector->wanted(name))
        return;
    files->names = arena_grow(collector->diagnostics->arena, files->names, files->count,
                              &files->capacity, sizeof *files->names);
    files->names[files->count++] = name;
}

static void collect(struct collector *collector, const char *folder, const char *prefix, int levels)
{
    struct arena *arena = collector->diagnostics->arena;
    struct file_list list;
    if (!file_names(arena, folder, &list) && errno != ENOENT)
        file_report(collector->diagnostics, folder, errno);
    for (size_t i = 0; i < list.count; i++) {
        struct stat status;
        const char *path = arena_printf(arena, "%s/%s", folder, list.names[i]);
        const char *name = arena_printf(arena, "%s%s", prefix, list.names[i]);
        if (list.names[i][0] == '.')
            continue;
        if (stat(path, &status) != 0) {
            if (errno != ENOENT && (!collector->wanted || collector->wanted(name)))
                file_report(collector->diagnostics, path, errno); /* no link to what is gone */
        } else if (S_ISDIR(status.st_mode) && levels > 1) {
            collect(collector, path, arena_printf(arena, "%s/", name), levels - 1);
        } else if (S_ISREG(status.st_mode)) {
            add(collector, name);
        }
    }
}

struct folder_files folder_files_list(struct diagnostics *diagnostics, const char *folder,
                                      bool (*wanted)(const char *name))
{
    struct collector collector = {.diagnostics = diagnostics, .wanted = wanted};
    collect(&collector, folder, "", LEVELS);
    text_sort(collector.files.names, collector.files.count);
    return collector.files;
}

/* Block by block, for a country's figures are large. False, with errno set, if it cannot be read. */
static bool digest_descriptor(int descriptor, EVP_MD_CTX *context, size_t *bytes)
{
    static const size_t room = (size_t)64 * 1024;
    struct arena *scratch = arena_new();
    char *block = arena_alloc(scratch, room, 1);
    ssize_t got = 1;
    while (got > 0 || (got < 0 && errno == EINTR)) {
        got = read(descriptor, block, room);
        if (got > 0 && EVP_DigestUpdate(context, block, (size_t)got) != 1)
            memory_end(); /* nothing else stops it */
        *bytes += got > 0 ? (size_t)got : 0;
    }
    int fault = errno;
    arena_free(scratch);
    errno = fault;
    return got == 0;
}

bool folder_file_digest(struct diagnostics *diagnostics, const char *folder, const char *name,
                        struct file_digest *digest)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char sum[EVP_MAX_MD_SIZE];
    const char *path = arena_printf(diagnostics->arena, "%s/%s", folder, name);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    if (!context || EVP_DigestInit_ex(context, EVP_sha256(), NULL) != 1)
        memory_end();
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    digest->bytes = 0;
    bool whole = descriptor >= 0 && digest_descriptor(descriptor, context, &digest->bytes);
    int fault = errno;
    if (whole && EVP_DigestFinal_ex(context, sum, NULL) != 1)
        memory_end();
    EVP_MD_CTX_free(context);
    if (descriptor >= 0)
        close(descriptor);
    if (!whole) {
        file_report(diagnostics, name, fault);
        return false;
    }
    for (size_t i = 0; 2 * i + 2 < sizeof digest->sha256; i++) {
        digest->sha256[2 * i] = digits[sum[i] >> 4];
        digest->sha256[2 * i + 1] = digits[sum[i] & 15];
    }
    digest->sha256[sizeof digest->sha256 - 1] = '\0';
    return true;
}

static void digest_all(struct diagnostics *diagnostics, const char *folder,
                       struct digested_files *digested)
{
    const struct folder_files *files = &digested->files;
    digested->digests =
        arena_alloc(diagnostics->arena, files->count + 1, sizeof *digested->digests);
    for (size_t i = 0; i < files->count; i++)
        if (!folder_file_digest(diagnostics, folder, files->names[i], &digested->digests[i]))
            digested->digests[i] = (struct file_digest){.bytes = 0};
}

struct digested_files folder_files_digest(struct diagnostics *diagnostics, const char *folder,
                                          bool (*wanted)(const char *name))
{
    struct digested_files digested = {.files = folder_files_list(diagnostics, folder, wanted)};
    digest_all(diagnostics, folder, &digested);
    return digested;
}

static void sync_all(struct diagnostics *diagnostics, const char *folder,
                     const struct folder_files *files)
{
    for (size_t i = 0; i < files->count; i++) {
        const char *name = files->names[i];
        int descriptor =
            open(arena_printf(diagnostics->arena, "%s/%s", folder, name), O_RDONLY | O_CLOEXEC);
        if (descriptor >= 0 && !file_sync(descriptor)) /* else its digest tells */
            file_report(diagnostics, name, errno);
        if (descriptor >= 0)
            close(descriptor);
    }
}

/* What is done to a folder side by side; what is wrong with the disk lives in an arena of its own. */
struct settling {
    const char *folder;
    struct digested_files digested;
    struct diagnostics *diagnostics, of_disk;
};

static void settle(void *context, size_t number)
{
    struct settling *settling = context;
    if (number == 0)
        sync_all(&settling->of_disk, settling->folder, &settling->digested.files);
    else
        digest_all(settling->diagnostics, settling->folder, &settling->digested);
}

struct digested_files folder_files_settle(struct diagnostics *diagnostics, const char *folder)
{
    struct settling settling = {
        .folder = folder,
        .digested.files = folder_files_list(diagnostics, folder, NULL),
        .diagnostics = diagnostics,
        .of_disk = {.arena = arena_new(), .language = diagnostics->language}};
    workers_run(2, settle, &settling);
    diagnostics_take(diagnostics, &settling.of_disk);
    arena_free(settling.of_disk.arena);
    return settling.digested;
}

bool plan_file_is_read(const char *name)
{
    static const char *const files[] = {"plan.csv",       "omraader.csv", "indikatorer.csv",
                                        "brud.csv",       "maaltal.csv",  "forandringsteori.csv",
                                        "kalibrering.csv"};
    static const char figures[] = OBSERVATIONS_FOLDER "/";
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (strcmp(name, files[i]) == 0)
            return true;
    if (strncmp(name, figures, sizeof figures - 1) != 0)
        return false;
    const char *bare = name + sizeof figures - 1;
    return !strchr(bare, '/') && observation_file_is_read(bare);
}
