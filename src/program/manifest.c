/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/manifest.h"

#include <string.h>

#include "pejling/base/sink.h"
#include "pejling/present/json_writer.h"
#include "pejling/program/definitions.h"
#include "pejling/program/libraries.h"

static json_t *describe_files(const struct digested_files *digested)
{
    json_t *list = json_array();
    for (size_t i = 0; i < digested->files.count; i++) {
        const struct file_digest *digest = &digested->digests[i];
        json_t *item = json_object();
        json_object_set_new(item, "name", json_string(digested->files.names[i]));
        if (*digest->sha256) {
            json_object_set_new(item, "bytes", json_integer((json_int_t)digest->bytes));
            json_object_set_new(item, "sha256", json_string(digest->sha256));
        }
        json_array_append_new(list, item);
    }
    return list;
}

static json_t *describe_program(void)
{
    json_t *libraries = json_object();
    struct library library;
    for (size_t i = 0; (library = library_at(i)).name; i++)
        json_object_set_new(libraries, library.name, json_string(library.version));
    json_t *program = json_object();
    json_object_set_new(program, "name", json_string("pejling"));
    json_object_set_new(program, "version", json_string(PEJLING_VERSION));
    json_object_set_new(program, "libraries", libraries);
    return program;
}

static json_t *describe_options(const struct run_options *options)
{
    json_t *object = json_object();
    bool shared = options->edition == EDITION_SHARED;
    json_object_set_new(object, "edition", json_string(shared ? "delt" : "intern"));
    json_object_set_new(object, "lang", json_string(say(options->language, "da", "en")));
    json_object_set_new(object, "keep_going", json_boolean(options->keep_going));
    json_object_set_new(object, "strict", json_boolean(options->strict));
    json_object_set_new(object, "pdf", json_boolean(options->pdf));
    if (options->summary)
        json_object_set_new(object, "summary", json_true());
    return object;
}

/* Of each thing that another program did not make, the file and why. */
static json_t *describe_missing(const struct diagnostics *diagnostics)
{
    json_t *list = json_array();
    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct diagnostic *item = &diagnostics->items[i];
        if (item->problem != PROBLEM_TOOL)
            continue;
        json_t *missing = json_object();
        json_object_set_new(missing, "name", json_string(item->at.file));
        json_object_set_new(missing, "reason", json_string(item->text));
        json_array_append_new(list, missing);
    }
    return list;
}

static json_t *describe_policy(const struct plan *plan)
{
    json_t *object = json_object();
    json_object_set_new(object, "konfidens", json_real(100 * plan->confidence));
    json_object_set_new(object, "taerskel", json_integer(plan->threshold));
    json_object_set_new(object, "mindste_naevner", json_integer(plan->minimum_denominator));
    json_object_set_new(object, "delta", json_real(plan->delta));
    json_object_set_new(object, "basisaar", json_integer(plan->baseline_year));
    return object;
}

/* Of the files of the edition; those that are known already are not read again. */
static bool write_checksums(const struct place *place, const struct digested_files *known)
{
    struct diagnostics *diagnostics = place->diagnostics;
    const struct folder_files files = folder_files_list(diagnostics, place->folder, NULL);
    struct sink *sink =
        sink_open(diagnostics, arena_printf(diagnostics->arena, "%s/udgave.sha256", place->folder));
    for (size_t i = 0, next = 0; i < files.count; i++) {
        const char *name = files.names[i];
        struct file_digest digest;
        bool is_known = next < known->files.count && strcmp(known->files.names[next], name) == 0;
        if (is_known)
            digest = known->digests[next++];
        if (is_known ? *digest.sha256 != '\0'
                     : folder_file_digest(diagnostics, place->folder, name, &digest))
            sink_printf(sink, "%s  %s\n", digest.sha256, name);
    }
    return sink_close(sink);
}

bool checksums_write(const struct place *place)
{
    const struct digested_files outputs = folder_files_settle(place->diagnostics, place->folder);
    return write_checksums(place, &outputs) && place->diagnostics->of_kind[PROBLEM_FILE] == 0;
}

struct digested_files manifest_inputs(struct diagnostics *diagnostics,
                                      const struct run_options *options)
{
    if (options->edition == EDITION_INTERNAL)
        return folder_files_digest(diagnostics, options->plan, plan_file_is_read);
    struct digested_files named = {
        .files = folder_files_list(diagnostics, options->plan, plan_file_is_read)};
    named.digests = arena_alloc(diagnostics->arena, named.files.count + 1, sizeof *named.digests);
    return named;
}

bool manifest_write(const struct place *place, const struct run_options *options,
                    const struct catalogue *catalogue, const struct digested_files *inputs)
{
    const struct digested_files outputs = folder_files_settle(place->diagnostics, place->folder);
    const struct plan *plan = &catalogue->plan;
    json_t *root = json_object();
    json_object_set_new(root, "program", describe_program());
    json_object_set_new(root, "title", json_string(plan->title));
    json_object_set_new(root, "udgave", json_string(plan->edition));
    json_object_set_new(root, "illustrative", json_boolean(plan->illustrative));
    json_object_set_new(root, "options", describe_options(options));
    json_object_set_new(root, "policy", describe_policy(plan));
    json_object_set_new(root, "definitions", definitions_json(catalogue));
    json_object_set_new(root, "inputs", describe_files(inputs));
    json_object_set_new(root, "outputs", describe_files(&outputs));
    json_object_set_new(root, "missing", describe_missing(place->diagnostics));
    return json_write(place, "manifest.json", root, 12) && write_checksums(place, &outputs) &&
           place->diagnostics->of_kind[PROBLEM_FILE] == 0;
}
