/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/command_check.h"

#include "plan_folder.h"

#include <dirent.h>

#define MOST_OUTPUT 1024

/* What `pejling check` says of the plan folder; its problems are in the folder's diagnostics. */
static const char *checked(struct plan_folder *folder, struct command_line line, int *status)
{
    char *output = arena_alloc(folder->arena, MOST_OUTPUT, 1);
    FILE *file = tmpfile();
    plan_folder_forget_problems(folder);
    line.diagnostics = &folder->diagnostics;
    line.words[0] = "check";
    line.words[1] = line.words[1] ? line.words[1] : folder->path;
    line.word_count = 2;
    fflush(stdout);
    int kept = dup(STDOUT_FILENO);
    assert_true(file && kept >= 0 && dup2(fileno(file), STDOUT_FILENO) >= 0);
    *status = command_check(&line);
    fflush(stdout);
    dup2(kept, STDOUT_FILENO);
    close(kept);
    rewind(file);
    assert_true(fread(output, 1, MOST_OUTPUT - 1, file) > 0);
    fclose(file);
    return output;
}

static void assert_says(struct plan_folder *folder, const char *output, const char *says)
{
    assert_string_equal(output, arena_printf(folder->arena, "%s: %s\n", folder->path, says));
}

static void a_sound_plan_is_counted_and_gives_status_0(void **state)
{
    struct plan_folder *folder = *state;
    int status;
    plan_folder_figures(folder, "andelen;by;2020;;500;1000;;;\n" OTHER_FIGURES);
    const char *output = checked(folder, (struct command_line){0}, &status);
    assert_says(folder, output, "5 indikatorer, 5 områder · fejl: 0 · bemærkninger: 0");
    assert_int_equal(status, 0);
    checked(folder, (struct command_line){.strict = true}, &status);
    assert_int_equal(status, 0);
    folder->diagnostics.language = LANGUAGE_ENGLISH;
    output = checked(folder, (struct command_line){0}, &status);
    assert_says(folder, output, "5 indicators, 5 areas · problems: 0 · remarks: 0");
}

static void a_remark_gives_status_1_under_strict_only(void **state)
{
    struct plan_folder *folder = *state;
    int status;
    plan_folder_figures(folder, "andelen;by;2020;;500;1000;;;\n" OTHER_FIGURES);
    plan_folder_write(folder, "observationer/noter.txt", "x");
    const char *output = checked(folder, (struct command_line){0}, &status);
    assert_says(folder, output, "5 indikatorer, 5 områder · fejl: 0 · bemærkninger: 1");
    assert_int_equal(status, 0);
    checked(folder, (struct command_line){.strict = true}, &status);
    assert_int_equal(status, 1);
}

/* Hidden in a shared edition; the analyst is told of it all the same, once, and in order. */
static void what_hidden_figures_say_is_remarked_on(void **state)
{
    struct plan_folder *folder = *state;
    int status;
    const char *rows = OTHER_FIGURES;
    for (int year = 2013; year <= 2022; year++)
        rows = arena_printf(folder->arena, "%sandelen;nord;%d;;%d;1000;;;\n", rows, year,
                            year == 2017 ? 3 : 500);
    plan_folder_figures(folder, rows);
    plan_folder_write(folder, "brud.csv", "indikator;område;periode;årsag\n");
    plan_folder_write(folder, "observationer/noter.txt", "x");
    const char *output = checked(folder, (struct command_line){0}, &status);
    assert_says(folder, output, "5 indikatorer, 5 områder · fejl: 0 · bemærkninger: 2");
    assert_int_equal(status, 0);
    assert_non_null(strstr(folder->diagnostics.items[0].text, "»nord«: tallet for 2017"));
    assert_string_equal(folder->diagnostics.items[1].at.file, "observationer/noter.txt");
}

static void every_fault_is_found_and_gives_status_3(void **state)
{
    struct plan_folder *folder = *state;
    int status;
    plan_folder_figures(folder, "andelen;nord;20222;;1;20;;;\nandelen;syd;2022;;30;20;;;\n"
                                "ukendt;by;2022;;1;20;;;\n" OTHER_FIGURES);
    const char *output = checked(folder, (struct command_line){0}, &status);
    assert_says(folder, output, "5 indikatorer, 5 områder · fejl: 3 · bemærkninger: 0");
    assert_int_equal(status, 3);
    assert_int_equal(folder->diagnostics.count, 3);
    for (size_t i = 0; i < 3; i++) /* in the order of the file */
        assert_int_equal(folder->diagnostics.items[i].at.line, i + 2);
    checked(folder, (struct command_line){.keep_going = true}, &status);
    assert_int_equal(status, 1);
}

static void a_folder_that_is_not_there_is_one_fault(void **state)
{
    struct plan_folder *folder = *state;
    int status;
    const char *nowhere = plan_folder_file(folder, "findes_ikke");
    const char *output = checked(folder, (struct command_line){.words = {"", nowhere}}, &status);
    assert_int_equal(status, 3);
    assert_string_equal(output,
                        arena_printf(folder->arena,
                                     "%s: 0 indikatorer, 0 områder · fejl: 1 · bemærkninger: 0\n",
                                     nowhere));
    assert_problem_count(folder, 1);
    assert_string_equal(folder->diagnostics.items[0].at.file, nowhere);
    assert_non_null(strstr(folder->diagnostics.items[0].text, "planmappen findes ikke"));
}

static size_t entries(const char *path)
{
    size_t count = 0;
    DIR *open = opendir(path);
    assert_non_null(open);
    while (readdir(open))
        count++;
    closedir(open);
    return count;
}

static void nothing_is_made(void **state)
{
    struct plan_folder *folder = *state;
    int status;
    size_t before = entries(folder->path), around = entries(".");
    checked(folder, (struct command_line){0}, &status);
    assert_int_equal(entries(folder->path), before);
    assert_int_equal(entries("."), around);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(a_sound_plan_is_counted_and_gives_status_0),
        PLAN_FOLDER_TEST(a_remark_gives_status_1_under_strict_only),
        PLAN_FOLDER_TEST(what_hidden_figures_say_is_remarked_on),
        PLAN_FOLDER_TEST(every_fault_is_found_and_gives_status_3),
        PLAN_FOLDER_TEST(a_folder_that_is_not_there_is_one_fault),
        PLAN_FOLDER_TEST(nothing_is_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
