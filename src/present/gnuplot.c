/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/gnuplot.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "pejling/base/sink.h"
#include "pejling/present/figure_svg.h"

#define PROGRAM "/usr/bin/gnuplot"
#define DEFAULT_SECONDS 60
#define NOT_FOUND 127 /* what a shell, or an older C library, says of a missing program */

struct gnuplot_job {
    const struct place *place;
    struct gnuplot_figure figure;
    const char *svg, *png; /* paths; png NULL where there is none */
    const char *script;
    size_t length, sent; /* bytes of it */
    int input;           /* the pipe to gnuplot; -1 when all is sent */
    int errors;          /* what it says on standard error: a file without a name */
    pid_t child;
    enum gnuplot_fault fault;
};

/* ---- The process ------------------------------------------------------------------------------
 */

static const char *program(void)
{
    const char *chosen = getenv("PEJLING_GNUPLOT");
    return chosen && *chosen ? chosen : PROGRAM;
}

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void close_descriptor(int *descriptor)
{
    if (*descriptor >= 0)
        close(*descriptor);
    *descriptor = -1;
}

/* Sends what the pipe takes within `milliseconds`. gnuplot may be gone: then the rest is not sent.
 */
static void send_script(struct gnuplot_job *job, int milliseconds)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
    struct pollfd ready = {.fd = job->input, .events = POLLOUT};
    poll(&ready, 1, milliseconds);
    sigaction(SIGPIPE, &ignore, &before);
    while (job->input >= 0) {
        size_t left = job->length - job->sent;
        ssize_t wrote = left ? write(job->input, job->script + job->sent, left) : 0;
        if (wrote > 0)
            job->sent += (size_t)wrote;
        else if (wrote < 0 && errno == EAGAIN)
            break;
        else if (wrote == 0 || errno != EINTR)
            close_descriptor(&job->input);
    }
    sigaction(SIGPIPE, &before, NULL);
}

/* A clean environment: no start-up file, no shell, no locale or time zone of the user's. */
static int spawn(struct gnuplot_job *job, int input)
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
    posix_spawn_file_actions_adddup2(&actions, job->errors, STDERR_FILENO);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF |
                                              POSIX_SPAWN_SETSIGMASK);
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(&attributes, &signals);
    sigaddset(&signals, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &signals);
    int fault = posix_spawn(&job->child, program(), &actions, &attributes, arguments, environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return fault;
}

/* The file for standard error stands in the edition, which can be written, and has no name. */
static bool open_channels(struct gnuplot_job *job, int *input)
{
    int ends[2];
    char *path = arena_printf(job->place->diagnostics->arena, "%s/figurer/.gnuplot-XXXXXX",
                              job->place->folder);
    job->errors = mkstemp(path);
    if (job->errors < 0)
        return false;
    unlink(path);
    if (fcntl(job->errors, F_SETFD, FD_CLOEXEC) != 0 || pipe(ends) != 0)
        return false;
    *input = ends[0];
    job->input = ends[1];
    return fcntl(ends[0], F_SETFD, FD_CLOEXEC) == 0 && fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0 &&
           fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0;
}

static void remove_files(const struct gnuplot_job *job)
{
    unlink(job->svg);
    if (job->png)
        unlink(job->png);
}

static void start(struct gnuplot_job *job)
{
    int input = -1;
    remove_files(job); /* an older figure must not pass for this one */
    if (!open_channels(job, &input)) {
        job->fault = GNUPLOT_START;
    } else {
        int fault = spawn(job, input);
        if (fault == ENOENT || fault == EACCES || fault == ENOEXEC || fault == ENOTDIR)
            job->fault = GNUPLOT_MISSING;
        else if (fault)
            job->fault = GNUPLOT_START;
        else
            send_script(job, 0);
    }
    close_descriptor(&input);
}

static void add_file(struct gnuplot_script *whole, const struct gnuplot_job *job,
                     const char *terminal, const char *path)
{
    if (!path)
        return;
    gnuplot_load(whole, terminal);
    gnuplot_output(whole, path);
    gnuplot_add(whole, job->figure.script);
}

/* The whole script: what both files share is said twice, once for each. */
static struct gnuplot_script *compose(const struct gnuplot_job *job)
{
    struct gnuplot_script *whole = gnuplot_script_new(job->place);
    gnuplot_number(whole, "width", job->figure.width);
    gnuplot_number(whole, "height", job->figure.height);
    gnuplot_load(whole, "style.gp");
    add_file(whole, job, "svg.gp", job->svg);
    add_file(whole, job, "png.gp", job->png);
    gnuplot_end(whole);
    return whole;
}

static bool is_file_name(const char *name)
{
    return *name && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(name);
}

struct gnuplot_job *gnuplot_start(const struct place *place, const struct gnuplot_figure *figure)
{
    struct arena *arena = place->diagnostics->arena;
    struct gnuplot_job *job = arena_alloc(arena, 1, sizeof *job);
    job->place = place;
    job->figure = *figure;
    job->input = job->errors = -1;
    job->svg = arena_printf(arena, "%s/figurer/%s.svg", place->folder, figure->name);
    if (!figure->only_svg)
        job->png = arena_printf(arena, "%s/figurer/%s.png", place->folder, figure->name);
    const struct gnuplot_script *script = compose(job);
    job->script = gnuplot_script_text(script, &job->length);
    job->fault = is_file_name(figure->name) ? gnuplot_script_fault(script) : GNUPLOT_PATH;
    if (!job->fault)
        start(job);
    return job;
}

/* ---- What came of it --------------------------------------------------------------------------
 */

/* Waits for the end, sending the rest of the script meanwhile. */
static enum gnuplot_fault wait_for_end(struct gnuplot_job *job)
{
    unsigned seconds = job->figure.seconds ? job->figure.seconds : DEFAULT_SECONDS;
    double deadline = seconds_now() + seconds;
    int status = 0;
    pid_t ended;
    while ((ended = waitpid(job->child, &status, WNOHANG)) == 0) {
        if (seconds_now() > deadline) {
            kill(-job->child, SIGKILL); /* the group: it may be a script that started another */
            waitpid(job->child, &status, 0);
            return GNUPLOT_TIME;
        }
        if (job->input >= 0)
            send_script(job, 2);
        else
            poll(NULL, 0, 2);
    }
    if (ended < 0 || WIFSIGNALED(status))
        return GNUPLOT_KILLED;
    if (WEXITSTATUS(status) == NOT_FOUND)
        return GNUPLOT_MISSING;
    return WEXITSTATUS(status) == GNUPLOT_DONE ? GNUPLOT_NONE : GNUPLOT_FAILED;
}

/* All bytes of an open file, a NUL behind them; "" where it cannot be read. */
static char *read_all(struct arena *arena, int descriptor, size_t *length)
{
    struct stat status;
    *length = 0;
    if (descriptor < 0 || fstat(descriptor, &status) != 0 || status.st_size < 0)
        return arena_text(arena, "", 0);
    size_t size = (size_t)status.st_size;
    char *bytes = arena_alloc(arena, size + 1, 1);
    while (*length < size) {
        ssize_t got = pread(descriptor, bytes + *length, size - *length, (off_t)*length);
        if (got > 0)
            *length += (size_t)got;
        else if (got == 0 || errno != EINTR)
            break;
    }
    return bytes;
}

static char *read_path(struct arena *arena, const char *path, size_t *length)
{
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    char *bytes = read_all(arena, descriptor, length);
    close_descriptor(&descriptor);
    return bytes;
}

/* Whether gnuplot said anything; that fontconfig cannot keep its cache is no matter. */
static bool complained(struct arena *arena, int errors)
{
    static const char harmless[] = "Fontconfig ";
    size_t length;
    const char *said = read_all(arena, errors, &length);
    while (*said) {
        size_t line = strcspn(said, "\n");
        if (line && strncmp(said, harmless, sizeof harmless - 1) != 0)
            return true;
        said += line + (said[line] == '\n');
    }
    return false;
}

static bool ends_with(const char *bytes, size_t length, const char *tail, size_t tail_length)
{
    return length >= tail_length && memcmp(bytes + length - tail_length, tail, tail_length) == 0;
}

/* Looks at both files, and writes the SVG anew if they are whole. */
static enum gnuplot_fault examine_files(const struct gnuplot_job *job, struct arena *arena)
{
    static const char png_end[] = "IEND\xAE\x42\x60\x82", svg_end[] = "</svg>\n";
    size_t length;
    const char *png = job->png ? read_path(arena, job->png, &length) : NULL;
    if (png && !ends_with(png, length, png_end, sizeof png_end - 1))
        return GNUPLOT_INCOMPLETE;
    char *bytes = read_path(arena, job->svg, &length);
    while (length > 1 && bytes[length - 1] == '\n' && bytes[length - 2] == '\n')
        bytes[--length] = '\0';
    if (!ends_with(bytes, length, svg_end, sizeof svg_end - 1))
        return GNUPLOT_INCOMPLETE;
    struct sink *sink = sink_open(job->place->diagnostics, job->svg);
    struct figure_svg figure = {job->figure.name, job->figure.title, job->figure.summary};
    figure_svg_write(sink, arena, &figure, bytes);
    return sink_close(sink) ? GNUPLOT_NONE : GNUPLOT_REPORTED;
}

bool gnuplot_finish(struct gnuplot_job *job)
{
    struct arena *scratch = arena_new();
    if (!job->fault)
        job->fault = wait_for_end(job);
    if (!job->fault && complained(scratch, job->errors))
        job->fault = GNUPLOT_FAILED;
    if (!job->fault)
        job->fault = examine_files(job, scratch);
    arena_free(scratch);
    close_descriptor(&job->input);
    close_descriptor(&job->errors);
    if (!job->fault)
        return true;
    if (is_file_name(job->figure.name))
        remove_files(job);
    gnuplot_fault_report(job->place->diagnostics, job->fault, program(), job->figure.name);
    return false;
}
