/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Loaded before the C library (LD_PRELOAD): lets one call of the program fail, as a full disk, a
 * worn-out drive or a lack of memory would.
 *
 *   FAIL_CALL=write:7            the seventh call of write fails
 *   FAIL_CALL=calloc:7+          and every one after it
 *   FAIL_CALL=space:9000         no more than so many bytes can be written in all
 *   FAIL_CALL=kill:7             SIGKILL at the seventh of any of the calls below
 *   FAIL_CALL=kill-file:7        SIGKILL at the seventh that is not about memory
 *   FAIL_CALL=int:7, term:7      SIGINT, SIGTERM at the seventh of any
 *   FAIL_EXCHANGE=1              two folders cannot be exchanged, as on some network drives
 *   FAIL_COUNT=FILE              at the end, how often each was called
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum call {
    CALL_OPEN,
    CALL_WRITE,
    CALL_FSYNC,
    CALL_CLOSE,
    CALL_RENAME,
    CALL_RENAMEAT2,
    CALL_MKDIR,
    CALL_CHMOD,
    CALL_UNLINK,
    CALL_OPENDIR,
    CALL_READDIR,
    CALL_FOPEN,
    CALL_SPAWN,
    CALL_FORK,
    CALL_MEMFD,
    CALL_CALLOC,
    CALL_REALLOC,
    CALL_MALLOC,
    CALLS
};

static const struct {
    const char *name;
    int fault;
} calls[CALLS] = {
    [CALL_OPEN] = {"open", EIO},
    [CALL_WRITE] = {"write", ENOSPC},
    [CALL_FSYNC] = {"fsync", EIO},
    [CALL_CLOSE] = {"close", EIO},
    [CALL_RENAME] = {"rename", EIO},
    [CALL_RENAMEAT2] = {"renameat2", EIO},
    [CALL_MKDIR] = {"mkdir", ENOSPC},
    [CALL_CHMOD] = {"chmod", EPERM},
    [CALL_UNLINK] = {"unlink", EIO},
    [CALL_OPENDIR] = {"opendir", EMFILE},
    [CALL_READDIR] = {"readdir", EIO},
    [CALL_FOPEN] = {"fopen", EMFILE},
    [CALL_SPAWN] = {"posix_spawn", EAGAIN},
    [CALL_FORK] = {"fork", EAGAIN},
    [CALL_MEMFD] = {"memfd_create", EMFILE},
    [CALL_CALLOC] = {"calloc", ENOMEM},
    [CALL_REALLOC] = {"realloc", ENOMEM},
    [CALL_MALLOC] = {"malloc", ENOMEM},
};

static unsigned long counts[CALLS], all_calls, file_calls, space_used;
static struct {
    int call; /* -1: none of them */
    unsigned long at;
    int for_ever, no_exchange;
    int signal, only_files; /* 0: none */
    unsigned long space;    /* 0: without limit */
} plan = {.call = -1};

static const struct {
    const char *name;
    int signal, only_files;
} signals[] = {
    {"kill", SIGKILL, 0}, {"kill-file", SIGKILL, 1}, {"int", SIGINT, 0}, {"term", SIGTERM, 0}};
#define SIGNALS (sizeof signals / sizeof *signals)

static void __attribute__((constructor)) read_plan(void)
{
    const char *said = getenv("FAIL_CALL"), *colon = said ? strchr(said, ':') : NULL;
    plan.no_exchange = getenv("FAIL_EXCHANGE") != NULL;
    if (!colon)
        return;
    char *end;
    unsigned long number = strtoul(colon + 1, &end, 10);
    size_t length = (size_t)(colon - said);
    plan.at = number;
    plan.for_ever = *end == '+';
    for (size_t i = 0; i < SIGNALS; i++)
        if (strlen(signals[i].name) == length && strncmp(said, signals[i].name, length) == 0) {
            plan.signal = signals[i].signal;
            plan.only_files = signals[i].only_files;
        }
    if (strncmp(said, "space", length) == 0)
        plan.space = number + 1;
    for (int i = 0; i < CALLS; i++)
        if (strlen(calls[i].name) == length && strncmp(said, calls[i].name, length) == 0)
            plan.call = i;
}

static void __attribute__((destructor)) tell_counts(void)
{
    const char *path = getenv("FAIL_COUNT");
    FILE *file = path ? fopen(path, "w") : NULL;
    if (!file)
        return;
    for (int i = 0; i < CALLS; i++)
        fprintf(file, "%s %lu\n", calls[i].name, counts[i]);
    for (size_t i = 0; i < SIGNALS; i++)
        fprintf(file, "%s %lu\n", signals[i].name, signals[i].only_files ? file_calls : all_calls);
    fprintf(file, "space %lu\n", space_used);
    fclose(file);
}

/* The C library's own. */
static struct {
    int (*open)(const char *, int, ...);
    ssize_t (*write)(int, const void *, size_t);
    int (*fsync)(int);
    int (*close)(int);
    int (*rename)(const char *, const char *);
    int (*renameat2)(int, const char *, int, const char *, unsigned);
    int (*mkdir)(const char *, mode_t);
    int (*chmod)(const char *, mode_t);
    int (*unlink)(const char *);
    DIR *(*opendir)(const char *);
    struct dirent *(*readdir)(DIR *);
    FILE *(*fopen64)(const char *, const char *);
    int (*posix_spawn)(pid_t *, const char *, const posix_spawn_file_actions_t *,
                       const posix_spawnattr_t *, char *const[], char *const[]);
    pid_t (*fork)(void);
    int (*memfd_create)(const char *, unsigned);
    void *(*calloc)(size_t, size_t);
    void *(*malloc)(size_t);
    void *(*realloc)(void *, size_t);
} real;

/* POSIX lets a function pointer be written through a pointer to void. */
static void find(void *place, const char *name)
{
    *(void **)place = dlsym(RTLD_NEXT, name);
}

static void find_all(void)
{
    static int asked;
    if (asked)
        return;
    asked = 1; /* dlsym itself allocates */
    find(&real.open, "open");
    find(&real.write, "write");
    find(&real.fsync, "fsync");
    find(&real.close, "close");
    find(&real.rename, "rename");
    find(&real.renameat2, "renameat2");
    find(&real.mkdir, "mkdir");
    find(&real.chmod, "chmod");
    find(&real.unlink, "unlink");
    find(&real.opendir, "opendir");
    find(&real.readdir, "readdir");
    find(&real.fopen64, "fopen64");
    find(&real.posix_spawn, "posix_spawn");
    find(&real.fork, "fork");
    find(&real.memfd_create, "memfd_create");
    find(&real.calloc, "calloc");
    find(&real.malloc, "malloc");
    find(&real.realloc, "realloc");
}

/* Whether this call fails; errno says how. */
static int fails(enum call call)
{
    find_all();
    counts[call]++;
    all_calls++;
    file_calls += call < CALL_CALLOC;
    if (plan.signal && (plan.only_files ? file_calls : all_calls) == plan.at &&
        (!plan.only_files || call < CALL_CALLOC))
        kill(getpid(), plan.signal);
    if (plan.call != (int)call ||
        (plan.for_ever ? counts[call] < plan.at : counts[call] != plan.at))
        return 0;
    errno = calls[call].fault;
    return 1;
}

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    return fails(CALL_OPEN) ? -1 : real.open(path, flags, mode);
}

ssize_t write(int descriptor, const void *bytes, size_t length)
{
    if (fails(CALL_WRITE))
        return -1;
    if (descriptor > STDERR_FILENO)
        space_used += length;
    if (plan.space && descriptor > STDERR_FILENO && space_used >= plan.space) {
        errno = ENOSPC;
        return -1;
    }
    return real.write(descriptor, bytes, length);
}

int fsync(int descriptor)
{
    return fails(CALL_FSYNC) ? -1 : real.fsync(descriptor);
}

int close(int descriptor)
{
    int failed = fails(CALL_CLOSE), fault = errno;
    int closed = real.close(descriptor);
    errno = failed ? fault : errno;
    return failed ? -1 : closed;
}

int rename(const char *from, const char *to)
{
    return fails(CALL_RENAME) ? -1 : real.rename(from, to);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
    if (plan.no_exchange) {
        errno = EINVAL;
        return -1;
    }
    return fails(CALL_RENAMEAT2) ? -1 : real.renameat2(from_folder, from, to_folder, to, flags);
}

int mkdir(const char *path, mode_t mode)
{
    return fails(CALL_MKDIR) ? -1 : real.mkdir(path, mode);
}

int chmod(const char *path, mode_t mode)
{
    return fails(CALL_CHMOD) ? -1 : real.chmod(path, mode);
}

int unlink(const char *path)
{
    return fails(CALL_UNLINK) ? -1 : real.unlink(path);
}

DIR *opendir(const char *path)
{
    return fails(CALL_OPENDIR) ? NULL : real.opendir(path);
}

struct dirent *readdir(DIR *folder)
{
    return fails(CALL_READDIR) ? NULL : real.readdir(folder);
}

FILE *fopen64(const char *path, const char *mode)
{
    return fails(CALL_FOPEN) ? NULL : real.fopen64(path, mode);
}

int posix_spawn(pid_t *process, const char *path, const posix_spawn_file_actions_t *actions,
                const posix_spawnattr_t *attributes, char *const arguments[],
                char *const environment[])
{
    if (fails(CALL_SPAWN))
        return errno;
    return real.posix_spawn(process, path, actions, attributes, arguments, environment);
}

pid_t fork(void)
{
    return fails(CALL_FORK) ? -1 : real.fork();
}

int memfd_create(const char *name, unsigned flags)
{
    return fails(CALL_MEMFD) ? -1 : real.memfd_create(name, flags);
}

/* dlsym itself allocates: until it has answered, a little of our own does. */
static void *early(size_t bytes)
{
    static char room[4096];
    static size_t used;
    bytes = (bytes + 15) / 16 * 16;
    if (used + bytes > sizeof room)
        return NULL;
    used += bytes;
    return room + used - bytes;
}

void *calloc(size_t count, size_t bytes)
{
    find_all();
    if (!real.calloc)
        return early(count * bytes);
    return fails(CALL_CALLOC) ? NULL : real.calloc(count, bytes);
}

void *malloc(size_t bytes)
{
    find_all();
    if (!real.malloc)
        return early(bytes);
    return fails(CALL_MALLOC) ? NULL : real.malloc(bytes);
}

void *realloc(void *memory, size_t bytes)
{
    find_all();
    return fails(CALL_REALLOC) ? NULL : real.realloc(memory, bytes);
}
