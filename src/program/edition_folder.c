/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* renameat2, which swaps two folders in one step; flock */
#include "pejling/program/edition_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pejling/base/file.h"

#define OPEN_FOLDERS 16 /* that nftw may keep open at once */

static int open_to_others(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status, (void)place;
    return chmod(path, kind == FTW_D ? 0755 : 0644);
}

static int close_to_others(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status, (void)place;
    return chmod(path, kind == FTW_D ? 0700 : 0600);
}

/* `out/eksempel` -> `out` and `eksempel`; a slash at the end does not count. */
static void split(struct arena *arena, const char *path, const char **parent, const char **name)
{
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/')
        length--;
    const char *copy = arena_text(arena, path, length);
    const char *slash = strrchr(copy, '/');
    *name = slash ? slash + 1 : copy;
    *parent = !slash ? "." : slash == copy ? "/" : arena_text(arena, copy, (size_t)(slash - copy));
}

static bool make_folders(struct arena *arena, const char *path)
{
    char *copy = arena_copy(arena, path);
    for (char *c = copy + 1; *c; c++) {
        if (*c != '/')
            continue;
        *c = '\0';
        if (mkdir(copy, 0777) != 0 && errno != EEXIST)
            return false;
        *c = '/';
    }
    return mkdir(copy, 0777) == 0 || errno == EEXIST;
}

static bool refuse(struct diagnostics *diagnostics, const char *target, const char *danish,
                   const char *english)
{
    diagnostics_report(diagnostics, PROBLEM_USAGE, (struct location){.file = target}, "%s", "%s",
                       say(diagnostics->language, danish, english));
    return false;
}

/* Two files that a folder of the kind always has. */
static const char *const marks[][2] = {
    [FOLDER_EDITION] = {"manifest.json", "resultater.csv"},
    [FOLDER_COMPARISON] = {"sammenligning.html", "sammenligning.csv"},
};

/* Nothing in it, or an earlier one of its kind: only those may be replaced. */
static bool may_be_replaced(struct arena *arena, enum folder_kind kind, const char *target)
{
    size_t count = 0;
    DIR *folder = opendir(target);
    if (!folder)
        return false;
    for (struct dirent *entry; (entry = readdir(folder));)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(folder);
    bool marked = access(arena_printf(arena, "%s/%s", target, marks[kind][0]), F_OK) == 0 &&
                  access(arena_printf(arena, "%s/%s", target, marks[kind][1]), F_OK) == 0;
    return count == 0 || (marked && (kind == FOLDER_EDITION || count == 2));
}

static bool check_target(struct diagnostics *diagnostics, enum folder_kind kind, const char *target,
                         const char *plan)
{
    struct stat status;
    if (lstat(target, &status) != 0)
        return true; /* not there yet; making it will tell the rest */
    if (!S_ISDIR(status.st_mode))
        return refuse(diagnostics, target,
                      "er ikke en mappe (eller er et link) · vælg en anden mappe med -o",
                      "is not a folder (or is a link) · choose another folder with -o");
    if (plan && file_lies_in(plan, target))
        return refuse(diagnostics, target,
                      "er selve planmappen eller ligger uden om den · vælg en anden mappe med -o",
                      "is the plan folder or lies around it · choose another folder with -o");
    if (may_be_replaced(diagnostics->arena, kind, target))
        return true;
    if (kind == FOLDER_COMPARISON)
        return refuse(diagnostics, target,
                      "indeholder andet end en sammenligning · vælg en tom eller ny mappe med -o",
                      "holds something else than a comparison · choose an empty or new folder with "
                      "-o");
    return refuse(diagnostics, target,
                  "indeholder andet end en udgave · vælg en tom eller ny mappe med -o",
                  "holds something else than an edition · choose an empty or new folder with "
                  "-o");
}

/* Takes the lock on the building folder; false where it was swapped away in the meantime. */
static bool lock_folder(struct edition_folder *folder)
{
    struct stat locked, named;
    folder->lock = open(folder->building, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder->lock < 0)
        return false;
    if (flock(folder->lock, LOCK_EX | LOCK_NB) == 0 && fstat(folder->lock, &locked) == 0 &&
        lstat(folder->building, &named) == 0 && locked.st_ino == named.st_ino)
        return true;
    int fault = errno;
    close(folder->lock);
    folder->lock = -1;
    errno = fault;
    return false;
}

/* What a run that was stopped left in the building folder. */
static bool clear_folder(struct arena *arena, const char *path)
{
    bool cleared = true;
    DIR *folder = opendir(path);
    if (!folder)
        return false;
    for (struct dirent *entry; (entry = readdir(folder));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            cleared =
                file_remove_tree(arena_printf(arena, "%s/%s", path, entry->d_name)) && cleared;
    closedir(folder);
    return cleared;
}

bool edition_begin(struct diagnostics *diagnostics, enum folder_kind kind, const char *target,
                   const char *plan, struct edition_folder *folder)
{
    struct arena *arena = diagnostics->arena;
    const char *parent, *name;
    split(arena, target, &parent, &name);
    *folder = (struct edition_folder){.target = target, .lock = -1};
    folder->building = arena_printf(arena, "%s/.%s.ny", parent, name);
    if (!check_target(diagnostics, kind, target, plan))
        return false;
    bool made =
        make_folders(arena, parent) && (mkdir(folder->building, 0700) == 0 || errno == EEXIST);
    if (made && !lock_folder(folder) && errno == EWOULDBLOCK) {
        diagnostics_report(diagnostics, PROBLEM_FILE, (struct location){.file = target},
                           "en anden kørsel er ved at lave udgaven · vent, til den er færdig",
                           "another run is making this edition · wait until it is done");
        return false;
    }
    if (folder->lock >= 0 && chmod(folder->building, 0700) == 0 &&
        clear_folder(arena, folder->building))
        return true;
    file_report(diagnostics, made ? folder->building : parent, errno);
    edition_abandon(folder);
    return false;
}

/*
 * On a network drive that cannot exchange two folders: the old edition steps aside, and comes back
 * if the new one cannot take its place.
 */
static bool swap_in_two_steps(const struct edition_folder *folder)
{
    char aside[PATH_MAX];
    if (snprintf(aside, sizeof aside, "%s.gl", folder->building) >= (int)sizeof aside ||
        rename(folder->target, aside) != 0)
        return false;
    if (rename(folder->building, folder->target) == 0)
        return file_remove_tree(aside);
    int fault = errno;
    (void)rename(aside, folder->target); /* the fault to report is the first one */
    errno = fault;
    return false;
}

/* Puts the built folder in the target's place, and the old edition, if any, in the built one's. */
static bool swap(const struct edition_folder *folder)
{
    if (rename(folder->building, folder->target) == 0)
        return true; /* there was none, or an empty folder */
    if (errno != ENOTEMPTY && errno != EEXIST)
        return false;
    if (renameat2(AT_FDCWD, folder->building, AT_FDCWD, folder->target, RENAME_EXCHANGE) == 0)
        return true;
    bool unsupported = errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP;
    return unsupported && swap_in_two_steps(folder);
}

static void sync_parent(struct arena *arena, const char *path)
{
    const char *parent, *name;
    split(arena, path, &parent, &name);
    int descriptor = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    fsync(descriptor);
    close(descriptor);
}

bool edition_publish(struct diagnostics *diagnostics, struct edition_folder *folder, bool shared)
{
    bool permitted = nftw(folder->building, shared ? open_to_others : close_to_others, OPEN_FOLDERS,
                          FTW_PHYS) == 0;
    if (!permitted || !swap(folder)) {
        file_report(diagnostics, folder->target, errno);
        edition_abandon(folder);
        return false;
    }
    sync_parent(diagnostics->arena, folder->target);
    edition_abandon(folder); /* the building folder holds the old edition now, or is gone */
    return true;
}

void edition_abandon(struct edition_folder *folder)
{
    if (folder->lock < 0)
        return;
    file_remove_tree(folder->building);
    close(folder->lock);
    folder->lock = -1;
}
