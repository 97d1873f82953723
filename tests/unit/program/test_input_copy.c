/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drive.h"

#include "pejling/program/input_copy.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "plan_folder.h"

#include "pejling/base/file.h"
#include "pejling/program/folder_files.h"

static const char *new_folder(struct plan_folder *folder)
{
    char *path = arena_printf(folder->arena, "%s.ud", folder->path);
    assert_int_equal(mkdir(path, 0700), 0);
    return path;
}

static void what_was_read_is_copied_byte_for_byte(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "noter.txt", "ikke læst");
    plan_folder_read_catalogue(folder);
    const char *out = new_folder(folder);
    const struct place place = {&folder->diagnostics, out, ""};
    assert_true(input_copy_write(&place, folder->path, &folder->catalogue));
    const struct folder_files read =
        folder_files_list(&folder->diagnostics, folder->path, plan_file_is_read);
    const char *copy = arena_printf(folder->arena, "%s/" INPUT_COPY, out);
    const struct folder_files copied = folder_files_list(&folder->diagnostics, copy, NULL);
    assert_true(read.count >= 3);
    assert_int_equal(copied.count, read.count);
    for (size_t i = 0; i < read.count; i++) {
        struct file_digest a, b;
        assert_string_equal(read.names[i], copied.names[i]);
        assert_true(folder_file_digest(&folder->diagnostics, folder->path, read.names[i], &a));
        assert_true(folder_file_digest(&folder->diagnostics, copy, read.names[i], &b));
        assert_string_equal(a.sha256, b.sha256);
    }
    plan_folder_remove(folder, "noter.txt");
    assert_true(file_remove_tree(out));
}

/* More than is copied at a time, and not a whole number of that. */
static void a_large_file_is_copied_to_its_last_byte(void **state)
{
    struct plan_folder *folder = *state;
    const size_t length = 300001;
    char *text = arena_alloc(folder->arena, length + 1, 1);
    for (size_t i = 0; i < length; i++)
        text[i] = (char)('a' + i % 23);
    plan_folder_write(folder, FIGURES_FILE, text);
    plan_folder_read_catalogue(folder);
    const char *out = new_folder(folder), *name = INPUT_COPY "/" FIGURES_FILE;
    const struct place place = {&folder->diagnostics, out, ""};
    assert_true(input_copy_write(&place, folder->path, &folder->catalogue));
    struct file_digest a, b;
    assert_true(folder_file_digest(&folder->diagnostics, folder->path, FIGURES_FILE, &a));
    assert_true(folder_file_digest(&folder->diagnostics, out, name, &b));
    assert_int_equal(b.bytes, length);
    assert_string_equal(a.sha256, b.sha256);
    assert_true(file_remove_tree(out));
}

static void a_file_that_ends_too_early_is_told(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_read_catalogue(folder);
    const char *out = new_folder(folder);
    const struct place place = {&folder->diagnostics, out, ""};
    unanswered = 1;
    assert_false(input_copy_write(&place, folder->path, &folder->catalogue));
    assert_int_equal(unanswered, 0);
    assert_problem_count(folder, 1);
    assert_int_equal(folder->diagnostics.items[0].problem, PROBLEM_FILE);
    assert_non_null(strstr(folder->diagnostics.items[0].text, "blev ændret, mens den blev læst"));
    assert_true(file_remove_tree(out));
}

/* A remark tells of it, so its name belongs to the input; what is in it does not. */
static void of_what_is_not_read_the_name_is_kept(void **state)
{
    struct plan_folder *folder = *state;
    struct file_digest digest;
    assert_int_equal(mkdir(plan_folder_file(folder, "observationer/gammelt"), 0700), 0);
    plan_folder_write(folder, "observationer/gammelt/tal.csv", "x");
    plan_folder_write(folder, "observationer/noter.xlsx", "hemmeligt");
    plan_folder_read_catalogue(folder);
    const char *out = new_folder(folder);
    const struct place place = {&folder->diagnostics, out, ""};
    assert_true(input_copy_write(&place, folder->path, &folder->catalogue));
    static const char *const names[] = {INPUT_COPY "/observationer/gammelt",
                                        INPUT_COPY "/observationer/noter.xlsx"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        assert_true(folder_file_digest(&folder->diagnostics, out, names[i], &digest));
        assert_int_equal(digest.bytes, 0);
    }
    assert_true(file_remove_tree(plan_folder_file(folder, "observationer/gammelt")));
    plan_folder_remove(folder, "observationer/noter.xlsx");
    assert_true(file_remove_tree(out));
}

static void what_cannot_be_written_is_reported(void **state)
{
    struct plan_folder *folder = *state;
    const struct place place = {&folder->diagnostics, "/nonexistent", ""};
    assert_false(input_copy_write(&place, folder->path, &folder->catalogue));
    assert_true(folder->diagnostics.of_kind[PROBLEM_FILE] > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(what_was_read_is_copied_byte_for_byte),
        PLAN_FOLDER_TEST(a_large_file_is_copied_to_its_last_byte),
        PLAN_FOLDER_TEST(a_file_that_ends_too_early_is_told),
        PLAN_FOLDER_TEST(of_what_is_not_read_the_name_is_kept),
        PLAN_FOLDER_TEST(what_cannot_be_written_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
