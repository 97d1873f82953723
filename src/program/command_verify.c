/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* mkdtemp, flock */
#include "pejling/program/command_verify.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pejling/base/file.h"
#include "pejling/base/printable.h"
#include "pejling/program/edition_read.h"
#include "pejling/program/folder_files.h"
#include "pejling/program/input_copy.h"
#include "pejling/program/pipeline.h"
#include "pejling/program/summary_run.h"

#define WORKSHOP "pejling-verify-"
#define MANIFEST "manifest.json"
#define CHECKSUMS "udgave.sha256"

/* The edition, the one made again, and how many differences have been told. */
struct verification {
    struct diagnostics *diagnostics;
    const char *edition, *again;
    json_t *told, *made; /* their manifests */
    size_t differences;
    bool undrawn; /* the new one lacks figures, or what else another program makes, that it had */
};

/* Names and versions come from a manifest that somebody else may have written. */
static const char *shown(const struct verification *verification, const char *text)
{
    return printable_text(verification->diagnostics->arena, text, "", NULL);
}

static void tell(struct verification *verification, const char *name, const char *danish,
                 const char *english)
{
    printf("%s: %s\n", shown(verification, name),
           say(verification->diagnostics->language, danish, english));
    verification->differences++;
}

static json_t *load(struct diagnostics *diagnostics, const char *folder)
{
    const struct input_file file = {arena_printf(diagnostics->arena, "%s/" MANIFEST, folder),
                                    arena_printf(diagnostics->arena, "%s/" MANIFEST, folder),
                                    PROBLEM_INPUT};
    size_t length;
    const char *bytes = file_read(diagnostics, &file, EDITION_MANIFEST_LIMIT, &length);
    json_t *manifest = bytes ? json_loadb(bytes, length, 0, NULL) : NULL;
    if (bytes && !manifest)
        diagnostics_report(diagnostics, PROBLEM_INPUT, (struct location){.file = file.name},
                           "kan ikke læses som et manifest · hent udgaven igen, hvor den kom fra",
                           "cannot be read as a manifest · fetch the edition again from where it "
                           "came from");
    return manifest;
}

static const char *text_of(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

static bool is_internal(struct verification *verification)
{
    const json_t *options = json_object_get(verification->told, "options");
    if (strcmp(text_of(options, "edition"), "intern") == 0)
        return true;
    if (verification->diagnostics->count == 0) /* else why it cannot be read is said */
        diagnostics_report(
            verification->diagnostics, PROBLEM_INPUT,
            (struct location){.file = verification->edition},
            "er ikke en intern udgave; kun den gemmer, hvad den er lavet af · nævn en mappe lavet "
            "med --edition intern",
            "is no internal edition; only that keeps what it was made of · name a folder made with "
            "--edition intern");
    return false;
}

/* ---- Versions ---------------------------------------------------------------------------------
 */

/* Of the program itself the key is `version`, of a library its name. */
static void compare_versions(struct verification *verification, json_t *told, const json_t *made)
{
    const char *key;
    json_t *value;
    json_object_foreach(told, key, value)
    {
        const char *then = json_string_value(value), *now = text_of(made, key);
        if (!then || strcmp(then, now) == 0)
            continue;
        const char *what = strcmp(key, "version") == 0 ? "pejling" : key;
        printf(say(verification->diagnostics->language, "%s: version %s dengang, %s nu\n",
                   "%s: version %s then, %s now\n"),
               shown(verification, what), shown(verification, then), *now ? now : "–");
        verification->differences++;
    }
}

static void compare_programs(struct verification *verification)
{
    json_t *told = json_object_get(verification->told, "program");
    const json_t *made = json_object_get(verification->made, "program");
    compare_versions(verification, told, made);
    compare_versions(verification, json_object_get(told, "libraries"),
                     json_object_get(made, "libraries"));
}

/* ---- Files ------------------------------------------------------------------------------------
 */

/* The checksum that a manifest tells of a file; "" for none. */
static const char *told_digest(const json_t *files, const char *name)
{
    size_t index;
    json_t *file;
    json_array_foreach(files, index, file)
    {
        if (strcmp(text_of(file, "name"), name) == 0)
            return text_of(file, "sha256");
    }
    return "";
}

/* Tells every file of a folder that is not what the manifest says; `changed` says since when. */
static void check_files(struct verification *verification, const char *folder, const json_t *files,
                        const char *danish, const char *english)
{
    struct diagnostics quiet = {.arena = verification->diagnostics->arena};
    struct file_digest now;
    size_t index;
    json_t *file;
    json_array_foreach(files, index, file)
    {
        const char *name = text_of(file, "name");
        if (!folder_file_digest(&quiet, folder, name, &now))
            tell(verification, name, "mangler", "is missing");
        else if (strcmp(now.sha256, text_of(file, "sha256")) != 0)
            tell(verification, name, danish, english);
    }
}

/* What has been put into the edition since. */
static void check_added(struct verification *verification)
{
    const json_t *told = json_object_get(verification->told, "outputs");
    const struct folder_files files =
        folder_files_list(verification->diagnostics, verification->edition, NULL);
    for (size_t i = 0; i < files.count; i++)
        if (!*told_digest(told, files.names[i]) && strcmp(files.names[i], MANIFEST) != 0 &&
            strcmp(files.names[i], CHECKSUMS) != 0)
            tell(verification, files.names[i], "er lagt til, siden udgaven blev lavet",
                 "has been added since the edition was made");
}

/* What shows figures, or tells that they are missing. */
static bool depends_on_drawing(const char *name)
{
    static const char *const ends[] = {".html", ".pdf", ".svg", ".png", "bemaerkninger.csv"};
    size_t length = strlen(name);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (length >= strlen(ends[i]) && strcmp(name + length - strlen(ends[i]), ends[i]) == 0)
            return true;
    return false;
}

/* What gnuplot or a converter did not make now and did then is no fault of the edition. */
static void look_at_missing(struct verification *verification)
{
    json_t *then = json_object_get(verification->told, "missing");
    json_t *now = json_object_get(verification->made, "missing");
    size_t index;
    json_t *item;
    verification->undrawn = json_array_size(now) > 0 && !json_equal(then, now);
    if (!verification->undrawn)
        return;
    json_array_foreach(now, index, item)
    {
        diagnostics_report(verification->diagnostics, PROBLEM_TOOL,
                           (struct location){.file = text_of(item, "name")}, "%s", "%s",
                           text_of(item, "reason"));
    }
    diagnostics_report(verification->diagnostics, PROBLEM_TOOL,
                       (struct location){.file = verification->edition},
                       "figurerne kunne ikke tegnes igen, så de og siderne med dem er ikke "
                       "efterprøvet · ret fejlen, og kør igen",
                       "the figures could not be drawn again, so they and the pages with them are "
                       "not verified · mend the fault, and run again");
}

/* What the manifest says beside files and versions, which are held against each other one by one. */
static void compare_manifests(struct verification *verification)
{
    json_t *told = json_copy(verification->told), *made = json_copy(verification->made);
    static const char *const apart[] = {"program", "outputs", "missing"};
    size_t count = sizeof apart / sizeof *apart - (verification->undrawn ? 0 : 1);
    for (size_t i = 0; i < count; i++) {
        json_object_del(told, apart[i]);
        json_object_del(made, apart[i]);
    }
    if (!json_equal(told, made))
        tell(verification, MANIFEST, "bliver anderledes, når udgaven laves igen",
             "comes out otherwise when the edition is made again");
    json_decref(told);
    json_decref(made);
}

/* Where nothing else differs, not a byte of the two files that tell of the others may. */
static void compare_bytes(struct verification *verification)
{
    static const char *const names[] = {MANIFEST, CHECKSUMS};
    struct diagnostics quiet = {.arena = verification->diagnostics->arena};
    struct file_digest then, now;
    if (verification->differences || verification->undrawn)
        return;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!folder_file_digest(&quiet, verification->edition, names[i], &then))
            tell(verification, names[i], "mangler", "is missing");
        else if (!folder_file_digest(&quiet, verification->again, names[i], &now) ||
                 strcmp(then.sha256, now.sha256) != 0)
            tell(verification, names[i], "er ændret, siden udgaven blev lavet",
                 "has been changed since the edition was made");
    }
}

/* Every file of the edition, and then those that only the new one has. */
static void compare_files(struct verification *verification)
{
    const json_t *told = json_object_get(verification->told, "outputs");
    const json_t *made = json_object_get(verification->made, "outputs");
    size_t index;
    json_t *file;
    json_array_foreach(told, index, file)
    {
        const char *name = text_of(file, "name"), *now = told_digest(made, name);
        if (verification->undrawn && depends_on_drawing(name))
            continue;
        if (!*now)
            tell(verification, name, "kommer ikke, når udgaven laves igen",
                 "does not come when the edition is made again");
        else if (strcmp(now, text_of(file, "sha256")) != 0)
            tell(verification, name, "bliver anderledes, når udgaven laves igen",
                 "comes out otherwise when the edition is made again");
    }
    json_array_foreach(made, index, file)
    {
        const char *name = text_of(file, "name");
        if (!*told_digest(told, name))
            tell(verification, name, "er ikke i udgaven, men kommer, når den laves igen",
                 "is not in the edition, but comes when it is made again");
    }
}

/* ---- Making it again --------------------------------------------------------------------------
 */

static bool make_again(struct verification *verification, const char *plan)
{
    const json_t *options = json_object_get(verification->told, "options");
    bool english = strcmp(text_of(options, "lang"), "en") == 0;
    struct diagnostics quiet = {.arena = verification->diagnostics->arena,
                                .language = english ? LANGUAGE_ENGLISH : LANGUAGE_DANISH};
    const struct run_options again = {
        .plan = plan,
        .output = verification->again,
        .edition = EDITION_INTERNAL,
        .language = quiet.language,
        .keep_going = json_is_true(json_object_get(options, "keep_going")),
        .strict = json_is_true(json_object_get(options, "strict")),
        .pdf = json_is_true(json_object_get(options, "pdf")),
        .summary = json_is_true(json_object_get(options, "summary")),
    };
    if (again.summary ? summary_run(&quiet, &again) : pipeline_run(&quiet, &again))
        return true;
    diagnostics_print(&quiet, stderr);
    bool file_fault = quiet.of_kind[PROBLEM_FILE] > 0;
    diagnostics_report(verification->diagnostics, file_fault ? PROBLEM_FILE : PROBLEM_INPUT,
                       (struct location){.file = verification->edition},
                       "udgaven kan ikke laves igen · se beskederne ovenfor",
                       "the edition cannot be made again · see the messages above");
    return false;
}

static void verify(struct verification *verification, const char *plan)
{
    check_files(verification, verification->edition, json_object_get(verification->told, "outputs"),
                "er ændret, siden udgaven blev lavet",
                "has been changed since the edition was made");
    check_added(verification);
    check_files(verification, plan, json_object_get(verification->told, "inputs"),
                "er ikke den fil, udgaven er lavet af", "is not the file the edition was made of");
    if (!make_again(verification, plan))
        return;
    verification->made = load(verification->diagnostics, verification->again);
    look_at_missing(verification);
    compare_programs(verification);
    compare_files(verification);
    compare_manifests(verification);
    compare_bytes(verification);
    if (verification->differences == 0 && !verification->undrawn)
        printf(
            say(verification->diagnostics->language, "%s: lavet igen, %zu filer, alle de samme\n",
                "%s: made again, %zu files, all the same\n"),
            verification->edition, json_array_size(json_object_get(verification->told, "outputs")));
    json_decref(verification->made);
}

/* Removes what a run that was stopped left: the lock of its folder is held by nobody. */
static void sweep(struct arena *arena, const char *place)
{
    struct file_list list;
    file_names(arena, place, &list);
    for (size_t i = 0; i < list.count; i++) {
        struct stat status;
        if (strncmp(list.names[i], WORKSHOP, sizeof WORKSHOP - 1) != 0)
            continue;
        const char *path = arena_printf(arena, "%s/%s", place, list.names[i]);
        int left = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (left < 0)
            continue;
        if (fstat(left, &status) == 0 && status.st_uid == geteuid() &&
            flock(left, LOCK_EX | LOCK_NB) == 0)
            file_remove_tree(path);
        close(left);
    }
}

/* A folder of its own, and the lock on it; -1, and a PROBLEM_FILE, where there can be none. */
static int make_workshop(struct diagnostics *diagnostics, const char *place, char *folder)
{
    sweep(diagnostics->arena, place);
    int lock = mkdtemp(folder) ? open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) : -1;
    if (lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0)
        return lock;
    file_report(diagnostics, folder, errno);
    if (lock >= 0)
        close(lock);
    return -1;
}

static void verify_apart(struct verification *verification, const char *plan)
{
    struct diagnostics *diagnostics = verification->diagnostics;
    const char *named = getenv("TMPDIR"), *place = named && *named ? named : "/tmp";
    char *folder = arena_printf(diagnostics->arena, "%s/" WORKSHOP "XXXXXX", place);
    int lock = make_workshop(diagnostics, place, folder);
    if (lock < 0)
        return;
    verification->again = arena_printf(diagnostics->arena, "%s/udgave", folder);
    verify(verification, plan);
    if (!file_remove_tree(folder))
        file_report(diagnostics, folder, errno);
    close(lock);
}

/* The copy that the edition keeps, or the folder that is named; NULL, and a problem, for none. */
static const char *plan_to_verify(struct verification *verification,
                                  const struct command_line *line)
{
    const json_t *options = json_object_get(verification->told, "options");
    if (line->word_count > 1)
        return line->words[1];
    if (!json_is_true(json_object_get(options, "summary")))
        return arena_printf(verification->diagnostics->arena, "%s/" INPUT_COPY, line->verify);
    diagnostics_report(verification->diagnostics, PROBLEM_USAGE,
                       (struct location){.file = line->verify},
                       "er en sammenfatning, som ikke gemmer, hvad den er lavet af · nævn "
                       "planmappen efter den",
                       "is a summary, which does not keep what it was made of · name the plan "
                       "folder behind it");
    return NULL;
}

int command_verify(struct command_line *line)
{
    struct diagnostics *diagnostics = line->diagnostics;
    struct verification verification = {.diagnostics = diagnostics, .edition = line->verify};
    verification.told = load(diagnostics, line->verify);
    const char *plan = is_internal(&verification) ? plan_to_verify(&verification, line) : NULL;
    if (plan)
        verify_apart(&verification, plan);
    json_decref(verification.told);
    int status = diagnostics_exit_status(diagnostics, false, false);
    bool differs = verification.differences > 0;
    return differs && (status == 0 || status == 5) ? 1 : status;
}
