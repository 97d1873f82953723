/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* prlimit: limits of another process */
#include "pejling/present/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <sys/resource.h>
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

/* The process that clears up behind us, 0 for none, and what it reads until we are no more. */
static volatile sig_atomic_t last, last_descriptor;

static const int ends[] = {SIGINT, SIGTERM, SIGHUP};
#define ENDS (sizeof ends / sizeof *ends)

/* ---- Ending with us ---------------------------------------------------------------------------
 */

sigset_t child_end_signals(void)
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
    if (last > 0) {
        close((int)last_descriptor);
        while (waitpid((pid_t)last, NULL, 0) < 0 && errno == EINTR)
            continue;
    }
    raise(signal);
}

void child_ends_last(pid_t process, int descriptor)
{
    last = 0; /* a signal in between finds no half of it */
    last_descriptor = descriptor;
    last = (sig_atomic_t)process;
}

void child_ends_with_us(void)
{
    struct sigaction action = {.sa_handler = end_all, .sa_flags = (int)SA_RESETHAND}, before;
    action.sa_mask = child_end_signals();
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

static struct rlimit at_most(struct rlimit limit, rlim_t most)
{
    return (struct rlimit){limit.rlim_cur < most ? limit.rlim_cur : most, limit.rlim_max};
}

/*
 * posix_spawn knows no limits, but what is started has ours from its first moment: a limit set
 * afterwards comes too late for what it has started itself by then. Where the system does not let
 * us, a lower one holds already.
 */
static int spawn_limited(struct child *child, const struct child_command *command,
                         const posix_spawn_file_actions_t *actions,
                         const posix_spawnattr_t *attributes)
{
    struct rlimit core = {0, 0}, file = {RLIM_INFINITY, RLIM_INFINITY};
    getrlimit(RLIMIT_CORE, &core);
    getrlimit(RLIMIT_FSIZE, &file);
    const struct rlimit no_core = at_most(core, 0);
    const struct rlimit small =
        at_most(file, command->file_size ? command->file_size : RLIM_INFINITY);
    setrlimit(RLIMIT_CORE, &no_core);
    setrlimit(RLIMIT_FSIZE, &small);
    int fault = posix_spawn(&child->process, command->arguments[0], actions, attributes,
                            command->arguments, command->environment);
    setrlimit(RLIMIT_FSIZE, &file);
    setrlimit(RLIMIT_CORE, &core);
    return fault;
}

/*
 * The one that cannot be ours, who may have used as much already. For a process that is left behind:
 * while we live, its time is up first or as well. The last second is for the signal that says so.
 */
static void limit_processor_time(const struct child *child)
{
    const struct rlimit time = {child->seconds, (rlim_t)child->seconds + 1};
    prlimit(child->process, RLIMIT_CPU, &time, NULL);
}

/* Starts it and notes its group in one: a signal in between would find half of that. */
static int spawn(struct child *child, const struct child_command *command,
                 const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes)
{
    volatile sig_atomic_t *place = place_of(0);
    sigset_t held = child_end_signals(), before;
    if (!place)
        return EAGAIN;
    sigprocmask(SIG_BLOCK, &held, &before);
    int fault = spawn_limited(child, command, actions, attributes);
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
    if (fault)
        return CHILD_REFUSED;
    limit_processor_time(child);
    return CHILD_STARTED;
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
    if (looked == 0 && WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
        return CHILD_LATE;
    if (looked != 0 || !WIFEXITED(status))
        return CHILD_KILLED;
    child->status = WEXITSTATUS(status);
    return CHILD_EXITED;
}

void child_pause(void)
{
    poll(NULL, 0, PAUSE);
}

enum child_state child_wait(struct child *child)
{
    enum child_state state;
    while ((state = child_look(child)) == CHILD_RUNS)
        child_pause();
    return state;
}
