/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memfd_create: files in memory, without a name and gone when closed */
#include "pejling/present/gnuplot_process.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "pejling/present/child.h"

#define PROGRAM "/usr/bin/gnuplot"
#define FILE_SIZE (64u << 20) /* a figure takes a few hundred kB, slides some MB */
#define NOT_FOUND 127         /* what a shell, or an older C library, says of a missing program */

struct gnuplot_process {
    char *program;
    unsigned seconds; /* that it may take */
    struct child child;
    enum child_state state; /* at the last look */
    int errors;             /* what it says on standard error */
    bool complained;
    enum gnuplot_fault fault;
};

static const char *gnuplot_program(void)
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

static enum child_fault spawn(struct gnuplot_process *process, int input)
{
    char option[] = "-d", script[] = "/dev/stdin";
    char path[] = "PATH=/usr/bin:/bin", home[] = "HOME=/nonexistent";
    char locale[] = "LC_ALL=C.UTF-8", zone[] = "TZ=UTC";
    char *program = process->program;
    char *const arguments[] = {program, option, script, NULL};
    char *const environment[] = {path, home, locale, zone, NULL};
    const struct child_command command = {.arguments = arguments,
                                          .environment = environment,
                                          .input = input,
                                          .output = -1,
                                          .errors = process->errors,
                                          .seconds = process->seconds,
                                          .file_size = FILE_SIZE};
    return child_start(&process->child, &command);
}

static enum gnuplot_fault start(struct gnuplot_process *process,
                                const struct gnuplot_script *script)
{
    process->errors = memfd_create("errors", MFD_CLOEXEC);
    int input = script_file(script);
    bool ready = process->errors >= 0 && input >= 0;
    enum child_fault fault = ready ? spawn(process, input) : CHILD_REFUSED;
    if (input >= 0)
        close(input);
    switch (fault) {
    case CHILD_MISSING:
        return GNUPLOT_MISSING;
    case CHILD_REFUSED:
        return GNUPLOT_START;
    case CHILD_STARTED:
        break;
    }
    return GNUPLOT_NONE;
}

struct gnuplot_process *gnuplot_process_start(struct arena *arena,
                                              const struct gnuplot_script *script, unsigned seconds)
{
    struct gnuplot_process *process = arena_alloc(arena, 1, sizeof *process);
    process->program = arena_copy(arena, gnuplot_program());
    process->seconds = seconds;
    process->state = CHILD_RUNS;
    process->fault = start(process, script);
    return process;
}

/* ---- Ending -----------------------------------------------------------------------------------
 */

/*
 * Of 127, the system's loader says whether it lacked a file, or the memory or descriptors for those
 * that are there.
 */
static bool was_starved(int errors)
{
    char said[1024];
    ssize_t length = pread(errors, said, sizeof said - 1, 0);
    said[length > 0 ? length : 0] = '\0';
    return strstr(said, "error while loading shared libraries") &&
           !strstr(said, "No such file or directory");
}

bool gnuplot_process_runs(struct gnuplot_process *process)
{
    if (!process->fault && process->state == CHILD_RUNS)
        process->state = child_look(&process->child);
    return !process->fault && process->state == CHILD_RUNS;
}

static enum gnuplot_fault wait_for_end(struct gnuplot_process *process)
{
    while (gnuplot_process_runs(process))
        child_pause();
    switch (process->state) {
    case CHILD_LATE:
        return GNUPLOT_TIME;
    case CHILD_EXITED:
        break;
    case CHILD_KILLED:
    case CHILD_RUNS:
        return GNUPLOT_KILLED;
    }
    if (process->child.status == NOT_FOUND)
        return was_starved(process->errors) ? GNUPLOT_START : GNUPLOT_MISSING;
    return process->child.status == GNUPLOT_DONE ? GNUPLOT_NONE : GNUPLOT_FAILED;
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

enum gnuplot_fault gnuplot_process_end(struct gnuplot_process *process)
{
    if (!process->fault)
        process->fault = wait_for_end(process);
    process->complained = process->errors >= 0 && complained(process->errors);
    if (!process->fault && process->complained)
        process->fault = GNUPLOT_FAILED;
    if (process->errors >= 0)
        close(process->errors);
    process->errors = -1;
    return process->fault;
}

bool gnuplot_process_complained(const struct gnuplot_process *process)
{
    return process->complained;
}
