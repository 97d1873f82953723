/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _DEFAULT_SOURCE /* syscall */
#include "pejling/program/folder_files.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "plan_folder.h"

static unsigned synced; /* files */

/* In place of the C library's. */
int fsync(int descriptor)
{
    synced++;
    return (int)syscall(SYS_fsync, descriptor);
}

static bool is_text(const char *name)
{
    return strstr(name, ".txt") != NULL;
}

static void files_come_in_order_four_levels_deep(void **state)
{
    struct plan_folder *folder = *state;
    assert_int_equal(mkdir(plan_folder_file(folder, "a"), 0700), 0);
    assert_int_equal(mkdir(plan_folder_file(folder, "a/b"), 0700), 0);
    assert_int_equal(mkdir(plan_folder_file(folder, "a/b/c"), 0700), 0);
    assert_int_equal(mkdir(plan_folder_file(folder, "a/b/c/d"), 0700), 0);
    static const char *const names[] = {"a/b/2.txt",   "a/1.txt",       "z.txt",
                                        "a/b/c/3.txt", "a/b/c/d/4.txt", ".skjult.txt"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        plan_folder_write(folder, names[i], "x");
    assert_int_equal(symlink("ring", plan_folder_file(folder, "ring")), 0);
    assert_int_equal(symlink("borte", plan_folder_file(folder, "borte.txt")), 0);
    struct folder_files files = folder_files_list(&folder->diagnostics, folder->path, is_text);
    assert_int_equal(files.count, 4);
    assert_string_equal(files.names[0], "a/1.txt");
    assert_string_equal(files.names[1], "a/b/2.txt");
    assert_string_equal(files.names[2], "a/b/c/3.txt");
    assert_string_equal(files.names[3], "z.txt");
    assert_int_equal(folder_files_list(&folder->diagnostics, "/nonexistent", NULL).count, 0);
    assert_int_equal(folder->diagnostics.count, 0);
    assert_true(folder_files_list(&folder->diagnostics, folder->path, NULL).count > 3);
    assert_problem_count(folder, 1); /* it cannot be told what the link is, where it is wanted */
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_FILE], 1);
    unlink(plan_folder_file(folder, "ring"));
    unlink(plan_folder_file(folder, "borte.txt"));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        plan_folder_remove(folder, names[i]);
    static const char *const inner[] = {"a/b/c/d", "a/b/c", "a/b", "a"};
    for (size_t i = 0; i < sizeof inner / sizeof *inner; i++)
        rmdir(plan_folder_file(folder, inner[i]));
}

/* FIPS 180-2: of no byte, and of `abc`. */
static void checksums_are_those_of_the_standard(void **state)
{
    struct plan_folder *folder = *state;
    struct file_digest digest;
    plan_folder_write(folder, "tom.txt", "");
    plan_folder_write(folder, "abc.txt", "abc");
    assert_true(folder_file_digest(&folder->diagnostics, folder->path, "tom.txt", &digest));
    assert_int_equal(digest.bytes, 0);
    assert_string_equal(digest.sha256,
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_true(folder_file_digest(&folder->diagnostics, folder->path, "abc.txt", &digest));
    assert_int_equal(digest.bytes, 3);
    assert_string_equal(digest.sha256,
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    const struct digested_files all =
        folder_files_digest(&folder->diagnostics, folder->path, is_text);
    assert_int_equal(all.files.count, 2);
    assert_string_equal(all.files.names[0], "abc.txt");
    assert_string_equal(all.digests[0].sha256, digest.sha256);
    assert_int_equal(all.digests[1].bytes, 0);
    assert_false(folder_file_digest(&folder->diagnostics, folder->path, "borte.txt", &digest));
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_FILE], 1);
    plan_folder_remove(folder, "tom.txt");
    plan_folder_remove(folder, "abc.txt");
}

static void what_is_settled_is_synced_and_has_the_same_checksums(void **state)
{
    struct plan_folder *folder = *state;
    plan_folder_write(folder, "abc.txt", "abc");
    synced = 0;
    const struct digested_files settled = folder_files_settle(&folder->diagnostics, folder->path);
    const struct digested_files all = folder_files_digest(&folder->diagnostics, folder->path, NULL);
    assert_true(settled.files.count > 0);
    assert_int_equal(settled.files.count, all.files.count);
    assert_int_equal(synced, all.files.count);
    for (size_t i = 0; i < all.files.count; i++) {
        assert_string_equal(settled.files.names[i], all.files.names[i]);
        assert_string_equal(settled.digests[i].sha256, all.digests[i].sha256);
        assert_int_equal(settled.digests[i].bytes, all.digests[i].bytes);
    }
    assert_int_equal(folder_files_settle(&folder->diagnostics, "/nonexistent").files.count, 0);
    assert_int_equal(folder->diagnostics.count, 0);
    plan_folder_remove(folder, "abc.txt");
}

static void only_what_is_read_is_a_file_of_the_plan(void **state)
{
    (void)state;
    static const char *const read[] = {
        "plan.csv",   "brud.csv", "kalibrering.csv", "observationer/a.csv", "observationer/A.CSV",
        "maaltal.csv"};
    static const char *const other[] = {
        "noter.csv",    "observationer/a.txt",   "observationer/.csv2",
        "plan.csv.bak", "observationer/~$a.csv", "observationer/b/a.csv"};
    for (size_t i = 0; i < 6; i++) {
        assert_true(plan_file_is_read(read[i]));
        assert_false(plan_file_is_read(other[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(files_come_in_order_four_levels_deep),
        PLAN_FOLDER_TEST(checksums_are_those_of_the_standard),
        PLAN_FOLDER_TEST(what_is_settled_is_synced_and_has_the_same_checksums),
        cmocka_unit_test(only_what_is_read_is_a_file_of_the_plan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
