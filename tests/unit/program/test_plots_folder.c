/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/plots_folder.h"

#include "near.h"

#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define SOURCE_TREE "/../../plots"
#define INSTALLED "/../share/pejling/plots"

static int start(void **state)
{
    *state = arena_new();
    unsetenv("PEJLING_PLOTS");
    return 0;
}

static int end(void **state)
{
    arena_free(*state);
    unsetenv("PEJLING_PLOTS");
    return 0;
}

static bool ends_with(const char *text, const char *end)
{
    return strlen(text) >= strlen(end) && strcmp(text + strlen(text) - strlen(end), end) == 0;
}

static void the_environment_comes_first(void **state)
{
    setenv("PEJLING_PLOTS", "et/andet sted", 1);
    assert_string_equal(plots_folder(*state), "et/andet sted");
}

static void an_empty_variable_is_none(void **state)
{
    setenv("PEJLING_PLOTS", "", 1);
    assert_true(ends_with(plots_folder(*state), SOURCE_TREE));
}

static void a_built_program_looks_in_its_source_tree(void **state)
{
    char program[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    assert_true(length > 0);
    program[length] = '\0';
    const char *folder = plots_folder(*state);
    assert_true(ends_with(folder, SOURCE_TREE));
    size_t of_program = (size_t)(strrchr(program, '/') - program);
    assert_int_equal(strlen(folder), of_program + sizeof SOURCE_TREE - 1);
    assert_memory_equal(folder, program, of_program);
}

static void copy_file(const char *from, const char *to)
{
    char bytes[65536];
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
    assert_true(in && out);
    for (size_t got; (got = fread(bytes, 1, sizeof bytes, in)) > 0;)
        assert_int_equal(fwrite(bytes, 1, got, out), got);
    fclose(in);
    assert_int_equal(fclose(out), 0);
    assert_int_equal(chmod(to, 0700), 0);
}

/* What a copy of this program, run from elsewhere, says; see main. */
static const char *told_by(struct arena *arena, const char *program)
{
    char line[PATH_MAX] = "";
    FILE *output = popen(arena_printf(arena, "'%s' tell", program), "r");
    assert_non_null(output);
    assert_non_null(fgets(line, sizeof line, output));
    assert_int_equal(pclose(output), 0);
    return arena_text(arena, line, strcspn(line, "\n"));
}

static void an_installed_program_looks_beside_itself(void **state)
{
    static const char *const folders[] = {"/bin", "/share", "/share/pejling",
                                          "/share/pejling/plots"};
    const size_t count = sizeof folders / sizeof *folders;
    struct arena *arena = *state;
    const char *place = getenv("TMPDIR");
    const char *root =
        mkdtemp(arena_printf(arena, "%s/pejling test-XXXXXX", place ? place : "/tmp"));
    assert_non_null(root);
    mkdir(arena_printf(arena, "%s/bin", root), 0700);
    const char *program = arena_printf(arena, "%s/bin/pejling", root);
    copy_file("/proc/self/exe", program);
    assert_true(ends_with(told_by(arena, program), "/bin" SOURCE_TREE));
    for (size_t i = 1; i < count; i++)
        assert_int_equal(mkdir(arena_printf(arena, "%s%s", root, folders[i]), 0700), 0);
    assert_true(ends_with(told_by(arena, program), "/bin" INSTALLED));
    unlink(program);
    for (size_t i = count; i-- > 0;)
        rmdir(arena_printf(arena, "%s%s", root, folders[i]));
    assert_int_equal(rmdir(root), 0);
}

/* With a word it says what its folder is, for the test above. */
static int tell(void)
{
    struct arena *arena = arena_new();
    puts(plots_folder(arena));
    arena_free(arena);
    return 0;
}

#define FOLDER_TEST(test) cmocka_unit_test_setup_teardown(test, start, end)

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        FOLDER_TEST(the_environment_comes_first),
        FOLDER_TEST(an_empty_variable_is_none),
        FOLDER_TEST(a_built_program_looks_in_its_source_tree),
        FOLDER_TEST(an_installed_program_looks_beside_itself),
    };
    if (argc > 1 && strcmp(argv[1], "tell") == 0)
        return tell();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
