/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700 /* realpath */
#include "pejling/base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pejling/base/memory.h"
#include "pejling/base/text.h"

#define OPEN_FOLDERS 16 /* that nftw may keep open at once */

/* The faults a user can do something about; the C library names the others. */
static const char *fault_text(enum language language, int fault)
{
    switch (fault) {
    case ENOENT:
        return say(language, "findes ikke · ret stien eller læg filen der",
                   "does not exist · mend the path or put the file there");
    case EACCES:
    case EPERM:
        return say(language, "adgang nægtet · luk filen i andre programmer og se efter rettigheder",
                   "access denied · close it in other programs and check its permissions");
    case ENOSPC:
    case EDQUOT:
        return say(language, "disken er fuld · skaf plads og kør igen",
                   "the disk is full · make room and run again");
    case EROFS:
        return say(language, "drevet kan ikke skrives · vælg en anden mappe med -o",
                   "the drive cannot be written · choose another folder with -o");
    case ENAMETOOLONG:
        return say(language, "navnet er for langt · vælg et kortere",
                   "the name is too long · choose a shorter one");
    case ELOOP:
        return say(language, "links på stien peger i ring · ret stien",
                   "links on the path lead in a circle · mend the path");
    case EFBIG:
        return say(language, "filen bliver større, end systemet tillader · hæv grænsen (ulimit -f)",
                   "the file grows larger than the system allows · raise the limit (ulimit -f)");
    case EMFILE:
    case ENFILE:
        return say(language, "for mange filer er åbne · hæv grænsen (ulimit -n), og kør igen",
                   "too many files are open · raise the limit (ulimit -n) and run again");
    case ENOMEM:
        return say(language, "der er ikke hukommelse nok · luk andre programmer, og kør igen",
                   "there is not enough memory · close other programs and run again");
    case EIO:
        return say(language, "drevet svarer med en fejl · se efter drevet, eller brug et andet",
                   "the drive answers with a fault · look after it, or use another");
    case EISDIR:
        return say(language, "er en mappe, ikke en fil · ret stien",
                   "is a folder, not a file · mend the path");
    case ENOTDIR:
        return say(language, "en del af stien er ikke en mappe · ret stien",
                   "a part of the path is not a folder · mend the path");
    default:
        return strerror(fault);
    }
}

void file_report(struct diagnostics *diagnostics, const char *path, int fault)
{
    diagnostics_report(diagnostics, PROBLEM_FILE, (struct location){.file = path}, "%s", "%s",
                       fault_text(diagnostics->language, fault));
}

bool file_sync(int descriptor)
{
    return fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS;
}

int file_open(const struct input_file *file, size_t *size)
{
    struct stat status;
    int descriptor = open(file->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return -1;
    if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
        *size = (size_t)status.st_size;
        return descriptor;
    }
    close(descriptor);
    return -1;
}

bool file_read_at(int descriptor, char *bytes, size_t length, size_t offset)
{
    while (length > 0) {
        ssize_t got = pread(descriptor, bytes, length, (off_t)offset);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        bytes += got;
        length -= (size_t)got;
        offset += (size_t)got;
    }
    return true;
}

static char *read_descriptor(struct arena *arena, int descriptor, size_t size, size_t *length)
{
    char *bytes = arena_alloc(arena, size + 1, 1);
    size_t used = 0;
    while (used < size) {
        ssize_t got = read(descriptor, bytes + used, size - used);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return NULL;
        if (got == 0)
            break;
        used += (size_t)got;
    }
    *length = used;
    return bytes;
}

char *file_read(struct diagnostics *diagnostics, const struct input_file *file, size_t limit,
                size_t *length)
{
    struct location at = {.file = file->name};
    char *bytes = NULL;
    struct stat status;
    int fault = 0;
    int descriptor = open(file->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0 || fstat(descriptor, &status) != 0) {
        fault = errno;
    } else if (S_ISDIR(status.st_mode)) {
        fault = EISDIR;
    } else if (!S_ISREG(status.st_mode) || (size_t)status.st_size > limit) {
        diagnostics_report(diagnostics, file->problem, at,
                           "er ikke en almindelig fil eller er større end %zu MB · del filen op",
                           "is not an ordinary file or is larger than %zu MB · split it",
                           limit / 1000000);
    } else {
        bytes = read_descriptor(diagnostics->arena, descriptor, (size_t)status.st_size, length);
        fault = bytes ? 0 : errno;
    }
    if (descriptor >= 0)
        close(descriptor);
    if (fault)
        diagnostics_report(diagnostics, file->problem, at, "%s", "%s",
                           fault_text(diagnostics->language, fault));
    return bytes;
}

void file_report_change(struct diagnostics *diagnostics, const struct input_file *file,
                        unsigned line)
{
    diagnostics_report(diagnostics, file->problem, (struct location){file->name, line, 0},
                       "filen blev ændret, mens den blev læst, eller drevet svarer ikke · kør igen",
                       "the file was changed while it was read, or the drive does not answer · run "
                       "again");
}

bool file_fits(struct diagnostics *diagnostics, const struct input_file *file, size_t needed)
{
    size_t there = memory_most();
    if (needed <= there)
        return true;
    diagnostics_report(
        diagnostics, PROBLEM_FILE, (struct location){.file = file->name},
        "tallene fylder mindst %zu MB i hukommelsen, og der er højst %zu MB · del planen efter "
        "kommune (pejling import --split kommune), eller kør på en større maskine",
        "the figures take at least %zu MB of memory, and there are at most %zu MB · split the plan "
        "by municipality (pejling import --split kommune), or run on a larger machine",
        needed / 1000000, there / 1000000);
    return false;
}

bool file_lies_in(const char *path, const char *folder)
{
    char inner[PATH_MAX], outer[PATH_MAX];
    if (!realpath(path, inner) || !realpath(folder, outer))
        return false;
    size_t length = strlen(outer);
    return strncmp(inner, outer, length) == 0 && (inner[length] == '\0' || inner[length] == '/');
}

const char *file_bare_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

const char *file_without_slash(struct arena *arena, const char *path)
{
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/')
        length--;
    return arena_text(arena, path, length);
}

const char *file_stem(struct arena *arena, const char *path)
{
    const char *name = file_bare_name(path);
    const char *dot = strrchr(name, '.');
    return arena_text(arena, name, dot ? (size_t)(dot - name) : strlen(name));
}

bool file_names(struct arena *arena, const char *path, struct file_list *list)
{
    size_t capacity = 0;
    *list = (struct file_list){NULL, 0};
    DIR *folder = opendir(path);
    if (!folder)
        return false;
    errno = 0;
    for (struct dirent *entry; (entry = readdir(folder)); errno = 0) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        list->names = arena_grow(arena, list->names, list->count, &capacity, sizeof *list->names);
        list->names[list->count++] = arena_copy(arena, entry->d_name);
    }
    int fault = errno;
    closedir(folder);
    errno = fault;
    if (fault)
        list->count = 0;
    text_sort(list->names, list->count);
    return !fault;
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status, (void)kind, (void)place;
    return remove(path);
}

bool file_remove_tree(const char *path)
{
    return nftw(path, remove_entry, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS) == 0 || errno == ENOENT;
}
