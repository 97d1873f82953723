/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For tests that draw: a temporary edition folder, gnuplot at work in it, and what came of it.
 * BENCH_TEST(test) gives a test a `struct bench` as its state.
 */
#ifndef PEJLING_TESTS_FIGURE_BENCH_H
#define PEJLING_TESTS_FIGURE_BENCH_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pejling/base/text.h"
#include "pejling/present/gnuplot.h"

#define PLOTS "plots"

struct bench {
    struct arena *arena;
    struct diagnostics diagnostics;
    struct place place;
    const char *root; /* the edition lies deeper */
};

static inline void make_folders(const char *folder, struct arena *arena)
{
    assert_int_equal(mkdir(folder, 0700), 0);
    assert_int_equal(mkdir(arena_printf(arena, "%s/figurer", folder), 0700), 0);
}

/* The bench must stay where it is until bench_close. */
static inline void bench_open(struct bench *bench, struct arena *arena)
{
    const char *temporary = getenv("TMPDIR");
    char *path = arena_printf(arena, "%s/pejling-test-XXXXXX", temporary ? temporary : "/tmp");
    assert_non_null(mkdtemp(path));
    *bench = (struct bench){.arena = arena, .diagnostics.arena = arena, .root = path};
    bench->place =
        (struct place){&bench->diagnostics, arena_printf(arena, "%s/udgave", path), PLOTS};
    make_folders(bench->place.folder, arena);
    unsetenv("PEJLING_GNUPLOT");
}

static inline void remove_all(const char *path, struct arena *arena)
{
    DIR *folder = opendir(path);
    for (struct dirent *entry; folder && (entry = readdir(folder));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            remove_all(arena_printf(arena, "%s/%s", path, entry->d_name), arena);
    if (folder)
        closedir(folder);
    remove(path);
}

/* Frees the arena too. */
static inline void bench_close(struct bench *bench)
{
    unsetenv("PEJLING_GNUPLOT");
    remove_all(bench->root, bench->arena);
    arena_free(bench->arena);
}

static inline int bench_set_up(void **state)
{
    struct arena *arena = arena_new();
    *state = arena_alloc(arena, 1, sizeof(struct bench));
    bench_open(*state, arena);
    return 0;
}

static inline int bench_tear_down(void **state)
{
    bench_close(*state);
    return 0;
}

#define BENCH_TEST(test) cmocka_unit_test_setup_teardown(test, bench_set_up, bench_tear_down)

static inline const char *file_of(struct bench *bench, const char *name)
{
    return arena_printf(bench->arena, "%s/figurer/%s", bench->place.folder, name);
}

/* The bytes of a file of the edition with a NUL behind them, or NULL where there is none. */
static inline char *contents(struct bench *bench, const char *name, size_t *length)
{
    FILE *stream = fopen(file_of(bench, name), "rb");
    *length = 0;
    if (!stream)
        return NULL;
    fseek(stream, 0, SEEK_END);
    *length = (size_t)ftell(stream);
    rewind(stream);
    char *bytes = arena_alloc(bench->arena, *length + 1, 1);
    assert_int_equal(fread(bytes, 1, *length, stream), *length);
    fclose(stream);
    return bytes;
}

/* --- scripts and their figures ---------------------------------------------------------------- */

static inline struct gnuplot_figure figure_named(const char *name)
{
    return (struct gnuplot_figure){
        .name = name, .title = "Titlen", .summary = "Resumeet", .width = 2000, .height = 300};
}

static inline const struct text_style *body_style(void)
{
    static const struct text_style body = {"text_name", 20, false};
    return &body;
}

/* A script of words alone. */
static inline struct gnuplot_script *script_of(struct bench *bench, const char *text)
{
    struct gnuplot_script *script = gnuplot_script_new(&bench->place);
    gnuplot_load(script, "trend.gp");
    gnuplot_label(script, body_style(), 100, 100, text);
    gnuplot_load(script, "words.gp");
    return script;
}

static inline bool draw_script(struct bench *bench, const struct gnuplot_script *script,
                               const char *name)
{
    struct gnuplot_figure figure = figure_named(name);
    figure.script = script;
    return gnuplot_finish(gnuplot_start(&bench->place, &figure, 1));
}

static inline void assert_drawn(struct bench *bench, const struct gnuplot_script *script,
                                const char *name)
{
    bool drawn = draw_script(bench, script, name);
    diagnostics_print(&bench->diagnostics, stderr);
    assert_true(drawn);
}

/* --- reading SVG ------------------------------------------------------------------------------ */

/* Whether it is well-formed as far as the labels could break it: characters, tags and entities. */
static inline bool is_well_formed(const char *svg, size_t length)
{
    int depth = 0;
    if (text_utf8_length(svg, length) != length)
        return false;
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)svg[i];
        if ((byte < ' ' && byte != '\n' && byte != '\t') || byte == 0x7F)
            return false;
        if (byte == '&' && strncmp(svg + i, "&amp;", 5) != 0 && strncmp(svg + i, "&lt;", 4) != 0 &&
            strncmp(svg + i, "&gt;", 4) != 0 && strncmp(svg + i, "&quot;", 6) != 0)
            return false;
        if (byte == '>')
            return false; /* outside a tag; `]]>` may not stand there */
        if (byte != '<')
            continue;
        size_t end = i + strcspn(svg + i, ">");
        if (svg[i + 1] == '/')
            depth--;
        else if (svg[i + 1] != '?' && svg[end - 1] != '/')
            depth++;
        if (depth < 0)
            return false;
        i = end;
    }
    return depth == 0;
}

static inline const char *drawn_svg(struct bench *bench, const char *name)
{
    size_t length;
    const char *svg = contents(bench, name, &length);
    assert_non_null(svg);
    assert_true(is_well_formed(svg, length));
    return svg;
}

#endif
