/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/manifest.h"

#include "pejling/base/sink.h"
#include "pejling/present/json_writer.h"
#include "pejling/program/definitions.h"
#include "pejling/program/folder_files.h"
#include "pejling/program/libraries.h"

/* The files of a folder that are wanted, with size and checksum where asked for. */
static json_t *describe(struct diagnostics *diagnostics, const char *folder,
                        bool (*wanted)(const char *name), bool checksums)
{
    const struct folder_files files = folder_files_list(diagnostics, folder, wanted);
    json_t *list = json_array();
    for (size_t i = 0; i < files.count; i++) {
        struct file_digest digest;
        json_t *item = json_object();
        json_object_set_new(item, "name", json_string(files.names[i]));
        if (checksums && folder_file_digest(diagnostics, folder, files.names[i], &digest)) {
            json_object_set_new(item, "bytes", json_integer((json_int_t)digest.bytes));
            json_object_set_new(item, "sha256", json_string(digest.sha256));
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

bool checksums_write(const struct place *place)
{
    struct diagnostics *diagnostics = place->diagnostics;
    const struct folder_files files = folder_files_list(diagnostics, place->folder, NULL);
    struct sink *sink =
        sink_open(diagnostics, arena_printf(diagnostics->arena, "%s/udgave.sha256", place->folder));
    for (size_t i = 0; i < files.count; i++) {
        struct file_digest digest;
        if (folder_file_digest(diagnostics, place->folder, files.names[i], &digest))
            sink_printf(sink, "%s  %s\n", digest.sha256, files.names[i]);
    }
    return sink_close(sink);
}

bool manifest_write(const struct place *place, const struct run_options *options,
                    const struct catalogue *catalogue)
{
    const struct plan *plan = &catalogue->plan;
    json_t *root = json_object();
    json_object_set_new(root, "program", describe_program());
    json_object_set_new(root, "title", json_string(plan->title));
    json_object_set_new(root, "udgave", json_string(plan->edition));
    json_object_set_new(root, "illustrative", json_boolean(plan->illustrative));
    json_object_set_new(root, "options", describe_options(options));
    json_object_set_new(root, "policy", describe_policy(plan));
    json_object_set_new(root, "definitions", definitions_json(catalogue));
    json_object_set_new(root, "inputs",
                        describe(place->diagnostics, options->plan, plan_file_is_read,
                                 options->edition == EDITION_INTERNAL));
    json_object_set_new(root, "outputs", describe(place->diagnostics, place->folder, NULL, true));
    json_object_set_new(root, "missing", describe_missing(place->diagnostics));
    return json_write(place, "manifest.json", root, 12) && checksums_write(place) &&
           place->diagnostics->of_kind[PROBLEM_FILE] == 0;
}
