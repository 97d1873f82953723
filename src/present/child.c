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
#define MOST 16 /* at work at once */

/*
 * The groups at work, 0 for none: a signal's handler finds nothing but what lies in a place of its
 * own. Written only while those signals are blocked, or by one who has ended the group already.
 */
static volatile sig_atomic_t groups[MOST];

static const int ends[] = {SIGINT, SIGTERM, SIGHUP};
#define ENDS (sizeof ends / sizeof *ends)

/* ---- Ending with us ---------------------------------------------------------------------------
 */

static sigset_t end_signals(void)
{
    sigset_t signals;
    sigemptyset(&signals);
    for (size_t i = 0; i < ENDS; i++)
        sigaddset(&signals, ends[i]);
    return signals;
}

/* Ends them, and then us: the signal has its usual effect again, once its handler is through. */
static void end_all(int signal)
{
    for (size_t i = 0; i < MOST; i++)
        if (groups[i] > 0)
            kill(-(pid_t)groups[i], SIGKILL);
    raise(signal);
}

void child_ends_with_us(void)
{
    struct sigaction action = {.sa_handler = end_all, .sa_flags = (int)SA_RESETHAND}, before;
    action.sa_mask = end_signals();
    for (size_t i = 0; i < ENDS; i++)
        if (sigaction(ends[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(ends[i], &action, NULL);
}

/* Where a group is noted; NULL where there is no more room. */
static volatile sig_atomic_t *place_of(pid_t group)
{
    for (size_t i = 0; i < MOST; i++)
        if (groups[i] == (sig_atomic_t)group)
            return &groups[i];
    return NULL;
}

/* ---- Starting ---------------------------------------------------------------------------------
 */

static double seconds_now(void)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now); /* POSIX.1-2008 has that clock everywhere */
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

/* Starts it and notes its group in one: a signal in between would find half of that. */
static int spawn(struct child *child, const struct child_command *command,
                 const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes)
{
    volatile sig_atomic_t *place = place_of(0);
    sigset_t held = end_signals(), before;
    if (!place)
        return EAGAIN;
    sigprocmask(SIG_BLOCK, &held, &before);
    int fault = posix_spawn(&child->process, command->arguments[0], actions, attributes,
                            command->arguments, command->environment);
    if (!fault)
        *place = (sig_atomic_t)child->process;
    sigprocmask(SIG_SETMASK, &before, NULL);
    return fault;
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
    int fault = spawn(child, command, &actions, &attributes);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (fault == ENOENT || fault == EACCES || fault == ENOEXEC || fault == ENOTDIR)
        return CHILD_MISSING;
    return fault ? CHILD_REFUSED : CHILD_STARTED;
}

/* ---- Waiting ----------------------------------------------------------------------------------
 */

/* Until it is waited for, its number is nobody else's, and so is that of its group. */
static int end_group(const struct child *child)
{
    volatile sig_atomic_t *place = place_of(child->process);
    int status = 0;
    kill(-child->process, SIGKILL);
    if (place)
        *place = 0; /* before its number can become another's */
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
