/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/gnuplot.h"

#include <string.h>
#include <unistd.h>

#include "pejling/base/file.h"
#include "pejling/base/sink.h"
#include "pejling/present/child.h"
#include "pejling/present/figure_png.h"
#include "pejling/present/figure_svg.h"
#include "pejling/present/gnuplot_process.h"
#include "pejling/present/pdf_bytes.h"

#define DEFAULT_SECONDS 30  /* a thousand times as long as a figure takes (measured) */
#define FIGURES_A_SECOND 10 /* of those that are drawn after the first */
#define SECONDS_A_PAGE 1    /* likewise; there is no second try */

/* The files of a figure; NULL where there is none, and both where its name is not that of a file. */
struct figure_files {
    const char *svg, *png;
};

struct gnuplot_job {
    const struct place *place;
    const struct gnuplot_figure *figures;
    const struct figure_files *files; /* of each figure; none where they are pages */
    size_t count;
    const char *name; /* of the first file, as problems call it */
    const char *pdf;  /* path; NULL where there is none */
    unsigned seconds;
    struct gnuplot_process *process; /* NULL where none could be started */
    enum gnuplot_fault fault;
    size_t failed; /* of its figures, once it is finished */
    struct gnuplot_figure *undrawn;
    size_t undrawn_count;
};

/* ---- Starting ---------------------------------------------------------------------------------
 */

static struct gnuplot_job *new_job(const struct place *place, const struct gnuplot_figure *figures,
                                   size_t count)
{
    struct arena *arena = place->diagnostics->arena;
    struct gnuplot_job *job = arena_alloc(arena, 1, sizeof *job);
    struct gnuplot_figure *copies = arena_alloc(arena, count, sizeof *copies);
    memcpy(copies, figures, count * sizeof *copies);
    *job = (struct gnuplot_job){.place = place, .figures = copies, .count = count};
    job->seconds = figures[0].seconds ? figures[0].seconds : DEFAULT_SECONDS;
    return job;
}

static void remove_file(const char *path)
{
    if (path)
        unlink(path);
}

static void remove_figure(const struct figure_files *files)
{
    remove_file(files->svg);
    remove_file(files->png);
}

/* An older file must not pass for this one, nor half a file for a whole one. */
static void remove_files(const struct gnuplot_job *job)
{
    remove_file(job->pdf);
    for (size_t i = 0; job->files && i < job->count; i++)
        remove_figure(&job->files[i]);
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

static void add_size(struct gnuplot_script *whole, const struct gnuplot_figure *figure)
{
    gnuplot_number(whole, "width", figure->width);
    gnuplot_number(whole, "height", figure->height);
}

static void add_file(struct gnuplot_script *whole, const struct gnuplot_figure *figure,
                     const char *terminal, const char *path)
{
    if (!path)
        return;
    gnuplot_load(whole, terminal);
    gnuplot_output(whole, path);
    gnuplot_add(whole, figure->script);
}

static bool is_file_name(const char *name)
{
    return *name && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_-") == strlen(name);
}

static const struct figure_files *name_files(struct gnuplot_job *job)
{
    struct arena *arena = job->place->diagnostics->arena;
    struct figure_files *files = arena_alloc(arena, job->count, sizeof *files);
    for (size_t i = 0; i < job->count; i++) {
        const char *name = job->figures[i].name, *folder = job->place->folder;
        if (!is_file_name(name)) {
            job->fault = GNUPLOT_PATH;
            continue;
        }
        files[i].svg = arena_printf(arena, "%s/figurer/%s.svg", folder, name);
        if (!job->figures[i].only_svg)
            files[i].png = arena_printf(arena, "%s/figurer/%s.png", folder, name);
    }
    return files;
}

struct gnuplot_job *gnuplot_start(const struct place *place, const struct gnuplot_figure *figures,
                                  size_t count)
{
    struct gnuplot_job *job = new_job(place, figures, count);
    const struct figure_files *files = job->files = name_files(job);
    job->seconds += (unsigned)(count - 1) / FIGURES_A_SECOND;
    job->name = arena_printf(place->diagnostics->arena, "figurer/%s.svg", figures[0].name);
    if (job->fault)
        return job;
    struct gnuplot_script *whole = gnuplot_script_new(place);
    for (size_t i = 0; i < count; i++) {
        gnuplot_forget(whole);
        add_size(whole, &figures[i]);
        gnuplot_load(whole, "style.gp");
        add_file(whole, &figures[i], "svg.gp",
                 files[i].svg); /* what both files share is said twice */
        add_file(whole, &figures[i], "png.gp", files[i].png);
    }
    start(job, whole);
    return job;
}

struct gnuplot_job *gnuplot_start_pages(const struct place *place, const char *name,
                                        const struct gnuplot_figure *pages, size_t count)
{
    struct gnuplot_job *job = new_job(place, pages, count);
    job->name = name;
    job->seconds += SECONDS_A_PAGE * (unsigned)(count - 1);
    job->pdf = arena_printf(place->diagnostics->arena, "%s/%s", place->folder, name);
    struct gnuplot_script *whole = gnuplot_script_new(place);
    add_size(whole, &pages[0]);
    gnuplot_load(whole, "style.gp");
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
    struct diagnostics quiet = {.arena = arena};
    const struct input_file file = {path, path, PROBLEM_FILE};
    char *bytes = file_read(&quiet, &file, FILE_IN_MEMORY_LIMIT, length);
    if (bytes)
        return bytes;
    *length = 0;
    return arena_alloc(arena, 1, 1);
}

static bool ends_with(const char *bytes, size_t length, const char *tail, size_t tail_length)
{
    return length >= tail_length && memcmp(bytes + length - tail_length, tail, tail_length) == 0;
}

/* The PNG once more, with its size on paper. */
static bool write_png(struct diagnostics *diagnostics, const char *path, const char *png,
                      size_t length)
{
    struct sink *sink = sink_open(diagnostics, path);
    figure_png_write(sink, png, length, FIGURE_CENTIMETRES);
    return sink_close_unsynced(sink);
}

/* Looks at both files of a figure, and writes them anew if they are whole. */
static enum gnuplot_fault examine_figure(const struct gnuplot_job *job, size_t index,
                                         struct arena *arena)
{
    static const char svg_end[] = "</svg>\n";
    const struct gnuplot_figure *drawn = &job->figures[index];
    const struct figure_files *files = &job->files[index];
    size_t length;
    const char *png = files->png ? read_path(arena, files->png, &length) : NULL;
    if (png && !figure_png_is_whole(png, length))
        return GNUPLOT_INCOMPLETE;
    if (png && !write_png(job->place->diagnostics, files->png, png, length))
        return GNUPLOT_REPORTED;
    char *bytes = read_path(arena, files->svg, &length);
    while (length > 1 && bytes[length - 1] == '\n' && bytes[length - 2] == '\n')
        bytes[--length] = '\0';
    if (!ends_with(bytes, length, svg_end, sizeof svg_end - 1))
        return GNUPLOT_INCOMPLETE;
    struct sink *sink = sink_open(job->place->diagnostics, files->svg);
    struct figure_svg figure = {drawn->name, drawn->title, drawn->summary,
                                png ? FIGURE_CENTIMETRES : 0};
    figure_svg_write(sink, arena, &figure, bytes);
    return sink_close_unsynced(sink) ? GNUPLOT_NONE : GNUPLOT_REPORTED;
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
    return sink_close_unsynced(sink) ? GNUPLOT_NONE : GNUPLOT_REPORTED;
}

size_t gnuplot_wait_any(struct gnuplot_job *const *jobs, size_t count)
{
    for (;;) {
        size_t at_work = 0;
        for (size_t i = 0; i < count; i++) {
            at_work += jobs[i] != NULL;
            if (jobs[i] && !(jobs[i]->process && gnuplot_process_runs(jobs[i]->process)))
                return i;
        }
        if (at_work == 0)
            return count;
        child_pause();
    }
}

static void fail(struct gnuplot_job *job, enum gnuplot_fault fault)
{
    remove_files(job);
    job->failed = job->count;
    job->undrawn_count = 0;
    gnuplot_fault_report(job->place->diagnostics, fault, job->name);
}

static void finish_pages(struct gnuplot_job *job, struct arena *scratch)
{
    enum gnuplot_fault fault = job->fault ? job->fault : examine_pages(job, scratch);
    if (fault)
        fail(job, fault);
}

/*
 * Whether a figure that looks whole is whole. Of a process that was ended because one of them took
 * too long, those before that one are: nothing but the end of a drawing writes the end of its file.
 * One that fails by itself may end the file in the midst of a drawing.
 */
static bool is_trusted(const struct gnuplot_job *job)
{
    return !job->fault || (job->count > 1 && job->fault == GNUPLOT_TIME &&
                           !gnuplot_process_complained(job->process));
}

static void finish_figures(struct gnuplot_job *job, struct arena *scratch)
{
    bool trusted = is_trusted(job);
    job->undrawn = arena_alloc(job->place->diagnostics->arena, job->count, sizeof *job->undrawn);
    for (size_t i = 0; i < job->count; i++) {
        enum gnuplot_fault fault = trusted ? examine_figure(job, i, scratch) : job->fault;
        if (fault && (job->count == 1 || fault == GNUPLOT_REPORTED)) {
            fail(job, fault);
            return;
        }
        if (fault) {
            remove_figure(&job->files[i]);
            job->undrawn[job->undrawn_count++] = job->figures[i];
        }
    }
}

bool gnuplot_finish(struct gnuplot_job *job)
{
    struct arena *scratch = arena_new();
    if (job->process)
        job->fault = gnuplot_process_end(job->process);
    if (job->pdf)
        finish_pages(job, scratch);
    else
        finish_figures(job, scratch);
    arena_free(scratch);
    return job->failed + job->undrawn_count == 0;
}

size_t gnuplot_failed(const struct gnuplot_job *job)
{
    return job->failed;
}

const struct gnuplot_figure *gnuplot_undrawn(const struct gnuplot_job *job, size_t *count)
{
    *count = job->undrawn_count;
    return job->undrawn;
}
