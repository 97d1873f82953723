/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _DEFAULT_SOURCE /* flock */
#include "pejling/program/cleaner.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pejling/base/file.h"
#include "pejling/present/child.h"

#define TRIES 50 /* what a helper of ours wrote last may come in between */
#define PAUSE 10 /* milliseconds between two of them */

/* Ours to remove: the folder we built, or an old edition that nobody has. */
static bool is_ours(const char *path, int lock)
{
    struct stat built, found;
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0 || fstat(folder, &found) != 0 || fstat(lock, &built) != 0)
        return false;
    return (found.st_ino == built.st_ino && found.st_dev == built.st_dev) ||
           flock(folder, LOCK_EX | LOCK_NB) == 0;
}

/* Neither the terminal's signals nor those to our group reach it, and it holds no stream open. */
static void stand_apart(void)
{
    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    (void)setpgid(0, 0);
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
        close(stream);
}

static void wait_and_remove(int descriptor, const char *path, int lock)
{
    char byte;
    stand_apart();
    while (read(descriptor, &byte, 1) < 0 && errno == EINTR)
        continue;
    bool left = is_ours(path, lock);
    for (int i = 0; left && i < TRIES && !file_remove_tree(path); i++)
        poll(NULL, 0, PAUSE);
}

void cleaner_start(struct cleaner *cleaner, const char *path, int lock)
{
    int ends[2];
    *cleaner = (struct cleaner){0, -1};
    if (pipe(ends) != 0)
        return;
    (void)fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    (void)fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    /* a signal between the two would end both */
    const sigset_t held = child_end_signals();
    sigset_t before;
    sigprocmask(SIG_BLOCK, &held, &before);
    pid_t process = fork();
    if (process == 0) {
        close(ends[1]);
        wait_and_remove(ends[0], path, lock);
        _exit(0);
    }
    close(ends[0]);
    if (process < 0) {
        close(ends[1]);
    } else {
        *cleaner = (struct cleaner){process, ends[1]};
        child_ends_last(process, ends[1]);
    }
    sigprocmask(SIG_SETMASK, &before, NULL);
}

void cleaner_stop(struct cleaner *cleaner)
{
    if (cleaner->process == 0)
        return;
    child_ends_last(0, -1);
    kill(cleaner->process, SIGKILL);
    while (waitpid(cleaner->process, NULL, 0) < 0 && errno == EINTR)
        continue;
    close(cleaner->descriptor);
    *cleaner = (struct cleaner){0, -1};
}
