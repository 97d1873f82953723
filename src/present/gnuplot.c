/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/gnuplot.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pejling/base/sink.h"
#include "pejling/present/figure_svg.h"
#include "pejling/present/gnuplot_process.h"
#include "pejling/present/pdf_bytes.h"

#define DEFAULT_SECONDS 60
#define SECONDS_A_PAGE 5

struct gnuplot_job {
    const struct place *place;
    struct gnuplot_figure figure; /* of the first page, where there are pages */
    const char *name;             /* of the file, as problems call it */
    const char *svg, *png, *pdf;  /* paths; NULL where there is none */
    unsigned seconds;
    struct gnuplot_process *process; /* NULL where none could be started */
    enum gnuplot_fault fault;
};

/* ---- Starting ---------------------------------------------------------------------------------
 */

static struct gnuplot_job *new_job(const struct place *place, const struct gnuplot_figure *figure)
{
    struct gnuplot_job *job = arena_alloc(place->diagnostics->arena, 1, sizeof *job);
    job->place = place;
    job->figure = *figure;
    job->seconds = figure->seconds ? figure->seconds : DEFAULT_SECONDS;
    return job;
}

/* An older file must not pass for this one, nor half a file for a whole one. */
static void remove_files(const struct gnuplot_job *job)
{
    const char *const paths[] = {job->svg, job->png, job->pdf};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        if (paths[i])
            unlink(paths[i]);
}

static void start(struct gnuplot_job *job, struct gnuplot_script *whole)
{
    gnuplot_end(whole);
    job->fault = gnuplot_script_fault(whole);
    if (job->fault)
        return;
    remove_files(job);
    job->process = gnuplot_process_start(job->place->diagnostics->arena, whole, job->seconds);
}

/* What every script begins with. */
static struct gnuplot_script *open_script(const struct gnuplot_job *job)
{
    struct gnuplot_script *whole = gnuplot_script_new(job->place);
    gnuplot_number(whole, "width", job->figure.width);
    gnuplot_number(whole, "height", job->figure.height);
    gnuplot_load(whole, "style.gp");
    return whole;
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

static bool is_file_name(const char *name)
{
    return *name && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_-") == strlen(name);
}

struct gnuplot_job *gnuplot_start(const struct place *place, const struct gnuplot_figure *figure)
{
    struct arena *arena = place->diagnostics->arena;
    struct gnuplot_job *job = new_job(place, figure);
    job->name = arena_printf(arena, "figurer/%s.svg", figure->name);
    if (!is_file_name(figure->name)) {
        job->fault = GNUPLOT_PATH;
        return job;
    }
    job->svg = arena_printf(arena, "%s/figurer/%s.svg", place->folder, figure->name);
    if (!figure->only_svg)
        job->png = arena_printf(arena, "%s/figurer/%s.png", place->folder, figure->name);
    struct gnuplot_script *whole = open_script(job);
    add_file(whole, job, "svg.gp", job->svg); /* what both files share is said twice */
    add_file(whole, job, "png.gp", job->png);
    start(job, whole);
    return job;
}

struct gnuplot_job *gnuplot_start_pages(const struct place *place, const char *name,
                                        const struct gnuplot_figure *pages, size_t count)
{
    struct gnuplot_job *job = new_job(place, &pages[0]);
    job->name = name;
    job->pdf = arena_printf(place->diagnostics->arena, "%s/%s", place->folder, name);
    job->seconds += SECONDS_A_PAGE * (unsigned)count;
    struct gnuplot_script *whole = open_script(job);
    gnuplot_load(whole, "pdf.gp");
    gnuplot_output(whole, job->pdf);
    for (size_t i = 0; i < count; i++) {
        gnuplot_load(whole, "page.gp");
        gnuplot_add(whole, pages[i].script);
    }
    start(job, whole);
    return job;
}

/* ---- What came of it --------------------------------------------------------------------------
 */

/* All bytes of a file, a NUL behind them; "" where it cannot be read. */
static char *read_path(struct arena *arena, const char *path, size_t *length)
{
    struct stat status;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    bool known = file >= 0 && fstat(file, &status) == 0 && status.st_size > 0;
    size_t size = known ? (size_t)status.st_size : 0;
    char *bytes = arena_alloc(arena, size + 1, 1);
    *length = 0;
    while (*length < size) {
        ssize_t got = read(file, bytes + *length, size - *length);
        if (got > 0)
            *length += (size_t)got;
        else if (got == 0 || errno != EINTR)
            break;
    }
    if (file >= 0)
        close(file);
    return bytes;
}

static bool ends_with(const char *bytes, size_t length, const char *tail, size_t tail_length)
{
    return length >= tail_length && memcmp(bytes + length - tail_length, tail, tail_length) == 0;
}

/* Looks at both files, and writes the SVG anew if they are whole. */
static enum gnuplot_fault examine_figure(const struct gnuplot_job *job, struct arena *arena)
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

static enum gnuplot_fault examine_pages(const struct gnuplot_job *job, struct arena *arena)
{
    size_t length;
    char *bytes = read_path(arena, job->pdf, &length);
    if (!pdf_is_whole(bytes, length))
        return GNUPLOT_INCOMPLETE;
    pdf_settle(bytes, length);
    struct sink *sink = sink_open(job->place->diagnostics, job->pdf);
    sink_bytes(sink, bytes, length);
    return sink_close(sink) ? GNUPLOT_NONE : GNUPLOT_REPORTED;
}

bool gnuplot_finish(struct gnuplot_job *job)
{
    struct arena *scratch = arena_new();
    if (job->process)
        job->fault = gnuplot_process_end(job->process);
    if (!job->fault)
        job->fault = job->pdf ? examine_pages(job, scratch) : examine_figure(job, scratch);
    arena_free(scratch);
    if (!job->fault)
        return true;
    remove_files(job);
    gnuplot_fault_report(job->place->diagnostics, job->fault, gnuplot_program(), job->name);
    return false;
}
