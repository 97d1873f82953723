/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/command_new.h"

#include "plan_folder.h"

#include <dirent.h>
#include <signal.h>
#include <sys/resource.h>

#include "pejling/base/file.h"
#include "pejling/program/plan_guide.h"
#include "pejling/program/plan_template.h"

#define MOST_OUTPUT 1024
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* What `pejling new` says of the path; its problems are in the folder's diagnostics. */
static const char *made(struct plan_folder *folder, const char *path, int *status)
{
    char *output = arena_alloc(folder->arena, MOST_OUTPUT, 1);
    FILE *file = tmpfile();
    plan_folder_forget_problems(folder);
    struct command_line line = {
        .diagnostics = &folder->diagnostics, .words = {"new", path}, .word_count = 2};
    fflush(stdout);
    int kept = dup(STDOUT_FILENO);
    assert_true(file && kept >= 0 && dup2(fileno(file), STDOUT_FILENO) >= 0);
    *status = command_new(&line);
    fflush(stdout);
    dup2(kept, STDOUT_FILENO);
    close(kept);
    rewind(file);
    size_t length = fread(output, 1, MOST_OUTPUT - 1, file);
    output[length] = '\0';
    fclose(file);
    return output;
}

/* How many entries a folder has; -1 where it is none. */
static int entries(const char *path)
{
    int count = -2; /* for . and .. */
    DIR *folder = opendir(path);
    if (!folder)
        return -1;
    while (readdir(folder))
        count++;
    closedir(folder);
    return count;
}

static void remove_plan(struct plan_folder *folder, const char *path)
{
    const struct template_file *file;
    for (size_t i = 0; (file = plan_template_at(i)); i++)
        unlink(arena_printf(folder->arena, "%s/%s", path, file->name));
    unlink(arena_printf(folder->arena, "%s/%s", path, plan_guide_name(LANGUAGE_DANISH)));
    unlink(arena_printf(folder->arena, "%s/%s", path, plan_guide_name(LANGUAGE_ENGLISH)));
    rmdir(arena_printf(folder->arena, "%s/%s", path, PLAN_TEMPLATE_FIGURES));
    rmdir(path);
}

static void assert_refused(struct plan_folder *folder, const char *path, const char *says)
{
    int status;
    assert_string_equal(made(folder, path, &status), "");
    assert_int_equal(status, 2);
    assert_problem_count(folder, 1);
    assert_string_equal(folder->diagnostics.items[0].at.file, path);
    assert_non_null(strstr(folder->diagnostics.items[0].text, says));
}

static void a_new_folder_has_every_file(void **state)
{
    struct plan_folder *folder = *state;
    const char *path = plan_folder_file(folder, "ny");
    const struct template_file *file;
    int status;
    const char *output = made(folder, path, &status);
    assert_int_equal(status, 0);
    assert_problem_count(folder, 0);
    assert_string_equal(
        output, arena_printf(folder->arena,
                             "Planmappen er lavet: %s · begynd med %s/laes-mig.txt\n", path, path));
    for (size_t i = 0; (file = plan_template_at(i)); i++) {
        const char *name = arena_printf(folder->arena, "%s/%s", path, file->name);
        const struct input_file input = {name, file->name, PROBLEM_FILE};
        const char *expected = BYTE_ORDER_MARK;
        size_t length;
        for (size_t j = 0; file->lines[j]; j++)
            expected = arena_printf(folder->arena, "%s%s\r\n", expected, file->lines[j]);
        const char *text = file_read(&folder->diagnostics, &input, 1 << 16, &length);
        assert_string_equal(text ? text : "", expected);
    }
    remove_plan(folder, path);
    assert_int_equal(entries(path), -1); /* and there was nothing else */
}

static void the_guide_follows_the_language(void **state)
{
    struct plan_folder *folder = *state;
    const char *path = plan_folder_file(folder, "ny/"); /* a slash of its own */
    int status;
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    const char *output = made(folder, path, &status);
    assert_int_equal(status, 0);
    assert_non_null(
        strstr(output, arena_printf(folder->arena, " · begin with %sread-me.txt", path)));
    assert_int_equal(access(arena_printf(folder->arena, "%sread-me.txt", path), F_OK), 0);
    assert_int_not_equal(access(arena_printf(folder->arena, "%slaes-mig.txt", path), F_OK), 0);
    remove_plan(folder, path);
}

static void an_empty_folder_may_be_filled(void **state)
{
    struct plan_folder *folder = *state;
    const char *path = plan_folder_file(folder, "tom");
    int status;
    assert_int_equal(mkdir(path, 0755), 0);
    made(folder, path, &status);
    assert_int_equal(status, 0);
    assert_true(entries(path) > 7);
    remove_plan(folder, path);
}

static void what_is_there_is_not_touched(void **state)
{
    struct plan_folder *folder = *state;
    int before = entries(folder->path);
    assert_refused(folder, folder->path, "er ikke tom");
    assert_int_equal(entries(folder->path), before);
    assert_refused(folder, plan_folder_file(folder, "plan.csv"), "er ikke en mappe");
    assert_int_equal(access(plan_folder_file(folder, "plan.csv"), F_OK), 0);
    assert_refused(folder, plan_folder_file(folder, "ingen/ny"), "findes ikke");
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    assert_refused(folder, folder->path, "is not empty");
    assert_refused(folder, plan_folder_file(folder, "plan.csv"), "is not a folder");
    assert_refused(folder, plan_folder_file(folder, "ingen/ny"), "does not exist");
    assert_int_equal(entries(folder->path), before);
}

static void a_link_that_leads_nowhere_is_no_folder(void **state)
{
    struct plan_folder *folder = *state;
    const char *path = plan_folder_file(folder, "link");
    assert_int_equal(symlink("ingen", path), 0);
    assert_refused(folder, path, "er ikke en mappe");
    unlink(path);
}

static void a_path_through_a_file_is_a_fault_of_files(void **state)
{
    struct plan_folder *folder = *state;
    int status;
    made(folder, plan_folder_file(folder, "plan.csv/ny"), &status);
    assert_int_equal(status, 6);
    assert_problem_count(folder, 1);
}

/* A disk that fills up on the way, as a limit on the size of files. */
static void what_was_written_goes_again_where_a_file_fails(void **state)
{
    struct plan_folder *folder = *state;
    const char *path = plan_folder_file(folder, "ny"), *empty = plan_folder_file(folder, "tom");
    struct rlimit before;
    int status;
    assert_int_equal(mkdir(empty, 0755), 0);
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    const struct rlimit narrow = {2000, before.rlim_max}; /* less than indikatorer.csv takes */
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &narrow), 0);
    made(folder, path, &status);
    assert_int_equal(status, 6);
    made(folder, empty, &status);
    assert_int_equal(status, 6);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_problem_count(folder, 1);
    assert_non_null(strstr(folder->diagnostics.items[0].at.file, "indikatorer.csv"));
    assert_int_equal(entries(path), -1);
    assert_int_equal(entries(empty), 0);
    rmdir(empty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_new_folder_has_every_file),
        PLAN_FOLDER_TEST(the_guide_follows_the_language),
        PLAN_FOLDER_TEST(an_empty_folder_may_be_filled),
        PLAN_FOLDER_TEST(what_is_there_is_not_touched),
        PLAN_FOLDER_TEST(a_link_that_leads_nowhere_is_no_folder),
        PLAN_FOLDER_TEST(a_path_through_a_file_is_a_fault_of_files),
        PLAN_FOLDER_TEST(what_was_written_goes_again_where_a_file_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
