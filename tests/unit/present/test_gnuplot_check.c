/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/present/gnuplot_check.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "plan_folder.h"

static struct gnuplot_check check_with(struct plan_folder *folder, const char *program,
                                       const char *plots)
{
    const struct place place = {&folder->diagnostics, folder->path, plots};
    setenv("PEJLING_GNUPLOT", program, 1);
    struct gnuplot_check check = gnuplot_check_end(gnuplot_check_start(&place));
    unsetenv("PEJLING_GNUPLOT");
    assert_int_equal(folder->diagnostics.count, 0);
    for (int picture = 0; picture < 3; picture++)
        assert_int_equal(
            access(plan_folder_file(folder, arena_printf(folder->arena, "doctor%d.png", picture)),
                   F_OK),
            -1);
    return check;
}

/* A gnuplot that finds no typeface but those of a configuration. */
static const char *gnuplot_with(struct plan_folder *folder, const char *name, const char *fonts)
{
    const char *path = plan_folder_file(folder, name);
    const char *settings = arena_printf(folder->arena, "%s.conf", name);
    plan_folder_write(folder, settings,
                      arena_printf(folder->arena, "<fontconfig>%s</fontconfig>", fonts));
    plan_folder_write(folder, name,
                      arena_printf(folder->arena,
                                   "#!/bin/sh\nFONTCONFIG_FILE='%s' exec /usr/bin/gnuplot \"$@\"\n",
                                   plan_folder_file(folder, settings)));
    assert_int_equal(chmod(path, 0700), 0);
    return path;
}

static void what_is_installed_here_writes(void **state)
{
    struct plan_folder *folder = *state;
    struct gnuplot_check check = check_with(folder, "/usr/bin/gnuplot", "plots");
    assert_int_equal(check.fault, GNUPLOT_NONE);
    assert_true(check.writes);
    assert_true(check.has_typeface);
}

static void without_any_typeface_nothing_is_written(void **state)
{
    struct plan_folder *folder = *state;
    struct gnuplot_check check = check_with(folder, gnuplot_with(folder, "ingen", ""), "plots");
    assert_int_equal(check.fault, GNUPLOT_NONE);
    assert_false(check.writes);
    assert_false(check.has_typeface);
}

static void another_typeface_is_seen(void **state)
{
    struct plan_folder *folder = *state;
    const char *program =
        gnuplot_with(folder, "anden", "<dir>/usr/share/fonts/truetype/dejavu</dir>");
    struct gnuplot_check check = check_with(folder, program, "plots");
    assert_int_equal(check.fault, GNUPLOT_NONE);
    assert_true(check.writes);
    assert_false(check.has_typeface);
}

/* Else three pictures cut short alike would pass for a gnuplot without letters. */
static void pictures_that_are_not_whole_are_no_pictures(void **state)
{
    struct plan_folder *folder = *state;
    const char *path = plan_folder_file(folder, "halve");
    plan_folder_write(folder, "halve",
                      "#!/bin/sh\nsed -n \"s/^set output '\\(.*png\\)'/\\1/p\" |\n"
                      "while read -r png; do printf '\\211PNG\\r\\n' >\"$png\"; done\nexit 42\n");
    assert_int_equal(chmod(path, 0700), 0);
    assert_int_equal(check_with(folder, path, "plots").fault, GNUPLOT_INCOMPLETE);
}

static void what_is_missing_is_said(void **state)
{
    struct plan_folder *folder = *state;
    assert_int_equal(check_with(folder, "/nonexistent", "plots").fault, GNUPLOT_MISSING);
    assert_int_equal(check_with(folder, "/bin/false", "plots").fault, GNUPLOT_FAILED);
    assert_int_equal(check_with(folder, "/usr/bin/gnuplot", "/nonexistent").fault, GNUPLOT_SCRIPT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(what_is_installed_here_writes),
        PLAN_FOLDER_TEST(without_any_typeface_nothing_is_written),
        PLAN_FOLDER_TEST(another_typeface_is_seen),
        PLAN_FOLDER_TEST(pictures_that_are_not_whole_are_no_pictures),
        PLAN_FOLDER_TEST(what_is_missing_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
