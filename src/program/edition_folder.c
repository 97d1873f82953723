/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* renameat2, which swaps two folders in one step; flock */
#include "pejling/program/edition_folder.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pejling/base/file.h"
#include "pejling/model/observation_rows.h"
#include "pejling/present/child.h"
#include "pejling/program/folder_files.h"

#define CHECKSUMS "udgave.sha256" /* the name of every other file of an edition */
#define CHECKSUMS_LIMIT ((size_t)1 << 24)
#define OPEN_FOLDERS 16 /* that nftw may keep open at once */
#define LOCK_TRIES 100  /* each but the last is lost to a run that ends just then */
#define BUSY_TRIES 20   /* while a run that was stopped is being cleared up behind */
#define PAUSE 10        /* milliseconds between two of them */

/* Like every file of a program of the user's: what the umask keeps from others stays kept. */
static mode_t left_by_umask(mode_t mode)
{
    mode_t mask = umask(0);
    umask(mask);
    return mode & ~mask;
}

static int open_to_others(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status, (void)place;
    return chmod(path, left_by_umask(kind == FTW_D ? 0755 : 0644));
}

static int close_to_others(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status, (void)place;
    return chmod(path, kind == FTW_D ? 0700 : 0600);
}

/* `out/eksempel` -> `out` */
static const char *parent_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    return !slash ? "." : slash == path ? "/" : arena_text(arena, path, (size_t)(slash - path));
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
    [FOLDER_SUMMARY] = {"sammenfatning.csv", "udgave.sha256"},
    [FOLDER_PLANS] = {"", ""}, /* never replaced: somebody may have worked in them */
};

/* Nothing in it, or an earlier one of its kind: only those may be replaced. */
static bool may_be_replaced(struct arena *arena, enum folder_kind kind, const char *target)
{
    struct file_list list;
    if (!file_names(arena, target, &list))
        return false;
    bool marked = kind != FOLDER_PLANS &&
                  access(arena_printf(arena, "%s/%s", target, marks[kind][0]), F_OK) == 0 &&
                  access(arena_printf(arena, "%s/%s", target, marks[kind][1]), F_OK) == 0;
    return list.count == 0 || (marked && (kind != FOLDER_COMPARISON || list.count == 2));
}

/* What systems and office programs leave wherever somebody looks: nobody's work. */
static bool is_dropping(const char *name)
{
    static const char *const names[] = {".DS_Store", "Thumbs.db", "desktop.ini"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return strncmp(name, "~$", 2) == 0 || strncmp(name, ".~lock.", 7) == 0;
}

/*
 * A file under `prefix` of the folder that `checksums` do not list; NULL for none, or, with a
 * PROBLEM_FILE, where there is no telling.
 */
static const char *unlisted_file(struct diagnostics *diagnostics, const char *folder,
                                 const char *prefix, const char *checksums)
{
    struct arena *arena = diagnostics->arena;
    const char *found = NULL, *place = arena_printf(arena, "%s/%s", folder, prefix);
    struct file_list list;
    if (!file_names(arena, place, &list))
        file_report(diagnostics, place, errno);
    for (size_t i = 0; !found && i < list.count; i++) {
        struct stat status;
        const char *name = arena_printf(arena, "%s%s", prefix, list.names[i]);
        const char *path = arena_printf(arena, "%s/%s", folder, name);
        if (lstat(path, &status) != 0) {
            if (errno != ENOENT) /* somebody has just closed their spreadsheet */
                file_report(diagnostics, path, errno);
        } else if (S_ISDIR(status.st_mode)) {
            found = unlisted_file(diagnostics, folder, arena_printf(arena, "%s/", name), checksums);
        } else if (strcmp(name, CHECKSUMS) != 0 && !is_dropping(list.names[i]) &&
                   !strstr(checksums, arena_printf(arena, "  %s\n", name))) {
            found = name;
        }
    }
    return found;
}

/* Whoever put a file of their own into an edition would lose it with the edition. */
static bool holds_nothing_else(struct diagnostics *diagnostics, const char *target)
{
    struct arena *arena = diagnostics->arena;
    struct diagnostics quiet = {.arena = arena};
    size_t length, faults = diagnostics->of_kind[PROBLEM_FILE];
    const struct input_file file = {arena_printf(arena, "%s/" CHECKSUMS, target), CHECKSUMS,
                                    PROBLEM_FILE};
    const char *checksums = file_read(&quiet, &file, CHECKSUMS_LIMIT, &length);
    /* editions had none once, and their files cannot be told from others */
    bool had_none = !checksums && access(file.path, F_OK) != 0 && errno == ENOENT;
    const char *own =
        had_none ? NULL : unlisted_file(diagnostics, target, "", checksums ? checksums : "");
    if (own)
        diagnostics_report(diagnostics, PROBLEM_USAGE, (struct location){.file = target},
                           "»%s« er ikke en fil af udgaven og ville gå tabt · flyt den, eller vælg "
                           "en anden mappe med -o",
                           "»%s« is no file of the edition and would be lost · move it, or choose "
                           "another folder with -o",
                           own);
    return !own && diagnostics->of_kind[PROBLEM_FILE] == faults;
}

/* Nothing can take the place of `.` and `..`: they are no names of folders. */
static bool is_name(const char *name)
{
    return strcmp(name, ".") != 0 && strcmp(name, "..") != 0;
}

static bool check_content(struct diagnostics *diagnostics, enum folder_kind kind,
                          const char *target)
{
    if (access(target, W_OK) != 0) { /* whoever closed it to writing wants to keep what is in it */
        file_report(diagnostics, target, errno);
        return false;
    }
    if (may_be_replaced(diagnostics->arena, kind, target))
        return kind == FOLDER_COMPARISON || holds_nothing_else(diagnostics, target);
    if (kind == FOLDER_COMPARISON)
        return refuse(diagnostics, target,
                      "indeholder andet end en sammenligning · vælg en tom eller ny mappe med -o",
                      "holds something else than a comparison · choose an empty or new folder with "
                      "-o");
    if (kind == FOLDER_SUMMARY)
        return refuse(diagnostics, target,
                      "indeholder andet end en sammenfatning · vælg en tom eller ny mappe med -o",
                      "holds something else than a summary · choose an empty or new folder with "
                      "-o");
    if (kind == FOLDER_PLANS)
        return refuse(diagnostics, target, "er ikke tom · vælg en tom eller ny mappe med -o",
                      "is not empty · choose an empty or new folder with -o");
    return refuse(diagnostics, target,
                  "indeholder andet end en udgave · vælg en tom eller ny mappe med -o",
                  "holds something else than an edition · choose an empty or new folder with "
                  "-o");
}

/* Whether it would be where files of the plan are read from: a later run would take it for them. */
static bool is_among_files_of(struct arena *arena, const char *plan, const char *target)
{
    const char *figures = arena_printf(arena, "%s/" OBSERVATIONS_FOLDER, plan);
    const char *parent = parent_of(arena, target), *name = file_bare_name(target), *above = parent;
    while (access(above, F_OK) != 0 && strcmp(above, ".") != 0 && strcmp(above, "/") != 0)
        above = parent_of(arena, above);
    bool in_plan = file_lies_in(parent, plan) && file_lies_in(plan, parent);
    return file_lies_in(above, figures) ||
           (in_plan && (plan_file_is_read(name) || strcmp(name, OBSERVATIONS_FOLDER) == 0));
}

static bool check_target(struct diagnostics *diagnostics, enum folder_kind kind, const char *target,
                         const char *plan)
{
    struct stat status;
    bool exists = lstat(target, &status) == 0; /* else making it will tell the rest */
    if (exists && !S_ISDIR(status.st_mode))
        return refuse(diagnostics, target,
                      "er ikke en mappe (eller er et link) · vælg en anden mappe med -o",
                      "is not a folder (or is a link) · choose another folder with -o");
    if (exists && plan && file_lies_in(plan, target))
        return refuse(diagnostics, target,
                      "er selve planmappen eller ligger uden om den · vælg en anden mappe med -o",
                      "is the plan folder or lies around it · choose another folder with -o");
    if (plan && is_among_files_of(diagnostics->arena, plan, target))
        return refuse(diagnostics, target,
                      "ligger, hvor planens egne filer læses fra · vælg en anden mappe med -o",
                      "lies where the plan's own files are read from · choose another folder with "
                      "-o");
    if (!is_name(file_bare_name(target)))
        return refuse(diagnostics, target,
                      "er ikke en mappes navn · skriv mappens eget navn efter -o",
                      "is not the name of a folder · write the folder's own name after -o");
    return !exists || check_content(diagnostics, kind, target);
}

enum lock { LOCK_TAKEN, LOCK_BUSY, LOCK_MOVED, LOCK_FAULT };

static int open_folder(const char *path)
{
    return open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/* Only that another run holds it keeps this one out: some network drives know no locks. */
static bool lock(int descriptor)
{
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

static void release(struct edition_folder *folder)
{
    int fault = errno;
    cleaner_stop(&folder->cleaner); /* it holds the lock as well */
    if (folder->lock >= 0)
        close(folder->lock);
    folder->lock = -1;
    errno = fault;
}

static enum lock try_lock(struct edition_folder *folder)
{
    struct stat locked, named;
    folder->lock = open_folder(folder->building);
    if (folder->lock < 0)
        return errno == ENOENT ? LOCK_MOVED : LOCK_FAULT;
    if (!lock(folder->lock))
        return LOCK_BUSY;
    if (fstat(folder->lock, &locked) != 0)
        return LOCK_FAULT;
    bool same = lstat(folder->building, &named) == 0 && locked.st_ino == named.st_ino;
    return same ? LOCK_TAKEN : LOCK_MOVED;
}

/* Makes the building folder and takes the lock on it; a run that ends meanwhile moves it away. */
static enum lock lock_folder(struct edition_folder *folder)
{
    enum lock state = LOCK_MOVED;
    for (int i = 0; i < LOCK_TRIES && state == LOCK_MOVED; i++) {
        if (mkdir(folder->building, 0700) != 0 && errno != EEXIST)
            return LOCK_FAULT;
        state = try_lock(folder);
        if (state != LOCK_TAKEN)
            release(folder);
    }
    return state == LOCK_MOVED ? LOCK_BUSY : state;
}

static enum lock lock_soon(struct edition_folder *folder)
{
    enum lock state = lock_folder(folder);
    for (int i = 0; i < BUSY_TRIES && state == LOCK_BUSY; i++) {
        poll(NULL, 0, PAUSE);
        state = lock_folder(folder);
    }
    if (state == LOCK_TAKEN)
        cleaner_start(&folder->cleaner, folder->building, folder->lock);
    return state;
}

/* What a run that was stopped left in the building folder. */
static bool clear_folder(struct arena *arena, const char *path)
{
    struct file_list list;
    bool cleared = file_names(arena, path, &list);
    for (size_t i = 0; i < list.count; i++)
        cleared = file_remove_tree(arena_printf(arena, "%s/%s", path, list.names[i])) && cleared;
    return cleared;
}

/*
 * A run that was stopped between the two steps of a swap left the old edition aside; not one whose
 * name is too long for that.
 */
static bool bring_back(const struct edition_folder *folder)
{
    struct stat status;
    if (lstat(folder->aside, &status) != 0)
        return errno == ENOENT || errno == ENAMETOOLONG;
    if (lstat(folder->target, &status) == 0)
        return file_remove_tree(folder->aside);
    return rename(folder->aside, folder->target) == 0;
}

/* Nobody has named the building folder: a problem with a file in it is one with the target's. */
static void name_target(struct diagnostics *diagnostics, const struct edition_folder *folder)
{
    size_t length = strlen(folder->building);
    for (size_t i = 0; i < diagnostics->count; i++) {
        struct location *at = &diagnostics->items[i].at;
        if (at->file && strncmp(at->file, folder->building, length) == 0 &&
            (at->file[length] == '/' || at->file[length] == '\0'))
            at->file = arena_printf(diagnostics->arena, "%s%s", folder->target, at->file + length);
    }
}

bool edition_begin(struct diagnostics *diagnostics, enum folder_kind kind, const char *target,
                   const char *plan, struct edition_folder *folder)
{
    struct arena *arena = diagnostics->arena;
    /* A slash at its end would lead through a link to what that points at. */
    const char *named = file_without_slash(arena, target), *parent = parent_of(arena, named);
    *folder = (struct edition_folder){.target = named, .lock = -1};
    folder->building = arena_printf(arena, "%s/.%s.ny", parent, file_bare_name(named));
    folder->aside = arena_printf(arena, "%s.gl", folder->building);
    if (!check_target(diagnostics, kind, named, plan))
        return false;
    enum lock state = make_folders(arena, parent) ? lock_soon(folder) : LOCK_FAULT;
    if (state == LOCK_BUSY) {
        diagnostics_report(diagnostics, PROBLEM_FILE, (struct location){.file = named},
                           "en anden kørsel er ved at lave udgaven · vent, til den er færdig",
                           "another run is making this edition · wait until it is done");
        return false;
    }
    if (state == LOCK_TAKEN && chmod(folder->building, 0700) == 0 &&
        clear_folder(arena, folder->building) && bring_back(folder))
        return true;
    bool own = state == LOCK_TAKEN || errno == ENAMETOOLONG;
    file_report(diagnostics, own ? named : parent, errno);
    edition_abandon(diagnostics, folder);
    return false;
}

/* What came of a swap: where the old edition is now, if there was one. */
enum swap { SWAP_FAILED, SWAP_MOVED, SWAP_EXCHANGED };

/*
 * On a network drive that cannot exchange two folders: the old edition steps aside, and comes back
 * if the new one cannot take its place. What cannot be removed of it the next run clears.
 */
static enum swap swap_in_two_steps(const struct edition_folder *folder)
{
    if (rename(folder->target, folder->aside) != 0)
        return SWAP_FAILED;
    if (rename(folder->building, folder->target) == 0) {
        file_remove_tree(folder->aside);
        return SWAP_MOVED;
    }
    int fault = errno;
    (void)rename(folder->aside, folder->target); /* the fault to report is the first one */
    errno = fault;
    return SWAP_FAILED;
}

/* Puts the built folder in the target's place, and the old edition, if any, in the built one's. */
static enum swap swap(const struct edition_folder *folder)
{
    if (rename(folder->building, folder->target) == 0)
        return SWAP_MOVED; /* there was none, or an empty folder */
    if (errno != ENOTEMPTY && errno != EEXIST)
        return SWAP_FAILED;
    if (renameat2(AT_FDCWD, folder->building, AT_FDCWD, folder->target, RENAME_EXCHANGE) == 0)
        return SWAP_EXCHANGED;
    bool unsupported = errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP;
    return unsupported ? swap_in_two_steps(folder) : SWAP_FAILED;
}

static void sync_parent(struct arena *arena, const char *path)
{
    int descriptor = open(parent_of(arena, path), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    fsync(descriptor);
    close(descriptor);
}

/* Gives the built folder its permissions and its place. */
static enum swap put_in_place(const struct edition_folder *folder, bool shared)
{
    bool permitted = nftw(folder->building, shared ? open_to_others : close_to_others, OPEN_FOLDERS,
                          FTW_PHYS) == 0;
    return permitted ? swap(folder) : SWAP_FAILED;
}

static bool publish(struct diagnostics *diagnostics, struct edition_folder *folder, bool shared)
{
    /* The old edition will have the building folder's name while it is removed: no other run may
     * take it for its own meanwhile. */
    int old = open_folder(folder->target);
    if (old >= 0)
        lock(old);
    enum swap swapped = put_in_place(folder, shared);
    if (swapped == SWAP_FAILED)
        file_report(diagnostics, folder->target, errno);
    else
        sync_parent(diagnostics->arena, folder->target);
    if (swapped == SWAP_MOVED)
        release(folder); /* what has its name now is another run's */
    else
        edition_abandon(diagnostics, folder);
    if (old >= 0)
        close(old);
    return swapped != SWAP_FAILED;
}

/* A signal waits until the old edition is gone: only we may remove it, and not half of it. */
bool edition_publish(struct diagnostics *diagnostics, struct edition_folder *folder, bool shared)
{
    const sigset_t held = child_end_signals();
    sigset_t before;
    sigprocmask(SIG_BLOCK, &held, &before);
    bool published = publish(diagnostics, folder, shared);
    sigprocmask(SIG_SETMASK, &before, NULL);
    return published;
}

void edition_abandon(struct diagnostics *diagnostics, struct edition_folder *folder)
{
    if (folder->lock < 0)
        return;
    name_target(diagnostics, folder);
    file_remove_tree(folder->building);
    release(folder);
}
