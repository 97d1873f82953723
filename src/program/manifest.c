/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pejling/program/manifest.h"

#include <dirent.h>
#include <errno.h>
#include <openssl/evp.h>
#include <openssl/opensslv.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "pejling/base/file.h"
#include "pejling/base/memory.h"
#include "pejling/input/csvrecords.h"
#include "pejling/present/json_writer.h"
#include "pejling/present/workbook_file.h"
#include "pejling/program/definitions.h"
#include "pejling/stats/distribution.h"

#define FILE_LIMIT ((size_t)1 << 30)
#define HEX_SHA256 65

struct names {
    struct diagnostics *diagnostics;
    struct arena *arena;
    const char **items;
    size_t count, capacity;
};

static int compare_names(const void *left, const void *right)
{
    const char *const *a = left;
    const char *const *b = right;
    return strcmp(*a, *b);
}

/* The names of the files below `folder`, two levels deep, relative to it; hidden ones left out. */
static void collect(struct names *names, const char *folder, const char *prefix, int depth)
{
    DIR *open = opendir(folder);
    if (!open) {
        file_report(names->diagnostics, folder, errno);
        return;
    }
    for (struct dirent *entry; (entry = readdir(open));) {
        struct stat status;
        const char *path = arena_printf(names->arena, "%s/%s", folder, entry->d_name);
        const char *name = arena_printf(names->arena, "%s%s", prefix, entry->d_name);
        if (entry->d_name[0] == '.' || stat(path, &status) != 0)
            continue;
        if (S_ISDIR(status.st_mode) && depth > 0)
            collect(names, path, arena_printf(names->arena, "%s/", name), depth - 1);
        if (!S_ISREG(status.st_mode))
            continue;
        names->items = arena_grow(names->arena, names->items, names->count, &names->capacity,
                                  sizeof *names->items);
        names->items[names->count++] = name;
    }
    closedir(open);
}

static struct names list_files(struct diagnostics *diagnostics, const char *folder)
{
    struct names names = {.diagnostics = diagnostics, .arena = diagnostics->arena};
    collect(&names, folder, "", 1);
    if (names.count)
        qsort(names.items, names.count, sizeof *names.items, compare_names);
    return names;
}

static void sha256(char hex[HEX_SHA256], const char *bytes, size_t length)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char digest[EVP_MAX_MD_SIZE];
    if (EVP_Digest(bytes, length, digest, NULL, EVP_sha256(), NULL) != 1)
        memory_end(); /* nothing else stops it */
    for (size_t i = 0; 2 * i + 2 < HEX_SHA256; i++) {
        hex[2 * i] = digits[digest[i] >> 4];
        hex[2 * i + 1] = digits[digest[i] & 15];
    }
    hex[HEX_SHA256 - 1] = '\0';
}

/* Whether the program reads a file of that name in a plan folder; others may lie there too. */
static bool is_input(const char *name)
{
    static const char *const files[] = {"plan.csv",       "omraader.csv", "indikatorer.csv",
                                        "brud.csv",       "maaltal.csv",  "forandringsteori.csv",
                                        "kalibrering.csv"};
    static const char figures[] = "observationer/";
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (strcmp(name, files[i]) == 0)
            return true;
    size_t length = strlen(name);
    return strncmp(name, figures, sizeof figures - 1) == 0 && length > 4 &&
           strcmp(name + length - 4, ".csv") == 0;
}

static bool is_output(const char *name)
{
    (void)name;
    return true;
}

/* The files of a folder that are wanted, with size and checksum where asked for. */
static json_t *describe(struct diagnostics *diagnostics, const char *folder,
                        bool (*wanted)(const char *name), bool checksums)
{
    struct names names = list_files(diagnostics, folder);
    json_t *list = json_array();
    for (size_t i = 0; i < names.count; i++) {
        if (!wanted(names.items[i]))
            continue;
        json_t *item = json_object();
        char hex[HEX_SHA256];
        size_t length = 0;
        const struct input_file file = {
            arena_printf(diagnostics->arena, "%s/%s", folder, names.items[i]), names.items[i],
            PROBLEM_FILE};
        json_object_set_new(item, "name", json_string(names.items[i]));
        const char *bytes = checksums ? file_read(diagnostics, &file, FILE_LIMIT, &length) : NULL;
        if (bytes) {
            sha256(hex, bytes, length);
            json_object_set_new(item, "bytes", json_integer((json_int_t)length));
            json_object_set_new(item, "sha256", json_string(hex));
        }
        json_array_append_new(list, item);
    }
    return list;
}

static json_t *describe_program(void)
{
    json_t *libraries = json_object();
    json_object_set_new(libraries, "gsl", json_string(distribution_library()));
    json_object_set_new(libraries, "libcsv", json_string(csvrecords_library()));
    json_object_set_new(libraries, "jansson", json_string(jansson_version_str()));
    json_object_set_new(libraries, "openssl", json_string(OPENSSL_VERSION_STR));
    json_object_set_new(libraries, "libxlsxwriter", json_string(workbook_library()));
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
                        describe(place->diagnostics, options->plan, is_input,
                                 options->edition == EDITION_INTERNAL));
    json_object_set_new(root, "outputs",
                        describe(place->diagnostics, place->folder, is_output, true));
    json_object_set_new(root, "missing", describe_missing(place->diagnostics));
    return json_write(place, "manifest.json", root, 12) &&
           place->diagnostics->of_kind[PROBLEM_FILE] == 0;
}
