/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/manifest.h"

#include "plan_folder.h"

#include <fcntl.h>
#include <jansson.h>

#include "pejling/base/file.h"
#include "pejling/program/libraries.h"

#define HEX_SHA256 64

/* An edition of three files beside the plan folder. */
static const char *const outputs[] = {"figurer/a.svg", "frigivet.csv", "tom.csv"};
static const char *const contents[] = {"<svg/>\n", "indicator,area\næble,1\n", ""};
#define OUTPUTS (sizeof outputs / sizeof *outputs)

struct edition_place {
    struct plan_folder *plan;
    const char *folder;
    struct place place;
    struct run_options options;
};

static const char *inside(const struct edition_place *at, const char *name)
{
    return arena_printf(at->plan->arena, "%s/%s", at->folder, name);
}

static void write_file(const char *path, const char *text)
{
    FILE *stream = fopen(path, "wb");
    assert_non_null(stream);
    fputs(text, stream);
    assert_int_equal(fclose(stream), 0);
}

static int start(void **state)
{
    struct plan_folder *plan = plan_folder_new();
    struct edition_place *at = arena_alloc(plan->arena, 1, sizeof *at);
    at->plan = plan;
    at->folder = arena_printf(plan->arena, "%s.ud", plan->path);
    at->place = (struct place){&plan->diagnostics, at->folder, ""};
    at->options = (struct run_options){.plan = plan->path, .output = at->folder};
    assert_int_equal(mkdir(at->folder, 0700), 0);
    assert_int_equal(mkdir(inside(at, "figurer"), 0700), 0);
    for (size_t i = 0; i < OUTPUTS; i++)
        write_file(inside(at, outputs[i]), contents[i]);
    plan_folder_read_catalogue(plan);
    *state = at;
    return 0;
}

static int end(void **state)
{
    struct edition_place *at = *state;
    for (size_t i = 0; i < OUTPUTS; i++)
        unlink(inside(at, outputs[i]));
    unlink(inside(at, "manifest.json"));
    unlink(inside(at, "udgave.sha256"));
    rmdir(inside(at, "figurer"));
    rmdir(at->folder);
    plan_folder_free(at->plan);
    return 0;
}

static bool write_manifest(struct edition_place *at)
{
    const struct digested_files inputs = manifest_inputs(at->place.diagnostics, &at->options);
    return manifest_write(&at->place, &at->options, &at->plan->catalogue, &inputs);
}

static const char *written(struct edition_place *at)
{
    const struct input_file file = {inside(at, "manifest.json"), "", PROBLEM_FILE};
    size_t length;
    unlink(file.path);
    assert_true(write_manifest(at));
    const char *text = file_read(at->place.diagnostics, &file, 1 << 20, &length);
    assert_non_null(text);
    unlink(inside(at, "udgave.sha256")); /* a list of files is not in the list */
    return text;
}

static json_t *read_back(struct edition_place *at)
{
    json_t *root = json_loads(written(at), JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(root);
    return root;
}

static const char *text_at(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    assert_non_null(text);
    return text;
}

/* The checksum another program makes of a file. */
static void assert_checksum(struct edition_place *at, const char *path, const char *checksum)
{
    char line[256] = "";
    FILE *output = popen(arena_printf(at->plan->arena, "sha256sum <'%s'", path), "r");
    assert_non_null(output);
    assert_non_null(fgets(line, sizeof line, output));
    assert_int_equal(pclose(output), 0);
    assert_int_equal(strlen(checksum), HEX_SHA256);
    assert_memory_equal(line, checksum, HEX_SHA256);
}

static void every_file_of_the_edition_has_its_size_and_checksum(void **state)
{
    struct edition_place *at = *state;
    json_t *root = read_back(at), *list = json_object_get(root, "outputs");
    assert_int_equal(json_array_size(list), OUTPUTS);
    for (size_t i = 0; i < OUTPUTS; i++) {
        json_t *item = json_array_get(list, i);
        assert_string_equal(text_at(item, "name"), outputs[i]);
        assert_int_equal(json_integer_value(json_object_get(item, "bytes")), strlen(contents[i]));
        assert_checksum(at, inside(at, outputs[i]), text_at(item, "sha256"));
    }
    json_decref(root);
}

/* Where gnuplot or Chromium failed, and nothing of other problems. */
static void what_is_missing_is_told_with_its_reason(void **state)
{
    struct edition_place *at = *state;
    json_t *root = read_back(at);
    assert_int_equal(json_array_size(json_object_get(root, "missing")), 0);
    json_decref(root);
    diagnostics_report(at->place.diagnostics, PROBLEM_REMARK, (struct location){.file = "plan.csv"},
                       "bemærket", "remarked");
    diagnostics_report(at->place.diagnostics, PROBLEM_TOOL,
                       (struct location){.file = "seminar.pdf"}, "findes ikke", "is not there");
    root = read_back(at);
    json_t *list = json_object_get(root, "missing");
    assert_int_equal(json_array_size(list), 1);
    assert_string_equal(text_at(json_array_get(list, 0), "name"), "seminar.pdf");
    assert_string_equal(text_at(json_array_get(list, 0), "reason"), "findes ikke");
    json_decref(root);
}

static void a_large_file_has_the_right_checksum(void **state)
{
    struct edition_place *at = *state;
    const char *path = inside(at, outputs[0]);
    FILE *stream = fopen(path, "wb");
    for (unsigned i = 0; i < 300000; i++)
        fputc((int)(i * 2654435761u >> 24), stream);
    assert_int_equal(fclose(stream), 0);
    json_t *root = read_back(at), *item = json_array_get(json_object_get(root, "outputs"), 0);
    assert_int_equal(json_integer_value(json_object_get(item, "bytes")), 300000);
    assert_checksum(at, path, text_at(item, "sha256"));
    json_decref(root);
}

static const char *const inputs[] = {"indikatorer.csv", "observationer/tal.csv", "omraader.csv",
                                     "plan.csv"};
#define INPUTS (sizeof inputs / sizeof *inputs)

static void input_has_checksums_in_an_internal_edition_only(void **state)
{
    struct edition_place *at = *state;
    for (int edition = EDITION_SHARED; edition <= EDITION_INTERNAL; edition++) {
        at->options.edition = (enum edition)edition;
        json_t *root = read_back(at), *list = json_object_get(root, "inputs");
        assert_int_equal(json_array_size(list), INPUTS);
        for (size_t i = 0; i < INPUTS; i++) {
            json_t *item = json_array_get(list, i);
            assert_string_equal(text_at(item, "name"), inputs[i]);
            if (edition == EDITION_SHARED) {
                assert_int_equal(json_object_size(item), 1);
                continue;
            }
            assert_checksum(at, plan_folder_file(at->plan, inputs[i]), text_at(item, "sha256"));
            assert_int_equal(json_object_size(item), 3);
        }
        json_decref(root);
    }
}

static void other_files_of_the_plan_folder_are_not_input(void **state)
{
    struct edition_place *at = *state;
    plan_folder_write(at->plan, "brud.csv", "indikator;område;periode;årsag\n");
    plan_folder_write(at->plan, "noter.docx", "x");
    plan_folder_write(at->plan, "omraader.csv.bak", "x");
    plan_folder_write(at->plan, "observationer/kladde.xlsx", "x");
    plan_folder_write(at->plan, "observationer/.skjult.csv", "x");
    plan_folder_write(at->plan, "arkiv/gammel.csv", "x");
    json_t *root = read_back(at), *list = json_object_get(root, "inputs");
    assert_int_equal(json_array_size(list), INPUTS + 1);
    assert_string_equal(text_at(json_array_get(list, 0), "name"), "brud.csv");
    json_decref(root);
    plan_folder_remove(at->plan, "arkiv/gammel.csv");
    rmdir(plan_folder_file(at->plan, "arkiv"));
}

static void program_and_libraries_have_versions(void **state)
{
    json_t *root = read_back(*state), *program = json_object_get(root, "program");
    assert_string_equal(text_at(program, "name"), "pejling");
    assert_string_equal(text_at(program, "version"), PEJLING_VERSION);
    const json_t *versions = json_object_get(program, "libraries");
    struct library library;
    size_t count = 0;
    for (; (library = library_at(count)).name; count++)
        assert_string_equal(text_at(versions, library.name), library.version);
    assert_int_equal(json_object_size(versions), count);
    json_decref(root);
}

static void options_and_policy_are_those_of_the_run(void **state)
{
    struct edition_place *at = *state;
    json_t *root = read_back(at), *options = json_object_get(root, "options");
    json_t *policy = json_object_get(root, "policy");
    assert_string_equal(text_at(root, "title"), "Prøveplan");
    assert_string_equal(text_at(root, "udgave"), "2025");
    assert_true(json_is_false(json_object_get(root, "illustrative")));
    assert_string_equal(text_at(options, "edition"), "delt");
    assert_string_equal(text_at(options, "lang"), "da");
    assert_true(json_is_false(json_object_get(options, "keep_going")));
    assert_true(json_is_false(json_object_get(options, "strict")));
    assert_true(json_is_false(json_object_get(options, "pdf")));
    assert_near(json_number_value(json_object_get(policy, "konfidens")), 95, 0);
    assert_int_equal(json_integer_value(json_object_get(policy, "taerskel")), 5);
    assert_int_equal(json_integer_value(json_object_get(policy, "mindste_naevner")), 20);
    assert_near(json_number_value(json_object_get(policy, "delta")), 0.1, 0);
    assert_int_equal(json_integer_value(json_object_get(policy, "basisaar")), 2021);
    json_decref(root);
    at->options.edition = EDITION_INTERNAL;
    at->options.language = LANGUAGE_ENGLISH;
    at->options.keep_going = at->options.strict = at->options.pdf = true;
    root = read_back(at);
    options = json_object_get(root, "options");
    assert_string_equal(text_at(options, "edition"), "intern");
    assert_string_equal(text_at(options, "lang"), "en");
    assert_true(json_is_true(json_object_get(options, "keep_going")));
    assert_true(json_is_true(json_object_get(options, "strict")));
    assert_true(json_is_true(json_object_get(options, "pdf")));
    json_decref(root);
}

static void no_clock_and_no_path_is_in_it(void **state)
{
    struct edition_place *at = *state;
    const struct timespec times[2] = {{86400, 0}, {86400, 0}}; /* in 1970 */
    at->options.edition = EDITION_INTERNAL;
    const char *first = written(at);
    for (size_t i = 0; i < OUTPUTS; i++)
        assert_int_equal(utimensat(AT_FDCWD, inside(at, outputs[i]), times, 0), 0);
    for (size_t i = 0; i < INPUTS; i++)
        utimensat(AT_FDCWD, plan_folder_file(at->plan, inputs[i]), times, 0);
    assert_string_equal(written(at), first);
    assert_null(strstr(first, at->plan->path));
    assert_null(strstr(first, "/tmp"));
}

/* `SUM  NAME`, the manifest among them, as sha256sum has it. */
static void the_checksums_are_listed_for_sha256sum(void **state)
{
    struct edition_place *at = *state;
    assert_true(write_manifest(at));
    const struct input_file file = {inside(at, "udgave.sha256"), "udgave.sha256", PROBLEM_FILE};
    size_t length;
    const char *list = file_read(&at->plan->diagnostics, &file, 1 << 20, &length);
    assert_non_null(list);
    assert_non_null(strstr(
        list, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  tom.csv\n"));
    assert_non_null(strstr(list, "  figurer/a.svg\n"));
    assert_non_null(strstr(list, "  manifest.json\n"));
    assert_null(strstr(list, "  udgave.sha256"));
    const struct folder_files files = folder_files_list(&at->plan->diagnostics, at->folder, NULL);
    for (size_t i = 0; i < files.count; i++) {
        struct file_digest digest;
        if (strcmp(files.names[i], "udgave.sha256") == 0)
            continue;
        assert_true(
            folder_file_digest(&at->plan->diagnostics, at->folder, files.names[i], &digest));
        const char *line = arena_printf(at->plan->arena, "%s  %s\n", digest.sha256, files.names[i]);
        assert_memory_equal(list, line, strlen(line)); /* in this order */
        list += strlen(line);
    }
    assert_string_equal(list, "");
}

static void a_manifest_that_cannot_be_written_is_a_problem(void **state)
{
    struct edition_place *at = *state;
    at->place.folder = plan_folder_file(at->plan, "findes_ikke");
    assert_false(write_manifest(at));
    assert_int_equal(at->plan->diagnostics.of_kind[PROBLEM_FILE], 1);
}

#define MANIFEST_TEST(test) cmocka_unit_test_setup_teardown(test, start, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        MANIFEST_TEST(every_file_of_the_edition_has_its_size_and_checksum),
        MANIFEST_TEST(what_is_missing_is_told_with_its_reason),
        MANIFEST_TEST(a_large_file_has_the_right_checksum),
        MANIFEST_TEST(input_has_checksums_in_an_internal_edition_only),
        MANIFEST_TEST(other_files_of_the_plan_folder_are_not_input),
        MANIFEST_TEST(program_and_libraries_have_versions),
        MANIFEST_TEST(options_and_policy_are_those_of_the_run),
        MANIFEST_TEST(no_clock_and_no_path_is_in_it),
        MANIFEST_TEST(the_checksums_are_listed_for_sha256sum),
        MANIFEST_TEST(a_manifest_that_cannot_be_written_is_a_problem),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
