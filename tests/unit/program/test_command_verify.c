/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/command_verify.h"

#include <stdlib.h>

#include "plan_folder.h"

#include "captured.h"
#include "pejling/base/file.h"
#include "pejling/program/pipeline.h"

/* An edition of the plan, without figures. */
static const char *edition_of(struct plan_folder *folder, enum edition edition)
{
    const char *out = arena_printf(folder->arena, "%s.ud", folder->path);
    const struct run_options options = {
        .plan = folder->path, .output = out, .edition = edition, .language = LANGUAGE_DANISH};
    struct diagnostics diagnostics = {.arena = folder->arena};
    plan_folder_figures(folder, "andelen;by;2020;;500;1000;;;\n" OTHER_FIGURES);
    setenv("PEJLING_GNUPLOT", "/nonexistent", 1);
    assert_true(pipeline_run(&diagnostics, &options));
    return out;
}

static int verify(struct plan_folder *folder, const char *edition, const char **said)
{
    struct command_line line = {.diagnostics = &folder->diagnostics, .verify = edition};
    line.words[line.word_count++] = "run";
    struct capture capture = capture_begin();
    int status = command_verify(&line);
    *said = capture_end(&capture, folder->arena);
    return status;
}

static void an_edition_comes_out_the_same_again(void **state)
{
    struct plan_folder *folder = *state;
    const char *edition = edition_of(folder, EDITION_INTERNAL), *said;
    assert_int_equal(verify(folder, edition, &said), 0);
    assert_non_null(strstr(said, "lavet igen, "));
    assert_non_null(strstr(said, "alle de samme"));
    assert_true(file_remove_tree(edition));
}

static void a_file_that_was_changed_is_told(void **state)
{
    struct plan_folder *folder = *state;
    const char *edition = edition_of(folder, EDITION_INTERNAL), *said;
    FILE *file = fopen(arena_printf(folder->arena, "%s/metode.txt", edition), "a");
    assert_non_null(file);
    fputs("mere\n", file);
    fclose(file);
    assert_int_equal(verify(folder, edition, &said), 1);
    assert_string_equal(said, "metode.txt: er ændret, siden udgaven blev lavet\n");
    assert_true(file_remove_tree(edition));
}

/* The edition's manifest with another text at one place. */
static void change_manifest(struct plan_folder *folder, const char *edition, const char *before,
                            const char *after)
{
    struct diagnostics diagnostics = {.arena = folder->arena};
    const char *path = arena_printf(folder->arena, "%s/manifest.json", edition);
    const struct input_file file = {path, "manifest.json", PROBLEM_FILE};
    size_t length;
    const char *bytes = file_read(&diagnostics, &file, 1 << 20, &length);
    assert_non_null(bytes);
    const char *at = strstr(bytes, before);
    assert_non_null(at);
    FILE *stream = fopen(path, "w");
    assert_non_null(stream);
    fprintf(stream, "%.*s%s%s", (int)(at - bytes), bytes, after, at + strlen(before));
    fclose(stream);
}

/* Each is told, the program's own too, which is not the last that is looked at. */
static void other_versions_are_told(void **state)
{
    struct plan_folder *folder = *state;
    const char *edition = edition_of(folder, EDITION_INTERNAL), *said;
    change_manifest(folder, edition, "\"version\": \"" PEJLING_VERSION "\"",
                    "\"version\": \"0.0.1\", \"made\": \"elsewhere\"");
    change_manifest(folder, edition, "\"gsl\": \"", "\"gsl\": \"1-");
    assert_int_equal(verify(folder, edition, &said), 1);
    assert_non_null(strstr(said, "pejling: version 0.0.1 dengang, " PEJLING_VERSION " nu\n"));
    assert_non_null(strstr(said, "made: version elsewhere dengang, – nu\n"));
    assert_non_null(strstr(said, "gsl: version 1-"));
    assert_true(file_remove_tree(edition));
}

static void nothing_in_a_manifest_steers_the_terminal(void **state)
{
    struct plan_folder *folder = *state;
    const char *edition = edition_of(folder, EDITION_INTERNAL), *said;
    change_manifest(folder, edition, "\"name\": \"metode.txt\"",
                    "\"name\": \"metode\\n\\u001b[2J\\u202etxt\"");
    change_manifest(folder, edition, "\"gsl\": \"", "\"g\\u009bsl\": \"\\u001b[31m");
    assert_int_equal(verify(folder, edition, &said), 1);
    assert_non_null(strstr(said, "metode  [2J txt: mangler\n"));
    assert_non_null(strstr(said, "g sl: version  [31m"));
    assert_null(strchr(said, '\x1b'));
    assert_true(file_remove_tree(edition));
}

static void a_shared_edition_is_refused(void **state)
{
    struct plan_folder *folder = *state;
    const char *edition = edition_of(folder, EDITION_SHARED), *said;
    assert_int_equal(verify(folder, edition, &said), 3);
    assert_int_equal(folder->diagnostics.of_kind[PROBLEM_INPUT], 1);
    assert_int_equal(verify(folder, "/nonexistent", &said), 3);
    assert_true(file_remove_tree(edition));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_FOLDER_TEST(an_edition_comes_out_the_same_again),
        PLAN_FOLDER_TEST(a_file_that_was_changed_is_told),
        PLAN_FOLDER_TEST(other_versions_are_told),
        PLAN_FOLDER_TEST(nothing_in_a_manifest_steers_the_terminal),
        PLAN_FOLDER_TEST(a_shared_edition_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
