/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PAUSE 5 /* milliseconds between two looks */

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void give_stream(posix_spawn_file_actions_t *actions, int descriptor, int stream)
{
    if (descriptor >= 0)
        posix_spawn_file_actions_adddup2(actions, descriptor, stream);
    else
        posix_spawn_file_actions_addopen(actions, stream, "/dev/null", O_RDWR, 0);
}

/* What the parent ignores would stay ignored in the child. */
static void give_signals(posix_spawnattr_t *attributes)
{
    sigset_t signals;
    posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF |
                                             POSIX_SPAWN_SETSIGMASK);
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(attributes, &signals);
    sigaddset(&signals, SIGPIPE);
    sigaddset(&signals, SIGXFSZ);
    posix_spawnattr_setsigdefault(attributes, &signals);
}

enum child_fault child_start(struct child *child, const struct child_command *command)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    *child = (struct child){.seconds = command->seconds};
    posix_spawn_file_actions_init(&actions);
    give_stream(&actions, command->input, STDIN_FILENO);
    give_stream(&actions, command->output, STDOUT_FILENO);
    give_stream(&actions, command->errors, STDERR_FILENO);
    posix_spawnattr_init(&attributes);
    give_signals(&attributes);
    int fault = posix_spawn(&child->process, command->arguments[0], &actions, &attributes,
                            command->arguments, command->environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (fault == ENOENT || fault == EACCES || fault == ENOEXEC || fault == ENOTDIR)
        return CHILD_MISSING;
    return fault ? CHILD_REFUSED : CHILD_STARTED;
}

/* Until it is waited for, its number is nobody else's, and so is that of its group. */
static int end_group(const struct child *child)
{
    int status = 0;
    kill(-child->process, SIGKILL);
    while (waitpid(child->process, &status, 0) < 0 && errno == EINTR)
        continue;
    return status;
}

enum child_state child_look(struct child *child)
{
    siginfo_t ended = {.si_pid = 0};
    double now = seconds_now();
    if (child->deadline <= 0)
        child->deadline = now + child->seconds;
    int looked = waitid(P_PID, (id_t)child->process, &ended, WEXITED | WNOHANG | WNOWAIT);
    if (looked == 0 && ended.si_pid == 0) {
        if (now <= child->deadline)
            return CHILD_RUNS;
        end_group(child);
        return CHILD_LATE;
    }
    int status = end_group(child);
    if (looked != 0 || !WIFEXITED(status))
        return CHILD_KILLED;
    child->status = WEXITSTATUS(status);
    return CHILD_EXITED;
}

enum child_state child_wait(struct child *child)
{
    enum child_state state;
    while ((state = child_look(child)) == CHILD_RUNS)
        poll(NULL, 0, PAUSE);
    return state;
}
