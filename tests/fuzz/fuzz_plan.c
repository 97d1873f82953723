/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever a plan folder holds, the whole pipeline ends: with an edition whose machine files can be
 * read, or with a problem reported and nothing published. All in one process, without gnuplot.
 *
 * The input is files one after the other, each behind a line `=== NAME`; a file that is not in it
 * is that of a small plan, so that one bad file still meets good ones. A digit as first byte
 * chooses: 1 the internal edition, 2 in English, 4 leaving out what is faulty.
 */
#include "pejling/program/pipeline.h"

#undef NDEBUG
#include <assert.h>
#include <jansson.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pejling/base/file.h"
#include "pejling/stats/distribution.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

#define MARK "=== "

static const struct {
    const char *name, *text; /* NULL: not there */
} files[] = {
    {"plan.csv", "nøgle;værdi\ntitel;Plan\nkommune;by\nplanstart;2021-10-01\n"
                 "planslut;2025-09-30\nbasisår;2020\nudgave;2024\nillustrativ;ja\n"},
    {"omraader.csv", "kode;navn;rolle;del_af\nby;Byen;kommune;\nnord;Nord;område;by\n"
                     "syd;Syd;område;by\n"},
    {"indikatorer.csv", "kode;navn;type;enhed;god_retning;opgørelse;kilde;lbf_nr\n"
                        "andelen;Andel;andel;pct.;ned;kalenderår;K;1\n"
                        "raten;Rate;rate;pr. 1.000;ned;kalenderår;K;\n"},
    {"observationer/tal.csv", "indikator;område;periode;gruppe;tæller;nævner\n"
                              "andelen;by;2019;;2000;9000\nandelen;nord;2019;;300;900\n"
                              "andelen;syd;2019;;250;800\nandelen;by;2020;;2010;9010\n"
                              "andelen;nord;2020;;290;905\nandelen;syd;2020;;3;30\n"
                              "andelen;by;2022;;1990;9020\nandelen;nord;2022;;270;910\n"
                              "andelen;syd;2022;;255;820\nraten;by;2022;;90;9020\n"
                              "raten;nord;2022;;12;910\nraten;syd;2022;;11;820\n"},
    {"brud.csv", NULL},
    {"maaltal.csv", NULL},
    {"forandringsteori.csv", NULL},
    {"kalibrering.csv", NULL},
};

#define FILES (sizeof files / sizeof *files)

static char folder[256];

static void make_world(void)
{
    const char *named = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/fuzz-plan-XXXXXX", named && *named ? named : "/tmp");
    assert(mkdtemp(folder));
    setenv("PEJLING_GNUPLOT", "/nonexistent", 1);
    distribution_start();
}

static void write_file(struct arena *arena, const char *name, const char *bytes, size_t length)
{
    FILE *file = fopen(arena_printf(arena, "%s/plan/%s", folder, name), "wb");
    assert(file && fwrite(bytes, 1, length, file) == length && fclose(file) == 0);
}

/* What stands behind the mark of that name; NULL where it does not occur. */
static const char *find_file(const char *text, const char *name, size_t *length)
{
    for (const char *at = text; (at = strstr(at, MARK)); at++) {
        const char *start = at + strlen(MARK);
        size_t size = strlen(name);
        if (strncmp(start, name, size) != 0 || start[size] != '\n')
            continue;
        const char *end = strstr(start, "\n" MARK);
        *length = end ? (size_t)(end + 1 - (start + size + 1)) : strlen(start + size + 1);
        return start + size + 1;
    }
    return NULL;
}

static void write_plan(struct arena *arena, const char *text)
{
    assert(mkdir(arena_printf(arena, "%s/plan", folder), 0700) == 0);
    assert(mkdir(arena_printf(arena, "%s/plan/observationer", folder), 0700) == 0);
    for (size_t i = 0; i < FILES; i++) {
        size_t length = 0;
        const char *given = find_file(text, files[i].name, &length);
        if (given)
            write_file(arena, files[i].name, given, length);
        else if (files[i].text)
            write_file(arena, files[i].name, files[i].text, strlen(files[i].text));
    }
}

static void check_json(struct arena *arena, const char *name)
{
    json_t *root = json_load_file(arena_printf(arena, "%s/ud/%s", folder, name), 0, NULL);
    assert(json_is_object(root));
    json_decref(root);
}

static bool exists(struct arena *arena, const char *name)
{
    return access(arena_printf(arena, "%s/%s", folder, name), F_OK) == 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    if (!*folder)
        make_world();
    struct arena *arena = arena_new();
    unsigned choice = length && bytes[0] >= '0' && bytes[0] <= '7' ? bytes[0] - '0' : 0;
    struct diagnostics diagnostics = {.arena = arena,
                                      .language = choice & 2 ? LANGUAGE_ENGLISH : LANGUAGE_DANISH};
    const struct run_options options = {
        .plan = arena_printf(arena, "%s/plan", folder),
        .output = arena_printf(arena, "%s/ud", folder),
        .edition = choice & 1 ? EDITION_INTERNAL : EDITION_SHARED,
        .language = diagnostics.language,
        .keep_going = choice & 4,
    };
    write_plan(arena, arena_text(arena, (const char *)bytes, length));
    bool published = pipeline_run(&diagnostics, &options);
    int status = diagnostics_exit_status(&diagnostics, options.keep_going, false);
    assert(published == (status == 0 || status == 1 || status == 5));
    assert(exists(arena, "ud") == published && !exists(arena, ".ud.ny"));
    assert(published || diagnostics.count > 0);
    if (published) {
        check_json(arena, "manifest.json");
        check_json(arena, "resultater.json");
    }
    assert(file_remove_tree(options.plan) && (!published || file_remove_tree(options.output)));
    arena_free(arena);
    return 0;
}
