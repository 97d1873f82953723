/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Edition folders as `pejling run` makes them, without figures, for the tests of what reads them
 * again: a plan folder, and beside it a folder for the editions.
 *
 *     #define _XOPEN_SOURCE 700  (before all headers, for nftw)
 *     cmocka_unit_test_setup_teardown(test, two_folders_start, two_folders_end)
 */
#ifndef PEJLING_TESTS_TWO_FOLDERS_H
#define PEJLING_TESTS_TWO_FOLDERS_H

#include "plan_folder.h"

#include <ftw.h>

#include "pejling/base/file.h"
#include "pejling/program/pipeline.h"
#include "pejling/stats/distribution.h"

struct two_folders {
    struct plan_folder *plan;
    const char *root;
};

static inline int two_folders_remove(const char *path, const struct stat *status, int kind,
                                     struct FTW *place)
{
    (void)status, (void)kind, (void)place;
    return remove(path);
}

static inline int two_folders_start(void **state)
{
    struct plan_folder *plan = plan_folder_new();
    struct two_folders *work = arena_alloc(plan->arena, 1, sizeof *work);
    work->plan = plan;
    work->root = arena_printf(plan->arena, "%s.ud", plan->path);
    distribution_start();
    setenv("PEJLING_GNUPLOT", "/nonexistent/gnuplot", 1);
    *state = work;
    return 0;
}

static inline int two_folders_end(void **state)
{
    struct two_folders *work = *state;
    nftw(work->root, two_folders_remove, 8, FTW_DEPTH | FTW_PHYS);
    unsetenv("PEJLING_GNUPLOT");
    plan_folder_free(work->plan);
    return 0;
}

/* two_folders_edition(work, name, rows, edition): the folder of an edition with these figures. */
static inline const char *two_folders_edition(struct two_folders *work, const char *name,
                                              const char *rows, enum edition edition)
{
    const char *folder = arena_printf(work->plan->arena, "%s/%s", work->root, name);
    const struct run_options options = {
        .plan = work->plan->path, .output = folder, .edition = edition};
    plan_folder_figures(work->plan, rows);
    plan_folder_forget_problems(work->plan);
    assert_true(pipeline_run(&work->plan->diagnostics, &options));
    plan_folder_forget_problems(work->plan);
    return folder;
}

/* two_folders_text(work, folder, name): a file; NULL where there is none. */
static inline char *two_folders_text(struct two_folders *work, const char *folder, const char *name)
{
    struct diagnostics quiet = {.arena = work->plan->arena};
    const struct input_file file = {arena_printf(work->plan->arena, "%s/%s", folder, name), name,
                                    PROBLEM_FILE};
    size_t length;
    return file_read(&quiet, &file, 1 << 24, &length);
}

/* two_folders_write(work, folder, name, text): in place of the file that was there. */
static inline void two_folders_write(struct two_folders *work, const char *folder, const char *name,
                                     const char *text)
{
    FILE *stream = fopen(arena_printf(work->plan->arena, "%s/%s", folder, name), "wb");
    assert_non_null(stream);
    fputs(text, stream);
    assert_int_equal(fclose(stream), 0);
}

/*
 * two_folders_forget_checksums(work, folder): an edition as from before there were any, so that a
 * file with a change in it is read.
 */
static inline void two_folders_forget_checksums(struct two_folders *work, const char *folder)
{
    char *text = arena_copy(work->plan->arena, two_folders_text(work, folder, "manifest.json"));
    for (char *at; (at = strstr(text, "\"sha256\""));)
        at[1] = 'S';
    two_folders_write(work, folder, "manifest.json", text);
    unlink(arena_printf(work->plan->arena, "%s/udgave.sha256", folder));
}

/* two_folders_change(work, folder, name, before, after): one place in a file, which must be there. */
static inline void two_folders_change(struct two_folders *work, const char *folder,
                                      const char *name, const char *before, const char *after)
{
    const char *text = two_folders_text(work, folder, name), *at = strstr(text, before);
    assert_non_null(at);
    two_folders_write(work, folder, name,
                      arena_printf(work->plan->arena, "%.*s%s%s", (int)(at - text), text, after,
                                   at + strlen(before)));
}

#endif
