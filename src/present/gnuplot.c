/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/gnuplot.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "pejling/base/number.h"
#include "pejling/base/sink.h"
#include "pejling/base/text.h"

#define PROGRAM "/usr/bin/gnuplot"
#define DEFAULT_SECONDS 60
#define MAX_CHARACTERS 200
#define DONE 42             /* the exit status of a script that ran to its last line */
#define NOT_FOUND 127       /* what a shell, or an older C library, says of a missing program */
#define PIXELS_A_POINT 1.35 /* measured on both terminals, with `fontscale 1.35` in svg.gp */
#define BOLD_WIDENING 1.07
#define ELLIPSIS "…"
#define OFF_STAGE "-1e9" /* below and to the left of every axis */
#define END_OF_BLOCK "END_OF_NUMBERS"

/* Why there is no figure. */
enum fault {
    FAULT_NONE,
    FAULT_MISSING,    /* no gnuplot */
    FAULT_SCRIPT,     /* a script of plots/ cannot be read */
    FAULT_PATH,       /* a path gnuplot cannot be told */
    FAULT_NUMBER,     /* a number that is none */
    FAULT_START,      /* no process, pipe or temporary file */
    FAULT_TIME,       /* it did not end */
    FAULT_KILLED,     /* a signal ended it */
    FAULT_FAILED,     /* it stopped at an error, or complained */
    FAULT_INCOMPLETE, /* a file without an end */
    FAULT_REPORTED    /* the sink has said why already */
};

/* ---- The script --------------------------------------------------------------------------- */

struct gnuplot_script {
    struct arena *arena;
    const char *plots;
    char *text;
    size_t length, capacity;
    unsigned labels;
    double points; /* the size the last label was set in */
    enum fault fault;
};

struct gnuplot_script *gnuplot_script_new(const struct place *place)
{
    struct gnuplot_script *script = arena_alloc(place->diagnostics->arena, 1, sizeof *script);
    script->arena = place->diagnostics->arena;
    script->plots = place->plots;
    return script;
}

static void append(struct gnuplot_script *script, const char *text)
{
    size_t length = strlen(text);
    while (script->capacity - script->length <= length)
        script->text =
            arena_grow(script->arena, script->text, script->capacity, &script->capacity, 1);
    memcpy(script->text + script->length, text, length + 1);
    script->length += length;
}

void gnuplot_add(struct gnuplot_script *script, const struct gnuplot_script *other)
{
    append(script, other->text ? other->text : "");
    if (other->fault)
        script->fault = other->fault;
    script->points = 0; /* whatever the other one left */
}

/* gnuplot divides whole numbers without a point as integers; so all of them get one. */
static void append_number(struct gnuplot_script *script, double value)
{
    char text[NUMBER_TEXT];
    if (!isfinite(value)) {
        script->fault = FAULT_NUMBER;
        return;
    }
    snprintf(text, sizeof text, "%.17g", value);
    append(script, text);
    if (!strpbrk(text, ".e"))
        append(script, ".0");
}

/* A path in single quotes. An apostrophe can be doubled there only where it stands alone. */
static const char *quote_path(struct arena *arena, const char *path)
{
    char *quoted = arena_alloc(arena, 2 * strlen(path) + 5, 1);
    size_t used = 0;
    quoted[used++] = '\'';
    if (path[0] != '/') { /* a first `|`, `<` or `~` means something to gnuplot */
        quoted[used++] = '.';
        quoted[used++] = '/';
    }
    for (const char *c = path; *c; c++) {
        if ((unsigned char)*c < ' ' || *c == 0x7F || (c[0] == '\'' && c[1] == '\''))
            return NULL;
        quoted[used++] = *c;
        if (*c == '\'')
            quoted[used++] = *c;
    }
    quoted[used] = '\'';
    return quoted;
}

/* A line `command 'path'`. */
static void append_path(struct gnuplot_script *script, const char *command, const char *path)
{
    const char *quoted = quote_path(script->arena, path);
    if (quoted)
        append(script, arena_printf(script->arena, "%s %s\n", command, quoted));
    else
        script->fault = FAULT_PATH;
}

void gnuplot_load(struct gnuplot_script *script, const char *name)
{
    const char *path = arena_printf(script->arena, "%s/%s", script->plots, name);
    if (access(path, R_OK) == 0)
        append_path(script, "load", path);
    else
        script->fault = FAULT_SCRIPT;
}

void gnuplot_number(struct gnuplot_script *script, const char *name, double value)
{
    append(script, name);
    append(script, " = ");
    append_number(script, value);
    append(script, "\n");
}

void gnuplot_row(struct gnuplot_rows *rows, double a, double b, double c)
{
    rows->values =
        arena_grow(rows->arena, rows->values, rows->count, &rows->capacity, sizeof *rows->values);
    double *row = rows->values[rows->count++];
    row[0] = a;
    row[1] = b;
    row[2] = rows->columns > 2 ? c : 0;
}

void gnuplot_block(struct gnuplot_script *script, const char *name, const struct gnuplot_rows *rows)
{
    bool empty = true, blank = false;
    append(script, arena_printf(script->arena, "$%s << " END_OF_BLOCK "\n", name));
    for (size_t i = 0; i < rows->count; i++) {
        const double *row = rows->values[i];
        if (!isfinite(row[0]) || !isfinite(row[1]) || !isfinite(row[2])) {
            blank = !empty;
            continue;
        }
        if (blank)
            append(script, "\n"); /* one blank line only: two of them begin another data set */
        for (size_t k = 0; k < rows->columns; k++) {
            append_number(script, row[k]);
            append(script, k + 1 < rows->columns ? " " : "\n");
        }
        empty = blank = false;
    }
    if (empty)
        append(script, OFF_STAGE " " OFF_STAGE " " OFF_STAGE "\n");
    append(script, END_OF_BLOCK "\n");
}

void gnuplot_label(struct gnuplot_script *script, const struct gnuplot_style *style, double x,
                   double y, const char *text)
{
    unsigned number = ++script->labels;
    if (script->points < style->points || script->points > style->points)
        gnuplot_number(script, "points", style->points);
    script->points = style->points;
    /* Two lines, so that the text stands on one without a macro. */
    append(script, arena_printf(script->arena, "set label %u ", number));
    append(script, gnuplot_quote(script->arena, text));
    append(script, " at ");
    append_number(script, x);
    append(script, ",");
    append_number(script, y);
    append(script, arena_printf(script->arena, "\nset label %u @%s\n", number, style->name));
}

/* ---- Texts -------------------------------------------------------------------------------- */

/* The next character; a byte that is not UTF-8 stands for a question mark. */
static size_t next_character(const char *text, unsigned *code)
{
    size_t size = text_next(text, strlen(text), code);
    if (size)
        return size;
    *code = '?';
    return 1;
}

/* Controls, what breaks a line or turns the writing direction, and what is no character at all. */
static bool is_control(unsigned code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x2028 && code <= 0x202E) ||
           code == 0x200E || code == 0x200F || code == 0x061C ||
           (code >= 0x2066 && code <= 0x2069) || (code & 0xFFFE) == 0xFFFE;
}

/*
 * A text of well-formed UTF-8 and printable characters. `special` characters become the texts of
 * `replacements`, in the same order.
 */
static char *clean(struct arena *arena, const char *text, const char *special,
                   const char *const *replacements)
{
    size_t longest = 1, used = 0;
    for (size_t i = 0; special[i]; i++)
        longest = strlen(replacements[i]) > longest ? strlen(replacements[i]) : longest;
    char *out = arena_alloc(arena, strlen(text) * longest + 1, 1);
    unsigned code;
    for (size_t size; *text; text += size) {
        size = next_character(text, &code);
        const char *found = code < 0x80 && code ? strchr(special, (int)code) : NULL;
        const char *from = text;
        size_t bytes = size;
        if (found) {
            from = replacements[found - special];
            bytes = strlen(from);
        } else if (is_control(code) || (code == '?' && *text != '?')) {
            from = is_control(code) ? " " : "?";
            bytes = 1;
        }
        memcpy(out + used, from, bytes);
        used += bytes;
    }
    out[used] = '\0';
    return out;
}

const char *gnuplot_quote(struct arena *arena, const char *text)
{
    static const char *const apostrophe[] = {"’"};
    char *cleaned = clean(arena, text, "'", apostrophe);
    size_t end = 0;
    unsigned code;
    for (unsigned count = 0; cleaned[end] && count < MAX_CHARACTERS; count++)
        end += next_character(cleaned + end, &code);
    cleaned[end] = '\0';
    return arena_printf(arena, "'%s'", cleaned);
}

/* In hundredths of the font size: Open Sans Regular 1.10, from blank to tilde. */
static double advance(unsigned code)
{
    static const unsigned char ascii[] = {
        26, 27, 40, 65, 57, 82, 73, 22, 30, 30, 55, 57, 25, 32, 27, 37, 57, 57, 57,
        57, 57, 57, 57, 57, 57, 57, 27, 27, 57, 57, 57, 43, 90, 63, 65, 63, 73, 56,
        52, 73, 74, 28, 27, 61, 52, 90, 75, 78, 60, 78, 62, 55, 55, 73, 60, 93, 58,
        56, 57, 33, 37, 33, 54, 45, 58, 56, 61, 48, 61, 56, 34, 55, 61, 25, 25, 52,
        25, 93, 61, 60, 61, 61, 41, 48, 35, 61, 50, 78, 52, 50, 47, 38, 55, 38, 57};
    if (code >= ' ' && code <= '~')
        return ascii[code - ' '];
    if (code == 0xA0)
        return ascii[0];
    if (code == 0xC6 || code == 0xE6 || code == 0x2026) /* Æ æ … */
        return 87;
    return code < 0x1100 || (code >= 0x2010 && code < 0x2070) ? 60 : 100;
}

double gnuplot_text_width(const struct gnuplot_style *style, const char *text)
{
    double sum = 0;
    unsigned code;
    for (; *text; text += next_character(text, &code)) {
        next_character(text, &code);
        sum += advance(code);
    }
    return sum / 100 * style->points * PIXELS_A_POINT * (style->bold ? BOLD_WIDENING : 1);
}

/* How many bytes fit in `width`: up to the last blank before its end, or as far as it goes. */
static size_t fitting(const struct gnuplot_style *style, const char *text, double width)
{
    double room = width / gnuplot_text_width(style, " ") * advance(' ');
    double used = 0;
    size_t blank = 0, at = 0;
    unsigned code;
    while (text[at]) {
        size_t size = next_character(text + at, &code);
        used += advance(code);
        if (code == ' ')
            blank = at + size;
        else if (used > room)
            return blank ? blank : at ? at : size;
        at += size;
    }
    return at;
}

/* The line that begins at `*rest`, which moves on to the one after it; NULL at the end. */
static const char *next_line(struct arena *arena, const struct gnuplot_style *style, double width,
                             const char **rest, bool last)
{
    const char *text = *rest + strspn(*rest, " ");
    if (!*text)
        return NULL;
    size_t bytes = fitting(style, text, width);
    bool cut = last && text[bytes];
    if (cut)
        bytes = fitting(style, text, width - gnuplot_text_width(style, ELLIPSIS));
    *rest = cut ? "" : text + bytes;
    while (bytes && text[bytes - 1] == ' ')
        bytes--;
    return arena_printf(arena, "%.*s%s", (int)bytes, text, cut ? ELLIPSIS : "");
}

double gnuplot_paragraph(struct gnuplot_script *script, const struct gnuplot_style *style,
                         struct gnuplot_box box, const char *text)
{
    for (size_t i = 0; i < box.lines; i++) {
        const char *line = next_line(script->arena, style, box.width, &text, i + 1 == box.lines);
        if (!line)
            break;
        gnuplot_label(script, style, box.x, box.y, line);
        box.y += box.step;
    }
    return box.y;
}

size_t gnuplot_line_count(const struct gnuplot_style *style, struct gnuplot_box box,
                          const char *text)
{
    size_t count = 0;
    for (text += strspn(text, " "); *text && count < box.lines; count++) {
        text += fitting(style, text, box.width);
        text += strspn(text, " ");
    }
    return count;
}

/* ---- The process -------------------------------------------------------------------------- */

struct gnuplot_job {
    const struct place *place;
    struct gnuplot_figure figure;
    const char *svg, *png; /* paths */
    const struct gnuplot_script *script;
    size_t sent;
    int input;  /* the pipe to gnuplot; -1 when all is sent */
    int errors; /* what it says on standard error: a file without a name */
    pid_t child;
    enum fault fault;
};

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
        size_t left = job->script->length - job->sent;
        ssize_t wrote = left ? write(job->input, job->script->text + job->sent, left) : 0;
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
    const char *chosen = getenv("PEJLING_GNUPLOT");
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
    int fault = posix_spawn(&job->child, chosen && *chosen ? chosen : PROGRAM, &actions,
                            &attributes, arguments, environment);
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

static void start(struct gnuplot_job *job)
{
    int input = -1;
    unlink(job->svg); /* an older figure must not pass for this one */
    unlink(job->png);
    if (!open_channels(job, &input)) {
        job->fault = FAULT_START;
    } else {
        int fault = spawn(job, input);
        if (fault == ENOENT || fault == EACCES || fault == ENOEXEC || fault == ENOTDIR)
            job->fault = FAULT_MISSING;
        else if (fault)
            job->fault = FAULT_START;
        else
            send_script(job, 0);
    }
    close_descriptor(&input);
}

/* The whole script: what both files share is said twice, once for each. */
static struct gnuplot_script *compose(const struct gnuplot_job *job,
                                      const struct gnuplot_script *body)
{
    struct gnuplot_script *whole = gnuplot_script_new(job->place);
    gnuplot_number(whole, "width", GNUPLOT_WIDTH);
    gnuplot_number(whole, "height", job->figure.height);
    gnuplot_load(whole, "style.gp");
    gnuplot_load(whole, "svg.gp");
    append_path(whole, "set output", job->svg);
    gnuplot_add(whole, body);
    gnuplot_load(whole, "png.gp");
    append_path(whole, "set output", job->png);
    gnuplot_add(whole, body);
    append(whole, "set output\nexit status 42\n");
    return whole;
}

static bool is_file_name(const char *name)
{
    return *name && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(name);
}

struct gnuplot_job *gnuplot_start(const struct place *place, const struct gnuplot_script *script,
                                  struct gnuplot_figure figure)
{
    struct arena *arena = place->diagnostics->arena;
    struct gnuplot_job *job = arena_alloc(arena, 1, sizeof *job);
    job->place = place;
    job->figure = figure;
    job->input = job->errors = -1;
    job->svg = arena_printf(arena, "%s/figurer/%s.svg", place->folder, figure.name);
    job->png = arena_printf(arena, "%s/figurer/%s.png", place->folder, figure.name);
    job->script = compose(job, script);
    job->fault = is_file_name(figure.name) ? job->script->fault : FAULT_PATH;
    if (!job->fault)
        start(job);
    return job;
}

/* ---- What came of it ---------------------------------------------------------------------- */

/* Waits for the end, sending the rest of the script meanwhile. */
static enum fault wait_for_end(struct gnuplot_job *job)
{
    unsigned seconds = job->figure.seconds ? job->figure.seconds : DEFAULT_SECONDS;
    double deadline = seconds_now() + seconds;
    int status = 0;
    pid_t ended;
    while ((ended = waitpid(job->child, &status, WNOHANG)) == 0) {
        if (seconds_now() > deadline) {
            kill(-job->child, SIGKILL); /* the group: it may be a script that started another */
            waitpid(job->child, &status, 0);
            return FAULT_TIME;
        }
        if (job->input >= 0)
            send_script(job, 2);
        else
            poll(NULL, 0, 2);
    }
    if (ended < 0 || WIFSIGNALED(status))
        return FAULT_KILLED;
    if (WEXITSTATUS(status) == NOT_FOUND)
        return FAULT_MISSING;
    return WEXITSTATUS(status) == DONE ? FAULT_NONE : FAULT_FAILED;
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

/* ---- The SVG ------------------------------------------------------------------------------ */

#define FONT_STACK "font-family=\"'Open Sans','Segoe UI',Arial,sans-serif\""

/* What gnuplot writes inside a tag, and what browsers and pages with several figures need. */
static const struct repair {
    const char *from, *to;
    bool named; /* the figure's name follows, so that ids differ between figures */
} repairs[] = {
    {"font-family=\"Open Sans:Bold\"", FONT_STACK " font-weight=\"bold\"", false},
    {"font-family=\"Open Sans:Italic\"", FONT_STACK " font-style=\"italic\"", false},
    {"font-family=\"Open Sans\"", FONT_STACK, false},
    {" shape-rendering='crispEdges'", "", false}, /* ragged edges of the bands */
    {" id=\"", " id=\"", true},
    {" id='", " id='", true},
    {"href='#", "href='#", true},
};

static void write_tag(struct sink *sink, const char *tag, size_t length, const char *name)
{
    size_t at = 0;
    while (at < length) {
        const struct repair *repair = NULL;
        for (size_t i = 0; i < sizeof repairs / sizeof *repairs && !repair; i++)
            if (strncmp(tag + at, repairs[i].from, strlen(repairs[i].from)) == 0)
                repair = &repairs[i];
        if (!repair) {
            sink_bytes(sink, tag + at++, 1);
            continue;
        }
        sink_text(sink, repair->to);
        if (repair->named)
            sink_printf(sink, "%s_", name);
        at += strlen(repair->from);
    }
}

static void write_escaped(struct sink *sink, struct arena *arena, const char *element,
                          const char *text)
{
    static const char *const entities[] = {"&amp;", "&lt;", "&gt;"};
    sink_printf(sink, "\n<%s>%s</%s>", element, clean(arena, text, "&<>", entities), element);
}

/* Past the end of an element that is left out, or NULL where `tag` does not begin one. */
static const char *past_element(const char *tag)
{
    static const char *const left_out[][2] = {{"<title>", "</title>"}, {"<desc>", "</desc>"}};
    for (size_t i = 0; i < sizeof left_out / sizeof *left_out; i++) {
        if (strncmp(tag, left_out[i][0], strlen(left_out[i][0])) != 0)
            continue;
        const char *end = strstr(tag, left_out[i][1]);
        return end ? end + strlen(left_out[i][1]) : NULL;
    }
    return NULL;
}

/* Text between tags. gnuplot escapes it, but for the `>` that may not follow `]]` in XML. */
static void write_text(struct sink *sink, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] == '>')
            sink_text(sink, "&gt;");
        else
            sink_bytes(sink, text + i, 1);
}

static bool rewrite_svg(const struct gnuplot_job *job, struct arena *arena, const char *svg)
{
    struct sink *sink = sink_open(job->place->diagnostics, job->svg);
    while (*svg) {
        size_t text = strcspn(svg, "<");
        write_text(sink, svg, text);
        svg += text;
        const char *past = past_element(svg);
        size_t tag = strcspn(svg, ">");
        if (past) {
            svg = past;
            continue;
        }
        write_tag(sink, svg, tag, job->figure.name);
        bool is_root = strncmp(svg, "<svg", 4) == 0;
        svg += tag;
        if (is_root)
            sink_text(sink, " role=\"img\"");
        if (*svg)
            sink_bytes(sink, svg++, 1);
        if (is_root) {
            write_escaped(sink, arena, "title", job->figure.title);
            write_escaped(sink, arena, "desc", job->figure.summary);
        }
    }
    return sink_close(sink);
}

/* Looks at both files, and writes the SVG anew if they are whole. */
static enum fault examine_files(const struct gnuplot_job *job, struct arena *arena)
{
    static const char png_end[] = "IEND\xAE\x42\x60\x82", svg_end[] = "</svg>\n";
    size_t length;
    char *bytes = read_path(arena, job->png, &length);
    if (!ends_with(bytes, length, png_end, sizeof png_end - 1))
        return FAULT_INCOMPLETE;
    bytes = read_path(arena, job->svg, &length);
    while (length > 1 && bytes[length - 1] == '\n' && bytes[length - 2] == '\n')
        bytes[--length] = '\0';
    if (!ends_with(bytes, length, svg_end, sizeof svg_end - 1))
        return FAULT_INCOMPLETE;
    return rewrite_svg(job, arena, bytes) ? FAULT_NONE : FAULT_REPORTED;
}

/* ---- What is said of it ------------------------------------------------------------------- */

/* Without gnuplot every figure fails for the same reason; once is enough. */
static void report_missing(struct diagnostics *diagnostics)
{
    const char *chosen = getenv("PEJLING_GNUPLOT");
    struct location at = {.file = chosen && *chosen ? chosen : PROGRAM};
    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct diagnostic *item = &diagnostics->items[i];
        if (item->problem == PROBLEM_TOOL && item->at.file && strcmp(item->at.file, at.file) == 0)
            return;
    }
    diagnostics_report(diagnostics, PROBLEM_TOOL, at,
                       "gnuplot findes ikke her, så ingen figurer er tegnet · installer pakken "
                       "gnuplot-nox, eller lad PEJLING_GNUPLOT pege på programmet",
                       "there is no gnuplot here, so no figures are drawn · install the package "
                       "gnuplot-nox, or let PEJLING_GNUPLOT point to the program");
}

/* Nothing of gnuplot's own message: it quotes the script, and the script holds figures. */
static const char *fault_text(enum language language, enum fault fault)
{
    switch (fault) {
    case FAULT_SCRIPT:
        return say(language, "et figurskript mangler · lad PEJLING_PLOTS pege på mappen plots",
                   "a figure script is missing · let PEJLING_PLOTS point to the folder plots");
    case FAULT_PATH:
        return say(language, "stien har tegn, som gnuplot ikke kan tage imod · vælg en anden mappe",
                   "the path has characters that gnuplot cannot take · choose another folder");
    case FAULT_START:
        return say(language, "gnuplot kunne ikke startes · luk andre programmer og kør igen",
                   "gnuplot could not be started · close other programs and run again");
    case FAULT_TIME:
        return say(language, "gnuplot blev ikke færdig i tide og er stoppet · kør igen",
                   "gnuplot did not finish in time and was stopped · run again");
    case FAULT_KILLED:
        return say(language, "gnuplot blev afbrudt · kør igen",
                   "gnuplot was interrupted · run again");
    case FAULT_INCOMPLETE:
        return say(language, "figuren blev ikke hel · se, om disken er fuld, og kør igen",
                   "the figure is not whole · see whether the disk is full, and run again");
    case FAULT_NUMBER:
    case FAULT_FAILED:
    case FAULT_NONE:
    case FAULT_MISSING:
    case FAULT_REPORTED:
        break;
    }
    return say(language, "gnuplot stoppede ved en fejl · prøv pejling doctor, og meld fejlen",
               "gnuplot stopped at an error · try pejling doctor, and report the error");
}

bool gnuplot_finish(struct gnuplot_job *job)
{
    struct diagnostics *diagnostics = job->place->diagnostics;
    struct arena *scratch = arena_new();
    if (!job->fault)
        job->fault = wait_for_end(job);
    if (!job->fault && complained(scratch, job->errors))
        job->fault = FAULT_FAILED;
    if (!job->fault)
        job->fault = examine_files(job, scratch);
    arena_free(scratch);
    close_descriptor(&job->input);
    close_descriptor(&job->errors);
    if (!job->fault)
        return true;
    if (is_file_name(job->figure.name)) {
        unlink(job->svg);
        unlink(job->png);
    }
    struct location at = {.file =
                              arena_printf(diagnostics->arena, "figurer/%s.svg", job->figure.name)};
    if (job->fault == FAULT_MISSING) {
        report_missing(diagnostics);
    } else if (job->fault != FAULT_REPORTED) {
        const char *text = fault_text(diagnostics->language, job->fault);
        diagnostics_report(diagnostics, PROBLEM_TOOL, at, "%s", "%s", text);
    }
    return false;
}
