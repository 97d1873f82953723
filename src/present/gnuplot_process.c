/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memfd_create: files in memory, without a name and gone when closed */
#include "pejling/present/gnuplot_process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PROGRAM "/usr/bin/gnuplot"
#define NOT_FOUND 127 /* what a shell, or an older C library, says of a missing program */

struct gnuplot_process {
    pid_t child;
    int errors; /* what it says on standard error */
    enum gnuplot_fault fault;
};

const char *gnuplot_program(void)
{
    const char *chosen = getenv("PEJLING_GNUPLOT");
    return chosen && *chosen ? chosen : PROGRAM;
}

/* ---- Starting ---------------------------------------------------------------------------------
 */

/*
 * The script as a file: a pipe takes no more than the first part of it, and gnuplot would stand
 * still until somebody sent the rest.
 */
static int script_file(const struct gnuplot_script *script)
{
    size_t length, sent = 0;
    const char *text = gnuplot_script_text(script, &length);
    int file = memfd_create("script", MFD_CLOEXEC);
    while (file >= 0 && sent < length) {
        ssize_t wrote = write(file, text + sent, length - sent);
        if (wrote > 0) {
            sent += (size_t)wrote;
        } else if (wrote == 0 || errno != EINTR) {
            close(file);
            file = -1;
        }
    }
    if (file >= 0)
        lseek(file, 0, SEEK_SET);
    return file;
}

static int spawn(struct gnuplot_process *process, int input)
{
    char name[] = "gnuplot", option[] = "-d", script[] = "/dev/stdin";
    char path[] = "PATH=/usr/bin:/bin", home[] = "HOME=/nonexistent";
    char locale[] = "LC_ALL=C.UTF-8", zone[] = "TZ=UTC";
    char *arguments[] = {name, option, script, NULL};
    char *environment[] = {path, home, locale, zone, NULL};
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t signals;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, process->errors, STDERR_FILENO);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF |
                                              POSIX_SPAWN_SETSIGMASK);
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(&attributes, &signals);
    sigaddset(&signals, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &signals);
    int fault = posix_spawn(&process->child, gnuplot_program(), &actions, &attributes, arguments,
                            environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return fault;
}

static enum gnuplot_fault start(struct gnuplot_process *process,
                                const struct gnuplot_script *script)
{
    process->errors = memfd_create("errors", MFD_CLOEXEC);
    int input = script_file(script);
    int fault = process->errors < 0 || input < 0 ? ENOMEM : spawn(process, input);
    if (input >= 0)
        close(input);
    if (fault == ENOENT || fault == EACCES || fault == ENOEXEC || fault == ENOTDIR)
        return GNUPLOT_MISSING;
    return fault ? GNUPLOT_START : GNUPLOT_NONE;
}

struct gnuplot_process *gnuplot_process_start(struct arena *arena,
                                              const struct gnuplot_script *script)
{
    struct gnuplot_process *process = arena_alloc(arena, 1, sizeof *process);
    process->fault = start(process, script);
    return process;
}

/* ---- Ending -----------------------------------------------------------------------------------
 */

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static enum gnuplot_fault wait_for_end(const struct gnuplot_process *process, unsigned seconds)
{
    double deadline = seconds_now() + seconds;
    int status = 0;
    pid_t ended;
    while ((ended = waitpid(process->child, &status, WNOHANG)) == 0) {
        if (seconds_now() > deadline) {
            kill(-process->child, SIGKILL); /* the group: a script may have started another */
            waitpid(process->child, &status, 0);
            return GNUPLOT_TIME;
        }
        poll(NULL, 0, 2);
    }
    if (ended < 0 || WIFSIGNALED(status))
        return GNUPLOT_KILLED;
    if (WEXITSTATUS(status) == NOT_FOUND)
        return GNUPLOT_MISSING;
    return WEXITSTATUS(status) == GNUPLOT_DONE ? GNUPLOT_NONE : GNUPLOT_FAILED;
}

/* Whether gnuplot said anything; that fontconfig cannot keep its cache is no matter. */
static bool complained(int errors)
{
    static const char harmless[] = "Fontconfig ";
    char said[4096];
    ssize_t length = pread(errors, said, sizeof said - 1, 0);
    if (length < 0)
        return true;
    said[length] = '\0';
    for (const char *line = said; *line;) {
        size_t end = strcspn(line, "\n");
        if (end && strncmp(line, harmless, sizeof harmless - 1) != 0)
            return true;
        line += end + (line[end] == '\n');
    }
    return length == sizeof said - 1; /* too much of it to be harmless */
}

enum gnuplot_fault gnuplot_process_end(struct gnuplot_process *process, unsigned seconds)
{
    if (!process->fault)
        process->fault = wait_for_end(process, seconds);
    if (!process->fault && complained(process->errors))
        process->fault = GNUPLOT_FAILED;
    if (process->errors >= 0)
        close(process->errors);
    process->errors = -1;
    return process->fault;
}
